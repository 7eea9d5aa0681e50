"""The hash of a state: it knows one game from another, its numbers and its running work."""

from dataclasses import replace

from game.engine import state_hash
from tests.story import Story

SLOW = {
    "build": {
        "name": "Build",
        "by": "any",
        "tier": "act",
        "after": {2: [{"shift": "market", "by": 1}]},
    }
}


def two_games():
    """Two games of one story, the same but for their chance, with work that runs on."""
    return Story("arden brenmark", moves=SLOW, games=2).turn(arden="build").world


def test_games_that_stand_alike_have_one_hash():
    world = two_games()

    assert state_hash(world, 0) == state_hash(world, 1)


def test_work_that_runs_on_is_part_of_the_state():
    world = two_games()
    idle = replace(world, pending=world.pending.take(world.pending.game != 0))

    assert state_hash(idle, 0) != state_hash(world, 0)
    assert state_hash(idle, 1) == state_hash(world, 1)


def test_a_number_is_part_of_the_state_down_to_six_decimals():
    world = two_games()
    other = replace(world, cells=world.cells.copy())
    other.cells[0, 0] += 1e-5
    near = replace(world, cells=world.cells.copy())
    near.cells[0, 0] += 1e-9

    assert state_hash(other, 0) != state_hash(world, 0)
    assert state_hash(near, 0) == state_hash(world, 0)
