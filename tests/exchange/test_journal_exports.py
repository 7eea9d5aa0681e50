"""One played game for other programs: the rows of its batch, with what was done by hand."""

import csv
import json
from pathlib import Path

import duckdb
import numpy as np
import pytest
import stix2
from typer.testing import CliRunner

from game import batch
from game.cli import app
from game.scenario import load
from game.session import Facilitation, begin

PATH = Path(__file__).parents[1] / "scenario" / "strait.yaml"
STRAIT = load(PATH)
TWO = {"ministry": "uniform", "rival": "uniform"}
PEOPLE = {"ministry": "person", "rival": "person"}


def export(journal, style, out):
    words = ["export", str(journal), "--as", style, "--out", str(out), "--scenario", str(PATH)]
    return CliRunner().invoke(app, words)


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("games")
    batch.run(STRAIT, runs=2, seed=4, out=out, policies=TWO)
    return out


@pytest.fixture(scope="module")
def journal(folder, tmp_path_factory):
    """The second game of the batch, played at a table."""
    seed = duckdb.read_parquet(str(folder / "runs.parquet")).fetchall()[1][1]
    file = tmp_path_factory.mktemp("evening") / "evening.journal"
    table = begin(STRAIT, seed, TWO, file)
    while not table.game.ended:
        table.advance()
    table.close()
    return file


def test_a_games_sheets_are_its_rows_of_the_batch(folder, journal, tmp_path):
    assert export(journal, "csv", tmp_path / "one").exit_code == 0
    words = ["export", str(folder), "--as", "csv", "--out", str(tmp_path / "both")]
    assert CliRunner().invoke(app, [*words, "--scenario", str(PATH)]).exit_code == 0

    for name in ("runs", "turns", "orders"):
        wanted = [row | {"run": "0"} for row in rows(tmp_path / "both", name) if row["run"] == "1"]
        assert rows(tmp_path / "one", name) == wanted
        assert wanted
    sheets = [(tmp_path / one / "dictionary.csv").read_bytes() for one in ("one", "both")]
    assert sheets[0] == sheets[1]


def test_a_games_events_are_read_by_duckdb_and_its_bundle_by_stix2(journal, tmp_path):
    done = export(journal, "gdelt", tmp_path / "events.tsv")
    assert done.exit_code == 0, done.output
    read = duckdb.read_csv(
        str(tmp_path / "events.tsv"), sep="\t", header=False, all_varchar=True, quotechar=""
    )
    assert len(read.columns) == 61
    assert len(read.fetchall()) > 3
    assert done.output.strip().endswith(f"{len(read.fetchall())} lines")

    assert export(journal, "stix", tmp_path / "bundle.json").exit_code == 0
    bundle = stix2.parse((tmp_path / "bundle.json").read_text(), allow_custom=False)
    assert {"identity"} <= {thing.type for thing in bundle.objects}


def test_what_was_done_by_hand_is_in_the_sheets(tmp_path):
    file = tmp_path / "led.journal"
    table = begin(STRAIT, 7, PEOPLE, file)
    lead = Facilitation(table)
    for seat in PEOPLE:
        _hand_in(table, seat)
    lead.set("tension", ("arden", "brenmark"), 77.0, "The room wanted it hotter.")
    _hand_in(table, "ministry")
    put = _open(table, "ministry", 1)
    lead.strike("ministry", 1, "A slip.", put=put)
    _hand_in(table, "rival")
    table.close()

    done = export(file, "csv", tmp_path / "sheets")

    assert done.exit_code == 0, done.output
    assert "keep it to yourself" in done.output
    (run,) = rows(tmp_path / "sheets", "runs")
    turns = rows(tmp_path / "sheets", "turns")
    state = table.game.world.cells
    layout = table.game.rulebook.layout
    tension = layout.read(state, "tension")[0]
    place = [table.game.rulebook.keys["actor"].index(key) for key in ("arden", "brenmark")]
    assert float(run["tension[arden,brenmark]"]) == pytest.approx(float(tension[tuple(place)]))
    assert float(turns[-1]["tension[arden,brenmark]"]) > 60
    assert (run["ending"], run["turns"], len(turns)) == ("", "2", 2)
    ordered = [r for r in rows(tmp_path / "sheets", "orders") if r["seat"] == "ministry"]
    asked = [put.move, put.target or "", put.about or "", put.via or ""]
    assert [ordered[1][name] for name in ("move", "target", "about", "via")] == asked
    assert len(ordered) == 2


def test_what_is_no_journal_is_refused_in_a_sentence(tmp_path):
    wrong = tmp_path / "notes.txt"
    wrong.write_text("hello")
    assert "no journal" in export(tmp_path / "nothing", "csv", tmp_path / "x").output
    done = export(wrong, "csv", tmp_path / "x")
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    fresh = tmp_path / "fresh.journal"
    begin(STRAIT, 1, PEOPLE, fresh).close()
    done = export(fresh, "csv", tmp_path / "x")
    assert (done.exit_code, "no turn of this game" in done.output) == (1, True)


def test_no_person_is_named_in_what_is_exported(tmp_path):
    file = tmp_path / "led.journal"
    table = begin(STRAIT, 7, PEOPLE, file)
    Facilitation(table, by="Somebody Real").mark("A moment.")
    for seat in PEOPLE:
        _hand_in(table, seat)
    table.close()
    export(file, "csv", tmp_path / "sheets")
    export(file, "stix", tmp_path / "bundle.json")
    written = [one.read_text(encoding="utf-8-sig") for one in (tmp_path / "sheets").iterdir()]
    written.append((tmp_path / "bundle.json").read_text())
    assert not any("Somebody Real" in text for text in written)
    json.loads(written[-1])


def _open(table, seat, which=0):
    menu = table.place(seat).look().menu
    return menu.order(int(np.flatnonzero(menu.allowed()[0])[which]))


def _hand_in(table, seat):
    assert table.place(seat).say([_open(table, seat)]) == []
