"""The controls, one by one, driven by events alone."""

import pygame
import pytest

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Button, Choice, Choices, DropDown, Field, Option, Paint, gauge
from tests.ui.toolkit_page import Page, driver


class Shown(Screen):
    """Widgets made anew by a function at each building."""

    def __init__(self, make):
        self.make = make

    def build(self, stage):
        return self.make()


def menu(*labels, chosen="", closed=()):
    """A page with one drop-down; what is chosen is noted in its list."""
    took = [chosen]

    def make():
        options = [
            Option(n, n, disabled="Not before turn 3" if n in closed else "") for n in labels
        ]
        box = DropDown("menu", Box(20, 20, 160, 32), "Menu", options=options, chosen=took[-1])
        box.choose, box.hint = took.append, "The whole name"
        return [box]

    return driver(Shown(make)), took


def test_typing_on_a_closed_drop_down_opens_it_at_what_begins_so():
    shown, took = menu("Belmora", "Tessaly", "Urban youth")
    shown.press("t").press("enter")
    assert took[-1] == "Tessaly"


def test_typing_finds_a_later_word_when_no_first_word_fits():
    shown, took = menu("Belmora", "Tessaly", "Urban youth")
    shown.press("enter").type("yo").press("enter")
    assert took[-1] == "Urban youth"


def test_what_is_closed_is_met_and_says_why_and_cannot_be_chosen():
    shown, took = menu("Belmora", "Tessaly", closed=("Tessaly",))
    shown.press("enter", "down", "enter")
    assert "Not before turn 3" in shown.texts()
    assert took == [""]
    assert shown.press("esc").focus == "menu"


def test_a_list_of_ten_thousand_rows_draws_only_what_is_seen():
    shown = driver()
    painted = []
    shown.page.extra = []
    rows = shown.find("rows")
    row = rows.rows[0]
    for number in range(len(rows.rows)):
        rows.rows[number] = type(row)(
            str(number), f"Row {number}", 32, lambda *_: painted.append(1)
        )
    shown.stage.dirty = False
    shown.draw()
    assert 0 < len(painted) < 12


def test_end_and_typing_reach_any_row_of_a_long_list():
    shown = driver().go("rows").press("end", "enter")
    assert shown.page.done == ["9999"]
    shown.type("row 77").press("enter")
    assert shown.page.done[-1] == "77"


def area(text=""):
    shown = driver().go("area")
    shown.type(text)
    return shown


def test_shift_and_arrows_select_and_typing_replaces():
    shown = area("Nothing political")
    shown.press(*["shift+ctrl+left"]).type("urgent")
    assert shown.page.values["area"] == "Nothing urgent"


def test_dragging_selects():
    shown = area("Nothing political")
    box = shown.find("area").box
    start = (round(box.x) + 9, round(box.y) + 14)
    for kind, at in (
        (pygame.MOUSEBUTTONDOWN, start),
        (pygame.MOUSEMOTION, (start[0] + 400, start[1])),
        (pygame.MOUSEBUTTONUP, (start[0] + 400, start[1])),
    ):
        shown.board.feed(pygame.event.Event(kind, pos=at, button=1, rel=(0, 0), buttons=(1, 0, 0)))
    assert shown.stage.memory["area"].selected == "Nothing political"


def test_cut_and_paste_go_by_the_clipboard_and_keep_the_lines():
    if not hasattr(pygame, "scrap"):
        pytest.skip("no clipboard")
    shown = area("one").press("enter").type("two").press("ctrl+a", "ctrl+x")
    assert shown.page.values["area"] == ""
    shown.press("ctrl+v", "ctrl+v")
    assert shown.page.values["area"] == "one\ntwoone\ntwo"


def test_undo_and_redo_by_both_customs():
    shown = area("one ").type("two").press("ctrl+z")
    assert shown.page.values["area"] == "one "
    assert shown.press("ctrl+shift+z").page.values["area"] == "one two"
    assert shown.press("ctrl+z", "ctrl+y").page.values["area"] == "one two"


def test_home_and_end_stay_in_the_line_and_ctrl_leaves_it():
    shown = area("one").press("enter").type("two").press("home")
    assert shown.stage.memory["area"].caret == 4
    assert shown.press("ctrl+home").stage.memory["area"].caret == 0
    assert shown.press("end").stage.memory["area"].caret == 3


def test_what_an_input_method_composes_is_shown_and_counts_only_when_it_is_done():
    shown = area("a")
    before = shown.page.values["area"]
    shown.board.feed(pygame.event.Event(pygame.TEXTEDITING, text="ni", start=0, length=2))
    composing = pygame.image.tobytes(shown.draw().surface, "RGB")
    assert (shown.page.values["area"], shown.stage.composing) == (before, "ni")
    shown.board.feed(pygame.event.Event(pygame.TEXTEDITING, text="", start=0, length=0))
    assert pygame.image.tobytes(shown.draw().surface, "RGB") != composing
    shown.type("é")
    assert (shown.page.values["area"], shown.stage.composing) == ("aé", "")


def test_a_caret_never_stands_inside_a_letter_with_its_mark():
    shown = area("e\u0301x").press("left", "left")
    assert shown.stage.memory["area"].caret == 0
    shown.press("delete")
    assert shown.page.values["area"] == "x"


def test_backspace_takes_the_last_mark_alone():
    assert area("e\u0301").press("backspace").page.values["area"] == "e"


def test_a_choice_that_is_closed_is_passed_over():
    took = []

    def make():
        chips = Choices("chips", Box(20, 20, 300, 28), "Chips", chosen="a", choose=took.append)
        chips.items = [Choice("a", "A"), Choice("b", "B", disabled="Nothing yet"), Choice("c", "C")]
        return [chips]

    driver(Shown(make)).press("right")
    assert took == ["c"]


def test_an_icon_says_its_name_when_the_focus_rests_and_no_more_after_a_key():
    def make():
        return [
            Button("one", Box(20, 20, 32, 32), "Help", icon="help", hint="Keys (?)"),
            Field("two", Box(20, 80, 100, 32), "Two"),
        ]

    shown = driver(Shown(make))
    shown.press("shift+tab", "tab")
    assert "Keys (?)" not in shown.texts()
    shown.press("tab", "tab")
    shown.board.tick(t.HOVER_SECONDS + 0.1)
    assert "Keys (?)" in shown.texts()
    shown.press("f8")
    shown.board.tick(t.HOVER_SECONDS + 0.2)
    assert "Keys (?)" not in shown.texts()


def ink(shown, color):
    mask = pygame.mask.from_threshold(shown.surface, color, (2, 2, 2, 255))
    return mask.get_bounding_rects()


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ({"value": 50.0}, (20, 70)),
        ({"band": (30.0, 60.0)}, (50, 80)),
        ({"value": 400.0}, (20, 120)),
        ({}, None),
    ],
)
def test_a_gauge_tells_value_band_and_that_nothing_is_known(told, seen):
    def paint(canvas, box, look):
        gauge(canvas, box, **told)

    shown = driver(Shown(lambda: [Paint("g", Box(20, 20, 100, 6), paint=paint)]))
    found = ink(shown, t.DARK.meter)
    if seen is None:
        assert found == []
    else:
        bar = found[0].unionall(found[1:])
        assert (bar.left, bar.right) == pytest.approx(seen, abs=1)


def test_every_control_of_the_toolkit_has_a_name_for_readers():
    shown = driver(Page())
    assert all(widget.label for widget in shown.stage.stops())


def hovering(at):
    """A page whose first button has the pointer on it for a second."""

    def make():
        return [
            Button("one", Box(20, 20, 60, 32), "One", hint="What the first one does"),
            Button("two", Box(20, 70, 60, 32), "Two"),
        ]

    shown = driver(Shown(make))
    shown._post(pygame.MOUSEMOTION, pos=(30, 30), rel=(0, 0), buttons=(0, 0, 0))
    shown.board.tick(1.0)
    shown.draw()
    shown._post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
    shown.board.tick(1.1)
    return shown


def test_the_pointer_may_rest_on_a_tooltip_to_read_it():
    assert "What the first one does" in hovering((40, 64)).texts()
    assert "What the first one does" not in hovering((600, 300)).texts()


def test_esc_takes_a_tooltip_away_and_nothing_else():
    shown = hovering((40, 40))
    assert "What the first one does" in shown.texts()
    shown.press("esc")
    shown.board.tick(1.2)
    assert "What the first one does" not in shown.texts()


def test_single_letters_can_be_switched_off():
    heard = []

    class Letters(Shown):
        def on(self, press, stage):
            heard.append(press.key)
            return True

    shown = driver(Letters(lambda: [Button("one", Box(20, 20, 60, 32), "One")]))
    shown.press("m")
    assert heard == ["m", ""]  # the key, then the letter it types
    shown.stage.letters = False
    shown.press("m", "f8")
    assert heard == ["m", "", "f8"]
