"""Crowds: a Friedkin-Johnsen step of the rules over many audience nodes, ten ties each."""

from types import SimpleNamespace

import numpy as np

from game.engine.layout import Layout, grain_of, lay_out
from game.engine.tiers import Draft
from game.rules.opinion import Influence, weights
from tests.bench.plain import averaged
from tests.bench.row import by_turns, rate

TIES = 10  # that arrive at each node
STEPS = {100_000: 20, 1_000_000: 4}
PLAIN = 100_000  # a plain loop over more would take too long


def rows():
    """Yield steps a second for two sizes of crowd."""
    for nodes, steps in STEPS.items():
        source = np.random.default_rng(1).integers(0, nodes, nodes * TIES)
        crowd, draft = influence(nodes, source), draft_of(nodes)
        works = [lambda c=crowd, d=draft, n=steps: [c.average(d) for _ in range(n)]]
        if nodes <= PLAIN:
            works.append(plain_step(nodes, source))
        here, *plain = by_turns(*works)
        loop = 1 / plain[0] if plain else None
        yield rate(f"Friedkin-Johnsen, {nodes:,} nodes, steps", steps / here, loop)


def influence(nodes, source):
    """Return the rules' own model over ties from these nodes, ten to each node in turn."""
    target, weight = np.repeat(np.arange(nodes), TIES), np.full(len(source), 0.05)
    half = np.full(nodes, 0.5)
    return Influence(
        source=source,
        target=target,
        weight=weight,
        own=half,
        susceptible=half,
        bound=np.full(nodes, np.inf),
        matrix=weights(source, target, weight, nodes),
        issue=np.zeros(0, dtype=np.int64),
        pull=np.zeros(0),
        names=(),
        lasting=1.0,
    )


def draft_of(nodes):
    """Return a world of one game that holds nothing but opinions and anchors on one issue."""
    axes = dict.fromkeys(("anchor", "opinion"), ("audience", "issue"))
    counts = {"audience": nodes, "issue": 1}
    stretches, alias = lay_out(axes, dict.fromkeys(axes, False), counts)
    start = np.linspace(-100.0, 100.0, len(alias))
    low, grain = np.full(len(alias), -100.0), np.full(len(alias), grain_of(-100.0, 100.0))
    layout = Layout(stretches, counts, low, -low, start, 0 * low, grain, alias)
    cells = np.ascontiguousarray(start[:, None]).T
    return Draft(cells, np.zeros(1, np.uint64), 1, SimpleNamespace(layout=layout), None)


def plain_step(nodes, source):
    """Return the same step as a plain loop over ties."""
    ties = [(s, place // TIES, 0.05) for place, s in enumerate(source.tolist())]
    start = np.linspace(-100.0, 100.0, nodes).tolist()
    half = [0.5] * nodes
    return lambda: averaged(start, start, ties, half)
