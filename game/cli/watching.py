"""The command that keeps watch over a scenario: saved, it is checked again at once."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import Language, Name, fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.scenario import Scenario
    from game.scenario.lookout import Look

PAUSE = 0.5  # seconds between two looks at the disk


def watch(
    scenario: Name,
    *,
    picture: Annotated[
        Path | None, typer.Option("--map", help="PNG file to draw the map into, anew at each save.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Look once, and end.")] = False,
    language: Language = "en",
) -> None:
    """Check a scenario whenever it is saved, and show its graph; Ctrl+C ends it."""
    from game.scenario.lookout import look

    if picture is not None and picture.suffix != ".png":
        raise typer.BadParameter("name a file that ends in .png", param_hint="--map")
    seen = look(scenario, language)
    try:
        while True:
            for line in lines_of(seen):
                typer.echo(line)
            if picture is not None and seen.script is not None:
                typer.echo(_drawn(seen.script, picture))
            if once:
                raise SystemExit(1 if seen.errors else 0)
            typer.echo(f"{time.strftime('%H:%M:%S')}  watching; Ctrl+C ends it.")
            while not seen.stale:
                time.sleep(PAUSE)
            typer.echo("")
            seen = look(scenario, language)
    except KeyboardInterrupt:
        typer.echo("")


def lines_of(seen: "Look") -> "Iterator[str]":
    """What one look found: every fault with its place, else the graph."""
    from game.cli.authoring import counted
    from game.scenario import render
    from game.scenario.lookout import graph_lines

    for fault in seen.faults:
        yield render(fault)
    if seen.script is not None:
        yield from graph_lines(seen.script)
    warnings = len(seen.faults) - seen.errors
    yield f"{counted(seen.errors, 'error')}, {counted(warnings, 'warning')}."


def _drawn(script: "Scenario", picture: Path) -> str:
    """Draw the map of a scenario into a file; the sentence that says so."""
    from game.cli.picturing import map_into
    from game.ui.window import NoWindow

    if not script.content.seats:
        return "No map: it is drawn as the first seat sees it, and there is no seat."
    try:
        map_into(script, picture)
    except OSError as problem:
        fail(f"{picture} cannot be written ({problem.strerror}): name another file with --map.")
    except NoWindow as problem:
        fail(str(problem))
    return f"The map is in {picture}, as the first seat sees it."
