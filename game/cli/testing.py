"""The command that plays numbered cases: what a scenario's author claims, tried out."""

from pathlib import Path
from typing import Annotated

import typer


def run_cases(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files of cases or folders; else all that come.")
    ] = None,
    *,
    page: Annotated[
        Path | None, typer.Option(help="Print the cases into this Markdown file; play none.")
    ] = None,
) -> None:
    """Play numbered cases and say which do not come out as they expect."""
    from game.batch.cases import Book, case_files, prepared, print_into, results, standard_paths
    from game.scenario import ScenarioError, render
    from game.scenario.faults import escape

    books: list[Book] = []
    played = failed = faulty = 0
    try:
        files = case_files(paths or standard_paths())
    except ScenarioError as error:
        typer.echo(render(error.faults[0]))
        raise SystemExit(1) from None
    for file in files:
        try:
            books.append(prepared(file))
        except ScenarioError as error:
            faulty += 1
            typer.echo("\n".join(render(fault) for fault in error.faults))
            continue
        if page is None:
            typer.echo(escape(str(file)))
            for result in results(books[-1]):
                played, failed = played + 1, failed + bool(result.faults)
                typer.echo("\n".join(f"  {line}" for line in result.lines))
    if page is not None and not faulty:
        print_into(page, books)
    said = f"{played - failed} of {played} cases hold" if page is None else f"{page} is written"
    files_said = "1 file cannot" if faulty == 1 else f"{faulty} files cannot"
    typer.echo(f"{said}; {files_said} be read." if faulty else f"{said}.")
    raise SystemExit(1 if failed or faulty else 0)
