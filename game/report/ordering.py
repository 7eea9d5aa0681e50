"""Orders in a review: what was meant and expected, what became of each, and what it moved."""

from collections.abc import Mapping
from typing import Any

from game.engine.events import Events, Kind, Void
from game.engine.journal import Intervention
from game.engine.ledger import Entry
from game.engine.orders import Order
from game.language import t
from game.report.changes import change_of, effect_of
from game.report.expecting import came_true, conditions
from game.report.eyes import Eye
from game.report.model import Came, Change, Fate, OrderPart
from game.report.naming import Number
from game.views.film import Film, Scene
from game.views.why import things_of

OUTCOME = "outcome"  # the kind of intervention that says whether an expectation came true
FATES: Mapping[Kind, Fate] = {
    Kind.DONE: "done",
    Kind.FAILED: "failed",
    Kind.VOID: "void",
    Kind.STANDING: "waits",
    Kind.BROKEN_OFF: "broken off",
}
COLUMNS = ("kind", "seat", "what", "target", "about", "via", "reason")
MOST_EFFECTS = 12
LESS = 0.01  # so that what a deed is for is told before what it works through
MEANS = (  # what deeds work through; people ask for what they are for
    "aim", "attention", "aware", "data", "focus", "insight", "line", "means", "out", "privacy",
    "public", "theme",
)  # fmt: skip
PRICE = "price"  # what an order cost is no effect of it
KEPT_BACK = ("nobody",)  # measures that nobody knows are bookkeeping of the models

Became = dict[tuple[Any, ...], tuple[Kind, int]]


def orders_of(
    eye: Eye, scene: Scene, outcomes: Mapping[tuple[int, str, int], Came]
) -> list[OrderPart]:
    """The orders of a turn that the eye may know of: its own, or everybody's."""
    became = _became(eye, scene.events)
    place: dict[str, int] = {}
    found = []
    for order in scene.orders:
        number = place[order.seat] = place.get(order.seat, -1) + 1
        if eye.seat in (None, order.seat):
            decided = outcomes.get((scene.turn, order.seat, number), "")
            found.append(_part(eye, scene, order, number, became, decided))
    return found


def outcomes_of(hands: tuple[Intervention, ...]) -> dict[tuple[int, str, int], Came]:
    """What people decided came true, by turn, seat and place on the sheet; the last word counts."""
    words: dict[Any, Came] = {"yes": "yes", "no": "no", "cannot": "cannot"}
    return {
        (done.turn, str(done.data.get("seat")), int(done.data.get("order", -1))): words.get(
            done.data.get("came"), ""
        )
        for done in hands
        if done.kind == OUTCOME
    }


def _part(
    eye: Eye, scene: Scene, order: Order, number: int, became: Became, decided: Came
) -> OrderPart:
    kind, reason = became.get(_row(eye.film, order), (None, 0))
    computed: Came = "" if decided else came_true(eye.film, scene, order, eye.seat)
    return OrderPart(
        turn=scene.turn,
        seat=order.seat,
        place=number,
        words=eye.names.order(order),
        text=order.text,
        intent=order.intent,
        expects=order.expects,
        sure=order.confidence,
        fate="not known" if kind is None else FATES[kind],
        reason=_void(eye, order, reason) if kind is Kind.VOID else "",
        effects=tuple(_effects(eye, scene, order)),
        about=tuple(_about(eye, scene, order)),
        came=decided or computed,
        decided="people" if decided else "condition" if computed else "",
    )


def _about(eye: Eye, scene: Scene, order: Order) -> list[Change]:
    """How the numbers of an expectation moved in its turn, where it was written as a condition."""
    numbers = dict.fromkeys(number for number, _, _ in conditions(eye.film, order.expects))
    changes = (change_of(eye, scene, number, None) for number in numbers)
    return [change for change in changes if change is not None and change.told]


def _became(eye: Eye, events: Events) -> Became:
    """What became of each order, by its row, as far as the eye was told."""
    table = eye.film.rulebook.table
    found: Became = {}
    if eye.seat is not None:
        events = events.take(events.told[:, eye.film.rulebook.keys["seat"].index(eye.seat)])
    rows = zip(*(getattr(events, name).tolist() for name in COLUMNS), strict=True)
    for kind, seat, what, target, about, via, reason in rows:
        if kind in FATES:
            deed = what if kind == Kind.VOID else int(table.stage_deed[what])
            if kind == Kind.DONE and what != deed:
                continue  # a later stage of an order given before
            found.setdefault((seat, deed, target, about, via), (Kind(kind), reason))
    return found


def _row(film: Film, order: Order) -> tuple[int, ...]:
    """An order as its row in the events."""
    keys, deeds = film.rulebook.keys, film.rulebook.deeds
    place = next(n for n, deed in enumerate(deeds) if deed.key == order.move)
    operands = zip(deeds[place].axes, (order.target, order.about, order.via), strict=True)
    where = (keys[axis].index(key) if axis and key else -1 for axis, key in operands)
    return (keys["seat"].index(order.seat), place, *where)


def _void(eye: Eye, order: Order, reason: int) -> str:
    """Why an order was void."""
    deed = next(deed for deed in eye.film.rulebook.deeds if deed.key == order.move)
    if reason >= Void.NEED:
        needs = deed.reasons
        return needs[reason - Void.NEED] if reason - Void.NEED < len(needs) else ""
    told = {
        Void.NOT_YOURS: t("it cannot be ordered in this form"),
        Void.TOO_MANY: t("the sheet holds no more orders"),
        Void.TWICE: t("the same order stands on the sheet already"),
        Void.UNPAID: t("what is left does not pay for it"),
    }
    return told.get(Void(reason), "")


def _effects(eye: Eye, scene: Scene, order: Order) -> list[Change]:
    """What an order moved by itself, in its turn and, until it is given again, in later ones."""
    found: list[tuple[float, Change]] = []
    for later in eye.film.scenes[scene.turn - 1 :]:
        if later is not scene and order_again(later, order):
            break
        for number, entries in _moved(eye, later, order).items():
            told = effect_of(eye, later, number, tuple(entries))
            if told is not None and told.change[0] in "+−":
                weight = _weight(eye.film, number, entries)
                found.append((weight, told))
    found.sort(key=lambda pair: -pair[0])
    return [told for _, told in found[:MOST_EFFECTS]]


def order_again(scene: Scene, order: Order) -> bool:
    """Whether the same order was given again in this turn."""
    same = (order.seat, order.move, order.target, order.about, order.via)
    return any((o.seat, o.move, o.target, o.about, o.via) == same for o in scene.orders)


def _moved(eye: Eye, scene: Scene, order: Order) -> dict[Number, list[Entry]]:
    """Entries of a turn that an order caused, by the number they moved."""
    wanted = (order.seat, order.move, order.target or "", order.about or "", order.via or "")
    found: dict[Number, list[Entry]] = {}
    for entry in scene.entries:
        cause = entry.cause
        done = (cause.seat, cause.deed, cause.target, cause.about, cause.via)
        if cause.rule == "deed" and done == wanted and cause.detail != PRICE:
            number = number_of(eye.film, entry.cell)
            if eye.film.scenario.measures[number[0]].known not in KEPT_BACK:
                found.setdefault(number, []).append(entry)
    return found


def number_of(film: Film, cell: int) -> Number:
    """The number that a cell is, or is one node of."""
    stretches = film.rulebook.layout.stretches.values()
    stretch = next(one for one in stretches if one.first <= cell < one.first + one.size)
    things = things_of(film.scenario, film.rulebook, cell)
    taken = {axis: iter(keys) for axis, keys in things.items()}
    return (stretch.name, *(next(taken[axis]) for axis in stretch.axes))


def _weight(film: Film, number: Number, entries: list[Entry]) -> float:
    """How far entries moved a number, as a share of its range; what is a means counts less."""
    layout = film.rulebook.layout
    cell = entries[0].cell
    span = float(layout.high[cell] - layout.low[cell]) or 1.0
    share = abs(sum(entry.amount for entry in entries)) / span
    return share * LESS if number[0] in MEANS else share
