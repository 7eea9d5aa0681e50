"""Values given beside a scenario's file: they count as written, and are checked as such."""

from pathlib import Path

import pytest

from game.scenario import ScenarioError, load, read_changes

STRAIT = Path(__file__).parent / "strait.yaml"


def test_a_value_is_changed_by_its_path():
    script = load(STRAIT, changes=read_changes(["turns=5", "actors.arden.staff=2.5"]))
    assert script.content.turns == 5
    assert script.content.actors["arden"].staff == 2.5
    assert script.digest != load(STRAIT).digest


def test_a_name_alone_is_a_parameter():
    script = load(STRAIT, changes=read_changes(["warning_half_life=3"]))
    assert script.parameters["warning_half_life"] == 3


def test_writing_what_stands_there_already_changes_nothing():
    assert load(STRAIT, changes=read_changes(["turns=8"])).digest == load(STRAIT).digest


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("actors.arden.staf=3", "staff"),
        ("turns=many", "--set turns:1:1"),
        ("warning_halflife=3", "warning_half_life"),
        ("turns.first=3", "leads into something that has no parts"),
        ("actors.nobody.staff=3", "--set actors.nobody.staff"),
    ],
)
def test_a_mistake_is_told_like_one_in_the_file(word, told):
    with pytest.raises(ScenarioError) as refused:
        load(STRAIT, changes=read_changes([word]))
    assert told in str(refused.value)


@pytest.mark.parametrize("word", ["turns", "=3", "turns=", ""])
def test_a_word_that_sets_nothing_is_refused(word):
    with pytest.raises(ValueError, match="is not NAME=VALUE, such as turns=8"):
        read_changes([word])
