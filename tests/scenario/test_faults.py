"""A fault on a screen: its place, its sentence, its line, a caret, and nothing a terminal obeys."""

import unicodedata

import pytest

from game.scenario import Fault, render
from game.scenario.faults import ScenarioError


def fault(line: str, column: int, message: str = "it is wrong", **more) -> str:
    return render(Fault("f.yaml", 7, column, "wrong", message, source_line=line, **more))


def test_it_is_file_line_column_code_message_and_hint():
    assert fault("", 3, hint="do it right") == "f.yaml:7:3: wrong: it is wrong (do it right)"


def test_a_warning_says_so():
    assert fault("", 1, severity="warning") == "f.yaml:7:1: wrong: warning: it is wrong"


def test_the_line_stands_below_and_the_caret_below_that():
    assert fault("turns: many", 8).split("\n")[1:] == ["  turns: many", "         ^"]


@pytest.mark.parametrize(
    ("line", "column", "cells"),
    [
        ("abc: x", 6, 5),
        ("日本: x", 5, 6),  # each of these signs is two columns wide
        ("e\u0301e\u0301: x", 7, 4),  # an accent of its own takes no column
        ("\tkey: x", 7, 6),  # a tab is shown as one blank
        ("🙂: x", 4, 4),
        ("last", 5, 4),  # the place behind the last character
    ],
)
def test_the_caret_is_right_under_wide_and_narrow_characters(line, column, cells):
    caret = fault(line, column).split("\n")[2]

    assert caret == "  " + " " * cells + "^"


def test_a_long_line_is_cut_around_the_caret():
    line = "x" * 5000 + "HERE" + "y" * 5000
    _, shown, caret = fault(line, 5001).split("\n")

    assert len(shown) < 120
    assert shown[caret.index("^") :].startswith("HERE")


@pytest.mark.parametrize("evil", ["\x1b[2J", "\r", "\x07", "\u202e", "\u2066", "\x9b31m", "\u2028"])
def test_nothing_in_a_file_can_speak_to_the_terminal(evil):
    """Escape sequences, bells and signs that turn the direction of writing are written out."""
    printed = fault(f"a: {evil}b", 4, message=f"'{evil}' is wrong", hint=f"not {evil}")

    assert all(
        unicodedata.category(sign) not in {"Cc", "Cf", "Zl"} for sign in printed if sign != "\n"
    )
    assert printed.count("\n") == 2


def test_a_megabyte_of_message_is_cut():
    assert len(fault("", 1, message="k" * 1_000_000)) < 1000


def test_a_refusal_carries_all_faults_once_and_in_order():
    first, second = Fault("a", 1, 1, "x", "m"), Fault("a", 2, 1, "x", "m")

    assert ScenarioError([second, first, second]).faults == (first, second)
