"""What the debrief shows of a review: a question, two views of a turn, expectations, sureness.

The question leads and the figures serve it. Nothing here judges: it says same or differs, as
expected or not, and counts. Pure: values in and out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.report import FEW, confidence_of
from game.ui.view_models import words

if TYPE_CHECKING:
    from game.report import Change, Confidence, OrderPart, Review, TurnPart, ViewPart, ViewRow

TRUTH = ""  # the view that is no seat's
STEPS = ("planned", "happened", "why", "keep_or_change")
MOST_EFFECTS = 3


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a debrief stands."""

    turn: int
    step: str = "planned"
    question: int = 0
    seat: str = ""
    beside: str = TRUTH
    table: bool = False  # sureness as a table, else as a curve
    playing: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that leads."""

    text: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Side:
    """One number of a turn as two saw it. state: same, differs or not shown."""

    name: str
    left: str
    right: str
    state: str


@dataclass(frozen=True, slots=True)
class Expected:
    """An order for which something was expected. came: yes, no, cannot, or '' not decided."""

    order: OrderPart
    title: str
    expected: str
    happened: str
    because: str
    word: str


@dataclass(frozen=True, slots=True)
class Column:
    """A turn of the scrubber."""

    turn: int
    rung: int
    injects: int
    orders: int
    marked: bool
    by_hand: bool
    note: str
    spoken: str


def begun(review: Review) -> Talk:
    """A debrief that begins: the first seat that people held, its first turn."""
    seats = seats_of(review)
    return Talk(turn=review.turns[0].turn if review.turns else 1, seat=seats[0][0] if seats else "")


def seats_of(review: Review) -> list[tuple[str, str]]:
    """The seats whose view can be shown, with their names."""
    names = {seat.key: seat.name for seat in review.seats}
    return [(view.seat, names[view.seat]) for view in review.views]


def seat_name(review: Review, key: str) -> str:
    """What a view is called: a seat's, or how it was."""
    names = {seat.key: seat.name for seat in review.seats}
    return names.get(key, say("Ground truth"))


def steps() -> list[tuple[str, str]]:
    """The four steps of a good debrief, by key."""
    labels = (say("Planned"), say("Happened"), say("Why"), say("Keep or change"))
    return list(zip(STEPS, labels, strict=True))


def asked(review: Review, talk: Talk) -> Asked:
    """The question that leads now."""
    questions = dict(review.questions).get(talk.step, ())
    if not questions:
        return Asked("", 0, 0)
    number = min(max(talk.question, 0), len(questions) - 1)
    return Asked(questions[number], number + 1, len(questions))


def next_question(review: Review, talk: Talk, by: int) -> Talk:
    """The next question, on to the next step after the last one; it stays at either end."""
    every = [(step, n) for step, some in review.questions for n in range(len(some))]
    here = (talk.step, asked(review, talk).number - 1)
    at = every.index(here) if here in every else 0
    step, number = every[min(max(at + by, 0), len(every) - 1)] if every else (talk.step, 0)
    return replace(talk, step=step, question=number)


def turn_of(review: Review, number: int) -> TurnPart | None:
    """A turn that was played."""
    return next((turn for turn in review.turns if turn.turn == number), None)


def moved(review: Review, talk: Talk, by: int, *, marked: bool = False) -> Talk:
    """Another turn, the next one that was marked if wanted; it stays where there is none."""
    ahead = [
        turn.turn
        for turn in review.turns
        if (turn.turn > talk.turn if by > 0 else turn.turn < talk.turn)
        and (turn.marks or not marked)
    ]
    if not ahead:
        return talk
    return replace(talk, turn=min(ahead) if by > 0 else max(ahead))


def sides(review: Review, talk: Talk) -> list[Side]:
    """What the chosen seat saw at the end of the turn, beside another seat's view or the truth."""
    left = _rows(review, talk.seat, talk.turn)
    if talk.beside == TRUTH:
        return [Side(one.name, one.saw, one.truth, one.state) for one in left]
    right = {one.name: one.saw for one in _rows(review, talk.beside, talk.turn)}
    found = []
    for one in left:
        other = right.get(one.name, say("not known"))
        known = one.state != "not shown"
        state = "same" if one.saw == other else "differs"
        found.append(Side(one.name, one.saw, other, state if known else "not shown"))
    return found


def _rows(review: Review, seat: str, turn: int) -> tuple[ViewRow, ...]:
    view: ViewPart | None = next((one for one in review.views if one.seat == seat), None)
    if view is None or turn not in view.turns:
        return ()
    return view.rows[view.turns.index(turn)]


def expected(review: Review, seat: str) -> list[Expected]:
    """The orders of a seat for which something was expected, turn by turn."""
    return [
        Expected(
            order=order,
            title=order.words,
            expected=_expected(order),
            happened=_happened(order),
            because=_because(order),
            word=came_word(order.came),
        )
        for order in review.orders
        if order.seat == seat and order.expects
    ]


def _expected(order: OrderPart) -> str:
    if order.sure is None:
        return order.expects
    sure = words.sure(round(order.sure * 100))
    share = words.percent(order.sure)
    return say("{expected}, {sure} ({share})", expected=order.expects, sure=sure, share=share)


def _happened(order: OrderPart) -> str:
    """What was measured, else what the order moved most, else what became of it."""
    fates = {
        "done": say("done"),
        "failed": say("failed"),
        "void": say("void"),
        "waits": say("waits for the other side"),
        "broken off": say("broken off"),
    }
    if order.measured:
        return "; ".join(order.measured)
    fate = fates.get(order.fate, say("not known"))
    if order.fate != "done":
        return f"{fate}: {order.reason}" if order.reason else fate
    first = [_moved(order, change) for change in order.effects[:1]]
    return "; ".join([fate, *first])


def _because(order: OrderPart) -> str:
    """The causes of the numbers that a condition was about, else what the order moved."""
    if order.about:
        parts = [part for change in order.about for part in change.parts][:MOST_EFFECTS]
        told = "; ".join(f"{part.words} {part.amount}" for part in parts)
        return told or say("it did not move in this turn")
    return "; ".join(_moved(order, change) for change in order.effects[:MOST_EFFECTS])


def _moved(order: OrderPart, change: Change) -> str:
    """An effect of an order, with its turn where that is a later one."""
    said = f"{change.name} {change.change}"
    if change.turn == order.turn:
        return said
    return say("{effect} in turn {turn}", effect=said, turn=change.turn)


def came_word(came: str) -> str:
    """Whether it came as expected, in a word."""
    return {
        "yes": say("as expected"),
        "no": say("not as expected"),
        "cannot": say("cannot be said"),
    }.get(came, say("not decided"))


def reasons(order: OrderPart) -> list[str]:
    """Every effect of an order with how it came, for the note that `why` opens."""
    lines = []
    for change in order.effects:
        lines.append(_moved(order, change))
        lines += [f"= {part.factors}" for part in change.parts if part.factors]
    return lines or [say("It moved nothing that is known.")]


def confidence(review: Review, seat: str) -> Confidence:
    """How sure one seat said it was, and what came of it."""
    return confidence_of([order for order in review.orders if order.seat == seat])


def counted(said: Confidence) -> str:
    """The statements in a sentence: the bin with most of them."""
    if not said.stated:
        return say("Nobody said how sure they were. Next time: the slider in the sheet.")
    if not said.bins:
        return t_count(
            "{count} statement, not decided yet.",
            "{count} statements, none decided yet.",
            said.stated,
        )
    most = max(said.bins, key=lambda one: one.stated)
    return say(
        "Of {stated} called {sure}, {came} came true.",
        stated=most.stated,
        sure=words.percent(most.mean),
        came=most.came,
    )


def scored(said: Confidence) -> str:
    """The score and how little it may say; '' where nothing is decided."""
    if said.brier is None:
        return ""
    score = say(
        "{count} decided, Brier {score} (0 is perfect, 0.25 a coin).",
        count=said.decided,
        score=f"{said.brier:.2f}",
    )
    few = say("Few cases: read with care.") if said.decided < FEW else ""
    return " ".join(part for part in (score, few) if part)


def columns(review: Review) -> list[Column]:
    """The scrubber: a column a turn."""
    return [_column(turn) for turn in review.turns]


def _column(turn: TurnPart) -> Column:
    injects = sum(item.kind == "inject" for item in turn.items)
    name = words.rung_name(turn.rung) if turn.rung else say("not known")
    parts = [say("Turn {turn}: {rung}", turn=turn.turn, rung=name)]
    parts += [mark.why or mark.what for mark in turn.marks]
    return Column(
        turn=turn.turn,
        rung=turn.rung,
        injects=injects,
        orders=len(turn.orders),
        marked=bool(turn.marks),
        by_hand=bool(turn.hands),
        note=turn.note,
        spoken="; ".join(part for part in parts if part),
    )
