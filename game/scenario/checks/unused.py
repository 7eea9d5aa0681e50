"""What stands in a scenario and touches nothing: legal, and seldom meant."""

import re
from collections.abc import Iterable, Iterator

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.move import Chance, Effect, Expose, Shift


def isolated_actors(desk: Desk) -> Iterator[Fault]:
    """Actors that nobody listens to, that play no part and are named nowhere."""
    content = desk.content
    named = [audience.of for audience in content.audiences.values()]
    named += [channel.owner for channel in content.channels.values()]
    named += [seat.actor for seat in content.seats.values()]
    named += [actor.host for actor in content.actors.values()]
    for secret in content.secrets.values():
        named += [secret.of, *secret.holders, *secret.names]
    for claim in content.claims.values():
        named += [claim.subject, *claim.by]
    for undertaking in content.undertakings.values():
        named += undertaking.parties
    linked = {*named, *content.ties, *_spoken(desk)}
    for key in content.actors:
        if key not in linked:
            message = f"nothing links the actor '{key}' to the others"
            hint = "give it a tie to an audience, a seat, or a public of its own"
            yield desk.warning(("actors", key), "isolated", message, hint)


def isolated_audiences(desk: Desk) -> Iterator[Fault]:
    """Audiences that hear nobody: no tie arrives, and they are nobody's own."""
    content = desk.content
    heard = {target for ties in content.ties.values() for target in ties}
    for key, audience in content.audiences.items():
        if audience.of is None and key not in heard and key not in content.ties:
            message = f"nothing links the audience '{key}' to the others"
            yield desk.warning(("audiences", key), "isolated", message, "give it of: or a tie")


def channels(desk: Desk) -> Iterator[Fault]:
    """Channels that no audience takes anything from."""
    audiences = desk.content.audiences.values()
    if any(audience.channels is None for audience in audiences):
        return  # an audience that lists no channels takes from each
    taken = {
        key for audience in audiences for key, share in (audience.channels or {}).items() if share
    }
    spoken = _spoken(desk)
    for key in desk.content.channels:
        if key not in taken and key not in spoken:
            message = f"no audience takes anything from the channel '{key}'"
            yield desk.warning(
                ("channels", key), "unused", message, "list it under channels: of one"
            )


def secrets(desk: Desk) -> Iterator[Fault]:
    """Secrets that no seat can ever come by."""
    seated = {seat.actor for seat in desk.content.seats.values()}
    spoken = _spoken(desk)
    for key, secret in desk.content.secrets.items():
        held = seated & {secret.of, *secret.holders}
        if not held and key not in spoken:
            message = f"no seat holds the secret '{key}'"
            hint = "add holders, or give a seat to its owner"
            yield desk.warning(("secrets", key), "unused", message, hint)


def claims(desk: Desk) -> Iterator[Fault]:
    """Claims that nobody at the table can bring up."""
    content = desk.content
    seated = {seat.actor for seat in content.seats.values()}
    stories = {secret.story for secret in content.secrets.values()}
    spoken = _spoken(desk)
    for key, claim in content.claims.items():
        sayable = not claim.by or seated & set(claim.by)
        if not (sayable or claim.aware or key in stories or key in spoken):
            message = f"nobody at the table can bring up the claim '{key}'"
            hint = "add an actor with a seat to by:, or say aware:"
            yield desk.warning(("claims", key), "unused", message, hint)


def issues(desk: Desk) -> Iterator[Fault]:
    """Issues on which nobody has an opinion and nothing is said."""
    content = desk.content
    used = {issue for audience in content.audiences.values() for issue in audience.opinion}
    used |= {claim.issue for claim in content.claims.values() if claim.issue}
    spoken = _spoken(desk)
    for key in content.issues:
        if key not in used and key not in spoken:
            message = f"no claim and no opinion is about the issue '{key}'"
            yield desk.warning(("issues", key), "unused", message, "give a claim issue:")


def _spoken(desk: Desk) -> set[str]:
    """Every word of the scenario's own conditions and effects."""
    content = desk.content
    texts = [ending.when for ending in content.endings.values()]
    texts += [goal.when for group in content.objectives.values() for goal in group.values()]
    texts += [inject.when or "" for inject in content.msel.values()]
    for inject in content.msel.values():
        texts += _texts(inject.effects)
    if desk.own_moves.made is not None:
        for move in desk.own_moves.made.moves.values():
            texts += _texts(move.effects)
    texts += list(content.start)
    return {word for text in texts for word in _words(text)}


def _texts(effects: Iterable[Effect]) -> Iterator[str]:
    for effect in effects:
        match effect:
            case Shift():
                yield effect.shift
                yield str(effect.by)
            case Expose():
                yield effect.expose
                yield effect.to
            case Chance():
                yield from _texts(effect.then)
                yield from _texts(effect.otherwise)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d]\w*", text)
