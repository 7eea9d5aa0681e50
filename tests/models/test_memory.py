"""Models of memory, scars, heat and unrest against their formulas."""

from math import log

import numpy as np
import pytest

from game.rules.pace import fading, turn_days
from game.scenario import find, load
from tests.story import Story

SAY = "post_statement.neutral about story via microblog"


def world(credibility=50, **more):
    start = {"credibility(arden, arden_public)": credibility}
    return Story("arden brenmark", chance=0, turn_length="1 d", start=start, **more)


@pytest.mark.parametrize(
    ("text", "days"),
    [("6 h", 0.25), ("1 d", 1), ("30 min", 30 / 1440), ("2 weeks", 14), ("1.5 days", 1.5), ("", 1)],
)
def test_the_length_of_a_turn_is_read_from_its_text(text, days):
    content = load(find("validity")).content.model_copy(update={"turn_length": text})

    assert turn_days(content) == pytest.approx(days)


def test_half_is_gone_after_a_half_life_whatever_the_turn():
    assert fading(21, 21) == pytest.approx(0.5)
    assert (1 - fading(0.25, 1)) ** 4 == pytest.approx(0.5)


def test_belief_grows_with_the_logarithm_of_what_was_heard():
    story = world(credibility=100, parameters={"source_half_life": 1e9, "erosion": 0})
    seen = []
    for _ in range(4):
        story.turn(arden=SAY)
        seen.append(story.belief("arden_public", "story"))

    credible = np.array(seen)
    assert np.diff(credible) == pytest.approx(
        [0.43 * log((n + 2) / (n + 1)) for n in (1, 2, 3)], rel=1e-7
    )
    assert (np.diff(credible, 2) < 0).all()
    assert story.heard("arden_public", "story") == 4


@pytest.mark.parametrize(("credibility", "sign"), [(90, 1), (50, 0), (10, -1)])
def test_what_a_source_adds_or_takes_is_half_forgotten_after_its_half_life(credibility, sign):
    story = world(credibility=credibility, parameters={"source_half_life": 4})
    story.turn(arden=SAY)
    gained, tag = story.belief("arden_public", "story"), story.tag("arden_public", "story")
    content = gained - tag

    story.idle(4)

    assert np.sign(round(tag, 9)) == sign
    assert story.tag("arden_public", "story") == pytest.approx(tag / 2)
    assert story.belief("arden_public", "story") == pytest.approx(content + tag / 2)


def test_equal_words_leave_equal_content_whoever_said_them():
    left = []
    for credibility in (20, 80):
        story = world(credibility=credibility, parameters={"source_half_life": 1, "erosion": 0})
        story.turn(arden=SAY).idle(20)
        left.append(story.belief("arden_public", "story"))

    assert left[0] == pytest.approx(left[1], rel=1e-4)


def test_a_correction_takes_the_sources_part_with_it():
    shrink = {"shift": "belief(arden_public, story)", "by": "-0.5 * belief(arden_public, story)"}
    denial = {"deny": {"name": "Deny", "by": "any", "effects": [shrink]}}
    story = world(credibility=90, moves=denial, parameters={"source_half_life": 1e9})
    story.turn(arden=SAY)
    belief, tag = story.belief("arden_public", "story"), story.tag("arden_public", "story")

    story.turn(arden="deny")

    assert story.belief("arden_public", "story") == pytest.approx(belief / 2)
    assert story.tag("arden_public", "story") == pytest.approx(tag / 2)


def test_a_claim_heard_once_has_half_settled_after_its_time_and_sooner_if_repeated():
    once, often = (world(parameters={"settling": 4}) for _ in range(2))
    once.turn(arden=SAY).idle(3)
    often.turn(arden=SAY, times=4)

    assert once.settled("arden_public", "story") == pytest.approx(0.5)
    assert often.settled("arden_public", "story") > 0.6


def test_a_cut_scatters_crowds_and_keeps_their_sum():
    audiences = {
        "arden_public": {"mobilized": 0.5, "size": 1000},
        "arden_hills": {"name": "Hills", "of": "arden", "size": 3000, "mobilized": 0.02},
    }
    cut = Story(
        "arden brenmark",
        actors={"arden": {"providers": 1}},
        audiences=audiences,
        moves={"internet_shutdown": {"effects": [{"shift": "online(publics(me))", "by": -0.93}]}},
    )
    before = [cut.mobilized(one) for one in audiences]
    cut.turn(arden="internet_shutdown")
    after = [cut.mobilized(one) for one in audiences]

    assert after[0] < before[0]
    assert after[1] > before[1]
    assert after[0] + 3 * after[1] == pytest.approx(before[0] + 3 * before[1])


def test_nothing_scatters_while_the_network_works():
    calm = Story("arden brenmark", audiences={"arden_public": {"mobilized": 0.5}}).idle(3)

    assert calm.mobilized("arden_public") == 0.5


DECEIVE = {
    "trick": {
        "name": "Trick",
        "by": "any",
        "target": "actor",
        "effects": [
            {"shift": "scar(target, me)", "by": 20},
            {"shift": "trust(target, me)", "by": -30},
        ],
    }
}


def test_deceived_trust_never_comes_back_to_where_it_stood():
    story = Story("arden brenmark", chance=0, moves=DECEIVE)
    story.turn(arden="trick brenmark")
    story.turn(arden="private_message.plain brenmark", times=40)

    assert story.trust("brenmark", "arden") == pytest.approx(50 * 0.8)


def test_trust_deceived_in_an_inject_never_comes_back_either():
    betrayal = [{"shift": "scar(brenmark, arden)", "by": 20}]
    betrayal += [{"shift": "trust(brenmark, arden)", "by": -30}]
    story = Story(
        "arden brenmark", chance=0, msel={"betrayal": {"text": "-", "turn": 1, "effects": betrayal}}
    )
    story.turn(arden="private_message.plain brenmark", times=40)

    assert story.trust("brenmark", "arden") == pytest.approx(50 * 0.8)


def test_a_scar_from_before_the_game_keeps_trust_below_what_it_leaves():
    lines = {"scar(brenmark, arden)": 40, "trust(brenmark, arden)": 90}
    story = Story("arden brenmark", chance=0, start=lines)
    assert (story.trust("brenmark", "arden"), story.ceiling("brenmark", "arden")) == (60, 60)

    story.turn(arden="private_message.plain brenmark", times=40)
    assert story.trust("brenmark", "arden") == 60


def test_trust_lost_without_deception_comes_back():
    plain = {"trick": {**DECEIVE["trick"], "effects": DECEIVE["trick"]["effects"][1:]}}
    story = Story("arden brenmark", chance=0, moves=plain)
    story.turn(arden="trick brenmark")
    story.turn(arden="private_message.plain brenmark", times=40)

    assert story.trust("brenmark", "arden") > 50


PRESS = {
    "press": {
        "name": "Press",
        "by": "any",
        "target": "actor",
        "effects": [{"shift": "tension(me, target)", "by": 10}],
    }
}


@pytest.mark.parametrize(("before", "after"), [(20, 30), (50, 60), (75, 80), (100, 100)])
def test_a_rise_counts_less_the_tenser_it_is_above_the_heat(before, after):
    start = {"tension(arden, brenmark)": before}
    story = Story("arden brenmark", moves=PRESS, start=start, parameters={"heat": 50})
    story.turn(arden="press brenmark")

    assert story.tension("arden", "brenmark") == pytest.approx(after)


def test_what_comes_from_outside_is_not_tempered():
    shots = [{"shift": "tension(arden, brenmark)", "by": 20}]
    inject = {"turn": 1, "text": "Shots.", "effects": shots}
    start = {"tension(arden, brenmark)": 80}
    story = Story("arden brenmark", msel={"shots": inject}, start=start).idle()

    assert story.tension("arden", "brenmark") == 100
