"""Every page of the window by name, and how one gets there: for pictures and for tests of all.

Pages stand on a set: a game at its start, in its middle or at its end, or the front of the house.
Whoever has the sets hands them in; a page is reached with the keys that a person would press. A
new page is one more line in `SCENES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pygame

from game import language
from game.data import data_path
from game.ui import theme as themes
from game.ui.board import Board
from game.ui.screens.turn_page import open_turn
from game.ui.testing import Driver
from game.ui.view_models import sheet
from game.ui.view_models.launch import Wish

if TYPE_CHECKING:
    from pathlib import Path

    from game.ui.theme import Theme

Begin = Callable[[Board], object]  # shows the first page of a set; what comes back answers for it


@dataclass(frozen=True, slots=True)
class Scene:
    """A page: its name, the set it stands on, and the way there from the set's first page."""

    name: str
    stands: str
    way: Callable[[Driver], object]


@dataclass(frozen=True, slots=True)
class Looks:
    """How a picture is taken."""

    size: tuple[int, int]
    scale: float
    theme: Theme
    language: str = language.ENGLISH

    @property
    def name(self) -> str:
        """What a file's name says of it."""
        said = f"{self.size[0]}x{self.size[1]}-{self.theme.name}"
        return said if self.language == language.ENGLISH else f"{said}-{self.language}"


SIZES = (((1280, 720), 1.0), ((1920, 1080), 1.5), ((3840, 2160), 3.0))
LOOKS = (
    *(Looks(size, scale, theme) for size, scale in SIZES for theme in themes.THEMES),
    *(Looks(size, scale, themes.DARK, "ar") for size, scale in SIZES),
)


def _keys(*names: str) -> Callable[[Driver], object]:
    """The way that some keys lead."""
    return lambda driver: driver.press(*names)


def _page(name: str) -> Callable[[Driver], object]:
    """The way to a page by its name."""
    return lambda driver: driver.app.go(name)


def _seats(driver: Driver) -> None:
    """The choice of a seat, before a game."""
    front: Any = driver.app
    front.begin(Wish("blackout"))


def _adjusting(driver: Driver) -> None:
    """The knobs of a scenario, before a seat is taken."""
    _seats(driver)
    driver.press("k")


def _ordering(driver: Driver) -> None:
    """An order half written, as good as the menu has one."""
    work = driver.app.work
    work.draft = sheet.example(work.index)
    driver.app.go("desk")


def _why(driver: Driver) -> None:
    """Why an audience believes this seat: reached by the panel's letter where it is not open."""
    driver.press("y").go("own/beliefs").press("enter")


def _recap(driver: Driver) -> None:
    """What the last turn brought."""
    work = driver.app.work
    open_turn(driver.stage, work, work.now.turn - 1)


def _typed(*texts: str) -> Callable[[Driver], object]:
    """The way that some typing leads."""

    def way(driver: Driver) -> None:
        for text in texts:
            driver.type(text)

    return way


def _leading(*names: str) -> Callable[[Driver], object]:
    """The facilitator's page, and some keys there."""

    def way(driver: Driver) -> None:
        driver.press("f9")
        _typed(*"99999999")(driver)
        driver.press(*names)

    return way


def _overriding(driver: Driver) -> None:
    """A number about to be set, without a reason yet."""
    _leading()(driver)
    if driver.stage.top.find("white/tabs"):
        page: Any = driver.stage.layers[0].screen
        page.tab = "truth"
        driver.stage.dirty = True
        driver.draw()
    driver.go("white/truth").press("o")
    driver.type("0").press("enter")


SCENES: tuple[Scene, ...] = (
    Scene("launcher", "front", _keys()),
    Scene("settings", "front", _keys("f10")),
    Scene("seats", "front", _seats),
    Scene("adjust", "front", _adjusting),
    Scene("briefing", "start", _page("first briefing")),
    Scene("desk-first", "start", _keys()),
    Scene("desk", "middle", _keys()),
    Scene("desk-order", "middle", _ordering),
    Scene("desk-confirm", "middle", _keys("ctrl+shift+enter")),
    Scene("ties", "middle", _keys("t")),
    Scene("map", "middle", _keys("m")),
    Scene("ladder", "middle", _keys("g")),
    Scene("why", "middle", _why),
    Scene("recap", "middle", _recap),
    Scene("help", "middle", _keys("?")),
    Scene("glossary", "middle", _keys("f1")),
    Scene("leave", "middle", _keys("esc")),
    Scene("ending", "ending", _keys()),
    Scene("debrief", "debrief", _keys("right", "right", "right", "3")),
    Scene("debrief-order", "debrief", _keys("right", "right", "c", "w")),
    Scene("curtain", "table", _typed(*"12")),
    Scene("curtain-wrong", "table", _typed(*"12341235")),
    Scene("facilitator", "table", _leading()),
    Scene("facilitator-override", "table", _overriding),
    Scene("facilitator-inject", "table", _leading("n")),
    Scene("facilitator-skip", "table", _leading("ctrl+right")),
)


def hang(
    sets: Iterable[tuple[str, Begin]], folder: Path, looks: Iterable[Looks] = LOOKS
) -> Iterator[Path]:
    """Save a picture of every page in every look; the files come back one by one.

    A set may be good only until the next is asked for, as a game that is played on is. The
    language spoken before is spoken again afterwards.
    """
    folder.mkdir(parents=True, exist_ok=True)
    spoken = language.current()
    wanted = tuple(looks)
    boards: dict[Looks, Board] = {}
    try:
        for stands, begin in sets:
            for look in wanted:
                language.use(look.language)
                board = boards.setdefault(
                    look, Board(look.size, look.scale, assets=data_path("assets"), theme=look.theme)
                )
                for scene in SCENES:
                    if scene.stands == stands:
                        file = folder / f"{scene.name}-{look.name}.png"
                        pygame.image.save(shown(scene, begin, look, board).surface, file)
                        yield file
    finally:
        language.use(spoken)


def shown(scene: Scene, begin: Begin, look: Looks, board: Board | None = None) -> Driver:
    """A page in a look, drawn; the language is for the caller to choose."""
    driver = Driver(begin=begin, size=look.size, scale=look.scale, theme=look.theme, board=board)
    driver.stage.dressed = None  # a picture changes nobody's settings
    driver.stage.dress(theme=look.theme, scale=look.scale, motion=False)
    scene.way(driver)
    driver.stage.errands.run()  # what takes longer than a frame is waited for
    driver.stage.dirty = True
    driver.draw()
    return driver
