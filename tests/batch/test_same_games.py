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
    return batch.run(scenario, **{"runs": 30, "seed": 7, "policies": policies, "out": out} | asked)


@pytest.fixture(scope="module")
def thirty(strait, tmp_path_factory):
    """Thirty games, ten at a time."""
    out = tmp_path_factory.mktemp("thirty")
    uniform(strait, out, block=10)
    return tables(out)


@pytest.mark.parametrize("block", [1, 7, 30, 64])
def test_a_game_is_the_same_in_a_block_of_any_size(strait, thirty, tmp_path, block):
    uniform(strait, tmp_path, block=block)

    assert all(table.equals(thirty[name]) for name, table in tables(tmp_path).items())


def test_two_workers_give_the_tables_that_one_gives(strait, thirty, tmp_path):
    uniform(strait, tmp_path, block=4, workers=2)

    assert all(table.equals(thirty[name]) for name, table in tables(tmp_path).items())


def test_ten_runs_are_the_first_ten_of_thirty(strait, thirty, tmp_path):
    uniform(strait, tmp_path, runs=10)

    for name, table in tables(tmp_path).items():
        first = thirty[name].filter(np.array(thirty[name]["run"]) < 10)
        assert table.equals(first), name


def test_another_seed_is_another_batch(strait, thirty, tmp_path):
    uniform(strait, tmp_path, seed=8)

    assert not tables(tmp_path)["turns"].equals(thirty["turns"])


def test_the_seed_of_each_run_stands_in_the_table(thirty):
    assert thirty["runs"]["seed"].to_pylist() == run_seeds(7, np.arange(30)).tolist()
