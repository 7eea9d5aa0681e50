"""What a batch refuses, in sentences; and who plays which seat."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game import batch
from game.batch.lock import alone_in
from game.cli import app
from game.scenario import load

STRAIT = Path(__file__).resolve().parent.parent / "scenario" / "strait.yaml"


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def test_a_seat_nobody_names_keeps_the_scenarios_stand_in_else_doctrine(strait):
    assert batch.parse_policies([], strait) == {"ministry": "doctrine", "rival": "doctrine"}


def test_later_words_override_earlier_ones(strait):
    words = ["ministry=echo", "all=idle", "rival=uniform"]

    assert batch.parse_policies(words, strait) == {"ministry": "idle", "rival": "uniform"}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("idle", "write SEAT=NAME"),
        ("=idle", "write SEAT=NAME"),
        ("ministry=", "write SEAT=NAME"),
        ("minister=idle", "has no seat 'minister'; name one of ministry, rival, all"),
        ("ministry=bold", "no stand-in is called 'bold'; choose one of broadcaster, doctrine"),
        ("all=bold", "no stand-in is called 'bold'"),
    ],
)
def test_a_word_that_seats_nobody_is_refused(strait, word, said):
    with pytest.raises(batch.BatchError) as refused:
        batch.parse_policies([word], strait)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"runs": 0}, "--runs is 0: it must be at least 1."),
        ({"runs": -5}, "--runs is -5: it must be at least 1."),
        ({"workers": 0}, "--workers is 0: it must be at least 1."),
        ({"block": 0}, "block is 0: it must be at least 1."),
        ({"policies": {"minister": "idle"}}, "has no seat 'minister'"),
    ],
)
def test_a_number_or_name_that_is_off_is_refused_and_nothing_is_left(strait, tmp_path, asked, said):
    out = tmp_path / "out"

    with pytest.raises(batch.BatchError) as refused:
        batch.run(strait, **{"runs": 1, "seed": 7, "out": out} | asked)

    assert said in str(refused.value)
    assert not out.exists()


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_is_no_place_for_tables(strait, tmp_path, below):
    (tmp_path / "out").write_text("mine")

    with pytest.raises(batch.BatchError, match="is a file, or leads through one: name a folder"):
        batch.run(strait, runs=1, seed=7, out=tmp_path / "out" / below)

    assert (tmp_path / "out").read_text() == "mine"


def test_two_batches_do_not_write_into_one_folder_at_once(strait, tmp_path):
    """The second is told; once the first is done, or was killed, it may."""
    with alone_in(tmp_path), pytest.raises(batch.BatchError, match="Another batch is writing"):
        batch.run(strait, runs=1, seed=7, out=tmp_path)

    assert not (tmp_path / "manifest.json").exists()
    batch.run(strait, runs=1, seed=7, out=tmp_path)


@pytest.mark.parametrize(("word", "number"), [("--runs", "0"), ("--workers", "-1")])
def test_a_number_that_is_too_small_is_a_mistake_in_the_command(tmp_path, word, number):
    asked = ["batch", str(STRAIT), "--out", str(tmp_path / "out"), word, number]

    said = CliRunner().invoke(app, asked)

    assert said.exit_code == 2
    assert word in said.stderr
    assert "greater than or equal to 1" in " ".join(said.stderr.replace("│", " ").split())
    assert not (tmp_path / "out").exists()


FULL = """
import resource, sys
from pathlib import Path
from game import batch
from game.batch.lock import alone_in
from game.cli import app
from game.scenario import load

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        batch.run(load(Path(sys.argv[1])), runs=4, seed=7, out=Path(sys.argv[2]), part=2)
    except batch.BatchError as refused:
        print(refused)
"""


def test_a_full_disk_is_told_in_a_sentence(tmp_path):
    """The system is told to refuse files over 20 kB, as a full disk would."""
    said = subprocess.run(
        [sys.executable, "-c", FULL, str(STRAIT), str(tmp_path)],
        cwd=STRAIT.parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert "cannot be written (File too large)" in said.stdout
    assert "run the same command again" in said.stdout
    assert said.stdout.count("\n") == 1
    assert "Traceback" not in said.stderr
    assert not list(tmp_path.rglob("*.tmp"))
