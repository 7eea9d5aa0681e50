"""One game is a batch of one: a table of stand-ins plays the very game that its seed names."""

import numpy as np
import pytest

from game.batch import blocks
from game.engine import run_seeds
from game.scenario import find, load
from game.session import begin, seated


@pytest.mark.parametrize("policy", ["doctrine", "uniform", "echo"])
def test_a_game_of_a_batch_is_played_again_at_a_table(policy):
    scenario = load(find("blackout"))
    holders = seated(scenario, dict.fromkeys(scenario.keys["seat"], policy))
    bench = blocks.set_up(scenario, holders)
    seeds = run_seeds(3, np.arange(12))
    played = blocks.play(bench, seeds)
    for game in (0, 7, 11):
        table = begin(scenario, int(seeds[game]), holders)
        while not table.game.ended:
            table.advance()

        turns = int(played.turns[game])
        assert table.game.completed == turns
        assert table.game.world.ended[0] == played.ended[game]
        alone = bench.columns.read(table.game.world.cells)[:, 0]
        assert alone.tolist() == played.final[:, game].tolist()
