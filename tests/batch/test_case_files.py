"""Files of cases that are wrong: what is not so is told with its place, and so is every mistake."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.batch.cases import judge, prepared
from game.batch.cases.model import Case, Chapter, Expected, Line, Turn
from game.batch.cases.playing import play, setting
from game.cli import app
from game.scenario import ScenarioError

HOUSE = Path(__file__).resolve().parent.parent.parent
SMALL = """\
title: Small
scenario:
  format: 1
  title: Small
  turns: 3
  actors:
    arden: {kind: state, name: Arden, money: 4}
    brenmark: {kind: state, name: Brenmark, money: 4}
  audiences: {uplands: {name: Uplands, of: arden}}
  issues: {blame: {name: Blame}}
  channels: {press: {}}
  seats: {arden: {actor: arden}, brenmark: {actor: brenmark}}
  moves:
    press:
      name: Press
      by: any
      target: actor
      tier: act
      effects: [{shift: "tension(me, target)", by: 8}]
      says: "{me} pressed {target}."
    build: {name: Build, by: any, after: {1: [{shift: prestige(me), by: 5}]}}
  endings: {rupture: {when: "tension >= 90", says: It is over.}}
cases:
  - number: 1.A.1
    name: Arden presses Brenmark.
    turns:
      - orders: {arden: [{move: press, target: brenmark}]}
"""


def written(folder, text):
    file = folder / "small.cases.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def faults(folder, *lines, text=SMALL):
    """What is said of the small case with some lines more at the end of its only turn."""
    more = "".join(f"        {line}\n" for line in lines)
    book = prepared(written(folder, text + more))
    return judge(book, 0)


def refused(folder, *lines, text=SMALL):
    more = "".join(f"        {line}\n" for line in lines)
    with pytest.raises(ScenarioError) as error:
        prepared(written(folder, text + more))
    return error.value.faults


@pytest.mark.parametrize(
    ("line", "message", "so"),
    [
        ('expect: "tension > 28"', "after turn 1, tension > 28 is not so", "tension is 28"),
        ('rises: "prestige(arden)"', "prestige(arden) has not risen", "20 -> 20"),
        ('falls: "tension"', "tension has not fallen", "20 -> 28"),
        ('stays: "tension"', "tension has not stayed", "20 -> 28"),
        ("told: {brenmark: blocked}", "'brenmark' is not told 'blocked'", "Arden pressed Brenmark"),
        ("not_told: {brenmark: pressed}", "'brenmark' is told 'pressed'", "Arden pressed Brenmark"),
        ('known: {arden: "money(brenmark)"}', "'arden' does not know money(brenmark)", ""),
        ('not_known: {arden: "money(arden)"}', "'arden' knows money(arden)", ""),
        ("ending: rupture", "the ending is not rupture", "none"),
        ("outcome: {arden: failed}", "'failed' is not what came of it", "press: done"),
        ('outcome: {arden: "void: dear"}', "'void: dear' is not what came of it", "press: done"),
        ("work: {arden: done}", "'done' is not what came of it", "nothing came of it"),
    ],
)
def test_what_is_not_so_is_told_with_what_is_so_and_where_it_was_expected(
    tmp_path, line, message, so
):
    (fault,) = faults(tmp_path, line)

    assert message in fault.message
    assert so in fault.hint
    assert fault.line == SMALL.count("\n") + 1
    assert fault.source_line.strip() == line


@pytest.mark.parametrize(
    "line",
    [
        'expect: ["tension == 28", "tension >= 28", "tension <= 28", "not tension != 28"]',
        'rises: "tension"',
        "told: {brenmark: arden PRESSED}",
        "outcome: {arden: done}",
        "ending: none",
        'expect: "tension == 28.0000001"',
    ],
)
def test_what_is_so_is_not_complained_about(tmp_path, line):
    assert faults(tmp_path, line) == []


def test_work_that_was_not_expected_is_told(tmp_path):
    text = SMALL.replace("{move: press, target: brenmark}", "{move: build}")
    text += "      - work: {arden: []}\n"

    (fault,) = faults(tmp_path, text=text)

    assert fault.message == "after turn 2, there was more work"
    assert fault.hint == "build: done"


def test_a_case_that_ends_otherwise_than_another_is_told(tmp_path):
    text = SMALL + "  - {number: 1.A.2, name: Nobody orders., turns: [{}], same_as: 1.A.1}\n"
    book = prepared(written(tmp_path, text))

    assert judge(book, 0) == []
    (fault,) = judge(book, 1)
    assert fault.message == "it does not end in the same state as 1.A.1"


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("expct: tension", "unknown-key", "'expct' is not known in item 1 of 'turns'"),
        ('expect: "tensoin > 1"', "bad-condition", "'tensoin' names nothing"),
        ('expect: "tension + 1"', "bad-condition", "this is a number, no condition"),
        ('rises: "tension(arden, states)"', "bad-condition", "this asks about a set"),
        ("told: {ardne: x}", "unknown-name", "there is no seat 'ardne'"),
        ("outcome: {arden: won}", "unknown-name", "there is no outcome 'won'"),
        ("outcome: {arden: [done, done]}", "wrong-length", "'arden' gives 1 orders"),
        ("by_hand: {fog: true}", "unknown-name", "there is no inject 'fog'"),
        ("ending: peace", "unknown-name", "there is no ending 'peace'"),
        ("known: {arden: 1 + 1}", "unknown-name", "only a measure, a claim or a secret"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, line, code, message):
    (fault,) = refused(tmp_path, line)

    assert (fault.code, fault.line) == (code, SMALL.count("\n") + 1)
    assert message in fault.message


def test_an_order_that_cannot_be_read_is_told_with_the_nearest_move(tmp_path):
    (fault,) = refused(tmp_path, text=SMALL.replace("{move: press,", "{move: pres,"))

    assert "there is no move 'pres'" in fault.message
    assert fault.hint == "did you mean 'press'?"


def test_mistakes_of_the_scenario_inside_have_places_in_the_file_of_cases(tmp_path):
    text = SMALL.replace("of: arden}", "of: ardne}")

    (fault,) = refused(tmp_path, text=text)

    assert fault.message == "there is no actor 'ardne'"
    assert fault.line == text[: text.index("ardne")].count("\n") + 1


def test_every_mistake_is_told_at_once(tmp_path):
    found = refused(tmp_path, "told: {ardne: x}", 'expect: "tensoin > 1"', "ending: peace")

    assert len(found) == 3


@pytest.mark.parametrize("text", ["", "cases\n", "- 1\n", "title: [\n", "cases: []\n"])
def test_a_file_that_is_no_file_of_cases_is_refused_in_a_sentence(tmp_path, text):
    found = refused(tmp_path, text=text)

    assert found
    assert all(fault.is_error and fault.message for fault in found)


def test_a_scenario_can_stand_beside_the_file(tmp_path):
    inner = SMALL[SMALL.index("  format") : SMALL.index("cases:")]
    scenario = "".join(f"{line[2:]}\n" for line in inner.splitlines())
    (tmp_path / "pair.yaml").write_text(scenario, encoding="utf-8")
    text = "title: Small\nscenario: pair.yaml\n" + SMALL[SMALL.index("cases:") :]

    assert faults(tmp_path, 'expect: "tension == 28"', text=text) == []


def test_a_scenario_that_is_nowhere_is_a_mistake(tmp_path):
    text = "title: Small\nscenario: pair.yaml\n" + SMALL[SMALL.index("cases:") :]

    (fault,) = refused(tmp_path, text=text)

    assert fault.message == "there is no scenario 'pair.yaml' beside this file, and none is shipped"


def test_a_stand_in_orders_for_a_seat_of_a_case(tmp_path):
    text = SMALL.replace("orders: {arden: [{move: press, target: brenmark}]}", "times: 3")
    text += "    policies: {arden: uniform}\n"
    page = prepared(written(tmp_path, text)).page
    case = page.chapter.cases[0]

    played = "".join(play(case, setting(page, case)).records)

    assert '"seat":"arden"' in played
    assert '"seat":"brenmark"' not in played


def test_every_key_of_a_case_is_explained_on_the_page():
    page = (HOUSE / "docs" / "cases.md").read_text(encoding="utf-8").split("<!-- From here")[0]
    keys = [key for part in (Chapter, Case, Turn, Expected, Line) for key in part.model_fields]

    assert not [key for key in keys if not re.search(rf"`(\{{)?{key}\b", page)]


def test_the_example_of_the_page_holds_and_its_transcript_is_real(tmp_path, monkeypatch):
    """The case as it is printed, then with the mistake that the page makes in it."""
    page = (HOUSE / "docs" / "cases.md").read_text(encoding="utf-8")
    case, transcript = (
        re.search(rf"```{kind}\n(.*?)```", page, re.DOTALL)[1] for kind in ("yaml", "text")
    )
    strait = HOUSE / "tests" / "scenario" / "strait.yaml"
    (tmp_path / "strait.yaml").write_text(strait.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "strait.cases.yaml").write_text(case, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    good = CliRunner().invoke(app, ["test", "strait.cases.yaml"])
    (tmp_path / "strait.cases.yaml").write_text(case.replace("== 18", "== 15"), encoding="utf-8")
    bad = CliRunner().invoke(app, ["test", "strait.cases.yaml"])

    assert (good.exit_code, good.output.splitlines()[-1]) == (0, "1 of 1 cases hold.")
    assert bad.exit_code == 1
    assert bad.output == transcript.split("\n", 1)[1]
