"""Law 1: alone or in a batch of any size, on any number of workers, a game is the same."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from game import batch
from game.engine import run_seeds
from game.scenario import load
from game.session.running import Running
from game.session.shelf import header_of
from game.session.stand_ins import StandIn, seated

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


def bytes_of(out):
    return {name: (out / f"{name}.parquet").read_bytes() for name in TABLES}


@pytest.fixture(scope="module")
def folder(strait, tmp_path_factory):
    """Twelve games in three parts."""
    out = tmp_path_factory.mktemp("twelve")
    uniform(strait, out, part=5)
    return out


@pytest.fixture(scope="module")
def twelve(folder):
    return tables(folder)


@pytest.mark.parametrize("block", [1, 3, 64])
def test_how_many_games_are_played_at_once_changes_no_byte(strait, folder, tmp_path, block):
    uniform(strait, tmp_path, part=5, block=block)

    assert bytes_of(tmp_path) == bytes_of(folder)


def test_two_workers_write_the_bytes_that_one_writes(strait, folder, tmp_path):
    uniform(strait, tmp_path, part=5, workers=2)

    assert bytes_of(tmp_path) == bytes_of(folder)


@pytest.mark.parametrize("part", [1, 12])
def test_parts_of_another_size_make_the_same_rows(strait, twelve, tmp_path, part):
    uniform(strait, tmp_path, part=part)

    assert all(table.equals(twelve[name]) for name, table in tables(tmp_path).items())


def test_three_runs_are_the_first_three_of_twelve(strait, twelve, tmp_path):
    uniform(strait, tmp_path, runs=3)

    for name, table in tables(tmp_path).items():
        first = twelve[name].filter(np.array(twelve[name]["run"]) < 3)
        assert table.equals(first), name


def test_a_larger_batch_cut_to_seven_runs_has_the_bytes_of_seven(strait, tmp_path):
    uniform(strait, tmp_path / "seven", runs=7, part=5)
    uniform(strait, tmp_path / "cut", runs=12, part=5)
    uniform(strait, tmp_path / "cut", runs=7)

    assert bytes_of(tmp_path / "cut") == bytes_of(tmp_path / "seven")


def test_another_seed_is_another_batch(strait, twelve, tmp_path):
    uniform(strait, tmp_path, seed=8)

    assert not tables(tmp_path)["turns"].equals(twelve["turns"])


def test_the_seed_of_each_run_stands_in_the_table(twelve):
    assert twelve["runs"]["seed"].to_pylist() == run_seeds(7, np.arange(12)).tolist()


def test_a_game_at_the_table_with_the_seed_of_a_run_is_that_very_run(strait, twelve):
    """So whatever stands out in a table can be looked at as a game."""
    table, seats = twelve["turns"], seated(strait, dict.fromkeys(strait.keys["seat"], "uniform"))
    rows = iter(range(table.num_rows))
    for seed in twelve["runs"]["seed"].to_pylist()[:3]:
        game = Running(strait, header_of(strait, seed, seats))
        stand_ins = {seat: StandIn(name, seat, seed) for seat, name in seats.items()}
        while not game.ended:
            game.begin()
            sheets = [holder.sheet(game.observe(seat)) for seat, holder in stand_ins.items()]
            game.close([order for sheet in sheets for order in sheet])
            row = next(rows)
            for name in ("trust[arden,brenmark]", "opinion[uplands,blame]", "market"):
                measure, *things = name.replace("]", "").replace("[", ",").split(",")
                cell = game.rulebook.cell(measure, *things)
                assert table[name][row].as_py() == game.world.cells[0, cell]
