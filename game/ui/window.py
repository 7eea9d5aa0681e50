"""The window itself: pygame's loop, the pages of one seat, and pictures without a display.

The loop draws only when something has changed and sleeps otherwise, so that a laptop in a
training room stays cool. Pygame stays in the main thread.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.data import data_path
from game.ui import theme as themes
from game.ui.errands import Aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    import pygame

    from game.session import Place
    from game.ui.board import Board
    from game.ui.gallery import Begin, Looks

FRAMES = 60  # a second, while something moves
IDLE_MS = 100  # how long to wait for an event when nothing does; an event wakes it at once
START_SIZE = (1280, 720)


class NoWindow(RuntimeError):
    """There is no display, or the wrong pygame; the message says what to do."""


def open_window(place: Place, *, briefing: bool = True, size: tuple[int, int] = START_SIZE) -> None:
    """Play one seat in a window until it is closed or the person leaves.

    Raises:
        NoWindow: pygame is not pygame-ce, or no display can be opened.
    """
    from game.ui.app import App

    run(lambda board: App(place, board, briefing=briefing), size=size)


def run(begin: Callable[[Board], object], *, size: tuple[int, int] = START_SIZE) -> None:
    """Open a window and let `begin` show the first page on its board; back when it is closed.

    The pages lead on from there; the window's frame says what the stage's caption says.

    Raises:
        NoWindow: pygame is not pygame-ce, or no display can be opened or kept.
    """
    with _window(size) as board:
        kept = begin(board)  # whoever answers for the pages lives as long as the window
        _loop(board)
        del kept


@contextmanager
def _window(size: tuple[int, int]) -> Iterator[Board]:
    """An open window with a board of its size; closed again whatever happens."""
    need_pygame_ce()
    import pygame

    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    try:
        surface = _open(size)
    except pygame.error as error:
        raise NoWindow(
            f"No window can be opened here ({error}): play in the terminal with `play --text`."
        ) from error
    try:
        board = _board(surface.get_size(), themes.auto_scale(*surface.get_size()))
        board.stage.motion.on = True
        board.stage.errands = Aside()
        try:
            yield board
        finally:
            board.stage.errands.finish()
    finally:
        pygame.display.quit()


def _open(size: tuple[int, int]) -> pygame.Surface:
    """A display of this size that hears keys and typed text."""
    import pygame

    pygame.display.init()
    surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.key.set_repeat(350, 35)
    pygame.key.start_text_input()
    return surface


def _loop(board: Board) -> None:
    """Events, time, drawing, until the stage is done.

    Raises:
        NoWindow: the display went away and does not come back. Nothing is lost: what was handed
            in is on the disk.
    """
    import pygame

    from game.ui.press import Held

    clock = pygame.time.Clock()
    caption, wait, held = "", 0, Held()
    while not board.stage.done:
        first = pygame.event.wait(wait) if wait else pygame.event.poll()
        for event in (first, *pygame.event.get()):
            if not held.repeats(event):
                _event(board, event)
        board.tick(pygame.time.get_ticks() / 1000)
        if caption != board.stage.caption:
            caption = board.stage.caption
            pygame.display.set_caption(caption)
        drawn = board.needs_frame()
        if drawn:
            _show(board)
        wait = 0 if drawn else IDLE_MS
        clock.tick(FRAMES)


def _show(board: Board) -> None:
    """Draw a frame; a display that went away, as when a projector is unplugged, is opened anew."""
    import pygame

    for again in (False, True):
        try:
            if again:
                pygame.display.quit()
                _open(board.stage.pixels)
                board.resize(*pygame.display.get_window_size())
            surface = pygame.display.get_surface()
            if surface is not None:
                board.draw(surface)
                pygame.display.flip()
        except pygame.error as error:
            if again:
                raise NoWindow(
                    f"The display is gone ({error}). The game is kept: open it again to go on."
                ) from error
        else:
            return


def _event(board: Board, event: pygame.event.Event) -> None:
    """One event of pygame: the window's own, or a press for the stage."""
    import pygame

    if event.type == pygame.QUIT:
        board.stage.done = True
    elif event.type == pygame.WINDOWSIZECHANGED:
        board.resize(*pygame.display.get_window_size())
    elif event.type == pygame.WINDOWEXPOSED:
        board.stage.dirty = True
    elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
        pygame.display.toggle_fullscreen()
    else:
        board.feed(event)


def screenshots(
    sets: Iterable[tuple[str, Begin]], directory: Path, looks: Sequence[Looks] = ()
) -> Iterator[Path]:
    """Save a picture of every page without a display; the files come back one by one.

    `sets` are named beginnings, as `game.ui.gallery` explains; without `looks` it takes those of
    a release: three sizes, both themes, and Arabic.
    """
    need_pygame_ce()
    _without_display()
    import pygame

    from game.ui.gallery import LOOKS, hang

    pygame.display.init()
    yield from hang(sets, directory, looks or LOOKS)


def save_picture(page: str, begin: Begin, file: Path) -> None:
    """Save a picture of one page of `game.ui.gallery`, by its name, without a display."""
    need_pygame_ce()
    _without_display()
    import pygame

    from game.ui.gallery import LOOKS, SCENES, shown

    pygame.display.init()
    scene = next(scene for scene in SCENES if scene.name == page)
    pygame.image.save(shown(scene, begin, LOOKS[0]).surface, file)


def _board(size: tuple[int, int], scale: float) -> Board:
    """A board with the program's own fonts and icons."""
    from game.ui.board import Board

    return Board(size, scale, assets=data_path("assets"))


def _without_display() -> None:
    """Tell SDL, in its old and its coming spelling, that there is no screen and no sound."""
    for name in ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER", "SDL_AUDIODRIVER", "SDL_AUDIO_DRIVER"):
        os.environ.setdefault(name, "dummy")


def need_pygame_ce() -> None:
    """Refuse plain pygame, which cannot set right-to-left text, with a sentence.

    Raises:
        NoWindow: pygame-ce is missing, or plain pygame lies in its place.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame
    except ImportError as error:
        raise NoWindow(f"pygame-ce is missing ({error}): run `pip install pygame-ce`.") from error
    if not getattr(pygame, "IS_CE", False):
        raise NoWindow(
            "Plain pygame is installed in place of pygame-ce: run "
            "`pip uninstall pygame` and `pip install --force-reinstall pygame-ce`."
        )
