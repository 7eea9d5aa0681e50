"""The last parts of a review's page: what to keep or change, and every order as an appendix."""

from game.language import t
from game.report.blocks import Block, Cell, Head, Question, Row, Section, Subhead, Table
from game.report.model import Change, OrderPart, Review
from game.report.wordings import effect_words, fate_words, names_of, people_of

LINES = 5  # for corrective actions
OWN, OTHERS = (8, 3), (4, 0)  # effects told of an order, and how many of them taken apart


def keep(review: Review) -> Section:
    """The questions in the order of a good debrief, with lines, and what will be done."""
    titles = {
        "planned": t("What was planned?"),
        "happened": t("What happened?"),
        "why": t("Why?"),
        "keep_or_change": t("What to keep or change?"),
    }
    blocks: list[Block] = []
    for step, questions in review.questions:
        blocks.append(Subhead(titles[step]))
        blocks += [Question(question) for question in questions]
    heads = (
        Head(t("Keep or change"), share=40),
        Head(t("Who"), share=16),
        Head(t("By when"), share=14),
        Head(t("How we will see it")),
    )
    rows = tuple(("\u00a0", "", "", "") for _ in range(LINES))
    blocks.append(Table(t("Corrective actions"), heads, rows))
    return Section("keep", t("What to keep or change"), tuple(blocks))


def appendix(review: Review) -> Section:
    """Every order that the reader may know of with what it moved, and every inject in full."""
    people = people_of(review)
    orders = review.orders
    own = tuple(_row(review, order, OWN) for order in orders if order.seat in people)
    others = tuple(_row(review, order, OTHERS) for order in orders if order.seat not in people)
    heads = (
        Head(t("Turn")),
        Head(t("Order"), share=32),
        Head(t("Became")),
        Head(t("Moved by itself, and how that came"), share=50),
    )
    empty = t("No order was given.")
    title = t("Orders and their effects")
    blocks = [Table(title, heads, own, long=True, small=True, named=2, empty=empty)]
    if others:
        title = t("Orders of stand-ins")
        blocks.append(Table(title, heads, others, long=True, small=True, named=2))
    blocks.append(_injects(review))
    return Section("orders", t("Appendix: every order and inject"), tuple(blocks))


def _injects(review: Review) -> Table:
    """Every inject in full."""
    heads = (
        Head(t("Turn")),
        Head(t("From"), share=18),
        Head(t("In full")),
        Head(t("Told to"), share=20),
    )
    rows = tuple(
        (str(turn.turn), item.who, item.text, ", ".join(item.to) or _to_all(review))
        for turn in review.turns
        for item in turn.items
        if item.kind == "inject"
    )
    empty = t("There were none.")
    return Table(t("Injects"), heads, rows, long=True, small=True, empty=empty)


def _to_all(review: Review) -> str:
    """Whom an inject was told to, where that is not named: all; a copy's reader is told no more."""
    return t("you") if review.seat else t("all")


def _row(review: Review, order: OrderPart, most: tuple[int, int]) -> Row:
    """One order with what was written and what it moved."""
    fate = fate_words(order.fate)
    told = enumerate(order.effects[: most[0]])
    effects = [_effect(order, one, explained=n < most[1]) for n, one in told]
    return (
        str(order.turn),
        _written(order, "" if review.seat else names_of(review)[order.seat]),
        f"{fate}: {order.reason}" if order.reason else fate,
        "; ".join(effects),
    )


def _written(order: OrderPart, who: str) -> Cell:
    """An order with what its people wrote."""
    more = [f"“{order.text}”"] if order.text else []
    more += [t("Intent: {words}", words=order.intent)] if order.intent else []
    return Cell(f"{who}: {order.words}" if who else order.words, more=tuple(more))


def _effect(order: OrderPart, change: Change, *, explained: bool) -> str:
    """A change that an order caused, with the product that it was."""
    factors = [part.factors for part in change.parts if part.factors] if explained else []
    said = effect_words(order, change)
    return f"{said} = {factors[0]}" if len(factors) == 1 else said
