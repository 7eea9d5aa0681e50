"""What a turn brought, as far as its seat may know: from observations and told events only. Pure.

A card says how each thing is known; what was not heard of is said too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.language import t
from game.ui.view_models import feed, words
from game.ui.view_models.changes import Heavy, heavies
from game.ui.view_models.figures import name as name_of
from game.ui.view_models.notebook import value
from game.ui.view_models.why import why_of

if TYPE_CHECKING:
    from game.ui.view_models.figures import Measure
    from game.ui.view_models.notebook import Notebook
    from game.views import Observation, Order, Told

State = Literal["done", "failed", "void", "waits"]
STATES: dict[str, State] = {"failed": "failed", "void": "void", "standing": "waits"}
CONDITION = re.compile(r"(\w+)(?:\(([\w, ]*)\))?\s*(>=|<=|==|>|<)\s*(-?[\d.]+)")
HOLDS = {
    ">=": lambda left, right: left >= right,
    "<=": lambda left, right: left <= right,
    "==": lambda left, right: left == right,
    ">": lambda left, right: left > right,
    "<": lambda left, right: left < right,
}
MOST_EFFECTS = 3
LISTENING = ("monitor_mine", "monitor_mine.plain")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one order: what was written, beside what the seat can see."""

    state: State
    title: str
    expected: str
    saw: tuple[str, ...]
    verdict: str = ""  # "as expected", "not as expected", "" where people must decide
    good: bool = False  # of the verdict


@dataclass(frozen=True, slots=True)
class Heard:
    """A line of what others did, or what is new, with how it is known."""

    text: str
    icon: str
    source: str
    weight: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One turn of a game for one seat."""

    turn: int
    heavy: tuple[Heavy, ...]
    orders: tuple[Outcome, ...]
    others: tuple[Heard, ...]
    desk: tuple[Heard, ...]
    unread: int
    silent: tuple[str, ...]


def account(book: Notebook, turn: int) -> Account:
    """The account of a turn that has been played."""
    old, new = book.seen.get(turn), book.seen.get(turn + 1)
    past = [one for one in book.told if one.turn == turn and one.kind not in ("inject", "ending")]
    unread = sum(int(card.key) not in book.read for card in feed.inbox(book))
    return Account(
        turn=turn,
        heavy=heavies(old, new) if old is not None and new is not None else (),
        orders=_orders(book, turn, past, new),
        others=tuple(_line(book, one) for one in past if not one.mine),
        desk=_desk(book, turn + 1),
        unread=unread,
        silent=_silent(book, past, new or book.now),
    )


def _orders(
    book: Notebook, turn: int, past: list[Told], new: Observation | None
) -> tuple[Outcome, ...]:
    """Each order of the sheet with what came of it; then what older orders did."""
    own = [one for one in past if one.mine]
    found = []
    for order in book.ordered.get(turn, []):
        told = next((one for one in own if _same(one, order)), None)
        if told is not None:
            own.remove(told)
        found.append(_outcome(book, order, told, new))
    for told in own:
        card = book.now.booklet.moves.get(getattr(told, "deed", ""))
        title, state = words.sentence(told.text), STATES.get(told.kind, "done")
        found.append(Outcome(state, card.name if card else title, "", (title,) if card else ()))
    return tuple(found)


def _same(told: Told, order: Order) -> bool:
    """Whether an event is of an order."""
    deed = getattr(told, "deed", "")
    return bool(deed) and (deed, told.to, told.channel) == (order.move, order.target, order.via)


def _outcome(book: Notebook, order: Order, told: Told | None, new: Observation | None) -> Outcome:
    """One order."""
    card = book.now.booklet.moves[order.move]
    state = STATES.get(told.kind, "done") if told is not None else "done"
    booklet = book.now.booklet
    named = booklet.actors.get(order.target or "") or booklet.audiences.get(order.target or "")
    title = t("{move}: {names}", move=card.name, names=named.name) if named else card.name
    expected = order.expects
    if expected and order.confidence is not None:
        sure = words.sureness(round(order.confidence * 100))
        expected = t("{expects} ({sure})", expects=expected, sure=sure)
    verdict = came_true(new, order.expects) if new is not None else None
    saw = [words.sentence(told.text)] if told is not None else [t("Nothing was heard of it yet.")]
    if state == "failed":
        cost = words.price(tuple(float(part) for part in card.price))
        saw.append(t("You cannot know why. It cost {price}.", price=cost))
    elif state == "done" and new is not None:
        saw += _effects(new, card.name)
    said = {None: "", True: t("as expected"), False: t("not as expected")}[verdict]
    return Outcome(state, title, expected, tuple(saw), said, verdict is True)


def _effects(new: Observation, name: str) -> list[str]:
    """What the order itself moved, of the figures the seat knows the causes of."""
    booklet = new.booklet
    measures: list[Measure] = [tuple(view.reads) for view in new.objectives() if view.reads]
    measures += [("credibility", booklet.me, key) for key in booklet.audiences]
    measures += [("tension", booklet.me, key) for key in booklet.actors if key != booklet.me]
    found: dict[str, float] = {}
    for measure in measures:
        why = why_of(new, measure)
        for reason in why.reasons if why is not None else ():
            if reason.words.startswith(f"{name}, "):
                found[name_of(new, measure)] = reason.amount
    largest = sorted(found.items(), key=lambda item: -abs(item[1]))[:MOST_EFFECTS]
    return [
        t(
            "{figure}: {arrow} {amount} by this",
            figure=figure,
            arrow="▲" if by > 0 else "▼",
            amount=words.amount(abs(by)) if abs(by) >= 1 else f"{abs(by):.2f}",
        )
        for figure, by in largest
    ]


def came_true(new: Observation, expects: str) -> bool | None:
    """Whether an expectation held that is written as a condition; None where people decide.

    Only figures that the seat knows exactly decide anything.
    """
    held = []
    for part in re.split(r"\s+and\s+", expects.strip()) if expects.strip() else ():
        found = CONDITION.fullmatch(part.strip())
        if found is None:
            return None
        things = [thing.strip() for thing in (found[2] or "").split(",") if thing.strip()]
        number = value(new, found[1], *things)
        if number is None or not new.value(found[1], *things).exact:
            return None
        held.append(HOLDS[found[3]](number, float(found[4])))
    return all(held) if held else None


def _line(book: Notebook, told: Told) -> Heard:
    """What somebody else did."""
    booklet = book.now.booklet
    if told.kind == "exposed":
        icon, weight = "leak", 3
    elif told.who is None:
        icon, weight = "eyeoff", 2
    elif told.to == booklet.me:
        icon, weight = "reply", 2
    else:
        icon, weight = "eye", 1
    return Heard(words.sentence(told.text), icon, feed.how_known(told), weight)


def _desk(book: Notebook, turn: int) -> tuple[Heard, ...]:
    """Injects of the turn that begins."""
    booklet = book.now.booklet
    return tuple(
        Heard(
            text=words.sentence(one.text),
            icon="flag",
            source=feed.how_known(one),
            weight=1,
            name=feed.named(one, booklet),
        )
        for one in book.told
        if one.turn == turn and one.kind == "inject"
    )


def _silent(book: Notebook, past: list[Told], new: Observation) -> tuple[str, ...]:
    """Who was not heard of, and which publics say nothing of how they stand."""
    booklet = book.now.booklet
    seen = {one.who for one in past}
    quiet = [
        booklet.actors[card.actor].name
        for card in booklet.seats.values()
        if card.actor != booklet.me and card.actor not in seen and card.actor in booklet.actors
    ]
    found = []
    if quiet:
        found.append(t("No deed was seen of: {names}.", names=words.listed(dict.fromkeys(quiet))))
    deaf = [
        card.name
        for key, card in booklet.audiences.items()
        if value(new, "credibility", booklet.me, key) is None
    ]
    if deaf:
        names = words.listed(deaf)
        found.append(t("No word of how far you are believed by: {names}.", names=names))
    way = next((booklet.moves[key] for key in LISTENING if key in booklet.moves), None)
    if found and way is not None:
        price = words.price(tuple(float(part) for part in way.price))
        found.append(t("“{move}” would tell more; it costs {price}.", move=way.name, price=price))
    return tuple(found)
