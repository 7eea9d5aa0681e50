"""The report of a batch: its figures are those of the tables, whatever the tables hold."""

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from scipy import stats
from typer.testing import CliRunner

from game import batch
from game.cli import app
from game.report import NoBatch, batch_review, batch_written
from game.report.batch_sums import difference, discoveries, ranks, share
from game.scenario import load

PATH = Path(__file__).parents[1] / "scenario" / "strait.yaml"
STRAIT = load(PATH)
GAMES = 90
NASTY = "<script>alert(1)</script>\u202e\x1b[31m"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("batches") / "strait"
    policies = dict.fromkeys(STRAIT.content.seats, "uniform")
    batch.run(STRAIT, runs=GAMES, seed=5, out=out, policies=policies)
    return out


@pytest.fixture(scope="module")
def made(folder):
    return batch_review(folder, STRAIT)


@pytest.fixture(scope="module")
def html(made):
    return batch_written(made, STRAIT)


@pytest.fixture
def copied(folder, tmp_path):
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def ask(folder, question):
    return duckdb.sql(question.replace("@", f"{folder}/")).fetchall()


# --- its figures are those of the tables ----------------------------------------------------------


def test_endings_and_scores_are_those_of_the_summary_in_the_folder(folder, made):
    said = json.loads((folder / "summary.json").read_text(encoding="utf-8"))

    assert [
        (row.key, row.share.count, row.share.share, row.share.low, row.share.high)
        for row in made.endings
    ] == [
        tuple(row[k] for k in ("name", "games", "share", "low", "high")) for row in said["endings"]
    ]
    assert [
        (f"score[{row.seat}]", row.spread.mean, row.spread.low, row.spread.fan[2])
        for row in made.scores
    ] == [tuple(row[k] for k in ("name", "mean", "low", "median")) for row in said["scores"]]
    assert made.turns.mean == said["turns"]["mean"]
    assert made.games == said["runs"] == GAMES


def test_the_page_writes_the_figures_of_the_tables(folder, html):
    [(games, ending)] = ask(
        folder, "SELECT count(*) n, ending FROM '@runs.parquet' GROUP BY 2 ORDER BY n DESC LIMIT 1"
    )
    mean = ask(folder, "SELECT avg(\"score[ministry]\") FROM '@runs.parquet'")[0][0]

    assert f"{100 * games / GAMES:.1f}\u00a0%" in html
    assert f"{mean:.1f}" in html
    assert ending


def test_orders_are_counted_as_they_stand_in_the_table(folder, made):
    wanted = ask(
        folder,
        "SELECT seat, move, count(*), count(*) FILTER (outcome = 'done'), "
        "count(*) FILTER (outcome = 'void'), count(*) FILTER (exposed), "
        "count(DISTINCT run) FILTER (outcome <> 'void') FROM '@orders.parquet' GROUP BY 1, 2",
    )
    rows = [
        (m.seat, m.deed, m.orders, m.done, m.void, m.exposed, m.games.count) for m in made.moves
    ]
    assert sorted(rows) == sorted(wanted)


def test_a_fan_holds_the_quantiles_of_every_turn(folder, made):
    row = made.fans[0].fan
    wanted = ask(
        folder,
        f'SELECT turn, count(*), quantile_cont("{row.column}", [0.05, 0.25, 0.5, 0.75, 0.95]) '
        "FROM '@turns.parquet' GROUP BY 1 ORDER BY 1",
    )
    assert [(turn, n) for turn, n, _ in wanted] == list(zip(row.turns, row.games, strict=True))
    for (_, _, line), band in zip(wanted, row.bands, strict=True):
        assert band == pytest.approx(tuple(line))


def test_a_difference_is_that_of_the_games_with_and_without(planted):
    made, folder = batch_review(planted, STRAIT), planted
    found = made.overall[0].link
    late = {"at all": "true", "early": f"o.turn <= {made.half}", "late": f"o.turn > {made.half}"}
    among = f"turns > {made.half}" if found.when == "late" else "true"
    rows = ask(
        folder,
        f"SELECT run IN (SELECT run FROM '@orders.parquet' o WHERE seat = '{found.key[0]}' AND "
        f"move = '{found.key[1]}' AND outcome <> 'void' AND {late[found.when]}) AS had, count(*), "
        f"avg(\"score[{found.outcome}]\") FROM '@runs.parquet' WHERE {among} GROUP BY 1",
    )
    n = {had: games for had, games, _ in rows}
    mean = {had: score for had, _, score in rows}
    assert (found.with_it, found.without) == (n[True], n[False])
    assert found.difference.value == pytest.approx(mean[True] - mean[False])


# --- what went with the outcome -------------------------------------------------------------------


@pytest.fixture
def planted(copied):
    """Scores that are noise, but for 15 points where the ministry called its people."""
    runs = pq.read_table(copied / "runs.parquet")
    luck = np.random.default_rng(8)
    called = luck.random(GAMES) < 0.5
    for name in runs.column_names:
        if name.startswith("score["):
            values = luck.normal(50, 8, GAMES) + 15 * called * (name == "score[ministry]")
            runs = runs.set_column(runs.column_names.index(name), name, pa.array(values))
    pq.write_table(runs, copied / "runs.parquet")
    orders = pq.read_table(copied / "orders.parquet").to_pylist()
    kept = [row for row in orders if (row["seat"], row["move"]) != ("ministry", "consular_alert")]
    pattern = {**kept[0], "seat": "ministry", "move": "consular_alert", "outcome": "done"}
    kept += [{**pattern, "run": int(n), "turn": 1} for n in np.flatnonzero(called)]
    pq.write_table(pa.Table.from_pylist(kept), copied / "orders.parquet")
    return copied


def test_what_was_planted_comes_first_and_noise_hardly_at_all(planted):
    made = batch_review(planted, STRAIT)

    first = made.overall[0].link
    assert (first.key, first.outcome) == (("ministry", "consular_alert"), "ministry")
    assert first.difference.low < 15 < first.difference.high
    assert first.rank > 0.5
    others = [f for _, some in made.by_score for f in some if f.link.key != first.key]
    assert len(others) <= 1


def test_many_tests_are_corrected_as_benjamini_and_hochberg_do():
    ps = list(np.random.default_rng(1).random(60) ** 3)
    assert discoveries(ps) == pytest.approx(list(stats.false_discovery_control(ps)))
    assert discoveries([]) == []


def test_a_difference_of_shares_has_newcombes_interval():
    """56 of 70 against 48 of 80: 0.0524 to 0.3339 (Newcombe 1998, table II, method 10)."""
    one = np.repeat([1.0, 0.0], [56, 14])
    other = np.repeat([1.0, 0.0], [48, 32])
    found = difference(one, other, shares=True)
    assert (found.low, found.high) == (
        pytest.approx(0.0524, abs=1e-4),
        pytest.approx(0.3339, abs=1e-4),
    )


def test_p_is_that_of_shuffling_who_had_it():
    luck = np.random.default_rng(3)
    one, other = luck.normal(1, 2, 40), luck.normal(0, 2, 60)
    exact = stats.permutation_test(
        (one, other),
        lambda a, b, axis: a.mean(axis) - b.mean(axis),
        vectorized=True,
        n_resamples=4000,
        rng=4,
    )
    assert difference(one, other, shares=False).p == pytest.approx(exact.pvalue, abs=0.01)


def test_ranks_of_equal_values_are_their_mean():
    values = np.array([3.0, 1.0, 3.0, 2.0, 3.0])
    assert list(ranks(values)) == list(stats.rankdata(values))


def test_a_share_of_no_games_is_anything():
    assert (share(0, 0).low, share(0, 0).high) == (0.0, 1.0)


def test_few_games_are_not_compared_and_the_page_says_so(tmp_path):
    out = tmp_path / "few"
    batch.run(STRAIT, runs=3, seed=1, out=out, policies={})
    made = batch_review(out, STRAIT)
    assert made.tried == 0
    assert "Nothing could be compared" in batch_written(made, STRAIT)


# --- one harmless file ----------------------------------------------------------------------------


def test_equal_tables_give_equal_bytes(folder, copied, made, html):
    again = copied.rename(copied.with_name(folder.name))
    assert batch_written(batch_review(again, STRAIT), STRAIT) == html


def test_every_drawing_is_followed_by_its_table(html):
    after = re.findall(r"</figure>\s*<(\w+) class=\"(\w+)\"[^>]*>\s*<(\w+)", html)
    assert len(after) == html.count("<figure>") > 4
    assert {(cls, tag) for _, cls, tag in after} == {("frame", "table")}
    assert html.count('role="img"') == html.count("<figure>")
    assert html.count("<table") == html.count("<caption>")


def test_nothing_is_fetched_and_no_script_runs(html):
    assert "default-src 'none'" in unescape(html)
    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert all(link.startswith("#") for link in links)
    assert "<script" not in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_names_and_words_of_strangers_are_shown_and_not_obeyed(copied):
    content = STRAIT.content
    seats = {k: s.model_copy(update={"name": NASTY}) for k, s in content.seats.items()}
    endings = {k: e.model_copy(update={"name": NASTY}) for k, e in content.endings.items()}
    msel = {k: i.model_copy(update={"text": NASTY}) for k, i in content.msel.items()}
    changed = content.model_copy(
        update={"seats": seats, "endings": endings, "msel": msel, "title": NASTY}
    )
    orders = pq.read_table(copied / "orders.parquet").to_pylist()
    strange = {"seat": NASTY, "move": NASTY, "via": NASTY, "outcome": "void", "reason": NASTY}
    orders[0].update(strange)
    pq.write_table(pa.Table.from_pylist(orders), copied / "orders.parquet")
    manifest = json.loads((copied / "manifest.json").read_text())
    manifest |= {"scenario": NASTY, "policies": {NASTY: NASTY}}
    (copied / "manifest.json").write_text(json.dumps(manifest))
    odd = replace(STRAIT, content=changed)

    page = batch_written(batch_review(copied, odd), odd)

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not set(page) & set("\u202e\x1b")
    assert "--policy &#39;all=" not in page.split("alert(1)")[0]


# --- what it refuses ------------------------------------------------------------------------------


def test_an_empty_folder_is_refused_with_the_next_step(tmp_path):
    with pytest.raises(NoBatch, match=r"no manifest\.json of a batch: name the folder"):
        batch_review(tmp_path, STRAIT)


@pytest.mark.parametrize("table", ["runs", "turns", "orders"])
def test_a_damaged_table_is_refused_by_its_name(copied, table):
    file = copied / f"{table}.parquet"
    for broken in (b"PAR1", file.read_bytes()[: file.stat().st_size // 2]):
        file.write_bytes(broken)
        with pytest.raises(NoBatch, match=rf"{table}\.parquet is damaged"):
            batch_review(copied, STRAIT)
    file.unlink()
    with pytest.raises(NoBatch, match="goes on where it stopped"):
        batch_review(copied, STRAIT)


def test_garbled_pages_inside_a_table_are_refused_too(copied):
    file = copied / "orders.parquet"
    whole = bytearray(file.read_bytes())
    whole[100:2000] = b"\xff" * 1900
    file.write_bytes(bytes(whole))
    with pytest.raises(NoBatch, match=r"orders\.parquet is damaged"):
        batch_review(copied, STRAIT)


def test_orders_of_other_games_are_refused(copied):
    rows = pq.read_table(copied / "orders.parquet").to_pylist()
    pq.write_table(
        pa.Table.from_pylist([*rows, {**rows[0], "run": GAMES}]), copied / "orders.parquet"
    )
    with pytest.raises(NoBatch, match="other games than the runs"):
        batch_review(copied, STRAIT)


def test_an_experiment_is_sent_to_analyze(tmp_path):
    (tmp_path / "points").mkdir()
    with pytest.raises(NoBatch, match="analyze"):
        batch_review(tmp_path, STRAIT)


def test_a_text_that_has_changed_since_is_named(folder):
    other = replace(STRAIT, digest="0" * 64)
    page = batch_written(batch_review(folder, other), other)
    assert "was another one when this was played" in page


# --- the command ----------------------------------------------------------------------------------


def test_the_command_writes_into_the_folder_and_never_over_a_page(copied):
    words = ["report", str(copied), "--scenario", str(PATH)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert done.output.strip() == f"The report is in {copied / 'report.html'}: {GAMES} games."
    assert "<!doctype html>" in (copied / "report.html").read_text(encoding="utf-8")
    again = CliRunner().invoke(app, words)
    assert again.exit_code == 1
    assert "add --replace" in again.output


def test_the_command_refuses_what_is_no_batch_in_a_sentence(tmp_path):
    done = CliRunner().invoke(app, ["report", str(tmp_path)])
    assert done.exit_code == 1
    assert "manifest.json" in done.output
    done = CliRunner().invoke(app, ["report", str(tmp_path), "--seat", "ministry"])
    assert "--seat and --names are for one game" in done.output
