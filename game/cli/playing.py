"""The command that plays: in a window, in the terminal, or by itself."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import (
    Name,
    Scripts,
    Seed,
    fail,
    load_script,
    policies_of,
    seat_of,
    some_seed,
)
from game.cli.offers import offers_of
from game.cli.speaking import Spoken, speak

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenario import Scenario
    from game.session import Place, Table
    from game.ui.board import Board
    from game.ui.front import Front

FLAGSHIP = "blackout"
DEMONSTRATION_SEED = 1


def play(
    scenario: Name = FLAGSHIP,
    *,
    seat: Annotated[str | None, typer.Option(help="The seat you hold.")] = None,
    seed: Seed = None,
    text: Annotated[bool, typer.Option("--text", help="Play in the terminal.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Stand-ins play every seat.")] = False,
    journal: Annotated[Path | None, typer.Option(help="File to keep, or to go on with.")] = None,
    screenshots: Annotated[Path | None, typer.Option(help="Folder for pictures of a demo.")] = None,
    policy: Scripts = None,
    language: Spoken = None,
) -> None:
    """Play a scenario in a window; without a display in the terminal; with neither, watch it."""
    script = load_script(scenario, speak(language))
    if screenshots is not None:
        from game.cli.picturing import take_screenshots

        mine, chosen = seat_of(script, seat), DEMONSTRATION_SEED if seed is None else seed
        return take_screenshots(script, mine, chosen, screenshots, policies_of(script, policy))
    window = not text and has_display()
    if demo or not (window or sys.stdin.isatty() or text):
        if not demo:
            typer.echo("There is no display and no terminal to play in: here is a demonstration.")
        return _demonstrate(script, seed, policy)
    if not window and not text:
        typer.echo("There is no display: playing in the terminal.")
    with ExitStack() as after:

        def sit(chosen: str | None) -> "Place":
            table, mine = _lay_table(script, chosen, seed, journal, policy)
            after.callback(table.close)
            return table.place(mine)

        goes_on = journal is not None and journal.exists()
        _play_at(script, sit, seat, window=window, choose=seat is None and not goes_on)
    return None


def open_house(language: str | None) -> None:
    """Open the launcher; with no display play the flagship in the terminal, or show it."""
    from game.ui.window import NoWindow, run

    if not has_display():
        return play(language=language)
    try:
        return run(lambda board: _front(board, language))
    except NoWindow as problem:
        typer.echo(str(problem))
    return play(text=True, language=language)


def _front(board: "Board", language: str | None) -> "Front":
    """Show the launcher on a board."""
    from game.cli.launching import Shelf, lay
    from game.ui import settings
    from game.ui.front import Front

    shelf = Shelf()
    wanted = language and speak(language)
    return Front(board, shelf, lambda wish: lay(wish, shelf), file=settings.path(), speaks=wanted)


def has_display() -> bool:
    """Return whether a window can be hoped for; opening it is what finds out."""
    if sys.platform in ("win32", "darwin"):
        return True
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown or os.environ.get("SDL_VIDEODRIVER"))


def _demonstrate(script: "Scenario", seed: int | None, policy: list[str] | None) -> None:
    from game.session import demonstration

    chosen = DEMONSTRATION_SEED if seed is None else seed
    for line in demonstration(script, chosen, policies_of(script, policy)):
        typer.echo(line)


def _lay_table(
    script: "Scenario",
    seat: str | None,
    seed: int | None,
    journal: Path | None,
    policy: list[str] | None,
) -> "tuple[Table, str]":
    """Return the table, new or taken up again, and the seat that the person holds."""
    from game.session import JournalRefused, begin, default_journal_path, resume

    mine = seat_of(script, seat)
    store = journal or default_journal_path(script.name)
    try:
        if store.exists():
            table = resume(script, store)
            mine = mine if seat else next(iter(table.persons), mine)
        else:
            holders = {**policies_of(script, policy), mine: "person"}
            table = begin(script, some_seed(seed), holders, store)
    except JournalRefused as problem:
        fail(str(problem))
    typer.echo(f"You hold the seat '{mine}'. This game is kept in {store}")
    return table, mine


def _play_at(
    script: "Scenario",
    sit: "Callable[[str | None], Place]",
    seat: str | None,
    *,
    window: bool,
    choose: bool,
) -> None:
    """Let a person play, in the window if there is one; `choose` asks for the seat there."""
    if window:
        from game.ui.window import NoWindow, open_lobby, open_window

        try:
            if choose:
                title, summary = (
                    script.say(script.content.title),
                    script.say(script.content.summary),
                )
                return open_lobby(title, summary, offers_of(script), sit)
            return open_window(sit(seat))
        except NoWindow as problem:
            typer.echo(str(problem))
    from game.ui.terminal import play as play_in_terminal

    return play_in_terminal(sit(seat), sys.stdin, sys.stdout)
