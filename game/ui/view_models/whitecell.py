"""What the facilitator's page shows, in words: seats, truth beside a view, runbook, marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.language import current, t, t_count
from game.ui.view_models import words
from game.ui.view_models.seatmarks import SeatMark, seat_marks

if TYPE_CHECKING:
    from game.session import Beside, Facilitation, Foreseen, Planned, SeatState
    from game.views import Reading


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list: what it is, what is said of it, and its state as icon, word and color."""

    key: str
    name: str
    detail: str
    state: str
    icon: str
    color: str
    quiet: bool = False
    mark: SeatMark | None = None


@dataclass(frozen=True, slots=True)
class TruthRow:
    """A number as it is and as it is seen."""

    key: str
    measure: tuple[str, ...]
    words: str
    truth: str
    seen: str
    gap: str
    icon: str
    color: str


@dataclass(slots=True)
class Kept:
    """What the page shows, worked out once until something changes."""

    stamp: tuple[object, ...] = ()
    known: dict[str, Any] = field(default_factory=dict)

    def of(self, lead: Facilitation, name: str, seat: str = "") -> Any:
        """The rows of a list: seats, marks, runbook, planned, beside or numbers (of a seat)."""
        stamp = (*lead.see.stamp(), current())
        if stamp != self.stamp:
            self.stamp, self.known = stamp, {}
        key = f"{name}/{seat}"
        if key not in self.known:
            self.known[key] = MAKERS[name](lead, seat)
        return self.known[key]


MAKERS: dict[str, Callable[[Facilitation, str], Any]] = {
    "seats": lambda lead, _: seats(lead),
    "marks": lambda lead, _: marks(lead),
    "runbook": lambda lead, _: runbook(lead),
    "planned": lambda lead, _: lead.see.runbook(),
    "beside": lambda lead, seat: truth(lead.see.beside(seat)),
    "numbers": lambda lead, seat: truth(lead.see.numbers(seat)),
}


def seats(lead: Facilitation) -> list[Line]:
    """Every seat of the table."""
    marks = seat_marks(*lead.see.cards())
    return [_seat(row, marks.get(row.actor)) for row in lead.see.seats()]


def _seat(row: SeatState, mark: SeatMark | None) -> Line:
    detail = t("held by a person")
    state, icon, color = t("Writing"), "edit", "accent"
    if row.state == "sealed":
        state, icon, color = t("Handed in"), "seal", "positive"
        detail = t_count("{count} order, sealed", "{count} orders, sealed", row.orders)
    elif row.state == "facilitator":
        state, icon, color, detail = t("Yours"), "person", "leak", t("you play it")
    elif row.state == "policy":
        state, icon, color = t("Ready"), "robot", "muted"
        detail = t("stand-in: {policy}", policy=row.holder)
        if row.vacated:
            state, icon, color = t("Vacant"), "robot", "alert"
    return Line(row.seat, words.sentence(row.name), detail, state, icon, color, mark=mark)


def truth(rows: list[Beside]) -> list[TruthRow]:
    """Truth beside a seat's view."""
    return [_truth(row) for row in rows]


def _truth(row: Beside) -> TruthRow:
    gaps = {
        "exact": (t("known exactly"), "check", "positive"),
        "own": (t("their own secret"), "lock", "muted"),
        "secret": (t("secret of {owner}", owner=row.owner), "eyeoff", "muted"),
        "hidden": (t("not shown"), "eyeoff", "muted"),
        "close": (t("about right"), "check", "muted"),
        "higher": (t("higher than true"), "warn", "leak"),
        "lower": (t("lower than true"), "warn", "leak"),
    }
    gap, icon, color = gaps[row.gap]
    if row.measure[0] == "secret":
        true, seen = t("true"), t("known") if row.seen is not None else t("not known")
        if row.gap == "exact":
            gap = t("they know it")
    else:
        true, seen = number(row.truth, row.range), t("not known")
        if row.seen is not None:
            seen = number(row.seen, row.range)
            seen = seen if row.gap == "exact" else t("about {value}", value=seen)
    key = "/".join(row.measure)
    name = capital(row.words)
    return TruthRow(key, row.measure, name, true, seen, gap, icon, color)


def number(value: float, ends: tuple[float, float]) -> str:
    """A number as people read it: shares as per cent."""
    if ends == (0.0, 1.0):
        return f"{100 * value:.0f}\u00a0%"
    shown = f"{value:.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.2g}"
    return shown.replace("-", "−")


def runbook(lead: Facilitation) -> list[Line]:
    """Every inject."""
    return [_inject(row) for row in lead.see.runbook()]


def _inject(row: Planned) -> Line:
    looks = {
        "fired": (t("Fired"), "check", "muted"),
        "next": (t("Next"), "clock", "accent"),
        "planned": (t("Planned"), "clock", "muted"),
        "conditional": (t("Conditional"), "fork", "leak"),
        "by hand": (t("By hand"), "flag", "muted"),
        "held": (t("Held"), "pause", "leak"),
        "skipped": (t("Skipped"), "skip", "muted"),
    }
    state, icon, color = looks[row.state]
    if row.edited and row.state != "fired":
        icon = "edit"
    quiet = row.state in ("fired", "skipped")
    turn = "" if row.turn is None else str(row.turn)
    return Line(
        f"{row.name}", inject_name(row), detail(row), state, icon, color, quiet, _turn(turn)
    )


def _turn(turn: str) -> SeatMark:
    """The turn stands where a seat has its mark."""
    return SeatMark(turn, "", 0)


def inject_name(row: Planned) -> str:
    """What an inject is called in a list: its key in plain letters, or its first words."""
    if row.written:
        return row.text if len(row.text) < 40 else f"{row.text[:39]}…"
    return capital(row.name.replace("_", " "))


def capital(text: str) -> str:
    """A text that begins with a capital letter."""
    said = words.sentence(text)
    return said[:1].upper() + said[1:]


def detail(row: Planned) -> str:
    """Whom it is for, and what brings or keeps it."""
    to = words.listed(name.replace("_", " ") for name in row.to)
    parts = [t("to {seats}", seats=to) if to else t("to all")]
    if row.hold is not None:
        parts = [t("held: “{why}”", why=row.hold.why)]
    elif row.when and row.state == "conditional":
        holds = t("holds now") if row.due else t("not met now")
        parts.append(t("if {condition}: {holds}", condition=row.when, holds=holds))
    if row.trains:
        parts.append(t("trains {skills}", skills=row.trains))
    return " · ".join(parts)


def marks(lead: Facilitation) -> list[Line]:
    """The marked moments, the newest first."""
    names = {row.seat: words.sentence(row.name) for row in lead.see.seats()}
    rows = []
    for place, done in enumerate(lead.see.log("mark")):
        seat = str(done.data.get("seat", ""))
        who = names.get(seat, t("facilitator"))
        said = t("turn {turn}, {who}", turn=done.turn, who=who)
        rows.append(Line(str(place), str(done.data["text"]), said, "", "mark", "accent"))
    return rows[::-1]


def foreseen(lead: Facilitation, seen: Foreseen) -> tuple[str, str]:
    """What an override would do, as two sentences: to objectives, and to what seats see."""
    names = {row.seat: words.sentence(row.name) for row in lead.see.seats()}
    turns = [
        t("Objective “{name}” of {seat} would be met.", name=name, seat=names[seat])
        if met
        else t("Objective “{name}” of {seat} would not be met.", name=name, seat=names[seat])
        for seat, name, met in seen.objectives
    ]
    first = " ".join(turns) or t("No objective turns.")
    sees = [
        t("{seat} will see {before} → {after}.", seat=names[seat], before=_read(a), after=_read(b))
        for seat, a, b in seen.seats
    ]
    rest = t("No seat sees it.") if not sees else t("No other seat sees it.")
    return first, " ".join([*sees, rest] if len(sees) < len(names) else sees)


def _read(reading: Reading) -> str:
    if reading.value is None:
        return t("not known")
    value = f"{reading.value:.3g}"
    return value if reading.exact else t("about {value}", value=value)


def clock(left: float | None) -> str:
    """Minutes and seconds; "" without a limit."""
    if left is None:
        return ""
    seconds = max(0, round(left))
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def turn(lead: Facilitation) -> str:
    """Where the game stands, and the warning that belongs here."""
    now, most = lead.see.turn
    where = t("Turn {turn} of {turns}", turn=now, turns=most)
    return t("{where} · everything is visible here · keep off the projector", where=where)
