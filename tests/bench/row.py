"""A row of the benchmark's table, and how times are taken."""

from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """One figure, that of the plain loop, and how many times better the first is."""

    what: str
    here: str
    plain: str = ""
    ratio: str = ""


def rate(what, here, plain=None, unit="/s"):
    """Return the row of two rates: more is better."""
    ratio = "" if plain is None else f"{here / plain:.1f} x"
    return Row(what, f"{here:,.0f} {unit}", "" if plain is None else f"{plain:,.0f} {unit}", ratio)


def seconds(what, here, plain=None):
    """Return the row of two durations: less is better."""
    ratio = "" if plain is None else f"{plain / here:.1f} x"
    return Row(what, _ms(here), "" if plain is None else _ms(plain), ratio)


def _ms(duration):
    return f"{duration * 1000:,.1f} ms"


def timed(work):
    """Return how long some work takes, in seconds."""
    began = perf_counter()
    work()
    return perf_counter() - began


def by_turns(*works, times=3):
    """Return the median duration of each, one after the other in every round."""
    rounds = [[timed(work) for work in works] for _ in range(times)]
    return [median(column) for column in zip(*rounds, strict=True)]
