"""A saved game remembers how its scenario's knobs stood, and goes on only so."""

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.scenario import load
from game.session import JournalRefused, begin, read, resume, verify


@pytest.fixture
def kept(tmp_path):
    """A game of Blackout with two orders a turn, one turn old."""
    file = tmp_path / "calm.journal"
    script = load("blackout", knobs={"pace": "calm", "seats": "one"})
    table = begin(script, 3, {"ministry": "person"}, file)
    assert table.place("ministry").say([]) == []
    table.close()
    return file


def test_it_is_resumed_and_verified_with_its_knobs(kept):
    header = read(kept).header
    assert header.knobs == {"pace": "calm", "seats": "one"}
    script = load("blackout", knobs=header.knobs)
    assert verify(kept, script).good
    table = resume(script, kept)
    assert table.game.turn == 2
    assert table.place("ministry").look().booklet.orders_per_turn == 2
    table.close()


def test_without_them_it_is_refused_in_words(kept):
    with pytest.raises(JournalRefused, match="was begun with --knob pace=calm, seats=one"):
        resume(load("blackout"), kept)


@pytest.mark.parametrize(
    "words", [["replay", "--verify"], ["why"], ["report"], ["journal", "dump"]]
)
def test_every_command_that_reads_it_turns_them(kept, words):
    more = ["--measure", "tension(belmora, tessaly)", "--turn", "1"] if words == ["why"] else []
    answer = CliRunner().invoke(app, [*words, str(kept), *more])
    assert answer.exit_code == 0, answer.output


def test_play_takes_them_and_refuses_others(tmp_path):
    words = ["play", "blackout", "--text", "--seat", "ministry", "--journal"]
    file = tmp_path / "new.journal"
    answer = CliRunner().invoke(app, [*words, str(file), "--knob", "pace=brisk"], input="")
    assert answer.exit_code == 0, answer.output
    assert read(file).header.knobs == {"pace": "brisk"}
    answer = CliRunner().invoke(app, ["play", "blackout", "--text", "--knob", "pace=brsk"])
    assert "did you mean 'brisk'?" in answer.output
    assert answer.exit_code == 1
    answer = CliRunner().invoke(app, ["play", "blackout", "--text", "--knob", "pace"])
    assert answer.exit_code == 2


def test_a_file_of_a_scenario_from_elsewhere_asks_where_that_is(tmp_path):
    script = load("blackout")
    file = tmp_path / "x.journal"
    object.__setattr__(script, "name", "\x1b[31mferry")
    begin(script, 1, {}, file).close()
    answer = CliRunner().invoke(app, ["replay", str(file)])
    assert answer.exit_code == 1
    assert "'\\x1b[31mferry' is no scenario that comes with the program: say" in answer.output
