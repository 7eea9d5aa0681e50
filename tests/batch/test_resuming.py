"""A batch that was cut short, or is to grow, goes on where it stopped and mixes with no other."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from game import batch
from game.batch import laboratory, parts
from game.scenario import load

STRAIT = Path(__file__).resolve().parent.parent / "scenario" / "strait.yaml"
TABLES = ("runs", "turns", "orders")

BATCH = """
import sys
from pathlib import Path
from game import batch
from game.scenario import load

if __name__ == "__main__":
    scenario = load(Path(sys.argv[1]))
    batch.run(scenario, runs=36, seed=7, workers=int(sys.argv[3]), out=Path(sys.argv[2]), part=3)
"""


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def tables(out):
    return {name: pq.read_table(out / f"{name}.parquet") for name in TABLES}


def files(out):
    return {path.name: path.stat().st_mtime_ns for path in sorted((out / "parts").iterdir())}


@pytest.fixture
def played(monkeypatch):
    """The parts that are played from now on."""
    some = []

    def play(where, task):
        some.append((task.first, task.games))
        return parts.play_task(where, task)

    monkeypatch.setattr(laboratory, "play_task", play)
    return some


@pytest.fixture(scope="module")
def many(strait, tmp_path_factory):
    out = tmp_path_factory.mktemp("many")
    batch.run(strait, runs=36, seed=7, out=out, part=3)
    return tables(out)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_batch_that_is_killed_loses_nothing_it_has_kept(strait, many, tmp_path, workers):
    """Killed outright once some parts are there; they are not played again, and all is equal."""
    asked = [sys.executable, "-c", BATCH, str(STRAIT), str(tmp_path), str(workers)]
    running = subprocess.Popen(asked, cwd=STRAIT.parents[2], start_new_session=True)
    deadline = time.monotonic() + 60
    while len(list(tmp_path.glob("parts/runs-*.parquet"))) < 4 and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    kept = files(tmp_path)
    whole = [name for name in kept if name.startswith("runs-")]
    assert 4 <= len(whole) < 12
    assert not (tmp_path / "runs.parquet").exists()

    batch.run(strait, runs=36, seed=7, out=tmp_path)

    now = files(tmp_path)
    assert all(now[name] == kept[name] for name in whole)
    assert all(table.equals(many[name]) for name, table in tables(tmp_path).items())
    assert not list((tmp_path / "parts").glob(".*"))


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (KeyboardInterrupt(), "Stopped after 6 of 9 games"),
        (BrokenProcessPool(), "A worker was killed after 6 of 9 games"),
    ],
)
def test_a_batch_that_is_stopped_says_how_far_it_came(strait, tmp_path, monkeypatch, end, said):
    def play(where, task):
        if task.first == 6:
            raise end
        return parts.play_task(where, task)

    monkeypatch.setattr(laboratory, "play_task", play)
    with pytest.raises(batch.BatchError) as stopped:
        batch.run(strait, runs=9, seed=7, out=tmp_path, part=3)

    assert said in str(stopped.value)
    assert "The same command goes on from there." in str(stopped.value)


def test_a_batch_that_is_whole_is_not_played_again(strait, tmp_path, played):
    batch.run(strait, runs=5, seed=7, out=tmp_path, part=3)
    before = tables(tmp_path)
    played.clear()

    batch.run(strait, runs=5, seed=7, out=tmp_path)

    assert played == []
    assert all(table.equals(before[name]) for name, table in tables(tmp_path).items())


def test_a_batch_may_grow_and_only_what_is_missing_is_played(strait, many, tmp_path, played):
    batch.run(strait, runs=7, seed=7, out=tmp_path, part=3)
    played.clear()

    batch.run(strait, runs=11, seed=7, out=tmp_path)

    assert played == [(6, 3), (9, 2)]
    assert tables(tmp_path)["turns"].equals(many["turns"].filter(first(many["turns"], 11)))


def test_a_batch_asked_for_fewer_games_gives_the_first_of_them(strait, many, tmp_path, played):
    batch.run(strait, runs=7, seed=7, out=tmp_path, part=3)
    played.clear()

    batch.run(strait, runs=4, seed=7, out=tmp_path)

    assert played == []
    for name, table in tables(tmp_path).items():
        assert table.equals(many[name].filter(first(many[name], 4)))


def first(table, runs):
    return [run < runs for run in table["run"].to_pylist()]


def test_a_part_that_was_growing_when_it_was_killed_is_cut(strait, many, tmp_path):
    """Killed after the orders of the larger part were there, and before its runs were."""
    batch.run(strait, runs=4, seed=7, out=tmp_path, part=3)
    before = {path.name: path.read_bytes() for path in (tmp_path / "parts").iterdir()}
    batch.run(strait, runs=6, seed=7, out=tmp_path)
    for name in ("turns-000001.parquet", "runs-000001.parquet"):
        (tmp_path / "parts" / name).write_bytes(before[name])

    batch.run(strait, runs=4, seed=7, out=tmp_path)

    for name, table in tables(tmp_path).items():
        assert table.equals(many[name].filter(first(many[name], 4)))


@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_part_is_played_again(strait, many, tmp_path, table):
    batch.run(strait, runs=4, seed=7, out=tmp_path, part=3)
    part = tmp_path / "parts" / f"{table}-000001.parquet"
    part.write_bytes(part.read_bytes()[:-20])

    batch.run(strait, runs=4, seed=7, out=tmp_path)

    for name, found in tables(tmp_path).items():
        assert found.equals(many[name].filter(first(many[name], 4)))


def test_parts_that_do_not_fit_together_are_refused_and_what_to_do_is_said(strait, tmp_path):
    batch.run(strait, runs=4, seed=7, out=tmp_path, part=3)
    parts = tmp_path / "parts"
    (parts / "orders-000001.parquet").write_bytes((parts / "turns-000001.parquet").read_bytes())

    with pytest.raises(batch.BatchError, match=r"holds a part that is damaged.*remove that folder"):
        batch.run(strait, runs=4, seed=7, out=tmp_path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"seed": 8}, "the seed 7, not 8"),
        ({"policies": {"ministry": "idle"}}, "ministry=doctrine, not idle"),
        ({"part": 4}, "parts of 3, not 4"),
    ],
)
def test_another_batch_is_refused_and_told_what_differs(strait, tmp_path, change, said):
    batch.run(strait, runs=2, seed=7, out=tmp_path, part=3)
    before = files(tmp_path)

    with pytest.raises(batch.BatchError) as refused:
        batch.run(strait, **{"runs": 2, "seed": 7, "out": tmp_path} | change)

    assert said in str(refused.value)
    assert "choose another --out" in str(refused.value)
    assert files(tmp_path) == before


def test_another_text_of_the_scenario_is_refused(strait, tmp_path):
    batch.run(strait, runs=1, seed=7, out=tmp_path)
    other = tmp_path / "other.yaml"
    other.write_text(STRAIT.read_text(encoding="utf-8").replace("turns: 8", "turns: 7"))

    with pytest.raises(batch.BatchError, match="the scenario text was another one"):
        batch.run(load(other), runs=1, seed=7, out=tmp_path)


def test_the_same_text_under_another_name_goes_on(strait, tmp_path, played):
    batch.run(strait, runs=1, seed=7, out=tmp_path)
    other = tmp_path / "other.yaml"
    other.write_text(STRAIT.read_text(encoding="utf-8"), encoding="utf-8")

    batch.run(load(other), runs=1, seed=7, out=tmp_path)

    assert len(played) == 1


@pytest.mark.parametrize("text", ["", "[]", "{", '{"seed": 7}'])
def test_a_manifest_that_says_nothing_is_refused(strait, tmp_path, text):
    batch.run(strait, runs=1, seed=7, out=tmp_path)
    (tmp_path / "manifest.json").write_text(text)

    with pytest.raises(batch.BatchError, match="no manifest that this version can read"):
        batch.run(strait, runs=1, seed=7, out=tmp_path)


def test_parts_without_a_manifest_are_refused(strait, tmp_path):
    batch.run(strait, runs=1, seed=7, out=tmp_path)
    (tmp_path / "manifest.json").unlink()

    with pytest.raises(batch.BatchError, match=r"without its manifest\.json"):
        batch.run(strait, runs=1, seed=7, out=tmp_path)


def test_the_manifest_says_what_the_tables_are_of(strait, tmp_path):
    batch.run(strait, runs=1, seed=7, out=tmp_path, policies={"ministry": "idle"}, part=3)

    said = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert said["digest"] == strait.digest
    assert said["policies"] == {"ministry": "idle", "rival": "doctrine"}
    assert (said["seed"], said["part"]) == (7, 3)
