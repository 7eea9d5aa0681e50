"""The hall: every command of `python main.py`, none with logic of its own.

Results and diagnostics go to stdout, progress to stderr. Exit status: 0 done; 1 faults in what was
given; 2 the command's words are off. Rooms are imported when a command needs them, so that
`--help` and `check` stay quick.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.session import Place, Table

FLAGSHIP = "blackout"
DEMONSTRATION_SEED = 1

app = typer.Typer(
    name="backchannel",
    help="Diplomatic crises to be played before they are decided.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)
journal_app = typer.Typer(help="Read journals of played games.", no_args_is_help=True)
app.add_typer(journal_app, name="journal")

Name = Annotated[str, typer.Argument(help="A shipped scenario's name, or a path.")]
Language = Annotated[str, typer.Option(help="Language of the scenario's texts, such as en or id.")]
Seed = Annotated[int | None, typer.Option(help="Names the game; the same seed, the same chance.")]
Scripts = Annotated[
    list[str] | None,
    typer.Option("--policy", help="SEAT=NAME or all=NAME; may be repeated, later ones count."),
]


def main() -> None:
    """Run the command line; mistakes in what was given end it with a sentence and status 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    from game.data import DataMissing

    try:
        app()
    except DataMissing as problem:
        _fail(str(problem))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


@app.callback(invoke_without_command=True)
def door(context: typer.Context) -> None:
    """Open the game, if no command is given."""
    if context.invoked_subcommand is None:
        play()


@app.command()
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
    language: Language = "en",
) -> None:
    """Play a scenario in a window; without a display in the terminal; with neither, watch it."""
    script = _load(scenario, language)
    if screenshots is not None:
        return _take_screenshots(script, seat, seed, screenshots, policy)
    window = not text and _has_display()
    if demo or not (window or sys.stdin.isatty() or text):
        if not demo:
            typer.echo("There is no display and no terminal to play in: here is a demonstration.")
        return _demonstrate(script, seed, policy)
    if not window and not text:
        typer.echo("There is no display: playing in the terminal.")
    table, mine = _lay_table(script, seat, seed, journal, policy)
    try:
        _play_at(table.place(mine), window=window)
    finally:
        table.close()
    return None


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(help="Scenario files, folders or names.")],
) -> None:
    """Report every mistake of scenarios, with file, line and column."""
    from game.scenario import check as check_all
    from game.scenario import render

    faults = check_all([str(path) for path in paths])
    for fault in faults:
        typer.echo(render(fault))
    errors = sum(fault.is_error for fault in faults)
    typer.echo(f"{errors} errors, {len(faults) - errors} warnings.")
    raise SystemExit(1 if errors else 0)


@app.command()
def batch(
    scenario: Name,
    *,
    runs: Annotated[int, typer.Option(help="Games to play.")] = 1000,
    seed: Annotated[int, typer.Option(help="Names the batch; each run has a seed of its own.")] = 1,
    policy: Scripts = None,
    workers: Annotated[int, typer.Option(help="Processes; the result does not depend on it.")] = 1,
    out: Annotated[Path, typer.Option(help="Folder for the tables; goes on where it stopped.")],
    language: Language = "en",
) -> None:
    """Play many games into Parquet tables and a summary."""
    from game.batch import BatchError, run

    script = _load(scenario, language)
    try:
        summary = run(
            script,
            runs=runs,
            seed=seed,
            policies=_policies(script, policy),
            workers=workers,
            out=out,
        )
    except BatchError as problem:
        _fail(str(problem))
    typer.echo(summary.text)


@app.command()
def replay(
    journal: Annotated[Path, typer.Argument(help="A journal of a played game.")],
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Only prove every state.")] = False,
    scenario: Annotated[str | None, typer.Option(help="Where its scenario is, if moved.")] = None,
) -> None:
    """Play a journal again: turn by turn, or only to prove that it comes out the same."""
    from game.session import JournalRefused, account, read
    from game.session import verify as prove

    try:
        header = read(journal).header
        script = _load(scenario or header.scenario, header.language)
        if not verify:
            for line in account(journal, script):
                typer.echo(line)
        verdict = prove(journal, script)
    except JournalRefused as problem:
        _fail(str(problem))
    typer.echo(verdict.sentence)
    raise SystemExit(0 if verdict.good else 1)


@journal_app.command("dump")
def dump(journal: Annotated[Path, typer.Argument(help="A journal of a played game.")]) -> None:
    """Print a journal as JSON, one record a line."""
    from game.session import JournalRefused
    from game.session import dump as lines

    try:
        for line in lines(journal):
            typer.echo(line)
    except JournalRefused as problem:
        _fail(str(problem))


@app.command()
def graph(scenario: Name, language: Language = "en") -> None:
    """Print the influence graph of a scenario as GraphML."""
    from game.scenario.graph import graphml

    typer.echo(graphml(_load(scenario, language).graph()))


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenario files, for editors."""
    from game.scenario.schema import schema_text

    typer.echo(schema_text())


def _fail(message: str) -> NoReturn:
    typer.echo(message)
    raise SystemExit(1)


def _load(scenario: str, language: str) -> "Scenario":
    from game.scenario import ScenarioError, load, render

    try:
        return load(scenario, language=language)
    except ScenarioError as error:
        for fault in error.faults:
            typer.echo(render(fault))
        raise SystemExit(1) from None


def _has_display() -> bool:
    """Return whether a window can be hoped for; opening it is what finds out."""
    if sys.platform in ("win32", "darwin"):
        return True
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown or os.environ.get("SDL_VIDEODRIVER"))


def _some_seed(seed: int | None) -> int:
    """Return the seed asked for, else a fresh one."""
    return seed if seed is not None else int.from_bytes(os.urandom(6), "big")


def _policies(script: "Scenario", policy: list[str] | None) -> dict[str, str]:
    from game.policies import POLICIES, assign

    try:
        return assign(policy or [], list(script.content.seats), list(POLICIES))
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--policy") from None


def _demonstrate(script: "Scenario", seed: int | None, policy: list[str] | None) -> None:
    from game.session import demonstration

    chosen = DEMONSTRATION_SEED if seed is None else seed
    for line in demonstration(script, chosen, _policies(script, policy)):
        typer.echo(line)


def _seat_of(script: "Scenario", seat: str | None) -> str:
    """Return the seat asked for, else the first that a person is meant to hold."""
    seats = script.content.seats
    free = [name for name, part in seats.items() if part.policy is None]
    mine = seat or next(iter([*free, *seats]), "")
    if mine not in seats:
        message = f"there is no seat '{mine}': {', '.join(seats)} are"
        raise typer.BadParameter(message, param_hint="--seat")
    return mine


def _lay_table(
    script: "Scenario",
    seat: str | None,
    seed: int | None,
    journal: Path | None,
    policy: list[str] | None,
) -> "tuple[Table, str]":
    """Return the table, new or taken up again, and the seat that the person holds."""
    from game.session import JournalRefused, begin, default_journal_path, resume

    mine = _seat_of(script, seat)
    store = journal or default_journal_path(script.name)
    try:
        if store.exists():
            table = resume(script, store)
            mine = mine if seat else next(iter(table.persons), mine)
        else:
            holders = {**_policies(script, policy), mine: "person"}
            table = begin(script, _some_seed(seed), holders, store)
    except JournalRefused as problem:
        _fail(str(problem))
    typer.echo(f"You hold the seat '{mine}'. This game is kept in {store}")
    return table, mine


def _play_at(place: "Place", *, window: bool) -> None:
    """Let a person play, in the window if there is one."""
    if window:
        from game.ui.window import NoWindow, open_window

        try:
            return open_window(place)
        except NoWindow as problem:
            typer.echo(str(problem))
    from game.ui.terminal import play as play_in_terminal

    return play_in_terminal(place, sys.stdin, sys.stdout)


def _take_screenshots(
    script: "Scenario",
    seat: str | None,
    seed: int | None,
    folder: Path,
    policy: list[str] | None,
) -> None:
    from game.session import watch
    from game.ui.window import screenshots

    chosen = DEMONSTRATION_SEED if seed is None else seed
    mine = _seat_of(script, seat)
    for name, place in watch(script, chosen, mine, _policies(script, policy)):
        for file in screenshots(place, folder, name=name):
            typer.echo(str(file))
