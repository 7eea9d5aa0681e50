"""Each validity check in small: every direction it demands shows in a few dozen pairs already.

The full checks are run by `validate`. Here too a check must be able to fail: in a world without
the rule it looks at, it does.
"""

from dataclasses import replace
from functools import lru_cache

import pytest

from game.batch.validity import CHECKS, arms, examine, report
from game.batch.validity.verdict import Clause, Verdict
from game.rules import compile_rulebook
from game.scenario import find, load

FEW = 40
# What only many games can show: intervals that must be narrow, and exact means.
NEEDS_MANY = (
    "residue",
    "drift of",
    "matched on size",
    "is calibrated",
    "belief in what is true",
    "desks",
)


@pytest.mark.parametrize("number", CHECKS)
def test_a_check_goes_the_predicted_way_in_a_few_pairs(number):
    verdict = CHECKS[number](FEW)

    against = [
        f"{clause.says}: {clause.found}"
        for clause in verdict.clauses
        if not clause.holds and not any(word in clause.says for word in NEEDS_MANY)
    ]
    assert not against


@lru_cache(maxsize=16)
def _world_where(parameter, value):
    scenario = load(find("validity"))
    other = replace(scenario, parameters={**scenario.parameters, parameter: value})
    return arms.Stage(other, compile_rulebook(other))


@pytest.mark.parametrize(
    ("number", "parameter", "value", "says"),
    [
        (1, "erosion", 0.0, "more stands unanswered"),
        (2, "scattering", 0.0, "Herfindahl"),
        (4, "source_half_life", 1e9, "gap eight turns later"),
        (6, "warning_half_life", 1e9, "effect 20 turns before"),
    ],
)
def test_a_check_fails_in_a_world_without_its_rule(monkeypatch, number, parameter, value, says):
    monkeypatch.setattr(arms, "stage", lambda _: _world_where(parameter, value))

    verdict = CHECKS[number](FEW)

    assert not verdict.holds
    assert [clause.says for clause in verdict.clauses if says in clause.says and not clause.holds]


def test_arms_of_one_check_share_their_chance():
    """A factor that changes nothing changes nothing: the same games come out twice."""
    first, second = (arms.play(arms.Arm(name), FEW, turns=4) for name in ("one", "other"))

    assert (first.cells == second.cells).all()


def _verdict(number, holds):
    return Verdict(number, "A rule.", (), (Clause("it holds", holds, "seen"),), "a source")


def test_the_last_line_counts_the_published_checks_only():
    verdicts = [_verdict(number, number != 3) for number in range(1, 14)]

    lines, good = report(verdicts)

    assert lines[-1] == "11 of 12 hold"
    assert "13, holds" in lines[-2]
    assert not good


def test_all_checks_that_hold_are_good():
    lines, good = report([_verdict(number, True) for number in range(1, 14)])

    assert (lines[-1], good) == ("12 of 12 hold", True)


@pytest.mark.parametrize(("pairs", "only"), [(200, [14]), (200, [0]), (3, [])])
def test_nonsense_is_refused_with_a_sentence(pairs, only):
    with pytest.raises(ValueError, match=r"(there is no check|pairs say nothing)"):
        list(examine(pairs, only))
