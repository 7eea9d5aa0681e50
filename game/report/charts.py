"""The drawings of a review, each with its table: tension over turns, curves, confidence."""

from typing import TYPE_CHECKING

from game.language import t, t_count
from game.report import plots
from game.report.blocks import Head, Plot, Row, Table
from game.report.figures import percent
from game.report.model import Change, Confidence, Curve, Review, TurnPart
from game.report.wordings import fate_words, hand_words, line, names_of, people_of, stacked
from game.views.rungs import RUNGS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LOW = (7.1, 1.75)
SQUARE = (3.4, 2.6)
LABELS = (-11, 6, -20)  # points under a dot: neighbors do not write over each other


def tension(review: Review) -> Plot:
    """The rung of the crisis at the end of each turn, with the turns that were marked."""
    turns = [turn for turn in review.turns if turn.rung]
    numbers = [turn.turn for turn in turns]

    def paint(axes: "Axes") -> None:
        plots.turns_axis(axes, range(1, review.planned + 1))
        axes.set_ylim(0, RUNGS)
        axes.set_yticks(range(0, RUNGS + 1, 2))
        axes.bar(numbers, [turn.rung for turn in turns], width=0.55, color=plots.ALERT, alpha=0.85)
        for turn in turns:
            axes.annotate(
                str(turn.rung),
                (turn.turn, turn.rung),
                (0, 2),
                textcoords="offset points",
                ha="center",
            )
            if turn.marks:
                axes.plot(turn.turn, 0.5, marker="D", color="white", markersize=5)

    highest = max(turns, key=lambda turn: turn.rung, default=None)
    description = (
        ""
        if highest is None
        else t("Highest: rung {rung} in turn {turn}.", rung=highest.rung, turn=highest.turn)
    )
    title = t("Tension of the crisis, rung reached at the end of each turn")
    svg = plots.drawn("tension", title=title, description=description, paint=paint)
    caption = t("{title}, of ten. A white diamond: a moment was marked.", title=title)
    return Plot(svg, caption, _timetable(review))


def _timetable(review: Review) -> Table:
    """The same as a table, with what came in, what people ordered, and what was marked."""
    heads = [
        Head(t("Turn")),
        Head(t("Rung"), figures=True),
        Head(t("Came in"), share=36),
        Head(t("Ordered by people")),
    ]
    if review.hands:
        heads.append(Head(t("Marked, done by hand"), share=20))
    rows = tuple(_turn_row(review, turn)[: len(heads)] for turn in review.turns)
    return Table(t("Turn by turn"), tuple(heads), rows, long=True, small=True)


def _turn_row(review: Review, turn: TurnPart) -> Row:
    came = [
        line(item.who if item.kind == "inject" else "", item.short, item.to)
        for item in turn.items
        if item.kind != "deed"
    ]
    by_hand = [hand.why or hand_words(hand) for hand in turn.marks]
    by_hand += [": ".join(part for part in (hand_words(h), h.why) if part) for h in turn.hands]
    return (
        str(turn.turn),
        str(turn.rung or "–"),
        stacked(came),
        stacked(ordered(review, turn)),
        stacked(by_hand),
    )


def ordered(review: Review, turn: TurnPart) -> list[str]:
    """The orders of people in a turn by seat, with what became of those that were not just done."""
    people = people_of(review)
    by_seat: dict[str, list[str]] = {}
    for order in turn.orders:
        if order.seat in people:
            fate = fate_words(order.fate)
            words = order.words if order.fate == "done" else f"{order.words} ({fate})"
            by_seat.setdefault(order.seat, []).append(words)
    if review.seat:
        return by_seat.get(review.seat, [])
    names = names_of(review)
    return [f"{names[seat]}: {'; '.join(some)}" for seat, some in by_seat.items()]


def curve(place: int, one: Curve, planned: int) -> Plot:
    """A number over the turns, and the causes of each change in figures that add up to it."""
    points = [(n, value) for n, value in enumerate(one.points) if value is not None]

    def paint(axes: "Axes") -> None:
        plots.turns_axis(axes, range(planned + 1))
        plots.line(axes, [n for n, _ in points], [value for _, value in points])
        if one.goal is not None:
            plots.goal(axes, one.goal, one.goal_words)
        axes.margins(y=0.18)

    title = one.name if not one.unit else f"{one.name}, {one.unit.strip()}"
    first, last = one.figures[points[0][0]], one.figures[points[-1][0]]
    description = t("From {first} to {last}.", first=first, last=last)
    svg = plots.drawn(f"curve-{place}", title=title, description=description, paint=paint, size=LOW)
    sure = "" if one.exact else t("An estimate: known only roughly.")
    unit = t("In {unit}.", unit=one.unit.strip()) if one.unit else ""
    caption = " ".join(part for part in (t("Turn 0 is the start."), unit, sure) if part)
    return Plot(svg, caption, _moved(one))


def _moved(one: Curve) -> Table:
    """Value, change and causes, a row a turn."""
    heads = (
        Head(t("Turn")),
        Head(t("At its end"), figures=True),
        Head(t("Change"), figures=True),
        Head(t("What moved it, largest first"), share=66),
    )
    by_turn = dict(
        zip(range(len(one.points) - len(one.changes), len(one.points)), one.changes, strict=True)
    )
    rows: list[Row] = [(t("start"), one.figures[0], "", "")]
    for turn in range(1, len(one.points)):
        change = by_turn.get(turn)
        told = "" if change is None else causes(change)
        rows.append((str(turn), one.figures[turn], "" if change is None else change.change, told))
    return Table(t("The same as a table, with causes"), heads, tuple(rows), long=True, small=True)


def causes(change: Change) -> str:
    """The causes of a change in one line; their figures add up to it."""
    if not change.told:
        return t("what moved it is not known to this reader")
    if not change.parts:
        return t("did not move")
    return "; ".join(f"{part.amount} {part.words}" for part in change.parts)


def calibration(confidence: Confidence) -> Plot:
    """How sure people said they were, against how often they were right."""
    bins = confidence.bins

    def paint(axes: "Axes") -> None:
        axes.set_xlim(-4, 104)
        axes.set_ylim(-8, 112)
        axes.set_xticks(range(0, 101, 20))
        axes.set_yticks(range(0, 101, 25))
        axes.plot([0, 100], [0, 100], color=plots.MUTED, linewidth=0.9, dashes=(5, 3))
        xs = [100 * one.mean for one in bins]
        ys = [100 * one.came / one.stated for one in bins]
        plots.line(axes, xs, ys)
        for n, (one, x, y) in enumerate(zip(bins, xs, ys, strict=True)):
            words = t("{came} of {stated}", came=one.came, stated=one.stated)
            axes.annotate(
                words,
                (x, y),
                (5, LABELS[n % len(LABELS)]),
                textcoords="offset points",
                fontsize=7.5,
            )
        axes.set_xlabel(t("how sure, %"))
        axes.set_ylabel(t("came true, %"))

    said = [
        t(
            "Of {stated} called {sure}, {came} came true.",
            stated=b.stated,
            sure=percent(b.mean),
            came=b.came,
        )
        for b in bins
    ]
    svg = plots.drawn(
        "calibration",
        title=t("Confidence and outcome"),
        description=" ".join(said),
        paint=paint,
        size=SQUARE,
    )
    few = t_count(
        "Dashed: as often right as said. {count} statement: read with care.",
        "Dashed: as often right as said. {count} statements: read with care.",
        confidence.decided,
    )
    return Plot(svg, few, calibration_table(confidence), beside=True)


def calibration_table(confidence: Confidence) -> Table:
    """The same as a table, the score in its last row."""
    heads = (
        Head(t("How sure")),
        Head(t("Stated"), figures=True),
        Head(t("Came true"), figures=True),
        Head(t("Share"), figures=True),
    )
    rows: list[Row] = [
        (
            sure_words(one.low, one.high),
            str(one.stated),
            str(one.came),
            percent(one.came / one.stated),
        )
        for one in confidence.bins
    ]
    score = "–" if confidence.brier is None else f"{confidence.brier:.2f}"
    rows.append((t("Brier score"), str(confidence.decided), "", score))
    return Table(t("The same as a table"), heads, tuple(rows))


def sure_words(low: float, high: float) -> str:
    """A sureness, or a range of it."""
    return percent(low) if low == high else f"{low * 100:.0f}–{percent(high)}"
