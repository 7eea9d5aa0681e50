"""Formulas worked out together say what each of them says alone."""

import numpy as np

from game.engine.bundle import Elements, Kind, gather
from game.engine.evaluate import evaluate
from game.engine.frame import Frame
from game.engine.orders import Orders
from game.engine.rows import pairs, sort_rows
from game.engine.rulebook import TIERS
from game.engine.world import nothing_pending
from tests.story import Story

GAMES = 3


def every_deed(story):
    """An order of every deed in every game, its operands drawn from what they may be."""
    dice = np.random.default_rng(7)
    deeds = len(story.rulebook.deeds)
    deed = np.repeat(np.arange(deeds), GAMES)
    limits = story.rulebook.operands[deed]
    operands = np.where(limits > 0, dice.integers(0, np.maximum(limits, 1)), -1).T
    seat = dice.integers(0, len(story.seats), len(deed))
    return Orders(np.tile(np.arange(GAMES), deeds), seat, 0 * seat, deed, *operands)


def one_by_one(story, rows):
    """Return {(row, deed, rank of the need): whether it holds}, need after need."""
    found = {}
    for group in story.rulebook.needs:
        row, owner = pairs(rows, group.owner)
        frame = Frame(
            story.world.cells,
            story.rulebook.tables,
            rows.operands,
            row,
            owner if group.formula.data.count > 1 else None,
            games=rows.game,
        )
        truth = np.broadcast_to(evaluate(frame, group.formula) != 0, row.shape)
        keys = zip(row, group.owner[owner], group.rank[owner], strict=True)
        found |= dict(zip(keys, truth.tolist(), strict=True))
    return found


def test_all_needs_of_all_deeds_hold_together_as_they_do_one_by_one():
    story = Story("blackout", games=GAMES).idle(2)
    rows = sort_rows(story.rulebook, every_deed(story), nothing_pending())
    required = story.rulebook.judged
    row, need = pairs(rows, required.owner)
    nobody = np.zeros_like(row)
    elements = Elements(story.world.cells, story.rulebook.tables, rows, row, nobody, nobody)

    truth = gather(required.reads, elements, need).work_out(required.truth) != 0

    keys = zip(row, required.owner[need], required.rank[need], strict=True)
    assert dict(zip(keys, truth.tolist(), strict=True)) == one_by_one(story, rows)
    assert 0 < truth.mean() < 1


def test_how_well_a_row_is_heard_is_an_input_of_all_that_it_weighs():
    tier = Story("blackout").rulebook.tiers[TIERS.index("speak")]
    for effects in (tier.shifts, tier.exposures):
        reads = effects.reads
        shapes = reads.shape[reads.ends[Kind.OVER] :]
        weighed = [np.arange(reads.edges[one], reads.edges[one + 1]) for one in shapes]
        stages = effects.stage[np.concatenate(weighed)]

        assert set(stages) <= set(tier.voices.stage)
