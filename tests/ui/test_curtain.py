"""The curtain between seats that share a laptop: driven by keys, read from the tree."""

from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest

from game.scenario import load
from game.session import Clock, HotSeat, Pins, begin
from game.ui.screens.curtain import Curtain, Doors
from game.ui.sharing import Sharing
from game.ui.testing import Driver
from game.ui.widgets import clipboard

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
PINS = {"ministry": "1234", "rival": "5678"}


@dataclass
class Room:
    """A window that two people share, and what lies behind it."""

    driver: Driver
    door: HotSeat
    table: object
    sharing: Sharing

    @property
    def closed(self):
        return isinstance(self.driver.stage.layers[0].screen, Curtain)

    @property
    def name(self):
        return self.driver.find("curtain/name").value

    @property
    def line(self):
        return self.driver.find("curtain/line").value

    def type(self, digits):
        for digit in digits:
            self.driver.type(digit)

    def enter(self, seat, *, first=False):
        for _ in range(2 if first else 1):
            self.type(PINS[seat])

    def hand_in(self):
        if "briefing" in type(self.driver.stage.layers[0].screen).__name__.lower():
            self.driver.press("enter")
        while len(self.driver.stage.layers) > 1:
            self.driver.press("enter")
        self.driver.press("ctrl+shift+enter", "enter")


def room_of(scenario, seats, **more):
    table = begin(scenario, 7, seats)
    table.clock = more.pop("clock", Clock(900))
    door = HotSeat(table, Pins())
    nowhere = Doors(seat=lambda *_: None, lead=lambda _: None, out=lambda: None)
    driver = Driver(screen=Curtain(door, nowhere), **more)
    sharing = Sharing(driver.board, door)
    driver.draw()
    return Room(driver, door, table, sharing)


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture
def room(strait):
    return room_of(strait, dict.fromkeys(PINS, "person"))


# -------------------------------------------------------------------------------- the door


def test_a_pin_is_chosen_twice_and_opens_the_desk_at_its_last_digit(room):
    assert room.name == "Foreign Ministry of Arden"
    assert "Choose four digits" in room.line
    room.type("1234")
    assert "Once more" in room.line
    room.type("123")
    assert room.closed
    room.type("4")
    assert not room.closed
    assert room.door.chosen("ministry")


def test_two_different_choices_are_no_choice(room):
    room.type("1234")
    room.type("1243")
    assert "not the same digits" in room.line
    assert room.driver.find("curtain/line").role == "alert"
    room.type("1234")
    room.type("1234")
    assert not room.closed


def test_digits_are_shown_as_dots_and_stand_nowhere_in_the_tree(room):
    room.type("90")
    assert room.driver.find("curtain/pin").value == "2 / 4"
    assert "90" not in str(room.driver.stage.tree())
    assert not any("90" in text for text in room.driver.texts())
    assert room.driver.find("curtain/open").disabled == "2 more digits"
    room.driver.press("backspace")
    assert room.driver.find("curtain/pin").value == "1 / 4"


def test_digits_are_heard_wherever_the_focus_is_and_in_any_script(room):
    room.driver.go("curtain/forgotten")
    room.type("١٢٣٤")
    room.type("१२३४")
    assert not room.closed


def test_f9_makes_no_facilitator_of_a_game_begun_without_one(room):
    room.enter("ministry", first=True)
    room.driver.press("f9")
    room.driver.press("f9")
    assert "no facilitator" in room.line
    room.type("9999")
    room.type("9999")
    assert room.closed
    assert not room.door.led


def test_the_curtain_takes_a_seats_text_off_the_clipboard_and_no_other(room):
    room.enter("ministry", first=True)
    clipboard.put("the survey ship was ours")
    if not clipboard.get():
        pytest.skip("no clipboard")
    room.driver.press("ctrl+l")
    assert not clipboard.get()
    pygame.scrap.put_text("from another program")
    room.enter("ministry")
    room.driver.press("ctrl+l")
    assert clipboard.get() == "from another program"


def test_three_wrong_tries_shut_the_door_and_the_boxes_go(room):
    room.enter("ministry", first=True)
    room.driver.press("ctrl+l")
    for left in ("2 tries left", "1 try left"):
        room.type("0000")
        assert left in room.line
    room.type("0000")
    assert "closed for 5 min" in room.line
    assert room.driver.stage.top.find("curtain/pin") is None
    room.type("1234")
    assert room.closed


def test_escape_does_nothing_and_tab_reaches_all(room):
    room.driver.press("esc")
    assert room.closed
    stops = [widget.id for widget in room.driver.stage.stops()]
    assert stops == ["curtain/pin", "curtain/open", "curtain/forgotten"]
    for stop in stops:
        room.driver.go(stop)


# ---------------------------------------------------------------------------- up and down


@pytest.mark.parametrize("then", [[], ["/"], ["ctrl+shift+enter"], ["m"], ["?"], ["esc"]])
def test_ctrl_l_drops_the_curtain_at_once_from_anywhere(room, then):
    room.enter("ministry", first=True)
    room.driver.press("enter", *then, "ctrl+l")

    assert room.closed
    assert len(room.driver.stage.layers) == 1


def test_what_was_begun_lies_as_it_was_left_when_the_curtain_rises_again(room):
    room.enter("ministry", first=True)
    room.driver.press("enter", "/").type("private").press("enter")
    draft = room.sharing.app.work.draft
    room.driver.press("ctrl+l")
    room.enter("ministry")

    assert room.sharing.app.work.draft == draft
    assert draft.deed


def test_handing_in_drops_the_curtain_for_the_next_seat(room):
    room.enter("ministry", first=True)
    room.hand_in()
    assert room.closed
    assert room.name == "Brenmark"
    states = [w.value for w in room.driver.stage.top.all() if w.id.startswith("curtain/seat/")]
    assert states == ["Sealed", "Now"]


def test_the_turn_is_told_to_each_seat_in_private_after_its_own_pin(room):
    room.enter("ministry", first=True)
    room.hand_in()
    room.enter("rival", first=True)
    room.hand_in()
    assert room.closed
    assert room.name == "Foreign Ministry of Arden"
    assert room.driver.find("curtain/turn").value == "Turn 2 of 8"
    room.enter("ministry")
    assert room.sharing.app.work.now.turn == 2
    assert room.sharing.app.work.booklet.seat == "ministry"


def test_a_clock_runs_down_only_behind_the_curtain_and_may_hand_in(strait):
    now = [0.0]
    clock = Clock(60, "empty", tell=lambda: now[0])
    room = room_of(strait, dict.fromkeys(PINS, "person"), clock=clock)
    now[0] = 100.0
    room.driver.board.tick(1.0)
    assert room.driver.find("curtain/clock").value == "01:00"
    room.enter("ministry", first=True)
    now[0] = 161.0
    room.driver.board.tick(2.0)
    room.driver.draw()
    assert room.closed
    assert room.name == "Brenmark"


def test_a_whole_game_ends_with_each_seat_at_its_own_ending(room):
    room.enter("ministry", first=True)
    room.hand_in()
    room.enter("rival", first=True)
    room.hand_in()
    while not room.door.ended:
        for seat in PINS:
            room.enter(seat)
            room.hand_in()
    for seat in PINS:
        assert room.closed
        room.enter(seat)
        assert type(room.driver.stage.layers[0].screen).__name__ == "Ending"
        room.driver.press("ctrl+l")
    assert room.name == "All have seen the end"
    room.driver.press("enter")
    assert room.driver.stage.done


# --------------------------------------------------------------------- no secret of another


def shown(room):
    """All that the window now says: the tree, and every text that was painted."""
    return str(room.driver.stage.tree()) + "\n".join(room.driver.texts())


def test_no_secret_of_another_seat_is_ever_shown_or_in_the_tree():
    scenario = load("blackout")
    seats = ("ministry", "palace", "committee")
    room = room_of(scenario, dict.fromkeys(seats, "person"))
    content = scenario.content
    actor = {seat: content.seats[seat].actor for seat in seats}
    words = {seat: f"Xyzzy{number}{seat}" for number, seat in enumerate(seats)}
    held = {
        scenario.say(secret.text): {
            seat for seat in seats if actor[seat] in (secret.of, *secret.holders)
        }
        for secret in content.secrets.values()
    }
    briefs = {seat: scenario.say(content.seats[seat].brief)[:60] for seat in seats}
    assert len(held) > 3

    def clean(*, but=""):
        seen = " ".join(shown(room).split())
        for text, keepers in held.items():
            assert but in keepers or " ".join(text.split()) not in seen, (but, text)
        for seat in seats:
            if seat != but:
                assert briefs[seat] not in seen, (but, seat)
                assert words[seat] not in seen, (but, seat)

    for turn in range(2):
        for _ in seats:
            clean()
            seat = room.door.next()
            PINS[seat] = "4321"
            room.enter(seat, first=turn == 0)
            clean(but=seat)
            if "Briefing" in type(room.driver.stage.layers[0].screen).__name__:
                for key in ("1", "2", "3", "4"):
                    room.driver.press(key)
                    clean(but=seat)
                room.driver.press("enter")
            while len(room.driver.stage.layers) > 1:
                clean(but=seat)
                room.driver.press("enter")
            room.driver.press("/").type(words[seat])
            clean(but=seat)
            room.driver.press("ctrl+l")
            clean()
            room.enter(seat)
            room.hand_in()
            clean()
