"""Why a figure moved: the digits on the card add up, and every way to it and out of it works."""

import re

import pygame
import pytest

from game.ui.testing import Driver
from game.ui.view_models import why
from game.ui.view_models.figures import grains, name
from game.ui.view_models.notebook import Notebook
from game.views import Factor, Reason, Why
from tests.ui.fake_place import FakePlace

HOME = ("credibility", "tessaly", "at_home")


@pytest.fixture
def now(place):
    place.say([])
    return place.look()


@pytest.fixture
def later(place):
    """A person at the desk of the second turn."""
    place.say([])
    return Driver(place)


def shown(text):
    """The number that stands in a figure, in its last digits: ▼ 9.50 is -950."""
    digits = int(re.sub(r"\D", "", text))
    return -digits if "▼" in text or "−" in text else digits


def told_of(now, before, *amounts):
    """The card of a credibility that came about by these amounts."""
    total = Why(before, before + sum(amounts), tuple(Reason(a, "rule") for a in amounts))
    now.why = lambda *_: total
    return why.card(now, why.Step(HOME))


# --------------------------------------------------------------------------------- what it says


def test_a_card_says_what_it_is_of_how_well_known_and_from_where_to_where(now):
    card = why.card(now, why.Step(HOME))

    assert card.name == "Credibility with Tessaly public"
    assert card.known == "known exactly"
    assert card.change == "58.00 → 50.00 of 100"
    assert card.total == "▼ 8.00"


def test_causes_stand_with_sign_doer_and_factors_and_what_is_not_seen_last(now):
    leak, alert, waiting, hidden = why.card(now, why.Step(HOME)).lines

    assert (leak.figure, leak.tone, leak.share) == ("▼ 9.50", "bad", -1.0)
    assert leak.title == "Leak a true secret to the press, wire agencies and everybody"
    assert leak.note.startswith("by Northgate engineer · fixed amount −10 × severity of something")
    assert "“The exit was chained” not known" in leak.note
    assert (alert.figure, alert.tone, alert.note) == (
        "▲ 2.25",
        "good",
        "by you · fixed amount 2.25",
    )
    assert waiting.leads is None
    assert hidden.title == "Causes you cannot see"


@pytest.mark.parametrize(
    "amounts",
    [
        (-8.0,),
        (-3.4, -3.3, -0.3),
        (1 / 3, 1 / 3, 1 / 3),
        (0.004, -7.0),
        (2.5, 2.5, -4.9999),
        tuple(0.123 * n for n in range(1, 12)),
        (1e-9, 2e-9),
    ],
)
def test_the_digits_that_are_shown_add_up_or_the_card_says_what_rounding_took(now, amounts):
    card = told_of(now, 50.3, *amounts)

    assert sum(shown(line.figure) for line in card.lines) == shown(card.total)
    first, last = card.change.removesuffix(" of 100").split(" → ")
    assert shown(last) - shown(first) == shown(card.total)
    rounding = [line for line in card.lines if line.title == why.ROUNDING]
    assert len(card.lines) == len(amounts) + len(rounding)
    assert len(rounding) <= 1


def test_whole_numbers_need_no_decimals_and_thirds_need_two(now):
    assert told_of(now, 50.0, -8.0, 2.0).total == "▼ 6"
    assert told_of(now, 50.0, 0.75, 3.0).total == "▲ 3.8"


def test_rounding_is_a_row_where_it_cannot_be_hidden(now):
    card = told_of(now, 50.0, 1 / 3, 1 / 3, 1 / 3)

    assert [line.figure for line in card.lines] == ["▲ 0.33", "▲ 0.33", "▲ 0.33", "▲ 0.01"]
    assert card.lines[-1].title == "Rounding of the figures above"


def test_a_share_is_read_as_per_cent(now):
    now.why = lambda *_: Why(1.0, 0.1, (Reason(-0.9, "a cut"),))
    card = why.card(now, why.Step(("online", "urban_youth")))

    assert card.change == "100\u00a0% → 10\u00a0%"
    assert card.lines[0].figure == "▼ 90\u00a0%"
    assert grains(0.1, 100.0, 0) == 10


def test_an_objective_says_which_way_is_good(now):
    objectives = now.objectives()
    objectives[0].reads, objectives[0].sign = ("market",), "at most"
    now.objectives = lambda: objectives
    now.why = lambda *_: Why(97.0, 99.0, (Reason(2.0, "buyers"),))

    assert why.card(now, why.Step(("market",))).lines[0].tone == "bad"
    objectives[0].sign = "at least"
    assert why.card(now, why.Step(("market",))).lines[0].tone == "good"
    objectives[0].reads = ()
    assert why.card(now, why.Step(("market",))).lines[0].tone == "plain"


def test_a_cause_opens_its_numbers_and_a_number_its_own_causes(now):
    [leak, *_] = why.card(now, why.Step(HOME)).lines
    numbers = why.card(now, leak.leads)

    assert [line.figure for line in numbers.lines] == ["−10", "0.7", "?", "2"]
    assert numbers.lines[2].note == "Not known to you"
    assert [line.leads for line in numbers.lines] == [None, None, None, why.Step(("crisis",))]


def test_a_cause_that_is_one_known_number_leads_straight_to_its_causes(now):
    [pair] = why.card(now, why.Step(("crisis",))).lines

    assert pair.leads == why.Step(("tension", "belmora", "tessaly"))
    assert len(why.card(now, pair.leads).lines) == 8


def test_there_is_no_card_before_anything_moved(place):
    assert why.card(place.look(), why.Step(HOME)) is None
    assert not why.moved(place.look(), ())


def test_figures_have_names_and_no_unknown_claim_or_secret_has_one(now):
    assert name(now, ("tension", "belmora", "tessaly")) == "Tension between Belmora and Tessaly"
    assert name(now, ("online", "urban_youth")) == "Connected: Urban youth"
    now.booklet.measures["public"] = type(now.booklet.measures["market"])(
        axes=("secret",), low=0.0, high=1.0, text=""
    )
    assert name(now, ("public", "chain")) == "Public: a secret"


# ------------------------------------------------------------------------------- ways in and out


@pytest.mark.parametrize("key", ["enter", "space", "w"])
def test_a_key_on_a_figure_opens_its_card_and_esc_goes_back_to_it(later, key):
    later.go("own/beliefs").press(key)
    assert later.focus == "why/0/lines"
    assert {"58.00 → 50.00 of 100", "▼ 9.50", "▼ 8.00"} <= set(later.texts())

    assert later.press("esc").focus == "own/beliefs"


def test_a_click_opens_and_a_click_beside_it_closes(later):
    box = later.find("own/beliefs").box
    later.click_at(box.x + 40, box.y + 14)
    assert later.focus == "why/0/lines"
    later.click_at(1200, 600)
    assert later.focus == "own/beliefs"


def test_cards_open_three_deep_beside_each_other_and_close_one_by_one(later):
    later.go("own/beliefs").press("enter", "enter", "end", "right")
    assert later.focus == "why/2/lines"
    later.press("enter")
    assert later.focus == "why/2/lines", "three is as deep as it goes"
    assert later.press("left").focus == "why/1/lines"
    assert later.press("esc").focus == "why/0/lines"
    assert later.press("esc").focus == "own/beliefs"


def test_another_cause_opens_in_place_of_the_one_before(later):
    later.go("own/beliefs").press("enter", "enter", "shift+tab", "down", "enter")
    assert later.focus == "why/1/lines"
    assert later.find("why/1/head").label == "Consular alert"
    assert len([w for w in later.stage.top.all() if w.role == "dialog"]) == 2


def test_a_narrow_window_shows_the_newest_card_alone():
    place = FakePlace()
    place.say([])
    driver = Driver(place, scale=2.0).press("y")
    driver.go("own/beliefs").press("enter", "enter")
    assert [w.id for w in driver.stage.top.all() if w.role == "dialog"] == ["why/1"]
    assert driver.press("esc").focus == "why/0/lines"


def test_tension_and_stocks_tell_why_too(later):
    assert later.go("header/tension").press("w").focus == "why/0/lines"
    assert later.press("w").focus == "header/tension"
    later.go("own/stocks/staff").press("enter")
    assert "Staff back for a new turn" in later.texts()


def test_the_ladder_says_what_raised_it(later):
    later.press("g")
    assert "31 → 39 of 100" in later.find("ladder/why").label
    later.go("ladder/why").press("enter")
    assert later.focus == "why/0/lines"


def test_what_did_not_move_says_what_it_is(desk):
    desk.go("own/stocks/money").press("w")
    assert "4 of 4 free. It has not moved since your last turn." in desk.texts()
    desk.press("esc")
    assert desk.go("own/beliefs").press("enter").focus == "note/close"


def test_w_away_from_every_figure_goes_to_the_first(later):
    assert later.go("turns/strip").press("w").focus == "own/goals"


def test_the_recap_has_figures_that_open(desk):
    desk.press("ctrl+shift+enter", "enter").press("w")
    assert desk.focus.startswith("recap/why/")
    desk.press("enter")
    assert desk.focus == "why/0/lines"
    desk.press("esc", "enter")
    assert desk.focus == "why/0/lines"


def test_what_is_known_of_a_mark_can_be_asked_about(later):
    later.stage.memory.clear()
    later.app.work.focus = "at_home"
    later.go("map/graph").press("enter")
    figure = next(w for w in later.stage.stops() if w.id.startswith("note/"))
    assert figure.label == "Believes you: fair"
    later.go(figure.id).press("enter")
    assert later.focus == "why/0/lines"


def test_the_ending_still_tells_why(desk):
    for _ in range(3):
        desk.press("ctrl+shift+enter", "enter")
        if desk.stage.top.find("recap/go"):
            desk.press("enter")
    figure = next(w for w in desk.stage.stops() if w.label.startswith("▼ Tessaly public"))
    desk.go(figure.id).press("enter")
    assert desk.focus == "why/0/lines"


def test_w_in_a_text_is_a_letter(later):
    later.press("/").type("w")
    assert later.app.work.find == "w"
    assert len(later.stage.layers) == 1


# -------------------------------------------------------------------------------------- pointer


def rest(driver, at, seconds=0.5):
    """The pointer comes to a place and rests there."""
    driver.board.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    driver.board.tick(driver.stage.now + seconds)
    driver.board.tick(driver.stage.now + 0.01)
    driver.draw()


def figure(driver):
    """A place on the first row of who believes us."""
    box = driver.find("own/beliefs").box
    return round(box.x + 60), round(box.y + 14)


def test_a_pointer_at_rest_opens_the_card_and_takes_it_away_again(later):
    rest(later, figure(later), 0.2)
    assert len(later.stage.layers) == 1, "not before 400 ms"
    rest(later, figure(later))
    assert later.focus == "why/0/lines"
    rest(later, (900, 600), 0.0)
    assert len(later.stage.layers) == 1


def test_the_pointer_may_go_into_the_card_and_stay(later):
    rest(later, figure(later))
    box = later.find("why/0").box
    rest(later, (round(box.x + 30), round(box.y + 30)), 2.0)
    assert later.focus == "why/0/lines"


def test_typing_goes_where_it_went_before_the_pointer_came_to_rest(later):
    later.press("/")
    rest(later, figure(later))
    assert later.focus == "why/0/lines"
    later.press("a", "l")
    assert later.app.work.find == "al"


def test_p_pins_a_card_that_the_pointer_opened(later):
    rest(later, figure(later))
    later.press("p")
    rest(later, (900, 600), 1.0)
    assert later.focus == "why/0/lines", "the pointer is gone and the card stays"
    later.press("esc")
    assert len(later.stage.layers) == 1


def test_no_card_opens_over_a_row_without_causes(later):
    x, y = figure(later)
    rest(later, (x, y + 28))
    assert len(later.stage.layers) == 1


def test_an_open_card_goes_when_the_turn_goes_on(later, place):
    answer, place.say = place.say, lambda orders: []
    later.press("ctrl+shift+enter", "enter")
    later.go("own/beliefs").press("enter")
    answer([])
    later.board.tick(later.stage.now + 10)
    later.draw()
    later.press("enter")
    assert len(later.stage.layers) == 1


def test_a_hidden_factor_has_no_value_in_any_text(now):
    total = Why(1.0, 3.0, (Reason(2.0, "Deed, by you", (Factor("secret strength", None),)),))
    now.why = lambda *_: total
    card = why.card(now, why.Step(HOME))
    assert card.lines[0].note == "by you · secret strength not known"


def test_a_notebook_is_not_needed_to_ask(now):
    book = Notebook()
    book.note(now, [])
    assert why.moved(book.now, HOME)
