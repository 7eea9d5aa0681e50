"""Laws 2 and 8: a journal played again is the same game, all or in part; stopping is no change."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine import read_orders, state_hash, write_orders
from tests.laws.worlds import WORLDS, world


def journal_of(name, turns, *, seed=5):
    """The orders of every turn in words, and the state after each."""
    story = world(name, seed=seed)
    sheets, hashes, cells = [], [], []
    for _ in range(turns):
        rows = story.begin().rows("uniform")
        sheets.append(write_orders(story.rulebook, rows))
        story.close(rows)
        hashes.append(state_hash(story.world))
        cells.append(story.world.cells.copy())
    return sheets, hashes, cells


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_orders_in_words_played_again_are_the_same_game_turn_by_turn(name):
    """So any prefix of a journal is a prefix of the game."""
    sheets, hashes, cells = journal_of(name, 5)
    again = world(name, seed=5)
    for sheet, mark, wanted in zip(sheets, hashes, cells, strict=True):
        again.close(read_orders(again.rulebook, sheet))

        assert np.array_equal(again.world.cells, wanted)
        assert state_hash(again.world) == mark


def test_a_world_taken_out_and_put_back_goes_on_as_if_it_had_not_been():
    """Saved and loaded means: replayed up to here by a fresh story, then continued."""
    straight = world("theater", seed=8).play("uniform", turns=6)
    first = world("theater", seed=8).play("uniform", turns=3)
    later = world("theater", seed=8)
    later.world, later.events = first.world, first.events
    later.play("uniform", turns=3)

    assert np.array_equal(straight.world.cells, later.world.cells)
    assert state_hash(straight.world) == state_hash(later.world)


def test_playing_on_leaves_the_world_it_started_from_untouched():
    story = world("theater", games=2).play("uniform", turns=2)
    parent = story.world
    kept = (parent.cells.copy(), parent.turn.copy(), parent.ended.copy(), len(parent.pending))
    story.play("uniform", turns=3)

    assert np.array_equal(parent.cells, kept[0])
    assert np.array_equal(parent.turn, kept[1])
    assert np.array_equal(parent.ended, kept[2])
    assert len(parent.pending) == kept[3]


def test_the_hash_of_a_state_sees_any_number_that_differs_by_a_millionth():
    story = world("blackout").play("doctrine", turns=1)
    cells = story.world.cells.copy(order="K")
    cells[0, 40] += 1e-5

    assert state_hash(replace(story.world, cells=cells)) != state_hash(story.world)


def test_another_seed_is_another_game():
    one, other = world("theater", seed=1), world("theater", seed=2)

    assert not np.array_equal(
        one.play("uniform", turns=2).world.cells, other.play("uniform", turns=2).world.cells
    )
