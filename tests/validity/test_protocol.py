"""The statistics of the validity checks, against numbers worked out by hand."""

import numpy as np
import pytest

from game.batch.validity import protocol
from game.batch.validity.verdict import Findings


@pytest.mark.parametrize(("pairs", "wanted"), [(100, 64), (200, 120), (400, 227)])
def test_the_sign_test_asks_for_as_many_pairs_as_the_protocol_says(pairs, wanted):
    assert protocol.needed(pairs) == wanted


def test_a_tie_counts_against():
    found = Findings()
    found.more("all but ties", np.r_[np.ones(119), np.zeros(81)], np.zeros(200))

    assert not found.clauses[0].holds
    assert "119 of 200" in found.clauses[0].found


def test_one_pair_more_is_enough():
    found = Findings()
    found.more("enough", np.r_[np.ones(120), -np.ones(80)], np.zeros(200))

    assert found.clauses[0].holds


def test_a_trend_over_three_columns_is_pages_l():
    """Three blocks, all in order: L = 3 (1 + 4 + 9) = 42, expected 36, variance 6."""
    low = np.array([1.0, 2.0, 3.0])

    z, p = protocol.trend([low, low + 1, low + 2])

    assert z == pytest.approx((42 - 36) / np.sqrt(6))
    assert p == pytest.approx(0.00716, abs=1e-4)


def test_a_trend_needs_means_in_order_too():
    found = Findings()
    columns = [np.arange(50.0), np.arange(50.0) + 2, np.arange(50.0) + 1.9]
    found.rising("nearly", columns)

    assert not found.clauses[0].holds


def test_columns_without_a_difference_have_no_trend():
    same = np.ones(200)

    assert protocol.trend([same, same, same])[1] == pytest.approx(0.5)


def test_equivalence_wants_the_whole_interval_inside():
    values = np.linspace(-1, 1, 201)

    assert protocol.equivalent(values, 0.2)[0]
    assert not protocol.equivalent(values, 0.05)[0]
    assert not protocol.equivalent(values + 0.5, 0.2)[0]


def test_the_bootstrap_says_the_same_every_time_and_holds_the_mean():
    values = np.sin(np.arange(200.0))

    first, second = protocol.resampled(values), protocol.resampled(values)

    assert first == second
    assert first[0] < values.mean() < first[1]
    half = 1.96 * values.std(ddof=1) / np.sqrt(200)
    assert first[1] - first[0] == pytest.approx(2 * half, rel=0.1)


def test_the_standardized_difference_is_mean_over_spread():
    assert protocol.standardized(np.array([1.0, 3.0])) == pytest.approx(2 / np.sqrt(2))


def test_rank_correlation_knows_order_and_its_reverse():
    levels = np.array([0.4, 0.6, 0.8, 0.95])

    assert protocol.rank_correlation(levels, levels**3) == pytest.approx(1)
    assert protocol.rank_correlation(levels, -levels) == pytest.approx(-1)


def test_the_slope_of_a_line_is_its_slope():
    x = np.arange(5.0)[:, None] * np.ones((1, 2))

    assert protocol.slope(x, 3 - 2 * x) == pytest.approx([-2, -2])
    assert protocol.slope(np.ones((5, 2)), x) == pytest.approx([0, 0])
