"""Commands of the laboratory: many games instead of one."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import Changes, Language, Scripts, fail, load_script, policies_of
from game.cli.experimenting import play_design


def batch(
    scenario: Annotated[
        str, typer.Argument(help="A shipped scenario's name, or a path; not with --design.")
    ] = "",
    *,
    runs: Annotated[int, typer.Option(min=1, help="Games to play.")] = 1000,
    seed: Annotated[int, typer.Option(help="Names the batch; each run has a seed of its own.")] = 1,
    policy: Scripts = None,
    changes: Changes = None,
    design: Annotated[
        Path | None, typer.Option(help="YAML file of an experiment to play instead.")
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes; the result does not depend on it.")
    ] = 1,
    cluster: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler whose workers play.")
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables; goes on where it stopped.")],
    language: Language = "en",
) -> None:
    """Play many games into Parquet tables and a summary, or an experiment into its points."""
    if bool(scenario) == bool(design):
        raise typer.BadParameter("name a scenario, or a --design", param_hint="SCENARIO")
    if design:
        return play_design(design, out, workers)
    from game.batch import BatchError, run, show

    script = load_script(scenario, language, changes)
    try:
        summary = run(
            script,
            runs=runs,
            seed=seed,
            policies=policies_of(script, policy),
            workers=workers,
            cluster=cluster,
            out=out,
        )
    except BatchError as problem:
        fail(str(problem))
    return show(summary)
