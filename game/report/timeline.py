"""The timeline of a review: what came in, what was ordered, what was marked and done by hand."""

from collections.abc import Mapping

from game.engine.journal import Intervention
from game.language import t
from game.report.eyes import Eye
from game.report.model import Came, Hand, Item, TurnPart
from game.report.naming import Number, clipped, flat
from game.report.ordering import OUTCOME, orders_of
from game.views import Told
from game.views.film import Scene
from game.views.rungs import rung

CRISIS: Number = ("crisis",)
MARK = "mark"
QUIET = (OUTCOME,)  # what the room decided stands with its order
NOTED = 32  # signs of a turn's note
LINE = 110  # signs of a text in a line


def turns_of(
    eye: Eye, hands: tuple[Hand, ...], outcomes: Mapping[tuple[int, str, int], Came]
) -> tuple[TurnPart, ...]:
    """Every turn that was played, as the eye may know it."""
    return tuple(_turn(eye, scene, hands, outcomes) for scene in eye.film.scenes)


def _turn(
    eye: Eye,
    scene: Scene,
    hands: tuple[Hand, ...],
    outcomes: Mapping[tuple[int, str, int], Came],
) -> TurnPart:
    tension = eye.value(scene, CRISIS).value
    own = [hand for hand in hands if hand.turn == scene.turn]
    marks = tuple(hand for hand in own if hand.kind == MARK)
    items = tuple(_items(eye, scene))
    return TurnPart(
        turn=scene.turn,
        tension=tension,
        rung=0 if tension is None else rung(tension),
        items=items,
        orders=tuple(orders_of(eye, scene, outcomes)),
        marks=marks,
        hands=tuple(hand for hand in own if hand.kind != MARK),
        note=_note(items, marks),
    )


def _items(eye: Eye, scene: Scene) -> list[Item]:
    """What happened in a turn beside the orders that the review lists anyway."""
    if eye.seat is not None:
        return [
            _item(eye, one) for one in scene.told[eye.seat] if not (one.mine and one.kind in OWN)
        ]
    told: dict[tuple[str, str], tuple[Told, list[str]]] = {}
    for seat, heard in scene.told.items():
        for one in heard:
            if one.kind in COMMON:
                told.setdefault((one.kind, one.text), (one, []))[1].append(seat)
    everybody = len(scene.told)
    return [
        _item(eye, one, to=() if len(seats) == everybody else tuple(seats))
        for one, seats in told.values()
    ]


OWN = ("deed", "failed", "void", "standing")  # a seat's own orders stand in a list of their own
COMMON = ("inject", "exposed", "breach", "ending")  # deeds stand among the orders


def _item(eye: Eye, told: Told, to: tuple[str, ...] = ()) -> Item:
    """A told event; an inject by its source, a deed by its doer."""
    who = ""
    if told.kind == "inject":
        who = told.source.rpartition(", ")[0]
    elif told.who is not None:
        who = eye.names.thing("actor", told.who)
    text = flat(told.text)
    seats = tuple(eye.names.seat(seat) for seat in to)
    return Item(told.kind, flat(who), text, seats, _short(eye, text))


def _short(eye: Eye, text: str) -> str:
    """A text in a line: the author's synopsis, which may tell more than its text, only in full."""
    if eye.seat is None:
        say = eye.film.scenario.say
        for row in eye.film.scenario.content.msel.values():
            if row.synopsis and flat(say(row.text)) == text:
                return flat(say(row.synopsis))
    return clipped(text, LINE)


def _note(items: tuple[Item, ...], marks: tuple[Hand, ...]) -> str:
    """A turn in a few words: what was marked, else its first inject."""
    said = next((mark.why or mark.what for mark in marks if mark.why or mark.what), "")
    first = said or next((item.short for item in items if item.kind == "inject"), "")
    return clipped(first, NOTED)


def hands_of(eye: Eye, *, names: bool) -> tuple[Hand, ...]:
    """What was done by hand, and what was marked.

    A seat's copy holds its own marks, and of what others did by hand no more than that something
    was done: what and why may speak of things it does not know. Persons are numbered unless `names`
    are wanted.
    """
    people: dict[str, str] = {}
    found: list[Hand] = []
    for done in eye.film.hands:
        if done.kind in QUIET:
            continue
        seat = str(done.data.get("seat", "")) if done.kind == MARK else ""
        by = eye.names.seat(seat) if seat in eye.film.views else ""
        if not by:
            by = done.by if names else people.setdefault(done.by, _pseudonym(len(people)))
        mine = done.kind == MARK and eye.seat is not None and done.data.get("seat") == eye.seat
        open_to = eye.seat is None or mine
        what = _what(eye, done) if open_to else ""
        found.append(Hand(done.turn, done.kind, by, what, flat(done.why) if open_to else ""))
    return tuple(sorted(found, key=lambda hand: hand.turn))


def _pseudonym(number: int) -> str:
    return t("Facilitator") if number == 0 else t("Facilitator {number}", number=number + 1)


def _what(eye: Eye, done: Intervention) -> str:
    """What was done, in a sentence; a kind that this version does not know by its own word."""
    data = done.data
    inject = str(data.get("inject", data.get("name", ""))).replace("_", " ")
    seat = eye.names.seat(str(data.get("seat", "")))
    match done.kind:
        case "mark":
            return flat(str(data.get("text", "")))
        case "fire" | "give":
            return t("Gave the inject “{inject}”", inject=inject)
        case "hold":
            return t("Held the inject “{inject}”", inject=inject)
        case "release":
            return t("Released the inject “{inject}”", inject=inject)
        case "edit":
            return t("Rewrote the inject “{inject}”", inject=inject)
        case "write":
            return t("Wrote the inject “{inject}”", inject=inject)
        case "set":
            return _set(eye, done)
        case "order":
            return t("Changed an order of {seat}", seat=seat)
        case "seat":
            holder = str(data.get("to", ""))
            return t("{seat} is held by {holder} from here on", seat=seat, holder=_holder(holder))
        case "skip":
            return t("Played the turn without all sheets")
    return done.kind


def _set(eye: Eye, done: Intervention) -> str:
    """A number that was made another, with what it was."""
    number = set_number(done)
    known = number[0] in eye.film.scenario.measures
    name = eye.names.number(number) if known else " ".join(number)
    was, to = done.data.get("was"), done.data.get("to")
    return t("Set {number} from {was} to {to}", number=name, was=_figure(was), to=_figure(to))


def _figure(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, int | float) else t("what it was")


def set_number(done: Intervention) -> Number:
    """The number that an intervention of kind `set` speaks of."""
    things = done.data.get("things", ())
    return (str(done.data.get("measure", "")), *(str(thing) for thing in things))


def _holder(holder: str) -> str:
    return t("a person") if holder == "person" else t("the stand-in “{name}”", name=holder)
