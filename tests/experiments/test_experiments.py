"""Experiments: what varies, what it did, and two versions set against one another."""

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from game.batch import BatchError, experiments
from game.batch.experiments.running import DESIGN
from game.batch.parquet import read_columns
from game.scenario import ScenarioError, load

SOUND = Path(__file__).parents[1] / "deep" / "sound.yaml"
DESIGN_TEXT = """
scenario: {scenario}
seed: 3
replicates: {replicates}
policies: {{all: doctrine}}
vary:
  actors.tidewire.staff: [0, 4]
  policy.ministry: [idle, uniform]
"""


def written(folder, text):
    file = folder / "design.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    folder = tmp_path_factory.mktemp("experiment")
    file = written(folder, DESIGN_TEXT.format(scenario=SOUND, replicates=8))
    experiments.run_design(experiments.read_design(file), folder / "out")
    return folder / "out"


def test_a_grid_has_a_point_for_every_combination(tmp_path):
    design = experiments.read_design(
        written(tmp_path, DESIGN_TEXT.format(scenario=SOUND, replicates=2))
    )
    assert design.points() == [
        {"actors.tidewire.staff": 0, "policy.ministry": "idle"},
        {"actors.tidewire.staff": 0, "policy.ministry": "uniform"},
        {"actors.tidewire.staff": 4, "policy.ministry": "idle"},
        {"actors.tidewire.staff": 4, "policy.ministry": "uniform"},
    ]


def test_a_range_is_evenly_spaced_and_holds_its_ends(tmp_path):
    text = f"scenario: {SOUND}\nvary: {{turns: {{low: 2, high: 6, steps: 3}}}}"
    assert [p["turns"] for p in experiments.read_design(written(tmp_path, text)).points()] == [
        2,
        4,
        6,
    ]


def test_all_points_play_the_same_seeds(played):
    seeds = [next(read_columns(f, ["seed"])) for f in sorted(played.glob("points/*/runs.parquet"))]
    assert len(seeds) == 4
    assert all((one == seeds[0]).all() for one in seeds)


def test_an_effect_is_the_mean_difference_of_the_same_games(played):
    found = {(one.factor, one.level, one.outcome): one for one in experiments.analyze(played)}
    one = found["actors.tidewire.staff", "4", "score[desk]"]
    scores = [
        next(read_columns(played / "points" / f"{n:05d}" / "runs.parquet", ["score[desk]"]))
        for n in range(4)
    ]
    none, full = np.mean(scores[:2], axis=0), np.mean(scores[2:], axis=0)
    assert one.change == pytest.approx((full - none).mean())
    assert one.change_low <= one.change <= one.change_high
    assert one.change > 0, "a newsroom without staff breaks no story"
    assert found["actors.tidewire.staff", "0", "score[desk]"].change is None


def test_the_table_names_each_level(played):
    text = "\n".join(experiments.effect_lines(experiments.analyze(played)))
    assert "score[desk]" in text
    assert "policy.ministry = uniform" in text


def test_an_experiment_goes_on_where_it_stopped(played):
    file = played / "points" / "00002" / "runs.parquet"
    kept = [path.read_bytes() for path in sorted(played.glob("points/*/*.parquet"))]
    file.unlink()
    for part in (played / "points" / "00002" / "parts").iterdir():
        part.unlink()
    design, _ = experiments.running.read_points(played)
    experiments.run_design(design, played)
    assert [path.read_bytes() for path in sorted(played.glob("points/*/*.parquet"))] == kept


def test_a_folder_of_another_experiment_is_refused(played):
    design, _ = experiments.running.read_points(played)
    with pytest.raises(BatchError, match="holds another experiment"):
        experiments.run_design(design.model_copy(update={"seed": 4}), played)


def test_a_folder_without_an_experiment_is_refused(tmp_path):
    with pytest.raises(BatchError, match="batch --design"):
        experiments.analyze(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("scenario: blackout\nvary: {turns: {low: 4, high: 2}}", "high must be above low"),
        ("scenario: blackout\nvarry: {}", "varry"),
        ("vary: {turns: [1]}", "scenario"),
        ("[1, 2]", "design.yaml:1:1"),
    ],
)
def test_a_mistake_in_a_design_is_told_with_its_place(tmp_path, text, told):
    with pytest.raises(ScenarioError) as refused:
        experiments.read_design(written(tmp_path, text))
    assert told in str(refused.value)
    assert "design.yaml:" in str(refused.value)


def test_a_level_that_cannot_be_played_stops_before_anything_is(tmp_path):
    file = written(tmp_path, f"scenario: {SOUND}\nvary: {{turns: [2, 0]}}")
    with pytest.raises(BatchError, match=r"the point turns=0 cannot be played\. --set turns:1:1"):
        experiments.run_design(experiments.read_design(file), tmp_path / "out")
    assert not (tmp_path / "out" / DESIGN).exists()


def test_sobol_indices_tell_factors_apart(tmp_path):
    """Ishigami's idea, smaller: y = x1 + x1 x2 over 0..1, whose indices are known.

    V = V1 + V2 + V12 = 3/16 + 1/48 + 1/144, so S1 = 27/31, S2 = 3/31, ST1 = 28/31, ST2 = 4/31.
    """
    text = """
scenario: blackout
replicates: 8
vary: {turns: {low: 0, high: 1}, orders_per_turn: {low: 0, high: 1}}
sample: {size: 512}
outcomes: [turns]
"""
    design = experiments.read_design(written(tmp_path, text))
    points = design.points()
    assert len(points) == 512 * 4
    plan = {"design": design.model_dump(mode="json"), "points": points}
    (tmp_path / DESIGN).write_text(json.dumps(plan), encoding="utf-8")
    for number, point in enumerate(points):
        folder = tmp_path / "points" / f"{number:05d}"
        folder.mkdir(parents=True)
        value = point["turns"] + point["turns"] * point["orders_per_turn"]
        pq.write_table(pa.table({"turns": [value] * 8}), folder / "runs.parquet")
    found = {one.factor: one for one in experiments.sensitivity(tmp_path)}
    assert found["turns"].first == pytest.approx(27 / 31, abs=0.05)
    assert found["turns"].total == pytest.approx(28 / 31, abs=0.05)
    assert found["orders_per_turn"].first == pytest.approx(3 / 31, abs=0.05)
    assert found["orders_per_turn"].total == pytest.approx(4 / 31, abs=0.05)


def test_sobol_needs_ranges_and_replicates(tmp_path):
    listed = "scenario: blackout\nvary: {turns: [1, 2]}\nsample: {size: 8}"
    with pytest.raises(BatchError, match="'turns' is a list"):
        experiments.read_design(written(tmp_path, listed)).points()
    few = "scenario: blackout\nvary: {turns: {low: 1, high: 2}}\nsample: {size: 8}\nreplicates: 2"
    with pytest.raises(BatchError, match="at least 8 replicates"):
        experiments.read_design(written(tmp_path, few)).points()


def test_two_versions_are_compared_game_by_game(tmp_path):
    before = load(SOUND)
    after = load(SOUND, changes={"start.tension(arden, brenmark)": 45})
    found = experiments.compare(before, after, runs=6, seed=1, out=tmp_path)
    assert [row for row in found.endings if row[1] == "rupture"]
    assert len(found.moved) == sum(games for one, two, games in found.endings if one != two)
    moved = {one.name: one for one in found.numbers}
    assert moved["tension[arden,brenmark]"].change > 0
    text = "\n".join(experiments.comparison_lines(found))
    assert text.startswith("6 pairs of games with the same seeds; ")


def test_a_version_compared_with_itself_changes_nothing(tmp_path):
    found = experiments.compare(load(SOUND), load(SOUND), runs=4, seed=1, out=tmp_path)
    assert not found.moved
    assert not found.numbers
    assert all(one.change == 0 for one in found.orders)
