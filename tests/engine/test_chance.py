"""Chance is a question put to a game: other questions change no answer."""

import numpy as np

from game.engine.chance import key, mix, run_seeds, uniform
from tests.story import Story, dice

LEAK = "leak_authentic survey"
SECRET = {"survey": {"of": "corva", "holders": ["arden", "brenmark"], "severity": 1, "text": "It."}}


def trio(**more):
    return Story("arden brenmark corva", secrets=SECRET, games=400, **more)


def traced(story):
    return story.cell("exposed", "arden") > 0


def test_another_order_of_the_same_sheet_changes_no_draw():
    alone = trio().turn(arden=LEAK)
    busy = trio().turn(arden=["post_statement.neutral story", LEAK, "harden_train"])

    assert 0.1 < traced(alone).mean() < 0.4
    assert np.array_equal(traced(alone), traced(busy))


def test_what_others_order_changes_no_draw():
    alone = trio().turn(arden=LEAK)
    crowded = trio().turn(arden=LEAK, brenmark=["harden_train", "public_criticism arden"])

    assert np.array_equal(traced(alone), traced(crowded))


def test_another_actor_or_claim_changes_no_draw():
    alone = trio().turn(arden=LEAK)
    wider = Story(
        "aaa arden brenmark corva zzz",
        secrets=SECRET,
        games=400,
        claims={"another": {"issue": "blame"}},
    ).turn(arden=LEAK)

    assert np.array_equal(traced(alone), traced(wider))


def test_a_new_move_changes_no_draw():
    alone = trio().turn(arden=LEAK)
    more = {"aardvark": {"name": "A", "by": "any", "effects": [{"chance": "traced", "p": 0.5}]}}
    richer = trio(moves=more).turn(arden=LEAK)

    assert np.array_equal(traced(alone), traced(richer))


def test_the_same_question_in_another_turn_is_another_draw():
    story = trio()
    first = traced(story.turn(arden="leak_authentic survey"))
    later = trio().idle()
    second = traced(later.turn(arden="leak_authentic survey"))

    assert not np.array_equal(first, second)


def test_two_actors_draw_apart():
    story = trio().turn(arden=LEAK, brenmark=LEAK)
    both = np.array([traced(story), story.cell("exposed", "brenmark") > 0])

    assert abs(np.corrcoef(both)[0, 1]) < 0.2


def test_draws_are_even():
    numbers = uniform(mix(run_seeds(1, np.arange(20_000)), key("any")))

    assert abs(numbers.mean() - 0.5) < 0.01
    assert abs(np.histogram(numbers, 10, (0, 1))[0] - 2000).max() < 250
    assert numbers.max() < 1


def test_with_the_dice_fixed_what_is_certain_still_happens():
    """The harness itself: 0 stops the uncertain and not the sure."""
    with dice(0.0):
        story = trio().turn(arden=LEAK)
    assert not traced(story).any()
    assert story.public("survey") == 1
    assert trio(chance=1.0).turn(arden=LEAK).exposed("arden") == 1
