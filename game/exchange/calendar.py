"""Days and hours for turns: a story says "Tuesday, noon", other programs want a date.

The first turn is put on a day that nobody takes for a real one; from there on the length of a turn
counts.
"""

from datetime import UTC, datetime, timedelta

from game.rules.pace import turn_days
from game.scenario import Scenario

# Long before any of these tools existed, so that no played event is taken for a real one.
DAY_ONE = datetime(1901, 1, 1, tzinfo=UTC)


def moment(scenario: Scenario, turn: int) -> datetime:
    """Return when a turn (from 1) begins."""
    return DAY_ONE + timedelta(days=turn_days(scenario.content) * (turn - 1))
