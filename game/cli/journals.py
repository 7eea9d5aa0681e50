"""Commands about the journal of a played game: replay, dump, why, branch."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import Moved, fail, script_of

Journal = Annotated[Path, typer.Argument(help="A journal of a played game.")]


def replay(
    journal: Journal,
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Only prove every state.")] = False,
    scenario: Moved = None,
) -> None:
    """Play a journal again: turn by turn, or only to prove that it comes out the same."""
    from game.session import JournalRefused, account, read
    from game.session import verify as prove

    try:
        header = read(journal).header
        script = script_of(header, scenario, header.language)
        if not verify:
            for line in account(journal, script):
                typer.echo(line)
        verdict = prove(journal, script)
    except JournalRefused as problem:
        fail(str(problem))
    typer.echo(verdict.sentence)
    raise SystemExit(0 if verdict.good else 1)


def dump(journal: Journal) -> None:
    """Print a journal as JSON, one record a line."""
    from game.session import JournalRefused
    from game.session import dump as lines

    try:
        for line in lines(journal):
            typer.echo(line)
    except JournalRefused as problem:
        fail(str(problem))


def branch(
    journal: Journal,
    *,
    turn: Annotated[int, typer.Option(help="The first turn to be played anew.")],
    out: Annotated[Path | None, typer.Option(help="File for it; else one beside it.")] = None,
) -> None:
    """Begin another game that shares all before a turn; the journal itself stays untouched."""
    from game.session import JournalRefused, read
    from game.session import branch as make

    try:
        made = make(journal, turn, out)
        name = read(made).header.scenario
    except JournalRefused as problem:
        fail(str(problem))
    typer.echo(f"{made}: turn {turn} is to be played anew. Go on with:")
    typer.echo(f"main.py play {name} --journal {made}")


def why(
    journal: Journal,
    *,
    measure: Annotated[str, typer.Option(help='Such as "credibility(tessaly, provinces)".')],
    turn: Annotated[int, typer.Option(help="The turn in which it changed.")],
    seat: Annotated[str | None, typer.Option(help="Ask as this seat; else in full.")] = None,
    scenario: Moved = None,
) -> None:
    """Tell why a number changed: causes and amounts that add up to it."""
    from game.session import JournalRefused, NoSuchNumber, ask_why, read

    try:
        header = read(journal).header
        script = script_of(header, scenario, header.language)
        for line in ask_why(journal, script, measure, turn, seat):
            typer.echo(line)
    except (JournalRefused, NoSuchNumber) as problem:
        fail(str(problem))
