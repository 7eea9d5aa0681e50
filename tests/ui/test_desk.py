"""The desk is used as a person would: keys and mouse go in; what is asserted is what is seen."""

import numpy as np
import pygame
import pytest

from game.ui import theme as t
from game.ui.testing import Driver
from tests.ui.fake_place import FakePlace


def rows(driver, name):
    return {row["id"].split("/")[-1]: row for row in driver.find(name).tree()["children"]}


def choose_move(driver, key):
    """Walk down the list of moves with the arrows and press Enter on one."""
    driver.press("o", "home")
    for _ in rows(driver, "sheet/moves"):
        if driver.stage.memory["sheet/moves"].current == key:
            return driver.press("enter")
        driver.press("down")
    raise LookupError(key)


def hand_in(driver):
    return driver.press("ctrl+shift+enter", "enter")


def test_a_whole_order_is_given_by_keyboard_alone(desk, place):
    choose_move(desk, "private_message")
    assert desk.focus == "sheet/target"
    desk.press("enter", "down", "down", "enter")
    desk.press("tab", "enter").type("kit").press("enter")
    desk.press("tab").type("Nothing political. ").type("Our desk listens from 06:30.")
    desk.press("tab").type("Find citizens").press("tab").type("70 % located")
    desk.press("tab", *["right"] * 5, "ctrl+enter")
    hand_in(desk)
    [[order]] = place.said
    assert (order.move, order.target, order.via) == ("private_message", "chirp", "messenger")
    assert order.text == "Nothing political. Our desk listens from 06:30."
    assert (order.intent, order.expects, order.confidence) == (
        "Find citizens",
        "70 % located",
        0.75,
    )


def test_a_whole_order_is_given_by_mouse_alone(desk, place):
    moves = desk.find("sheet/moves")
    desk.click_at(moves.box.x + 40, moves.box.y + 24 + 18)
    assert desk.app.work.draft.deed == "harden"
    desk.click("sheet/keep").click("sheet/hand_in").click("note/seal")
    assert [[order.move for order in sheet] for sheet in place.said] == [["harden"]]


def test_a_turn_without_orders_is_allowed(desk, place):
    hand_in(desk)
    assert place.said == [[]]


def test_going_back_from_the_question_says_nothing(desk, place):
    desk.press("ctrl+shift+enter", "esc")
    assert place.said == []


def test_an_unfinished_order_holds_the_sheet_back_and_says_so(desk, place):
    choose_move(desk, "private_message")
    desk.press("ctrl+shift+enter")
    assert place.said == []
    assert desk.find("sheet/hand_in").disabled == "Order 1 is a draft: add it or take it away"


def test_what_is_missing_is_said_beside_the_button(desk):
    choose_move(desk, "private_message")
    assert desk.find("sheet/keep").disabled == "Choose whom"
    assert "Choose whom" in desk.texts()


def test_a_closed_move_says_why_where_it_stands_and_is_not_begun(desk):
    assert rows(desk, "sheet/moves")["meet"]["disabled"] == "The airport is closed until turn 8."
    choose_move(desk, "meet")
    assert desk.app.work.draft.deed == ""
    assert desk.stage.tree()[-1]["widgets"][0]["role"] == "dialog"


def test_staff_that_the_sheet_takes_is_missing_for_the_next_order(desk):
    for _ in range(2):
        choose_move(desk, "answer")
        desk.press("enter", "enter", "tab", "enter", "enter")
        desk.press("right") if desk.find("sheet/keep").disabled else None
        desk.press("ctrl+enter")
        if desk.app.work.draft.deed:
            desk.go("sheet/target").press("right", "ctrl+enter")
    assert rows(desk, "sheet/moves")["answer"]["disabled"] == "1 staff left; order 1 takes 2"


def test_the_same_order_is_not_taken_twice(desk):
    for _ in range(2):
        choose_move(desk, "harden")
        desk.press("ctrl+enter")
    assert desk.find("sheet/keep").disabled == "This order is in the sheet already"


def test_an_order_can_be_taken_back_out_of_the_sheet(desk, place):
    choose_move(desk, "harden")
    desk.press("ctrl+enter", "1")
    desk.click("sheet/drop")
    hand_in(desk)
    assert place.said == [[]]


def test_after_the_turn_comes_its_account_and_then_the_next(desk):
    choose_move(desk, "harden")
    desk.press("ctrl+enter")
    hand_in(desk)
    assert "Your order was done: harden." in desk.texts()
    desk.press("enter")
    assert "Turn 2 of 10 · day 1, 18:00–00:00" in desk.texts()
    assert desk.app.work.draft.deed == ""


def test_refused_sheets_stay_as_they_are(desk, place):
    place.say = lambda orders: ["Meet in person: the airport is closed."]
    choose_move(desk, "harden")
    desk.press("ctrl+enter")
    hand_in(desk)
    assert "Meet in person: the airport is closed." in desk.texts()
    desk.press("enter")
    assert [draft.deed for draft in desk.app.work.kept] == ["harden"]


def test_while_others_write_the_desk_waits_and_then_goes_on(desk, place):
    answer, place.say = place.say, lambda orders: []
    hand_in(desk)
    assert "Sealed" in desk.texts()
    assert desk.find("sheet/hand_in").disabled == "Sealed already"
    answer([])
    desk.board.tick(10.0)
    desk.draw()
    assert desk.find("recap/go").label == "Go to the desk"


def test_the_last_turn_leads_to_the_ending_and_out(desk):
    for _ in range(3):
        hand_in(desk)
        if desk.stage.top.find("recap/go"):
            desk.press("enter")
    assert "Ten turns have passed." in desk.texts()
    assert "75 of 100" in desk.texts()
    desk.press("enter")
    assert desk.stage.done


def test_what_changed_is_told_with_direction_and_word(desk):
    hand_in(desk)
    assert {"Credibility with Tessaly public", "50, Fair", "▼ 8 points"} <= set(desk.texts())


def test_typing_a_slash_finds_a_move_and_is_not_typed(desk):
    desk.press("/").type("alert")
    assert desk.app.work.find == "alert"
    assert [k for k, r in rows(desk, "sheet/moves").items() if r["role"] == "option"] == [
        "consular_alert"
    ]
    desk.press("enter")
    assert desk.app.work.draft.deed == "consular_alert"


def test_an_input_method_shows_what_it_has_not_finished_and_then_writes_it(desk):
    choose_move(desk, "harden")
    before = pygame.surfarray.array3d(desk.surface)
    desk.board.feed(pygame.event.Event(pygame.TEXTEDITING, text="مر", start=0, length=2))
    desk.draw()
    assert desk.find("sheet/text").value == ""
    assert not np.array_equal(before, pygame.surfarray.array3d(desk.surface))
    desk.type("مرحبا")
    assert desk.find("sheet/text").value == "مرحبا"


def test_a_letter_of_another_keyboard_counts_by_its_place(desk):
    cyrillic = pygame.event.Event(
        pygame.KEYDOWN, key=0x44C, mod=0, scancode=pygame.KSCAN_M, unicode="ь"
    )
    desk.board.feed(cyrillic)
    assert desk.focus == "full/graph"


def test_a_question_mark_shows_the_keys(desk):
    desk.type("?")
    assert "Ctrl + Shift + Enter" in desk.texts()


def test_letters_in_a_text_are_no_shortcuts(desk):
    choose_move(desk, "harden")
    desk.press("m", "g", "t")
    assert desk.find("sheet/text").value == "mgt"
    assert len(desk.stage.layers) == 1


@pytest.mark.parametrize(
    ("key", "focus"),
    [
        ("f", "feed/list"),
        ("i", "inbox/list"),
        ("y", "own/goals"),
        ("l", "turns/strip"),
        ("t", "map/table"),
    ],
)
def test_single_letters_jump_to_panels(desk, key, focus):
    assert desk.press(key).focus == focus


def test_arrows_walk_the_map_and_enter_addresses_the_open_order(desk):
    choose_move(desk, "private_message")
    desk.go("map/graph").press("left")
    assert desk.app.work.focus == "engineer"
    desk.press("enter")
    assert desk.app.work.draft.target == "engineer"
    assert "Order 1" in desk.texts()


def test_enter_on_the_map_tells_what_is_known_of_a_mark(desk):
    desk.go("map/graph").press("left", "enter")
    assert "Northgate engineer influences Students: strong" in desk.texts()
    assert "You trust them: not known" in desk.texts()


def test_the_ties_of_the_focus_stand_in_a_table_too(desk):
    desk.press("t")
    said = [row["label"] for row in desk.find("map/table").tree()["children"]][1:]
    assert said == [
        "Tessaly, Tessaly public: strong; in between; known exactly",
        "Bright Line, Tessaly: weak; not known; listen to learn",
    ]


def test_the_full_map_opens_and_closes_with_one_key(desk):
    assert desk.press("m").focus == "full/graph"
    assert desk.press("m").focus == "sheet/moves"


def test_a_card_of_the_feed_opens_in_full(desk):
    desk.press("f", "enter")
    assert "The lanterns fill the square." in desk.texts()
    assert desk.press("esc").focus == "feed/list"


def test_what_came_of_the_last_turn_stands_above_what_was_read_before(desk):
    choose_move(desk, "harden")
    desk.press("ctrl+enter")
    hand_in(desk)
    desk.press("enter")
    first, second, *_ = (row["label"] for row in desk.find("feed/list").tree()["children"])
    assert first == "Tessaly: Your order was done: harden."
    assert second == "What happens: The lanterns fill the square."


def test_a_cable_is_unread_until_it_is_opened(desk):
    assert "1 new" in desk.texts()
    desk.press("i", "enter", "esc")
    assert "1 new" not in desk.texts()


def test_filters_leave_out_what_is_not_asked_for(desk):
    desk.go("feed/filter").press("end")
    assert "No order of yours yet" in desk.texts()


def test_size_follows_the_keys_within_limits(desk):
    for _ in range(20):
        desk.board.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_PLUS, mod=pygame.KMOD_CTRL))
    assert desk.stage.scale == 3.0
    desk.board.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_0, mod=pygame.KMOD_CTRL))
    assert desk.stage.scale == 1.0


def test_the_briefing_comes_first_and_enter_takes_the_seat(place):
    driver = Driver(place, briefing=True)
    assert "Since Friday the square has been full." in driver.texts()
    driver.press("2")
    assert "Our registry is out of date." in driver.texts()
    assert driver.press("enter").focus == "sheet/moves"


def test_leaving_is_asked_for_and_esc_stays(desk):
    desk.press("esc")
    assert "Leave the table?" in desk.texts()
    desk.press("esc")
    assert not desk.stage.done
    desk.press("esc").click("note/go")
    assert desk.stage.done


def test_the_projectors_colors_are_one_key_away(desk):
    before = pygame.surfarray.array3d(desk.surface).mean()
    desk.click("header/theme")
    assert desk.stage.theme is t.PROJECTOR
    assert pygame.surfarray.array3d(desk.surface).mean() > before + 100


def test_the_same_desk_is_the_same_picture():
    one, other = (pygame.surfarray.array3d(Driver(FakePlace()).surface) for _ in range(2))
    assert np.array_equal(one, other)
