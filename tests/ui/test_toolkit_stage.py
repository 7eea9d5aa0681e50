"""What the stage does for every page: notices, dress, panels by F6."""

import pytest

from game import language
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.notices import STAYS_SECONDS, Notice
from game.ui.screen import Screen
from game.ui.widgets import Button
from tests.ui.toolkit_page import Page, driver


@pytest.fixture(autouse=True)
def _english():
    yield
    language.use("en")


def ids(shown):
    shown.draw()
    return [widget.id for widget in shown.stage.top.all()]


def test_a_toast_goes_by_itself_and_a_banner_stays():
    shown = driver()
    shown.stage.tell(Notice("Saved"))
    shown.stage.tell(Notice("The link is lost", kind="alert", icon="warn"))
    assert {"notice/0", "notice/1"} <= set(ids(shown))
    shown.board.tick(STAYS_SECONDS + 0.1)
    shown.draw()
    assert [notice.text for notice in shown.stage.notices] == ["The link is lost"]


def test_what_a_toast_offers_is_done_by_keyboard_and_takes_it_away():
    shown = driver()
    shown.go("field").type("wri")
    shown.stage.tell(
        Notice("Order 2 taken away", action="Undo", do=lambda: shown.page.done.append(1))
    )
    shown.type("ting")
    assert shown.page.values["field"] == "writing"
    shown.go("notice/0/act").press("enter")
    assert (shown.page.done, shown.stage.notices) == ([1], [])


def test_another_page_shows_nothing_said_to_the_last_one():
    shown = driver()
    shown.stage.tell(Notice("Only for Tessaly", kind="banner"))
    shown.stage.show(Page())
    assert not [name for name in ids(shown) if name.startswith("notice")]


def test_dress_changes_at_once_and_whoever_listens_hears():
    shown, heard = driver(), []
    shown.stage.dressed = lambda: heard.append(shown.stage.scale)
    shown.stage.dress(theme=t.PROJECTOR, scale=2.0, speaks="ar", motion=True)
    shown.draw()
    assert (heard, shown.stage.mirrored, shown.stage.motion.on) == ([2.0], True, True)
    assert shown.surface.get_at((0, 0))[:3] == t.PROJECTOR.bg
    shown.press("ctrl+-")
    assert heard == [2.0, 1.75]


def test_f6_goes_from_panel_to_panel_and_back():
    shown = driver()
    assert shown.focus == "button"
    assert shown.press("f6").focus == "rows"
    assert shown.press("shift+f6").focus == "button"


class Deaf(Screen):
    """A button that cannot have the focus."""

    def __init__(self):
        self.done = []

    def build(self, stage):
        button = Button("button", Box(20, 20, 80, 32), "Do it", press=lambda: self.done.append(1))
        button.focusable = False
        return [button]


def test_nothing_is_for_the_mouse_alone():
    """A click reaches only what can have the focus, so the keyboard reaches all that it does."""
    shown = driver(Deaf())
    shown.click("button")
    assert shown.page.done == []
