"""Audiences of many people: the same rules, by a sparse step, up to a hundred thousand nodes."""

import json
from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import issparse

from game.rules.board import number
from game.rules.opinion import influence
from tests.models.influence import text
from tests.story import Story


def crowd(nodes, *, turns=5, claim=None, **population):
    """A people of many nodes beside two ordinary publics."""
    audiences = {
        "city": {
            "name": "City",
            "size": nodes,
            "opinion": {"issue": 30},
            "population": {"nodes": nodes, **population},
        },
        "north": {"name": "North", "opinion": {"issue": -60}},
        "south": {"name": "South", "opinion": {"issue": 90}},
    }
    ties = {"north": {"city": 0.15}, "city": {"south": 0.4}, "south": {"north": 0.2}}
    claims = {"rumor": claim} if claim else {}
    return text(audiences, ties, issues={"issue": {"name": "Issue"}}, claims=claims, turns=turns)


def step(story, *, dense):
    """The pull of all peers on everyone, by the sparse product or tie by tie."""
    rule = influence(number(story.scenario))
    opinion = np.random.default_rng(5).uniform(-100, 100, (3, len(rule.own), 1))
    return rule._by_tie(opinion, story.layout.grains("opinion")) if dense else rule._sparse(opinion)


@pytest.mark.parametrize("graph", ["small_world", "preferential"])
def test_the_sparse_step_says_what_the_ties_say_one_by_one(graph):
    story = Story(crowd(400, graph=graph))

    assert step(story, dense=False) == pytest.approx(step(story, dense=True), abs=1e-8)


def test_the_size_of_a_population_is_that_of_all_its_people():
    """One inject counts an audience; another each of those who are to be counted one by one."""
    told = {
        "together": {
            "text": "-",
            "turn": 1,
            "effects": [{"shift": "market", "by": "size(city) / 100"}],
        },
        "each": {
            "text": "-",
            "turn": 2,
            "effects": [{"shift": "mobilized(city)", "by": "size(city) / 10000"}],
        },
    }
    story = Story(crowd(400).replace("turns: 5", f"turns: 5\nmsel: {json.dumps(told)}"))
    assert story.idle().market() == pytest.approx(104)

    story.idle()
    people = story.layout.view(story.world.cells, "mobilized")[0]
    assert people[story.scenario.nodes().owner == 0] == pytest.approx(0.05 + 0.04)


def test_a_population_moves_as_friedkin_and_johnsen_say():
    """Against a plain matrix of all nodes, three turns long."""
    story = Story(crowd(120))
    nodes, size = story.scenario.nodes(), len(story.scenario.nodes().owner)
    weights = np.zeros((size, size))
    np.add.at(weights, (nodes.target, nodes.source), nodes.weight)
    own = 1 - weights.sum(axis=1)
    start = story.layout.view(story.world.cells, "opinion")[0, :, 0].copy()
    now = start
    for _ in range(3):
        now = (1 - own) * (weights @ now + own * now) + own * start
        story.idle()

        found = story.layout.view(story.world.cells, "opinion")[0, :, 0]
        assert found == pytest.approx(now, abs=1e-9)


def test_a_population_is_the_same_in_any_block():
    claim = {"aware": {"city": 0.02}, "issue": "issue", "pushes": 40, "infectiousness": 1}
    many = Story(crowd(150, claim=claim), games=4).idle(4)
    for game in range(4):
        alone = Story(crowd(150, claim=claim))
        alone.world = replace(alone.world, seed=many.world.seed[game : game + 1])
        alone.idle(4)

        assert alone.world.cells[0].tolist() == many.world.cells[game].tolist()


def test_a_hundred_thousand_people_load_play_and_hear_a_rumor():
    """Speed is measured elsewhere; here it has to work, and by the sparse step."""
    claim = {"aware": {"city": 0.001}, "issue": "issue", "pushes": 40, "infectiousness": 1.5}
    story = Story(crowd(100_000, claim=claim, degree=4, passes=0.3))
    assert len(story.scenario.nodes().owner) == 100_002
    assert issparse(influence(number(story.scenario)).matrix)
    heard = story.layout.view(story.world.cells, "aware")[0, :, 0].sum()
    assert 50 < heard < 200

    story.idle(2)

    assert story.layout.view(story.world.cells, "aware")[0, :, 0].sum() > 1.5 * heard
    assert 5 < story.opinion("city", "issue") < 12  # the north says -60
