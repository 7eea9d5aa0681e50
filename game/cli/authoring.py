"""Commands for those who write scenarios: check, graph, schema."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import Language, Name, load_script


def check(
    paths: Annotated[list[Path], typer.Argument(help="Scenario files, folders or names.")],
    *,
    deep: Annotated[bool, typer.Option(help="Play it too, and say what came of that.")] = False,
    quick: Annotated[bool, typer.Option(help="With --deep: fewer games.")] = False,
    seed: Annotated[int, typer.Option(help="With --deep: names the games.")] = 1,
    workers: Annotated[int, typer.Option(help="With --deep: processes; changes no result.")] = 2,
) -> None:
    """Report every mistake of scenarios, with file, line and column."""
    from game.scenario import check as check_all
    from game.scenario import render

    faults = check_all([str(path) for path in paths])
    for fault in faults:
        typer.echo(render(fault))
    errors = sum(fault.is_error for fault in faults)
    typer.echo(f"{_counted(errors, 'error')}, {_counted(len(faults) - errors, 'warning')}.")
    if errors:
        raise SystemExit(1)
    found = sum(_examine(str(path), quick, seed, workers) for path in paths) if deep else 0
    raise SystemExit(1 if found else 0)


def _examine(path: str, quick: bool, seed: int, workers: int) -> int:
    """Play a scenario, print what an author should look at, and return how much that is."""
    from game.batch import deep

    script, size = load_script(path, "en"), deep.QUICK if quick else deep.FULL
    found = deep.examine(script, size=size, seed=seed, workers=workers)
    for line in deep.lines_of(found, path):
        typer.echo(line)
    return len(found.findings)


def graph(
    scenario: Name,
    style: Annotated[str, typer.Option("--as", help="graphml, or gexf for Gephi.")] = "graphml",
    language: Language = "en",
) -> None:
    """Print the influence graph of a scenario as GraphML or GEXF."""
    from game.scenario.graph import gexf, graphml

    writers = {"graphml": graphml, "gexf": gexf}
    if style not in writers:
        raise typer.BadParameter(f"choose one of {', '.join(writers)}", param_hint="--as")
    typer.echo(writers[style](load_script(scenario, language).graph()))


def schema() -> None:
    """Print the JSON Schema of scenario files, for editors."""
    from game.scenario.schema import schema_text

    typer.echo(schema_text())


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
