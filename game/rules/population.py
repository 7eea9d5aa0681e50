"""Audiences of many people: what a rule says of an audience, said of its nodes.

Where a scenario has populations, `credibility(me, target)` is a number of each person: an effect on
it runs over them all, and a condition reads their mean by size. Only `size(target)` is a number of
them together, wherever it stands. Elsewhere nothing changes here.
"""

from game.rules.board import Board
from game.scenario.words import Apply, Constant, Entity, Group, Meaning, Over, Read, Same

SIZE = "size"  # of an audience: the people of all its nodes


def over_nodes_place(place: Read, board: Board) -> tuple[Read, Group | None]:
    """Return the place of an effect with an audience named in it replaced by its nodes, and these.

    The effect happens to each of them, whatever set it runs over beside.
    """
    people = None
    for arg in place.args:
        if board.populated and _whole_audience(arg):
            people = Group("audience", "nodes", arg)
    if people is None:
        return place, None
    args = tuple(_member() if _whole_audience(arg) else arg for arg in place.args)
    return Read(place.name, args, fact=False), people


def over_nodes(meaning: Meaning, free: Group | None, board: Board) -> Meaning:
    """Return the meaning with every audience read through its nodes; `free` is the effect's set."""
    if not board.populated:
        return meaning
    match meaning:
        case Constant() | Same():
            return meaning
        case Apply(op, args):
            return Apply(op, tuple(over_nodes(arg, free, board) for arg in args))
        case Over(op, group, body):
            return Over(op, group, over_nodes(body, group, board))
        case Read(name, args, fact):
            whole = next((arg for arg in args if _whole_audience(arg)), None)
            if whole is None:
                return meaning
            group = Group("audience", "nodes", whole)
            inside = Read(name, tuple(_member() if arg == whole else arg for arg in args), fact)
            if name == SIZE:
                return Over("sum", group, inside)
            return inside if group == free else Over("mean", group, inside)


def _whole_audience(thing: Entity) -> bool:
    return thing.axis == "audience" and thing.sort in ("key", "role")


def _member() -> Entity:
    return Entity("audience", "nodes", "member")
