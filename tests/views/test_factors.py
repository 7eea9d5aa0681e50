"""Factors in plain words, their values only where a seat may know them, and who is named."""

import pytest

from game.views import Eyes, explain, eyes_of, in_lines, observe
from game.views.why import UNSEEN
from game.views.wording import Wording
from tests.story import Story

MOVES = {
    "press_on": {
        "name": "Press on",
        "by": "any",
        "target": "actor",
        "cost": {"staff": 1},
        "effects": [
            {
                "shift": "tension(me, target)",
                "by": "2 * 0.5 * (1 - defense(target)) * prestige(me)",
            },
            {"shift": "prestige(me)", "by": "1 + 2 * 0.5"},
            {"shift": "trust(me, target)", "by": "0.1 * (2 + prestige(me)) / 4"},
        ],
    },
    "tell_all": {
        "name": "Tell all",
        "by": "any",
        "target": "secret",
        "seen": "covert",
        "cost": {"staff": 1},
        "needs": {"holds(me, target) > 0": "You do not hold it"},
        "effects": [{"shift": "prestige(me)", "by": "-2 * severity(target)"}],
    },
    "try_hard": {
        "name": "Try hard",
        "by": "any",
        "target": "actor",
        "works": "defense(target) < 0",
        "cost": {"staff": 1},
        "else": [{"shift": "prestige(me)", "by": -3}],
    },
}
SECRETS = {
    "survey": {"of": "brenmark", "holders": ["arden"], "severity": 0.7, "text": "It was us."}
}


def played(**orders):
    """A turn of Arden, Brenmark and Corva with the moves of this test."""
    made = Story("arden brenmark corva", ledger=True, moves=MOVES, secrets=SECRETS, chance=0.0)
    return made.turn(**orders)


def told(of, seat, name, *things):
    """Why a number moved in the last turn, to a seat, or in full to None."""
    view = of.stage.views[seat or "arden"]
    cell = of.rulebook.cell(name, *things)
    eyes = eyes_of(view, of.look(seat).seen[0], of.events) if seat else Eyes()
    after = float(of.world.cells[0, cell])
    wording = Wording(of.scenario, of.rulebook, view.booklet)
    return explain(of.ledger.entries, cell, after, wording, eyes)


def factors(why):
    [reason] = why.reasons
    return {factor.words: factor.value for factor in reason.factors}


def test_fixed_numbers_are_one_factor_and_what_is_left_of_a_whole_is_said_so():
    why = told(played(arden="press_on brenmark"), None, "tension", "arden", "brenmark")
    defense = why.reasons[0].factors[1]

    assert list(factors(why)) == [
        "fixed amount",
        "left open by defense of Brenmark",
        "prestige of Arden",
    ]
    assert factors(why)["fixed amount"] == 1.0
    assert defense.value is not None


def test_a_number_of_others_that_the_seat_does_not_know_has_no_value():
    story = played(arden="press_on brenmark")
    seen = factors(told(story, "arden", "tension", "arden", "brenmark"))

    assert seen["left open by defense of Brenmark"] is None
    assert seen["prestige of Arden"] == 20.0
    assert "not known to you" in in_lines(told(story, "arden", "tension", "arden", "brenmark"))[1]


def test_a_factor_that_is_one_known_number_says_which():
    why = told(played(arden="press_on brenmark"), "arden", "tension", "arden", "brenmark")

    assert [factor.measure for factor in why.reasons[0].factors] == [
        (), (), ("prestige", "arden"),
    ]  # fmt: skip


def test_sums_inside_a_factor_are_written_out():
    why = told(played(arden="press_on brenmark"), "arden", "trust", "arden", "brenmark")

    assert "2 + prestige of Arden" in " ".join(factors(why))


def test_an_amount_that_is_only_a_number_needs_no_factors():
    why = told(played(arden="press_on brenmark"), "arden", "prestige", "arden")

    assert why.reasons[0].amount == 2.0
    assert why.reasons[0].factors == ()


def test_the_severity_of_a_secret_is_told_to_who_holds_it():
    why = told(played(arden="tell_all survey"), "arden", "prestige", "arden")

    assert why.reasons[0].words == "Tell all, by you"
    [fixed, severity] = why.reasons[0].factors
    assert (fixed.value, severity.value) == (-2.0, 0.7)
    assert severity.words == "severity of survey"


@pytest.mark.parametrize("seat", ["brenmark", "corva"])
def test_a_covert_deed_is_a_cause_that_others_cannot_see(seat):
    story = played(arden="tell_all survey")
    why = told(story, seat, "prestige", "arden")

    assert [(reason.words, reason.factors) for reason in why.reasons] == [(UNSEEN, ())]
    assert why.reasons[0].amount == told(story, None, "prestige", "arden").reasons[0].amount


def test_a_public_deed_names_its_doer_and_keeps_its_numbers_to_itself():
    [reason] = told(
        played(arden="press_on brenmark"), "corva", "tension", "arden", "brenmark"
    ).reasons

    assert reason.words == "Press on, by Arden"
    assert reason.factors == ()


def test_a_public_deed_that_failed_was_seen_by_nobody_and_is_not_named():
    story = played(arden="try_hard brenmark")

    assert told(story, "arden", "prestige", "arden").reasons[0].words == "Try hard, by you"
    assert told(story, "corva", "prestige", "arden").reasons[0].words == UNSEEN


def test_what_cannot_be_seen_stands_last_however_large():
    story = played(arden=["tell_all survey", "press_on brenmark", "try_hard brenmark"])
    why = told(story, "corva", "prestige", "arden")

    assert [reason.words for reason in why.reasons] == ["Press on, by Arden", UNSEEN]
    assert abs(why.reasons[1].amount) > abs(why.reasons[0].amount)
    assert why.before + sum(reason.amount for reason in why.reasons) == why.after


def test_an_audience_of_many_has_no_single_cause_and_its_people_are_not_asked():
    crowd = {"arden_public": {"population": {"nodes": 30, "degree": 4}}}
    story = Story("arden brenmark", ledger=True, audiences=crowd, chance=0.0)
    story.turn(arden="post_statement.neutral about story via microblog")
    view, seen = story.stage.views["arden"], story.begin()
    look = observe(view, seen.world, story.events, story.ledger.entries)

    assert look.why("credibility", "arden", "arden_public") is None
    assert look.why("staff", "arden").reasons
    assert len(look.reasons) < 30
