"""Sobol indices: how much of an outcome's variance each factor explains, alone and with others.

Saltelli's sample and estimator are SALib's (Saltelli et al. 2010). A point's outcome is its mean
over replicates that all points share: with fresh seeds a point the indices would be noise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from game.batch.errors import BatchError

if TYPE_CHECKING:
    from game.batch.experiments.design import Design
    from game.scenario.scalars import Plain

FEWEST = 8  # replicates a point


@dataclass(frozen=True, slots=True)
class Index:
    """What one factor explains of one outcome's variance, with the half width of its interval.

    first: alone; total: with all its interactions; both about 0..1.
    """

    outcome: str
    factor: str
    first: float
    first_within: float
    total: float
    total_within: float


def sampled(design: "Design", size: int) -> "list[dict[str, Plain]]":
    """Return the points of a Saltelli sample.

    Raises:
        BatchError: SALib is missing, a factor is no range, or there are too few replicates.
    """
    problem = _problem(design)
    if design.replicates < FEWEST:
        raise BatchError(f"Sobol indices need at least {FEWEST} replicates a point.")
    sample = _salib("sample.sobol")
    points = sample.sample(problem, size, calc_second_order=False, seed=design.seed % 2**32)
    return [dict(zip(design.vary, map(float, row), strict=True)) for row in points]


def sensitivity(out: Path) -> list[Index]:
    """Return the Sobol indices of an experiment: by outcome, then factor.

    Raises:
        BatchError: the folder holds no experiment with a Sobol sample, or SALib is missing.
    """
    from game.batch.experiments.design import Sobol
    from game.batch.experiments.running import outcomes_of, read_points

    design, points = read_points(out)
    if not isinstance(design.sample, Sobol):
        raise BatchError(f"{out} is no Sobol sample: say `sample: {{size: 64}}` in the design.")
    problem, solver = _problem(design), _salib("analyze.sobol")
    found = []
    for outcome, values in outcomes_of(design, out, len(points)):
        means = np.array([row.mean() for row in values])
        if np.ptp(means) == 0:
            continue  # nothing varies, so there is nothing to explain
        made = solver.analyze(problem, means, calc_second_order=False, seed=design.seed % 2**32)
        for place, factor in enumerate(design.vary):
            numbers = (float(made[name][place]) for name in ("S1", "S1_conf", "ST", "ST_conf"))
            found.append(Index(outcome, factor, *numbers))
    return found


def index_lines(indices: Sequence[Index]) -> Iterator[str]:
    """Return indices as lines of a table."""
    wide = max((len(one.factor) for one in indices), default=6)
    outcome = ""
    for one in indices:
        if one.outcome != outcome:
            outcome = one.outcome
            yield from ([""] if one is not indices[0] else [])
            yield f"{outcome}: share of its variance that each factor explains"
            yield f"  {'':<{wide}}   alone           with others"
        first = f"{one.first:6.2f} +- {one.first_within:.2f}"
        yield f"  {one.factor:<{wide}}  {first}  {one.total:8.2f} +- {one.total_within:.2f}"


def _problem(design: "Design") -> dict[str, Any]:
    from game.batch.experiments.design import Range

    bounds = []
    for name, vary in design.vary.items():
        if not isinstance(vary, Range):
            raise BatchError(f"'{name}' is a list: a Sobol sample needs low and high.")
        bounds.append([vary.low, vary.high])
    return {"num_vars": len(bounds), "names": list(design.vary), "bounds": bounds}


def _salib(part: str) -> Any:
    """Return a module of SALib."""
    from importlib import import_module

    try:
        return import_module(f"SALib.{part}")
    except ImportError as error:
        raise BatchError(
            f"SALib is missing ({error}): run `pip install 'backchannel[analysis]'`."
        ) from error
