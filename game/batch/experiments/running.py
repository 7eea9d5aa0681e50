"""An experiment played: every point of its design is a batch of its own, in a folder of its own.

So an experiment goes on where it stopped, as a batch does, and any point can be looked at alone.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from game.batch.errors import BatchError
from game.batch.experiments.design import POLICY, Design
from game.batch.laboratory import run
from game.batch.parquet import put
from game.batch.progress import Progress, shown
from game.batch.seating import ALL
from game.scenario import Scenario, ScenarioError, load, render
from game.scenario.scalars import Plain

DESIGN = "design.json"


def run_design(
    design: Design, out: Path, *, workers: int = 1, progress: Progress | None = None
) -> int:
    """Play all points of a design into `out/points`; return how many there are.

    Raises:
        BatchError: the folder is of another design, a point cannot be played, or as `run` raises.
    """
    points = design.points()
    for level in _levels(points):
        _prepared(design, level)
    _agree(design, points, out)
    total = design.replicates * len(points)
    with shown(progress) as tell:
        for number, point in enumerate(points):
            scenario, policies = _prepared(design, point)
            before = number * design.replicates
            run(
                scenario,
                runs=design.replicates,
                seed=design.seed,
                out=point_folder(out, number),
                policies=policies,
                workers=workers,
                progress=lambda done, _, before=before: tell(before + done, total),  # type: ignore[misc]
            )
    return len(points)


def point_folder(out: Path, number: int) -> Path:
    """Return where the tables of a point are."""
    return out / "points" / f"{number:05d}"


def read_points(out: Path) -> tuple[Design, list[dict[str, Plain]]]:
    """Return the design that was played in a folder, and its points in order.

    Raises:
        BatchError: the folder holds no experiment.
    """
    try:
        kept = json.loads((out / DESIGN).read_text(encoding="utf-8"))
        return Design.model_validate(kept["design"]), list(kept["points"])
    except (OSError, ValueError, KeyError, TypeError):
        raise BatchError(
            f"{out} holds no experiment: name the folder that `batch --design ... --out` wrote."
        ) from None


def _levels(points: list[dict[str, Plain]]) -> list[dict[str, Plain]]:
    """Return every level that some point has, alone: so a mistake shows before hours of play."""
    pairs = [pair for point in points for pair in point.items()]
    levels = {(name, repr(value)): {name: value} for name, value in pairs}
    return list(levels.values())


def _prepared(design: Design, point: Mapping[str, Plain]) -> tuple[Scenario, dict[str, str]]:
    """Return the scenario and the stand-ins of a point; all are made before the first is played."""
    policies = dict(design.policies)
    policies |= {
        name[len(POLICY) :]: str(v) for name, v in point.items() if name.startswith(POLICY)
    }
    changes = {name: value for name, value in point.items() if not name.startswith(POLICY)}
    try:
        scenario = load(design.scenario, changes=changes)
    except ScenarioError as error:
        first = next(fault for fault in error.faults if fault.is_error)
        told = ", ".join(f"{name}={value}" for name, value in point.items())
        raise BatchError(f"the point {told} cannot be played. {render(first)}") from None
    everyone = dict.fromkeys(scenario.keys["seat"], policies.pop(ALL)) if ALL in policies else {}
    return scenario, everyone | policies


def _agree(design: Design, points: list[dict[str, Plain]], out: Path) -> None:
    """Write the design into its folder, or refuse one that holds another."""
    wanted: dict[str, Any] = {"design": design.model_dump(mode="json"), "points": points}
    if (out / DESIGN).exists():
        _, there = read_points(out)
        fixed = {**wanted["design"], "replicates": 0, "outcomes": []}
        kept = json.loads((out / DESIGN).read_text(encoding="utf-8"))["design"]
        if there != points or {**kept, "replicates": 0, "outcomes": []} != fixed:
            raise BatchError(f"{out} holds another experiment: name another folder.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        put(out / DESIGN, json.dumps(wanted, indent=2) + "\n")
    except OSError as error:
        raise BatchError(f"{out} cannot be written ({error.strerror}).") from error


def outcomes_of(design: Design, out: Path, points: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield each outcome with its values (R,) at every point.

    Raises:
        BatchError: a point has not been played, or has no such column.
    """
    from game.batch.parquet import column_names, read_columns

    files = [point_folder(out, number) / "runs.parquet" for number in range(points)]
    if absent := [file for file in files if not file.is_file()]:
        raise BatchError(f"{absent[0]} is missing: play the design to its end first.")
    there = column_names(files[0])
    named = [name for name in there if name.startswith("score[")]
    for name in design.outcomes or ["turns", *named]:
        if name not in there:
            raise BatchError(f"there is no outcome '{name}': name a column of {files[0]}.")
        yield name, [next(read_columns(file, [name])) for file in files]
