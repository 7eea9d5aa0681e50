"""Tables of a block of games: runs, turns and orders as columns of numbers and of words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.blocks import Bench, Played
from game.batch.fates import fates
from game.engine import Kind, Rulebook, Void, ending_names

Array = npt.NDArray[Any]

NULL = -1  # in a column of words


@dataclass(frozen=True, eq=False)
class Table:
    """A table as columns (R,); those in `words` hold places in a list of words, NULL for none."""

    columns: Mapping[str, Array]
    words: Mapping[str, Sequence[str]]


def tables_of(bench: Bench, played: Played, first_run: int) -> dict[str, Table]:
    """Return the tables of a block, each sorted by run, then turn, seat and slot."""
    run = np.arange(len(played.seed), dtype=np.int64) + first_run
    return {
        "orders": _orders(bench.rulebook, played, run),
        "turns": _turns(bench, played, run),
        "runs": _runs(bench, played, run),
    }


def joined(tables: Sequence[Table]) -> Table:
    """Return tables of one kind as one, in the order given."""
    if len(tables) == 1:
        return tables[0]
    names = tables[0].columns
    columns = {name: np.concatenate([one.columns[name] for one in tables]) for name in names}
    return Table(columns, tables[0].words)


def _runs(bench: Bench, played: Played, run: Array) -> Table:
    """One row a game: how it ended, and every measure as it was then."""
    columns = {"run": run, "seed": played.seed, "ending": played.ended, "turns": played.turns}
    measures = zip(bench.columns.names, played.final, strict=True)
    return Table({**columns, **dict(measures)}, {"ending": ending_names(bench.rulebook)})


def _turns(bench: Bench, played: Played, run: Array) -> Table:
    """One row a game and turn that it played: the measures after it."""
    first = np.cumsum(played.turns) - played.turns
    turn = np.arange(played.history.shape[1]) - np.repeat(first, played.turns) + 1
    columns = {"run": np.repeat(run, played.turns), "turn": turn}
    return Table({**columns, **dict(zip(bench.traced.names, played.history, strict=True))}, {})


def _orders(rulebook: Rulebook, played: Played, run: Array) -> Table:
    """One row an order: what was ordered, and what became of it."""
    orders, became = played.orders, fates(rulebook, played)
    row = np.lexsort((orders.slot, orders.seat, played.order_turn, orders.game))
    deed = orders.deed[row]
    things = [(axis, key) for axis, keys in rulebook.keys.items() for key in keys]
    names = [key for _, key in things]
    columns = {
        "run": run[orders.game[row]],
        "turn": played.order_turn[row],
        "seat": orders.seat[row],
        "slot": orders.slot[row],
        "move": deed,
    }
    words: dict[str, Sequence[str]] = {
        "seat": rulebook.keys["seat"],
        "move": [one.key for one in rulebook.deeds],
    }
    for place, operand in enumerate(("target", "about", "via")):
        first = [_first(things, one.axes[place]) for one in rulebook.deeds]
        number = getattr(orders, operand)[row]
        columns[operand] = np.where(number >= 0, np.array(first)[deed] + number, NULL)
        words[operand] = names
    columns["outcome"], words["outcome"] = became.outcome[row], [one.name.lower() for one in Kind]
    columns["reason"], words["reason"] = _reasons(rulebook, deed, became.reason[row])
    return Table({**columns, "exposed": became.exposed[row]}, words)


def _first(things: Sequence[tuple[str, str]], axis: str | None) -> int:
    """The place of the first thing on an axis; anything where there is no operand."""
    return next((place for place, thing in enumerate(things) if thing[0] == axis), 0)


def _reasons(rulebook: Rulebook, deed: Array, reason: Array) -> tuple[Array, list[str]]:
    """Return (R,) places among the reasons for void orders, and those: `twice`, or a need's own."""
    plain = [one.name.lower() for one in Void if one not in (Void.NONE, Void.NEED)]
    counts = np.array([len(one.reasons) for one in rulebook.deeds])
    first = np.cumsum(counts) - counts + len(plain)
    needs = [f"need: {why}" for one in rulebook.deeds for why in one.reasons]
    place = np.where(reason >= Void.NEED, first[deed] + reason - Void.NEED, reason - 1)
    return np.where(reason == Void.NONE, NULL, place), [*plain, *needs]
