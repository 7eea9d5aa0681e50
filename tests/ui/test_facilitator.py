"""The facilitator's page: driven by keys, read from the tree, proved by the journal."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from game.scenario import load
from game.session import Clock, HotSeat, Pins, begin
from game.ui.screens.curtain import Curtain, Doors
from game.ui.screens.facilitator import Facilitator
from game.ui.sharing import Sharing
from game.ui.testing import Driver

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
SEATS = ("ministry", "rival")


@dataclass
class Room:
    driver: Driver
    table: object
    sharing: Sharing
    door: HotSeat

    @property
    def page(self):
        return self.driver.stage.layers[0].screen

    @property
    def log(self):
        return [done.kind for done in self.table.game.hands]

    def find(self, name):
        return self.driver.find(name)

    def press(self, *keys):
        self.driver.press(*keys)
        return self

    def write(self, name, text):
        self.driver.go(name).type(text)
        return self


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


def room_of(strait, path=None, **more):
    table = begin(strait, 7, dict.fromkeys(SEATS, "person"), path)
    table.clock = Clock(900)
    door = HotSeat(table, Pins(path))
    nowhere = Doors(seat=lambda *_: None, lead=lambda _: None, out=lambda: None)
    driver = Driver(screen=Curtain(door, nowhere), **more)
    room = Room(driver, table, Sharing(driver.board, door, led=True), door)
    for digit in "99999999":  # chosen twice
        driver.type(digit)
    driver.draw()
    return room


@pytest.fixture
def room(strait):
    return room_of(strait)


def some(table, seat):
    menu = table.place(seat).look().menu
    return menu.order(int(np.flatnonzero(menu.allowed()[0])[0]))


def test_the_page_opens_with_its_own_pin_and_closes_behind_the_curtain(room):
    assert isinstance(room.page, Facilitator)
    room.press("esc")
    assert isinstance(room.page, Curtain)
    room.press("f9")
    for digit in "0000":
        room.driver.type(digit)
    assert "not the facilitator" in room.find("curtain/line").value
    for digit in "9999":
        room.driver.type(digit)
    assert isinstance(room.page, Facilitator)


def test_f8_pauses_and_goes_on_and_the_frame_says_so(room):
    assert room.find("white/state").value == "Between seats"
    room.press("f8")
    assert room.table.paused
    assert room.find("white/state").value == "Paused by you, 00:00"
    assert room.find("white/frame").role == "decoration"
    room.press("f8")
    assert not room.table.paused
    assert room.driver.stage.top.find("white/frame") is None


def test_plus_gives_two_minutes(room):
    room.driver.type("+")
    assert room.find("white/clock").value == "17:00"


def test_t_sets_the_clock(room):
    room.press("t").driver.go("ask/minutes").press("ctrl+a").type("soon")
    room.press("enter")
    assert room.find("ask/wrong").value == "Write a number."
    room.driver.go("ask/minutes").press("ctrl+a").type("7,5")
    room.press("enter")
    assert room.find("white/clock").value == "07:30"


def test_skip_names_who_has_not_handed_in_and_asks_first(room):
    room.table.hand_in("ministry", [])
    room.press("ctrl+right")
    assert "1 seat has not handed in" in room.find("ask/about").value
    assert "Brenmark" in room.find("ask/about").value
    room.press("esc")
    assert room.table.game.completed == 0
    room.press("ctrl+right").write("ask/why", "No time.").press("enter")
    assert room.table.game.completed == 1
    assert room.log == ["skip"]


def test_b_marks_a_moment_and_an_empty_one_is_refused(room):
    assert "Press B" in room.find("white/no-marks").value
    room.press("b", "enter")
    assert room.find("ask/wrong").value == "Write some words to go on."
    room.write("ask/text", "They argue.").press("enter")
    assert room.log == ["mark"]
    assert "They argue." in room.driver.texts()


def test_the_runbook_is_fired_held_edited_and_released_by_letters(room):
    room.press("h").write("ask/why", "One more turn.").press("enter")
    assert room.find("white/inject/detail").value.startswith("held: “One more turn.”")
    room.press("h")
    assert room.log == ["hold", "release"]
    room.press("e")
    assert room.find("ask/text").value == "A tanker has stopped answering."
    room.driver.go("ask/text").press("ctrl+a").type("Two tankers.")
    room.driver.press("ctrl+enter")
    assert room.find("white/inject/text").value == "Two tankers."
    room.press("f")
    assert room.log[-2:] == ["edit", "give"]
    assert room.find("white/fire").disabled == "It has been given."
    assert [told.text for told in room.table.place("ministry").hear()] == ["Two tankers."]


def test_an_inject_is_written_for_one_seat_and_bad_effects_are_explained(room):
    room.press("n").write("ask/text", "The port is closed.")
    room.driver.go("ask/to/rival").press("space")
    room.write("ask/effects", "- {shift: tensoin, by: 5}").driver.press("ctrl+enter")
    assert "effects:1" in room.find("ask/wrong").value
    room.driver.go("ask/effects").press("ctrl+a").type("- {shift: market, by: -5}")
    room.driver.press("ctrl+enter")
    assert room.log == ["write"]
    assert room.table.game.hands[0].data["to"] == ["rival"]
    assert room.table.place("ministry").hear() == []
    assert any("The port is closed." in text for text in room.driver.texts())


def test_the_mouse_reaches_the_page_through_the_amber_frame(room):
    room.driver.go("white/truth")
    room.press("o").driver.type("40")
    room.write("white/override/why", "Played by the room.")
    assert room.find("white/frame")
    room.driver.click("white/override/do")
    assert room.log == ["set"]


def test_a_number_is_taken_from_the_table_seen_ahead_and_set_with_a_reason(room):
    key = "tension/arden/brenmark"
    rows = room.find("white/truth").rows
    assert rows[0].key == key
    room.driver.go("white/truth")
    room.press("o")
    assert room.driver.focus == "white/override/to"
    assert room.find("white/override/now").value == "20"
    room.driver.type("90")
    room.driver.draw()
    said = room.find("white/override/foreseen").value
    assert "of Foreign Ministry of Arden would not be met" in said
    room.press("enter")
    assert room.find("white/override/wrong").value == "Write a reason to go on."
    assert room.find("white/override/why").error
    room.write("white/override/why", "Played by the room.")
    room.driver.go("white/override/do").press("enter")
    assert room.log == ["set"]
    assert room.page.form.measure == ()
    room.driver.click("notice/0/act")  # undo
    assert room.log == ["set", "set"]
    assert room.table.game.hands[1].data["to"] == 20


@pytest.mark.parametrize(("typed", "said"), [("many", "Write a number."), ("101", "from 0 to 100")])
def test_what_is_no_number_is_refused(room, typed, said):
    room.driver.go("white/truth")
    room.press("o").driver.type(typed)
    room.driver.draw()
    assert said in room.find("white/override/foreseen").value


def test_an_order_is_struck_from_a_sealed_sheet(room):
    room.table.hand_in("ministry", [some(room.table, "ministry")])
    room.driver.stage.dirty = True
    room.driver.draw()
    room.driver.go("white/override/what").press("enter", "down", "enter")
    room.driver.go("white/override/which").press("enter", "enter")
    assert "told that it was struck" in room.find("white/override/foreseen").value
    room.write("white/override/why", "A slip.").driver.go("white/override/do").press("enter")
    assert room.log == ["order"]
    assert room.table.sealed["ministry"] == ()


def test_digits_and_v_choose_whose_view_stands_beside_the_truth(room):
    assert room.find("white/truth-panel").aside == "Foreign Ministry of Arden"
    room.press("2")
    assert room.find("white/truth-panel").aside == "Brenmark"
    room.press("v")
    assert room.find("white/truth-panel").aside == "Foreign Ministry of Arden"


def test_a_seat_is_given_to_a_stand_in_and_played_by_the_facilitator(room):
    room.driver.go("white/give").press("enter").type("idle")
    room.press("enter")
    assert room.table.holders["ministry"] == "idle"
    room.press("2").driver.go("white/play").press("enter")
    assert room.table.holders["rival"] == "facilitator"
    assert type(room.page).__name__ == "Desk"
    room.press("ctrl+shift+enter", "enter")
    assert isinstance(room.page, Facilitator)
    assert room.table.game.completed == 1


def test_who_plays_alone_with_a_facilitator_meets_no_curtain_between_turns(room):
    room.page.lead.give_seat("rival", "idle")
    room.press("esc")
    for digit in "12341234":
        room.driver.type(digit)
    room.press("enter", "ctrl+shift+enter", "enter")
    assert room.table.game.turn == 2
    assert type(room.page).__name__ == "Desk"
    assert room.table.clock.runs
    room.press("f9")
    assert isinstance(room.page, Curtain)


def test_rewinding_makes_a_branch_beside_the_game(strait, tmp_path):
    path = tmp_path / "game.journal"
    room = room_of(strait, path)
    for _ in range(2):
        for seat in SEATS:
            room.table.hand_in(seat, [])
    room.press("r", "enter")
    assert (tmp_path / "game-turn-2.journal").exists()
    assert any("game-turn-2.journal" in text for text in room.driver.texts())
    room.table.close()


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5), ((1280, 720), 2.0)]
)
def test_every_control_is_reached_by_tab_at_every_size(strait, size, scale):
    room = room_of(strait, size=size, scale=scale)
    tabs = room.driver.stage.top.find("white/tabs")
    panels = [item.key for item in tabs.items] if tabs else [""]
    reached = set()
    for panel in panels:
        if tabs:
            room.page.tab = panel
            room.driver.stage.dirty = True
            room.driver.draw()
        for widget in room.driver.stage.stops():
            room.driver.go(widget.id)
            reached.add(widget.id)
            assert widget.box.within(room.driver.stage.area, 1), widget.id
    assert {"white/pause", "white/seats", "white/truth", "white/runbook", "white/fire"} <= reached


def test_nothing_the_facilitator_sees_stays_behind_when_the_curtain_falls(room):
    room.press("b").write("ask/text", "Xyzzy").press("enter")
    room.press("e")
    room.press("ctrl+l")
    assert isinstance(room.page, Curtain)
    shown = str(room.driver.stage.tree()) + str(room.driver.texts())
    assert "Xyzzy" not in shown
    assert "tanker" not in shown
