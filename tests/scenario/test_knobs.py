"""Knobs: a teacher turns what the author declared, and every choice is checked before that."""

from pathlib import Path

import pytest

from game.scenario import ScenarioError, check, load, read_choices
from game.scenario.teaching import sheet_lines

STRAIT = (Path(__file__).parent / "strait.yaml").read_text(encoding="utf-8")
KNOBS = """
knobs:
  length:
    name: Length
    text: How long it lasts.
    default: full
    choices:
      full: {name: As written}
      short: {set: {turns: 5}}
  unrest:
    name: Unrest
    default: calm
    choices:
      calm: {}
      tense: {set: {"start.tension(arden, brenmark)": 60, seats.ministry.policy: doctrine}}
"""


@pytest.fixture
def strait(tmp_path):
    """Writes the strait with knobs, some words of them replaced."""

    def write(*swaps: tuple[str, str]) -> Path:
        text = STRAIT + KNOBS
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        file = tmp_path / "strait.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_turned_knob_changes_what_it_says_and_is_remembered(strait):
    script = load(strait(), knobs={"length": "short", "unrest": "tense"})
    assert script.content.turns == 5
    assert script.starts["tension", ("arden", "brenmark")] == 60
    assert script.content.seats["ministry"].policy == "doctrine"
    assert script.knobs == {"length": "short", "unrest": "tense"}
    assert script.digest != load(strait()).digest


def test_the_default_is_the_scenario_as_written(strait):
    assert load(strait(), knobs={"length": "full"}).digest == load(strait()).digest


def test_values_set_by_hand_count_over_knobs(strait):
    assert load(strait(), knobs={"length": "short"}, changes={"turns": 7}).content.turns == 7


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"lenght": "short"}, "--knob lenght:1:1: unknown-knob: there is no knob 'lenght' (did"),
        ({"length": "shrot"}, "there is no choice of length 'shrot' (did you mean 'short'?)"),
    ],
)
def test_a_knob_that_is_not_there_is_named(strait, chosen, told):
    with pytest.raises(ScenarioError, match="unknown-knob") as refused:
        load(strait(), knobs=chosen)
    assert told in str(refused.value)


@pytest.mark.parametrize("word", ["length", "=short", "length=", ""])
def test_a_word_that_turns_nothing_is_refused(word):
    with pytest.raises(ValueError, match="is not KNOB=CHOICE, such as pace=fast"):
        read_choices([word])


def test_sound_knobs_bring_no_fault(strait):
    assert [fault.code for fault in check(strait())] == ["never-viral"]  # as without them


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("turns: 5", "turns: 2", "after-the-end", "with length=short, in "),
        ("turns: 5", "turns: many", "wrong-type", "with length=short, "),
        ("turns: 5", "turn: 5", "unknown-name", "there is no parameter 'turn'"),
        ("turns: 5", "turns.x: 5", "no-such-part", "'turns.x' leads into something"),
        ("turns: 5", "knobs.unrest.name: x", "knob-of-knobs", "a knob cannot change knobs"),
        ("brenmark)", "brenmrk)", "unknown-name", "did you mean 'brenmark'?"),
        ("default: full", "default: whole", "unknown-name", "there is no choice 'whole'"),
        ("default: full", "default: short", "default-changes", "changes nothing"),
        ("seats.ministry.policy: doctrine", "turns: 3", "two-knobs", "the knob 'length' changes"),
        ("      calm: {}\n", "", "wrong-length", "must hold at least 2"),
    ],
)
def test_what_is_wrong_with_a_choice_is_told_where_it_stands(strait, old, new, code, told):
    file = strait((KNOBS, KNOBS.replace(old, new)))
    begins = len(STRAIT.splitlines()) + 1
    found = [fault for fault in check(file) if fault.is_error]
    assert code in {fault.code for fault in found}, found
    assert any(told in f"{fault.message} {fault.hint}" for fault in found), found
    assert all(fault.line > begins for fault in found)


def test_six_knobs_are_too_many(strait):
    more = "".join(
        f"  k{n}: {{name: K, default: a, choices: {{a: {{}}, b: {{}}}}}}\n" for n in range(4)
    )
    faults = [fault for fault in check(strait((KNOBS, KNOBS + more))) if fault.is_error]
    assert [fault.code for fault in faults] == ["wrong-length"]


def test_texts_of_strangers_are_harmless_on_the_sheet_and_in_messages(strait):
    file = strait(("name: Unrest", 'name: "\\e[31m=cmd()<script>"'))
    sheet = "\n".join(sheet_lines(load(file), "a; rm -rf \x1b[2J"))
    assert "\\x1b[31m=cmd()<script>" in sheet
    assert "'a; rm -rf \\x1b[2J'" in sheet
    assert "\x1b" not in sheet
    with pytest.raises(ScenarioError) as refused:
        load(file, knobs={"\x1b[31m": "\x1b[2J"})
    assert "\x1b" not in str(refused.value)
