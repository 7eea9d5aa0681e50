"""The command `report`: where the page is put, what it refuses, and what it says."""

from pathlib import Path
from shutil import copy

import pytest
from typer.testing import CliRunner

from game import language
from game.cli import app
from game.scenario import load
from game.session import begin

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    store = tmp_path_factory.mktemp("command") / "evening.journal"
    table = begin(load(STRAIT), 3, {"ministry": "doctrine", "rival": "doctrine"}, store)
    table.advance()
    table.close()
    return store


@pytest.fixture
def journal(played, tmp_path):
    return Path(copy(played, tmp_path))


@pytest.fixture
def run(journal):
    def asked(*words):
        return CliRunner().invoke(app, ["report", str(journal), "--scenario", str(STRAIT), *words])

    yield asked
    language.use("en")


def test_the_page_stands_beside_the_journal_and_its_name_is_said(run, journal):
    done = run()

    file = journal.with_name("evening.review.html")
    assert done.exit_code == 0, done.stdout
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(file) in done.stdout
    assert "1 turn" in done.stdout


def test_a_seat_has_a_file_of_its_own(run, journal):
    done = run("--seat", "ministry")

    assert "may keep" in done.stdout
    html = journal.with_name("evening.ministry.review.html").read_text(encoding="utf-8")
    assert "The survey ship was there." not in html


def test_a_page_that_is_there_is_replaced_only_if_that_is_asked_for(run, journal):
    file = journal.with_name("evening.review.html")
    file.write_text("mine", encoding="utf-8")

    refused = run()
    assert refused.exit_code == 1
    assert "add --replace" in refused.stdout
    assert file.read_text(encoding="utf-8") == "mine"

    assert run("--replace").exit_code == 0
    assert file.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seat", "nobody"], "there is no seat 'nobody'"),
        (["--language", "xx"], "there is no language 'xx'"),
        (["--out", "/nowhere/at/all.html"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run, words, said):
    done = run(*words)

    assert done.exit_code == 1
    assert said in done.stdout
    assert "Traceback" not in done.stdout


def test_a_page_in_another_language_says_which_and_which_way_it_reads(run, journal):
    out = journal.with_name("arabic.html")

    assert run("--language", "ar", "--out", str(out)).exit_code == 0
    assert '<html lang="ar" dir="rtl">' in out.read_text(encoding="utf-8")


def test_a_game_that_goes_on_is_not_debriefed_by_mistake(journal):
    done = CliRunner().invoke(app, ["debrief", str(journal), "--scenario", str(STRAIT)])

    assert done.exit_code == 1
    assert "--facilitator" in done.stdout
