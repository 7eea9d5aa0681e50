"""Law 1: alone or in a batch of any size, on any number of workers, a game is the same."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from game import batch
from game.engine import run_seeds
from game.scenario import load

STRAIT = Path(__file__).resolve().parent.parent / "scenario" / "strait.yaml"
TABLES = ("runs", "turns", "orders")


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def tables(out):
    return {name: pq.read_table(out / f"{name}.parquet") for name in TABLES}


def uniform(scenario, out, **asked):
    policies = batch.parse_policies(["all=uniform"], scenario)
    return batch.run(scenario, **{"runs": 12, "seed": 7, "policies": policies, "out": out} | asked)


@pytest.fixture(scope="module")
def twelve(strait, tmp_path_factory):
    """Twelve games, five at a time."""
    out = tmp_path_factory.mktemp("twelve")
    uniform(strait, out, block=5)
    return tables(out)


@pytest.mark.parametrize("block", [1, 12, 64])
def test_a_game_is_the_same_in_a_block_of_any_size(strait, twelve, tmp_path, block):
    uniform(strait, tmp_path, block=block)

    assert all(table.equals(twelve[name]) for name, table in tables(tmp_path).items())


def test_two_workers_give_the_tables_that_one_gives(strait, twelve, tmp_path):
    uniform(strait, tmp_path, block=4, workers=2)

    assert all(table.equals(twelve[name]) for name, table in tables(tmp_path).items())


def test_three_runs_are_the_first_three_of_twelve(strait, twelve, tmp_path):
    uniform(strait, tmp_path, runs=3)

    for name, table in tables(tmp_path).items():
        first = twelve[name].filter(np.array(twelve[name]["run"]) < 3)
        assert table.equals(first), name


def test_another_seed_is_another_batch(strait, twelve, tmp_path):
    uniform(strait, tmp_path, seed=8)

    assert not tables(tmp_path)["turns"].equals(twelve["turns"])


def test_the_seed_of_each_run_stands_in_the_table(twelve):
    assert twelve["runs"]["seed"].to_pylist() == run_seeds(7, np.arange(12)).tolist()
