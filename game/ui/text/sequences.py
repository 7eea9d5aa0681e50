"""Isolating run sequences (UAX #9, BD13 and X10): stretches of one level that belong together.

Text before and after an isolate is one sequence, as if the isolate were a single letter.
"""

from __future__ import annotations

from dataclasses import dataclass

ISOLATES = ("LRI", "RLI", "FSI")


@dataclass(frozen=True, slots=True)
class Sequence:
    """Places of the letters, their level, and the directions at both ends."""

    places: list[int]
    level: int
    start: str  # L or R
    end: str


def sequences(kinds: list[str], levels: list[int], keep: list[int], base: int) -> list[Sequence]:
    """The sequences of a paragraph; `keep` are the places that X9 leaves."""
    partner = _partners(kinds)
    runs = _level_runs(levels, keep)
    run_at = {run[0]: run for run in runs}
    rank = {at: n for n, at in enumerate(keep)}
    found = []
    for run in runs:
        if kinds[run[0]] == "PDI" and run[0] in partner.values():
            continue
        places = list(run)
        while kinds[places[-1]] in ISOLATES and places[-1] in partner:
            places += run_at[partner[places[-1]]]
        found.append(_ended(places, kinds, levels, (keep, rank, partner), base))
    return found


def _ended(
    places: list[int],
    kinds: list[str],
    levels: list[int],
    order: tuple[list[int], dict[int, int], dict[int, int]],
    base: int,
) -> Sequence:
    """A sequence with the directions at its ends: the higher level of both sides decides."""
    keep, rank, partner = order
    level = levels[places[0]]
    first, last = rank[places[0]], rank[places[-1]]
    before = levels[keep[first - 1]] if first else base
    open_end = kinds[places[-1]] in ISOLATES and places[-1] not in partner
    after = base if open_end or last + 1 == len(keep) else levels[keep[last + 1]]
    sides = ["R" if max(level, other) % 2 else "L" for other in (before, after)]
    return Sequence(places, level, sides[0], sides[1])


def _level_runs(levels: list[int], keep: list[int]) -> list[list[int]]:
    """Neighbors of one level."""
    runs: list[list[int]] = []
    for at in keep:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _partners(kinds: list[str]) -> dict[int, int]:
    """For each isolate the place of the PDI that ends it (BD9)."""
    open_ones: list[int] = []
    found = {}
    for at, kind in enumerate(kinds):
        if kind in ISOLATES:
            open_ones.append(at)
        elif kind == "PDI" and open_ones:
            found[open_ones.pop()] = at
        elif kind == "B":
            open_ones.clear()
    return found
