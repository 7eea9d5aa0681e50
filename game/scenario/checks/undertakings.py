"""Undertakings: who promises what to whom, so that the engine can see it kept or broken."""

from collections.abc import Iterator

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.model import Commitment
from game.scenario.nodes import Path

PROMISES = ("spares", "stays_below", "shares", "lifts")
# What a promise needs beside itself.
COMPLETED = {"stays_below": ("with",), "shares": ("with",), "lifts": ("for",)}


def commitments(desk: Desk) -> Iterator[Fault]:
    """Commitments that are none, lack a part, or are made by someone who signs nothing."""
    for key, undertaking in desk.content.undertakings.items():
        for number, commitment in enumerate(undertaking.commitments):
            path = ("undertakings", key, "commitments", number)
            yield from _promise(desk, path, commitment)
            parties = undertaking.parties
            if commitment.who not in parties and desk.knows("actor", commitment.who):
                message = f"'{commitment.who}' is no party of '{key}'"
                hint = f"add it to parties:, or name one of {', '.join(parties)}"
                yield desk.error((*path, "who"), "no-party", message, hint)


def parties(desk: Desk) -> Iterator[Fault]:
    """Undertakings that one actor would sign twice."""
    for key, undertaking in desk.content.undertakings.items():
        for number, party in enumerate(undertaking.parties):
            if party in undertaking.parties[:number]:
                path = ("undertakings", key, "parties", number)
                message = f"'{party}' is a party of '{key}' already"
                yield desk.error(path, "declared-twice", message, "name every party once")


def _promise(desk: Desk, path: Path, commitment: Commitment) -> Iterator[Fault]:
    last = desk.content.turns
    sound = desk.draft.sound(*desk.draft.origin(path))
    if commitment.by is not None and commitment.by > last and desk.draft.sound("turns"):
        message = f"this is due in turn {commitment.by}, after the last turn, {last}"
        yield desk.error((*path, "by"), "after-the-end", message, f"give a turn from 1 to {last}")
    if not sound:
        return
    given = [name for name in PROMISES if getattr(commitment, name) is not None]
    if len(given) != 1:
        message = f"a commitment is one promise, here are {len(given) or 'none'}"
        hint = f"write one of {', '.join(PROMISES)}"
        yield desk.error(path, "one-promise", message, hint)
        return
    parts = {"with": commitment.with_whom, "for": commitment.audience}
    for part in COMPLETED.get(given[0], ()):
        if parts[part] is None:
            message = f"'{given[0]}' needs '{part}'"
            yield desk.error((*path, given[0]), "missing-key", message, f"add {part}:", key=True)
