"""One laptop, several people: PINs, whose turn it is, the clock of a sitting, sealed sheets."""

import json
import stat
from dataclasses import fields
from pathlib import Path

import pytest

from game.engine.journal import TurnRecord
from game.scenario import load
from game.session import Clock, HotSeat, NotDone, Pins, WrongPin, begin, resume, verify

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
TWO = {"ministry": "person", "rival": "person"}


class Hands:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.journal"


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def table(strait, path):
    table = begin(strait, 7, TWO, path)
    yield table
    table.close()


@pytest.fixture
def door(table, path, hands):
    door = HotSeat(table, Pins(path), led=True, tell=hands)
    door.choose("ministry", "1234")
    door.choose("rival", "5678")
    return door


# ------------------------------------------------------------------------------------ pins


def test_a_place_is_given_out_for_its_own_pin_only(door):
    assert door.open("ministry", "1234").look().booklet.seat == "ministry"
    with pytest.raises(WrongPin, match="2 tries left"):
        door.open("rival", "1234")
    assert door.open("rival", "5678").look().booklet.seat == "rival"
    assert door.left("rival") == 3


@pytest.mark.parametrize("pin", ["١٢٣٤", "１２３４", "१२३४"])
def test_digits_of_any_script_are_the_same_digits(door, pin):
    assert door.open("ministry", pin).look().booklet.seat == "ministry"


@pytest.mark.parametrize("pin", ["123", "12345", "", "abcd", "12a4"])
def test_a_pin_has_four_digits(table, pin):
    with pytest.raises(WrongPin, match="four digits"):
        Pins(None).choose("ministry", pin)


def test_a_pin_is_kept_only_as_a_salted_hash_for_its_owners_eyes(door, path):
    file = path.with_name("game.journal.pins")
    rows = json.loads(file.read_text())

    assert "1234" not in file.read_text().replace(rows["ministry"]["salt"], "").replace(
        rows["ministry"]["hash"], ""
    )
    assert rows["ministry"]["salt"] != rows["rival"]["salt"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"scrypt" not in path.read_bytes()


def test_three_wrong_tries_shut_the_door_also_for_the_right_pin_and_after_a_restart(
    door, table, path, hands
):
    for _ in range(3):
        with pytest.raises(WrongPin):
            door.open("ministry", "0000")
    with pytest.raises(WrongPin, match="closed for 5 min"):
        door.open("ministry", "1234")
    again = HotSeat(table, Pins(path), tell=hands)
    with pytest.raises(WrongPin, match="closed for 5 min"):
        again.open("ministry", "1234")
    hands.now += 301
    assert again.open("ministry", "1234").look().booklet.seat == "ministry"


def test_with_a_facilitator_only_the_facilitator_opens_a_shut_door(door, hands):
    door.lead("9999")
    for _ in range(3):
        with pytest.raises(WrongPin):
            door.open("ministry", "0000")
    hands.now += 10_000
    with pytest.raises(WrongPin, match="the facilitator opens this seat"):
        door.open("ministry", "1234")
    with pytest.raises(WrongPin, match="not the facilitator’s"):
        door.lead("1234")
    door.lead("9999")
    door.free("ministry")
    assert not door.chosen("ministry")
    door.choose("ministry", "4321")
    assert door.open("ministry", "4321")


def test_nobody_makes_a_facilitator_of_a_game_that_seats_began_without_one(table, path):
    """F9 and four digits of one's own showed everything to any seat."""
    door = HotSeat(table, Pins(path))
    door.choose("ministry", "1234")
    with pytest.raises(WrongPin, match="no facilitator"):
        door.lead("9999")
    assert not door.led

    started_again = HotSeat(table, Pins(path), led=True)
    assert started_again.lead("9999")


def test_after_three_wrong_tries_the_facilitators_door_makes_wait(door, hands):
    door.lead("9999")
    for _ in range(3):
        with pytest.raises(WrongPin, match="not the facilitator’s"):
            door.lead("0000")
    with pytest.raises(WrongPin, match="half a minute"):
        door.lead("9999")
    hands.now += 31
    assert door.lead("9999")


def test_a_chosen_pin_is_not_chosen_again_by_somebody_else(door):
    with pytest.raises(WrongPin, match="already"):
        door.choose("ministry", "0000")


def test_a_damaged_file_of_pins_makes_every_seat_choose_anew(strait, path):
    path.with_name("game.journal.pins").write_text("{")
    assert not Pins(path).chosen("ministry")


# ---------------------------------------------------------------------------------- turns


def test_seats_sit_down_one_after_the_other_and_sheets_stay_sealed(door):
    assert [(chair.seat, chair.state) for chair in door.chairs()] == [
        ("ministry", "now"),
        ("rival", "waiting"),
    ]
    door.open("ministry", "1234").say([])
    door.fall()
    assert [chair.state for chair in door.chairs()] == ["sealed", "now"]
    assert door.turn == (1, 8)
    door.open("rival", "5678").say([])
    door.fall()
    assert door.turn == (2, 8)
    assert door.next() == "ministry"


def test_the_curtain_knows_nothing_that_a_seat_knows(door):
    names = {field.name for chair in door.chairs() for field in fields(chair)}

    assert names == {"seat", "name", "actor", "state", "policy"}
    assert "table" not in [name for name in dir(door) if not name.startswith("_")]


def test_after_the_end_each_seat_sees_it_once_in_private(door):
    while not door.ended:
        for seat, pin in (("ministry", "1234"), ("rival", "5678")):
            door.open(seat, pin).say([])
            door.fall()
    assert door.next() == "ministry"
    assert door.open("ministry", "1234").look().ended[0]
    door.fall()
    assert door.next() == "rival"
    door.open("rival", "5678")
    door.fall()
    assert door.next() == ""


def test_pins_are_forgotten_when_the_game_is_over(door, path):
    while not door.ended:
        for seat, pin in (("ministry", "1234"), ("rival", "5678")):
            door.open(seat, pin).say([])
    door.close()
    assert not path.with_name("game.journal.pins").exists()


# ---------------------------------------------------------------------------------- clock


def test_time_runs_only_while_somebody_sits(table, door, hands):
    table.clock = Clock(600, tell=hands)
    hands.now = 50
    assert door.clock.left == 600
    door.open("ministry", "1234")
    hands.now += 100
    door.fall()
    hands.now += 1000
    assert door.clock.left == 500
    door.open("ministry", "1234")
    hands.now += 100
    assert door.clock.left == 400
    door.fall()
    door.open("rival", "5678")
    assert door.clock.left == 600


@pytest.mark.parametrize(("when_over", "sealed"), [("decide", False), ("empty", True)])
def test_when_a_sittings_time_is_up(strait, path, table, door, hands, when_over, sealed):
    table.clock = Clock(600, when_over, tell=hands)
    door.open("ministry", "1234")
    hands.now += 599
    assert door.tick() == ""
    hands.now += 1
    assert door.tick() == when_over
    assert ("ministry" in table.sealed) == sealed
    if sealed:
        assert door.tick() == ""
        assert table.game.hands[-1].data == {"missing": ["ministry"]}
        door.open("rival", "5678").say([])
        table.close()
        assert verify(path, strait).good


def test_a_game_taken_up_again_keeps_pins_and_sealed_sheets_with_its_clock_stopped(
    strait, table, door, path
):
    door.open("ministry", "1234").say([])
    table.close()

    taken_up = resume(strait, path)
    again = HotSeat(taken_up, Pins(path))
    assert [chair.state for chair in again.chairs()] == ["sealed", "now"]
    assert not again.clock.runs
    again.open("rival", "5678").say([])
    [turn] = [row for row in taken_up.journal.reading().records if isinstance(row, TurnRecord)]
    assert turn.turn == 1
    taken_up.close()


# --------------------------------------------------------------------------- facilitating


def test_seats_that_a_stand_in_plays_are_passed_over(door):
    lead = door.lead("9999")
    lead.give_seat("ministry", "idle", "Left the room.")

    assert [(chair.state, chair.policy) for chair in door.chairs()] == [
        ("policy", "idle"),
        ("now", ""),
    ]
    with pytest.raises(NotDone, match="held so already"):
        lead.give_seat("ministry", "idle")
