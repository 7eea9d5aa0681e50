"""Numbers of a game as a page writes them: one scale for each measure, and causes that add up.

A page rounds. What was rounded must still add up, or a reader who checks it is told something
false: so the parts of a change are given the digits that are missing, the largest remainder first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Scale:
    """How a measure is written: multiplied by `factor`, with so many decimals, and a unit."""

    factor: float = 1.0
    decimals: int = 1
    unit: str = ""

    def count(self, value: float) -> int:
        """A value as a whole number of the last digit that is written."""
        return round(value * self.factor * 10.0**self.decimals)

    def plain(self, value: float) -> str:
        """A value with its unit."""
        return self.written(self.count(value))

    def written(self, count: int) -> str:
        """A count of last digits with its unit."""
        return f"{_digits(abs(count), self.decimals, sign='−' if count < 0 else '')}{self.unit}"

    def signed(self, count: int) -> str:
        """A change, a count of last digits, with its sign."""
        sign = "+" if count > 0 else "−" if count < 0 else "±"
        return f"{_digits(abs(count), self.decimals, sign=sign)}{self.unit}"


WHETHER = Scale(1.0, 0)
FLAGS = (  # measures that say whether: 0 or 1
    "out", "public", "holds", "bound", "broken", "accused", "denied", "disowned", "answered",
    "attained", "neutral", "threat", "aim", "theme", "means",
)  # fmt: skip


def scale_of(scenario: Scenario, measure: str) -> Scale:
    """The scale of a measure: shares are read as per cent."""
    if measure in FLAGS:
        return WHETHER
    span = scenario.measures[measure].range
    if span in ((0, 1), (0.0, 1.0)):
        return Scale(100.0, 1, "\u00a0%")
    if span != "scale" and span[1] - span[0] <= 40:
        return Scale(1.0, 2)
    return Scale()


def shared_out(parts: Sequence[float], total: int) -> list[int]:
    """Whole numbers near the parts that add up to the total: largest remainders first.

    The parts are in units of one; their sum must be near the total.
    """
    found = [round(part) for part in parts]
    left = total - sum(found)
    step = 1 if left > 0 else -1
    by_need = sorted(range(len(parts)), key=lambda n: (found[n] - parts[n]) * step)
    for turn in range(abs(left)):
        found[by_need[turn % len(parts)]] += step
    return found


def percent(share: float) -> str:
    """A share as per cent, the sign not parted from the figure."""
    return f"{share * 100:.0f}\u00a0%"


def turn_list(turns: Sequence[int]) -> str:
    """Turns as a reader writes them: 1, 3–5, 8."""
    runs: list[list[int]] = []
    for turn in sorted(turns):
        if runs and turn == runs[-1][-1] + 1:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else _few(run) for run in runs)


def _few(run: list[int]) -> str:
    return ", ".join(str(turn) for turn in run)


def _digits(count: int, decimals: int, *, sign: str) -> str:
    whole, part = divmod(count, 10**decimals)
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"
