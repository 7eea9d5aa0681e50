"""Campaigns, forgeries, false accounts, attacks, strategies, protests: the rest of the rulebook."""

import pytest

from tests.story import Story

HEARD = {"arden": {"corva_public": 1}, "corva": {"arden_public": 1}}


def pair(names="arden corva", chance=0.0, **more):
    return Story(names, ties=HEARD, chance=chance, **more)


def test_a_forgery_hurts_a_turn_later_and_until_it_is_taken_apart():
    story = pair(chance=1.0).turn(arden="leak_forged corva")
    assert story.credibility("corva", "corva_public") == 50

    story.idle()
    assert story.out("forgery_on_corva") == 1
    assert story.belief("corva_public", "forgery_on_corva") > 0
    assert story.wronged("corva", "arden") == 1
    told = story.belief("corva_public", "forgery_on_corva")

    story.turn(corva="fact_check.debunk forgery_on_corva").idle()
    assert story.belief("corva_public", "forgery_on_corva") < told


def test_false_accounts_make_a_claim_travel_and_nobody_believe_it():
    story = pair(start={"bots(arden)": 3, "out(story)": 1, "aware(arden_public, story)": 1})
    before = story.belief("arden_public", "story")
    story.turn(arden="covert_amplify.push story")

    assert story.boost("story") > 0
    assert story.belief("arden_public", "story") == before


def test_an_alarm_under_a_stolen_name_shakes_the_market_and_its_owner():
    story = pair(chance=1.0).turn(arden="impersonate_hijack corva")

    assert story.market() < 100
    assert story.credibility("corva", "corva_public") < 50
    assert (
        story.evidence("corva", "arden")
        > story.rulebook.layout.start[story.rulebook.cell("evidence", "corva", "arden")]
    )


def test_a_service_attacked_is_slow_for_a_turn_or_two_and_comes_back():
    channels = {"microblog": {"owner": "corva"}}
    story = pair(channels=channels)
    lanes = [story.turn(arden="cyber_disrupt.covert microblog").lane("microblog", "corva_public")]
    lanes += [story.idle().lane("microblog", "corva_public") for _ in range(6)]

    assert lanes[0] < 0.5
    assert lanes == sorted(lanes)
    assert lanes[-1] > 0.95


def test_a_false_flag_plants_the_same_marker_on_another():
    channels = {"microblog": {"owner": "corva"}}
    story = pair("arden brenmark corva", channels=channels)
    before = story.evidence("corva", "brenmark")
    story.turn(arden="cyber_disrupt.framed microblog brenmark")

    assert story.evidence("corva", "brenmark") == pytest.approx(before + 2.08)
    assert story.evidence("corva", "arden") < story.evidence("corva", "brenmark")
    assert story.wronged("corva", "arden") == 1
    assert story.wronged("corva", "brenmark") == 0


def test_a_strategy_is_one_at_a_time():
    read = {"channels": {"microblog": 1, "press": 0.5}}
    story = pair(audiences={"corva_public": read})
    story.turn(arden="declare_strategy.internal corva_public blame press")
    assert [story.aim("arden", "corva_public"), story.means("arden", "press")] == [1, 1]

    story.turn(arden="declare_strategy.internal arden_public blame microblog")
    assert [story.aim("arden", "corva_public"), story.aim("arden", "arden_public")] == [0, 1]
    assert [story.means("arden", "press"), story.means("arden", "microblog")] == [0, 1]


def test_what_fits_the_strategy_is_believed_more():
    aimed = pair().turn(arden="declare_strategy.internal arden_public blame microblog")
    loose = pair().idle()
    for story in (aimed, loose):
        story.turn(arden="post_statement.neutral story")

    assert aimed.belief("arden_public", "story") > loose.belief("arden_public", "story")


def test_a_game_played_first_prepares_people_a_turn_later():
    story = pair()
    before = story.poise("arden")
    assert story.turn(arden="crowd_analysis_game.experts blame").poise("arden") == before

    assert story.idle().poise("arden") > before
    assert story.insight("arden", "corva_public") > 0


def test_a_protest_presses_a_government_through_its_own_people():
    actors = {"crowd": {"kind": "collective"}}
    story = pair("arden corva crowd", actors=actors, audiences={"corva_public": {"mobilized": 0.3}})
    idle = pair("arden corva crowd", actors=actors, audiences={"corva_public": {"mobilized": 0.3}})
    story.turn(crowd="street_protest.rally corva corva_public")
    idle.idle()

    assert story.political("corva") < idle.political("corva")
    assert story.mobilized("corva_public") > idle.mobilized("corva_public")
    assert story.tension("crowd", "corva") > 20


def test_who_has_nobody_ready_cannot_call_them_out():
    actors = {"crowd": {"kind": "collective"}}
    audiences = {"corva_public": {"mobilized": 0.02}}
    story = pair("arden corva crowd", actors=actors, audiences=audiences)

    assert story.turn(crowd="street_protest.rally corva corva_public").outcomes("crowd") == ["VOID"]


def test_two_who_say_it_together_lend_each_other_their_publics():
    together = pair().turn(arden="joint_statement corva story", corva="joint_statement arden story")
    alone = pair().turn(arden="joint_statement corva story")

    assert together.belief("corva_public", "story") > 0
    assert together.trust("corva", "arden") > 50
    assert alone.outcomes("arden") == ["STANDING"]
    assert alone.belief("corva_public", "story") == 0


def test_sanctions_hurt_both_but_not_alike():
    story, idle = pair(), pair().idle()
    story.turn(arden="reduce_relations.sanction corva")

    assert idle.money("corva") - story.money("corva") == 3
    assert story.tension("arden", "corva") > 20
    assert story.trust("corva", "arden") < 50


def test_a_signed_undertaking_binds_once_all_have_signed_and_shows_when_broken():
    truce = {
        "name": "Truce",
        "parties": ["arden", "corva"],
        "commitments": [{"who": "arden", "spares": "corva"}],
    }
    story = pair(undertakings={"truce": truce})
    story.turn(arden="public_criticism corva")
    assert story.broken("arden", "truce") == 0

    sign = "meet_in_person.sign {} truce"
    story.turn(arden=sign.format("corva"), corva=sign.format("arden")).idle(2)
    assert [story.bound(actor, "truce") for actor in ("arden", "corva")] == [1, 1]
    before = story.trust("corva", "arden")

    story.turn(arden="public_criticism corva")
    assert story.broken("arden", "truce") == 1
    assert story.trust("corva", "arden") < before - 5
    assert story.scar("corva", "arden") > 0


def test_a_fast_lane_is_sold_until_a_law_forbids_it():
    actors = {"lines": {"kind": "company"}}
    story = pair("arden corva lines", actors=actors)
    story.turn(lines="paid_priority.sell microblog corva_public")
    assert story.lane("microblog", "corva_public") > 1
    assert story.credibility("lines", "corva_public") < 50

    story.turn(corva="paid_priority.forbid")
    story.turn(lines="paid_priority.sell microblog corva_public")
    assert story.outcomes("lines") == ["VOID"]
