"""The journal's file: it grows, it is one file when closed, and it says when it is not itself."""

import json
import shutil
import sqlite3
import subprocess
import sys

import pytest

from game.engine.journal import HashRecord, Header, TurnRecord
from game.engine.orders import Order
from game.session import Journal, JournalRefused, dump, read

HEADER = Header("blackout", "d1", "r1", "0.1", 7, {"a": "person"})


def records(count, start=1):
    return [HashRecord(turn, f"hash {turn}") for turn in range(start, start + count)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.journal"


@pytest.fixture
def closed(path):
    with Journal.create(path, HEADER) as journal:
        for record in records(5):
            journal.append(record)
    return path


def tamper(path, *statements):
    """Change a closed journal behind its triggers, as a careless tool would."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_was_appended_is_read_again_in_its_order(closed):
    reading = read(closed)

    assert reading.header == HEADER
    assert list(reading.records) == records(5)
    assert not reading.broken


def test_a_closed_journal_is_one_file(closed):
    assert [file.name for file in closed.parent.iterdir()] == ["game.journal"]


def test_an_open_journal_can_be_read_while_its_game_goes_on(path):
    with Journal.create(path, HEADER) as journal:
        journal.append(records(1)[0])

        assert list(read(path).records) == records(1)


def test_a_journal_is_continued_where_it_ended(closed):
    journal, reading = Journal.open(closed)
    with journal:
        journal.append(HashRecord(6, "hash 6"))

    assert list(reading.records) == records(5)
    assert list(read(closed).records) == records(6)


def test_numbers_of_rows_are_told_as_they_are_saved(path):
    with Journal.create(path, HEADER) as journal:
        assert [journal.append(record) for record in records(3)] == [2, 3, 4]


def test_a_journal_in_memory_keeps_everything_but_a_file(tmp_path):
    journal = Journal.create(None, HEADER)
    journal.append(records(1)[0])

    assert list(journal.reading().records) == records(1)
    assert not list(tmp_path.iterdir())


def test_rows_cannot_be_changed_or_removed_or_replaced(closed):
    connection = sqlite3.connect(closed)
    for statement in (
        "UPDATE journal SET body = '' WHERE number = 2",
        "DELETE FROM journal WHERE number = 6",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE number = 2",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="a journal is only added to"):
            connection.execute(statement)
    connection.close()


def test_dump_gives_one_line_of_json_a_row(closed):
    lines = [json.loads(line) for line in dump(closed)]

    assert [line["row"] for line in lines] == [1, 2, 3, 4, 5, 6]
    assert lines[0]["kind"] == "header"
    assert lines[0]["seed"] == 7
    assert lines[5] == {"row": 6, "kind": "hash", "turn": 5, "hash": "hash 5"}


def test_equal_games_are_dumped_as_equal_text(tmp_path):
    for name in ("one", "two"):
        with Journal.create(tmp_path / name, HEADER) as journal:
            journal.append(TurnRecord(1, (Order("a", "post", text="Привет"),)))

    assert list(dump(tmp_path / "one")) == list(dump(tmp_path / "two"))
    assert "Привет" in list(dump(tmp_path / "one"))[1]


# --- what is refused -----------------------------------------------------------------------------


def test_a_second_writer_is_refused_even_in_the_same_program(path):
    with (
        Journal.create(path, HEADER),
        pytest.raises(JournalRefused, match="another game is being played with this journal"),
    ):
        Journal.open(path)


def test_a_second_program_is_refused_also_after_the_first_has_read_its_own_file(path):
    """Closing any other handle on a locked file drops the lock on POSIX: reading must not."""
    asked = (
        "import sys, pathlib\n"
        "from game.session import Journal, JournalRefused\n"
        "try: Journal.open(pathlib.Path(sys.argv[1]))\n"
        "except JournalRefused as refusal: print(refusal)\n"
    )
    with Journal.create(path, HEADER):
        read(path)
        other = subprocess.run(
            [sys.executable, "-c", asked, str(path)], capture_output=True, text=True, check=True
        )

    assert "another game is being played with this journal" in other.stdout


def test_a_new_journal_does_not_take_the_place_of_another(closed):
    with pytest.raises(JournalRefused, match="there is a file of this name already"):
        Journal.create(closed, HEADER)

    assert len(read(closed).records) == 5


def test_a_file_of_another_kind_is_left_alone(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague, " * 100)

    for use in (read, Journal.open, lambda file: Journal.create(file, HEADER)):
        with pytest.raises(JournalRefused, match=r"letter.txt: this is no journal of Backchannel"):
            use(letter)
    assert letter.read_text() == "Dear colleague, " * 100


def test_a_database_of_another_kind_is_no_journal(path):
    tamper(path, "CREATE TABLE journal (number, kind, body, previous, hash)")

    with pytest.raises(JournalRefused, match="this is no journal of Backchannel"):
        read(path)


def test_a_missing_file_and_an_empty_one_are_said_to_be_so(path):
    with pytest.raises(JournalRefused, match="there is no journal of this name"):
        read(path)
    path.touch()
    with pytest.raises(JournalRefused, match="the file is empty"):
        read(path)


def test_an_empty_file_may_become_a_journal(path):
    path.touch()
    Journal.create(path, HEADER).close()

    assert read(path).header == HEADER


def test_a_journal_is_not_written_into_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(JournalRefused, match=r"there is no folder .*attic; make it first"):
        Journal.create(tmp_path / "attic" / "game", HEADER)


def test_another_format_is_refused_with_its_number(closed):
    tamper(closed, "PRAGMA user_version = 9")

    with pytest.raises(JournalRefused, match=r"has format 9, and this version .* reads format 1"):
        read(closed)


# --- what is broken ------------------------------------------------------------------------------

OPEN_THE_LID = ("DROP TRIGGER journal_is_not_changed", "DROP TRIGGER journal_is_not_cut")


def put_lid_back(path):
    from game.session import database

    rows = sqlite3.connect(path).execute("SELECT * FROM journal").fetchall()
    path.unlink()
    connection = database.connect(path)
    connection.execute("BEGIN")
    database.lay_out(connection, format_number=1)
    connection.execute("DROP TRIGGER journal_is_continued")
    connection.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute(database.NO_REPLACE)
    connection.execute("COMMIT")
    connection.close()


@pytest.mark.parametrize(
    ("change", "intact", "complaint"),
    [
        ("UPDATE journal SET body = replace(body, 'hash 3', 'hash X')", 2, "row 4 is not as it"),
        ("UPDATE journal SET kind = 'turn' WHERE number = 4", 2, "row 4 is not as it was written"),
        ("DELETE FROM journal WHERE number = 4", 2, "row 4 is missing"),
        ("UPDATE journal SET hash = upper(hash) WHERE number = 6", 4, "row 6 is not as it was"),
        ("UPDATE journal SET body = x'00ff' WHERE number = 5", 3, "row 5 is missing or is not"),
    ],
)
def test_a_changed_row_is_found_and_those_before_it_are_still_read(
    closed, change, intact, complaint
):
    tamper(closed, *OPEN_THE_LID, change)
    put_lid_back(closed)

    reading = read(closed)

    assert list(reading.records) == records(intact)
    assert complaint in reading.broken
    assert f"the {intact + 1} before it are intact" in reading.broken
    assert json.loads(list(dump(closed))[-1])["kind"] == "broken"
    with pytest.raises(JournalRefused, match=complaint):
        Journal.open(closed)


def test_a_journal_without_its_header_is_refused(closed):
    tamper(closed, *OPEN_THE_LID, "DELETE FROM journal WHERE number = 1")
    put_lid_back(closed)

    with pytest.raises(JournalRefused, match="nothing in this journal is intact: row 1 is missing"):
        read(closed)


def test_a_journal_whose_triggers_were_removed_is_no_journal(closed):
    tamper(closed, *OPEN_THE_LID)

    with pytest.raises(JournalRefused, match="this is no journal of Backchannel"):
        read(closed)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_cut_short_gives_an_intact_beginning_or_a_sentence(tmp_path, share):
    path = tmp_path / "long"
    with Journal.create(path, HEADER) as journal:
        for record in records(200):
            journal.append(record)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    try:
        found = list(read(path).records)
    except JournalRefused:
        return
    assert found == records(len(found))


def test_reading_leaves_a_journal_as_it_is_whatever_its_state(closed):
    shutil.copy(closed, closed.with_name("copy"))
    before = closed.read_bytes()
    closed.chmod(0o444)

    read(closed)

    assert closed.read_bytes() == before
