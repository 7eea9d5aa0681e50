"""The table: sealed sheets, a turn when all are in, and nothing but observations for a seat."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from game.engine import Order, World
from game.engine.journal import HashRecord, TurnRecord
from game.scenario import Scenario, load
from game.session import JournalRefused, begin, default_journal_path, read, seated
from game.session.running import Running
from game.session.table import Table

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture
def two(strait):
    """A table with two people."""
    return begin(strait, 7, {"ministry": "person", "rival": "person"})


def allowed(place, *, text="", which=0):
    """Some order that this place's menu allows."""
    menu = place.look().menu
    candidate = int(np.flatnonzero(menu.allowed()[0])[which])
    return replace(menu.order(candidate), text=text)


def test_a_turn_is_played_when_the_sheets_of_all_people_are_in(two):
    ministry, rival = two.place("ministry"), two.place("rival")

    assert ministry.say([allowed(ministry)]) == []
    assert ministry.look().turn == 1
    assert two.missing() == ["rival"]
    assert rival.say([]) == []
    assert ministry.look().turn == rival.look().turn == 2
    assert two.missing() == ["ministry", "rival"]


def test_a_sealed_sheet_is_seen_by_nobody_and_is_not_changed(two):
    ministry, rival = two.place("ministry"), two.place("rival")
    before = (rival.look(), two.game.hash())
    ministry.say([allowed(ministry)])

    assert (rival.look(), two.game.hash()) == before
    assert rival.hear() == []
    assert ministry.say([]) == [
        "Your sheet for this turn is handed in already; it waits for the others."
    ]


def test_who_hands_in_first_changes_nothing(strait):
    hashes = set()
    for order in (("ministry", "rival"), ("rival", "ministry")):
        table = begin(strait, 7, {"ministry": "person", "rival": "person"})
        for _ in range(3):
            sheets = {seat: [allowed(table.place(seat))] for seat in order}
            for seat in order:
                assert table.place(seat).say(sheets[seat]) == []
        hashes.add(table.game.hash())

    assert len(hashes) == 1


def test_stand_ins_give_their_orders_when_the_people_have(strait):
    table = begin(strait, 7, {"ministry": "person", "rival": "uniform"})
    for _ in range(4):
        table.place("ministry").say([])

    turns = [row for row in table.journal.reading().records if isinstance(row, TurnRecord)]
    seats = [order.seat for turn in turns for order in turn.orders]
    assert "rival" in seats
    assert "ministry" not in seats


def test_sheets_of_all_seats_are_saved_before_their_turn_is_played(strait, monkeypatch):
    table = begin(strait, 7, {"ministry": "person"})
    saved = []
    play = Running.close

    def watched(game, orders):
        saved.append(table.journal.reading().records[-1])
        return play(game, orders)

    monkeypatch.setattr(Running, "close", watched)
    order = allowed(table.place("ministry"), text="We are looking for them.")
    table.place("ministry").say([order])

    assert isinstance(saved[0], TurnRecord)
    assert order in saved[0].orders
    assert isinstance(table.journal.reading().records[-1], HashRecord)


def test_what_was_told_is_heard_once_and_in_order(strait):
    table = begin(strait, 7, {"ministry": "person"})
    place = table.place("ministry")
    place.say([allowed(place, text="Nobody cut a cable.")])
    heard = place.hear()

    assert [told.quote for told in heard if told.mine] == ["Nobody cut a cable."]
    assert place.hear() == []
    for _ in range(2):
        place.say([])
    assert "A tanker has stopped answering." in [told.text for told in place.hear()]


def test_an_ended_game_takes_no_more_orders(strait):
    table = begin(strait, 7, {"ministry": "person"})
    place = table.place("ministry")
    while not place.look().ended[0]:
        assert place.say([]) == []
    last = table.game.hash()

    assert place.look().ending().text
    assert place.say([]) == ["The game has ended; nothing more can be ordered."]
    assert table.game.hash() == last


def reachable(thing, seen=None):
    """Everything that can be got at from a thing by its attributes, members and items."""
    seen = {} if seen is None else seen
    if id(thing) in seen or isinstance(thing, str | int | float | np.ndarray | type):
        return seen
    seen[id(thing)] = thing
    parts = list(getattr(thing, "__dict__", {}).values())
    if is_dataclass(thing):
        parts += [getattr(thing, field.name) for field in fields(thing)]
    if isinstance(thing, dict):
        parts += thing.values()
    if isinstance(thing, list | tuple):
        parts += thing
    for part in parts:
        reachable(part, seen)
    return seen


def test_from_a_place_no_attribute_leads_to_the_world_or_the_scenario(two):
    place = two.place("ministry")
    found = {
        type(thing)
        for start in (place, place.look(), place.hear())
        for thing in reachable(start).values()
    }

    assert not found & {World, Scenario, Running, Table}
    assert len(found) > 10, "the walk went somewhere"


# --- sheets that are refused ---------------------------------------------------------------------


def refusal(place, *orders):
    [said] = place.say(list(orders))
    assert place.look().turn == 1
    return said


def test_a_refused_order_is_told_in_a_sentence_that_names_it(two):
    place = two.place("ministry")
    fine = allowed(place)
    menu = place.look().menu
    closed = int(np.flatnonzero(~menu.open()[0])[0])

    assert refusal(place, replace(fine, seat="rival")) == (
        "This place is Foreign Ministry of Arden's: it cannot order for 'rival'."
    )
    assert refusal(place, Order("ministry", "declare_war")) == (
        "'declare_war' is no move that Foreign Ministry of Arden has."
    )
    assert "cannot be ordered with atlantis" in refusal(
        place, Order("ministry", "consular_alert.advice", target="atlantis")
    )
    assert "is closed: " in refusal(place, menu.order(closed))
    assert refusal(place, fine, fine) == f"'{fine.move}' is on the sheet twice; once is enough."
    assert refusal(place, replace(fine, text="x" * 4001)).endswith("4000 is the most.")
    assert refusal(place, replace(fine, confidence=1.5)).endswith("it goes from 0 to 1.")


def test_every_refusal_of_a_sheet_is_told_at_once(two):
    place = two.place("ministry")
    wrong = Order("ministry", "declare_war")

    assert len(place.say([wrong, replace(wrong, move="surrender")])) == 2


def test_a_sheet_holds_so_many_orders_and_no_more(two):
    place = two.place("ministry")
    orders = [allowed(place, which=place_) for place_ in range(4)]

    assert "A sheet holds at most 3 orders a turn, and this one has 4." in place.say(orders)


def test_a_sheet_that_costs_more_than_there_is_names_the_stock(strait):
    poor = strait.content.actors["arden"].model_copy(update={"staff": 1})
    actors = {**strait.content.actors, "arden": poor}
    scenario = replace(strait, content=strait.content.model_copy(update={"actors": actors}))
    place = begin(scenario, 7, {"ministry": "person"}).place("ministry")
    menu = place.look().menu
    cheap = np.flatnonzero(menu.allowed()[0] & (menu.price[:, 0] == 1))[:2]

    said = refusal(place, *(menu.order(int(candidate)) for candidate in cheap))
    assert said.startswith("Not enough staff for '")
    assert said.endswith("it costs 1, and 0 is left.")


def test_what_people_write_is_kept_without_what_a_terminal_would_obey(two):
    place = two.place("ministry")
    place.say([allowed(place, text="One\x1b[2J\nTwo \udc80")])
    two.place("rival").say([])

    [turn] = [row for row in two.journal.reading().records if isinstance(row, TurnRecord)]
    assert turn.orders[0].text == "One[2J\nTwo"


def test_nobody_orders_for_a_seat_that_a_stand_in_holds(strait):
    table = begin(strait, 7, {"ministry": "person"})

    assert table.place("rival").say([]) == ["This seat is played by the stand-in 'doctrine'."]


def test_a_full_disk_refuses_the_sheet_and_leaves_the_turn_unplayed(two, monkeypatch):
    def full(record):
        raise JournalRefused("The disk is full.")

    ministry, rival = two.place("ministry"), two.place("rival")
    ministry.say([])
    with monkeypatch.context() as patch:
        patch.setattr(two.journal, "append", full)
        assert rival.say([]) == ["The disk is full."]
    assert ministry.look().turn == 1
    assert rival.say([]) == []
    assert ministry.look().turn == 2


# --- who sits where ------------------------------------------------------------------------------


def test_seats_nobody_asked_for_are_held_by_the_scenarios_stand_ins(strait):
    assert seated(strait, {"ministry": "person"}) == {"ministry": "person", "rival": "doctrine"}


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ({"navy": "person"}, "strait has no seat 'navy'; it has ministry, rival"),
        ({"rival": "chess"}, "rival: no stand-in is called 'chess'; there are broadcaster, "),
    ],
)
def test_a_seat_or_stand_in_that_is_not_there_is_told_with_those_that_are(
    strait, wanted, complaint
):
    with pytest.raises(ValueError, match=complaint):
        begin(strait, 7, wanted)


def test_a_place_that_is_not_there_is_refused(two):
    with pytest.raises(ValueError, match="there is no seat 'navy': ministry, rival are"):
        two.place("navy")


def test_journals_go_into_dated_files_that_are_not_there_yet(strait):
    first = default_journal_path("The Strait / 2")
    first.touch()
    second = default_journal_path("The Strait / 2")

    assert first.name.startswith("The-Strait-2-20")
    assert first.name.endswith("-1.journal")
    assert second.name.endswith("-2.journal")


def test_a_new_game_does_not_take_the_file_of_another(strait, tmp_path):
    begin(strait, 7, {}, tmp_path / "game").close()

    with pytest.raises(JournalRefused, match="there is a file of this name already"):
        begin(strait, 8, {}, tmp_path / "game")
    assert read(tmp_path / "game").header.seed == 7
