"""What the strip at the top says: which game, when, which phase, how tense, how much time. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from game.language import t, t_in
from game.ui.view_models import ladder, words
from game.ui.view_models.notebook import value

if TYPE_CHECKING:
    from game.ui.view_models.index import Index
    from game.ui.view_models.notebook import Notebook

OBSERVE, ORDER, REVEAL = 1, 2, 4  # places among the phases
SOON = 60.0  # seconds; with less the clock is an alert


@dataclass(frozen=True, slots=True)
class ClockFace:
    """The time of this turn as it is shown; `share` is what is left of it, 0..1."""

    figure: str
    note: str
    share: float
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The strip at the top."""

    title: str
    when: str
    phase: int
    rung: int  # 1..10; 0: not known
    rung_name: str
    next_rung: str
    change: int  # rungs since the last turn
    ramp: str = ""  # an open way down, by name
    clock: ClockFace | None = None


def phases() -> tuple[str, ...]:
    """The names of a turn's phases, in order."""
    return (
        t_in("phase of a turn", "Inject"),
        t_in("phase of a turn", "Observe"),
        t_in("phase of a turn", "Order"),
        t_in("phase of a turn", "Adjudicate"),
        t_in("phase of a turn", "Reveal"),
    )


def header(book: Notebook, index: Index | None = None, clock: Any = None) -> Header:
    """Title, time, phase and tension; `index` finds a way down, `clock` is the table's if any."""
    now = book.now
    booklet = now.booklet
    tension = value(now, "crisis")
    here = words.rung(tension) if tension is not None else 0
    before = book.before()
    old = value(before, "crisis") if before else None
    turn = min(now.turn, booklet.turns)
    hours = words.when(turn, booklet.starts, booklet.turn_length)
    when = t("Turn {turn} of {turns}", turn=turn, turns=booklet.turns)
    ended = bool(now.ended[0])
    way = None if index is None or ended else ladder.best(book, index)
    return Header(
        title=booklet.title,
        when=t("{turn} · {hours}", turn=when, hours=hours) if hours else when,
        phase=REVEAL if ended else ORDER,
        rung=here,
        rung_name=words.rung_name(here) if here else t("not known"),
        next_rung=words.rung_name(here + 1) if 0 < here < 10 else "",
        change=here - words.rung(old) if here and old is not None else 0,
        ramp=way.short if way is not None else "",
        clock=face(clock),
    )


def face(clock: Any) -> ClockFace | None:
    """A clock of the table as figures; None where there is none, or no limit."""
    left, whole = getattr(clock, "left", None), getattr(clock, "per_turn", None)
    if left is None or not whole:
        return None
    seconds = max(0, round(left))
    figure = f"{seconds // 60:02d}:{seconds % 60:02d}"
    if left <= 0:
        note = t("time is up")
    elif getattr(clock, "runs", True):
        note = t("to hand in")
    else:
        note = t("stands still")
    return ClockFace(figure, note, min(1.0, max(0.0, left / whole)), left < SOON)
