"""How the games of a batch ended: what the table of runs says, gathered column by column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.report.batch_tables import Folder
from game.scenario import Scenario

Array = npt.NDArray[Any]

KNOWN = 0.5  # of a public that is many: as large a part as counts as reached
WANTED = ("score", "attained", "fired", "out", "public", "holds", "aware")


@dataclass(eq=False)
class Runs:
    """Columns (G,) by their keys; `learned`: whether an actor came to hold a secret of others.

    reached: of a claim, how many publics knew it at the end, summed over games.
    """

    seed: Array
    ending: Array
    turns: Array
    scores: dict[str, Array] = field(default_factory=dict)
    attained: dict[str, int] = field(default_factory=dict)  # games
    fired: dict[str, Array] = field(default_factory=dict)  # (G,) int16: the turn, 0 for never
    out: dict[str, int] = field(default_factory=dict)
    public: dict[str, int] = field(default_factory=dict)
    learned: dict[str, Array] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)


def runs_of(folder: Folder, scenario: Scenario) -> Runs:
    """What the table of runs says of endings, scores, injects, claims and secrets."""
    (_, seed), (_, ending), (_, turns) = folder.read("runs", ["seed", "ending", "turns"])
    runs = Runs(seed, ending.astype(str), turns)
    wanted = [name for name in folder.measures("runs") if name.partition("[")[0] in WANTED]
    first = _first_holders(scenario)
    for name, values in folder.read("runs", wanted):
        measure, _, rest = name.partition("[")
        _keep(runs, measure, rest.removesuffix("]"), values, first)
    return runs


def _keep(
    runs: Runs, measure: str, key: str, values: Array, first: Mapping[str, frozenset[str]]
) -> None:
    """Keep what one column tells."""
    match measure:
        case "score":
            runs.scores[key] = values
        case "attained":
            runs.attained[key] = int((values > 0.5).sum())
        case "fired":
            runs.fired[key] = values.astype(np.int16)
        case "out":
            runs.out[key] = int((values > 0).sum())
        case "public":
            runs.public[key] = int((values > 0).sum())
        case "holds":
            actor, _, secret = key.partition(",")
            known = runs.learned.setdefault(secret, np.zeros(len(values), dtype=bool))
            if actor not in first.get(secret, ()):
                known |= values > 0
        case "aware":
            claim = key.partition(",")[2]
            runs.reached[claim] = runs.reached.get(claim, 0) + int((values >= KNOWN).sum())


def _first_holders(scenario: Scenario) -> dict[str, frozenset[str]]:
    """Who holds each secret when the game begins."""
    secrets = scenario.content.secrets.items()
    return {key: frozenset((secret.of, *secret.holders)) for key, secret in secrets}
