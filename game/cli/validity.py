"""The command that holds the rules against the evidence."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import fail


def validate(
    *,
    pairs: Annotated[int, typer.Option(help="Pairs of games in each experiment.")] = 200,
    only: Annotated[
        list[int] | None, typer.Option(help="Only this check; may be repeated.")
    ] = None,
    page: Annotated[
        Path | None, typer.Option(help="Write the results into this Markdown page too.")
    ] = None,
) -> None:
    """Check in paired experiments that the rules move the way evidence says."""
    from game.batch.validity import examine, lines_of, report, write_page

    verdicts = []
    try:
        for verdict in examine(pairs, only or ()):
            typer.echo("\n".join([*lines_of(verdict), ""]))
            verdicts.append(verdict)
        if page is not None:
            write_page(page, verdicts, pairs)
    except ValueError as problem:
        fail(str(problem))
    last, good = report(verdicts)
    typer.echo("\n".join(last))
    raise SystemExit(0 if good else 1)
