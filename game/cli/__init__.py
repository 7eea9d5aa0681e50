"""The hall: every command of `python main.py`, none with logic of its own.

Results and diagnostics go to stdout, progress to stderr. Exit status: 0 done; 1 faults in what was
given; 2 the command's words are off. Rooms are imported when a command needs them, so that
`--help` and `check` stay quick. To add a command, write a function and enter it here.
"""

import os
import sys

import typer

from game.cli.asked import fail
from game.cli.authoring import check, graph, knobs, new, schema
from game.cli.debriefing import debrief
from game.cli.exchanging import export
from game.cli.experimenting import analyze, compare
from game.cli.journals import branch, dump, replay, why
from game.cli.laboratory import batch
from game.cli.languages import languages
from game.cli.playing import open_house, play
from game.cli.reporting import report
from game.cli.rulebook import moves
from game.cli.speaking import Spoken
from game.cli.testing import run_cases
from game.cli.validity import validate
from game.cli.watching import watch

app = typer.Typer(
    name="backchannel",
    help="Diplomatic crises to be played before they are decided.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help as plain text: for readers of screens, and open at once
)
journal = typer.Typer(
    help="Read journals of played games, and branch them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
COMMANDS = (
    play,
    check,
    batch,
    analyze,
    compare,
    replay,
    why,
    report,
    debrief,
    new,
    watch,
    knobs,
    graph,
    schema,
    moves,
    validate,
    languages,
    export,
)
for command in COMMANDS:
    app.command()(command)
app.command("test")(run_cases)
journal.command()(dump)
journal.command()(branch)
app.add_typer(journal, name="journal")


@app.callback(invoke_without_command=True)
def door(context: typer.Context, *, language: Spoken = None) -> None:
    """Open the launcher, if no command is given."""
    if context.invoked_subcommand is None:
        open_house(language)


def main() -> None:
    """Run the command line; mistakes in what was given end it with a sentence and status 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    from game.data import DataMissing

    try:
        app()
    except DataMissing as problem:
        fail(str(problem))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
