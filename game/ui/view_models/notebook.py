"""What one seat has seen so far, kept by its window: told events and one observation a turn.

A screen may compare today with last turn, and nothing else: whatever is here came through
`Place.look` and `Place.hear`, so it is behind the curtain already.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.views import Observation, Order, Told


@dataclass(slots=True)
class Notebook:
    """Told events in order, the last observation of each turn, and the seat's own sheets."""

    told: list[Told] = field(default_factory=list)
    heard: list[int] = field(default_factory=list)  # of each told event: in which hearing
    seen: dict[int, Observation] = field(default_factory=dict)
    read: set[int] = field(default_factory=set)  # places in `told` that were opened
    ordered: dict[int, list[Order]] = field(default_factory=dict)  # what was handed in, by turn
    made: dict[Any, Any] = field(default_factory=dict)  # what was made of it since it last changed

    def note(self, observation: Observation, told: list[Told]) -> None:
        """Write down what was seen and told just now."""
        hearing = self.heard[-1] + 1 if self.heard else 1
        self.told.extend(told)
        self.heard.extend([hearing] * len(told))
        self.seen[observation.turn] = observation
        self.made.clear()

    @property
    def now(self) -> Observation:
        """The newest observation."""
        return self.seen[max(self.seen)]

    @property
    def newest(self) -> int:
        """The number of the last hearing that brought anything."""
        return self.heard[-1] if self.heard else 0

    def before(self) -> Observation | None:
        """The observation of the turn before, if this window has seen it."""
        turns = sorted(self.seen)
        return self.seen[turns[-2]] if len(turns) > 1 else None

    def change(self, measure: str, *keys: str) -> float | None:
        """How much a measure moved since the last turn; None where either value is not known."""
        before = self.before()
        if before is None:
            return None
        old, new = value(before, measure, *keys), value(self.now, measure, *keys)
        return None if old is None or new is None else new - old


def value(observation: Observation, measure: str, *keys: str) -> float | None:
    """A measure as the seat knows it; None for what it does not know or the scenario lacks."""
    try:
        number = observation.value(measure, *keys).value
    except (KeyError, ValueError):
        return None
    return None if number is None or math.isnan(number) else float(number)
