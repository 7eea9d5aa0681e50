"""Where every measure starts: the table, then what actors and audiences say, then `start:`."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key, mix, uniform
from game.engine.chance import keys as names_of
from game.scenario import Nodes, Scenario

Array = npt.NDArray[Any]

ANYONE = "*"


def starts_of(
    scenario: Scenario,
    keys: Mapping[str, tuple[str, ...]],
    counts: Mapping[str, int],
    nodes: Nodes,
) -> dict[str, Array]:
    """Return {measure: its starting values, flat}, of the measures the table declares."""
    starts: dict[str, Array] = {}
    for name, gauge in scenario.measures.items():
        shape = tuple(counts[axis] for axis in gauge.axes)
        if isinstance(gauge.start, str):
            starts[name] = _field(scenario, gauge.start, shape, nodes)
        else:
            starts[name] = np.full(shape, float(gauge.start))
    for (name, things), value in scenario.starts.items():
        _place(starts[name], scenario, keys, nodes, (name, things, value))
    starts["ceiling"] = np.minimum(starts["ceiling"], 100.0 - starts["scar"])
    starts["trust"] = np.minimum(starts["trust"], starts["ceiling"])
    starts["crisis"] = np.array(_crisis(scenario, keys, starts["tension"]))
    for objective, place in zip(keys["objective"], range(counts["objective"]), strict=True):
        starts["attained"][place] = scenario.objectives[objective].holds == "throughout"
    return starts


def _field(scenario: Scenario, field: str, shape: tuple[int, ...], nodes: Nodes) -> Array:
    """Return starting values that a field of the scenario's things gives."""
    content = scenario.content
    if field == "opinion":
        rows = [content.audiences[name].opinion for name in scenario.keys["audience"]]
        values = [[row.get(issue, 0.0) for issue in scenario.keys["issue"]] for row in rows]
        issues = len(scenario.keys["issue"])
        return np.array(values, dtype=np.float64).reshape(len(rows), issues)[nodes.owner]
    if field == "mobilized":
        shares = [content.audiences[name].mobilized for name in scenario.keys["audience"]]
        return np.array(shares, dtype=np.float64)[nodes.owner]
    if field == "aware":
        return _aware(scenario, shape, nodes)
    if field == "out":
        return np.array([float(bool(scenario.claims[k].aware)) for k in scenario.keys["claim"]])
    if field == "holders":
        actors, secrets = scenario.keys["actor"], scenario.keys["secret"]
        held = [
            [a == content.secrets[s].of or a in content.secrets[s].holders for s in secrets]
            for a in actors
        ]
        return np.array(held, dtype=np.float64).reshape(shape)
    actors = scenario.keys["actor"]
    return np.array([float(getattr(content.actors[a], field)) for a in actors])


def _aware(scenario: Scenario, shape: tuple[int, ...], nodes: Nodes) -> Array:
    """Return (U, C): who has heard of a claim before the game; of a population a fixed share."""
    reached = np.zeros(shape)
    audiences = scenario.keys["audience"]
    inside = (np.arange(len(nodes.owner)) - nodes.first[nodes.owner]).astype(np.uint64)
    people = mix(names_of(audiences, "audience")[nodes.owner], inside)
    for column, name in enumerate(scenario.keys["claim"]):
        aware = scenario.claims[name].aware
        shares = aware if isinstance(aware, dict) else dict.fromkeys(aware, 1.0)
        lot = uniform(mix(key("aware", name), people))
        for audience, share in shares.items():
            there = nodes.owner == audiences.index(audience)
            reached[there & (lot < share), column] = 1.0
    return reached


def _place(
    values: Array,
    scenario: Scenario,
    keys: Mapping[str, tuple[str, ...]],
    nodes: Nodes,
    line: tuple[str, tuple[str, ...], float],
) -> None:
    """Write one line of `start:`, such as trust(a, *): 40; symmetric pairs both ways."""
    name, things, value = line
    where: list[Array] = []
    for axis, thing in zip(scenario.measures[name].axes, things, strict=True):
        count = values.shape[len(where)]
        if thing == ANYONE:
            where.append(np.arange(count))
        elif axis == "audience":
            where.append(np.flatnonzero(nodes.owner == keys[axis].index(thing)))
        else:
            where.append(np.array([keys[axis].index(thing)]))
    values[np.ix_(*where) if where else ()] = value
    if scenario.measures[name].symmetric:
        values[np.ix_(*reversed(where))] = value


def _crisis(scenario: Scenario, keys: Mapping[str, tuple[str, ...]], tension: Array) -> float:
    """Return the highest tension of two states, 0 where there are fewer than two."""
    kinds = [scenario.content.actors[name].kind for name in keys["actor"]]
    states = np.flatnonzero(np.array(kinds) == "state")
    pairs = [tension[a, b] for a in states for b in states if a < b]
    return float(max(pairs, default=0.0))
