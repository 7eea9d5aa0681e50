"""Telling a turn of a game as it was: what happened, who did what, what it changed and why.

For eyes that may see everything: a demonstration that nobody plays, or a game that is over and
is talked through.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from game.engine import Events, Kind, Order
from game.engine.journal import PERSON
from game.language import t, t_later, t_now
from game.session.moved import moved
from game.session.namebook import Namebook
from game.session.running import Running

CHANGES = 6  # told in a turn
COLUMNS = ("kind", "seat", "what", "target", "about", "via", "reason")
OUTCOMES = {
    Kind.DONE: "",
    Kind.FAILED: t_later("It failed, and was paid for."),
    Kind.STANDING: t_later("It waits for the other side."),
}
WRITTEN = (
    ("text", t_later("In words: “{words}”.")),
    ("intent", t_later("Intent: “{words}”.")),
    ("expects", t_later("Expected: “{words}”.")),
)


def tell_opening(game: Running, names: Namebook, how: str) -> Iterator[str]:
    """Which game this is, and who plays it."""
    content = game.scenario.content
    yield f"{names.say(content.title)}. {names.say(content.summary)}".strip()
    yield how
    for seat, holder in game.header.seats.items():
        name = names.thing("seat", seat)
        if holder == PERSON:
            yield t("{seat} is played by a person.", seat=name)
        else:
            yield t("{seat} is played by {policy}.", seat=name, policy=holder)


def tell_turn(
    game: Running,
    names: Namebook,
    injects: Sequence[str],
    orders: Sequence[Order],
    events: Events,
) -> Iterator[str]:
    """A turn that has just been played and is the last so far."""
    yield ""
    turns = game.scenario.content.turns
    yield t("Turn {turn} of {turns}.", turn=game.completed, turns=turns)
    for inject in injects:
        yield t("It happens: {text}", text=names.say(game.scenario.content.msel[inject].text))
    yield from _deeds(game, names, orders, events)
    told = [one for seat in game.seats for one in game.told[seat] if one.turn == game.completed]
    for text in dict.fromkeys(one.text for one in told if one.kind == "exposed"):
        yield t("It came out: {text}", text=" ".join(text.split()))
    entries = [entry for entry in game.ledger.entries if entry.turn == game.completed]
    lines = moved(names, game.rulebook, entries, game.world.cells[0].tolist(), CHANGES)
    yield from lines or [t("Little moved.")]


def tell_ending(game: Running, names: Namebook) -> Iterator[str]:
    """How the game ended, and what each seat reached; or that it has not ended."""
    yield ""
    if not game.ended:
        yield t("The game has not ended: turn {turn} is still to be played.", turn=game.turn)
        return
    card = game.scenario.content.endings.get(game.ending)
    says = names.say(card.says) if card else t("Its time was over.")
    yield t("The game ended after turn {turn}. {says}", turn=game.completed, says=says)
    layout, keys = game.rulebook.layout, game.rulebook.keys
    score, attained = (layout.view(game.world.cells, name)[0] for name in ("score", "attained"))
    for seat in game.seats:
        points = float(score[keys["seat"].index(seat)])
        reached = {"seat": names.thing("seat", seat), "points": f"{points:.0f}"}
        yield t("{seat} reached {points} of 100.", **reached)
        for place in np.flatnonzero([key.split(".")[0] == seat for key in keys["objective"]]):
            key = keys["objective"][place].split(".")[1]
            name = names.say(game.scenario.content.objectives[seat][key].name)
            goal = name or key.replace("_", " ")
            yield (
                t("Met: {goal}.", goal=goal)
                if attained[place]
                else t("Not met: {goal}.", goal=goal)
            )


def _deeds(
    game: Running, names: Namebook, orders: Sequence[Order], events: Events
) -> Iterator[str]:
    """What each seat ordered, what its people wrote, and what became of it."""
    became: dict[tuple[int, ...], tuple[Kind, int]] = {}
    rows = zip(*(getattr(events, name).tolist() for name in COLUMNS), strict=True)
    for kind, seat, what, target, about, via, reason in rows:
        if kind == Kind.VOID or kind in OUTCOMES:
            became[seat, what, target, about, via] = (Kind(kind), reason)
    for seat in game.seats:
        own = [order for order in orders if order.seat == seat]
        if not own:
            yield t("{seat} gives no order.", seat=names.thing("seat", seat))
        for order in own:
            kind, reason = became.get(game.row(order), (Kind.DONE, 0))
            said = f"{names.thing('seat', seat)}: {names.order(order)}.{_words(order)}"
            if kind == Kind.VOID:
                yield f"{said} " + t("It was void: {reason}.", reason=names.void(order, reason))
            else:
                yield f"{said} {t_now(OUTCOMES[kind])}".rstrip()


def _words(order: Order) -> str:
    """What was written with an order, on the same line."""
    parts = [
        t_now(said, words=" ".join(getattr(order, name).split()))
        for name, said in WRITTEN
        if getattr(order, name)
    ]
    if order.confidence is not None:
        parts.append(t("Confidence: {share} percent.", share=f"{100 * order.confidence:.0f}"))
    return "".join(f" {part}" for part in parts)
