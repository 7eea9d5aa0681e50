"""The board: a scenario numbered, before any rule is compiled.

Every axis gets its order (names sorted, so the order of declaration changes nothing), every
measure its stretch of cells, every fact its number, every relation its arrow.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import keys as names_of
from game.engine.chance import mix
from game.engine.layout import Layout, grain_of, lay_out, whole
from game.rules.facts import facts_of, relations_of
from game.rules.pace import BY_DAYS, fading, turn_days
from game.rules.starts import starts_of
from game.scenario import Nodes, Scenario
from game.scenario.expression import Call, parse
from game.scenario.move import Chance, Gauge, Shift

Array = npt.NDArray[Any]

# Bookkeeping of the engine that no author declares and no seat sees.
INTERNAL: dict[str, tuple[str, ...]] = {
    "turn": (),
}
WIDEST = 10_000  # range of what counts turns
GIVEN = "{} given"  # what injects added this turn to a measure that fades


@dataclass(frozen=True, eq=False)
class Board:
    """A scenario as numbers.

    keys: the names on every axis; counts: their number, for audiences that of the nodes;
    nodes: the audience nodes; relations: name -> {axis asked: (n,) index of the answer, -1 none};
    facts: name -> array over its axes; first_node: (audiences,) the first node of each audience.
    """

    scenario: Scenario
    keys: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]
    nodes: Nodes
    first_node: Array
    layout: Layout
    relations: Mapping[str, Mapping[str, Array]]
    facts: Mapping[str, Array]
    member_names: Mapping[str, Array]

    @property
    def populated(self) -> bool:
        """Whether some audience is a population of many nodes."""
        return len(self.nodes.owner) > len(self.keys["audience"])


def number(scenario: Scenario) -> Board:
    """Return the board of a scenario."""
    keys = {axis: tuple(names) for axis, names in scenario.keys.items()}
    keys["ending"] = tuple(sorted(scenario.content.endings))
    nodes = scenario.nodes()
    counts = {axis: len(names) for axis, names in keys.items()}
    counts["audience"] = len(nodes.owner)
    first_node = np.searchsorted(nodes.owner, np.arange(len(keys["audience"])))
    layout = _layout(scenario, keys, counts, nodes)
    members = {axis: names_of(keys[axis], axis) for axis in keys}
    inside = np.arange(len(nodes.owner)) - first_node[nodes.owner]
    members["audience"] = mix(members["audience"][nodes.owner], inside.astype(np.uint64))
    relations = relations_of(scenario, nodes)
    facts = facts_of(scenario, nodes, relations)
    return Board(scenario, keys, counts, nodes, first_node, layout, relations, facts, members)


def _layout(
    scenario: Scenario,
    keys: Mapping[str, tuple[str, ...]],
    counts: Mapping[str, int],
    nodes: Nodes,
) -> Layout:
    """Lay out every measure and set its range, grain, fade and start, cell by cell."""
    gauges = scenario.measures
    axes = {name: tuple(gauge.axes) for name, gauge in gauges.items()} | INTERNAL
    twins = {GIVEN.format(name): name for name in sorted(_given(scenario))}
    axes |= {twin: axes[name] for twin, name in twins.items()}
    own = {name: gauges.get(twins.get(name, name)) for name in axes}
    symmetric = {name: gauge is not None and gauge.symmetric for name, gauge in own.items()}
    stretches, alias = lay_out(axes, symmetric, counts)
    size = len(alias)
    low, high, fade, grain = (np.zeros(size) for _ in range(4))
    grain[-1] = 1.0
    days = turn_days(scenario.content)
    for name, stretch in stretches.items():
        span = slice(stretch.first, stretch.first + stretch.size)
        ranges = _ranges(scenario, own[name])
        if name in twins:
            widest = np.abs(ranges).max(axis=1)
            ranges = np.stack([-widest, widest], axis=1)
        grains = np.array([grain_of(*pair) for pair in ranges.tolist()])
        for vector, values in ((low, ranges[:, 0]), (high, ranges[:, 1]), (grain, grains)):
            vector[span] = np.resize(values, stretch.size)
        fade[span] = gauges[name].fade if name in gauges else float(name in twins)
        if name in BY_DAYS:
            fade[span] = fading(days, scenario.parameters[BY_DAYS[name]])
    low, high = whole(low, grain), whole(high, grain)  # what is clipped stays a whole multiple too
    start = np.zeros(size)
    for name, values in starts_of(scenario, keys, counts, nodes).items():
        stretch = stretches[name]
        start[stretch.first : stretch.first + stretch.size] = values.ravel()
    start = np.clip(whole(start, grain), low, high)
    given: Array = np.full(size, size - 1)
    for twin, name in twins.items():
        cells = np.arange(stretches[name].size)
        given[stretches[name].first + cells] = stretches[twin].first + cells
    shape = (stretches, dict(counts), low, high, start, fade, grain, alias)
    return Layout(*shape, given if twins else None)


def _given(scenario: Scenario) -> set[str]:
    """Return the fading measures that some inject shifts."""
    found: set[str] = set()
    effects = [one for inject in scenario.content.msel.values() for one in inject.effects]
    while effects:
        match effects.pop():
            case str() as fragment:
                effects += scenario.fragments[fragment]
            case Chance(then=then, otherwise=otherwise):
                effects += [*then, *otherwise]
            case Shift(shift=place):
                tree = parse(place)
                found.add(tree.name if isinstance(tree, Call) else place.strip())
    passing = {name for name, gauge in scenario.measures.items() if gauge.fade > 0}
    return found & (passing | set(BY_DAYS))


def _ranges(scenario: Scenario, gauge: Gauge | None) -> Array:
    """Return (1, 2) lowest and highest value of a measure, or (I, 2) by issue where it scales.

    A measure that takes its issue's scale has the issue as its last axis.
    """
    if gauge is None:
        return np.array([[0.0, float(WIDEST)]])
    if isinstance(gauge.range, tuple):
        return np.array([gauge.range], dtype=np.float64)
    scales = [scenario.content.issues[issue].scale for issue in scenario.keys["issue"]]
    return np.array(scales, dtype=np.float64).reshape(-1, 2)
