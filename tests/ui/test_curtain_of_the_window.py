"""What a screen shows came through the three verbs of a place, and from nothing else."""

import subprocess
import sys

import pytest

from game.ui.testing import Driver
from tests.ui.fake_place import FakePlace

VERBS = {"look", "hear", "say", "clock"}
SEEN = {
    "booklet",
    "claims",
    "ended",
    "ending",
    "why",
    "menu",
    "objectives",
    "secrets",
    "stocks",
    "turn",
    "value",
}


class Guarded:
    """Lets through the names it was given, and fails the test at any other."""

    def __init__(self, inside, names):
        self._inside, self._names = inside, names

    def __getattr__(self, name):
        assert name in self._names, f"the window asked for '{name}'"
        found = getattr(self._inside, name)
        if name == "look":
            return lambda: Guarded(found(), SEEN)
        return found


def play_all(driver):
    """Open every panel and note of a game, to its end."""
    for _ in range(3):
        for key in "fiyltmgo":
            driver.press(key, "enter", "esc")
        driver.press("o", "home", "enter", "ctrl+enter", "ctrl+shift+enter", "enter", "enter")
    return driver


def test_a_window_holds_a_place_and_nothing_more():
    driver = play_all(Driver(Guarded(FakePlace(turns=2), VERBS), briefing=True))
    assert "Ten turns have passed." in driver.texts()


def test_what_a_seat_does_not_know_is_not_on_the_screen():
    place = FakePlace()
    place.look().values["credibility/belmora/provinces"] = 12.345
    driver = Driver(place)
    assert not any("12.3" in text for text in driver.press("y", "enter").texts())


def test_unknown_is_said_and_never_drawn_as_nought():
    driver = Driver(FakePlace())
    assert "not known" in driver.texts()


@pytest.mark.parametrize(
    "module",
    ["game.ui", "game.ui.theme", "game.ui.view_models.desk", "game.ui.view_models.compose"],
)
def test_pygame_is_loaded_only_when_something_is_drawn(module):
    code = f"import sys, {module}; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_plain_pygame_is_refused_with_a_sentence(monkeypatch):
    import pygame

    from game.ui.window import NoWindow, need_pygame_ce

    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(NoWindow, match="pip install --force-reinstall pygame-ce"):
        need_pygame_ce()


def test_pictures_of_every_page_are_saved_without_a_display(tmp_path):
    from game.ui import screenshots
    from game.ui import theme as t
    from game.ui.app import App
    from game.ui.gallery import SCENES, Looks

    sets = [("middle", lambda board: App(FakePlace(), board, briefing=False))]
    looks = (Looks((640, 360), 1.0, t.DARK), Looks((640, 360), 1.0, t.PROJECTOR, "ar"))
    files = list(screenshots(sets, tmp_path, looks))
    names = [scene.name for scene in SCENES if scene.stands == "middle"]
    assert [file.name for file in files] == [
        *(f"{name}-640x360-dark.png" for name in names),
        *(f"{name}-640x360-projector-ar.png" for name in names),
    ]
    assert min(file.stat().st_size for file in files) > 2000
