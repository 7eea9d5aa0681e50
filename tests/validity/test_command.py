"""The command `validate`: what it prints, what it writes, and its exit status."""

import pytest
from typer.testing import CliRunner

from game.batch.validity import page, suite
from game.batch.validity.verdict import Clause, Verdict
from game.cli import app


def _check(number, holds):
    clause = Clause("it rises", holds, "3 of 4 pairs")
    return lambda pairs: Verdict(number, "A rule.", ("A: one",), (clause,), f"{pairs} pairs")


@pytest.fixture
def run(monkeypatch):
    """Run `validate` over made-up checks, of which some fail."""

    def asked(*words, failing=()):
        checks = {number: _check(number, number not in failing) for number in range(1, 14)}
        monkeypatch.setattr(suite, "CHECKS", checks)
        return CliRunner().invoke(app, ["validate", *words])

    return asked


def test_all_that_hold_end_well(run):
    done = run()

    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "12 of 12 hold"
    assert "   [ok] it rises: 3 of 4 pairs" in done.stdout


def test_one_that_fails_is_shown_and_ends_with_status_1(run):
    done = run(failing=(5,))

    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1] == "11 of 12 hold"
    assert "[no] it rises" in done.stdout
    assert "DOES NOT HOLD" in done.stdout


def test_our_own_check_is_counted_apart(run):
    lines = run(failing=(13,)).stdout.splitlines()

    assert lines[-1] == "12 of 12 hold"
    assert lines[-2] == "The check of our own, 13, does not hold; it is counted apart."


def test_only_some_can_be_asked_for(run):
    done = run("--only", "3", "--only", "2", "--pairs", "64", failing=(5,))

    assert done.exit_code == 0
    assert [line[:2] for line in done.stdout.splitlines() if line[:1].isdigit()] == [
        "2.",
        "3.",
        "2 ",
    ]
    assert "64 pairs" in done.stdout


def test_an_unknown_number_is_refused(run):
    done = run("--only", "14")

    assert done.exit_code == 1
    assert done.stdout == "there is no check 14: they are numbered 1 to 13\n"


def test_a_page_keeps_its_words_and_gets_new_results(run, tmp_path):
    sheet = tmp_path / "validity.md"
    sheet.write_text(f"# Ours\n\n{page.MARK}\n\nold results\n", encoding="utf-8")

    run("--page", str(sheet), failing=(2,))

    text = sheet.read_text(encoding="utf-8")
    assert text.startswith(f"# Ours\n\n{page.MARK}\n\nMeasured with 200 pairs.\n")
    assert "old results" not in text
    assert text.count("\nHolds.") == 12
    assert text.count("**Does not hold.**") == 1


def test_a_page_without_a_mark_is_refused(run, tmp_path):
    sheet = tmp_path / "other.md"
    sheet.write_text("# Ours\n", encoding="utf-8")

    done = run("--page", str(sheet))

    assert done.exit_code == 1
    assert "has no line that says" in done.stdout
