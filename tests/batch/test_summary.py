"""The summary: shares and means with their intervals, as numbers and as lines of text."""

import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from game import batch
from game.batch.intervals import wilson
from game.batch.summary import shares, spread
from game.scenario import load

STRAIT = Path(__file__).resolve().parent.parent / "scenario" / "strait.yaml"


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    out, scenario = tmp_path_factory.mktemp("out"), load(STRAIT)
    policies = batch.parse_policies(["all=uniform"], scenario)
    return out, batch.run(scenario, runs=25, seed=7, policies=policies, out=out)


@pytest.mark.parametrize(
    ("games", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),  # Newcombe 1998, method 3, gives these
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_wilsons(games, of, low, high):
    assert wilson(games, of) == pytest.approx((low, high), abs=5e-5)


def test_the_distribution_of_a_number_is_told_in_full():
    found = spread("market", np.array([1.0, 2.0, 3.0, 4.0, 5.0]))

    assert (found.mean, found.least, found.q25, found.median, found.q75, found.most) == (
        3.0, 1.0, 2.0, 3.0, 4.0, 5.0,
    )  # fmt: skip
    assert found.sd == pytest.approx(np.sqrt(2.5))
    assert (found.low, found.high) == pytest.approx((3 - 1.3859, 3 + 1.3859), abs=1e-4)


def test_one_game_has_no_interval():
    found = spread("market", np.array([4.0]))

    assert (found.mean, found.sd, found.low, found.high) == (4.0, None, None, None)


def test_endings_that_never_came_are_told_too():
    found = shares(np.array(["war", "time", "time"]), ("peace", "war", "time"))

    assert [(one.name, one.games) for one in found] == [("time", 2), ("war", 1), ("peace", 0)]


def test_the_summary_says_what_stands_in_the_table(played):
    out, summary = played
    runs = pq.read_table(out / "runs.parquet")

    assert summary.runs == 25
    assert sum(one.games for one in summary.endings) == 25
    score = next(one for one in summary.scores if one.name == "score[ministry]")
    assert score.mean == pytest.approx(np.mean(runs["score[ministry]"].to_numpy()))
    assert {"crisis", "market", "tension[arden,brenmark]"} <= {one.name for one in summary.measures}


def test_the_summary_is_kept_as_numbers_and_as_text(played):
    out, summary = played

    assert json.loads((out / "summary.json").read_text(encoding="utf-8"))["runs"] == 25
    assert (out / "summary.txt").read_text(encoding="utf-8") == batch.text_of(summary)


def test_no_line_of_the_text_is_broken(played, capsys, monkeypatch):
    """However narrow whatever reads it may be."""
    monkeypatch.setenv("COLUMNS", "20")
    batch.show(played[1])

    printed = capsys.readouterr().out
    assert printed == batch.text_of(played[1])
    rows = [line for line in printed.splitlines() if line.startswith("score[ministry]")]
    assert len(rows) == 1
    assert len(rows[0].split()) == 11  # name, mean, "low to high", sd and five quantiles


def test_the_text_lists_what_differs_between_games_and_counts_the_rest(played):
    text = batch.text_of(played[1])
    same = [one.name for one in played[1].measures if one.least == one.most]

    assert same
    assert not [name for name in same if f"\n{name} " in text]
    assert f"Left out: {len(same)} measures that came out the same in every game" in text
