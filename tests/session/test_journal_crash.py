"""A laptop that dies costs nobody their game: what was acknowledged is there, and is intact."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest

from game.engine.journal import HashRecord, Header
from game.session import Journal, JournalRefused, database, read

HEADER = Header("blackout", "d1", "r1", "0.1", 7, {"a": "person"})

WRITER = """
import pathlib, sys
from game.engine.journal import HashRecord
from game.session import Journal
journal, reading = Journal.open(pathlib.Path(sys.argv[1]))
for turn in range(len(reading.records), 100_000):
    journal.append(HashRecord(turn, f"hash {turn}"))
    print(turn, flush=True)
"""


def write_until_killed(path, acknowledgments):
    """Let another program append, and end it with kill -9 after so many acknowledgments."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        for _ in range(acknowledgments):
            last = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split("\n")[:-1]  # printed before the signal came
    return int(rest[-1]) if rest else last


def is_whole(path):
    """Every record in its place, none twice, none missing; how many there are comes back."""
    reading = read(path)
    assert not reading.broken
    assert list(reading.records) == [HashRecord(n, f"hash {n}") for n in range(reading.rows - 1)]
    return len(reading.records)


@pytest.mark.parametrize("acknowledgments", [1, 40])
def test_nothing_acknowledged_is_lost_by_kill_9_and_the_game_goes_on(tmp_path, acknowledgments):
    path = tmp_path / "game.journal"
    Journal.create(path, HEADER).close()
    for _ in range(2):
        last = write_until_killed(path, acknowledgments)

        assert is_whole(path) >= last + 1
    with Journal.open(path)[0] as journal:
        journal.append(HashRecord(journal.reading().rows - 1, f"hash {journal.reading().rows - 1}"))
    assert is_whole(path) >= 2 * acknowledgments + 1
    assert [file.name for file in tmp_path.iterdir()] == ["game.journal"]


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_in_a_hundred_kills(tmp_path):
    path = tmp_path / "game.journal"
    Journal.create(path, HEADER).close()
    dice = random.Random(7)
    for _ in range(100):
        last = write_until_killed(path, dice.randint(1, 40))
        assert is_whole(path) >= last + 1


@pytest.fixture(scope="module")
def crashed(tmp_path_factory):
    """The files of a game that was killed: the main one, and the -wal with what came after."""
    folder = tmp_path_factory.mktemp("crashed")
    Journal.create(folder / "open", HEADER).close()
    journal, _ = Journal.open(folder / "open")
    for turn in range(30):
        journal.append(HashRecord(turn, f"hash {turn}"))
    for name in ("open", "open-wal"):
        shutil.copy(folder / name, folder / name.replace("open", "game"))
    journal.close()
    return folder


@pytest.fixture
def damaged(crashed, tmp_path):
    """A copy of the crashed game whose -wal may be spoiled."""
    for name in ("game", "game-wal"):
        shutil.copy(crashed / name, tmp_path / name)
    return tmp_path


def go_on(path):
    """What is left of the journal is a beginning of it, and it can be continued."""
    left = is_whole(path)
    with Journal.open(path)[0] as journal:
        journal.append(HashRecord(left, f"hash {left}"))
    assert is_whole(path) == left + 1
    return left


def test_a_crashed_journal_is_whole_with_its_wal_and_reading_keeps_both(damaged):
    before = {file.name: file.read_bytes() for file in damaged.iterdir()}

    assert is_whole(damaged / "game") == 30
    assert {file.name: file.read_bytes() for file in damaged.iterdir()} == before
    assert go_on(damaged / "game") == 30


def test_a_wal_cut_anywhere_leaves_an_intact_beginning(damaged, crashed):
    wal = (crashed / "game-wal").read_bytes()
    dice = random.Random(3)
    lengths = []
    for cut in [0, 1, 31, 32, 33, len(wal) - 1, *(dice.randrange(len(wal)) for _ in range(25))]:
        shutil.copy(crashed / "game", damaged / "game")
        (damaged / "game-wal").write_bytes(wal[:cut])
        lengths.append((cut, go_on(damaged / "game")))

    lengths.sort()
    assert [left for _, left in lengths] == sorted(left for _, left in lengths)
    assert lengths[0] == (0, 0)
    assert lengths[-1][1] == 29


def test_a_wal_with_flipped_bytes_leaves_an_intact_beginning(damaged, crashed):
    wal = (crashed / "game-wal").read_bytes()
    dice = random.Random(5)
    lengths = []
    for place in [0, 8, 20, 40, *(dice.randrange(len(wal)) for _ in range(30))]:
        shutil.copy(crashed / "game", damaged / "game")
        spoiled = bytearray(wal)
        spoiled[place] ^= 0x55
        (damaged / "game-wal").write_bytes(spoiled)
        lengths.append(go_on(damaged / "game"))

    assert min(lengths) == 0
    assert max(lengths) > 10


def test_a_journal_killed_at_birth_may_be_begun_again(tmp_path):
    path = tmp_path / "game"
    connection = database.connect(path)
    database.hold(connection, path)
    connection.execute("BEGIN")
    database.lay_out(connection, format_number=1)
    database.let_go(connection)  # closed before the commit, as a kill would

    with pytest.raises(JournalRefused, match="the file is empty"):
        read(path)
    Journal.create(path, HEADER).close()
    assert read(path).header == HEADER


class NoWriteAhead(sqlite3.Connection):
    """A file system on which write-ahead mode does not take."""

    def execute(self, statement, *values):
        if statement == "PRAGMA journal_mode = WAL":
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(statement, *values)


def test_where_write_ahead_does_not_take_the_older_mode_does(tmp_path, monkeypatch):
    path = tmp_path / "game"
    plain_connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *a, **k: plain_connect(*a, **k, factory=NoWriteAhead)
    )
    with Journal.create(path, HEADER) as journal:
        journal.append(HashRecord(0, "hash 0"))

        assert not (tmp_path / "game-wal").exists()
        assert is_whole(path) == 1
    assert is_whole(path) == 1


def append_many(journal):
    for turn in range(1, 500):
        journal.append(HashRecord(turn, f"hash {turn}"))


def test_a_full_disk_is_said_in_a_sentence_and_what_was_saved_stays(tmp_path):
    path = tmp_path / "game"
    with Journal.create(path, HEADER) as journal:
        journal.append(HashRecord(0, "hash 0"))
        journal._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(JournalRefused, match=r"row \d+ could not be saved .*full.*up to row"):
            append_many(journal)
    left = is_whole(path)
    assert left < 500
    assert go_on(path) == left
