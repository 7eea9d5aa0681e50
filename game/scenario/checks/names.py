"""Names that are used and nowhere declared."""

from collections.abc import Iterable, Iterator

from game.scenario.complaints import near
from game.scenario.desk import SECTIONS, Anything, Desk
from game.scenario.faults import Fault
from game.scenario.nodes import Path

# The stand-ins that policies knows by name; the room of the script may not ask that room.
POLICIES = ("idle", "uniform", "broadcaster", "doctrine", "echo", "scripted", "planner")
Use = tuple[Path, str, str | None]  # where, which axis, which name

TOLD = {
    "actor": "an actor",
    "audience": "an audience",
    "issue": "an issue",
    "claim": "a claim",
    "secret": "a secret",
    "channel": "a channel",
    "move": "a move",
    "inject": "an inject",
    "seat": "a seat",
    "undertaking": "an undertaking",
}


def dangling(desk: Desk) -> Iterator[Fault]:
    """Every name in its place that names nothing."""
    for path, axis, name in _uses(desk):
        if name is not None and not desk.knows(axis, name):
            yield missing(desk, path, axis, name)
    for path, axis, name in _used_keys(desk):
        if name is not None and not desk.knows(axis, name):
            yield missing(desk, path, axis, name, key=True)


def missing(desk: Desk, path: Path, axis: str, name: str, *, key: bool = False) -> Fault:
    """The fault of a name that names nothing on its axis."""
    close = near(name, list(desk.names[axis]))
    other = [
        found
        for found in SECTIONS
        if found != axis
        and not isinstance(desk.names[found], Anything)
        and name in desk.names[found]
    ]
    if close:
        hint = f"did you mean '{close}'?"
    elif other:
        hint = f"'{name}' is {TOLD[other[0]]}"
    else:
        hint = f"declare it under {SECTIONS[axis]}:"
    return desk.error(path, "unknown-name", f"there is no {axis} '{name}'", hint, key=key)


def tie_ends(desk: Desk) -> Iterator[Fault]:
    """Ties from and to nobody; a tie leads to an audience."""
    for source, ties in desk.content.ties.items():
        if not desk.knows("actor", source) and not desk.knows("audience", source):
            yield _no_end(desk, ("ties", source), source)
        for target in ties:
            path = ("ties", source, target)
            if desk.knows("audience", target):
                continue
            if desk.knows("actor", target):
                message = f"'{target}' is an actor; only ties to audiences have an effect"
                yield desk.warning(path, "idle-tie", message, "name one of its audiences")
            else:
                yield _no_end(desk, path, target)


def deeds(desk: Desk) -> Iterator[Fault]:
    """Moves that are expected or weighed and do not exist."""
    content = desk.content
    for key, inject in content.msel.items():
        for number, name in enumerate(inject.expects):
            yield from _deed(desk, ("msel", key, "expects", number), name)
    for key, seat in content.seats.items():
        for name in seat.doctrine:
            yield from _deed(desk, ("seats", key, "doctrine", name), name, key=True)


def policies(desk: Desk) -> Iterator[Fault]:
    """Stand-ins that do not exist."""
    for key, seat in desk.content.seats.items():
        if seat.policy is not None and seat.policy not in POLICIES:
            close = near(seat.policy, list(POLICIES))
            hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(POLICIES)}"
            message = f"there is no policy '{seat.policy}'"
            yield desk.error(("seats", key, "policy"), "unknown-name", message, hint)


def parameters(desk: Desk) -> Iterator[Fault]:
    """Parameters that the rulebook does not have."""
    for name in desk.content.parameters:
        if name not in desk.book.parameters:
            known = list(desk.book.parameters)
            close = near(name, known)
            hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(known)}"
            message = f"there is no parameter '{name}'"
            yield desk.error(("parameters", name), "unknown-name", message, hint, key=True)


def deed_fault(desk: Desk, name: str) -> tuple[str, str] | None:
    """Why a name of a deed names none, and the next step; None if it does."""
    move, _, variant = name.partition(".")
    if not desk.knows("move", move):
        close = near(move, list(desk.names["move"]))
        hint = f"did you mean '{close}'?" if close else "`moves` lists those there are"
        return f"there is no move '{move}'", hint
    if not variant or move not in desk.moves:
        return None
    variants = list(desk.moves[move].variants)
    if variant in variants:
        return None
    hint = f"'{move}' has no variants"
    if variants:
        close = near(variant, variants)
        hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(variants)}"
    return f"'{move}' has no variant '{variant}'", hint


def _deed(desk: Desk, path: Path, name: str, *, key: bool = False) -> Iterator[Fault]:
    found = deed_fault(desk, name)
    if found is not None:
        yield desk.error(path, "unknown-name", *found, key=key)


def _no_end(desk: Desk, path: Path, name: str) -> Fault:
    close = near(name, [*desk.names["audience"], *desk.names["actor"]])
    hint = f"did you mean '{close}'?" if close else "declare it under actors: or audiences:"
    message = f"there is no actor or audience '{name}'"
    return desk.error(path, "unknown-name", message, hint, key=True)


def _uses(desk: Desk) -> Iterator[Use]:
    content = desk.content
    for key, actor in content.actors.items():
        yield ("actors", key, "host"), "actor", actor.host
        yield ("actors", key, "bloc"), "actor", actor.bloc
    for key, audience in content.audiences.items():
        yield ("audiences", key, "of"), "actor", audience.of
    for key, channel in content.channels.items():
        yield ("channels", key, "owner"), "actor", channel.owner
    for key, secret in content.secrets.items():
        yield ("secrets", key, "of"), "actor", secret.of
        yield from _listed(("secrets", key, "holders"), "actor", secret.holders)
        yield from _listed(("secrets", key, "names"), "actor", secret.names)
        yield ("secrets", key, "story"), "claim", secret.story
    for key, claim in content.claims.items():
        yield ("claims", key, "issue"), "issue", claim.issue
        yield ("claims", key, "subject"), "actor", claim.subject
        yield from _listed(("claims", key, "by"), "actor", claim.by)
        if isinstance(claim.aware, list):
            yield from _listed(("claims", key, "aware"), "audience", claim.aware)
    for key, seat in content.seats.items():
        yield ("seats", key, "actor"), "actor", seat.actor
    for key, inject in content.msel.items():
        yield from _listed(("msel", key, "to"), "seat", inject.to)
        if inject.contingency is not None:
            yield ("msel", key, "contingency", "of"), "inject", inject.contingency.of

    yield from _promised(desk)


def _promised(desk: Desk) -> Iterator[Use]:
    for key, undertaking in desk.content.undertakings.items():
        yield from _listed(("undertakings", key, "parties"), "actor", undertaking.parties)
        for number, promise in enumerate(undertaking.commitments):
            path = ("undertakings", key, "commitments", number)
            yield (*path, "who"), "actor", promise.who
            yield (*path, "spares"), "actor", promise.spares
            yield (*path, "with"), "actor", promise.with_whom
            yield (*path, "shares"), "secret", promise.shares
            yield (*path, "lifts"), "channel", promise.lifts
            yield (*path, "for"), "audience", promise.audience


def _listed(path: Path, axis: str, names: Iterable[str]) -> Iterator[Use]:
    for number, name in enumerate(names):
        yield (*path, number), axis, name


def _used_keys(desk: Desk) -> Iterator[Use]:
    content = desk.content
    for key, audience in content.audiences.items():
        for name in audience.opinion:
            yield ("audiences", key, "opinion", name), "issue", name
        for name in audience.channels or {}:
            yield ("audiences", key, "channels", name), "channel", name
    for key, claim in content.claims.items():
        if isinstance(claim.aware, dict):
            for name in claim.aware:
                yield ("claims", key, "aware", name), "audience", name
    for name in content.objectives:
        yield ("objectives", name), "seat", name
