"""What a seat sees: its own numbers exactly, others' as far as the table says."""

import math

import numpy as np
import pytest

from game import views
from tests.models.influence import text
from tests.story import Story


def trio(**more):
    return Story("arden brenmark corva", chance=0.0, **more)


def test_own_means_are_known_and_those_of_others_are_not():
    look = trio().look("arden")

    assert look.value("money", "arden") == views.Reading(50, exact=True)
    assert look.value("money", "corva") == views.Reading(None, exact=False)
    assert look.stocks.tolist() == [[50, 50, 50]]


def test_trust_in_oneself_is_glimpsed_in_steps_of_twenty():
    story = trio(start={"trust(corva, arden)": 47, "trust(arden, corva)": 47})
    look = story.look("arden")

    assert look.value("trust", "corva", "arden") == views.Reading(40, exact=False)
    assert look.value("trust", "arden", "corva") == views.Reading(47, exact=True)
    assert look.value("trust", "corva", "brenmark").value is None
    assert not look.exact("trust")[2, 0]


def test_tension_is_seen_from_both_ends_and_by_all():
    look = trio(start={"tension(arden, corva)": 35}).look("brenmark")

    assert look.value("tension", "arden", "corva") == look.value("tension", "corva", "arden")
    assert look.value("tension", "arden", "corva") == views.Reading(35, exact=True)


def test_what_is_not_known_is_not_a_number_in_arrays():
    story = trio(games=3)
    money = story.look("arden").measure("money")

    assert money.shape == (3, 3)
    assert money[:, 0].tolist() == [50, 50, 50]
    assert np.isnan(money[:, 1:]).all()


def test_no_seat_sees_what_nobody_knows():
    story = trio()
    for seat in story.seats:
        look = story.look(seat)
        for name, gauge in story.scenario.measures.items():
            if gauge.known == gauge.glimpsed == "nobody" and name != "attained":
                assert np.isnan(look.measure(name)).all(), name


def test_of_a_population_the_mean_is_read():
    world = text(
        {"city": {"name": "City", "population": {"nodes": 40, "degree": 4}, "opinion": {"i": 30}}},
        {},
        issues={"i": {"name": "I"}},
        actors={"arden": {"kind": "state", "name": "Arden"}},
        seats={"arden": {"actor": "arden"}},
        turns=3,
    )
    look = Story(world, chance=0.0).turn(arden="monitor_mine.listen city").look("arden")

    assert look.value("opinion", "city", "i").value == pytest.approx(30)
    assert look.measure("opinion").shape == (1, 40, 1)


def test_unknown_measures_and_things_are_refused():
    look = trio().look("arden")

    with pytest.raises(KeyError):
        look.value("luck", "arden")
    with pytest.raises(ValueError, match="not in"):
        look.value("money", "nobody")


GOALS = {
    "arden": {
        "calm": {"when": "tension(arden, corva) <= 40", "weight": 3},
        "hidden": {"when": "trust(corva, arden) >= 60"},
        "both": {"when": "prestige(arden) >= 10 and prestige(corva) >= 90"},
        "clean": {"when": "tension(arden, corva) <= 25", "holds": "throughout"},
    }
}


def goals(story, seat="arden"):
    return {one.card.key.split(".")[1]: one for one in story.look(seat).objectives()}


def test_an_objective_is_met_or_not_where_the_seat_knows_all_it_reads():
    story = trio(objectives=GOALS)
    found = goals(story)

    assert found["calm"].state == "met"
    assert found["calm"].reading == "20 now, wanted at most 40"
    assert found["hidden"].state == "not known"
    assert found["both"].state == "not met"

    story.turn(times=5, corva="public_criticism arden")
    assert story.tension("arden", "corva") > 40
    assert goals(story)["calm"].state == "not met"


def test_what_must_hold_throughout_is_lost_once():
    story = trio(objectives=GOALS)
    assert goals(story)["clean"].state == "met"

    story.turn(times=2, corva="public_criticism arden")
    assert goals(story)["clean"].state == "not met"
    story.turn(times=12, corva="private_message.plain arden")
    assert story.tension("arden", "corva") < 25
    assert goals(story)["clean"].state == "not met"


def test_nobody_reads_the_objectives_of_others():
    story = trio(objectives=GOALS)

    assert goals(story, "corva") == {}
    assert "calm" not in repr(story.look("corva").booklet.objectives)


def test_a_seat_reads_the_claims_it_could_make_and_those_that_are_out():
    claims = {
        "mine": {"text": "Mine.", "by": ["arden"], "issue": "blame"},
        "theirs": {"text": "Theirs.", "by": ["corva"], "issue": "blame"},
        "known": {"text": "Known.", "by": ["corva"], "aware": ["corva_public"]},
    }
    story = trio(claims=claims)
    look = story.look("arden")
    assert {"mine", "known"} <= set(look.claims())
    assert "theirs" not in look.claims()
    assert "Theirs." not in repr(look)

    story.turn(corva="post_statement.neutral theirs")
    assert story.look("arden").claims()["theirs"] == "Theirs."


FILE = {"file": {"of": "corva", "holders": ["arden"], "text": "The file.", "title": "The title"}}


def test_a_secret_is_read_by_those_who_hold_it_until_it_is_out():
    story = trio(secrets=FILE)

    assert story.look("arden").secrets() == story.look("corva").secrets() == {"file": "The file."}
    assert story.look("brenmark").secrets() == {}
    story.turn(arden="leak_authentic file")
    assert story.look("brenmark").secrets() == {"file": "The file."}


def test_a_leak_is_told_with_its_story_and_without_its_author():
    story = trio(secrets=FILE).turn(arden="leak_authentic file")
    (told,) = [one for one in story.told("brenmark") if one.kind == "deed"]

    assert "The file." in told.text
    assert (told.who, told.mine, told.source) == (None, False, "source unknown")
    assert "Arden" not in told.text
    (mine,) = [one for one in story.told("arden") if one.kind == "deed"]
    assert (mine.who, mine.mine) == ("arden", True)


def test_a_break_in_does_not_tell_the_title_of_what_it_seeks():
    """Its author has not read the file yet, and may fail."""
    story = trio(secrets=FILE).turn(brenmark="hack_exfiltrate corva file")
    texts = " ".join(one.text for one in story.told("brenmark"))

    assert texts
    assert "The title" not in texts
    assert "The file" not in texts
    assert story.told("corva") == []


def test_an_ending_is_told_to_all_and_each_reads_its_own_score():
    story = trio(
        turns=2,
        objectives={"arden": {"calm": {"when": "tension(arden, corva) <= 40"}}},
        endings={"early": {"when": "turn >= 1 and prestige(corva) >= 20", "says": "It is over."}},
    ).idle()

    assert story.look("arden").ending().text == "It is over."
    assert story.look("arden").ending().score == 100
    assert story.look("corva").ending().score == 0
    assert story.look("arden").ended.all()
    for seat in story.seats:
        assert [one.text for one in story.told(seat)] == ["It is over."]


def test_time_ends_a_game_that_nothing_else_does():
    story = trio(turns=2).idle()
    assert story.look("arden").ending() is None

    assert story.idle().look("arden").ending().key == "time"


def test_an_inject_is_told_to_whom_it_is_addressed():
    story = trio(msel={"call": {"turn": 1, "to": ["arden"], "source": "A friend", "text": "Run."}})
    story.begin()
    (told,) = story.told("arden", story.given)

    assert (told.kind, told.text, told.source) == ("inject", "Run.", "A friend, told to you")
    assert story.told("corva", story.given) == []


def test_suspicion_adds_up_only_for_who_suffered():
    story = Story("arden brenmark corva", chance=1.0, secrets=FILE)
    story.turn(arden="leak_authentic file")
    prior = math.log(0.2 / 0.8)

    assert story.look("corva").value("evidence", "corva", "arden").value > prior + 2
    assert story.look("brenmark").value("evidence", "corva", "arden").value is None
