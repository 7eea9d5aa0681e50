"""Blocks, cuts and ways around them; help for citizens, warnings and checks."""

import pytest

from tests.story import Story

POPULAR = {"channels": {"microblog": 1.0, "press": 0.5}}
FEW = {"providers": 3}


def country(chance=0.0, **more):
    """Arden with a popular microblog, Corva beside it, both heard by the world."""
    audiences = {"arden_public": POPULAR, "world": {"name": "World", **POPULAR}}
    return Story(
        "arden corva",
        actors={"arden": FEW},
        audiences=audiences,
        ties={"arden": {"world": 1}, "corva": {"world": 1, "arden_public": 0.5}},
        chance=chance,
        **more,
    )


def test_a_block_closes_the_channel_at_home_and_teaches_people_around_it():
    story = country().turn(arden="block_content.sudden microblog")

    assert story.open("microblog", "arden_public") == pytest.approx(0.2)
    assert story.open("microblog", "world") == 1
    assert story.bypass("arden_public") > 0
    assert story.credibility("arden", "arden_public") < 50
    assert story.credibility("arden", "world") < 50
    assert story.attention("blame") > 1


def test_a_sudden_block_teaches_more_than_one_by_degrees():
    sudden = country().turn(arden="block_content.sudden microblog")
    gradual = country().turn(arden="block_content.gradual microblog")

    assert sudden.bypass("arden_public") > gradual.bypass("arden_public")
    assert sudden.open("microblog", "arden_public") < gradual.open("microblog", "arden_public")


def test_a_block_lifted_opens_the_channel_again():
    story = country().turn(arden="block_content.sudden microblog")
    story.turn(arden="block_content.lift microblog")

    assert story.open("microblog", "arden_public") == 1


def test_a_foreign_voice_does_not_get_through_a_block():
    free, blocked = (country(chance=None, games=600) for _ in range(2))
    blocked.turn(arden="block_content.sudden microblog")
    free.idle()
    for story in (free, blocked):
        story.turn(corva="post_statement.neutral story")

    heard = [story.cell("aware", "arden_public", "story").mean() for story in (free, blocked)]
    assert heard[1] < heard[0] / 2


def test_a_shutdown_takes_its_authors_own_voice_off_the_net():
    """What Arden says on the microblog the turn after reaches nobody at home for certain."""
    story = country(chance=0.0, measures=STANDING)
    story.turn(arden="internet_shutdown")
    assert story.online("arden_public") == pytest.approx(0.07)

    story.turn(arden="post_statement.neutral story")
    assert story.aware("arden_public", "story") == 0
    loud = country(chance=0.0).idle().turn(arden="post_statement.neutral story")
    assert loud.aware("arden_public", "story") == 1


STANDING = {
    "online": {"axes": ["audience"], "range": [0, 1], "start": 1, "known": "all", "text": "Online."}
}


def test_a_shutdown_costs_belief_at_home_and_more_abroad():
    story = country().turn(arden="internet_shutdown")

    assert story.credibility("arden", "world") < story.credibility("arden", "arden_public") < 50
    assert story.market() < 100
    assert story.attention("blame") > 1


def test_who_has_too_many_providers_cannot_cut():
    story = Story("arden corva", actors={"arden": {"providers": 9}}, chance=0.0)

    assert story.turn(arden="internet_shutdown").outcomes("arden") == ["VOID"]


def test_word_of_mouth_dies_in_a_cut_network_only():
    ties = {"arden_public": {"corva_public": {"weight": 0, "passes": 1}}}
    claims = {"story": {"infectiousness": 1}}
    heard = []
    for order in ([], "internet_shutdown"):
        story = Story(
            "arden corva", actors={"arden": FEW}, ties=ties, claims=claims, measures=STANDING
        )
        story.turn(arden=order).chance = 0.0
        story.turn(arden="post_statement.neutral story via press").idle()
        story = Story(
            "arden corva",
            actors={"arden": FEW},
            ties=ties,
            claims={"story": {"infectiousness": 1, "aware": ["arden_public"]}},
            measures=STANDING,
            chance=0.0,
        )
        story.turn(arden=order)
        heard.append(story.aware("corva_public", "story"))

    assert heard == [1, 0]


def test_a_way_around_a_block_is_found_and_may_be_found_out():
    story = country(chance=0.0).turn(arden="block_content.sudden microblog")
    before = story.bypass("arden_public")
    story.turn(corva="circumvent_block arden_public")
    assert story.bypass("arden_public") > before

    caught = country(chance=1.0).turn(arden="block_content.sudden microblog")
    caught.turn(corva="circumvent_block arden_public")
    assert caught.evidence("arden", "corva") > story.evidence("arden", "corva")


ABROAD = {"arden": {"citizens": 100, "host": "corva", "located": 0.4}, "corva": FEW}


def test_an_alert_finds_people_while_they_are_connected():
    connected = Story("arden corva", actors=ABROAD, chance=0.0, measures=STANDING).idle()
    cut = Story("arden corva", actors=ABROAD, chance=0.0, measures=STANDING)
    cut.turn(corva="internet_shutdown")
    for story in (connected, cut):
        story.turn(arden="consular_alert.warning")

    assert connected.located("arden") - 0.4 > 5 * (cut.located("arden") - 0.4) > 0


def test_help_in_person_comes_a_turn_later_and_works_in_the_dark():
    story = Story("arden corva", actors=ABROAD, chance=0.0, measures=STANDING)
    story.turn(corva="internet_shutdown").turn(arden="assist_citizens")
    assert story.located("arden") == pytest.approx(0.4)

    story.idle()
    assert story.located("arden") > 0.41
    assert story.privacy("arden") == 1


def test_an_alert_offends_the_host():
    story = Story("arden corva", actors=ABROAD, chance=0.0).turn(arden="consular_alert.warning")

    assert story.tension("arden", "corva") > 20
    assert story.trust("corva", "arden") < 50


LIE = {"story": {"issue": "blame", "truth": False, "infectiousness": 0}}
TRUE = {"story": {"issue": "blame", "truth": True, "infectiousness": 0}}


def checked(verdict, claims):
    """A story told, then checked by Corva's media."""
    story = Story(
        "arden corva",
        actors={"corva": {"kind": "media"}},
        ties={"corva": {"arden_public": 1}},
        claims=claims,
        chance=0.0,
    )
    story.turn(times=3, arden="post_statement.neutral story")
    told = story.belief("arden_public", "story")
    story.turn(corva=f"fact_check.{verdict} story").idle()
    return story, told


def test_a_correction_comes_a_turn_later_and_leaves_a_residue():
    story, told = checked("debunk", LIE)

    assert 0 < story.belief("arden_public", "story") < 0.9 * told
    assert story.resistance("arden_public", "story") > 0
    assert story.credibility("corva", "arden_public") > 50


def test_a_wrong_verdict_costs_more_than_a_right_one_wins():
    right, _ = checked("debunk", LIE)
    wrong, _ = checked("debunk", TRUE)

    won = right.credibility("corva", "arden_public") - 50
    lost = 50 - wrong.credibility("corva", "arden_public")
    assert lost > 3 * won > 0


def test_a_warning_must_come_first():
    """Prebunking protects those who have not heard; afterwards it does nothing."""
    lie = {"story": {**LIE["story"], "by": ["corva"]}}
    ties = {"corva": {"arden_public": 1}}
    early, late, plain = (
        Story("arden corva", claims=lie, ties=ties, start={"out(story)": 1}, chance=0.0)
        for _ in range(3)
    )
    early.turn(arden="prebunk_train story").turn(corva="post_statement.neutral story")
    plain.idle().turn(corva="post_statement.neutral story")
    late.turn(corva="post_statement.neutral story").turn(arden="prebunk_train story")

    assert early.resistance("arden_public", "story") > 0.1
    assert late.resistance("arden_public", "story") == 0
    assert early.belief("arden_public", "story") < plain.belief("arden_public", "story")


def test_what_anybody_might_say_can_be_warned_of_before_anybody_has():
    """A claim that waits for its one author nobody else has heard of: no menu may tell of it."""
    anyones = {"story": {**LIE["story"], "by": []}}
    story = Story("arden corva", claims=anyones, chance=0.0).turn(arden="prebunk_train story")
    assert story.outcomes("arden") == ["DONE"]
    assert story.resistance("arden_public", "story") > 0.1

    someones = {"story": {**LIE["story"], "by": ["corva"]}}
    story = Story("arden corva", claims=someones, chance=0.0)
    story.turn(arden="prebunk_train story", corva="prebunk_train story")
    assert story.outcomes("arden") == story.outcomes("corva") == ["VOID"]


def test_who_listens_knows_and_who_does_not_is_blind():
    story = Story("arden corva", chance=0.0)
    assert story.look("arden").value("opinion", "corva_public", "blame").value is None

    story.turn(arden="monitor_mine.listen corva_public")
    assert story.look("arden").value("opinion", "corva_public", "blame").exact
    assert story.look("corva").value("opinion", "arden_public", "blame").value is None


def test_mining_hears_more_and_is_owed():
    story = Story("arden corva", chance=0.0)
    story.turn(arden=["monitor_mine.listen corva_public", "monitor_mine.mine arden_public"])

    assert story.insight("arden", "arden_public") > story.insight("arden", "corva_public")
    assert story.privacy("arden") == 1
