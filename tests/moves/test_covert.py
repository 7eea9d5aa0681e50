"""Leaks, planted stories and break-ins: what they hurt, and how they come home."""

import pytest

from tests.story import Story

FILE = {"file": {"of": "brenmark", "holders": ["arden"], "severity": 0.5, "text": "It was so."}}
HEARD = {"arden": {"brenmark_public": 1, "corva_public": 1}}


def trio(chance=0.0, secrets=FILE, **more):
    return Story("arden brenmark corva", secrets=secrets, ties=HEARD, chance=chance, **more)


def test_a_leak_is_out_for_good_and_hurts_its_owner_where_it_is_read():
    story = trio().turn(arden="leak_authentic file")

    assert story.public("file") == 1
    assert story.out("story_of_file") == 1
    assert story.credibility("brenmark", "corva_public") == pytest.approx(44)  # 12 x severity
    assert story.credibility("corva", "corva_public") == 50
    assert story.wronged("brenmark", "arden") == 1


def test_a_leak_untraced_raises_suspicion_of_everyone_alike():
    story = trio().turn(arden="leak_authentic file")

    assert story.tension("brenmark", "arden") == story.tension("brenmark", "corva") > 20
    assert story.tension("arden", "corva") == 20
    assert story.evidence("brenmark", "arden") == story.evidence("brenmark", "corva")


def test_a_traced_leak_points_to_who_did_it():
    story = trio(chance=1.0).turn(arden="leak_authentic file")

    assert story.evidence("brenmark", "arden") == pytest.approx(-1.386 + 2.08, abs=0.01)
    assert story.exposed("arden") >= 1


def test_two_leaks_of_one_secret_hurt_as_much_as_one():
    both = {"file": {**FILE["file"], "holders": ["arden", "corva"]}}
    one = trio(secrets=both).turn(arden="leak_authentic file")
    two = trio(secrets=both).turn(arden="leak_authentic file", corva="leak_authentic file")

    assert two.credibility("brenmark", "brenmark_public") == one.credibility(
        "brenmark", "brenmark_public"
    )


def test_the_harm_of_a_leak_lies_on_those_it_names():
    named = {"file": {**FILE["file"], "names": ["corva"]}}
    story = trio(secrets=named).turn(arden="leak_authentic file")

    assert story.trust("corva", "brenmark") < 50
    assert story.trust("arden", "brenmark") == 50


def test_a_leak_of_what_was_denied_scars_trust():
    denied = {"disowned(brenmark, story_of_file)": 1}
    story = trio(start=denied).turn(arden="leak_authentic file")

    assert story.scar("corva", "brenmark") > 0
    assert story.credibility("brenmark", "corva_public") < 44


def test_nobody_leaks_what_they_do_not_hold():
    story = trio()
    menu = story.look("corva").menu
    candidate = menu.find(story.order("corva", "leak_authentic file"))

    assert "do not hold" in menu.reason(candidate)
    assert story.turn(corva="leak_authentic file").outcomes("corva") == ["VOID"]


LIE = {"lie": {"issue": "blame", "subject": "brenmark", "truth": False, "by": ["arden"]}}


def test_a_planted_story_ties_up_whom_it_is_about():
    story = trio(claims=LIE).turn(arden="disinformation_story lie")

    assert story.belief("corva_public", "lie") > 0
    assert story.staff("brenmark") == 49
    assert story.wronged("brenmark", "arden") == 1


def test_a_planted_story_may_come_home():
    story = trio(chance=1.0, claims=LIE).turn(arden="disinformation_story lie")

    assert story.exposed("arden") >= 1
    assert story.evidence("brenmark", "arden") > 0
    named = [one for one in story.told("corva") if one.kind == "exposed" and one.who == "arden"]
    assert named


def test_nobody_plants_what_is_true_or_not_theirs():
    story = trio(claims={**LIE, "fact": {"issue": "blame", "truth": True, "by": ["arden"]}})
    for seat, claim in (("arden", "fact"), ("corva", "lie")):
        story.turn(**{seat: f"disinformation_story {claim}"})
        assert story.outcomes(seat) == ["VOID"]


def test_a_break_in_wins_a_secret_a_turn_later_and_uses_up_a_way_in():
    secret = {"plan": {"of": "brenmark", "severity": 0.5, "text": "The plan."}}
    story = trio(chance=1.0, secrets=secret)
    ways = story.exploit("arden")
    story.turn(arden="hack_exfiltrate brenmark plan")
    assert (story.exploit("arden"), story.holds("arden", "plan")) == (ways - 1, 0)

    story.idle()
    assert story.holds("arden", "plan") == 1
    assert story.evidence("brenmark", "arden") > 0


def test_a_break_in_that_fails_has_cost_its_way_in_all_the_same():
    secret = {"plan": {"of": "brenmark", "severity": 0.5, "text": "The plan."}}
    story = trio(chance=0.0, secrets=secret)
    ways = story.exploit("arden")
    story.turn(arden="hack_exfiltrate brenmark plan").idle()

    assert (story.exploit("arden"), story.holds("arden", "plan")) == (ways - 1, 0)


def test_training_makes_break_ins_rarer():
    secret = {"plan": {"of": "brenmark", "severity": 0.5, "text": "The plan."}}
    shares = []
    for training in ([], ["harden_train"]):
        story = trio(chance=None, secrets=secret, games=3000, seed=2)
        story.turn(brenmark=training).idle()
        story.turn(arden="hack_exfiltrate brenmark plan").idle()
        shares.append(story.cell("holds", "arden", "plan").mean())

    assert shares[1] < shares[0] - 0.05
