"""The command that hands what was played to other programs."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import Language, Moved, fail, load_script


def export(
    folder: Annotated[Path, typer.Argument(help="Folder that `batch --out` wrote.")],
    *,
    style: Annotated[str, typer.Option("--as", help="csv, gdelt or stix.")],
    out: Annotated[Path, typer.Option(help="File to write; for csv a folder.")],
    scenario: Moved = None,
    language: Language = "en",
) -> None:
    """Write the tables of a batch as CSV with a dictionary, GDELT 2.0 rows or a STIX 2.1 bundle."""
    from game import exchange

    if style not in ("csv", *exchange.FORMATS):
        known = ", ".join(("csv", *exchange.FORMATS))
        raise typer.BadParameter(f"choose one of {known}", param_hint="--as")
    try:
        script = load_script(scenario or exchange.scenario_of(folder), language)
        if style == "csv":
            files = exchange.write_sheets(script, folder, out)
            typer.echo("\n".join(str(file) for file in files))
            return
        lines = exchange.export(script, exchange.acts_of(folder, script), style, out)
    except exchange.ExchangeError as problem:
        fail(str(problem))
    typer.echo(f"{out}: {lines} lines")
