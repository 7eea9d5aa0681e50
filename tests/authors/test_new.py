"""A scenario that was just begun passes every check, and nothing that is there is overwritten."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.data import data_path
from game.scenario import check, load, shipped_names
from game.scenario.schema import schema_text


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_new_scenario_passes_check_and_its_own_cases(tmp_path):
    folder = tmp_path / "ferry"
    answer = run("new", folder, "--title", 'The "last" ferry: a story')
    assert answer.exit_code == 0, answer.output
    assert "check --deep" in answer.output
    assert load(folder).content.title == 'The "last" ferry: a story'
    assert load(folder).name == "ferry"
    checked = run("check", folder)
    assert checked.output == "0 errors, 0 warnings.\n"
    tested = run("test", folder)
    assert tested.exit_code == 0, tested.output
    assert "5 of 5 cases hold." in tested.output


def test_the_deep_check_of_a_new_scenario_finds_nothing(tmp_path):
    run("new", tmp_path / "ferry")
    answer = run("check", "--deep", "--quick", "--workers", "1", tmp_path / "ferry")
    assert answer.exit_code == 0, answer.output
    assert "Nothing to look at." in answer.output


def test_its_editor_finds_the_schema_beside_it_also_outside_the_checkout(tmp_path):
    run("new", tmp_path / "ferry")
    first = (tmp_path / "ferry" / "scenario.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=scenario.schema.json"
    beside = (tmp_path / "ferry" / "scenario.schema.json").read_text(encoding="utf-8")
    assert beside == schema_text() + "\n"


def test_the_starter_itself_is_sound_and_is_not_offered_to_players():
    assert check(data_path("scenarios", "starter")) == []
    assert "starter" not in shipped_names()


def test_it_may_begin_in_an_empty_folder_one_stands_in(tmp_path, monkeypatch):
    folder = tmp_path / "ferry"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert run("new", ".").exit_code == 0
    assert load(".").name == "ferry"


def test_nothing_is_overwritten(tmp_path):
    run("new", tmp_path / "ferry")
    file = tmp_path / "ferry" / "scenario.yaml"
    file.write_text("mine", encoding="utf-8")
    answer = run("new", tmp_path / "ferry")
    assert answer.exit_code == 1
    assert "is there already and is not empty: name another folder" in answer.output
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("folder", "title", "told"),
    [
        ("blackout", "", "is the name of a shipped scenario"),
        ("a\x1b[31m", "", "a\\x1b[31m holds signs that cannot be shown"),
        ("ferry", "red \x1b[31m", "The title red \\x1b[31m holds signs"),
        ("ferry", "turned \u202e", "holds signs that cannot be shown"),
        ("ferry", "x" * 81, "81 characters"),
        ("/dev/null/ferry", "", "/dev/null/ferry: not a directory"),
    ],
)
def test_what_cannot_be_begun_is_told_in_a_sentence(tmp_path, monkeypatch, folder, title, told):
    monkeypatch.chdir(tmp_path)
    answer = run("new", folder, "--title", title)
    assert answer.exit_code == 1
    assert told in answer.output
    assert "\x1b" not in answer.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a; rm -rf ~", "$(touch pwned)", "-rf", "Мой <b>кризис</b>"])
def test_an_odd_name_is_quoted_in_the_commands_that_come_next(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    answer = run("new", "--", name)
    assert answer.exit_code == 0, answer.output
    said = next(line for line in answer.output.splitlines() if "main.py test" in line)
    if shutil.which("sh"):
        import subprocess

        words = said.split("plays")[0].replace("main.py test", "printf %s --")
        made = subprocess.run(["sh", "-c", words], capture_output=True, text=True, check=True)
        assert made.stdout.removeprefix("--").removeprefix("./") == name
    assert not Path("pwned").exists()
    assert run("check", f"./{name}").output == "0 errors, 0 warnings.\n"
