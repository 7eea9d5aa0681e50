"""The command that plays: in a window, in the terminal, or by itself."""

import os
import sys
from contextlib import closing
from enum import Enum
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import (
    Knobs,
    Name,
    Scripts,
    Seed,
    fail,
    load_script,
    policies_of,
    seat_of,
    some_seed,
    turned,
)
from game.cli.launching import Shelf, Terms, lay
from game.cli.speaking import Spoken, speak
from game.language import t

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.scenario import Scenario
    from game.ui.board import Board
    from game.ui.front import Front, Sitting
    from game.ui.view_models.launch import Way, Wish


class TimeUp(Enum):
    """What happens when the minutes of a sitting are over."""

    DECIDE = "decide"
    EMPTY = "empty"


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
    hotseat: Annotated[
        str | None, typer.Option(help="Seats that share this computer: ministry,palace.")
    ] = None,
    facilitator: Annotated[
        bool, typer.Option("--facilitator", help="Somebody leads, behind a PIN of their own.")
    ] = False,
    minutes: Annotated[
        float | None, typer.Option(help="Minutes for a sitting; no limit otherwise.", min=0.1)
    ] = None,
    time_up: Annotated[
        TimeUp, typer.Option(help="When they are over: somebody decides, or no order is given.")
    ] = TimeUp.DECIDE,
    knob: Knobs = None,
    language: Spoken = None,
) -> None:
    """Play a scenario in a window; without a display in the terminal; with neither, watch it."""
    knobs = _stood(journal) if journal is not None and journal.exists() else turned(knob)
    script = load_script(scenario, speak(language), knobs=knobs)
    if screenshots is not None:
        from game.cli.picturing import take_screenshots

        mine, chosen = seat_of(script, seat), DEMONSTRATION_SEED if seed is None else seed
        return take_screenshots(script, mine, chosen, screenshots, policies_of(script, policy))
    window = not text and has_display()
    if demo or not (window or sys.stdin.isatty() or text):
        if not demo:
            typer.echo(
                t("There is no display and no terminal to play in: here is a demonstration.")
            )
        return _demonstrate(script, seed, policy)
    if window:
        led = (facilitator, minutes, time_up.value)
        terms = Terms(seed, *led, policies=policies_of(script, policy), journal=journal)
        wish = _wish(script, scenario, seat, hotseat, journal, led=facilitator)
        try:
            return run_front(language, wish, terms, script.knobs)
        except WindowMissing as problem:
            typer.echo(str(problem))
    elif not text:
        typer.echo(t("There is no display: playing in the terminal."))
    seats = _seats(script, seat, hotseat)
    return _play_in_text(script, seats, seed, journal, policy, led=facilitator)


def _stood(journal: Path) -> "Mapping[str, str]":
    """How the knobs of a saved game stood when it began."""
    from game.session import JournalRefused, read

    try:
        return read(journal).header.knobs
    except JournalRefused as problem:
        fail(str(problem))


def _wish(
    script: "Scenario",
    name: str,
    seat: str | None,
    hotseat: str | None,
    journal: Path | None,
    *,
    led: bool,
) -> "Wish":
    """What the command's words wish for, as somebody at the launcher would."""
    from game.ui.view_models.launch import Wish

    if journal is not None and journal.exists():
        return Wish(name, journal=journal)
    seats = tuple(_seats(script, seat, hotseat)) if seat or hotseat else ()
    way: Way = "hot_seat" if hotseat else "alone"
    return Wish(name, "facilitated" if led else way, seats)


def _seats(script: "Scenario", seat: str | None, hotseat: str | None) -> list[str]:
    """The seats that people hold; names that mean nothing end the command."""
    if hotseat is None:
        return [seat_of(script, seat)]
    named = [seat_of(script, name.strip()) for name in hotseat.split(",")]
    return list(dict.fromkeys(named))  # a seat named twice is one seat


def open_house(language: str | None) -> None:
    """Open the launcher; with no display play the flagship in the terminal, or show it."""
    if not has_display():
        return play(language=language)
    try:
        return run_front(language)
    except WindowMissing as problem:
        typer.echo(str(problem))
    return play(text=True, language=language)


class WindowMissing(Exception):
    """No window can be opened; the message is a sentence for people."""


def run_front(
    language: str | None,
    wish: "Wish | None" = None,
    terms: "Terms | None" = None,
    knobs: "Mapping[str, str] | None" = None,
) -> None:
    """Open the window with the launcher, or with what is wished for.

    Raises:
        WindowMissing: there is no display, or the wrong pygame.
    """
    from game.ui import settings
    from game.ui.front import Front
    from game.ui.window import NoWindow, run

    shelf = Shelf()
    wanted = language and speak(language)
    if wish is not None:
        shelf.open(wish.scenario)
        shelf.turn(wish.scenario, knobs or {})

    def met(asked: "Wish") -> "Sitting | str":
        first = wish is not None and asked.scenario == wish.scenario
        return lay(asked, shelf, terms if first else None)

    def begin(board: "Board") -> "Front":
        front = Front(board, shelf, met, file=settings.path(), speaks=wanted, quick=wish is None)
        if wish is not None:
            front.begin(wish)
        return front

    try:
        run(begin)
    except NoWindow as problem:
        raise WindowMissing(str(problem)) from problem


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


def _play_in_text(
    script: "Scenario",
    seats: list[str],
    seed: int | None,
    journal: Path | None,
    policy: list[str] | None,
    *,
    led: bool,
) -> None:
    """Play in the terminal: one seat, or several one after the other behind a curtain."""
    from game.engine import FACILITATOR
    from game.session import HotSeat, JournalRefused, Pins, begin, default_journal_path, resume
    from game.ui.terminal import play as play_alone
    from game.ui.terminal import share

    store = journal or default_journal_path(script.name)
    try:
        if store.exists():
            table = resume(script, store)
            seats = [name for name in seats if name in table.persons] or table.persons[:1]
        else:
            holders = {**policies_of(script, policy), **dict.fromkeys(seats, "person")}
            table = begin(script, some_seed(seed), holders, store)
    except JournalRefused as problem:
        fail(str(problem))
    held = ", ".join(f"'{name}'" for name in seats)
    typer.echo(t("You hold the seat {held}. This game is kept in {file}", held=held, file=store))
    pins = Pins(store)
    locked = any(pins.chosen(who) for who in (*table.persons, FACILITATOR))
    if len(seats) > 1 or led or locked:  # also a shared game that is gone on with by one
        with closing(HotSeat(table, pins, led=led)) as door:
            hidden = getpass if sys.stdin.isatty() else None
            return share(door, sys.stdin, sys.stdout, led=led, hidden=hidden)
    with closing(table):
        return play_alone(table.place(seats[0]), sys.stdin, sys.stdout)
