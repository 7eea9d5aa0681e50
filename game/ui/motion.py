"""Motion: values that take a moment to arrive, driven by the stage's clock.

A widget asks, each time it is drawn, where a value stands now; a new goal starts a glide from
where the value is. Nothing runs in between: when all have arrived, nothing is drawn any more.
What motion shows is always said by a word or a shape as well, so it can be switched off.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class _Glide:
    """One value on its way."""

    start: float
    goal: float
    since: float  # seconds on the stage's clock; in the future for one that waits its turn
    seconds: float

    def at(self, now: float) -> float:
        """Where it is: fast at first, slow at the end (a cubic)."""
        if self.done(now):
            return self.goal
        share = max(0.0, (now - self.since) / self.seconds)
        return self.start + (self.goal - self.start) * (1 - (1 - share) ** 3)

    def done(self, now: float) -> bool:
        """Whether it has arrived."""
        return now >= self.since + self.seconds


class Motion:
    """All values that move on one stage."""

    def __init__(self) -> None:
        """Nothing moves: whoever has a clock and a person who wants motion switches it on."""
        self.on = False
        self.now = 0.0
        self._glides: dict[str, _Glide] = {}

    def glide(
        self, key: str, goal: float, seconds: float, *, first: float | None = None, wait: float = 0
    ) -> float:
        """Where a value stands on its way to a goal.

        A value met for the first time stands at its goal, unless `first` says where it comes
        from; `wait` seconds pass before it moves, so that several can go one after another.
        """
        known = self._glides.get(key)
        if not self.on or (known is None and first is None):
            self._glides[key] = _Glide(goal, goal, self.now, 0.0)
            return goal
        if known is None or known.goal != goal:
            start = first if known is None else known.at(self.now)
            start = goal if start is None else start
            known = self._glides[key] = _Glide(start, goal, self.now + wait, seconds)
        return known.at(self.now)

    def knows(self, key: str) -> bool:
        """Whether a value was met before."""
        return key in self._glides

    def forget(self, key: str) -> None:
        """Whatever comes under this name next is met for the first time."""
        self._glides.pop(key, None)

    @property
    def moving(self) -> bool:
        """Whether anything is on its way."""
        return self.on and any(not glide.done(self.now) for glide in self._glides.values())
