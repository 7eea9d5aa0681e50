"""Audiences as nodes and ties as arrays: one node for a public, many for a population.

A population is drawn from its audience's name alone, so it is the same in every game and on every
machine, and a change of one audience leaves the others as they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt

from game.scenario.model import Content, Population, Tie

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Nodes:
    """Nodes that hold opinions and the ties between them. N nodes, E ties, U audiences."""

    owner: Array  # (N,) int32     index of the audience, sorted by key
    size: Array  # (N,) float64    people behind the node
    first: Array  # (U + 1,) int64  nodes first[u] to first[u + 1] are those of audience u
    source: Array  # (E,) int64     who speaks
    target: Array  # (E,) int64     who listens; ties are sorted by target, then source
    weight: Array  # (E,) float64   influence; what arrives at a node sums to at most 1
    passes: Array  # (E,) float64   chance that a claim is handed on


def tie_of(value: Tie | float) -> Tie:
    """A tie, also where only its weight was written."""
    return value if isinstance(value, Tie) else Tie(weight=value, passes=None)


def arriving(content: Content) -> dict[str, float]:
    """The weights that arrive at each audience from the others, summed.

    A tie to itself is no influence: its own weight is what the others leave.
    """
    sums: dict[str, float] = {}
    for source, ties in sorted(content.ties.items()):
        if source in content.audiences:
            for target, tie in ties.items():
                if target == source:
                    continue
                sums[target] = sums.get(target, 0.0) + tie_of(tie).weight
    return sums


def inner_weight(content: Content, audience: str, population: Population) -> float:
    """The influence that arrives at a person from its own population.

    The author's number if he gave one, else what the ties from other audiences leave of it.
    """
    if "weight" in population.model_fields_set:
        return population.weight
    return max(0.0, min(population.weight, 1.0 - arriving(content).get(audience, 0.0)))


def expand(content: Content) -> Nodes:
    """The nodes and ties of all audiences, populations drawn."""
    audiences = sorted(content.audiences)
    counts = [_count(content, key) for key in audiences]
    first = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64)
    sizes = [
        content.audiences[key].size / count for key, count in zip(audiences, counts, strict=True)
    ]
    parts = [*_inside(content, audiences, first), *_between(content, audiences, first)]
    source, target, weight, passes = (_joined(parts, column) for column in range(4))
    order = np.lexsort((source, target))
    return Nodes(
        owner=np.repeat(np.arange(len(audiences), dtype=np.int32), counts),
        size=np.repeat(np.array(sizes, dtype=np.float64), counts),
        first=first,
        source=source[order].astype(np.int64),
        target=target[order].astype(np.int64),
        weight=weight[order],
        passes=passes[order],
    )


Part = tuple[Array, Array, Array, Array]  # source, target, weight, passes of some ties


def _count(content: Content, audience: str) -> int:
    population = content.audiences[audience].population
    return population.nodes if population else 1


def _joined(parts: list[Part], column: int) -> Array:
    columns = [part[column] for part in parts]
    return np.concatenate(columns) if columns else np.zeros(0)


def _inside(content: Content, audiences: list[str], first: Array) -> Iterator[Part]:
    """The ties within each population, both ways; its weight is shared among a person's ties."""
    for index, key in enumerate(audiences):
        population = content.audiences[key].population
        if population is None:
            continue
        pairs = _draw(key, population) + first[index]
        source = np.concatenate([pairs[:, 0], pairs[:, 1]])
        target = np.concatenate([pairs[:, 1], pairs[:, 0]])
        heard = np.bincount(target - first[index], minlength=population.nodes)
        share = inner_weight(content, key, population) / np.maximum(heard, 1)
        passes = np.full(len(source), population.passes)
        yield source, target, share[target - first[index]], passes


def _between(content: Content, audiences: list[str], first: Array) -> Iterator[Part]:
    """The ties between audiences: one to one, one to each person, or from persons in turn.

    Every person of a population hears the whole weight of a tie that leads to it; a single public
    hears a population's persons with equal shares of the weight and of the chance.
    """
    place = {key: index for index, key in enumerate(audiences)}
    for source_key, ties in sorted(content.ties.items()):
        if source_key not in place:
            continue
        for target_key, value in sorted(ties.items()):
            if target_key not in place or target_key == source_key:
                continue
            tie = tie_of(value)
            sources = np.arange(first[place[source_key]], first[place[source_key] + 1])
            targets = np.arange(first[place[target_key]], first[place[target_key] + 1])
            spread = 1.0
            if len(targets) == 1:
                spread = 1.0 / len(sources)
                targets = np.repeat(targets, len(sources))
            else:
                sources = np.resize(sources, len(targets))
            passes = tie.weight if tie.passes is None else tie.passes
            full = np.ones(len(sources))
            yield sources, targets, full * tie.weight * spread, full * passes * spread


def _draw(name: str, population: Population) -> Array:
    """The pairs (E, 2) of people who talk with one another."""
    import networkx as nx

    seed = int.from_bytes(sha256(name.encode()).digest()[:4], "big")
    people = population.nodes
    if population.graph == "small_world":
        degree = min(population.degree, people - 1)
        graph = nx.watts_strogatz_graph(people, degree, population.rewire, seed=seed)
    else:
        half = max(1, min(population.degree // 2, people - 1))
        graph = nx.barabasi_albert_graph(people, half, seed=seed)
    flat = (person for pair in graph.edges() for person in pair)
    return np.fromiter(flat, dtype=np.int64, count=2 * graph.number_of_edges()).reshape(-1, 2)
