"""Seats: who plays whom, and whether there is anything to do there."""

from collections.abc import Iterator

from game.scenario.deeds import Deed, deeds_of
from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.model import Actor
from game.scenario.move import Text

LONGEST_BRIEF = 2500  # words; what people read before an exercise of two hours
LONGEST_SHORT = 400


def two_for_one_actor(desk: Desk) -> Iterator[Fault]:
    """Seats that play an actor who has a seat already."""
    first: dict[str, str] = {}
    for key, seat in desk.content.seats.items():
        if seat.actor in first:
            message = f"'{seat.actor}' is played from the seat '{first[seat.actor]}' already"
            hint = "one seat plays an actor; several people may share it"
            yield desk.error(("seats", key, "actor"), "two-seats", message, hint)
        first.setdefault(seat.actor, key)


def nobody_can_play(desk: Desk) -> Iterator[Fault]:
    """A scenario without a seat."""
    if not desk.content.seats:
        message = "the scenario has no seat: nobody can play it"
        yield desk.warning((), "no-seat", message, "add seats: {name: {actor: ...}}")


def without_a_move(desk: Desk) -> Iterator[Fault]:
    """Seats whose actor can do nothing the whole game."""
    deeds = [deed for key, move in desk.moves.items() for deed in deeds_of(key, move)]
    for key, seat in desk.content.seats.items():
        actor = desk.content.actors.get(seat.actor)
        if actor is None or any(_possible(desk, actor, deed) for deed in deeds):
            continue
        message = f"the seat '{key}' can do nothing: no move is open to {seat.actor} at its price"
        hint = "give its actor another kind, or staff, money and political will"
        yield desk.warning(("seats", key), "no-move", message, hint)


def long_briefs(desk: Desk) -> Iterator[Fault]:
    """Briefs nobody will have read when the game begins."""
    for key, seat in desk.content.seats.items():
        for part, text, most in (
            ("brief", seat.brief, LONGEST_BRIEF),
            ("short", seat.short, LONGEST_SHORT),
        ):
            words = _words(text)
            if words > most:
                message = f"this has {words:,} words; people read {most:,} at most"
                yield desk.warning(("seats", key, part), "long-text", message, "shorten it")


def _possible(desk: Desk, actor: Actor, deed: Deed) -> bool:
    """Whether an actor may ever be able to give this order."""
    if deed.by and actor.kind not in deed.by:
        return False
    turns = desk.content.turns
    money = actor.money + turns * actor.income.get("money", 0)
    political = actor.political + turns * actor.income.get("political", 0)
    cost = deed.price
    if cost.staff > actor.staff or cost.money > money or cost.political > political:
        return False
    operands = [axis for role, axis in deed.roles.items() if role != "me"]
    return all(len(desk.names[axis]) > (axis == "actor") for axis in operands)


def _words(text: Text) -> int:
    texts = text.values() if isinstance(text, dict) else [text]
    return max((len(one.split()) for one in texts), default=0)
