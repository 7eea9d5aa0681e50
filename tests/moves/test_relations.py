"""Messages, meetings, mediation: what is built in quiet hours."""

from tests.story import Story

TRIO = "arden brenmark corva"


def trio(chance=0.0, **more):
    return Story(TRIO, chance=chance, **more)


def test_a_message_builds_trust_and_a_line():
    story = trio().turn(arden="private_message.plain corva")

    assert story.trust("corva", "arden") > story.trust("arden", "corva") > 50
    assert story.line("arden", "corva") > 0
    assert story.tension("arden", "corva") < 20


def test_a_message_is_told_to_its_two_parties_only():
    story = trio().turn(arden="private_message.plain corva")

    assert [one.who for one in story.told("corva")] == ["arden"]
    assert story.told("brenmark") == []


def test_a_message_may_be_overheard():
    story = trio(chance=1.0).turn(arden="private_message.plain corva")

    assert story.trust("brenmark", "arden") < 50
    assert [one.kind for one in story.told("brenmark")] == ["exposed"]


def test_a_secret_in_a_message_is_held_by_both_from_then_on():
    secrets = {"file": {"of": "arden", "severity": 0.5, "text": "The file."}}
    story = trio(secrets=secrets).turn(arden="private_message.with_secret corva file")

    assert story.holds("corva", "file") == story.holds("arden", "file") == 1
    assert "The file." in story.look("corva").secrets().values()
    assert story.look("brenmark").secrets() == {}


def test_a_shared_suspicion_weighs_seven_tenths():
    story = trio(start={"evidence(arden, brenmark)": 2, "evidence(corva, brenmark)": 0})
    story.turn(arden="share_intelligence.suspicion corva brenmark")

    assert abs(story.evidence("corva", "brenmark") - 1.4) < 1e-9


def test_a_mediator_whom_both_accept_lowers_the_tension():
    story = trio(start={"tension(brenmark, corva)": 60})
    story.turn(
        arden="offer_mediation.mediate brenmark corva",
        brenmark="offer_mediation.accept arden",
        corva="offer_mediation.accept arden",
    )

    assert story.tension("brenmark", "corva") < 50
    assert story.prestige("arden") > 20


def test_a_meeting_gains_more_trust_than_a_message_and_takes_longer():
    message = trio().turn(arden="private_message.plain corva")
    meeting = trio().turn(arden="meet_in_person.talk corva", corva="meet_in_person.talk arden")
    assert meeting.trust("corva", "arden") == 50
    for story in (message, meeting):
        story.idle(2)

    assert meeting.trust("corva", "arden") > message.trust("corva", "arden") > 50


def test_an_ultimatum_that_nobody_heeds_costs_its_author_belief():
    story = trio().turn(arden="ultimatum.public corva")
    assert (story.threat("arden", "corva"), story.tension("arden", "corva")) == (1, 30)

    story.idle(3)
    assert story.threat("arden", "corva") == 0
    assert story.credibility("arden", "corva_public") < 50


def test_who_gives_way_ends_the_threat():
    story = trio().turn(arden="ultimatum.public corva").turn(corva="concede arden").idle(3)

    assert story.threat("arden", "corva") == 0
    assert story.credibility("arden", "brenmark_public") == 50
    assert story.credibility("corva", "corva_public") < 50


def test_relations_broken_leave_no_line_to_write_to():
    story = trio().turn(arden="reduce_relations.break corva")
    assert story.relations("arden", "corva") == 0
    assert story.tension("arden", "corva") > 20

    story.turn(corva="private_message.plain arden")
    assert story.outcomes("corva") == ["VOID"]
