"""A forecast says what a sheet would do, from what its seat knows and nothing else."""

import numpy as np
import pytest

from game import policies, views
from game.rules import compile_rulebook
from game.session.imagining import Imagining
from tests.laws.test_curtain import otherwise
from tests.laws.worlds import crowded, world
from tests.story import Story


def imagined(story, seat, sheet=()):
    """The forecast of a seat's orders in words, in the turn that is open."""
    story.begin()
    view = story.stage.views[seat]
    seen = views.observe(view, story.world, story.events)
    return Imagining(view).forecast(seen, story.sheet(seat, list(sheet)))


def row(forecast, *measure):
    return next(one for one in forecast.rows if one.measure == measure)


@pytest.mark.parametrize("name", ["blackout", "theater"])
def test_what_a_seat_cannot_see_changes_no_forecast(name):
    """Law 5 for forecasts: worlds that differ only behind the curtain imagine alike."""
    story = world(name, seed=3).play("uniform", turns=2).begin()
    dice = np.random.default_rng(3)
    seat = story.seats[0]
    view = story.stage.views[seat]
    seen = views.observe(view, story.world, story.events)
    sheet = [seen.menu.order(int(c)) for c in chosen(story, seat, seen)]
    other = views.observe(view, otherwise(story, seat, dice), story.events)

    assert sheet
    assert Imagining(view).forecast(seen, sheet) == Imagining(view).forecast(other, sheet)


def chosen(story, seat, seen):
    picks = policies.make("doctrine").choose(seen, story.luck(seat))[0]
    return [pick for pick in picks if pick >= 0]


def test_what_a_seat_may_not_read_in_the_file_changes_no_forecast():
    """Whether a rumor is true, who holds a secret and what the rival leans to are made up."""
    calm = {"truth": True, "infectiousness": 1}
    wild = {"truth": False, "infectiousness": 9}
    one = rumor(calm, {"of": "brenmark", "severity": 0.1}, {"staff": 3}, {"doctrine": {}})
    two = rumor(
        wild, {"of": "corva", "severity": 0.9}, {"staff": 9}, {"doctrine": {"ultimatum": 9}}
    )
    sheet = ["fact_check.debunk tale by microblog"]

    assert imagined(one, "arden", sheet) == imagined(two, "arden", sheet)


def rumor(claim, secret, actor, seat):
    """Three states, a claim that somebody else made, and a secret that another holds."""
    return Story(
        "arden brenmark corva",
        claims={
            "tale": {
                "text": "A tale.",
                "issue": "blame",
                "subject": "arden",
                "by": ["brenmark"],
                "aware": ["corva_public"],
                **claim,
            }
        },
        secrets={"survey": {"text": "They know.", **secret}},
        actors={"brenmark": actor},
        seats={"brenmark": {"actor": "brenmark", **seat}},
    )


def test_without_orders_nothing_is_an_effect_of_the_sheet():
    forecast = imagined(Story("arden brenmark"), "arden")

    assert all(one.effect == 0 and one.felt == 0 for one in forecast.rows)
    assert (forecast.odds, forecast.fates) == ((), ())


def test_a_certain_effect_is_foretold_as_it_comes():
    """Nothing else touches the tension of these two: imagined and real come out alike."""
    story = Story("arden brenmark", chance=0.0)
    foretold = imagined(story, "arden", ["ultimatum.private brenmark"])

    before = story.tension("arden", "brenmark")
    story.turn(arden="ultimatum.private brenmark")

    effect = row(foretold, "tension", "arden", "brenmark").effect
    assert effect == pytest.approx(story.tension("arden", "brenmark") - before, abs=1.5)
    assert effect > 3


def test_a_chance_is_foretold_about_as_often_as_the_rulebook_says():
    """A leak is traced with 0.25 x severity, and no seat knows how grave a secret is."""
    story = Story(
        "arden brenmark",
        secrets={"survey": {"of": "brenmark", "holders": ["arden"], "text": "T", "severity": 0.8}},
    )
    forecast = imagined(story, "arden", ["leak_authentic survey by microblog"])

    assert any(0.02 < odd.share < 0.3 and odd.order == 0 for odd in forecast.odds)


def test_an_order_that_would_be_void_is_said_to_be():
    story = Story("arden brenmark", actors={"arden": {"political": 0}})

    assert imagined(story, "arden", ["ultimatum.private brenmark"]).void


def test_what_is_rounded_or_unknown_widens_the_band():
    """Opinion of a public nobody listens to is drawn from its scale; an own stock is exact."""
    forecast = imagined(
        Story(
            "arden brenmark",
            objectives={"arden": {"win": {"when": "opinion(brenmark_public, blame) >= 20"}}},
        ),
        "arden",
    )
    goal = row(forecast, "opinion", "brenmark_public", "blame")

    assert goal.before is None
    assert goal.high - goal.low > 10
    assert goal.needed == 20


def test_the_forecast_of_a_draft_is_the_same_when_it_is_asked_again():
    story = Story("arden brenmark", seed=4)
    sheet = ["ultimatum.private brenmark"]

    assert imagined(story, "arden", sheet) == imagined(story, "arden", sheet)


def test_chance_of_the_game_does_not_enter_a_forecast():
    """Two games of another seed that look the same to a seat are foretold alike."""
    one, two = Story("arden brenmark", seed=1), Story("arden brenmark", seed=2)
    sheet = ["ultimatum.private brenmark"]

    assert imagined(one, "arden", sheet) == imagined(two, "arden", sheet)


def test_doubted_scenarios_take_opposite_sides_and_keep_every_cell_in_place():
    story = world("blackout")
    view = story.stage.views["ministry"]
    known = views.Known(frozenset(view.booklet.claims), frozenset(view.booklet.secrets))
    sides = [views.doubted(story.scenario, view.booklet, known, side) for side in (0, 1)]

    open_claims = [
        name
        for name, claim in story.scenario.claims.items()
        if name not in story.scenario.slots and view.booklet.me not in claim.by
    ]
    told_by = {story.scenario.story(secret) for secret in known.secrets}
    in_doubt = [name for name in open_claims if name not in told_by]
    assert in_doubt
    assert all(sides[0].claims[n].truth != sides[1].claims[n].truth for n in in_doubt)
    for side in sides:
        made_up = compile_rulebook(side)
        assert made_up.layout.stretches == story.layout.stretches
        assert [deed.key for deed in made_up.deeds] == [deed.key for deed in story.rulebook.deeds]


def test_work_of_its_own_that_runs_is_part_of_what_a_seat_imagines():
    """A verdict given last turn lands now; whether the claim is true is then what matters most."""
    story = Story(
        "arden brenmark",
        claims={"tale": {"issue": "blame", "by": ["brenmark"], "aware": ["arden_public"]}},
    )
    story.turn(arden="fact_check.debunk tale by microblog")
    forecast = imagined(story, "arden")

    credit = row(forecast, "credibility", "arden", "arden_public")
    assert credit.high - credit.low > 10
    assert (forecast.not_known.kind, forecast.not_known.things) == ("truth", ("tale",))


def test_work_of_others_that_runs_is_not():
    """Nobody but its own seat has it in the observation."""
    story = Story(
        "arden brenmark",
        claims={"tale": {"issue": "blame", "by": ["brenmark"], "aware": ["arden_public"]}},
    )
    story.turn(arden="fact_check.debunk tale by microblog").begin()
    seen = {
        seat: views.observe(story.stage.views[seat], story.world, story.events)
        for seat in story.seats
    }

    assert len(seen["arden"].running) == 1
    assert len(seen["brenmark"].running) == 0


def test_a_world_of_too_many_people_is_not_imagined_and_says_so(monkeypatch):
    monkeypatch.setattr("game.views.forecast.LARGEST", 10)

    with pytest.raises(ValueError, match="too large a world"):
        imagined(Story("arden brenmark"), "arden")


def test_a_crowd_is_imagined_by_the_mean_of_its_people():
    forecast = imagined(Story(crowded(), seed=2), "arden")

    assert 20 <= forecast.worlds <= 200
    assert all(row.floor <= row.low <= row.high <= row.ceiling for row in forecast.rows)
