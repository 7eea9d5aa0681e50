"""Commands of the laboratory: many games instead of one."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import Language, Name, Scripts, fail, load_script, policies_of


def batch(
    scenario: Name,
    *,
    runs: Annotated[int, typer.Option(min=1, help="Games to play.")] = 1000,
    seed: Annotated[int, typer.Option(help="Names the batch; each run has a seed of its own.")] = 1,
    policy: Scripts = None,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes; the result does not depend on it.")
    ] = 1,
    out: Annotated[Path, typer.Option(help="Folder for the tables; goes on where it stopped.")],
    language: Language = "en",
) -> None:
    """Play many games into Parquet tables and a summary."""
    from game.batch import BatchError, run, show

    script = load_script(scenario, language)
    try:
        summary = run(
            script,
            runs=runs,
            seed=seed,
            policies=policies_of(script, policy),
            workers=workers,
            out=out,
        )
    except BatchError as problem:
        fail(str(problem))
    show(summary)
