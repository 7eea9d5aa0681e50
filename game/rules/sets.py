"""The sets of the expression language: who belongs to them, and with what weight."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.rules.board import Board
from game.scenario.words import Apply, Constant, Entity, Group, Meaning, Read

Array = npt.NDArray[Any]

ME = Entity("actor", "me", "role")
VIA = Entity("channel", "via", "role")


def members_of(board: Board, name: str) -> list[Array]:
    """Return the sets of a kind, each an array of members in ascending order.

    `reached` has one for each (actor, channel), sets asked of a thing one for each such thing,
    the others one.
    """
    nodes, actors = board.counts["audience"], board.counts["actor"]
    publics = board.relations["of"]["audience"]
    match name:
        case "reached":
            return _reachable(board)
        case "publics":
            return [np.flatnonzero(publics == actor) for actor in range(actors)]
        case "abroad":
            return [np.flatnonzero(publics != actor) for actor in range(actors)]
        case "everyone":
            return [np.arange(nodes)]
        case "nodes":
            owner = board.nodes.owner
            return [np.flatnonzero(owner == key) for key in range(len(board.keys["audience"]))]
        case "others" | "suspects":
            return [np.flatnonzero(np.arange(actors) != actor) for actor in range(actors)]
        case "named":
            return [np.flatnonzero(row) for row in board.facts["names"]]
        case "states":
            content = board.scenario.content
            kinds = [content.actors[key].kind for key in board.keys["actor"]]
            return [np.flatnonzero(np.array(kinds) == "state")]
        case "channels":
            return [np.arange(board.counts["channel"])]
        case "issues":
            return [np.arange(board.counts["issue"])]
    message = f"the set {name} has no members"
    raise ValueError(message)


def _reachable(board: Board) -> list[Array]:
    """Return, for each (actor, channel), the audiences the actor could ever reach there."""
    takes, ties = board.facts["takes"], board.facts["tie"]
    return [
        np.flatnonzero((takes[channel] > 0) & (ties[actor] > 0))
        for actor in range(board.counts["actor"])
        for channel in range(board.counts["channel"])
    ]


def weight_of(group: Group) -> Meaning | None:
    """Return a member's weight in a set as a meaning, None where every member weighs 1."""
    if group.name == "suspects" and group.inner is not None:
        suspect = Entity("actor", "suspects", "member")
        return Apply("prob", (Read("evidence", (group.inner, suspect), fact=False),))
    return voice() if group.name == "reached" else None


def voice() -> Meaning:
    """Return how well me is heard by a member of `reached` through via, 0..1.

    What the audience takes from the channel, times the tie, times the open share of the channel,
    times how fast its lane is. A network cut closes digital channels; those who work around it
    hear all the same. A platform that suspends the actor takes its voice there.
    """
    member = Entity("audience", "reached", "member")
    cut = _less(Constant(1), _read("online", member))
    connected = _less(Constant(1), Apply("*", (_fact("digital", VIA), cut)))
    lane = Apply("*", (_read("open", VIA, member), _read("lane", VIA, member)))
    allowed = Apply("*", (lane, connected))
    heard = Apply("max", (allowed, _read("bypass", member)))
    kept = _less(Constant(1), _read("suspended", ME, VIA))
    drawn = Apply("*", (_fact("takes", VIA, member), _fact("tie", ME, member)))
    return Apply("*", (drawn, Apply("*", (heard, kept))))


def _less(left: Meaning, right: Meaning) -> Meaning:
    return Apply("-", (left, right))


def _read(name: str, *args: Entity) -> Read:
    return Read(name, args, fact=False)


def _fact(name: str, *args: Entity) -> Read:
    return Read(name, args, fact=True)
