"""Objectives, scores and endings."""

import pytest

from tests.story import Story

UP = {"name": "Up", "by": "any", "effects": [{"shift": "prestige(me)", "by": 10}]}
DOWN = {"name": "Down", "by": "any", "effects": [{"shift": "prestige(me)", "by": -10}]}


def climber(turns=50, **objective):
    """Arden starts at 20 and wants 30."""
    goal = {"when": "prestige(arden) >= 30", **objective}
    return Story(
        "arden corva",
        turns=turns,
        moves={"up": UP, "down": DOWN},
        objectives={"arden": {"high": goal}},
    )


def test_at_the_end_is_judged_as_it_stands():
    story = climber().turn(arden="up")
    assert story.score("arden") == 100

    assert story.turn(arden="down").score("arden") == 0


def test_once_reached_stays_reached():
    assert climber(holds="once").turn(arden="up").turn(arden="down").score("arden") == 100


def test_throughout_is_lost_the_first_time():
    story = Story(
        "arden corva",
        moves={"up": UP, "down": DOWN},
        objectives={"arden": {"steady": {"when": "prestige(arden) >= 20", "holds": "throughout"}}},
    )
    assert story.idle().score("arden") == 100

    assert story.turn(arden="down").turn(arden="up").score("arden") == 0


def test_by_a_turn_counts_what_stood_at_its_end():
    early = climber(by=2).turn(arden="up").idle().turn(arden="down")
    late = climber(by=2).idle(2).turn(arden="up")

    assert (early.score("arden"), late.score("arden")) == (100, 0)


def test_scores_weigh_objectives_of_each_seat_to_a_hundred():
    goals = {
        "arden": {
            "easy": {"when": "prestige(arden) >= 20", "weight": 1},
            "hard": {"when": "prestige(arden) >= 90", "weight": 3},
        },
        "corva": {"easy": {"when": "prestige(corva) >= 0", "weight": 0.5}},
    }
    story = Story("arden brenmark corva", objectives=goals).idle()

    assert story.score("arden") == pytest.approx(25)
    assert story.score("corva") == pytest.approx(100)
    assert story.score("brenmark") == 0


def test_of_two_endings_the_first_by_name_is_reached():
    endings = {
        "zeal": {"when": "prestige(arden) >= 30", "says": "Z."},
        "awe": {"when": "prestige(arden) >= 30", "says": "A."},
    }
    story = Story("arden corva", moves={"up": UP}, endings=endings).turn(arden="up")

    assert story.look("corva").ending().key == "awe"


def test_the_crisis_is_as_tense_as_its_tensest_pair_of_states():
    story = Story(
        "arden corva guard",
        actors={"guard": {"kind": "armed_group"}},
        start={"tension(arden, corva)": 35, "tension(arden, guard)": 80},
    )
    assert story.crisis() == 35

    story.turn(arden="public_criticism corva")
    assert story.crisis() == story.tension("arden", "corva") > 35


def test_a_game_lasts_its_turns():
    story = Story("arden corva", turns=3).idle(2)
    assert story.world.ended[0] == -1

    assert story.idle().world.ended[0] >= 0
