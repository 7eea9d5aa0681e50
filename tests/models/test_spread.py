"""How claims spread: independent cascades and thresholds, against every outcome enumerated."""

from itertools import product

import numpy as np
import pytest
from scipy.stats import chisquare

from tests.models.influence import network
from tests.story import Story

GAMES = 20_000
HALF = 1 / 2
PATH = {"a": {"b": HALF}, "b": {"c": HALF}}
DIAMOND = {"a": {"b": HALF, "c": HALF}, "b": {"d": HALF}, "c": {"d": HALF}}


def triangle(chance):
    return {one: {two: chance for two in "abc" if two != one} for one in "abc"}


def sizes(story, turns=6, claim=0):
    """How many audiences the claim has reached in the end, in every game."""
    story.idle(turns)
    return story.layout.view(story.world.cells, "aware")[:, :, claim].sum(axis=1)


def live_edges(passes, seed="a"):
    """The distribution of cascade sizes, from all outcomes of all ties (Kempe et al. 2003)."""
    ties = [(a, b, chance) for a, row in passes.items() for b, chance in row.items()]
    nodes = {node for a, b, _ in ties for node in (a, b)}
    odds = np.zeros(len(nodes) + 1)
    for alive in product([0, 1], repeat=len(ties)):
        chance = np.prod([p if on else 1 - p for on, (_, _, p) in zip(alive, ties, strict=True)])
        reached, news = {seed}, {seed}
        while news:
            news = {
                b for on, (a, b, _) in zip(alive, ties, strict=True) if on and a in news
            } - reached
            reached |= news
        odds[len(reached)] += chance
    return odds


def assert_distributed(found, odds):
    """The mean lies within four standard errors, and chi-square finds nothing odd."""
    places = np.arange(len(odds))
    mean = (places * odds).sum()
    deviation = np.sqrt((places**2 * odds).sum() - mean**2)
    assert abs(found.mean() - mean) < 4 * deviation / np.sqrt(len(found))
    possible = odds > 0
    counts = np.bincount(found.astype(int), minlength=len(odds))
    assert counts[~possible].sum() == 0
    assert chisquare(counts[possible], odds[possible] * len(found)).pvalue > 1e-4


@pytest.mark.parametrize(
    ("passes", "mean", "odds"),
    [
        (PATH, 7 / 4, [0, 1 / 2, 1 / 4, 1 / 4]),
        (DIAMOND, 39 / 16, [0, 1 / 4, 1 / 4, 5 / 16, 3 / 16]),
        (triangle(1 / 10), 609 / 500, None),
        (triangle(HALF), 9 / 4, [0, 1 / 4, 1 / 4, 1 / 2]),
    ],
    ids=["path", "diamond", "triangle at a tenth", "triangle at a half"],
)
def test_a_cascade_is_as_large_as_all_its_outcomes_say(passes, mean, odds):
    enumerated = live_edges(passes)
    assert (np.arange(len(enumerated)) * enumerated).sum() == pytest.approx(mean)
    assert odds is None or enumerated == pytest.approx(odds)

    found = sizes(Story(network(passes), games=GAMES, seed=3))

    assert_distributed(found, enumerated)


def test_infectiousness_multiplies_the_chance_to_hand_on():
    halved = {a: {b: p / 2 for b, p in row.items()} for a, row in DIAMOND.items()}
    found = sizes(Story(network(halved, claim={"infectiousness": 2}), games=GAMES))

    assert_distributed(found, live_edges(DIAMOND))


def test_a_chance_over_one_is_certain():
    found = sizes(Story(network(PATH, claim={"infectiousness": 3}), games=200))

    assert found.tolist() == [3] * 200


def test_whoever_was_reached_tries_once_and_never_again():
    """After the first turn the seed is silent: in a star nobody is ever reached later."""
    story = Story(network({"a": dict.fromkeys("bcdefgh", HALF)}), games=500)
    first = sizes(story, turns=1)

    assert 2 < first.mean() < 7
    assert sizes(story, turns=5).tolist() == first.tolist()


def test_a_cascade_takes_one_step_a_turn():
    sure = {"a": {"b": 1}, "b": {"c": 1}, "c": {"d": 1}}
    story = Story(network(sure))

    assert [sizes(story, turns=1).item() for _ in range(4)] == [2, 3, 4, 4]


def test_two_claims_spread_apart():
    """What one claim does tells nothing of the other: their sizes do not correlate."""
    claims = {"one": {"aware": ["a"]}, "two": {"aware": ["a"]}}
    story = Story(network(DIAMOND, claims=claims), games=GAMES)
    first, second = sizes(story, claim=0), sizes(story, turns=1, claim=1)

    assert_distributed(first, live_edges(DIAMOND))
    assert_distributed(second, live_edges(DIAMOND))
    assert abs(np.corrcoef(first, second)[0, 1]) < 4 / np.sqrt(GAMES)


def test_a_threshold_diamond_has_every_size_equally_often():
    """Linear threshold with uniform thresholds: 1, 2, 3 and 4 at a quarter each, mean 5/2."""
    found = sizes(Story(network(DIAMOND, threshold=True), games=GAMES))

    assert_distributed(found, np.array([0, 1 / 4, 1 / 4, 1 / 4, 1 / 4]))


def test_full_influence_always_passes_a_threshold():
    sure = {"a": {"b": 1}, "b": {"c": 0.5}, "d": {"c": 0.5}}
    found = sizes(Story(network(sure, threshold=True, claim={"aware": ["a", "d"]}), games=300))

    assert found.tolist() == [4] * 300


def test_a_threshold_joins_once_and_for_all_not_by_trying_again():
    """Thresholds are drawn once a game: without new neighbors nobody joins later."""
    story = Story(network({"a": {"b": HALF}}, threshold=True), games=2_000)
    first = sizes(story, turns=1)

    assert abs(first.mean() - 1.5) < 0.05
    assert sizes(story, turns=10).tolist() == first.tolist()


def test_a_claim_that_nobody_can_hand_on_stays_where_it_is():
    assert sizes(Story(network(PATH, claim={"infectiousness": 0}), games=50)).tolist() == [1] * 50


def test_a_claim_without_a_push_moves_no_opinion():
    story = Story(network(PATH), games=20).idle(6)

    assert not story.layout.view(story.world.cells, "opinion").any()
