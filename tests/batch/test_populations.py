"""An audience of many people is one column: the mean of its people, by size."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from game import batch
from game.batch.blocks import order, set_up
from game.engine import close_turn, open_turn, run_seeds, start
from game.scenario import load

STRAIT = Path(__file__).resolve().parent.parent / "scenario" / "strait.yaml"
UPLANDS = "uplands:      {name: Uplands,"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """The Strait with fifty people in the uplands."""
    text = STRAIT.read_text(encoding="utf-8")
    assert UPLANDS in text
    path = tmp_path_factory.mktemp("crowd") / "strait.yaml"
    path.write_text(text.replace(UPLANDS, f"{UPLANDS} population: {{nodes: 50}},"))
    return load(path)


def turns(scenario, out, block):
    batch.run(scenario, runs=4, seed=5, out=out, block=block)
    return pq.read_table(out / "turns.parquet")


def test_a_column_is_the_mean_of_the_people(crowd, tmp_path):
    table = turns(crowd, tmp_path, block=4)
    bench = set_up(crowd, batch.parse_policies([], crowd))
    layout, nodes = bench.rulebook.layout, crowd.nodes()
    here = nodes.owner == crowd.keys["audience"].index("uplands")
    world, events = start(bench.rulebook, run_seeds(5, np.arange(1))), None
    assert np.count_nonzero(here) == 50

    for turn in range(crowd.content.turns):
        world, _ = open_turn(world, bench.rulebook)
        world, events = close_turn(world, bench.rulebook, order(bench, world, events))
        for name, measure, place in (
            ("opinion[uplands,blame]", "opinion", (0,)),
            ("aware[uplands,sabotage]", "aware", (crowd.keys["claim"].index("sabotage"),)),
        ):
            people = layout.view(world.cells, measure)[0][here][:, place[0]]
            assert table[name][turn].as_py() == pytest.approx(people.mean(), abs=1e-9)


def test_the_mean_is_the_same_in_a_block_of_any_size(crowd, tmp_path):
    """To the last bit: sums in another order would not be."""
    alone = turns(crowd, tmp_path / "alone", block=1)

    assert alone.equals(turns(crowd, tmp_path / "together", block=4))


def test_no_column_names_a_single_person(crowd, tmp_path):
    names = turns(crowd, tmp_path, block=4).column_names

    assert len([name for name in names if name.startswith("opinion[uplands")]) == 1
