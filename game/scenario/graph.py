"""The influence graph an author meant, for drawings and for other programs.

When a game runs, the graph is arrays (`population`); this one is for eyes, and for the programs
that read GraphML or GEXF.
"""

import re
from typing import TYPE_CHECKING, Any

from game.scenario.move import Part, Text
from game.scenario.population import tie_of

if TYPE_CHECKING:
    import networkx as nx

    from game.scenario.scenario import Scenario

LISTED = ", "  # between the members of a list, where a format knows no lists


def graph_of(scenario: "Scenario") -> "nx.DiGraph[str]":
    """Actors, audiences and channels as nodes; ties, ownership and belonging as edges.

    Every node has `sort` (actor, audience, channel) and every field of its model; every edge has
    `sort` (tie, owns, of) and a tie its `weight` and `passes`. A channel that shares its name with
    an actor or audience is the node `channel:name`.
    """
    import networkx as nx

    content = scenario.content
    graph: nx.DiGraph[str] = nx.DiGraph(title=scenario.say(content.title), name=scenario.name)
    for key in scenario.keys["actor"]:
        graph.add_node(key, sort="actor", **_fields(scenario, content.actors[key]))
    for key in scenario.keys["audience"]:
        audience = content.audiences[key]
        graph.add_node(key, sort="audience", **_fields(scenario, audience))
        if audience.of is not None:
            graph.add_edge(audience.of, key, sort="of", weight=1.0)  # its own public
    for key in scenario.keys["channel"]:
        channel = content.channels[key]
        node = f"channel:{key}" if key in graph else key
        graph.add_node(node, sort="channel", **_fields(scenario, channel))
        if channel.owner is not None:
            graph.add_edge(channel.owner, node, sort="owns")
    for source, ties in sorted(content.ties.items()):
        for target, value in sorted(ties.items()):
            tie = tie_of(value)
            passes = tie.weight if tie.passes is None else tie.passes
            graph.add_edge(source, target, sort="tie", weight=tie.weight, passes=passes)
    return graph


def graphml(graph: "nx.DiGraph[str]") -> str:
    """The graph as GraphML; lists, which it does not know, are joined, and nothing is left out."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(_flattened(graph)))


def gexf(graph: "nx.DiGraph[str]") -> str:
    """The graph as GEXF 1.2, labeled and placed for Gephi; lists are joined as in GraphML."""
    import networkx as nx

    flat = _flattened(graph)
    for key, values in flat.nodes(data=True):
        values |= {name: _decimal(value) for name, value in values.items()}
        place = graph.nodes[key].get("at")
        values["label"] = str(values.get("name") or key)
        if place is not None:
            x, y = place
            values["viz"] = {"position": {"x": 1000 * x, "y": -1000 * y, "z": 0.0}}
    text = "\n".join(nx.generate_gexf(flat))
    return re.sub(r' lastmodifieddate="[^"]*"', "", text)  # a wall clock has no place in a result


def _decimal(value: Any) -> Any:
    """A number as a decimal one: GEXF gives all values of a name one type."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _flattened(graph: "nx.DiGraph[str]") -> "nx.DiGraph[str]":
    """The same graph with nothing but plain values."""
    import networkx as nx

    flat: nx.DiGraph[str] = nx.DiGraph(**_flat(graph.graph))
    for node, values in graph.nodes(data=True):
        flat.add_node(node, **_flat(values))
    for source, target, values in graph.edges(data=True):
        flat.add_edge(source, target, **_flat(values))
    return flat


def _fields(scenario: "Scenario", part: Part) -> dict[str, Any]:
    """The fields of a thing, its texts in the language of play."""
    found: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if field.annotation in (Text, Text | None):
            value = scenario.say(value)
        found[name] = value.model_dump() if isinstance(value, Part) else value
    return found


def _flat(values: dict[str, Any], before: str = "") -> dict[str, str | int | float | bool]:
    flat: dict[str, str | int | float | bool] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{before}{name}.")
        elif isinstance(value, list | tuple):
            flat[before + name] = LISTED.join(str(one) for one in value)
        elif value is not None:
            flat[before + name] = value
    return flat
