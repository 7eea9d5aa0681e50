"""Why, asked for in words: the figure that was meant, and causes whose spoken digits add up."""

import io
import re
from pathlib import Path

import pytest

from game.scenario import find, load
from game.session import begin
from game.session.stand_ins import StandIn
from game.ui.terminal import play, reasons

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
HAND_IN = "done\nyes\n"


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def told(strait, typed, *, turns=1):
    """What the ministry is told some turns after it ordered to train its people."""
    out = io.StringIO()
    place = begin(strait, 7, {"ministry": "person"}).place("ministry")
    play(place, io.StringIO("order harden\nyes\n\n\n\n" + HAND_IN * turns + typed), out)
    return out.getvalue().partition(f"Turn {turns + 1}, orders 0 of 3. What do you do?\n")[2]


def test_a_figure_is_told_from_where_to_where_and_cause_by_cause(strait):
    said = told(strait, "why money\n")

    assert said.startswith("Money, since your last turn: 4 to 2, down 2.\n")
    assert "\nDown 2: Harden and train, by you.\n" in said


def test_numbers_behind_a_cause_are_told_one_by_one(strait):
    said = told(strait, "why defense\n", turns=2)

    assert "by you. It is 2 numbers multiplied. Fixed amount, 0.2. Left open by defense" in said


def test_the_beginning_of_every_word_is_enough(strait):
    assert "Defense, since your last turn: 30 % to 44 %, up 14 %." in told(
        strait, "why def ard\n", turns=2
    )


def test_without_words_all_that_moved_is_offered(strait):
    said = told(strait, "why\n1\n")

    assert "Which figure?\n1. " in said
    assert "Choose 1 to" in said
    assert "since your last turn:" in said


def test_what_did_not_move_or_does_not_exist_is_refused_with_a_way_on(strait):
    said = told(strait, "why colour of the sea\n")

    assert "called 'colour of the sea'. Type why for all." in said


def test_back_leaves_the_choice(strait):
    assert "since your last turn:" not in told(strait, "why\nback\n")


def spoken(text):
    """The number in a spoken figure, in its last digits, with its sign."""
    digits = int(re.sub(r"\D", "", text))
    return -digits if text.lower().startswith("down") else digits


@pytest.mark.parametrize("seat", ["ministry", "palace"])
def test_whatever_moved_in_blackout_adds_up_as_it_is_spoken(seat):
    place = begin(load(find("blackout")), 4, {seat: "person"}).place(seat)
    hand, met = StandIn("doctrine", seat, 4), 0
    for _ in range(5):
        place.say(hand.sheet(place.look()))
        seen = place.look()
        for measure in reasons.moved(seen):
            head, *lines = reasons.page(seen, measure)
            total = re.search(r", ((up |down )?[\d.]+)\S*( %)?\.$", head.replace("\u00a0", " "))
            parts = [line.partition(":")[0] for line in lines]
            assert sum(map(spoken, parts)) == spoken(total[1]), (head, lines)
            met += 1
    assert met > 50


def test_every_figure_answers_to_its_own_name(strait):
    place = begin(strait, 7, {"ministry": "person"}).place("ministry")
    place.say([])
    seen = place.look()
    assert reasons.moved(seen)
    for measure in reasons.moved(seen):
        assert measure in reasons.meant(seen, " ".join(measure).replace("_", " "))
