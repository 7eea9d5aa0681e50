"""The shipped scenario in the window, against its stand-ins, from the briefing to the ending."""

import pytest

from game.scenario import find, load
from game.session import begin
from game.ui.testing import Driver

SEED = 7


@pytest.fixture(scope="module")
def scenario():
    return load(find("blackout"))


def sit(scenario, seat, **more):
    return Driver(begin(scenario, SEED, {seat: "person"}).place(seat), **more)


def order_something(driver):
    """Begin the first open move, choose what it asks for, and put it into the sheet."""
    driver.press("o", "home", "enter")
    if driver.stage.top.find("note"):
        return driver.press("esc")
    for slot in ("sheet/target", "sheet/about", "sheet/via"):
        if driver.stage.top.find(slot) and not driver.find(slot).value:
            driver.go(slot).press("right")
    driver.press("ctrl+enter")
    if driver.app.work.unfinished():
        driver.click("sheet/drop")
    return driver


def turn(driver):
    driver.press("ctrl+shift+enter", "enter")
    if driver.stage.top.find("recap/go"):
        driver.press("enter")
    return driver


def test_a_game_is_played_to_its_end_by_keyboard(scenario):
    driver = sit(scenario, "ministry", briefing=True)
    driver.press("enter")
    for _ in range(scenario.content.turns):
        if driver.stage.top.find("ending"):
            break
        order_something(driver)
        turn(driver)
    assert "The game is over" in driver.texts()
    assert driver.find("ending/score").value.endswith("of 100")
    own = [told for told in driver.app.work.book.told if told.mine]
    assert own, "no order of the person was ever played"


@pytest.mark.parametrize("seat", ["ministry", "palace", "checkers"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5)], ids=str)
def test_its_texts_fit_the_desk(scenario, seat, size, scale):
    driver = sit(scenario, seat, size=size, scale=scale)
    for _ in range(3):
        for note in driver.draw().written:
            assert note.used.w <= note.box.w + 1.5, note
        turn(driver)
