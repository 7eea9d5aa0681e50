"""Several people at one keyboard in text: PINs, the curtain, the facilitator's words."""

import io
from pathlib import Path

import pytest

from game.cli.playing import _play_in_text
from game.scenario import load
from game.session import Clock, HotSeat, Pins, begin
from game.ui.terminal import share

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
HAND_IN = "done\nyes\n"


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def played(strait, typed, *, led=False, clock=None, path=None):
    table = begin(strait, 7, {"ministry": "person", "rival": "person"}, path)
    if clock is not None:
        table.clock = clock
    out = io.StringIO()
    share(HotSeat(table, Pins(path)), io.StringIO(typed), out, led=led)
    return table, out.getvalue()


def test_each_seat_chooses_a_pin_and_the_game_goes_to_its_end(strait):
    first = f"1234\n1234\n{HAND_IN}5678\n5678\n{HAND_IN}"
    table, said = played(strait, first + f"1234\n{HAND_IN}5678\n{HAND_IN}" * 7 + "1234\n5678\n")

    assert table.game.ended
    assert said.count("The game has ended.") == 2
    assert "all have seen its end" in said
    assert "Now Foreign Ministry of Arden. Others, please look away." in said


def test_a_wrong_pin_lets_nobody_in(strait):
    table, said = played(strait, f"1234\n1235\n1234\n1234\n{HAND_IN}5678\n5678\n{HAND_IN}5678\n\n")

    assert "Those were not the same digits" in said
    assert "That is not this seat’s PIN. 2 tries left." in said
    assert table.game.completed == 1


def test_what_a_seat_reads_ends_where_the_next_one_begins(strait):
    _, said = played(strait, f"1234\n1234\nbrief long\n{HAND_IN}5678\n5678\nbrief long\n")
    mine, _, other = said.partition("Now Brenmark.")

    assert "Keep the fishing accord alive." in mine
    assert "Keep the fishing accord alive." not in other


def test_the_facilitator_leads_in_words(strait, tmp_path):
    words = (
        "9999\nhelp\nseats\nrunbook\ntruth ministry\nlog\nmark We wait.\nfire tanker\n"
        "hold tanker\nEnough.\nset 60 tension arden brenmark\nThe room said so.\nset many tension\n"
        "set 60 courage\nwrite\nA note.\nRadio\nrival\n- {shift: tensoin, by: 1}\n"
        "write\nA note.\nRadio\nrival\n- {shift: market, by: -1}\ngive rival idle\nclock 10\n"
        "more\npause\nresume\nlog\nsheet rival\nskip\nLate.\nrewind 1\nback\n"
    )
    table, said = played(strait, words, led=True, path=tmp_path / "game.journal")
    done = [one.kind for one in table.game.hands]

    assert done == ["mark", "give", "set", "write", "seat", "skip"]
    assert "of Foreign Ministry of Arden would not be met" in said
    assert "This inject has been given already." in said
    assert "There is no number 'courage' to set." in said
    assert "That is not clear: set" in said
    assert "effects:1" in said
    assert "The branch is kept: game-turn-1.journal." in said
    assert table.game.completed == 1


def test_the_facilitator_is_called_at_any_pin_and_asked_for_one(strait):
    typed = "facilitator\n9999\nback\n1234\n1234\nnews\nquit\n"
    table, said = played(strait, typed)

    assert "everything is visible here" in said
    assert "You leave the table." in said
    assert table.game.completed == 0


def test_when_a_sittings_time_is_up_no_order_is_given(strait):
    now = iter(range(0, 100_000, 50))
    clock = Clock(60, "empty", tell=lambda: next(now))
    table, said = played(strait, "1234\n1234\nnews\nnews\nnews\n", clock=clock)

    assert "Your time is up: no order of yours is given in this turn." in said
    assert "ministry" in table.sealed


def test_a_shared_game_that_is_gone_on_with_still_asks_for_the_pin(
    strait, tmp_path, monkeypatch, capsys
):
    """`play --text --journal FILE` opened the first seat's desk to whoever typed it."""
    path = tmp_path / "game.journal"
    table, _ = played(strait, "1234\n1234\nquit\n", path=path)
    table.close()
    monkeypatch.setattr("sys.stdin", io.StringIO("brief long\n\n"))

    _play_in_text(strait, ["ministry"], None, path, {}, led=False)

    said = capsys.readouterr().out
    assert "Your four digits" in said
    assert "Keep the fishing accord alive." not in said


def test_in_a_game_without_a_facilitator_the_word_opens_no_door(strait):
    typed = f"1234\n1234\n{HAND_IN}facilitator\n\n5678\n5678\nquit\n"
    _, said = played(strait, typed)

    assert "This game has no facilitator." in said
    assert "everything is visible here" not in said
