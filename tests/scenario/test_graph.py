"""The graph an author meant, and the arrays a game runs on, say the same."""

from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from game.scenario import load
from game.scenario.graph import graphml
from game.scenario.model import Content
from game.scenario.population import expand

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def strait():
    return load(HERE / "strait.yaml")


def crowd(**population) -> Content:
    """A village in two halves: a public of one node, and a population."""
    return Content.model_validate(
        {
            "format": 1,
            "title": "Village",
            "turns": 1,
            "actors": {},
            "audiences": {
                "square": {"name": "Square", "size": 10},
                "village": {
                    "name": "Village",
                    "size": 600,
                    "population": {"nodes": 60, **population},
                },
            },
            "ties": {
                "square": {"village": 0.2},
                "village": {"square": {"weight": 0.3, "passes": 0.6}},
            },
        }
    )


def test_actors_audiences_and_channels_are_nodes_with_all_their_fields(strait):
    graph = strait.graph()

    assert graph.nodes["arden"]["sort"] == "actor"
    assert graph.nodes["arden"]["staff"] == 5
    assert graph.nodes["harbor_towns"]["size"] == 400_000
    assert graph.nodes["press"]["owner"] == "tidewire"


def test_ties_carry_weight_and_passes_and_owners_own_their_channels(strait):
    graph = strait.graph()

    assert graph.edges["harbor_towns", "uplands"] == {"sort": "tie", "weight": 0.3, "passes": 0.3}
    assert graph.edges["tidewire", "press"] == {"sort": "owns"}
    assert graph.edges["arden", "uplands"]["sort"] == "of"


@pytest.mark.parametrize("name", ["strait", "blackout"])
def test_graphml_is_read_back_by_networkx(name, strait):
    """Nothing is lost but lists, which become text, and what was left empty."""
    graph = (strait if name == "strait" else load(name)).graph()

    again = nx.parse_graphml(graphml(graph))

    assert set(again.nodes) == set(graph.nodes)
    assert set(again.edges) == set(graph.edges)
    for edge in graph.edges:
        assert again.edges[edge] == graph.edges[edge]


def test_an_ordinary_audience_is_one_node(strait):
    nodes = strait.nodes()

    assert nodes.owner.tolist() == [0, 1]
    assert nodes.size.tolist() == [400_000, 900_000]
    assert list(zip(nodes.source.tolist(), nodes.target.tolist(), strict=True)) == [(1, 0), (0, 1)]
    assert nodes.weight.tolist() == [0.2, 0.3]


def test_ties_of_actors_are_no_ties_between_nodes(strait):
    assert len(strait.nodes().source) == 2


def test_a_tie_to_itself_is_the_weight_that_others_leave(tmp_path):
    """A published matrix with its diagonal written out means what it means without."""
    whole = "format: 1\ntitle: T\nturns: 1\nactors: {}\n"
    whole += "audiences: {a: {name: A}, b: {name: B}}\nties:\n"
    with_own, without = tmp_path / "with.yaml", tmp_path / "without.yaml"
    with_own.write_text(whole + "  a: {a: 0.7, b: 0.5}\n  b: {a: 0.3, b: 0.5}\n")
    without.write_text(whole + "  a: {b: 0.5}\n  b: {a: 0.3}\n")

    first, second = load(with_own).nodes(), load(without).nodes()

    assert first.weight.tolist() == second.weight.tolist()
    assert first.source.tolist() == second.source.tolist()


def test_a_population_is_many_nodes_that_share_its_size():
    nodes = expand(crowd())

    assert np.bincount(nodes.owner).tolist() == [1, 60]
    assert nodes.size.sum() == pytest.approx(610)
    assert set(nodes.size[nodes.owner == 1]) == {10.0}


@pytest.mark.parametrize("graph", ["small_world", "preferential"])
def test_the_weights_that_arrive_at_a_node_sum_to_at_most_one(graph):
    nodes = expand(crowd(graph=graph, degree=6))

    arriving = np.bincount(nodes.target, nodes.weight, minlength=len(nodes.owner))

    assert (arriving <= 1 + 1e-12).all()
    assert arriving[nodes.owner == 1].max() == pytest.approx(
        1.0
    )  # 0.8 of its own, 0.2 from outside


def test_a_tie_to_a_population_is_heard_whole_by_each_person():
    nodes = expand(crowd())
    from_square = (nodes.source == 0) & (nodes.target > 0)

    assert from_square.sum() == 60
    assert set(nodes.weight[from_square]) == {0.2}


def test_a_tie_from_a_population_is_spread_evenly_over_its_people():
    nodes = expand(crowd())
    to_square = nodes.target == 0

    assert to_square.sum() == 60
    assert nodes.weight[to_square].sum() == pytest.approx(0.3)
    assert nodes.passes[to_square].sum() == pytest.approx(0.6)


def test_a_population_leaves_room_for_what_arrives_from_elsewhere():
    """Where the author gave no inner weight it shrinks; where he did, it is his."""
    content = crowd()
    content.ties["square"]["village"] = 0.5
    inner = expand(content)
    given = expand(crowd(weight=0.4))

    def own(nodes):
        inside = nodes.source > 0
        return np.bincount(nodes.target[inside], nodes.weight[inside])[1:]

    assert own(inner) == pytest.approx(np.full(60, 0.5))
    assert own(given) == pytest.approx(np.full(60, 0.4))


def test_a_population_is_the_same_whenever_it_is_drawn():
    first, second = expand(crowd()), expand(crowd())

    assert (first.source == second.source).all()
    assert (first.target == second.target).all()


def test_an_audience_beside_it_changes_nothing_in_a_population():
    """It is drawn from its own name, not from its place among the others."""
    content = crowd()
    more = Content.model_validate(
        content.model_dump(by_alias=True)
        | {"audiences": {"aaa": {"name": "New"}, **content.model_dump()["audiences"]}}
    )

    alone, beside = expand(content), expand(more)
    inside = (alone.source > 0) & (alone.target > 0)
    again = (beside.source > 1) & (beside.target > 1)

    assert (alone.source[inside] + 1 == beside.source[again]).all()


def test_a_hundred_thousand_people_are_drawn_in_seconds():
    nodes = expand(crowd(nodes=100_000))

    assert len(nodes.owner) == 100_001
    assert len(nodes.source) >= 1_000_000


def test_checking_a_scenario_draws_no_population(tmp_path):
    """`check` stays quick however many people a scenario has."""
    import subprocess
    import sys

    code = (
        "import sys; from game.scenario import check; check('blackout');"
        "print([name for name in ('networkx', 'scipy', 'pygame') if name in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout == "[]\n"
