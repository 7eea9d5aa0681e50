"""Bounded confidence (Hegselmann and Krause 2002): people average only opinions near their own."""

import numpy as np
import pytest

from tests.models.influence import opinions, peers
from tests.story import Story


def crowd(start, bound, scale=(0, 1)):
    """Everyone hears everyone with equal weight and nobody clings to anything."""
    size = len(start)
    weights = np.full((size, size), 1 / size)
    return Story(peers(weights, start, bound=bound, scale=scale))


def steps(start, bound, count):
    """The rule by a plain loop: the mean of all opinions within the bound, one's own included."""
    now = list(start)
    for _ in range(count):
        near = [[y for y in now if abs(y - x) <= bound + 1e-9] for x in now]
        now = [sum(one) / len(one) for one in near]
    return now


def test_five_people_part_into_two_camps():
    """Worked out by hand: the first three meet at 0.1 in two steps, the others at 0.65 in one."""
    story = crowd([0, 0.1, 0.2, 0.6, 0.7], 0.15).idle()

    assert opinions(story) == pytest.approx([0.05, 0.1, 0.15, 0.65, 0.65], abs=1e-9)

    story.idle()

    assert opinions(story) == pytest.approx([0.1, 0.1, 0.1, 0.65, 0.65], abs=1e-9)

    story.idle(5)

    assert opinions(story) == pytest.approx([0.1, 0.1, 0.1, 0.65, 0.65], abs=1e-9)


@pytest.mark.parametrize(
    ("start", "bound"),
    [
        ([0, 0.25, 0.5, 0.75, 1], 0.3),
        ([0, 0.1, 0.3, 0.31, 0.9], 0.2),
        ([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 0.15),
        ([0.02, 0.5, 0.98], 0.05),
        ([0, 1], 1),
    ],
)
def test_any_crowd_moves_as_the_plain_loop_says(start, bound):
    story = crowd(start, bound)
    for count in range(1, 7):
        assert opinions(story.idle()) == pytest.approx(steps(start, bound, count), abs=1e-9)


@pytest.mark.parametrize(
    ("start", "bound"),
    [([0, 0.1, 0.2, 0.3], 0.1), ([0.3, 0.4, 0.7, 0.9], 0.3), ([0, 0.2, 0.4], 0.2)],
)
def test_those_exactly_at_the_bound_are_heard(start, bound):
    """0.3 - 0.2 is a hair more than 0.1 in binary; in the scenario it is 0.1."""
    assert opinions(crowd(start, bound).idle()) == pytest.approx(steps(start, bound, 1), abs=1e-9)


def test_the_bound_is_in_units_of_the_scale():
    story = crowd([-100, -80, -60, 20, 40], 30, scale=(-100, 100)).idle(2)

    assert opinions(story) == pytest.approx([-80, -80, -80, 30, 30], abs=1e-7)


def test_unequal_weights_are_made_whole_over_those_in_the_bound():
    """The first weighs itself 0.2, the second 0.3; a far third, 0.5, drops out: 0.2 to 0.3."""
    weights = [[0.2, 0.3, 0.5], [0, 1, 0], [0, 0, 1]]
    story = Story(
        peers(weights, [0, 0.1, 1], susceptible=[1, 1, 1], bound=0.15, scale=(0, 1))
    ).idle()

    assert opinions(story) == pytest.approx([0.06, 0.1, 1], abs=1e-9)


def test_a_wide_bound_is_degroot():
    weights = [[0.5, 0.5, 0], [0.2, 0.6, 0.2], [0, 0.5, 0.5]]
    bounded = Story(peers(weights, [90, 0, -90], susceptible=[1] * 3, bound=200)).idle(10)
    free = Story(peers(weights, [90, 0, -90], susceptible=[1] * 3)).idle(10)

    assert opinions(bounded) == pytest.approx(opinions(free), abs=1e-9)


def test_bounded_crowds_form_camps_and_free_ones_agree():
    """Fortunato 2005: among all with all, consensus needs a bound of about 0.2."""
    start = np.linspace(0, 1, 21)
    narrow, wide = crowd(start, 0.1).idle(30), crowd(start, 0.3).idle(30)

    assert len(np.unique(opinions(narrow).round(3))) > 1
    assert len(np.unique(opinions(wide).round(3))) == 1


def test_a_bounded_audience_with_a_susceptibility_of_its_own_clings_to_its_start():
    """Half of the mean of those near (0.05 and 0.1), half of where it began."""
    half = np.full((2, 2), 1 / 2)
    story = Story(peers(half, [0, 0.1], susceptible=[0.5, 1], bound=0.2, scale=(0, 1))).idle(2)

    assert opinions(story) == pytest.approx([0.5 * (0.025 + 0.05) / 2, 0.0375], abs=1e-9)
