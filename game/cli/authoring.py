"""Commands for those who write scenarios: check, new, knobs, graph, schema."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from game.cli.asked import Language, Name, fail, load_script


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
    typer.echo(f"{counted(errors, 'error')}, {counted(len(faults) - errors, 'warning')}.")
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


def new(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet, or is empty.")],
    *,
    title: Annotated[str, typer.Option(help="What the scenario is called.")] = "",
) -> None:
    """Start a scenario of your own: a few commented files that pass every check."""
    from game.scenario.starter import NotStarted, start

    try:
        files = start(folder, title)
    except NotStarted as problem:
        fail(str(problem))
    for file in files:
        typer.echo(str(file))
    where = quote(f"./{folder}" if str(folder).startswith("-") else str(folder))
    typer.echo("\nOpen the first in an editor, change it, and go on with:")
    commands = (
        (f"watch {where}", "checks it whenever you save, and shows its graph"),
        (f"test {where}", "plays your cases"),
        (f"check --deep --quick {where}", "plays it with stand-ins; says what to look at"),
        (f"play {where}", "plays it with you"),
    )
    widest = max(len(words) for words, _ in commands)
    for words, does in commands:
        typer.echo(f"  main.py {words:<{widest}}  {does}")


def knobs(scenario: Name, language: Language = "en") -> None:
    """Print the teacher's sheet: what may be turned without opening the file, and how."""
    from game.scenario.teaching import sheet_lines

    for line in sheet_lines(load_script(scenario, language), scenario):
        typer.echo(line)


def counted(number: int, what: str) -> str:
    """Return a number with its noun."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
