"""What went with the outcome: decisions and injects, each held against every score and ending.

A factor is yes or no in each game: a seat ordered a move (at all, early, late), an inject came. Of
every factor and outcome the games with it are compared to those without. That is an association:
stand-ins answer the world, so what they order may follow from what decided. Only an inject that
comes or stays away by chance alone is an experiment of itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from game.report.batch_acts import Acts
from game.report.batch_sums import Difference, correlation, difference, discoveries, ranks
from game.scenario.model import Inject

Array = npt.NDArray[Any]
When = Literal["at all", "early", "late"]
Key = tuple[str, str]  # a seat and its deed; "" and an inject

LEAST = 20  # games on either side, or nothing is said; a guess
CLEAR = 0.05  # of what is listed, this share at most should be there by chance
ALIKE = 0.97  # of the games that both could part: more, and nothing tells them apart; a guess
CERTAIN = 0.99  # an ending that more games came to, or fewer than the rest, decides nothing


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that games had or had not. has, among: (G,) bool; count: (G,) how often.

    among: the games that could have had it: a late order needs a game that is still going on.
    """

    key: Key
    when: When
    has: Array
    among: Array
    count: Array
    drawn: bool = False  # by chance alone


@dataclass(frozen=True, slots=True)
class Link:
    """A factor and an outcome. with_it, without: games; q: p after Benjamini and Hochberg.

    rank: of Spearman, between how often it came and the outcome, over all games.
    """

    key: Key
    when: When
    outcome: str
    with_it: int
    without: int
    mean_with: float
    mean_without: float
    difference: Difference
    rank: float | None
    drawn: bool
    q: float = 1.0

    @property
    def clear(self) -> bool:
        """Whether it stands after correction for so many tests."""
        return self.q <= CLEAR and self.difference.least > 0


def links(
    factors: list[Factor], scores: Mapping[str, Array], endings: Mapping[str, Array]
) -> tuple[list[Link], list[Link]]:
    """Every factor against every score and every ending (G,), corrected over all that was tried."""
    tried = [_tried(factors, scores, shares=False), _tried(factors, endings, shares=True)]
    adjusted = discoveries([one.difference.p for some in tried for one in some])
    of_scores = [replace(one, q=q) for one, q in zip(tried[0], adjusted, strict=False)]
    rest = adjusted[len(of_scores) :]
    return of_scores, [replace(one, q=q) for one, q in zip(tried[1], rest, strict=True)]


def _tried(factors: list[Factor], outcomes: Mapping[str, Array], *, shares: bool) -> list[Link]:
    """The links of every factor with every outcome, as far as there are games enough."""
    ranked = {name: ranks(values) for name, values in outcomes.items()}
    found = []
    for factor in factors:
        counted = ranks(factor.count)
        for name, values in outcomes.items():
            link = _link(factor, name, values, shares=shares)
            if link is not None:
                found.append(replace(link, rank=correlation(counted, ranked[name])))
    return found


@dataclass(frozen=True, slots=True)
class Finding:
    """A link that stands, and those that can hardly be told from it: they split the same games."""

    link: Link
    alike: tuple[Link, ...] = ()


def clearest(found: Iterable[Link], factors: list[Factor], most: int) -> tuple[Finding, ...]:
    """The clear ones, one for each decision and outcome, the largest first.

    What parts nearly the same games, or the same the other way round, stands beside the larger.
    """
    best: dict[tuple[Key, str], Link] = {}
    for one in found:
        place = (one.key, one.outcome)
        if one.clear and (place not in best or _clarity(one) < _clarity(best[place])):
            best[place] = one
    order = sorted(best.values(), key=lambda one: (-one.difference.least, one.key, one.outcome))
    split = {(factor.key, factor.when): factor for factor in factors}
    listed: list[tuple[Link, list[Link]]] = []
    for one in order:
        for head, alike in listed:
            mine, other = split[one.key, one.when], split[head.key, head.when]
            if one.outcome == head.outcome and _same_games(mine, other):
                alike.append(one)
                break
        else:
            if len(listed) < most:
                listed.append((one, []))
    return tuple(Finding(head, tuple(alike)) for head, alike in listed)


def _same_games(one: Factor, other: Factor) -> bool:
    """Whether two factors part the games in nearly the same way."""
    both = one.among & other.among
    same = float((one.has == other.has)[both].mean())
    return max(same, 1 - same) >= ALIKE


def _clarity(one: Link) -> tuple[float, float]:
    return one.q, -one.difference.least


def _link(factor: Factor, outcome: str, values: Array, *, shares: bool) -> Link | None:
    """The games with a factor beside those without; None where there are too few of either."""
    with_it, without = factor.has & factor.among, ~factor.has & factor.among
    n, m = int(with_it.sum()), int(without.sum())
    if min(n, m) < LEAST:
        return None
    a, b = values[with_it], values[without]
    if a.min() == a.max() == b.min() == b.max():
        return None
    return Link(
        key=factor.key,
        when=factor.when,
        outcome=outcome,
        with_it=n,
        without=m,
        mean_with=float(a.mean()),
        mean_without=float(b.mean()),
        difference=difference(a, b, shares=shares),
        rank=None,
        drawn=factor.drawn,
    )


def decisions(acts: Acts, turns: Array, half: int) -> Iterator[Factor]:
    """Every decision: ordered at all, early, late. turns: (G,) how many each game played."""
    every = np.ones(len(turns), dtype=bool)
    for key in sorted(acts.early):
        early, late = acts.early[key], acts.late[key]
        count = early.astype(np.int16) + late
        yield Factor(key, "at all", count > 0, every, count)
        yield Factor(key, "early", early > 0, every, count)
        yield Factor(key, "late", late > 0, turns > half, count)


def injects(
    fired: Mapping[str, Array], rows: Mapping[str, Inject], turns: Array, half: int
) -> Iterator[Factor]:
    """Every inject: given at all, early, late. fired: (G,) the turn of each, 0 for never."""
    for name, turn in fired.items():
        row = rows.get(name)
        set_turn = None if row is None else row.turn
        there = turns >= (set_turn or 1)
        came = turn > 0
        count = came.astype(np.int16)
        yield Factor(("", name), "at all", came, there, count, drawn=_drawn(row))
        if set_turn is None:
            early = came & (turn <= half)
            yield Factor(("", name), "early", early, there, count)
            yield Factor(("", name), "late", came & ~early, turns > half, count)


def _drawn(row: Inject | None) -> bool:
    """Whether an inject comes or stays away by chance alone, in a turn of its own."""
    if row is None or row.turn is None:
        return False
    return row.when is None and row.contingency is None and not row.by_hand
