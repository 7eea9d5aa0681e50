"""The facilitator: everything visible, every step an entry that is played again."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.engine import Order
from game.engine.journal import Intervention, TurnRecord
from game.scenario import load
from game.session import (
    Clock,
    Facilitation,
    JournalRefused,
    NotDone,
    account,
    ask_why,
    begin,
    branch,
    dump,
    read,
    resume,
    verify,
)

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
TWO = {"ministry": "person", "rival": "person"}


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.journal"


@pytest.fixture
def table(strait, path):
    table = begin(strait, 7, TWO, path)
    yield table
    table.close()


@pytest.fixture
def lead(table):
    return Facilitation(table)


def allowed(place, which=0):
    menu = place.look().menu
    return menu.order(int(np.flatnonzero(menu.allowed()[0])[which]))


def play(table, turns=1):
    """Both seats hand in the first order they may give."""
    for _ in range(turns):
        for seat in TWO:
            place = table.place(seat)
            assert place.say([allowed(place)]) == []


def again(strait, path):
    """The game of a journal taken up again, with its state."""
    table = resume(strait, path)
    table.close()
    return table


# ------------------------------------------------------------------------------- injects


def test_an_inject_fired_now_is_heard_in_the_same_turn_and_never_twice(table, lead):
    ministry, rival = table.place("ministry"), table.place("rival")
    lead.fire("tanker", "They are ready.")

    assert [told.text for told in ministry.hear()] == ["A tanker has stopped answering."]
    assert rival.hear() == []
    play(table, 3)
    assert "A tanker has stopped answering." not in [told.text for told in ministry.hear()]
    with pytest.raises(NotDone, match="given already"):
        lead.fire("tanker")


def test_an_inject_that_is_held_stays_away_until_it_is_released(table, lead):
    play(table)
    with pytest.raises(NotDone, match="reason"):
        lead.hold("tanker", "  ")
    lead.hold("tanker", "They need one more turn.")
    assert next(row for row in lead.see.runbook() if row.name == "tanker").state == "held"
    row = lead.release("tanker")
    assert next(row for row in lead.see.runbook() if row.name == "tanker").state == "next"
    lead.undo(row)
    play(table, 2)

    held = next(row for row in lead.see.runbook() if row.name == "tanker")
    assert held.state == "held"
    assert "tanker" not in str(table.place("ministry").hear())


def test_the_runbook_says_what_comes_next(table, lead):
    assert [(row.name, row.state, row.turn) for row in lead.see.runbook()] == [
        ("tanker", "planned", 3)
    ]
    play(table)
    assert lead.see.runbook()[0].state == "next"
    play(table)
    assert lead.see.runbook()[0].state == "fired"


def test_an_edited_inject_is_told_in_its_new_words(strait, table, lead, path):
    lead.edit("tanker", "Two tankers have stopped answering.")
    play(table, 2)

    assert [told.text for told in table.place("ministry").hear() if told.kind == "inject"] == [
        "Two tankers have stopped answering."
    ]
    assert lead.see.runbook()[0].edited
    table.close()
    assert again(strait, path).game.told == table.game.told


def test_a_written_inject_is_told_to_its_addressees_and_does_what_it_says(
    strait, table, lead, path
):
    before = lead.see.value("tension", "arden", "brenmark")
    lead.write(
        "A radio plays the recording.", ["rival"], "Tidewire",
        '- {shift: "tension(arden, brenmark)", by: 7}\n- {expose: sabotage, to: harbor_towns}',
    )  # fmt: skip

    assert lead.see.value("tension", "arden", "brenmark") == before + 7
    assert [told.text for told in table.place("rival").hear()] == ["A radio plays the recording."]
    assert table.place("ministry").hear() == []
    why = table.place("ministry").look().why("tension", "arden", "brenmark")
    assert [reason.words for reason in why.reasons] == ["causes you cannot see"]
    why = table.place("rival").look().why("tension", "arden", "brenmark")
    assert [reason.words for reason in why.reasons] == ["News from Tidewire"]
    play(table)
    table.close()
    assert again(strait, path).game.hash() == table.game.hash()


def test_an_inject_can_be_written_for_the_next_turn(table, lead):
    lead.write("The port is closed.", later=True)
    assert table.place("rival").hear() == []
    play(table)

    assert "The port is closed." in [told.text for told in table.place("rival").hear()]


@pytest.mark.parametrize(
    ("effects", "complaint"),
    [
        ("- {shift: tensoin(arden, brenmark), by: 5}", "tensoin"),
        ("- {shift: 'tension(arden, nowhere)', by: 5}", "nowhere"),
        ("- {drown: everybody}", "effects:1"),
        ("[[[", "effects:1"),
        ("- fragment_that_is_not", "there is no fragment"),
    ],
)
def test_effects_are_judged_at_the_door_with_their_place(table, lead, effects, complaint):
    rows = len(read(table.journal.path).records)
    with pytest.raises(NotDone, match=complaint):
        lead.write("Something happens.", effects=effects)

    assert len(read(table.journal.path).records) == rows


# ----------------------------------------------------------------------------- overriding


def test_a_number_set_by_hand_passes_the_ledger_and_is_seen_by_who_knows_it(
    strait, table, lead, path
):
    ministry = table.place("ministry")
    things = ("arden", "uplands")
    before = ministry.look().value("credibility", *things).value
    with pytest.raises(NotDone, match="reason"):
        lead.set("credibility", things, 60, "")
    row = lead.set("credibility", things, before + 10, "The consul spoke on the radio.")

    assert ministry.look().value("credibility", *things).value == before + 10
    [why] = ministry.look().why("credibility", *things).reasons
    assert (why.amount, why.words) == (10, "the facilitator decided")
    assert table.place("rival").look().value("credibility", *things).value is None
    assert ministry.hear() == table.place("rival").hear() == []
    lead.undo(row)
    assert ministry.look().value("credibility", *things).value == before
    lead.set("credibility", things, before + 10, "The consul spoke on the radio.")
    play(table)
    table.close()
    lines = list(ask_why(path, strait, "credibility(arden, uplands)", 1, None))
    assert any("facilitator: The consul spoke on the radio." in line for line in lines)
    told = list(ask_why(path, strait, "credibility(arden, uplands)", 1, "ministry"))
    assert not any("consul" in line for line in told)


@pytest.mark.parametrize(
    ("measure", "things", "to", "complaint"),
    [
        ("credibility", ("arden", "uplands"), 101, "goes from 0 to 100"),
        ("credibility", ("arden", "moon"), 50, "a number of: actor, audience"),
        ("credibility", ("arden",), 50, "a number of: actor, audience"),
        ("courage", (), 50, "no number 'courage'"),
        ("score", ("ministry",), 100, "no number 'score' to set"),
    ],
)
def test_what_is_no_number_to_set_is_refused(table, lead, measure, things, to, complaint):
    with pytest.raises(NotDone, match=complaint):
        lead.set(measure, things, to, "Because.")


def test_what_setting_a_number_would_do_is_seen_beforehand(table, lead):
    state = table.game.hash()
    seen = lead.see.foresee("tension", ("arden", "brenmark"), 90)

    assert seen.objectives == (("ministry", "accord", False),)
    assert [seat for seat, _, _ in seen.seats] == ["ministry", "rival"]
    assert table.game.hash() == state


def test_an_order_on_a_sealed_sheet_is_struck_or_changed(strait, table, lead, path):
    ministry = table.place("ministry")
    first, second = allowed(ministry), allowed(ministry, 1)
    ministry.say([first])
    with pytest.raises(NotDone, match="no such order"):
        lead.strike("ministry", 2, "A slip.")
    lead.strike("ministry", 1, "The room agreed on this.", put=second)
    assert lead.see.sheet("ministry") == (second,)
    lead.strike("ministry", 1, "The room thought better of it.")
    table.place("rival").say([])

    [turn] = [row for row in table.journal.reading().records if isinstance(row, TurnRecord)]
    assert turn.orders == ()
    heard = [told.text for told in ministry.hear() if told.kind == "void"]
    assert len(heard) == 2
    assert all(text.startswith("Struck by the facilitator, at no cost") for text in heard)
    assert "The room" not in " ".join(heard)
    assert [told for told in table.place("rival").hear() if told.kind == "void"] == []
    table.close()
    assert again(strait, path).game.told == table.game.told


# ---------------------------------------------------------------------------------- seats


def test_a_seat_goes_to_a_stand_in_and_back(strait, table, lead, path):
    lead.give_seat("rival", "uniform", "Lea left the room.")
    assert [(row.state, row.vacated) for row in lead.see.seats()] == [
        ("writing", False),
        ("policy", True),
    ]
    table.place("ministry").say([])
    assert table.game.completed == 1
    assert table.place("rival").say([]) == ["This seat is played by the stand-in 'uniform'."]
    lead.give_seat("rival", "person")
    table.place("ministry").say([])
    assert table.missing() == ["rival"]
    table.close()
    assert again(strait, path).missing() == ["rival"]


def test_the_facilitator_plays_a_vacant_seat(table, lead):
    place = lead.play("rival", "Lea is late.")
    table.place("ministry").say([])
    assert table.game.completed == 0
    place.say([])
    assert table.game.completed == 1


def test_giving_the_last_open_seat_away_plays_the_turn(table, lead):
    table.place("ministry").say([])
    lead.give_seat("rival", "idle")

    assert table.game.completed == 1


# ----------------------------------------------------------------------------------- time


class Hands:
    """A clock's hands that a test moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_paused_table_seals_sheets_and_plays_nothing(strait, table, lead, path):
    lead.pause()
    table.place("ministry").say([])
    table.place("rival").say([])
    assert table.game.completed == 0
    table.close()
    taken_up = resume(strait, path)
    assert taken_up.paused
    Facilitation(taken_up).resume()
    assert taken_up.game.completed == 1
    taken_up.close()


def test_skipping_counts_missing_sheets_as_empty_and_says_whose(table, lead):
    table.place("ministry").say([allowed(table.place("ministry"))])
    lead.skip("No time.")

    skip = lead.see.log()[-1]
    assert (skip.kind, skip.data, skip.why) == ("skip", {"missing": ["rival"]}, "No time.")
    assert table.game.completed == 1


@pytest.mark.parametrize(
    ("when_over", "played", "asks"), [("decide", 0, True), ("empty", 1, False)]
)
def test_when_time_is_up_somebody_decides_or_empty_sheets_go_in(table, when_over, played, asks):
    hands = Hands()
    lead = Facilitation(table, Clock(60, when_over, tell=hands))
    lead.resume()
    hands.now = 59
    assert not lead.tick()
    lead.extend(120)
    hands.now = 178
    assert not lead.tick()
    hands.now = 180
    assert lead.tick() == asks
    assert table.game.completed == played


def test_another_clock_counts_from_now_and_nonsense_is_refused(table):
    hands = Hands()
    lead = Facilitation(table, Clock(60, tell=hands))
    lead.resume()
    lead.set_clock(600, "empty")
    hands.now = 100
    assert (lead.clock.left, lead.clock.when_over) == (500, "empty")
    for seconds, end in ((0, "decide"), (60, "explode")):
        with pytest.raises(NotDone, match="a minute at least"):
            lead.set_clock(seconds, end)
    lead.set_clock(None)
    assert lead.clock.left is None


def test_a_paused_clock_stands_still_and_shows_in_no_journal(table):
    hands = Hands()
    lead = Facilitation(table, Clock(60, tell=hands))
    lead.resume()
    hands.now = 10
    lead.pause()
    hands.now = 100
    assert lead.clock.left == 50
    lead.resume()
    lead.extend(120)
    assert lead.clock.left == 170
    assert lead.see.log() == []


# ------------------------------------------------------------------- marks, branches, laws


def test_marks_wait_for_the_debrief_and_no_other_seat_hears_of_them(strait, table, lead, path):
    table.place("ministry").mark("We argue: answer or post?")
    lead.mark("Nobody asked for the registry.")

    assert [(mark.by, mark.data["text"]) for mark in lead.see.log("mark")] == [
        ("ministry", "We argue: answer or post?"),
        ("facilitator", "Nobody asked for the registry."),
    ]
    assert table.place("rival").hear() == []
    play(table)
    table.close()
    assert "“We argue: answer or post?”" in "\n".join(account(path, strait))


def everything(table, lead):
    """A game of three turns in which everything is done by hand that can be."""
    lead.write("The port is closed.", ["rival"], effects="- {shift: market, by: -5}")
    lead.hold("tanker", "Later.")
    play(table)
    lead.set("tension", ["arden", "brenmark"], 50, "Played by the room.")
    lead.edit("tanker", "Two tankers.")
    lead.give_seat("rival", "uniform", "Left.")
    table.place("ministry").mark("Here.")
    table.place("ministry").say([allowed(table.place("ministry"))])
    lead.fire("tanker", "Now.")
    lead.give_seat("rival", "person")
    lead.pause()
    place = table.place("ministry")
    place.say([allowed(place)])
    lead.strike("ministry", 1, "Slip.")
    lead.skip("Time.")


def test_all_that_is_done_by_hand_is_played_again_and_proved(strait, table, lead, path):
    everything(table, lead)
    table.close()

    assert verify(path, strait).good
    rows = [json.loads(line) for line in dump(path)]
    done = [row["did"] for row in rows if row["kind"] == "intervention"]
    assert done == [one.kind for one in table.game.hands]
    taken_up = again(strait, path)
    assert taken_up.game.hash() == table.game.hash()
    assert taken_up.game.told == table.game.told
    assert taken_up.game.hands == table.game.hands
    assert len(list(account(path, strait))) > 20


def test_every_beginning_of_such_a_journal_gives_the_same_states(
    strait, table, lead, path, tmp_path
):
    from game.session import Journal

    everything(table, lead)
    table.close()
    reading = read(path)
    for length in range(1, len(reading.records) + 1):
        part = tmp_path / f"first {length}"
        with Journal.create(part, reading.header) as journal:
            for record in reading.records[:length]:
                journal.append(record)
        assert verify(part, strait).good
        again(strait, part)


def test_a_branch_repeats_its_parent_up_to_a_turn_and_leaves_it_untouched(
    strait, table, lead, path
):
    everything(table, lead)
    made = lead.rewind(2)
    table.close()
    before = path.read_bytes()

    assert made.name == "game-turn-2.journal"
    header = read(made).header
    assert (header.parent.journal, header.parent.turn) == ("game.journal", 2)
    assert header.parent.seal == read(path).seals[header.parent.row - 1]
    taken_up = resume(strait, made)
    assert taken_up.game.turn == 2
    assert [done.kind for done in taken_up.game.hands] == ["write", "hold"]
    taken_up.place("ministry").say([])
    taken_up.close()
    assert verify(made, strait).good
    assert path.read_bytes() == before
    assert branch(path, 2).name == "game-turn-2-2.journal"
    with pytest.raises(JournalRefused, match="no turn 9 to go back to; 3 were played"):
        branch(path, 9)


def test_a_made_up_entry_is_refused_and_not_obeyed(strait, path):
    table = begin(strait, 7, TWO, path)
    bad = {"name": "x", "text": "y", "effects": [{"shift": "__import__('os')", "by": 1}]}
    table.journal.append(Intervention(1, "write", "facilitator", "", bad))
    table.journal.append(TurnRecord(1, ()))
    table.close()

    assert verify(path, strait).differs == 1
    with pytest.raises(JournalRefused):
        resume(strait, path)


def test_an_ended_game_is_changed_no_more_but_may_still_be_marked(table, lead):
    while not table.game.ended:
        play(table)
    state = table.game.hash()
    for act in (
        lambda: lead.set("market", (), 50, "Late."),
        lambda: lead.write("Late."),
        lead.skip,
    ):
        with pytest.raises(NotDone, match="ended"):
            act()
    lead.mark("What would we do again?")
    assert table.game.hash() == state


# -------------------------------------------------------------------------- sealed sheets


def test_a_sealed_sheet_outlives_the_program_and_is_not_dumped_before_its_turn(
    strait, table, tmp_path
):
    path = tmp_path / "after the crash"
    order = replace(allowed(table.place("ministry")), text="The quiet word.")
    table.place("ministry").say([order])
    for beside in ("", "-wal"):  # what the disk holds when the program dies
        shutil.copyfile(f"{table.journal.path}{beside}", f"{path}{beside}")

    assert not any("The quiet word." in line for line in dump(path))
    taken_up = resume(strait, path)
    assert taken_up.missing() == ["rival"]
    taken_up.place("rival").say([])
    [turn] = [row for row in taken_up.journal.reading().records if isinstance(row, TurnRecord)]
    assert turn.orders == (order,)
    taken_up.close()
    assert sum("The quiet word." in line for line in dump(path)) == 2


def test_no_seat_learns_from_its_place_what_another_sealed_or_the_facilitator_wrote(table, lead):
    secret = "The quiet word."
    place = table.place("ministry")
    place.say([replace(allowed(place), text=secret, intent=secret)])
    lead.write("Only for the ministry. " + secret, ["ministry"])
    lead.mark(secret)
    lead.hold("tanker", secret)
    lead.set("market", (), 90, secret)
    rival = table.place("rival")

    seen = rival.look()
    parts = [rival.hear(), rival.say([Order("rival", "nonsense")]), seen.claims(), seen.secrets()]
    parts += [seen.booklet, seen.reasons, seen.objectives(), dir(rival)]
    assert secret not in str(parts)
