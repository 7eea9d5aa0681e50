"""The report of a batch as values: everything its page says, still in keys and numbers."""

from dataclasses import dataclass
from pathlib import Path

from game.report.batch_deciding import Finding
from game.report.batch_fans import Fan
from game.report.batch_sums import Share, Spread
from game.report.batch_tables import Played

BINS = 10  # of a score from 0 to 100


@dataclass(frozen=True, slots=True)
class EndingRow:
    """An ending: in how many games, with one to look at, and the mean score of each seat there."""

    key: str
    share: Share
    run: int | None
    seed: int | None
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The scores of a seat. bins: games by tens of points; first: games where none was higher."""

    seat: str
    spread: Spread
    bins: tuple[int, ...]
    first: Share


@dataclass(frozen=True, slots=True)
class GoalRow:
    """An objective, `seat.name`, and in how many games it was met."""

    key: str
    weight: float
    met: Share


@dataclass(frozen=True, slots=True)
class FanRow:
    """A measure that objectives or endings turn on, with the limits they set to it."""

    fan: Fan
    limits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A seat's deed: orders, what became of them, and in how many games it was not void."""

    seat: str
    deed: str
    orders: int
    done: int
    failed: int
    void: int
    standing: int
    exposed: int
    games: Share


@dataclass(frozen=True, slots=True)
class InjectRow:
    """An inject: in how many games it was given, and in which turns: the first and the last."""

    key: str
    games: Share
    turns: tuple[int, int] | None
    how: str  # "turn", "condition", "chance" or "hand"


@dataclass(frozen=True, slots=True)
class Counted:
    """Something and in how many games it came up; `more` is a mean or a count beside it."""

    key: str
    games: Share
    more: float


@dataclass(frozen=True, slots=True)
class BatchReview:
    """What a batch came to.

    half: the last turn that counts as early; tried: pairs of a factor and an outcome that were
    tested, of which `clear` stand after correction; same_text: whether the scenario read for
    names is the one that was played.
    """

    title: str
    folder: Path
    played: Played
    same_text: bool
    games: int
    planned: int
    half: int
    turns: Spread
    endings: tuple[EndingRow, ...]
    scores: tuple[ScoreRow, ...]
    goals: tuple[GoalRow, ...]
    fans: tuple[FanRow, ...]
    all_fans: tuple[Fan, ...]
    still: int  # measures that were the same in every game and turn
    moves: tuple[MoveRow, ...]
    unordered: tuple[str, ...]
    voids: tuple[tuple[str, str, str, int], ...]  # seat, deed, reason, orders
    channels: tuple[Counted, ...]  # more: orders
    claims: tuple[Counted, ...]  # in public; more: publics reached, a mean
    secrets: tuple[Counted, ...]  # in public; more: share of games in which somebody else knew
    injects: tuple[InjectRow, ...]
    overall: tuple[Finding, ...]  # of scores, over all seats
    by_score: tuple[tuple[str, tuple[Finding, ...]], ...]
    by_ending: tuple[tuple[str, tuple[Finding, ...]], ...]
    tried: int
    clear: int
    orders: int

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats, in the order of their scores' columns."""
        return tuple(row.seat for row in self.scores)
