"""A whole game in text: everything a seat may know and do, without a picture."""

import io
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.engine.journal import TurnRecord
from game.scenario import load
from game.session import begin
from game.ui.terminal import play, play_in_turns, verbs

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
HAND_IN = "done\nyes\n"


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def table(strait, **seats):
    return begin(strait, 7, {"ministry": "person", **seats})


def told(strait, typed, *, at=None, seat="ministry"):
    """What a seat is told when this is typed, one answer a line."""
    out = io.StringIO()
    play((at or table(strait)).place(seat), io.StringIO(typed), out)
    return out.getvalue()


def sheets(of):
    return [row.orders for row in of.journal.reading().records if isinstance(row, TurnRecord)]


def test_a_whole_game_is_played_to_its_end(strait):
    said = told(strait, HAND_IN * 8)

    for turn in range(1, 9):
        assert f"Turn {turn} of 8." in said
    assert "The game has ended.\nThe time of this game is over.\nYour score:" in said
    assert said.endswith("Weight: 2.\n")


def test_an_order_is_composed_step_by_step_and_handed_in(strait):
    at = table(strait)
    said = told(
        strait,
        "order private plain\nyes\nbrenmark\n"
        "We seek no quarrel.\ncalm\nthey answer\n150\n80%\nsheet\n" + HAND_IN,
        at=at,
    )

    [order] = [order for order in sheets(at)[0] if order.seat == "ministry"]
    assert (order.move, order.target) == ("private_message.plain", "brenmark")
    assert (order.text, order.intent, order.expects) == (
        "We seek no quarrel.", "calm", "they answer",
    )  # fmt: skip
    assert order.confidence == 0.8
    assert "Type a whole number from 0 to 100" in said
    assert said.count("Words: We seek no quarrel.") == 2, "on the sheet, and before handing in"
    assert "In their words: “We seek no quarrel.”. This was yours." in said


def test_every_word_of_the_main_question_is_answered(strait):
    pages = {
        "news": "You were told",
        "history": "You have been told nothing yet.",
        "changes": "There is no turn before this one that you sat through.",
        "brief": "Keep the fishing accord alive.",
        "objectives": "20 now, wanted at most 35. Weight: 2.",
        "measures tension": "Arden and Brenmark: 20.",
        "measures opinion": "You know no figures called 'opinion' now.",
        "measures\n1": "Accused. An accusation by the second actor stands against the first.",
        "people": "Foreign Ministry of Arden, for Arden; this is you.",
        "ties": "Tidewire, Harbor towns: strong;",
        "claims": "You know of 1 claim.",
        "moves": "Closed: Leak a true secret. You do not hold it.",
        "sheet": "Your sheet is empty. It may hold 3 orders.",
        "help": "15. order: compose an order",
        "why": "Nothing that you know exactly has moved since your last turn.",
    }
    for word, page in pages.items():
        said = told(strait, f"{word}\n").split("What do you do?", 1)[1]
        assert page in said, word


def test_words_may_be_shortened_or_given_by_number(strait):
    whole = told(strait, "objectives\n")

    assert told(strait, "obj\n") == whole
    assert told(strait, "8\n") == whole


@pytest.mark.parametrize("typed", ["fire", "99", "0", "²", "order\x1b[2J", "x" * 5000, "🙂"])
def test_whatever_is_typed_is_answered_with_what_is_possible(strait, typed):
    said = told(strait, f"{typed}\nnews\n")

    assert re.search(r"one of these words|Type moves to hear them all|is left out", said)
    assert "You leave the table" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("typed", ["", "\n", "order\n", "order private\n", HAND_IN * 3, "quit\n"])
def test_input_that_ends_anywhere_ends_the_game_politely(strait, typed):
    at = table(strait)
    said = told(strait, typed, at=at)

    assert "You leave the table. Every turn that was played is in the journal." in said
    assert len(sheets(at)) == typed.count("done")


def test_orders_that_were_not_handed_in_are_mentioned_on_leaving(strait):
    said = told(strait, "order private plain\nyes\n1\n\n\n\n")

    assert said.endswith("1 order on your sheet had not been handed in.\n")


def test_an_order_can_be_taken_off_the_sheet(strait):
    at = table(strait)
    said = told(
        strait,
        "remove\norder harden\nyes\n\n\n\nremove 4\nremove 1\n" + HAND_IN,
        at=at,
    )

    assert "Type remove with the number of the order, 1 to 1." in said
    assert "The order is off your sheet." in said
    assert [order for order in sheets(at)[0] if order.seat == "ministry"] == []


def test_back_leads_from_every_question_to_the_one_before(strait):
    at = table(strait)
    typed = (
        "order mine\nyes\nback\nno\norder publish\nback\norder private plain\nyes\n1\nback\nno\n"
    )
    told(strait, typed + HAND_IN, at=at)

    assert [order for order in sheets(at)[0] if order.seat == "ministry"] == []


def test_what_is_paid_for_one_order_is_not_offered_for_the_next(strait):
    harden = "order harden\nyes\n\n\n\n"
    listen = "order listen audience)\nyes\n1\n\n\n\n"
    said = told(strait, harden + listen + "moves\n")

    assert "It leaves you 2 staff, 2 money and 4 political will." in said
    assert "Closed: Meet in person (to talk). It costs 3 staff, 2 money and 2 political" in said
    assert "Closed: Harden and train. It is on your sheet already." in said


def test_a_full_sheet_says_so(strait):
    listen = "order listen audience)\nyes\n1\n\n\n\n"
    again = "order listen audience)\nyes\n\n\n\n"  # one audience is left: nothing to choose
    message = "order private plain\nyes\n1\n\n\n\n"
    said = told(strait, listen + again + message + "order\nmoves\n")

    assert "Your sheet is full. Remove an order first: remove 1." in said
    assert "Closed: Harden and train. The sheet is full." in said


def test_what_moved_is_told_after_a_turn(strait):
    said = told(strait, "order harden\nyes\n\n\n\n" + HAND_IN + HAND_IN + "changes\n")

    assert re.search(r"\nDefense, Arden: 0\.\d+, up 0\.\d+ from 0\.\d+\.\n", said)


def test_texts_of_others_cannot_command_the_terminal(strait):
    at = table(strait, rival="person")
    rival = at.place("rival")
    menu = rival.look().menu
    candidate = next(
        int(place)
        for place in np.flatnonzero(menu.allowed()[0])
        if menu.order(int(place)).move.startswith("private_message.plain")
    )
    order = menu.order(candidate)
    object.__setattr__(order, "text", "mine\x1b]0;owned\x07 \u202edesrever")
    at.place("ministry").say([])
    assert rival.say([order]) == []
    said = told(strait, "", at=at)

    assert "In their words: “mine]0;owned desrever”" in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)


def test_a_secret_that_is_not_held_and_a_story_not_told_have_no_name_here(strait):
    typed = "claims\nmeasures\nback\nmoves\norder warn\nyes\nback\nno\nmeasures public\n"
    said = told(strait, typed)

    assert "You hold 0 secrets." in said
    assert "survey" not in said.lower()
    assert "survey" in told(strait, "claims\n", at=table(strait, rival="person"), seat="rival")


def test_the_pages_hold_plain_lines_without_boxes_or_color(strait):
    said = told(strait, "people\nties\nmoves\nmeasures\nback\nhelp\n" + HAND_IN)

    assert not re.search(r"[\x1b\t│┃─━═╔┌|]|  ", said)


def test_a_sealed_sheet_waits_for_the_others_and_the_game_goes_on_by_itself(strait):
    at = table(strait, rival="person")
    typed = iter([*HAND_IN.splitlines(), "order", "news", "news"])

    def typing():
        for line in typed:
            if line == "news":
                at.place("rival").say([])
            yield f"{line}\n"

    out = io.StringIO()
    play(at.place("ministry"), typing(), out)

    assert "Your sheet is sealed. The turn is played when those of all are in." in out.getvalue()
    assert "Your sheet is sealed and waits for those of the others." in out.getvalue()
    assert "Turn 1, your sheet is sealed. What do you read meanwhile?" in out.getvalue()
    assert "Turn 2, orders 0 of 3. What do you do?" in out.getvalue()


def test_people_at_one_keyboard_take_turns_to_the_end(strait):
    at = table(strait, rival="person")
    out = io.StringIO()
    one = "\n" + HAND_IN
    play_in_turns([at.place("ministry"), at.place("rival")], io.StringIO(one * 16 + "\n\n"), out)

    said = out.getvalue()
    assert said.count("Now Foreign Ministry of Arden. When the others look away, press Enter.") == 9
    assert said.count("The game has ended.\n") == 2
    assert len(sheets(at)) == 8


def test_a_listener_that_goes_away_ends_the_game_without_a_word(strait):
    class Closed(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

    at = table(strait)
    play(at.place("ministry"), io.StringIO(HAND_IN), Closed())
    assert sheets(at) == []


def test_text_play_loads_no_pygame():
    asked = "import sys, game.ui.terminal; print([m for m in sys.modules if 'pygame' in m])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout == "[]\n"


def test_a_seat_in_text_has_every_function_of_the_desk(strait):
    """Forecast, ladder with ways down, feed with filters, recap, marks, words: in one game."""
    at = table(strait)
    said = told(
        strait,
        "ladder\nforecast\norder private plain\nyes\nbrenmark\nWe talk.\ncalm\nthey answer\n70\n"
        "forecast\nmark The call\n"
        + HAND_IN
        + "recap\nfeed\nfeed ours\nfeed find call\nties harbor\n"
        "words undertaking\nmark\nback\n",
        at=at,
    )

    assert "Arden and Brenmark: rung 3 of 10, Open dispute." in said
    assert "Way down: " in said
    assert said.count("made up from what you know. It is no promise.") == 2
    assert "In figures: " in said
    assert "Marked. No other seat hears of it before the debrief." in said
    assert "Your orders of turn 1:" in said
    assert "Filters: all, official, leaks, injects, ours." in said
    assert "Tidewire, Harbor towns: strong;" in said
    assert "Undertaking: What parties may sign" in said
    marks = [row.data["text"] for row in at.journal.reading().records if hasattr(row, "data")]
    assert marks == ["The call"]


def test_every_word_of_the_main_question_is_explained(strait):
    said = told(strait, "help\n")

    for place, word in enumerate(verbs.WORDS, start=1):
        assert f"{place}. {word}: " in said
