"""The after-action review as values: what a page, or the debrief on the screen, shows of a game.

Everything is in words and figures already, as its reader may know them. There is no verdict in it:
proposals are marked as such, and whether an expectation came true is decided by people, or worked
out only where it was written as a condition.
"""

from dataclasses import dataclass
from typing import Literal

from game.report.naming import Number

Fate = Literal["done", "failed", "void", "waits", "broken off", "not known"]
Came = Literal["yes", "no", "cannot", ""]  # "cannot": people found that it cannot be decided
State = Literal["same", "differs", "not shown"]
Rating = Literal["P", "S", "M", "U", ""]
STEPS = ("planned", "happened", "why", "keep_or_change")


@dataclass(frozen=True, slots=True)
class Part:
    """One cause of a change, in the figures that add up to it: "+3.1" and what it was."""

    amount: str
    words: str
    factors: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """How a number moved in a turn, and why. The amounts of `parts` add up to `change`.

    `parts` are empty where the reader is not told why; `told` says whether it is.
    """

    turn: int
    number: Number
    name: str
    before: str
    after: str
    change: str
    parts: tuple[Part, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class OrderPart:
    """One order: what was meant, what was expected and how surely, what became of it.

    place: on the sheet of its seat, from 0; effects: the changes that it caused itself, in this or
    a later turn; about: how the numbers of a condition moved in its turn; came: whether the
    expectation came true, `decided` says by whom.
    """

    turn: int
    seat: str
    place: int
    words: str
    text: str
    intent: str
    expects: str
    sure: float | None
    fate: Fate
    reason: str
    effects: tuple[Change, ...]
    about: tuple[Change, ...]
    came: Came
    decided: Literal["people", "condition", ""]

    @property
    def measured(self) -> tuple[str, ...]:
        """What the numbers of a condition came to."""
        return tuple(f"{change.name} {change.after}" for change in self.about)

    @property
    def stated(self) -> bool:
        """Whether it said what it expected, and how surely."""
        return bool(self.expects) and self.sure is not None


@dataclass(frozen=True, slots=True)
class Item:
    """Something that happened: an inject, a deed that was told. `who` is the doer or the source."""

    kind: str
    who: str
    text: str
    to: tuple[str, ...] = ()  # seats that were told, where not all were
    short: str = ""  # the text in a line


@dataclass(frozen=True, slots=True)
class Hand:
    """Something done by hand, or a moment that was marked. `why` is as it was written."""

    turn: int
    kind: str
    by: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class TurnPart:
    """A turn. `tension`, `rung`: of the crisis at its end; `note`: the turn in a few words."""

    turn: int
    tension: float | None
    rung: int
    items: tuple[Item, ...]
    orders: tuple[OrderPart, ...]
    marks: tuple[Hand, ...]
    hands: tuple[Hand, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A number at the end of a turn as a seat saw it, beside the truth ('' in a seat's copy)."""

    name: str
    saw: str
    truth: str
    state: State


@dataclass(frozen=True, slots=True)
class ViewPart:
    """What one seat saw at the end of each turn, by turn."""

    seat: str
    turns: tuple[int, ...]
    rows: tuple[tuple[ViewRow, ...], ...]  # by turn


@dataclass(frozen=True, slots=True)
class Curve:
    """A number over the turns. points: at the start, then at the end of each turn."""

    number: Number
    name: str
    unit: str
    points: tuple[float | None, ...]
    figures: tuple[str, ...]  # the points as they are written
    exact: bool
    goal: float | None
    goal_words: str
    changes: tuple[Change, ...]  # one a turn


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective with what was measured, and a proposal that the facilitator may overrule."""

    seat: str
    name: str
    text: str
    weight: str
    when: str
    measured: tuple[str, ...]
    rating: Rating
    because: str


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of one sureness (or from `low` to `high`): how many, and how many came true."""

    low: float
    high: float
    stated: int
    came: int
    mean: float  # of what was stated


@dataclass(frozen=True, slots=True)
class Confidence:
    """What was said to be how sure, against what came of it. `brier` None: nothing is decided."""

    stated: int
    decided: int
    undecided: int
    cannot: int
    brier: float | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Ramp:
    """A deed that lowers the tension of the pair that stands worst, and when a seat had it open."""

    seat: str
    words: str
    open: tuple[int, ...]
    ordered: tuple[int, ...]
    done: tuple[int, ...]
    joint: bool


@dataclass(frozen=True, slots=True)
class Revealed:
    """A secret or a claim, for a review that keeps nothing back."""

    name: str
    text: str
    truth: str
    since: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatPart:
    """A place at the table and who held it."""

    key: str
    name: str
    actor: str
    held_by: str
    person: bool


@dataclass(frozen=True, slots=True)
class Review:
    """The review of a game, in full (`seat` '') or as one seat may keep it."""

    title: str
    summary: str
    starts: str  # when the first turn begins, as the story has it
    turn_length: str
    seat: str
    seat_name: str
    seats: tuple[SeatPart, ...]
    played: int
    planned: int
    ended: bool
    ending: str
    branch: str  # of which game it is one, as a sentence; empty if it is none
    flaw: str
    seal: str
    engine: str
    turns: tuple[TurnPart, ...]
    hands: tuple[Hand, ...]
    views: tuple[ViewPart, ...]
    curves: tuple[Curve, ...]
    left_out: tuple[str, ...]  # names of curves that there is no room for
    goals: tuple[Goal, ...]
    confidence: Confidence
    ramps: tuple[Ramp, ...]
    secrets: tuple[Revealed, ...]
    claims: tuple[Revealed, ...]
    questions: tuple[tuple[str, tuple[str, ...]], ...]  # by step, in the order of a good debrief

    @property
    def orders(self) -> tuple[OrderPart, ...]:
        """Every order of the game that the reader may know of, turn by turn."""
        return tuple(order for turn in self.turns for order in turn.orders)
