"""A tier of adjudication: chances first, then every effect from one snapshot, then one sum.

All effects of a tier read the cells as they stood when it began and only add; so no order of seats
or of rows can matter.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import mix, uniform
from game.engine.evaluate import evaluate
from game.engine.formula import Column, Formula
from game.engine.frame import Frame
from game.engine.layout import Layout, whole
from game.engine.ledger import Cause, Changes, Label, Ledger, change
from game.engine.rows import Rows, pairs
from game.engine.rulebook import ChanceGroup, EffectGroup, Rulebook, Tier

Array = npt.NDArray[Any]

NOT_ASKED = -1


@dataclass(slots=True)
class Draft:
    """A world in the making: cells that this adjudication may write, and what its chance needs.

    cells: (G, N + 1); seed: (G,); turn: the turn being adjudicated, from 1.
    """

    cells: Array
    seed: Array
    turn: int
    rulebook: Rulebook
    ledger: Ledger | None

    @property
    def layout(self) -> Layout:
        """The layout of the cells."""
        return self.rulebook.layout

    def draw(self, game: Array, *names: Array | np.uint64) -> Array:
        """Return numbers in [0, 1), one for each row of games and names."""
        return self.lot(mix(self.seed[game], np.uint64(self.turn), *names))

    def lot(self, bits: Array) -> Array:
        """Return what chance makes of mixed bits: numbers in [0, 1), or the fixed dice."""
        dice = self.rulebook.dice
        return uniform(bits) if dice is None else np.full(bits.shape, dice)


@dataclass(frozen=True, slots=True)
class Happened:
    """A chance that came true: `row` (n,) of the rows, `label` (n,) of the rulebook's chances."""

    row: Array
    label: Array


def work_out(draft: Draft, tier: Tier, rows: Rows, outcome: Array) -> list[Happened]:
    """Play one tier: decide its chances in `outcome` (R, gates) and change the draft's cells."""
    happened = [one for group in tier.chances for one in _decide(draft, group, rows, outcome)]
    parts = [part for group in _busy(tier, rows) for part in _effects(draft, group, rows, outcome)]
    if parts:
        joined = (np.concatenate([getattr(part, name) for part in parts]) for name in FIELDS)
        change(draft.cells, draft.layout, Changes(*joined), draft.ledger)
    return happened


def _busy(tier: Tier, rows: Rows) -> list[EffectGroup]:
    """Return the groups of effects that some row calls for."""
    if not tier.effects or not len(rows):
        return []
    called = np.add.reduceat(rows.count.take(tier.stages), tier.first) > 0
    return [tier.effects[place] for place in np.flatnonzero(called)]


FIELDS = ("game", "cell", "amount", "cause", "most")


def _decide(draft: Draft, group: ChanceGroup, rows: Rows, outcome: Array) -> list[Happened]:
    """Draw the chances of one shape; those whose gate is shut are not asked."""
    row, owner = _meant(rows, group, outcome)
    if not len(row):
        return []
    frame = rows.frame(draft.cells, draft.rulebook, row, owner, group.odds.data.count)
    odds = np.broadcast_to(evaluate(frame, group.odds), row.shape)
    true = draft.draw(rows.game[row], group.question[owner], rows.name[row]) < odds
    outcome[row, group.answers[owner]] = true
    return [Happened(row[true], group.label[owner[true]])] if true.any() else []


def _meant(rows: Rows, group: ChanceGroup | EffectGroup, outcome: Array) -> tuple[Array, Array]:
    """Return (row, owner) of all whose gate came out as they want it."""
    row, owner = pairs(rows, group.stage)
    if not len(row):
        return row, owner
    gates = outcome.shape[1]
    came_out = outcome.reshape(-1).take(row * gates + group.gate.take(owner))
    meant = came_out == group.want.take(owner)
    return (row, owner) if meant.all() else (row[meant], owner[meant])


def _effects(draft: Draft, group: EffectGroup, rows: Rows, outcome: Array) -> list[Changes]:
    """Return the changes that the effects of one shape make."""
    row, owner = _meant(rows, group, outcome)
    if not len(row):
        return []
    data = group.amount.data
    frame = rows.frame(draft.cells, draft.rulebook, row, owner, data.count)
    for members in (group.group, group.people):
        if members is not None:
            frame, back, _ = frame.members(members, data, len(row))
            row, owner = row.take(back), owner.take(back)
    cause = _causes(draft, group, rows, frame, (row, owner))
    cell = np.broadcast_to(frame.address(group.place, data), row.shape)
    amount = np.broadcast_to(evaluate(frame, group.amount), cell.shape)
    if group.exposes:
        return _arrivals(draft, group, rows, frame, (row, owner, cell, amount, cause))
    most = np.full(len(row), group.most)
    grain = draft.layout.grain.take(cell)
    return [Changes(frame.game(), cell, whole(amount, grain), cause, most)]


def _arrivals(
    draft: Draft,
    group: EffectGroup,
    rows: Rows,
    frame: Frame,
    drawn: tuple[Array, Array, Array, Array, Array],
) -> list[Changes]:
    """Return the changes an exposure makes: those it reaches are aware, fresh, and believe more."""
    row, owner, cell, odds, cause = drawn
    members = draft.rulebook.member_names["audience"][frame.operand(Column.MEMBER)]
    draws = draft.draw(rows.game[row], group.question[owner], rows.name[row], members)
    belief = Formula(group.belief, group.amount.data) if group.belief is not None else None
    gain = np.zeros(len(row)) if belief is None else evaluate(frame, belief)
    come = np.flatnonzero((draws < odds) & (cell != draft.layout.sink))
    game, cell = rows.game[row[come]], cell[come]
    stretches = draft.layout.stretches
    newly = 1.0 - draft.cells[game, cell]
    gain = np.broadcast_to(gain, row.shape)[come]
    once = np.ones(len(come), dtype=bool)
    changes = []
    for name, amount in (("aware", newly), ("fresh", newly), ("belief", gain)):
        there = cell - stretches["aware"].first + stretches[name].first
        exact = whole(amount, draft.layout.grain[there])
        most = once if name != "belief" else ~once
        changes.append(Changes(game, there, exact, cause[come], most))
    return changes


def _causes(
    draft: Draft, group: EffectGroup, rows: Rows, frame: Frame, who: tuple[Array, Array]
) -> Array:
    """Return (n,) the number of each element's cause; all 0 where no book is kept.

    `who` is the row and the effect of each element.
    """
    row, owner = who
    found = np.zeros(len(row), dtype=np.int64)
    if draft.ledger is None:
        return found
    data = group.amount.data
    values = [
        np.broadcast_to(evaluate(frame, Formula(factor, data)), row.shape).tolist()
        for factor in group.factors
    ]
    for place, (one, effect) in enumerate(zip(row.tolist(), owner.tolist(), strict=True)):
        numbers = (float(column[place]) for column in values)
        factors = tuple(zip(group.labels[effect], numbers, strict=True))
        cause = deed_cause(draft.rulebook, rows, one, group.sources[effect], factors)
        found[place] = draft.ledger.name(cause)
    return found


def deed_cause(
    rulebook: Rulebook,
    rows: Rows,
    row: int,
    detail: str,
    factors: tuple[tuple[Label, float], ...] = (),
) -> Cause:
    """Return the cause that names one row's deed and operands, or its inject."""
    if rows.scripted:
        inject = rulebook.keys["inject"][int(rows.deed[row])]
        return Cause("inject", deed=inject, detail=detail, factors=factors)
    deed = rulebook.deeds[int(rows.deed[row])]
    words = []
    operands = (rows.target[row], rows.about[row], rows.via[row])
    for axis, operand in zip(deed.axes, operands, strict=True):
        words.append(rulebook.keys[axis][int(operand)] if axis else "")
    seat = rulebook.keys["seat"][int(rows.seat[row])]
    return Cause("deed", seat, deed.key, words[0], words[1], words[2], detail, factors)
