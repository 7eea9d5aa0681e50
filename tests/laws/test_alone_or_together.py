"""Laws 1 and 7: a game is the same alone and in any block, and once ended it no longer changes."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import engine
from game.engine.orders import join
from tests.laws.worlds import WORLDS, world
from tests.story import Story

BLOCK = 16


@pytest.fixture(scope="module", params=sorted(WORLDS))
def played(request):
    """A block of games played to the end by random stand-ins, every turn kept."""
    story = world(request.param, games=BLOCK, seed=11)
    return request.param, [story.world, *(story.play("uniform", turns=1).world for _ in range(5))]


def assert_same(one, other):
    """Every bit of two blocks of games."""
    assert np.array_equal(one.cells, other.cells)
    assert np.array_equal(one.turn, other.turn)
    assert np.array_equal(one.ended, other.ended)
    for column in fields(one.pending):
        assert np.array_equal(
            getattr(one.pending, column.name), getattr(other.pending, column.name)
        )


@settings(max_examples=2)
@given(st.sets(st.integers(0, BLOCK - 1), min_size=1, max_size=3))
def test_any_games_of_a_block_are_the_same_in_a_block_of_their_own(played, some):
    name, worlds = played
    games = np.array(sorted(some))
    story = world(name)
    story.world = engine.start(story.rulebook, worlds[0].seed[games])
    for together in worlds[1:]:
        story.play("uniform", turns=1)

        assert_same(story.world, together.take(games))


def test_the_place_of_a_game_in_its_block_means_nothing():
    """The same seeds in another order: the same games in that order."""
    forwards = world("theater", games=5)
    backwards = world("theater", games=5)
    backwards.world = engine.start(backwards.rulebook, forwards.world.seed[::-1].copy())
    forwards.play("uniform", turns=4)
    backwards.play("uniform", turns=4)

    assert np.array_equal(backwards.world.cells[::-1], forwards.world.cells)


def test_ended_games_stand_still_while_others_go_on():
    """Some games of Blackout end early; from then on not a bit of them changes."""
    story = world("blackout", games=16, seed=2)
    seen_both = False
    while (story.world.ended == engine.RUNNING).any():
        over = np.flatnonzero(story.world.ended != engine.RUNNING)
        before = story.world.take(over)
        story.play("doctrine", turns=1)
        seen_both |= 0 < len(over) < 16
        if len(over):
            assert_same(story.world.take(over), before)

    assert seen_both, "no game of this block ended before the others"


def test_orders_to_an_ended_game_are_not_even_void():
    story = world("blackout", games=2)
    ended = np.array([0, engine.RUNNING])
    story.world = replace(story.world, ended=ended)
    before = story.world.cells[0].copy()
    story.turn(ministry="consular_alert.warning")

    assert set(story.events.game.tolist()) == {1}
    assert np.array_equal(story.world.cells[0], before)
    assert story.world.turn.tolist() == [0, 1]


def test_a_block_whose_games_are_all_over_stays_as_it_is():
    story = world("blackout").play("doctrine")
    before = story.world
    story.turn(ministry="consular_alert.warning")

    assert len(story.events) == 0
    assert_same(story.world, before)


WHISPER = [
    {"shift": "vouched(corva_public, story)", "by": 90},
    {"shift": "belief(corva_public, story)", "by": 0.4},
]


def test_what_happens_in_one_game_of_a_block_is_no_matter_to_another():
    """One is told a claim in public, the other believes it by a whisper and is never reached."""
    move = {"whisper": {"name": "Whisper", "by": "any", "effects": WHISPER}}
    alone, block = (Story("arden corva", moves=move, games=games, seed=7) for games in (1, 2))
    rulebook, loud = block.rulebook, "post_statement.neutral story"
    whispered = [engine.read_orders(rulebook, alone.sheet("arden", "whisper"), 0)]
    both = [*whispered, engine.read_orders(rulebook, alone.sheet("arden", loud), 1)]
    for story, rows in ((alone, whispered), (block, both)):
        story.begin().close(join(rows)).idle(2)

    assert alone.belief("corva_public", "story") > 0
    assert_same(alone.world, block.world.take(np.array([0])))
