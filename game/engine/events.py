"""Events: what happened this turn, and which seats are told. Nobody is told by default."""

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class Kind(IntEnum):
    """What sort of thing happened."""

    DONE = 0  # an order, or a later stage of one, did what it does
    FAILED = 1  # paid for, and met something its seat could not know
    VOID = 2  # did nothing and cost nothing
    STANDING = 3  # a joint order waits for its partner
    BROKEN_OFF = 4  # running work that could not go on
    CHANCE = 5  # a chance that came true and is told
    INJECT = 6
    ENDING = 7
    BREACH = 8  # an undertaking broken: `what` is the undertaking, `target` the actor


class Void(IntEnum):
    """Why an order was void; a need of its own is VOID.NEED + its rank."""

    NONE = 0
    NOT_YOURS = 1  # the actor may not do this, or an operand is missing or impossible
    TOO_MANY = 2
    TWICE = 3
    UNPAID = 4
    NEED = 5


@dataclass(frozen=True, slots=True)
class Events:
    """What happened in a block, one row each. E events, S seats.

    kind, game: (E,); what: (E,) the stage (orders), the chance, the inject or the ending; seat:
    (E,) whose order it was, -1 if none; target, about, via: (E,) its operands; reason: (E,) Void;
    told: (E, S) bool who learns of it; named: (E, S) bool who also learns which actor did it.
    """

    kind: Array
    game: Array
    what: Array
    seat: Array
    target: Array
    about: Array
    via: Array
    reason: Array
    told: Array
    named: Array

    def __len__(self) -> int:
        """Return the number of events."""
        return len(self.kind)

    def take(self, rows: Array) -> "Events":
        """Return some of the events, chosen by a mask or by indices."""
        return Events(*(getattr(self, column.name)[rows] for column in fields(Events)))


def no_events(seats: int) -> Events:
    """Return a block of events without rows."""
    empty = np.zeros(0, dtype=np.int64)
    nobody = np.zeros((0, seats), dtype=bool)
    return Events(empty, empty, empty, empty, empty, empty, empty, empty, nobody, nobody)


def gather(parts: list[Events]) -> Events:
    """Return several blocks of events as one, in the order given."""
    columns = (f.name for f in fields(Events))
    return Events(*(np.concatenate([getattr(part, name) for part in parts]) for name in columns))
