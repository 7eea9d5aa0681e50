"""The clock of a turn: so many seconds, stopped and lengthened by whoever leads the session.

Time is monotonic and stays in this room: no rule knows it, and only what it changes in play is
written down. A session that is taken up again begins with its clock stopped.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

DECIDE = "decide"  # when time is up the facilitator decides
EMPTY = "empty"  # when time is up, sheets that are missing count as empty
PER_TURN = 15 * 60.0  # seconds: six turns of it fill the 90 minutes that trainers have


@dataclass(frozen=True, slots=True)
class Time:
    """A clock as it stands at one moment; `left` is None without a limit."""

    left: float | None
    per_turn: float | None
    runs: bool


class Clock:
    """Seconds left in this turn; None a turn if there is no limit."""

    def __init__(
        self,
        per_turn: float | None = PER_TURN,
        when_over: str = DECIDE,
        *,
        tell: Callable[[], float] = time.monotonic,
    ) -> None:
        """A clock that stands still; `tell` tells the time in seconds."""
        self.per_turn = per_turn
        self.when_over = when_over
        self.tell = tell
        self._left = per_turn or 0.0
        self._since: float | None = None  # when it last began to run

    @property
    def runs(self) -> bool:
        """Whether time is passing."""
        return self._since is not None

    @property
    def left(self) -> float | None:
        """Seconds left, below 0 what is over; None without a limit."""
        if self.per_turn is None:
            return None
        passed = 0.0 if self._since is None else self.tell() - self._since
        return self._left - passed

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        left = self.left
        return left is not None and left <= 0

    def now(self) -> Time:
        """How it stands."""
        return Time(self.left, self.per_turn, self.runs)

    def restart(self, *, run: bool) -> None:
        """A whole turn's time again, running or not."""
        self._left = self.per_turn or 0.0
        self._since = self.tell() if run else None

    def stop(self) -> None:
        """Let it stand still."""
        left = self.left
        self._left, self._since = (0.0 if left is None else left), None

    def go(self) -> None:
        """Let it run on."""
        if self._since is None:
            self._since = self.tell()

    def extend(self, seconds: float) -> None:
        """More time for this turn; what was over counts as none left."""
        left = self.left
        if left is None:
            return
        self._left = max(left, 0.0) + seconds
        if self._since is not None:
            self._since = self.tell()
