"""Effects: exact sums, the larger of two, conditions, stages, exposure."""

import numpy as np
import pytest

from tests.story import Story


def deed(*effects, **more):
    return {"name": "A deed", "by": "any", "effects": list(effects), **more}


def acting(effects, games=1, chance=0.0, names="arden brenmark corva", **more):
    return Story(names, games=games, chance=chance, moves={"act": deed(*effects, **more)})


def test_effects_of_one_tier_read_the_same_snapshot():
    """Both double the same number: 20 + 20 + 20, not 80."""
    story = acting([{"shift": "prestige(arden)", "by": "prestige(arden)"}])
    story.turn(arden="act", corva="act")

    assert story.prestige("arden") == 60


def test_sums_are_clipped_once_at_the_end_of_the_tier():
    """+90 and -50 from 20 make 60: the rise is not cut to 100 first."""
    up = deed({"shift": "prestige(arden)", "by": 90})
    down = deed({"shift": "prestige(arden)", "by": -50})
    story = Story("arden corva", moves={"up": up, "down": down})
    story.turn(arden="up", corva="down")

    assert story.prestige("arden") == 60


def test_of_those_that_join_as_most_only_the_largest_counts():
    story = acting([{"shift": "prestige(arden)", "by": "prestige(me) / 2", "join": "most"}])
    story.world.cells[0, story.rulebook.cell("prestige", "corva")] = 50
    story.turn(arden="act", corva="act", brenmark="act")

    assert story.prestige("arden") == 20 + 25


def test_a_tier_sees_what_the_tier_before_it_did():
    shield = deed({"shift": "prestige(arden)", "by": 10}, tier="shield")
    speak = deed({"shift": "prestige(corva)", "by": "prestige(arden)"}, tier="speak")
    story = Story("arden corva", moves={"shield_it": shield, "speak_it": speak})
    story.turn(arden="speak_it", corva="shield_it")

    assert story.prestige("corva") == 50


def test_an_effect_with_a_condition_happens_where_it_holds():
    story = acting([{"shift": "credibility(me, everyone)", "by": 5, "if": "size(everyone) > 10"}])
    sizes = story.scenario.content.audiences
    assert {a.size for a in sizes.values()} == {1}
    story.turn(arden="act")

    assert story.credibility("arden", "corva_public") == 50


def test_an_exposure_whose_condition_does_not_hold_does_not_make_the_claim_public():
    never = [{"expose": "story", "to": "everyone", "if": "prestige(me) > 90"}]
    story = acting(never).turn(arden="act")

    assert (story.aware("corva_public", "story"), story.out("story")) == (0, 0)
    story = acting([{"expose": "story", "to": "everyone"}]).turn(arden="act")
    assert (story.aware("corva_public", "story"), story.out("story")) == (1, 1)


def test_an_exposure_that_reaches_nobody_has_been_made_in_public_all_the_same():
    story = Story(
        "arden corva",
        audiences={"corva_public": {"channels": {}}, "arden_public": {"channels": {"press": 0.4}}},
        moves={"act": deed({"expose": "story", "to": "reached"}, via="channel")},
        chance=0.0,
    )
    story.turn(arden="act via press")

    assert (story.aware("arden_public", "story"), story.out("story")) == (0, 1)


def test_chances_open_the_effects_below_them():
    nested = [
        {
            "chance": "first",
            "p": 0.5,
            "then": [
                {"shift": "prestige(me)", "by": 1},
                {"chance": "second", "p": 0.5, "then": [{"shift": "prestige(me)", "by": 10}]},
            ],
            "else": [{"shift": "prestige(me)", "by": -1}],
        }
    ]
    story = acting(nested, games=4000, chance=None).turn(arden="act")
    gains, counts = np.unique(story.cell("prestige", "arden") - 20, return_counts=True)

    assert gains.tolist() == [-1, 1, 11]
    assert counts / 4000 == pytest.approx([0.5, 0.25, 0.25], abs=0.03)


def test_later_stages_come_when_they_said_and_fast_ones_do_not_wait():
    move = deed(
        {"shift": "prestige(me)", "by": 1},
        after={1: [{"shift": "prestige(me)", "by": 10}], 3: [{"shift": "prestige(me)", "by": 30}]},
    )
    story = Story("arden corva", moves={"act": move})
    steps = [story.turn(arden="act").prestige("arden")]
    steps += [story.idle().prestige("arden") for _ in range(4)]

    assert steps == [21, 31, 31, 61, 61]


def test_running_work_breaks_off_for_good_when_it_cannot_go_on():
    """While Arden's standing is at 20 or more; it falls, and rises again too late."""
    work = deed(
        after={
            1: [{"shift": "market", "by": 1}],
            2: [{"shift": "market", "by": 10}],
        }
    )
    work["while"] = "prestige(me) >= 20"
    fall = deed({"shift": "prestige(arden)", "by": -5})
    rise = deed({"shift": "prestige(arden)", "by": 50})
    story = Story(
        "arden corva",
        moves={"work": work, "fall": fall, "rise": rise},
        measures={"market": {"range": [0, 200], "start": 100, "text": "Market."}},
    )
    story.turn(arden="work", corva="fall")
    story.turn(corva="rise")
    assert story.outcomes("arden") == ["BROKEN_OFF"]
    story.idle()

    assert story.market() == 100


def test_what_names_nobody_changes_nothing():
    """A claim without a subject: tension with nobody is nobody's."""
    story = acting([{"shift": "tension(me, subject(story))", "by": 40}])
    before = story.world.cells.copy()
    story.turn(arden="act")
    moved = np.flatnonzero(before[0] != story.world.cells[0])
    names = {
        s.name
        for s in story.layout.stretches.values()
        for cell in moved
        if s.first <= cell < s.first + s.size
    }

    assert names <= {"turn", "done", "escalation"}


def test_fading_happens_after_orders_are_in():
    """A seat sees the wave it rides: insight 0.5 halves only once it has been used."""
    story = Story("arden corva", chance=0.0).turn(arden="monitor_mine.listen corva_public")
    assert story.insight("arden", "corva_public") == 0.5

    story.turn(arden="engage_reply.replies corva_public")
    assert story.outcomes("arden") == ["DONE"]
    assert story.insight("arden", "corva_public") == pytest.approx(0.25 + 0.4)
