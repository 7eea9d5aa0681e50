"""The guide plays the first turn with a newcomer; the keys that help shows are true."""

import pytest

from game import language
from game.ui import keys
from game.ui.screens.desk import Desk
from game.ui.screens.guide import STEPS, Guide
from game.ui.screens.help import Help
from game.ui.testing import Driver
from game.ui.view_models import help as words
from game.ui.view_models.index import Draft
from tests.ui.fake_place import FakePlace


@pytest.fixture
def newcomer():
    driver = Driver(FakePlace(), briefing=True)
    driver.stage.beside = Guide(driver.app)
    driver.stage.dirty = True
    driver.draw()
    return driver


def choose(driver, move):
    """Walk down the list of moves and press Enter on one."""
    driver.press("o", "home")
    while driver.stage.memory["sheet/moves"].current != move:
        driver.press("down")
    driver.press("enter")


def step(driver):
    driver.draw()
    return driver.stage.beside.number + 1


def test_the_first_turn_is_played_with_the_guide_by_keyboard_alone(newcomer):
    assert step(newcomer) == 1
    newcomer.press("enter")  # takes the seat
    assert step(newcomer) == 2
    newcomer.press("f3", "f3", "f3")
    assert step(newcomer) == 5
    choose(newcomer, "harden")
    assert step(newcomer) >= 6, "the guide saw that a move was chosen"
    newcomer.press("ctrl+enter")
    assert step(newcomer) == 8, "and that the order went into the sheet"
    newcomer.press("ctrl+shift+enter", "enter")
    for _ in range(100):
        newcomer.board.tick(newcomer.stage.now + 1)
        newcomer.draw()
        if step(newcomer) >= 9:
            break
    newcomer.press("enter")
    assert isinstance(newcomer.stage.layers[0].screen, Desk)
    assert step(newcomer) == len(STEPS)
    newcomer.press("f3")
    assert newcomer.stage.beside is None


def test_every_step_points_at_something_that_is_there(newcomer):
    newcomer.press("enter")
    for _ in range(3):
        assert newcomer.stage.top.find("guide/frame"), STEPS[step(newcomer) - 1].text
        newcomer.press("f3")


def test_tab_reaches_the_guide_and_it_can_be_left(newcomer):
    newcomer.go("guide/leave").press("enter")

    assert newcomer.stage.beside is None
    assert newcomer.stage.top.find("guide") is None


def test_the_guide_takes_no_key_from_the_page(newcomer):
    newcomer.press("enter", "m")

    assert type(newcomer.stage.top.screen).__name__ == "FullMap"


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1280, 720), 2.0)], ids=str)
def test_the_card_stays_in_the_window(size, scale):
    driver = Driver(FakePlace(), size=size, scale=scale)
    driver.stage.beside = guide = Guide(driver.app)
    for number in range(len(STEPS)):
        guide.number = number
        driver.stage.dirty = True
        driver.draw()
        card = driver.stage.top.find("guide")
        if card is not None:
            assert card.box.within(driver.stage.area, slack=0.5)


ANYWHERE = ("f11", "f2", "f3", "f10")  # need a window, a guide, or the front of the house


def shape(driver):
    """What can be seen of a page: its layers, focus, texts and what it remembers."""
    driver.draw()
    layers = [type(layer.screen).__name__ for layer in driver.stage.layers]
    work = driver.app.work
    lists = [repr(state) for state in driver.stage.memory.values()]
    return layers, driver.focus, driver.texts(), work.current, work.kept, work.table, lists


PRESSES = [key for row in keys.PAGES["Desk"] for key in row.press]


@pytest.mark.parametrize("key", PRESSES)
def test_each_key_of_the_desk_does_something(key):
    driver = Driver(FakePlace())
    if key in ("1", "2", "3", "ctrl+enter"):
        choose(driver, "harden")
    if key in ("1", "2", "3"):
        driver.press("ctrl+enter")
        driver.app.work.drafts.append(Draft())
    if key in ("2", "3"):
        driver.press("1")
    if key == "o":
        driver.press("f")
    if key in ("left", "right"):
        driver.press("l").press("right")
    if key == "up":
        driver.press("down")
    before = shape(driver)
    driver.press(key)

    assert shape(driver) != before


@pytest.mark.parametrize("page", sorted(keys.PAGES))
def test_the_keys_of_a_page_are_shown_over_it(page):
    rows = words.key_rows(page)

    assert len(rows) == 3 + len(keys.PAGES[page]) + len(keys.EVERYWHERE) + len(keys.WRITING)
    assert all(row.does for row in rows)


def test_keys_have_names_people_know():
    printed = {row.does: row.keys for row in words.key_rows("Desk")}

    assert printed["hand in the sheet"] == "Ctrl + Shift + Enter"
    assert printed["larger, smaller, as large as fits"] == "Ctrl + +  Ctrl + -  Ctrl + 0"


def test_f1_opens_the_glossary_at_the_word_in_focus(newcomer):
    newcomer.press("enter", "g", "esc")
    newcomer.stage.focus = "header/tension"
    newcomer.press("f1")

    assert isinstance(newcomer.stage.top.screen, Help)
    assert newcomer.find("help/list").state(newcomer.stage.memory).current == "tension"


def test_the_glossary_says_that_a_move_is_no_period_of_play():
    [move] = [word for word in words.glossary() if word.key == "move"]

    assert "here it never is" in move.means
    assert [word.key for word in words.glossary("undertak")] == ["undertaking"]


def test_a_widget_is_about_the_nearest_word_that_is_known():
    assert words.word_at("own/beliefs/urban") == "credibility"
    assert words.word_at("sheet/confidence") == "confidence"
    assert words.word_at("nowhere") == "actor"


def test_help_speaks_the_language_that_is_spoken(monkeypatch):
    monkeypatch.setattr(words, "t_now", lambda text, **_: text.upper())

    assert language.current() == "en"
    assert words.glossary()[0].word == "ACTOR"
