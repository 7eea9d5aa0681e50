"""Exports, read back by programs that are not ours."""

import csv
import io
import json
import warnings
from pathlib import Path

import duckdb
import networkx as nx
import pytest
import stix2

from game import batch, exchange
from game.exchange.acts import COLUMNS, Act
from game.exchange.plain import one_field
from game.scenario import find, load
from game.scenario.graph import gexf, graphml

BLACKOUT = load(find("blackout"))
# CAMEO's twenty roots (Schrodt 2012) with the sign that their Goldstein scores have.
COOPERATION, CONFLICT = range(1, 9), range(9, 21)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("games")
    batch.run(BLACKOUT, runs=3, seed=1, out=out, policies=dict.fromkeys(["palace"], "uniform"))
    return out


@pytest.fixture(scope="module")
def acts(folder):
    return list(exchange.acts_of(folder, BLACKOUT))


@pytest.fixture(scope="module")
def events(folder, acts, tmp_path_factory):
    """GDELT rows as duckdb reads them: tabs, no head, 61 columns of text."""
    out = tmp_path_factory.mktemp("gdelt") / "events.tsv"
    exchange.export(BLACKOUT, acts, "gdelt", out)
    read = duckdb.read_csv(str(out), sep="\t", header=False, all_varchar=True, quotechar="")
    assert len(read.columns) == 61
    from game.exchange.gdelt import COLUMNS as NAMES

    return [dict(zip(NAMES, row, strict=True)) for row in read.fetchall()]


def test_acts_are_the_orders_of_the_batch(folder, acts):
    rows = duckdb.read_parquet(str(folder / "orders.parquet")).fetchall()
    assert [tuple(getattr(act, name) for name in COLUMNS) for act in acts] == rows


def test_every_done_and_coded_act_is_one_gdelt_event(acts, events):
    from game.exchange.codes import Codebook

    codes = Codebook(BLACKOUT).deeds
    coded = [act for act in acts if act.outcome == "done" and codes[act.move].cameo]
    assert len(coded) > 30
    assert [event["EventCode"] for event in events] == [codes[act.move].cameo for act in coded]
    assert len({event["GLOBALEVENTID"] for event in events}) == len(events)


def test_codes_are_parents_of_one_another_and_agree_with_their_quad_class(events):
    for event in events:
        code, base, root = event["EventCode"], event["EventBaseCode"], event["EventRootCode"]
        assert code.startswith(base)
        assert base.startswith(root)
        assert int(root) in range(1, 21)
        assert (int(event["QuadClass"]) <= 2) == (int(root) in COOPERATION)


def test_dates_move_on_with_the_turns(events):
    of_one_game = [event for event in events if int(event["GLOBALEVENTID"]) // 1_000_000 == 1]
    days = [event["SQLDATE"] for event in of_one_game]
    assert days == sorted(days)
    assert {len(day) for day in days} == {8}
    assert all(event["DATEADDED"].startswith(event["SQLDATE"]) for event in events)


def test_a_state_is_a_government_of_its_country(events):
    belmora = next(event for event in events if event["Actor1Name"] == "Belmora")
    assert belmora["Actor1Code"] == "BELGOV"
    assert belmora["Actor1CountryCode"] == "BEL"


def test_the_bundle_is_stix_and_sees_what_was_done(acts, tmp_path):
    out = tmp_path / "games.json"
    exchange.export(BLACKOUT, acts[:150], "stix", out)
    bundle = stix2.parse(out.read_text(encoding="utf-8"), allow_custom=False)
    by_id = {thing.id: thing for thing in bundle.objects}
    sightings = [thing for thing in bundle.objects if thing.type == "sighting"]
    assert sightings
    for seen in sightings:
        technique = by_id[seen.sighting_of_ref]
        reference = technique.external_references[0]
        assert reference.source_name == "DISARM"
        assert (
            reference.external_id[0]
            == {"attack-pattern": "T", "course-of-action": "C"}[technique.type]
        )
        assert by_id[seen.created_by_ref].type == "identity"


def test_equal_batches_give_equal_bytes(acts, tmp_path):
    for style in exchange.FORMATS:
        for name in ("one", "two"):
            exchange.export(BLACKOUT, acts[:40], style, tmp_path / f"{name}.{style}")
        one, two = ((tmp_path / f"{name}.{style}").read_bytes() for name in ("one", "two"))
        assert one == two


def test_sheets_hold_the_tables_and_a_dictionary_of_every_column(folder, tmp_path):
    exchange.write_sheets(BLACKOUT, folder, tmp_path / "sheets")
    for name in ("runs", "turns", "orders"):
        table = duckdb.read_parquet(str(folder / f"{name}.parquet"))
        with (tmp_path / "sheets" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == table.columns
        assert len(rows) - 1 == len(table.fetchall())
    text = (tmp_path / "sheets" / "dictionary.csv").read_text(encoding="utf-8-sig")
    entries = list(csv.DictReader(io.StringIO(text)))
    assert [entry for entry in entries if not entry["meaning"]] == []
    tension = next(e for e in entries if e["column"] == "tension[belmora,tessaly]")
    assert (tension["low"], tension["high"]) == ("0", "100")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-2.5", "-2.5"),
        ("+inf", "+inf"),
        ("a\tb\nc\x1b[31m", "a b c [31m"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\t=1", "'=1"),
        ("plain", "plain"),
    ],
)
def test_a_name_cannot_run_a_formula_or_break_a_row(text, safe):
    assert one_field(text) == safe


def test_a_name_that_breaks_rows_stays_one_field():
    from dataclasses import replace

    from game.exchange import gdelt

    actors = dict(BLACKOUT.content.actors)
    actors["belmora"] = actors["belmora"].model_copy(update={"name": "=1\tx\n<b>"})
    odd = replace(BLACKOUT, content=BLACKOUT.content.model_copy(update={"actors": actors}))
    act = Act(0, 1, "palace", 0, "post_statement.empathetic", None, None, None, "done", None, False)
    (line,) = gdelt.lines(odd, [act])
    assert "\n" not in line
    assert line.count("\t") == 60
    assert "'=1 x <b>" in line


def test_the_graph_is_read_by_networkx_in_both_formats(tmp_path):
    graph = BLACKOUT.graph()
    (tmp_path / "g.graphml").write_text(graphml(graph), encoding="utf-8")
    (tmp_path / "g.gexf").write_text(gexf(graph), encoding="utf-8")
    for read in (nx.read_graphml(tmp_path / "g.graphml"), nx.read_gexf(tmp_path / "g.gexf")):
        assert set(read.nodes) == set(graph.nodes)
        assert set(read.edges) == set(graph.edges)
        assert read.nodes["belmora"]["sort"] == "actor"
    assert gexf(graph) == gexf(BLACKOUT.graph())


def test_a_folder_without_tables_is_refused_with_the_next_step(tmp_path):
    with pytest.raises(exchange.ExchangeError, match=r"name the folder that `batch --out` wrote"):
        list(exchange.acts_of(tmp_path, BLACKOUT))
    with pytest.raises(exchange.ExchangeError, match="manifest"):
        exchange.scenario_of(tmp_path)


def test_tables_of_another_scenario_are_refused(folder):
    strait = load(Path(__file__).parents[1] / "scenario" / "strait.yaml")
    with pytest.raises(exchange.ExchangeError, match="another scenario than strait"):
        list(exchange.acts_of(folder, strait))


def test_the_command_says_what_it_wrote(folder, tmp_path):
    from typer.testing import CliRunner

    from game.cli import app

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        done = CliRunner().invoke(
            app, ["export", str(folder), "--as", "gdelt", "--out", str(tmp_path / "e.tsv")]
        )
    assert done.exit_code == 0, done.output
    assert done.output.strip().endswith("lines")
    assert json.loads((folder / "manifest.json").read_text())["scenario"] == "blackout"
