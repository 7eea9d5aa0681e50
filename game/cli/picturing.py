"""Pictures of every page, without a display: a game that plays itself, and the front of the house.

Each set is a game at one moment, or a page before any game; `game.ui.gallery` knows which pages
stand on which. A new set is one more `yield`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import typer

from game.language import current, t

if TYPE_CHECKING:
    from game.cli.launching import Shelf
    from game.engine import Order
    from game.scenario import Scenario
    from game.session import Place
    from game.ui.board import Board
    from game.ui.gallery import Begin
    from game.ui.view_models.launch import Poster, Saved, Wish
    from game.views import Forecast

SHARED_TURNS = 4
SETS = {"turn-01": "start", "ending": "ending"}  # any other moment is the middle


def take_screenshots(
    script: "Scenario", seat: str, seed: int, folder: Path, policies: dict[str, str]
) -> None:
    """Save a picture of every page in every size and dress, and say which files they are."""
    from game.ui.window import screenshots

    for file in screenshots(sets(script, seat, seed, policies), folder):
        typer.echo(str(file))


def map_into(script: "Scenario", file: Path) -> None:
    """Draw the map of a scenario as its first seat sees it before the first turn.

    Raises:
        OSError: the file cannot be written.
    """
    from game.session import watch
    from game.ui.window import need_pygame_ce, save_picture

    need_pygame_ce()
    _, place = next(watch(script, 1))
    file.touch()
    save_picture("map", _seat(_Moment(place)), file)


def sets(
    script: "Scenario", seat: str, seed: int, policies: dict[str, str]
) -> "Iterator[tuple[str, Begin]]":
    """Every set with how it begins; a moment of the game is good until the next is asked for."""
    yield from moments(script, seat, seed, policies)
    yield from others(script, seat, seed, policies)


def moments(
    script: "Scenario", seat: str, seed: int, policies: dict[str, str]
) -> "Iterator[tuple[str, Begin]]":
    """The sets of one game that is watched; each is good until the next is asked for."""
    from game.session import watch

    for name, place in watch(script, seed, seat, policies):
        yield SETS.get(name, "middle"), _seat(_Moment(place))


def others(
    script: "Scenario", seat: str, seed: int, policies: dict[str, str]
) -> "Iterator[tuple[str, Begin]]":
    """The sets that are good for as long as one likes: before a game, a shared one, a debrief."""
    from game.cli.launching import Shelf
    from game.cli.rehearsal import rehearsed, talked_over

    shelf = _Unplayed(Shelf())
    yield "front", lambda board: _front(board, shelf)
    yield "table", _shared(script, seed)
    made = rehearsed(script, seed, seat, policies)
    yield "debrief", lambda board: talked_over(made(), board)


def _seat(place: "_Moment") -> "Begin":
    """The pages of a seat."""
    from game.ui.app import App

    return lambda board: App(cast("Place", place), board, briefing=False)


def _shared(script: "Scenario", seed: int) -> "Begin":
    """A table that people share, after some turns, with one sheet in."""
    from game.session import Clock, Facilitation, HotSeat, Pins, begin
    from game.ui.sharing import Sharing

    table = begin(script, seed, dict.fromkeys(script.content.seats, "doctrine"))
    for _ in range(min(SHARED_TURNS, script.content.turns - 1)):
        table.advance()
    lead = Facilitation(table, Clock())
    people = [seat for seat, part in script.content.seats.items() if part.policy is None]
    for seat in people:
        lead.give_seat(seat, "person")
    if len(people) > 1:
        table.place(people[1]).say([])
    lead.pause()
    lead.mark(t("They argue: answer or post?"), people[0])
    return lambda board: Sharing(board, HotSeat(table, Pins()), new=False)


def _front(board: "Board", shelf: "_Unplayed") -> object:
    """The launcher with the shipped scenarios; nobody's own games are shown."""
    from game.ui.front import Front

    return Front(
        board,
        shelf,
        lambda _: t("These are only pictures."),
        file=None,
        speaks=current(),
    )


class _Moment:
    """A place whose forecasts are imagined once a sheet: nine pictures ask for the same."""

    def __init__(self, place: "Place") -> None:
        self._place = place
        self._imagined: dict[object, Forecast] = {}

    def __getattr__(self, verb: str) -> Any:
        return getattr(self._place, verb)

    def imagine(self, orders: "Sequence[Order]") -> "Forecast":
        """What this sheet would do, as far as it was not asked before."""
        sheet = tuple(orders)
        if sheet not in self._imagined:
            self._imagined[sheet] = self._place.imagine(sheet)
        return self._imagined[sheet]


@dataclass(frozen=True, slots=True)
class _Unplayed:
    """A shelf on which no saved game lies."""

    shelf: "Shelf"

    def posters(self) -> "list[Poster]":
        return self.shelf.posters()

    def saves(self) -> "list[Saved]":
        return []

    def turn(self, name: str, knobs: "Mapping[str, str]") -> None:
        self.shelf.turn(name, knobs)

    def named(self, text: str) -> "Wish | Poster | str":
        return self.shelf.named(text)
