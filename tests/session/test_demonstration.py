"""A game that plays itself tells who did what, what it changed and why, and how it ended."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.journal import Intervention, TurnRecord
from game.engine.orders import Order
from game.scenario import find, load
from game.session import Journal, account, begin, demonstration, dump, watch

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
CHANGE = re.compile(r"(?:rose|fell) from (\S+) to (\S+): (.*)\.$")


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture(scope="module")
def blackout():
    return list(demonstration(load(find("blackout")), 7))


def test_every_turn_is_told_and_so_is_the_end(strait):
    lines = list(demonstration(strait, 7))

    for turn in range(1, 9):
        assert f"Turn {turn} of 8." in lines
    assert any(line.startswith("The game ended after turn ") for line in lines)
    assert any(re.match(r"Foreign Ministry of Arden reached \d+ of 100\.", line) for line in lines)


def test_the_flagship_is_told_with_deeds_happenings_and_causes(blackout):
    assert any(line.startswith("It happens: Dravenna, 12:10.") for line in blackout)
    assert any(line.startswith("Foreign Ministry of Tessaly: ") for line in blackout)
    assert sum(bool(CHANGE.search(line)) for line in blackout) > 20
    assert any(re.search(r": .* by [A-Z].* [+-]\d", line) for line in blackout)


def test_the_causes_of_a_change_add_up_to_it(blackout):
    found = [CHANGE.search(line) for line in blackout]
    for before, after, causes in (match.groups() for match in found if match):
        amounts = [float(cause.rsplit(" ", 1)[1]) for cause in causes.split("; ")]

        assert sum(amounts) == pytest.approx(float(after) - float(before), rel=0.02, abs=0.2)


def test_the_same_seed_tells_the_same_story_and_another_one_does_not(strait):
    lines = list(demonstration(strait, 7))

    assert list(demonstration(strait, 7)) == lines
    assert list(demonstration(strait, 8)) != lines


def test_what_is_told_is_the_game_that_a_table_of_stand_ins_plays(strait):
    table = begin(strait, 7, {})
    while not table.game.ended:
        table.advance()
    lines = list(demonstration(strait, 7))

    end = next(line for line in lines if line.startswith("The game ended after turn "))
    assert end.startswith(f"The game ended after turn {table.game.completed}.")
    orders = [o for row in table.journal.reading().records for o in getattr(row, "orders", ())]
    told = [line for line in lines if re.match(r"(Foreign Ministry of Arden|Brenmark): ", line)]
    assert len(told) == len(orders)


def test_other_stand_ins_may_be_asked_for(strait):
    lines = list(demonstration(strait, 7, {"ministry": "idle", "rival": "idle"}))

    assert lines.count("Brenmark gives no order.") == 8


def test_every_line_is_one_line(blackout):
    assert all(line == " ".join(line.split()) for line in blackout)


def test_a_game_is_watched_from_a_seat_at_its_start_in_its_middle_and_at_its_end(strait):
    turns = {}
    for name, place in watch(strait, 7, "rival"):
        seen = place.look()
        turns[name] = (seen.booklet.seat, seen.turn, bool(seen.ended[0]))
        assert place.hear() == place.hear()
        assert place.say([]) == ["This is a demonstration: a stand-in plays this seat."]

    assert list(turns) == ["turn-01", "turn-04", "ending"]
    assert turns["turn-04"] == ("rival", 4, False)
    assert turns["ending"][2]


def test_nobody_watches_from_a_seat_that_is_not_there(strait):
    with pytest.raises(ValueError, match="strait has no seat 'navy'; it has ministry, rival"):
        list(watch(strait, 7, "navy"))


# --- the account of a journal --------------------------------------------------------------------


def played(strait, path, turns):
    """A journal in which a person writes, and the facilitator fires an inject."""
    table = begin(strait, 7, {"ministry": "person"}, path)
    place = table.place("ministry")
    table.intervene("fire", "tanker", by="Facilitator", why="Too calm.")
    for _ in range(turns):
        menu = place.look().menu
        order = menu.order(int(menu.allowed()[0].argmax()))
        said = replace(order, text="We\nlook.", intent="calm", expects="peace", confidence=0.6)
        assert place.say([said]) == []
    table.close()
    return path


def test_the_account_of_a_journal_tells_what_people_wrote_and_who_intervened(strait, tmp_path):
    lines = list(account(played(strait, tmp_path / "game", 8), strait))

    assert "Foreign Ministry of Arden is played by a person." in lines
    assert "Facilitator gives the inject tanker by hand. Why: Too calm." in lines
    words = " In words: “We look.”. Intent: “calm”. Expected: “peace”. Confidence: 60 percent."
    assert sum(words in line for line in lines) == 8
    second = lines[lines.index("Turn 2 of 8.") :]
    assert second[1] == "It happens: A tanker has stopped answering."
    assert any(line.startswith("The game ended after turn 8.") for line in lines)


def test_a_game_that_was_left_is_told_as_far_as_it_went(strait, tmp_path):
    lines = list(account(played(strait, tmp_path / "game", 2), strait))

    assert lines[-1] == "The game has not ended: turn 3 is still to be played."


def test_the_account_of_stand_ins_is_that_of_their_demonstration(strait, tmp_path):
    table = begin(strait, 7, {}, tmp_path / "game")
    while not table.game.ended:
        table.advance()
    table.close()

    told = list(account(tmp_path / "game", strait))
    shown = list(demonstration(strait, 7))
    assert told[2:] == shown[2:]


def test_a_strangers_journal_cannot_command_the_terminal(strait, tmp_path):
    header = begin(strait, 7, {"ministry": "person"}).game.header
    said = "red \x1b[31m\x9b2J\u202e\nend"
    order = Order("ministry", "private_message.plain", target="brenmark", text=said)
    with Journal.create(tmp_path / "game", header) as journal:
        journal.append(Intervention(1, "note", by="\x1b]0;me\x07", why=said))
        journal.append(TurnRecord(1, (order,)))

    for line in [*account(tmp_path / "game", strait), *dump(tmp_path / "game")]:
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)
    [dumped] = [row for row in map(json.loads, dump(tmp_path / "game")) if row["kind"] == "turn"]
    assert dumped["orders"][0]["text"] == said
