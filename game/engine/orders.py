"""Orders: in words as people give them, and as rows as the engine adjudicates them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Order:
    """One instruction of a seat. `move` may name a variant: `post_statement.empathetic`."""

    seat: str
    move: str
    target: str | None = None
    about: str | None = None
    via: str | None = None
    text: str = ""
    intent: str = ""
    expects: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Orders:
    """Instructions of a whole block, one row each. R rows; all arrays (R,) int64.

    `slot` is the place on the seat's sheet; `target`, `about` and `via` are indices on the axis
    that the deed gives them, -1 for none. For an audience it is the audience, not its nodes.
    """

    game: Array
    seat: Array
    slot: Array
    deed: Array
    target: Array
    about: Array
    via: Array

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.game)

    def take(self, rows: Array) -> "Orders":
        """Return some of the rows, chosen by a mask or by indices."""
        return Orders(*(getattr(self, name)[rows] for name in COLUMNS))


COLUMNS = ("game", "seat", "slot", "deed", "target", "about", "via")


def no_orders() -> Orders:
    """Return a block of orders without rows."""
    return Orders(*(np.zeros(0, dtype=np.int64) for _ in COLUMNS))


def join(parts: "list[Orders]") -> Orders:
    """Return the rows of several blocks, in the order given."""
    if not parts:
        return no_orders()
    return Orders(*(np.concatenate([getattr(part, name) for part in parts]) for name in COLUMNS))
