"""What stands in the tables, read as an outsider would."""

from collections import Counter

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from game import batch
from game.batch.blocks import order, set_up
from game.engine import Kind, close_turn, ending_names, open_turn, run_seeds, start
from game.scenario import find, load

RUNS, SEED = 12, 3


@pytest.fixture(scope="module")
def blackout():
    return load(find("blackout"))


@pytest.fixture(scope="module")
def out(blackout, tmp_path_factory):
    out = tmp_path_factory.mktemp("blackout")
    policies = batch.parse_policies(["all=uniform"], blackout)
    batch.run(blackout, runs=RUNS, seed=SEED, policies=policies, out=out, part=5)
    return out


@pytest.fixture(scope="module")
def runs(out):
    return pq.read_table(out / "runs.parquet")


@pytest.fixture(scope="module")
def turns(out):
    return pq.read_table(out / "turns.parquet")


@pytest.fixture(scope="module")
def orders(out):
    return pq.read_table(out / "orders.parquet")


@pytest.fixture(scope="module")
def alone(blackout):
    """Every game of the batch played by itself: the world after each turn, orders and events."""
    bench = set_up(blackout, dict.fromkeys(blackout.keys["seat"], "uniform"))
    games = []
    for seed in run_seeds(SEED, np.arange(RUNS)):
        world, events, story = start(bench.rulebook, np.array([seed])), None, []
        while world.ended[0] < 0:
            world, _ = open_turn(world, bench.rulebook)
            given = order(bench, world, events)
            world, events = close_turn(world, bench.rulebook, given)
            story.append((world, given, events))
        games.append(story)
    return bench, games


def test_there_is_a_row_for_every_game_and_every_turn_it_played(runs, turns):
    assert runs["run"].to_pylist() == list(range(RUNS))
    expected = [(r, t + 1) for r, n in enumerate(runs["turns"].to_pylist()) for t in range(n)]
    assert list(zip(turns["run"].to_pylist(), turns["turn"].to_pylist(), strict=True)) == expected


def test_columns_have_the_types_that_were_promised(runs, turns, orders):
    fixed = {"run": pa.int64(), "seed": pa.uint64(), "ending": pa.string(), "turns": pa.int64()}
    for name in runs.column_names:
        assert runs.schema.field(name).type == fixed.get(name, pa.float64()), name
    for name in turns.column_names[2:]:
        assert turns.schema.field(name).type == pa.float64(), name
    words = ("seat", "move", "target", "about", "via", "outcome", "reason")
    assert all(orders.schema.field(name).type == pa.string() for name in words)
    assert orders.schema.field("exposed").type == pa.bool_()


def test_columns_are_named_as_measures(blackout, turns):
    names = turns.column_names

    assert {"credibility[tessaly,urban_youth]", "opinion[urban_youth,cut]"} <= set(names)
    assert {"market", "crisis", "trust[tessaly,belmora]", "score[ministry]"} <= set(names)
    assert {f"attained[{goal}]" for goal in blackout.keys["objective"]} <= set(names)
    assert len(set(names)) == len(names)


def test_what_stands_by_turn_stands_at_the_end_too(runs, turns):
    """And at the end more: what no seat could ever know of the works of the models."""
    assert set(turns.column_names[2:]) < set(runs.column_names)
    assert "wronged[tessaly,belmora]" in runs.column_names
    assert "wronged[tessaly,belmora]" not in turns.column_names
    assert "loss" in turns.column_names  # the scenario's own


def test_a_symmetric_pair_stands_once_and_nobody_is_paired_with_itself(turns):
    names = turns.column_names

    assert "tension[belmora,tessaly]" in names
    assert "tension[tessaly,belmora]" not in names
    assert not [name for name in names if name.endswith("[tessaly,tessaly]")]


def test_nothing_is_not_a_number(runs, turns):
    for table in (runs, turns):
        for name in table.column_names:
            values = table[name].drop_null()
            assert values.type != pa.float64() or np.isfinite(values.to_numpy()).all(), name


def test_the_numbers_are_those_of_the_games(alone, runs, turns):
    bench, games = alone
    row = 0
    for run, story in enumerate(games):
        for world, _, _ in story:
            found = {name: turns[name][row].as_py() for name in ("crisis", "market")}
            for name, value in found.items():
                assert value == world.cells[0, bench.rulebook.cell(name)]
            for name in ("tessaly,belmora", "palace"):
                measure = "trust" if "," in name else "score"
                cell = bench.rulebook.cell(measure, *name.split(","))
                assert turns[f"{measure}[{name}]"][row].as_py() == world.cells[0, cell]
            row += 1
        for name in ("crisis", "market", "score[palace]", "trust[tessaly,belmora]"):
            assert runs[name][run].as_py() == turns[name][row - 1].as_py()
        ending = ending_names(bench.rulebook)[int(story[-1][0].ended[0])]
        assert runs["ending"][run].as_py() == ending


def test_every_order_has_its_row_in_order(alone, orders):
    bench, games = alone
    seats, deeds = bench.rulebook.keys["seat"], bench.rulebook.deeds
    expected = []
    for run, story in enumerate(games):
        for turn, (_, given, _) in enumerate(story, start=1):
            columns = (given.seat.tolist(), given.slot.tolist(), given.deed.tolist())
            for seat, slot, deed in sorted(zip(*columns, strict=True)):
                expected.append((run, turn, seats[seat], slot, deeds[deed].key))

    columns = (orders[name].to_pylist() for name in ("run", "turn", "seat", "slot", "move"))
    assert list(zip(*columns, strict=True)) == expected


def test_operands_are_keys_of_what_the_deed_names(alone, orders):
    rulebook = alone[0].rulebook
    axes = {deed.key: deed.axes for deed in rulebook.deeds}
    for row in orders.to_pylist():
        for axis, role in zip(axes[row["move"]], ("target", "about", "via"), strict=True):
            assert row[role] is None if axis is None else row[role] in rulebook.keys[axis]


def fate(story, turn, row):
    """What became of an order, sought by hand."""
    _, given, _ = story[turn]
    operands = [int(getattr(given, name)[row]) for name in ("target", "about", "via")]
    who, deed = int(given.seat[row]), int(given.deed[row])
    outcome = "standing"
    for _, _, events in story[turn:]:
        mine = (events.seat == who) & (events.what == deed)
        for name, thing in zip(("target", "about", "via"), operands, strict=True):
            mine &= getattr(events, name) == thing
        kinds = events.kind[mine & np.isin(events.kind, list(FATES))]
        outcome = FATES[Kind(kinds[0])] if len(kinds) else outcome
        if outcome != "standing" or not len(kinds):
            break
    return outcome


FATES = {Kind.DONE: "done", Kind.FAILED: "failed", Kind.STANDING: "standing"}


def test_outcomes_are_those_the_events_tell(alone, orders):
    """Also of joint orders that waited for their partner."""
    _, games = alone
    expected = []
    for story in games:
        for turn, (_, given, _) in enumerate(story):
            rows = np.lexsort((given.slot, given.seat))
            expected += [fate(story, turn, row) for row in rows]

    assert orders["outcome"].to_pylist() == expected
    assert {"done", "failed"} <= set(expected)
    assert orders["reason"].null_count == len(orders)


def test_an_order_is_exposed_where_others_hear_of_a_chance_of_it(alone, orders):
    rulebook, games = alone[0].rulebook, alone[1]
    seats = rulebook.keys["seat"]
    lit = Counter()
    for run, story in enumerate(games):
        for _, _, events in story:
            others = events.told.copy()
            others[np.arange(len(events)), events.seat] = False
            for row in np.flatnonzero((events.kind == Kind.CHANCE) & others.any(axis=1)):
                card = rulebook.chances[events.what[row]]
                lit[run, seats[events.seat[row]], rulebook.deeds[card.deed].key] += 1

    marked = [row for row in orders.to_pylist() if row["exposed"]]
    found = Counter((row["run"], row["seat"], row["move"]) for row in marked)
    assert found
    assert found.keys() == lit.keys()
    assert all(found[key] <= lit[key] for key in found)
