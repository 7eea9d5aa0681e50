"""Commands for experiments: analyze one, or compare two versions of a scenario."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import Changes, Language, Name, Scripts, fail, load_script, policies_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.scenario import Scenario


def play_design(file: Path, out: Path, workers: int) -> None:
    """Play a design's points into a folder, and say what to do with them."""
    from game.batch import BatchError
    from game.batch.experiments import read_design, run_design
    from game.scenario import ScenarioError, render

    try:
        points = run_design(read_design(file), out, workers=workers)
    except ScenarioError as error:
        fail("\n".join(render(fault) for fault in error.faults))
    except BatchError as problem:
        fail(str(problem))
    typer.echo(f"{points} points in {out}. Next: python main.py analyze {out}")


def analyze(
    folder: Annotated[Path, typer.Argument(help="Folder that `batch --design --out` wrote.")],
    *,
    sobol: Annotated[bool, typer.Option(help="Sobol indices, of a Sobol sample.")] = False,
) -> None:
    """Say what each level of an experiment's factors did, against the first, game by game."""
    from game.batch import BatchError
    from game.batch.experiments import analyze as effects_of
    from game.batch.experiments import effect_lines, index_lines, sensitivity

    try:
        lines = index_lines(sensitivity(folder)) if sobol else effect_lines(effects_of(folder))
    except BatchError as problem:
        fail(str(problem))
    _say(lines)


def compare(
    before: Name,
    after: Annotated[str, typer.Argument(help="The other version; the same one with --set.")],
    *,
    runs: Annotated[int, typer.Option(min=2, help="Pairs of games to play.")] = 200,
    seed: Annotated[int, typer.Option(help="Names the games; both versions play the same.")] = 1,
    policy: Scripts = None,
    changes: Changes = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes; changes no result.")] = 1,
    out: Annotated[Path | None, typer.Option(help="Folder to keep both tables in.")] = None,
    language: Language = "en",
) -> None:
    """Play two versions on the same seeds and say what changed; --set is of the second."""
    first, second = load_script(before, language), load_script(after, language, changes)
    held = policies_of(first, policy)
    with TemporaryDirectory() as folder:
        _compare(first, second, runs, seed, held, workers, out or Path(folder))


def _compare(
    first: "Scenario",
    second: "Scenario",
    runs: int,
    seed: int,
    policies: dict[str, str],
    workers: int,
    out: Path,
) -> None:
    from game.batch import BatchError
    from game.batch.experiments import compare as set_against
    from game.batch.experiments import comparison_lines

    try:
        found = set_against(
            first, second, runs=runs, seed=seed, out=out, policies=policies, workers=workers
        )
    except BatchError as problem:
        fail(str(problem))
    _say(comparison_lines(found))


def _say(lines: "Iterable[str]") -> None:
    for line in lines:
        typer.echo(line)
