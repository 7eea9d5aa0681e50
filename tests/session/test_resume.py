"""A journal is the save file and the proof: taken up again, a game goes on as if never left."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine import Order
from game.engine.journal import HashRecord, TurnRecord
from game.scenario import load
from game.session import Journal, JournalRefused, begin, read, resume, shelf, verify

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
SEATS = {"ministry": "person", "rival": "uniform"}


@pytest.fixture(scope="module")
def strait():
    return load(STRAIT)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.journal"


def play(table, turns):
    """Hand in whatever the menu allows first, turn after turn, and collect the states."""
    states = []
    place = table.place("ministry")
    for _ in range(turns):
        menu = place.look().menu
        candidate = int(menu.allowed()[0].argmax())
        assert place.say([replace(menu.order(candidate), text=f"Turn {place.look().turn}")]) == []
        states.append(table.game.hash())
    return states


def past(path, strait, turns):
    """A journal of so many turns, closed."""
    table = begin(strait, 7, SEATS, path)
    play(table, turns)
    table.close()
    return path


def copied(journal_rows, path):
    """A new journal that says these records."""
    header, *rows = journal_rows
    with Journal.create(path, header) as journal:
        for row in rows:
            journal.append(row)
    return path


@pytest.mark.parametrize("turns", [0, 1, 4, 8])
def test_save_load_continue_equals_continue(strait, path, turns):
    whole = begin(strait, 7, SEATS)
    states = play(whole, 8)
    told = whole.place("ministry").hear()
    before = begin(strait, 7, SEATS, path)
    assert play(before, turns) == states[:turns]
    before.close()

    after = resume(strait, path)
    assert play(after, 8 - turns) == states[turns:]
    assert after.place("ministry").hear() == told
    assert after.place("ministry").look().ended[0]


def test_every_beginning_of_a_journal_gives_the_same_states(strait, path, tmp_path):
    reading = read(past(path, strait, 8))
    rows = [reading.header, *reading.records]
    for length in (1, 2, 3, 4, 11, 17, len(rows)):
        verdict = verify(copied(rows[:length], tmp_path / f"first {length}"), strait)

        assert verdict.good
        assert verdict.turns == sum(isinstance(row, TurnRecord) for row in rows[:length])
    assert verdict.ended
    assert verdict.sentence == (
        "8 turns were played again, and every state is the same; the game has ended."
    )


def test_a_turn_whose_sheets_were_saved_is_played_though_the_power_went_before(strait, path):
    reading = read(past(path, strait, 3))
    rows = [reading.header, *reading.records]
    assert isinstance(rows[-1], HashRecord)
    cut = copied(rows[:-1], path.with_name("cut"))

    table = resume(strait, cut)
    table.close()

    assert list(read(cut).records) == rows[1:]


PLAYER = """
import sys
from dataclasses import replace
from pathlib import Path
from game.scenario import load
from game.session import resume
table = resume(load(Path(sys.argv[1])), Path(sys.argv[2]))
place = table.place("ministry")
while not place.look().ended[0]:
    menu = place.look().menu
    candidate = int(menu.allowed()[0].argmax())
    place.say([replace(menu.order(candidate), text=f"Turn {place.look().turn}")])
    print(table.game.completed, flush=True)
print("over", flush=True)
input()
"""


def test_a_game_killed_again_and_again_is_the_game_that_was_never_killed(strait, path):
    whole = begin(strait, 7, SEATS)
    states = play(whole, 8)
    begin(strait, 7, SEATS, path).close()
    shown = 0
    for kill_after in (1, 3, 9):
        with subprocess.Popen(
            [sys.executable, "-c", PLAYER, str(STRAIT), str(path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as player:  # fmt: skip
            for _ in range(kill_after):
                line = player.stdout.readline()
                assert line, "the player died of itself"
                if line == "over\n":
                    break
                shown = int(line)
            player.send_signal(signal.SIGKILL)
        played = [row for row in read(path).records if isinstance(row, TurnRecord)]
        assert len(played) >= shown
    assert shown == 8
    assert resume(strait, path).game.hash() == states[-1]


# --- what is refused -----------------------------------------------------------------------------


def test_a_changed_scenario_text_is_refused(strait, path, tmp_path):
    past(path, strait, 2)
    other = tmp_path / "strait.yaml"
    other.write_text(STRAIT.read_text().replace("staff: 5", "staff: 4"))

    for use in (resume, lambda scenario, file: verify(file, scenario)):
        with pytest.raises(
            JournalRefused, match=r"the text of the scenario 'strait' is not the one"
        ):
            use(load(other), path)
    resume(strait, path).close()


def test_other_rules_are_refused(strait, path, monkeypatch):
    past(path, strait, 2)
    monkeypatch.setattr(shelf, "VERSION", "next")

    with pytest.raises(JournalRefused, match=r"and this Backchannel plays by version next"):
        resume(strait, path)


def test_a_game_that_comes_out_differently_is_refused_with_its_turn(strait, path, tmp_path):
    reading = read(past(path, strait, 4))
    rows = [reading.header, *reading.records]
    rows[6] = HashRecord(rows[6].turn, "f" * 64)
    other = copied(rows, tmp_path / "other")

    assert verify(other, strait).differs == 3
    assert "differs at turn 3" in verify(other, strait).sentence
    with pytest.raises(JournalRefused, match="played again, the game differs at turn 3"):
        resume(strait, other)


@pytest.mark.parametrize(
    "order",
    [
        Order("navy", "consular_alert.advice"),
        Order("ministry", "surrender"),
        Order("ministry", "private_message.plain", target="atlantis"),
    ],
)
def test_orders_that_no_table_has_sealed_are_found(strait, path, order):
    header = begin(strait, 7, SEATS).game.header
    made_up = copied([header, TurnRecord(1, (order,))], path)

    assert verify(made_up, strait).differs == 1


def test_turns_out_of_their_order_are_found(strait, path, tmp_path):
    reading = read(past(path, strait, 3))
    turns = [row for row in reading.records if isinstance(row, TurnRecord)]

    assert verify(copied([reading.header, turns[1]], tmp_path / "a"), strait).differs == 2
    rows = [reading.header, turns[0], turns[0]]
    assert verify(copied(rows, tmp_path / "b"), strait).differs == 1


def test_a_broken_journal_is_verified_as_far_as_it_is_whole(strait, path, monkeypatch):
    past(path, strait, 3)
    whole = read(path)
    broken = replace(whole, records=whole.records[:3], rows=4, broken="row 5 is not as it was.")
    monkeypatch.setattr("game.session.retrace.read", lambda _: broken)

    verdict = verify(path, strait)
    assert not verdict.good
    assert verdict.sentence == (
        "1 turn was played again, and every state is the same; the game has not ended. "
        "But row 5 is not as it was."
    )


# --- the facilitator -----------------------------------------------------------------------------


def injects(table):
    return [told.text for told in table.game.told["ministry"] if told.kind == "inject"]


def test_an_inject_fired_by_hand_comes_next_turn_and_is_in_the_journal(strait, path):
    table = begin(strait, 7, SEATS, path)
    table.intervene("fire", "tanker", by="facilitator", why="They are too calm.")
    assert injects(table) == []
    play(table, 1)
    assert injects(table) == ["A tanker has stopped answering."]
    play(table, 3)
    table.close()

    again = resume(strait, path)
    assert again.game.told == table.game.told
    assert again.game.hash() == table.game.hash()
    again.close()
    assert verify(path, strait).good


def test_an_inject_held_by_hand_does_not_come(strait):
    table = begin(strait, 7, SEATS)
    play(table, 1)
    table.intervene("hold", "tanker", by="facilitator", why="Enough for now.")
    play(table, 2)

    assert injects(table) == []


def test_an_intervention_saved_just_before_the_power_went_still_counts(strait, path):
    table = begin(strait, 7, SEATS, path)
    table.intervene("fire", "tanker", by="facilitator", why="Now.")
    table.close()

    again = resume(strait, path)
    play(again, 1)
    assert injects(again) == ["A tanker has stopped answering."]


def test_only_injects_that_exist_are_fired_or_held(strait):
    table = begin(strait, 7, SEATS)

    with pytest.raises(ValueError, match="there is no inject 'flood'; there are tanker"):
        table.intervene("fire", "flood", by="facilitator", why="")
    with pytest.raises(ValueError, match="held or released by hand, not 'drown'"):
        table.intervene("drown", "tanker", by="facilitator", why="")


@pytest.mark.parametrize(
    ("seats", "complaint"),
    [
        ({"ministry": "person", "rival": "chess"}, "rival: no stand-in is called 'chess'"),
        ({"ministry": "person", "rival": "idle", "navy": "idle"}, "strait has no seat 'navy'"),
        ({"ministry": "person"}, "this journal does not say who holds each seat"),
    ],
)
def test_a_journal_whose_seats_cannot_be_filled_is_refused(strait, path, seats, complaint):
    header = replace(begin(strait, 7, SEATS).game.header, seats=seats)

    with pytest.raises(JournalRefused, match=complaint):
        resume(strait, copied([header], path))
