"""The summary of a batch: how games ended, what seats scored and where the world stood.

Shares and means have the intervals of `game.batch.intervals`.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.intervals import half_width, wilson
from game.batch.parquet import column_names, put, read_columns
from game.scenario import Scenario

Array = npt.NDArray[Any]

MAIN = ("opinion", "tension", "prestige", "harmed")  # beside every measure without axes
TIME = "time"


@dataclass(frozen=True, slots=True)
class Share:
    """How many games ended so, and the interval of the share."""

    name: str
    games: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The distribution of a number over games. sd, low and high are None for a single game.

    low and high: the interval of the mean; least, q25, median, q75, most: of the games.
    """

    name: str
    games: int
    mean: float
    sd: float | None
    low: float | None
    high: float | None
    least: float
    q25: float
    median: float
    q75: float
    most: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch came to; see `game.batch.text_of` and `game.batch.show`."""

    scenario: str
    runs: int
    turns: Spread
    endings: tuple[Share, ...]
    scores: tuple[Spread, ...]
    measures: tuple[Spread, ...]


def summarize(scenario: Scenario, path: Path) -> Summary:
    """Return the summary of a table of runs."""
    names = column_names(path)
    flat = [name for name, gauge in scenario.measures.items() if not gauge.axes]
    scores = [name for name in names if name.startswith("score[")]
    main = [name for name in names if name in flat or name.split("[")[0] in MAIN]
    wanted = ["ending", "turns", *scores, *main]
    columns = zip(wanted, read_columns(path, wanted), strict=True)
    _, ends = next(columns)
    spreads = {name: spread(name, values) for name, values in columns}
    return Summary(
        scenario=scenario.name,
        runs=len(ends),
        turns=spreads["turns"],
        endings=shares(ends, (*sorted(scenario.content.endings), TIME)),
        scores=tuple(spreads[name] for name in scores),
        measures=tuple(spreads[name] for name in main),
    )


def shares(ends: Array, names: tuple[str, ...]) -> tuple[Share, ...]:
    """Return how often each ending came, the most frequent first; those that never came too."""
    games = {name: int((ends == name).sum()) for name in names}
    order = sorted(names, key=lambda name: (-games[name], name))
    return tuple(
        Share(name, games[name], games[name] / len(ends), *wilson(games[name], len(ends)))
        for name in order
    )


def spread(name: str, values: Array) -> Spread:
    """Return the distribution of values (R,), R >= 1."""
    mean, games = float(values.mean()), len(values)
    sd = float(values.std(ddof=1)) if games > 1 else None
    half = None if sd is None else half_width(values)
    least, q25, median, q75, most = (float(q) for q in np.quantile(values, (0, 0.25, 0.5, 0.75, 1)))
    return Spread(
        name=name,
        games=games,
        mean=mean,
        sd=sd,
        low=None if half is None else mean - half,
        high=None if half is None else mean + half,
        least=least,
        q25=q25,
        median=median,
        q75=q75,
        most=most,
    )


def save_summary(summary: Summary, text: str, out: Path) -> None:
    """Keep a summary in a folder as numbers and as text.

    Raises:
        BatchError: the folder cannot be written.
    """
    values: dict[str, Any] = asdict(summary)
    put(out / "summary.json", json.dumps(values, indent=2, ensure_ascii=False) + "\n")
    put(out / "summary.txt", text)
