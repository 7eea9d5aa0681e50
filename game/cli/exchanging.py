"""The command that hands what was played to other programs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import Language, Moved, fail, found, load_script

if TYPE_CHECKING:
    from game.scenario import Scenario


def export(
    played: Annotated[Path, typer.Argument(help="A journal, or the folder that `batch` wrote.")],
    *,
    style: Annotated[str, typer.Option("--as", help="csv, gdelt or stix.")],
    out: Annotated[Path, typer.Option(help="File to write; for csv a folder.")],
    scenario: Moved = None,
    language: Language = "en",
) -> None:
    """Write a batch or a game as CSV with a dictionary, GDELT 2.0 rows or a STIX 2.1 bundle."""
    from game import exchange

    if style not in ("csv", *exchange.FORMATS):
        known = ", ".join(("csv", *exchange.FORMATS))
        raise typer.BadParameter(f"choose one of {known}", param_hint="--as")
    try:
        with _tables(played, scenario, language) as (script, folder):
            if style == "csv":
                files = exchange.write_sheets(script, folder, out)
                typer.echo("\n".join(str(file) for file in files))
                return
            lines = exchange.export(script, exchange.acts_of(folder, script), style, out)
    except exchange.ExchangeError as problem:
        fail(str(problem))
    typer.echo(f"{out}: {lines} lines")


@contextmanager
def _tables(played: Path, scenario: str | None, language: str) -> "Iterator[tuple[Scenario, Path]]":
    """Yield a scenario and the folder of its tables; a journal's are made for the while."""
    from tempfile import TemporaryDirectory

    from game import exchange
    from game.batch.filmed import write_film
    from game.cli.reporting import film_of

    if not played.exists():
        fail(f"{played}: there is no journal and no folder of this name.")
    if played.is_dir():
        yield load_script(found(exchange.scenario_of(played), scenario), language), played
        return
    film = film_of(played, scenario, language)
    with TemporaryDirectory() as folder:
        try:
            write_film(film, Path(folder))
        except ValueError as problem:
            fail(f"{played}: {problem}.")
        yield film.scenario, Path(folder)
    if film.flaw:
        typer.echo(film.flaw)
    if not film.ending:
        typer.echo(
            "This game goes on, and the export shows every seat's orders: keep it to yourself."
        )
