"""The small whole example of the documentation, as an author would write it."""

from pathlib import Path

import pytest

from game.scenario import check, load, render, say

HERE = Path(__file__).parent
STRAIT = HERE / "strait.yaml"
TEXT = STRAIT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def variant(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """The strait with some of its words changed."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "variant.yaml"
    path.write_text(text + more, encoding="utf-8")
    return path


def test_the_example_loads_with_warnings_at_most(strait):
    assert not [fault for fault in check(STRAIT) if fault.is_error]
    assert strait.content.turns == 8
    assert strait.name == "strait"


def test_names_are_sorted_on_every_axis(strait):
    assert strait.keys["actor"] == ("arden", "brenmark", "tidewire")
    assert strait.keys["objective"] == ("ministry.accord",)
    assert "post_statement" in strait.keys["move"]


def test_a_tuned_move_changes_what_it_says_and_keeps_the_rest(strait):
    """The example doubles the staff a leak takes."""
    leak = strait.moves["leak_authentic"]

    assert leak.cost.staff == 2
    assert leak.effects
    assert leak.name


def test_a_move_of_its_own_stands_beside_the_standard_ones(tmp_path):
    own = '{name: Ring the bell, by: any, effects: [{shift: "trust(others, me)", by: 1}]}'
    path = variant(tmp_path, ("moves: {leak_", f"moves: {{ring: {own}, leak_"))

    assert {"ring", "post_statement"} <= load(path).moves.keys()


def test_a_secret_that_no_claim_tells_gets_a_story(strait):
    story = strait.story("survey")

    assert story in strait.keys["claim"]
    assert strait.claims[story].truth is True
    assert strait.claims[story].subject == "brenmark"


def test_a_text_is_said_in_the_language_of_play(strait):
    assert load(STRAIT, language="id").say(strait.content.title) == "Selat"
    assert load(STRAIT, language="fr").say(strait.content.title) == "The Strait"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("plain", "id", "plain"),
        ({"de": "Enge", "id": "Selat"}, "id", "Selat"),
        ({"de": "Enge", "en": "Strait"}, "id", "Strait"),
        ({"de": "Enge", "id": "Selat"}, "fr", "Enge"),
        ({}, "fr", ""),
        (None, "fr", ""),
    ],
)
def test_a_missing_language_falls_back_to_english_then_to_the_first(text, language, said):
    assert say(text, language) == said


def test_a_scenario_means_the_same_under_any_file_name(strait, tmp_path):
    other = tmp_path / "elsewhere" / "another name.yml"
    other.parent.mkdir()
    other.write_text(TEXT, encoding="utf-8")

    assert load(other).digest == strait.digest


def test_a_scenario_means_the_same_in_any_order(strait, tmp_path):
    """Sections and names turned round; what a list says keeps its order."""
    import yaml

    def turned(value):
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return value

    path = tmp_path / "turned.yaml"
    path.write_text(yaml.safe_dump(turned(yaml.safe_load(TEXT)), sort_keys=False))
    again = load(path)

    assert again.digest == strait.digest
    assert (again.keys, again.starts, again.stories) == (strait.keys, strait.starts, strait.stories)
    assert list(again.moves) == list(strait.moves)


def test_another_word_makes_another_scenario(strait, tmp_path):
    assert load(variant(tmp_path, ("turns: 8", "turns: 9"))).digest != strait.digest


def test_comments_and_spaces_change_nothing(strait, tmp_path):
    path = variant(tmp_path, ("turns: 8", "# how long\nturns:    8   # turns"))

    assert load(path).digest == strait.digest


def test_starting_values_are_read_as_measure_and_names(tmp_path):
    path = variant(
        tmp_path,
        more='start: {"trust( arden ,*)": 30, market: 90, "tension(arden, brenmark)": 40}\n',
    )

    assert load(path).starts == {
        ("market", ()): 90,
        ("tension", ("arden", "brenmark")): 40,
        ("trust", ("arden", "*")): 30,
    }


def test_a_parameter_is_overridden_and_the_others_stay(strait, tmp_path):
    path = variant(tmp_path, more="parameters: {erosion: 3}\n")

    assert load(path).parameters == {**strait.parameters, "erosion": 3}


def test_what_is_loaded_cannot_be_changed(strait):
    with pytest.raises(Exception, match=r"frozen|assign"):
        strait.content.actors["arden"].staff = 99
    with pytest.raises(Exception, match=r"frozen|assign"):
        strait.language = "id"


def test_nothing_that_is_shipped_is_called_wrong_or_doubtful():
    """No false alarm: not in a scenario, not in the rulebook."""
    from game.scenario import shipped_names
    from game.scenario.load import check_rulebook

    assert [render(fault) for fault in check(shipped_names())] == []
    assert [render(fault) for fault in check_rulebook()] == []


def test_a_shipped_scenario_is_found_by_its_name():
    assert load("blackout").name == "blackout"
