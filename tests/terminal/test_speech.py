"""Plain words: nothing a terminal would obey, nothing a listener would stumble over."""

import pytest

from game.ui.terminal import speech


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("clear \x1b[2J\x1b]0;title\x07 the screen", "clear [2J]0;title the screen"),
        ("over\rwritten\nline\ttab", "over written line tab"),
        ("turned \u202eround\u2066", "turned round"),
        ("half of a sign \udc80", "half of a sign"),
        ("  مرحبا  ‍ Привет 👩‍🚀 ", "مرحبا ‍ Привет 👩‍🚀"),
        ("\x9b31mred\x00", "31mred"),
    ],
)
def test_a_text_cannot_command_the_terminal(text, said):
    assert speech.plain(text) == said


def test_a_folded_text_is_told_paragraph_by_paragraph():
    text = "One line\nand its end.\n\nAnother.\n- an item\n- and one\n  more"

    assert speech.paragraphs(text) == [
        "One line and its end.",
        "Another.",
        "- an item",
        "- and one more",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (-0.0001, "0"), (0.333, "0.33"), (9.999, "10"), (52.4, "52"), (-7.5, "-7.5"),
     (400_000, "400000"), (2_400_000, "2,400,000")],
)  # fmt: skip
def test_numbers_are_as_short_as_they_are_said(value, said):
    assert speech.number(value) == said


def test_lists_are_said_as_people_say_them():
    assert speech.listed([]) == ""
    assert speech.listed(["one"]) == "one"
    assert speech.listed(["one", "two", "three"], either=True) == "one, two or three"


def test_prices_name_only_what_is_paid():
    assert speech.price((2, 0, 1)) == "2 staff and 1 political will"
    assert speech.price((0, 0, 0)) == "nothing"


def test_a_sentence_begins_large_and_ends_once():
    assert speech.sentence("the tanker is silent") == "The tanker is silent."
    assert speech.sentence("Is it?") == "Is it?"
    assert speech.sentence("") == ""
