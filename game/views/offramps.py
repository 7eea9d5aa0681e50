"""Which deeds lower a tension outright, and whom it takes: read off what they do by themselves.

Only what is certain once the deed is done counts: a chance, a condition or a worked-out amount may
turn out otherwise, so a deed that rests on one is not said to lower anything.
"""

from collections.abc import Iterable
from typing import NamedTuple

from game.scenario import Scenario
from game.scenario.deeds import Deed
from game.scenario.expression import Call, ExpressionError, Name, Tree, parse
from game.scenario.move import Effect, Shift

EASED = "tension"


class Ease(NamedTuple):
    """A pair, as roles (`me`, `target`, `about`) or actors' keys, and by how much it is lowered."""

    one: str
    other: str
    by: float


def eased_pairs(scenario: Scenario, deed: Deed) -> tuple[Ease, ...]:
    """Return the pairs whose tension a deed lowers, each once."""
    stages = [deed.effects, deed.adds, *deed.after.values()]
    found: dict[tuple[str, str], float] = {}
    for pair in (pair for stage in stages for pair in _lowered(scenario, stage)):
        found[pair.one, pair.other] = found.get((pair.one, pair.other), 0.0) + pair.by
    return tuple(Ease(*names, by) for names, by in found.items())


def partners(deed: Deed) -> tuple[str, ...]:
    """Return the roles of those who must order their part too, for the deed to be done."""
    return tuple(row.who for row in deed.partners)


def _lowered(scenario: Scenario, effects: Iterable[Effect]) -> list[Ease]:
    found = []
    for effect in effects:
        if isinstance(effect, str):
            found += _lowered(scenario, scenario.fragments[effect])
        elif isinstance(effect, Shift) and effect.when is None and _plain(effect.by) < 0:
            found += _pair(effect.shift, -_plain(effect.by))
    return found


def _plain(amount: float | str) -> float:
    """Return an amount written as a plain number, 0 for one that must be worked out."""
    try:
        return float(amount)
    except ValueError:
        return 0.0


def _pair(measure: str, by: float) -> list[Ease]:
    """Return the pair of `tension(one, other)` where both are plain words."""
    try:
        tree: Tree = parse(measure)
    except ExpressionError:
        return []
    if not isinstance(tree, Call) or tree.name != EASED:
        return []
    names = [arg.text for arg in tree.args if isinstance(arg, Name)]
    return [Ease(names[0], names[1], by)] if len(names) == 2 == len(tree.args) else []
