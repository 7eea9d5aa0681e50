"""The first parts of a review's page: what was planned, what happened, and why."""

from game.language import t
from game.report import charts
from game.report.blocks import Block, Cell, Head, Row, Section, Subhead, Table, Words
from game.report.figures import percent, turn_list
from game.report.model import OrderPart, Review
from game.report.wordings import (
    came_words,
    effect_words,
    fate_words,
    for_reader,
    hand_words,
    names_of,
    stacked,
)


def planned(review: Review) -> Section:
    """Who sat where, what each was to reach, and what they wrote on their first sheets."""
    blocks: list[Block] = []
    if not review.seat:
        blocks.append(_table(review))
    heads = (
        Head(t("Objective"), share=26),
        Head(t("In words")),
        Head(t("Weight"), figures=True),
        Head(t("Counts")),
    )
    for seat, name in names_of(review).items():
        goals = [goal for goal in review.goals if goal.seat == seat]
        if goals:
            rows = tuple((goal.name, goal.text, goal.weight, goal.when) for goal in goals)
            blocks.append(Table(t("Objectives of {seat}", seat=name), heads, rows))
    blocks += _first_words(review)
    return Section("planned", t("What was planned"), tuple(blocks))


def _table(review: Review) -> Table:
    """Who sat where."""
    heads = (Head(t("Seat")), Head(t("Played")), Head(t("Held by")))
    rows = tuple((seat.name, seat.actor, seat.held_by) for seat in review.seats)
    return Table(t("Around the table"), heads, rows)


def _first_words(review: Review) -> list[Block]:
    """Intents of the first two sheets: the plan as it was written then."""
    names = names_of(review)
    rows = tuple(
        for_reader(review, (str(order.turn), names[order.seat], order.words, order.intent), 1)
        for order in review.orders
        if order.turn <= 2 and order.intent
    )
    wanted = (Head(t("Turn")), Head(t("Seat")), Head(t("Order")), Head(t("Intent"), share=40))
    heads = for_reader(review, wanted, 1)
    empty = t("No intent was written on the first two sheets.")
    return [
        Table(t("In their own words, on the first two sheets"), heads, tuple(rows), empty=empty)
    ]


def happened(review: Review) -> Section:
    """The timeline, what was done by hand, the off-ramps, the ending."""
    blocks: list[Block] = []
    if review.turns:
        blocks.append(charts.tension(review))
    blocks += _by_hand(review)
    blocks += _ramps(review)
    if review.ending:
        blocks.append(Words(t("The end: {words}", words=review.ending)))
    return Section("happened", t("What happened"), tuple(blocks))


def _by_hand(review: Review) -> list[Block]:
    """Every intervention, with its reason."""
    if not review.hands:
        return [Words(t("Nothing was done by hand and no moment was marked."), note=True)]
    heads = (Head(t("Turn")), Head(t("By")), Head(t("What")), Head(t("Reason"), share=40))
    rows = tuple((str(h.turn), h.by, hand_words(h), h.why) for h in review.hands)
    blocks: list[Block] = [Table(t("Marked moments and what was done by hand"), heads, rows)]
    if any(hand.kind == "set" for hand in review.hands):
        blocks.append(
            Words(
                t("Curves contain what was set by hand; it is named among their causes."), note=True
            )
        )
    return blocks


def _ramps(review: Review) -> list[Block]:
    """Off-ramps: open, ordered, done."""
    names = names_of(review)
    heads: tuple[Head, ...] = (
        Head(t("Seat")),
        Head(t("Off-ramp"), share=36),
        Head(t("Open in turns")),
        Head(t("Ordered in")),
        Head(t("Eased in")),
    )
    rows: list[Row] = []
    for ramp in review.ramps:
        words = t("{deed} (needs the other side)", deed=ramp.words) if ramp.joint else ramp.words
        ordered = turn_list(ramp.ordered) if ramp.ordered else Cell(t("not ordered"), "muted")
        eased = turn_list(ramp.done) or "–"
        row: Row = (names[ramp.seat], words, turn_list(ramp.open), ordered, eased)
        rows.append(for_reader(review, row, 0))
    heads = for_reader(review, heads, 0)
    note = t(
        "An off-ramp is a deed that is certain to lower the tension of the two states that stand "
        "worst, and that the seat could order and pay for. Whether it was wise, people must say."
    )
    empty = t("No seat had one.")
    table = Table(
        t("Off-ramps, open and taken"), heads, tuple(rows), long=True, small=True, empty=empty
    )
    return [table, Words(note, note=True)]


def why(review: Review) -> Section:
    """What was expected and what came, and the curves with their causes."""
    blocks: list[Block] = [_expected(review), *_judging(review)]
    for place, curve in enumerate(review.curves):
        blocks.append(Subhead(curve.name))
        blocks.append(charts.curve(place, curve, review.planned))
    if review.left_out:
        said = t("No room for: {names}.", names="; ".join(review.left_out))
        blocks.append(Words(f"{said} {t('`main.py why` answers for any number.')}", note=True))
    return Section("why", t("Why it happened"), tuple(blocks))


def _expected(review: Review) -> Table:
    """Orders for which something was expected, with what they moved."""
    names = names_of(review)
    heads = (
        Head(t("Turn")),
        Head(t("Order"), share=24),
        Head(t("Expected"), share=20),
        Head(t("How sure"), figures=True),
        Head(t("Happened"), share=33),
        Head(t("Came true"), share=12),
    )
    rows: list[Row] = []
    for order in review.orders:
        if order.expects:
            who = order.words if review.seat else f"{names[order.seat]}: {order.words}"
            sure = t("not given") if order.sure is None else percent(order.sure)
            rows.append(
                (str(order.turn), who, order.expects, sure, effects(order, most=3), _came(order))
            )
    empty = t("Nobody wrote what they expected. Next time: the field “I expect” on the sheet.")
    return Table(
        t("Expected and happened"), heads, tuple(rows), long=True, small=True, named=2, empty=empty
    )


def effects(order: OrderPart, most: int) -> Cell:
    """What became of an order, what was measured, what it moved by itself, largest first."""
    fate = fate_words(order.fate)
    lines = [f"{fate}: {order.reason}" if order.reason else fate, *order.measured]
    moved = "; ".join(effect_words(order, change) for change in order.effects[:most])
    return stacked([*lines, moved] if moved else lines)


def _came(order: OrderPart) -> Cell:
    """Whether an expectation came true: as decided, or as boxes to tick."""
    if order.came in ("yes", "no"):
        by = (
            (t("held as a condition"),)
            if order.decided == "condition" and order.came == "yes"
            else ()
        )
        by = (t("did not hold"),) if order.decided == "condition" and order.came == "no" else by
        return Cell(came_words(order.came), "good" if order.came == "yes" else "bad", more=by)
    if order.came == "cannot":
        return Cell(came_words("cannot"), "muted")
    return Cell("", boxes=(t("yes"), t("no"), t("cannot be said")))


def _judging(review: Review) -> list[Block]:
    """Who decides, said once under the table."""
    if not any(order.expects for order in review.orders):
        return []
    said = t(
        "Whether an expectation came true is for people to decide, except where it was written as "
        "a condition: that is held against the end of its turn. “Happened” lists what the order "
        "moved by itself; other causes are in the curves."
    )
    return [Words(said, note=True)]
