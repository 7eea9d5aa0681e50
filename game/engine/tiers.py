"""A tier of adjudication: chances first, then every effect from one snapshot, then one sum.

All effects of a tier read the cells as they stood when it began and only add; so no order of seats
or of rows can matter.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.bundle import Elements, Gathered, Voice, gather, value
from game.engine.chance import mix, uniform
from game.engine.frame import spans
from game.engine.layout import Layout, whole
from game.engine.ledger import Cause, Changes, Label, Ledger, change
from game.engine.rows import Rows, pairs
from game.engine.rulebook import Chances, Effects, Rulebook, Tier, Voices

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
    if not len(rows):
        return []
    happened = [one for group in tier.chances for one in _decide(draft, group, rows, outcome)]
    voice = _voice(draft, tier.voices, rows)
    shifts = _opened(draft, tier.shifts, rows, outcome, voice)
    exposures = _opened(draft, tier.exposures, rows, outcome, voice)
    parts = [*_shift(draft, tier.shifts, shifts), *_expose(draft, tier.exposures, exposures)]
    if parts:
        joined = (np.concatenate([getattr(part, name) for part in parts]) for name in FIELDS)
        change(draft.cells, draft.layout, Changes(*joined), draft.ledger)
    return happened


FIELDS = ("game", "cell", "amount", "cause", "most")


@dataclass(frozen=True, slots=True)
class Opened:
    """What effects happen to: the elements, which effect it is (E,), and the cell it changes."""

    elements: Elements
    effect: Array
    cell: Array


def _decide(draft: Draft, chances: Chances, rows: Rows, outcome: Array) -> list[Happened]:
    """Draw the chances of one depth; those whose gate is shut are not asked."""
    row, owner = _meant(rows, chances, outcome)
    if not len(row):
        return []
    nobody = np.zeros_like(row)
    elements = Elements(draft.cells, draft.rulebook.tables, rows, row, nobody, nobody)
    odds = gather(chances.reads, elements, owner).work_out(chances.odds)
    true = draft.draw(elements.game, chances.question[owner], rows.name[row]) < odds
    outcome[row, chances.answers[owner]] = true
    return [Happened(row[true], chances.label[owner[true]])] if true.any() else []


def _meant(rows: Rows, group: Chances | Effects, outcome: Array) -> tuple[Array, Array]:
    """Return (row, owner) of all whose gate came out as they want it."""
    row, owner = pairs(rows, group.stage)
    if not len(row):
        return row, owner
    gates = outcome.shape[1]
    came_out = outcome.reshape(-1).take(row * gates + group.gate.take(owner))
    meant = came_out == group.want.take(owner)
    return (row, owner) if meant.all() else (row[meant], owner[meant])


def _voice(draft: Draft, voices: Voices, rows: Rows) -> Voice:
    """Return how well each row is heard by those who might hear it."""
    row, owner = pairs(rows, voices.stage)
    first = np.zeros(len(rows), dtype=np.int64)
    if not len(row):
        return Voice(first, np.zeros(0))
    nobody = np.zeros_like(row)
    elements = Elements(draft.cells, draft.rulebook.tables, rows, row, nobody, nobody)
    elements, pair = elements.opened(voices.sets, owner)
    first[row] = np.searchsorted(pair, np.arange(len(row)))
    return Voice(first, gather(voices.reads, elements, owner.take(pair)).work_out(voices.weight))


def _opened(draft: Draft, effects: Effects, rows: Rows, outcome: Array, voice: Voice) -> Opened:
    """Return whatever effects happen to now."""
    row, effect = _meant(rows, effects, outcome)
    nobody = np.zeros_like(row)
    elements = Elements(draft.cells, draft.rulebook.tables, rows, row, nobody, nobody)
    if not len(row):
        return Opened(elements, effect, effect)
    elements, owner = elements.opened(effects.sets, effect)
    heard = spans(voice.first.take(row), np.bincount(owner, minlength=len(row)))
    effect = effect.take(owner)
    if effects.crowded.any():
        elements, owner = elements.opened(effects.crowds, effect)
        effect, heard = effect.take(owner), heard.take(owner)
        person = np.where(effects.crowded.take(effect), elements.member, elements.outer)
        elements = replace(elements, member=person)
    elements = replace(elements, heard=heard, voice=voice.weight)
    place = elements.address(effects.place, effect, np.arange(len(effect)))
    return Opened(elements, effect, draft.layout.alias.take(place))


def _shift(draft: Draft, effects: Effects, opened: Opened) -> list[Changes]:
    """Return the changes that shifts make."""
    elements, effect, cell = opened.elements, opened.effect, opened.cell
    if not len(effect):
        return []
    gathered = gather(effects.reads, elements, effect)
    cause = _causes(draft, effects, opened, gathered)
    amount = whole(gathered.work_out(effects.amount), draft.layout.grain.take(cell))
    return [Changes(elements.game, cell, amount, cause, effects.most.take(effect))]


def _expose(draft: Draft, effects: Effects, opened: Opened) -> list[Changes]:
    """Return the changes exposures make: those they reach are aware, fresh, and believe more."""
    elements, effect, cell = opened.elements, opened.effect, opened.cell
    if not len(effect):
        return []
    gathered = gather(effects.reads, elements, effect)
    cause = _causes(draft, effects, opened, gathered)
    members = draft.rulebook.member_names["audience"][elements.member]
    question, name = effects.question[effect], elements.rows.name[elements.row]
    odds = gathered.work_out(effects.amount)
    reached = draft.draw(elements.game, question, name, members) < odds
    come = np.flatnonzero(reached & (cell != draft.layout.sink))
    belief = gathered.work_out(effects.belief)[come]
    return _arrivals(draft, (elements.game[come], cell[come]), belief, cause[come])


def _arrivals(
    draft: Draft, where: tuple[Array, Array], belief: Array, cause: Array
) -> list[Changes]:
    """Return what becomes of those whom a claim comes to; `where` is game and cell of awareness."""
    game, cell = where
    aware = draft.cells[game, cell]
    first = draft.layout.stretches["aware"].first
    most = np.ones(len(cell), dtype=bool)
    found = []
    for measure, amount, alike in (
        ("aware", 1.0 - aware, most),
        ("fresh", 1.0 - aware, most),
        ("belief", belief, ~most),
    ):
        there = draft.layout.stretches[measure].first + cell - first
        exact = whole(amount, draft.layout.grain.take(there))
        found.append(Changes(game, there, exact, cause, alike))
    return found


def _causes(draft: Draft, effects: Effects, opened: Opened, gathered: Gathered) -> Array:
    """Return (E,) the number of each element's cause; all 0 where no book is kept."""
    effect, rows = opened.effect, opened.elements.rows
    found = np.zeros(len(effect), dtype=np.int64)
    if draft.ledger is None:
        return found
    row, owner = opened.elements.row.tolist(), effect.tolist()
    for shape, inputs in gathered.inputs.items():
        span = range(gathered.edges[shape], gathered.edges[shape + 1])
        numbers = (value(factor, inputs) for factor in effects.factors[shape])
        columns = [np.broadcast_to(number, len(span)).tolist() for number in numbers]
        for place, one in enumerate(span):
            own = (float(column[place]) for column in columns)
            factors = tuple(zip(effects.labels[owner[one]], own, strict=True))
            source = effects.sources[owner[one]]
            cause = deed_cause(draft.rulebook, rows, row[one], source, factors)
            found[one] = draft.ledger.name(cause)
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
