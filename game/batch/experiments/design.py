"""A design: which values of a scenario vary, over what, and how often each point is played.

Every point plays the same seeds (common random numbers), so what differs between two points is
what the change did and not luck: run 7 of one point is compared with run 7 of another.
"""

from itertools import product
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from game.batch.errors import BatchError
from game.scenario import Fault, ScenarioError, shipped_names
from game.scenario.draft import draft
from game.scenario.faults import Place
from game.scenario.move import Key, Part
from game.scenario.nodes import Mapping, place_of
from game.scenario.reader import Unreadable, read_text
from game.scenario.scalars import Plain
from game.scenario.source import Source, parse

STUBS = {"scenario": "-", "vary": {}}
MOST_POINTS = 10_000
POLICY = "policy."  # a factor of this name is the stand-in of a seat


class Range(Part):
    """Evenly spaced values from low to high, both included."""

    low: float
    high: float
    steps: Annotated[int, Field(ge=2, le=1000)] = 2

    def levels(self) -> list[Plain]:
        """Return the values."""
        step = (self.high - self.low) / (self.steps - 1)
        return [*(self.low + step * number for number in range(self.steps - 1)), self.high]


class Sobol(Part):
    """A Saltelli sample for Sobol indices: `size` (factors + 2) points. Needs the extra."""

    size: Annotated[int, Field(ge=2, le=4096)] = 16


class Design(Part):
    """What an experiment varies. `scenario` is a shipped name, or a path beside this file."""

    scenario: str
    vary: dict[str, Range | list[str | int | float | bool]] = Field(
        description="by name as in --set, or policy.SEAT: values, or {low:, high:, steps:}"
    )
    replicates: Annotated[int, Field(ge=1, le=1_000_000)] = 100
    seed: Annotated[int, Field(ge=0, lt=2**63)] = 1
    policies: dict[Key, str] = Field(default_factory=dict, description="stand-ins; all: everyone")
    sample: Literal["grid"] | Sobol = "grid"
    outcomes: list[str] = Field(
        default_factory=list, description="columns of runs to read; else turns and all scores"
    )

    def points(self) -> list[dict[str, Plain]]:
        """Return the values of every point of the experiment, by name, in order.

        Raises:
            BatchError: there are too many, or SALib is missing.
        """
        if isinstance(self.sample, Sobol):
            from game.batch.experiments.sensitivity import sampled

            return sampled(self, self.sample.size)
        levels = [
            vary.levels() if isinstance(vary, Range) else list(vary) for vary in self.vary.values()
        ]
        count = 1
        for some in levels:
            count *= len(some)
        if count > MOST_POINTS:
            raise BatchError(f"this design has {count} points; {MOST_POINTS} are the most.")
        return [dict(zip(self.vary, values, strict=True)) for values in product(*levels)]


def read_design(path: Path) -> Design:
    """Return the design of a file, its scenario's path made absolute.

    Raises:
        ScenarioError: it has mistakes; carries every one with its place.
    """
    shown = str(path)
    try:
        source = parse(read_text(path, shown), shown)
    except Unreadable as error:
        raise ScenarioError(error.faults) from None
    tree = source.tree or Mapping(Place(shown))
    sketch = draft(tree, Design, STUBS)
    faults = [*source.faults, *(_spoken(source, fault) for fault in sketch.faults)]
    if faults or sketch.made is None:
        raise ScenarioError(faults)
    design = sketch.made
    if downwards := [
        source.fault(
            place_of(tree, ("vary", name, "high")),
            "empty-range",
            f"'{name}' goes from {vary.low:g} to {vary.high:g}",
            "high must be above low",
        )
        for name, vary in design.vary.items()
        if isinstance(vary, Range) and vary.high <= vary.low
    ]:
        raise ScenarioError(downwards)
    beside = path.parent / design.scenario
    named = design.scenario in shipped_names() or not beside.exists()
    return design if named else design.model_copy(update={"scenario": str(beside)})


def _spoken(source: Source, fault: Fault) -> Fault:
    """A fault of form in the words of this file, with its line."""
    message = fault.message.replace("at the top of a scenario", "at the top of a design")
    message = message.replace("the scenario needs", "a design needs")
    return source.fault(
        Place(fault.file, fault.line, fault.column), fault.code, message, fault.hint
    )
