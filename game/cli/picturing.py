"""Pictures of every page, without a display: a game that plays itself, and the front of the house.

Each set is a game at one moment, or a page before any game; `game.ui.gallery` knows which pages
stand on which. A new set is one more `yield`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.language import current, t

if TYPE_CHECKING:
    from game.cli.launching import Shelf
    from game.scenario import Scenario
    from game.ui.board import Board
    from game.ui.gallery import Begin
    from game.ui.view_models.launch import Poster, Saved, Wish

SETS = {"turn-01": "start", "ending": "ending"}  # any other moment is the middle


def take_screenshots(
    script: "Scenario", seat: str, seed: int, folder: Path, policies: dict[str, str]
) -> None:
    """Save a picture of every page in every size and dress, and say which files they are."""
    from game.ui.window import screenshots

    for file in screenshots(_sets(script, seat, seed, folder, policies), folder):
        typer.echo(str(file))


def _sets(
    script: "Scenario", seat: str, seed: int, folder: Path, policies: dict[str, str]
) -> "Iterator[tuple[str, Begin]]":
    """Every set with how it begins; a moment of the game is good until the next is asked for."""
    from game.session import watch
    from game.ui.app import App

    yield "front", lambda board: _front(board, folder)
    for name, place in watch(script, seed, seat, policies):

        def begin(board: "Board", place: "object" = place) -> App:
            return App(place, board, briefing=False)  # type: ignore[arg-type]

        yield SETS.get(name, "middle"), begin


def _front(board: "Board", folder: Path) -> object:
    """The launcher with the shipped scenarios; nobody's own games are shown."""
    from game.cli.launching import Shelf
    from game.ui.front import Front

    return Front(
        board,
        _Unplayed(Shelf()),
        lambda _: t("These are only pictures."),
        file=folder / "no-settings.json",
        speaks=current(),
    )


@dataclass(frozen=True, slots=True)
class _Unplayed:
    """A shelf on which no saved game lies."""

    shelf: "Shelf"

    def posters(self) -> "list[Poster]":
        return self.shelf.posters()

    def saves(self) -> "list[Saved]":
        return []

    def named(self, text: str) -> "Wish | Poster | str":
        return self.shelf.named(text)
