"""The forecast beside a draft: never waited for, in words first, and gone stale when asked anew."""

import threading

import pytest

from game.ui.errands import Answer, Aside, AtOnce, Errand, Errands
from game.ui.testing import Driver
from game.ui.view_models import forecast as foretold
from game.ui.view_models.course import course
from tests.ui.fake_place import FakePlace
from tests.ui.fake_place import foretold as foretold_by_hand
from tests.ui.test_desk import choose_move


def imagined(driver):
    """Let the worker answer, as it would a moment later."""
    driver.stage.errands.run()
    driver.stage.dirty = True
    driver.draw()
    return driver


def whole_order(driver):
    choose_move(driver, "harden")
    return driver


def test_while_it_is_imagined_the_desk_goes_on_and_says_so(desk, place):
    whole_order(desk)

    assert place.imagined == []
    assert "imagining…" in desk.texts()
    assert desk.find("sheet/keep").disabled == ""


def test_a_forecast_says_bands_in_words_and_the_committing_button_stands_under_it(desk, place):
    imagined(whole_order(desk))
    said = desk.texts()

    assert "Belief: Tessaly public" in said
    assert "Fair to Good" in said
    assert "Rung 4, perhaps 5" in said
    assert "Exposed in about 1 of 6" in said
    assert "200 worlds" in said
    panel, button = desk.find("sheet/forecast"), desk.find("sheet/keep")
    assert panel.box.bottom <= button.box.y


def test_what_is_not_known_stands_beside_the_button(desk):
    imagined(whole_order(desk))

    assert desk.find("sheet/not_known").value == "Not known: does Belmora choose “Protect systems”?"


def test_words_of_an_order_ask_for_no_new_forecast(desk, place):
    imagined(whole_order(desk))
    asked = len(place.imagined)
    desk.go("sheet/text").type("Stay inside.")
    imagined(desk)

    assert len(place.imagined) == asked
    assert all(order.text == "" for sheet in place.imagined for order in sheet)


def test_another_draft_asks_anew_and_only_the_newest_is_shown(desk, place):
    whole_order(desk)
    desk.press("ctrl+enter")
    imagined(desk)
    [last] = place.imagined[-1:]

    assert [order.move for order in last] == ["harden"]
    assert not desk.app.work.foresight.computing


def test_an_unfinished_order_says_what_it_costs_until_it_can_be_foretold(desk):
    imagined(desk)
    choose_move(desk, "private_message")

    assert desk.stage.top.find("sheet/forecast") is None
    assert "Only you and the other side know" in desk.find("sheet/facts").value


def test_how_it_was_imagined_can_be_read(desk):
    imagined(whole_order(desk))
    desk.go("sheet/forecast/worlds").press("enter")
    said = " ".join(desk.texts())

    assert "Imagined 200 worlds that fit what you know" in said
    assert "59 to 68, most likely 62; of it by this sheet +4" in said


def test_an_order_the_game_cannot_read_gives_no_forecast_and_says_why(desk, place):
    def refuse(orders):
        raise ValueError("there is no move 'harden'")

    place.imagine = refuse
    imagined(whole_order(desk))

    assert "there is no move 'harden'" in desk.find("sheet/forecast/error").value


def test_a_line_of_the_forecast_can_be_asked_why(desk):
    desk.press("ctrl+shift+enter", "enter", "enter")
    imagined(whole_order(desk))
    desk.go("sheet/forecast/0").press("enter")

    assert len(desk.stage.layers) == 2


def test_a_band_over_everything_says_that_it_could_be_anything(place):
    place.look()
    view = foretold.outlook(place.look(), foretold_by_hand(1, [], home=58.0, gain=0.0))
    market = next(line for line in view.lines if line.measure == ("market",))

    assert market.said == "could be anything"
    assert (market.low, market.high) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("share", "squares"), [(0.0, 0), (0.05, 0), (0.1, 1), (0.17, 1), (0.5, 3), (0.97, 5), (1.0, 6)]
)
def test_squares_are_full_by_sixths(share, squares):
    assert foretold.sixth(share) == squares


@pytest.mark.parametrize(
    ("state", "share", "turn", "now", "way"),
    [
        ("met", 0.9, 5, None, "on course"),
        ("met", 0.4, 5, None, "at risk"),
        ("met", None, 5, None, "on course"),
        ("open", 0.8, 5, None, "on course"),
        ("open", 0.0, 1, 0.3, "behind"),
        ("open", 0.0, 5, 0.6, "behind"),
        ("open", 0.0, 8, 0.4, "at risk"),
        ("lost", 1.0, 5, None, "lost"),
    ],
)
def test_an_objective_is_on_course_behind_or_at_risk(state, share, turn, now, way):
    """Of the way from 0.3 to 0.8, as much should be gone as of the ten turns."""
    first, later = FakePlace(10).look(), FakePlace(10)
    later.turn = turn
    seen = later.look()
    view = seen.objectives()[0]
    view.now, view.needed = now, 0.8
    first.objectives = lambda: [_at(view, 0.3)]

    assert course(seen, view, state, first, share) == way


def _at(view, now):
    return type(view)(**{**vars(view), "now": now})


def test_at_risk_stands_in_the_own_panel_once_nothing_was_imagined_to_hold_it(desk):
    imagined(desk)

    assert "At risk" in desk.texts() or "Behind" in desk.texts()


def test_a_sealed_sheet_shows_its_orders_read_only(desk, place):
    whole_order(desk)
    desk.press("ctrl+enter")
    place.say = lambda orders: []
    desk.press("ctrl+shift+enter", "enter")

    assert "Sealed" in desk.texts()
    assert "1  Harden and train" in desk.texts() or "1  " in desk.find("sheet/sealed").value
    assert desk.find("sheet/hand_in").disabled == "Sealed already"


def test_errands_keep_only_the_newest_of_a_name():
    done = []
    errands = Errands()
    for number in (1, 2):
        errands.ask(Errand("imagine", lambda n=number: n, lambda a: done.append(a.get())))
    errands.run()

    assert done == [2]
    assert not errands.busy("imagine")


def test_an_urgent_errand_is_done_while_others_wait():
    done = []
    errands = Errands()
    errands.ask(Errand("imagine", lambda: 1, lambda a: done.append(a.get())))
    errands.ask(Errand("say", lambda: 2, lambda a: done.append(a.get())), urgent=True)

    assert done == [2]


def test_a_worker_answers_in_the_thread_that_draws():
    """The job runs elsewhere; its answer is handed out where it is polled."""
    where = {}
    aside = Aside()
    aside.ask(
        Errand(
            "imagine",
            lambda: where.setdefault("job", threading.current_thread().name),
            lambda answer: where.setdefault("done", threading.current_thread().name),
        )
    )
    aside.run()

    assert where["job"] == "errands"
    assert where["done"] == threading.current_thread().name


def test_what_goes_wrong_is_raised_where_the_answer_is_used():
    found = []
    AtOnce().ask(Errand("imagine", {}.popitem, found.append))

    assert isinstance(found[0], Answer)
    with pytest.raises(KeyError):
        found[0].get()


def test_a_turn_is_played_aside_and_the_desk_says_so(place):
    """While the table plays, the sheet is sealed and nothing asks the table for anything."""
    free = threading.Event()
    driver = Driver(place)
    driver.stage.errands = Aside()
    answer, place.say = place.say, lambda orders: (free.wait(5), answer(orders))[1]
    driver.press("ctrl+shift+enter", "enter")

    assert "The table plays the turn…" in driver.texts()
    driver.board.tick(10.0)
    free.set()
    driver.stage.errands.run()
    driver.board.tick(11.0)
    driver.draw()
    assert driver.app.work.now.turn == 2
    assert not driver.app.work.sealed
