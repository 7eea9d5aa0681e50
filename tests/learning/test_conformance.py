"""PettingZoo's own suite over every shipped scenario, and what that suite does not ask."""

import warnings

import numpy as np
import pytest

from game import batch
from game.engine import state_hash
from game.scenario import find, load

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # it imports its own older games
    from pettingzoo import test as suite

SCENARIOS = [load(find(name)) for name in ("blackout", "validity")]
pytestmark = [
    # Seats differ in what they know and may do, and a mask makes an observation a dict: these
    # recommendations do not fit.
    pytest.mark.filterwarnings("ignore:Agents have different (observation|action) space sizes"),
    pytest.mark.filterwarnings("ignore:Observation space for each agent probably should be"),
    pytest.mark.filterwarnings("ignore:Observation is not a NumPy array"),
    pytest.mark.filterwarnings("ignore:Observations are different shapes"),
    pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name),
]


def test_it_is_a_parallel_environment(scenario):
    suite.parallel_api_test(batch.parallel_env(scenario), num_cycles=40)


def test_it_is_an_environment_of_turns_taken_one_by_one(scenario):
    suite.api_test(batch.env(scenario), num_cycles=12)


def test_equal_seeds_give_equal_games(scenario):
    suite.seed_test(lambda: batch.env(scenario), num_cycles=10)
    suite.parallel_seed_test(lambda: batch.parallel_env(scenario), num_cycles=10)


def test_it_stops_when_it_was_told_to(scenario):
    class Module:
        @staticmethod
        def parallel_env(**options):
            return batch.parallel_env(scenario, **options)

        @staticmethod
        def env(**options):
            return batch.env(scenario, **options)

    suite.max_cycles_test(Module)


def test_it_can_be_rendered(scenario, capsys):
    suite.render_test(lambda render_mode: batch.env(scenario, render_mode=render_mode))
    assert "turn 1 of " in capsys.readouterr().out


def test_its_state_fits_its_space(scenario):
    suite.state_test(batch.env(scenario), batch.parallel_env(scenario))


def played(scenario, seed, cycles=None):
    """The hashes of a whole game of random allowed actions, with all rewards."""
    game = batch.parallel_env(scenario, cycles)
    sights, _ = game.reset(seed=seed)
    luck = np.random.default_rng(seed)
    hashes, rewards = [], []
    while game.agents:
        actions = {
            name: luck.choice(np.flatnonzero(sights[name]["action_mask"])) for name in game.agents
        }
        sights, gained, *_ = game.step(actions)
        hashes.append(state_hash(game.block.world))
        rewards.append(gained)
    return hashes, rewards


def test_a_whole_game_is_the_same_twice_and_another_with_another_seed(scenario):
    once = played(scenario, 5)
    assert played(scenario, 5) == once
    assert played(scenario, 6, cycles=3)[0][2] != once[0][2]
