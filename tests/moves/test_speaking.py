"""Statements, answers, calls and denials: what they win, and what they cost."""

from itertools import pairwise

import pytest

from tests.story import Story

LOUD = {"channels": {"microblog": 1.0}}


def pair(**more):
    return Story("arden corva", chance=0.0, **more)


def test_a_statement_is_believed_and_its_author_is_asked_about_it():
    story = pair().turn(arden="post_statement.neutral story")

    assert story.out("story") == 1
    assert story.aware("arden_public", "story") == 1
    assert story.belief("arden_public", "story") > 0
    assert story.waiting("arden", "arden_public") == 1
    assert story.waiting("arden", "corva_public") == 0


def test_a_statement_is_believed_as_far_as_its_author_is():
    trusted = pair(start={"credibility(arden, arden_public)": 80})
    doubted = pair(start={"credibility(arden, arden_public)": 20})
    for story in (trusted, doubted):
        story.turn(arden="post_statement.neutral story")

    ratio = trusted.belief("arden_public", "story") / doubted.belief("arden_public", "story")
    assert ratio == pytest.approx(4, rel=0.2)


def test_saying_it_again_adds_less_each_time():
    story = pair(parameters={"erosion": 0})
    steps = [0.0]
    for _ in range(4):
        story.turn(arden="post_statement.neutral story")
        steps.append(story.belief("arden_public", "story"))
    gains = [later - earlier for earlier, later in pairwise(steps)]

    assert all(gain > 0 for gain in gains)
    assert gains == sorted(gains, reverse=True)


def test_who_only_speaks_is_believed_less_every_turn_and_answering_stops_it():
    silent = pair().turn(times=5, arden="post_statement.neutral story").idle(3)
    answering = pair().turn(times=5, arden="post_statement.neutral story")
    answering.turn(times=3, arden="engage_reply.replies arden_public")

    assert silent.credibility("arden", "arden_public") < 50
    assert answering.waiting("arden", "arden_public") < silent.waiting("arden", "arden_public")
    assert (
        answering.credibility("arden", "arden_public")
        > silent.credibility("arden", "arden_public") + 5
    )


def test_nobody_answers_those_who_asked_nothing():
    story = pair()

    assert "asked" in closed(story, "arden", "engage_reply.replies", "corva_public")


def closed(story, seat, move, *things):
    """Why the menu closes an order."""
    menu = story.look(seat).menu
    candidate = menu.find(story.order(seat, " ".join([move, *things])))
    return menu.reason(candidate)


def test_criticism_moves_third_parties_and_gains_at_both_homes():
    """Abroad the criticized loses; its own people rally to it, the critic's to the critic."""
    story = Story(
        "arden corva",
        chance=0.0,
        audiences={"world": {"name": "World", **LOUD}},
        ties={"arden": {"world": 1, "corva_public": 0}},
    )
    story.turn(arden="public_criticism corva")

    assert story.credibility("corva", "world") < 50
    assert story.credibility("corva", "corva_public") > 50
    assert story.credibility("arden", "arden_public") > 50
    assert story.tension("arden", "corva") > 20
    assert story.trust("corva", "arden") < 50


GUILTY = {"wronged(arden, corva)": 1, "evidence(arden, corva)": 3}


def test_naming_the_guilty_lays_them_bare():
    story = pair(start=GUILTY).turn(arden="public_attribution.sure corva")

    assert story.accused("corva", "arden") == 1
    assert story.exposed("corva") > 0
    assert story.credibility("arden", "arden_public") == 50


def test_naming_the_innocent_costs_more_than_it_was_worth():
    story = pair(start={"evidence(arden, corva)": 3})
    story.turn(arden="public_attribution.sure corva")

    assert story.credibility("arden", "arden_public") < 40
    assert story.trust("corva", "arden") < 50
    assert story.exposed("corva") == 0


def test_a_bluff_needs_thin_evidence_and_proof_needs_thick():
    thin = pair()
    thick = pair(start=GUILTY)

    assert closed(thin, "arden", "public_attribution.sure", "corva")
    assert not closed(thin, "arden", "public_attribution.bluff", "corva")
    assert closed(thick, "arden", "public_attribution.bluff", "corva")


def test_to_deny_and_then_be_shown_guilty_leaves_a_scar_on_trust():
    """Trust lost to deeds comes back; trust lost to deeds and a lie never wholly does."""
    liar, silent = pair(start=GUILTY), pair(start=GUILTY)
    for story in (liar, silent):
        story.turn(arden="public_attribution.sure corva")
    liar.turn(corva="decline_or_deny.deny arden")
    silent.turn(corva="decline_or_deny.decline arden")
    assert liar.denied("corva", "arden") == 1
    for story in (liar, silent):
        story.turn(arden="public_attribution.sure corva")
        story.turn(times=25, corva="private_message.plain arden")

    assert liar.scar("arden", "corva") > 0 == silent.scar("arden", "corva")
    assert liar.trust("arden", "corva") < silent.trust("arden", "corva")
    assert liar.trust("arden", "corva") <= liar.ceiling("arden", "corva") < 100


def test_a_denial_pleases_at_home():
    story = pair(start={"accused(corva, arden)": 1}).turn(corva="decline_or_deny.deny arden")

    assert story.credibility("corva", "corva_public") > 50
    assert story.accused("corva", "arden") == 0


def test_an_apology_clears_what_is_open_and_costs_a_little_at_home():
    story = pair(start={"exposed(arden)": 2, "gaffe(arden)": 1})
    story.turn(arden="apologize_correct.apologize")

    assert (story.exposed("arden"), story.gaffe("arden")) == (0, 0)
    assert closed(story, "arden", "apologize_correct.apologize", "microblog")


def test_a_secret_disclosed_hurts_less_than_one_that_is_leaked():
    """Own up and lose five points; be leaked and lose twelve, each times the severity."""
    secrets = {"file": {"of": "arden", "holders": ["corva"], "severity": 1, "text": "It was us."}}
    reach = {"corva": {"arden_public": 1}}
    told = pair(secrets=secrets, ties=reach).turn(arden="apologize_correct.disclose file")
    leaked = pair(secrets=secrets, ties=reach).turn(corva="leak_authentic file")

    assert told.public("file") == leaked.public("file") == 1
    assert (
        leaked.credibility("arden", "arden_public") < told.credibility("arden", "arden_public") < 50
    )
    assert told.trust("corva", "arden") > 50


def test_a_call_mobilizes_those_who_believe_the_caller():
    actors = {"crowd": {"kind": "collective"}}
    start = {"attention(blame)": 2}
    story = Story("arden crowd", actors=actors, start=start, chance=0.0)
    before = story.mobilized("crowd_public")
    story.turn(crowd="hashtag_mobilize.call story")
    story.turn(crowd="hashtag_mobilize.call story")

    assert story.mobilized("crowd_public") > before
    assert story.attention("blame") > 2
