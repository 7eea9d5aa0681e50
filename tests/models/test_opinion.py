"""Opinion between audiences: DeGroot and Friedkin-Johnsen, from a YAML file to the last digit."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.models.influence import opinions, peers, settle
from tests.story import Story

# Golub and Jackson 2010, the example of section II.C: row i is how i weighs the others.
GOLUB_JACKSON = [[1 / 3, 1 / 3, 1 / 3], [1 / 2, 1 / 2, 0], [0, 1 / 4, 3 / 4]]


FULL = (-100, 100)


def fixed_point(weights, start, susceptible):
    """The closed form: (I - L W)^-1 (I - L) x(0)."""
    weights, stubborn = np.array(weights), np.diag(1 - np.array(susceptible))
    size = np.eye(len(weights))
    return np.linalg.solve(size - np.diag(susceptible) @ weights, stubborn @ np.array(start))


def relative(found, wanted):
    return np.abs(found - wanted).max() / np.abs(wanted).max()


def test_degroot_steps_are_those_of_golub_and_jackson():
    """Worked out in fractions: x(1) = (1/3, 1/2, 0), and so on, to the consensus 3/11."""
    story = Story(peers(GOLUB_JACKSON, [1, 0, 0], susceptible=[1, 1, 1], scale=(0, 1)))
    steps = [("1/3", "1/2", "0"), ("5/18", "5/12", "1/8"), ("59/216", "25/72", "19/96")]
    for step in steps:
        wanted = [float(Fraction(number)) for number in step]

        assert opinions(story.idle()) == pytest.approx(wanted, abs=1e-12)

    assert opinions(story.idle(197)) == pytest.approx([3 / 11] * 3, abs=1e-9)


def test_in_consensus_everyone_counts_by_the_left_eigenvector():
    """Three issues, on each of which another of the three begins at 100."""
    first, *more = 100 * np.eye(3)
    world = peers(GOLUB_JACKSON, first, susceptible=[1, 1, 1], more=[(FULL, one) for one in more])
    story = settle(Story(world))
    for issue, share in enumerate((3 / 11, 4 / 11, 4 / 11)):
        assert opinions(story, issue) == pytest.approx([100 * share] * 3, abs=1e-7)


def test_two_who_only_hear_each_other_swap_opinions_for_ever():
    """A periodic W has no limit: the rule must not damp it."""
    story = Story(peers([[0, 1], [1, 0]], [100, -100], susceptible=[1, 1])).idle(41)

    assert opinions(story).tolist() == [-100, 100]


def test_without_ties_nobody_changes_their_mind():
    story = Story(peers(np.eye(3), [10, -20, 33.3])).idle(30)

    assert opinions(story) == pytest.approx([10, -20, 33.3], abs=1e-9)


def test_by_default_an_audience_clings_to_its_start_as_far_as_it_weighs_itself():
    """Two steps by hand: own weight 3/4 and 1/2, so susceptibility 1/4 and 1/2."""
    story = Story(peers([[0.75, 0.25], [0.5, 0.5]], [80, 0])).idle()

    assert opinions(story) == pytest.approx([80 - 5, 20], abs=1e-9)

    story.idle()  # x = .25 (.75 75 + .25 20) + .75 80; y = .5 (.5 75 + .5 20) + .5 0

    assert opinions(story) == pytest.approx([75.3125, 23.75], abs=1e-9)


def test_a_stubborn_audience_drags_those_who_listen_to_it():
    weights = [[1, 0, 0], [0.2, 0.5, 0.3], [0.1, 0.4, 0.5]]
    story = settle(Story(peers(weights, [90, -50, 10], susceptible=[0, 1, 1])))

    assert opinions(story) == pytest.approx([90, 90, 90], abs=1e-7)


FOUR = [
    [0.220, 0.120, 0.360, 0.300],
    [0.147, 0.215, 0.344, 0.294],
    [0, 0, 1, 0],
    [0.090, 0.178, 0.446, 0.286],
]
"""The four-person network of Friedkin and Johnsen 1999, as Proskurnikov and Tempo 2017 print it."""


def test_friedkin_and_johnsen_four_person_group_settles_on_the_closed_form():
    """From three starts, each an issue of its own, so that one world plays them all."""
    starts = [[25, 25, 75, 85], [25, 15, 75, -5], [-100, 0, 100, 50]]
    more = [(FULL, start) for start in starts[1:]]
    story = settle(Story(peers(FOUR, starts[0], more=more)))
    for issue, start in enumerate(starts):
        wanted = fixed_point(FOUR, start, 1 - np.diag(FOUR))

        assert relative(opinions(story, issue), wanted) < 1e-9
    # The published end of the first, to the digits printed.
    assert np.rint(opinions(story)).tolist() == [60, 60, 75, 75]


@st.composite
def groups(draw):
    """A random W with rows that sum to 1, a start, and susceptibilities, some given by hand."""
    size = draw(st.integers(2, 6))
    parts = draw(arrays(np.int64, (size, size), elements=st.integers(0, 9)))
    parts = parts + 2 * np.eye(size, dtype=np.int64)
    weights = parts / parts.sum(axis=1, keepdims=True)
    start = draw(arrays(np.int64, size, elements=st.integers(-100, 100)))
    some = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.9]))
    by_hand = draw(st.lists(some, min_size=size, max_size=size))
    own = [1 - weights[i, i] if hand is None else hand for i, hand in enumerate(by_hand)]
    return weights, start, by_hand, own


@settings(max_examples=2)
@given(st.lists(groups(), min_size=2, max_size=8))
def test_any_groups_settle_on_the_closed_form(drawn):
    """Several groups that do not hear each other live in one world, to save time."""
    size = sum(len(start) for _, start, _, _ in drawn)
    together, first = np.zeros((size, size)), 0
    for weights, *_ in drawn:
        span = slice(first, first + len(weights))
        together[span, span] = weights
        first += len(weights)
    start = np.concatenate([start for _, start, _, _ in drawn])
    by_hand = [hand for _, _, hands, _ in drawn for hand in hands]
    found = opinions(settle(Story(peers(together, start, susceptible=by_hand))))

    wanted = np.concatenate([fixed_point(w, start, own) for w, start, _, own in drawn])
    assert np.abs(found - wanted).max() <= 1e-9 * max(1.0, np.abs(wanted).max())


def test_the_scale_of_an_issue_changes_nothing_but_units():
    scales = [(0, 1), (-1, 1), (0, 10), (-100, 100)]
    shares = (0.1, 0.5, 0.9, 0.3)
    starts = [[low + (high - low) * share for share in shares] for low, high in scales]
    more = list(zip(scales, starts, strict=True))[1:]
    story = settle(Story(peers(FOUR, starts[0], scale=scales[0], more=more)))
    for issue, start in enumerate(starts):
        wanted = fixed_point(FOUR, start, 1 - np.diag(FOUR))

        assert relative(opinions(story, issue), wanted) < 1e-9


def test_issues_do_not_mix():
    """Two issues on one network are two games of opinion."""
    both = Story(peers(FOUR, [25, 25, 75, 85], more=[(FULL, [-80, 40, 0, 10])])).idle(20)
    alone = Story(peers(FOUR, [25, 25, 75, 85])).idle(20)
    other = Story(peers(FOUR, [-80, 40, 0, 10])).idle(20)

    assert opinions(both).tolist() == opinions(alone).tolist()
    assert opinions(both, issue=1).tolist() == opinions(other).tolist()


def test_the_order_of_the_file_changes_no_bit():
    backwards = Story(peers(FOUR, [25, 25, 75, 85], backwards=True)).idle(20)
    forwards = Story(peers(FOUR, [25, 25, 75, 85])).idle(20)

    assert opinions(backwards).tolist() == opinions(forwards).tolist()
