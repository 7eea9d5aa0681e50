"""Conditions that no game can ever meet, and seats without anything to reach."""

from collections.abc import Iterator

from game.scenario.desk import Desk
from game.scenario.expression import Call, ExpressionError, Name, Number, Operation, Tree, parse
from game.scenario.faults import Fault
from game.scenario.nodes import Path

MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
Range = tuple[float, float]


def out_of_range(desk: Desk) -> Iterator[Fault]:
    """Endings and objectives that ask a measure for a value outside its range."""
    for key, ending in desk.content.endings.items():
        path: Path = ("endings", key, "when")
        yield from _unreachable(desk, path, ending.when, f"the ending '{key}' is never reached")
    for seat, group in desk.content.objectives.items():
        for key, goal in group.items():
            path = ("objectives", seat, key, "when")
            yield from _unreachable(desk, path, goal.when, f"'{key}' can never be reached")


def without_objectives(desk: Desk) -> Iterator[Fault]:
    """Seats that have nothing to reach, where others do."""
    if not desk.content.objectives:
        return
    for key in desk.content.seats:
        if not desk.content.objectives.get(key) and desk.content.seats[key].policy is None:
            message = f"the seat '{key}' has no objectives, so its score says nothing"
            hint = f"add objectives: {{{key}: ...}}"
            yield desk.warning(("seats", key), "no-objectives", message, hint)


def _unreachable(desk: Desk, path: Path, text: str, what: str) -> Iterator[Fault]:
    try:
        tree = parse(text)
    except ExpressionError:
        return
    for part in _needed(tree):
        found = _bounds(desk, part)
        if found is None:
            continue
        name, op, number, (low, high) = found
        if _never(op, number, low, high):
            message = f"{what}: {name} lies between {low:g} and {high:g}"
            place = desk.draft.inside(path, part.at)
            yield Fault(
                place.file, place.line, place.column, "unreachable", message,
                f"ask for a value it can have, not {op} {number:g}", "warning",
            )  # fmt: skip


def _needed(tree: Tree) -> Iterator[Operation]:
    """The comparisons all of which must hold."""
    match tree:
        case Operation("and", args, _):
            for arg in args:
                yield from _needed(arg)
        case Operation() if tree.op in MIRROR:
            yield tree


def _bounds(desk: Desk, tree: Operation) -> tuple[str, str, float, Range] | None:
    """The measure of a comparison with a number, the comparison, the number and the range."""
    left, right = tree.args
    op = tree.op
    if isinstance(left, Number):
        left, right, op = right, left, MIRROR[op]
    if not isinstance(right, Number) or not isinstance(left, Name | Call):
        return None
    name = left.text if isinstance(left, Name) else left.name
    if name == "turn":
        return name, op, right.value, (0, desk.content.turns)
    gauge = desk.measures.get("crisis" if isinstance(left, Name) and name == "tension" else name)
    if gauge is None:
        return None
    if gauge.range == "scale":
        issue = left.args[-1] if isinstance(left, Call) and left.args else None
        known = desk.content.issues.get(issue.text) if isinstance(issue, Name) else None
        return (name, op, right.value, known.scale) if known else None
    return name, op, right.value, gauge.range


def _never(op: str, number: float, low: float, high: float) -> bool:
    above = {">": number >= high, ">=": number > high}
    below = {"<": number <= low, "<=": number < low}
    return (
        above.get(op, False) or below.get(op, False) or (op == "==" and not low <= number <= high)
    )
