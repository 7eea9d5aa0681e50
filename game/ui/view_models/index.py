"""The menu of one seat by deed and operands, and the draft of an order over it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from game.ui.view_models.ladder import Ramp
    from game.views import DeedCard, Menu, Observation

Array = npt.NDArray[Any]
Price = tuple[float, float, float]  # staff, money, political will

EMPTY: Array = np.array([], dtype=np.int64)
SLOTS = ("target", "about", "via")
NONE = -1


@dataclass(frozen=True, slots=True)
class Draft:
    """An order being written. Operands are keys, "" while not chosen."""

    deed: str = ""
    target: str = ""
    about: str = ""
    via: str = ""
    text: str = ""
    intent: str = ""
    expects: str = ""
    confidence: int | None = None  # per cent; None while nothing was said
    kept: bool = False  # in the sheet, not in the making

    def operand(self, slot: str) -> str:
        """The key chosen for a slot."""
        return str(getattr(self, slot))

    def put(self, name: str, text: str) -> Draft:
        """The draft with another operand or text."""
        change: dict[str, Any] = {name: text}
        return replace(self, **change)


@dataclass(slots=True)
class Index:
    """The menu of one observation by deed and operands; C candidates in all."""

    menu: Menu
    observation: Observation
    rows: dict[str, Array]  # candidates of each deed, (n,) int
    open: Array  # (C,) bool
    ramps: tuple[Ramp, ...] | None = None  # ways down the ladder, once somebody asked for them
    prices: dict[tuple[str, ...], Price] = field(default_factory=dict)  # those asked for so far

    @classmethod
    def of(cls, observation: Observation) -> Index:
        """Sort the candidates of a menu by deed."""
        menu = observation.menu
        rows = {deed: np.flatnonzero(menu.deed == n) for n, deed in enumerate(menu.deeds)}
        return cls(menu, observation, rows, np.asarray(menu.open()[0]))

    def card(self, deed: str) -> DeedCard:
        """What the booklet says of a deed."""
        return self.observation.booklet.moves[deed]

    def keys(self, deed: str, slot: str) -> tuple[str, ...]:
        """The names on the axis of a deed's slot; none when the deed has no such slot."""
        axis = getattr(self.card(deed), slot)
        return () if axis is None else self.observation.booklet.keys[axis]

    def _number(self, draft: Draft, slot: str) -> int:
        """The place of what a slot holds on its axis; NONE for nothing."""
        keys = self.keys(draft.deed, slot)
        return keys.index(draft.operand(slot)) if draft.operand(slot) in keys else NONE

    def matching(self, draft: Draft, slots: tuple[str, ...]) -> Array:
        """Candidates of the draft's deed that agree with what it has chosen in these slots."""
        rows = self.rows.get(draft.deed, EMPTY)
        for slot in slots:
            if draft.operand(slot):
                rows = rows[getattr(self.menu.plan, slot)[rows] == self._number(draft, slot)]
        return rows

    def options(self, draft: Draft, slot: str, rows: Array) -> dict[str, Array]:
        """What a slot may hold among these candidates, in the axis' order; "" is nothing."""
        keys, column = self.keys(draft.deed, slot), getattr(self.menu.plan, slot)[rows]
        return {
            ("" if number == NONE else keys[number]): rows[column == number]
            for number in np.unique(column).tolist()
        }

    def candidate(self, draft: Draft) -> int | None:
        """The one candidate a finished draft means."""
        rows = self.rows.get(draft.deed, EMPTY)
        for slot in SLOTS:
            rows = rows[getattr(self.menu.plan, slot)[rows] == self._number(draft, slot)]
        return int(rows[0]) if len(rows) else None

    def price(self, draft: Draft) -> Price:
        """What a draft costs; the cheapest of its candidates while it is not finished."""
        key = (draft.deed, *(draft.operand(slot) for slot in SLOTS))
        if key not in self.prices:
            self.prices[key] = self._price(draft)
        return self.prices[key]

    def _price(self, draft: Draft) -> Price:
        """The same, looked up among the candidates."""
        one = self.candidate(draft)
        found = self.matching(draft, SLOTS) if one is None else np.array([one])
        if not len(found):
            return 0.0, 0.0, 0.0
        staff, money, will = min(tuple(row) for row in self.menu.price[found].tolist())
        return float(staff), float(money), float(will)

    def why_closed(self, rows: Array) -> str:
        """The reason the first of these is closed; "" when one of them is open."""
        return "" if self.open[rows].any() else self.menu.reason(int(rows[0]))
