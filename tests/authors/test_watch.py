"""Watching a scenario: one look tells its faults and its graph; a save makes it stale."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli.watching import lines_of
from game.scenario.lookout import graph_lines, look

HOUSE = Path(__file__).resolve().parents[2]
STRAIT = (HOUSE / "tests" / "scenario" / "strait.yaml").read_text(encoding="utf-8")


@pytest.fixture
def strait(tmp_path):
    """The strait, its claims in a file of their own."""
    lines = STRAIT.splitlines()
    claims = next(line for line in lines if line.startswith("claims:"))
    file = tmp_path / "strait.yaml"
    rest = "\n".join(line for line in lines if line != claims)
    file.write_text(f"include: [claims.yaml]\n{rest}\n", encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(claims + "\n", encoding="utf-8")
    return file


def later(file: Path, text: str) -> None:
    """Save a file some time after it was looked at."""
    file.write_text(text, encoding="utf-8")
    then = file.stat().st_mtime_ns + 10**9
    os.utime(file, ns=(then, then))


def test_a_look_tells_who_is_there_and_who_is_alone(strait):
    said = "\n".join(graph_lines(look(strait).script))
    assert "actors       3: arden, brenmark, tidewire" in said
    assert "tidewire > harbor_towns 0.7, harbor_towns > uplands 0.3" in said
    assert "isolated   none" in said
    text = strait.read_text()
    for tie in ("  harbor_towns: {uplands: 0.3}\n", "  uplands:      {harbor_towns: 0.2}\n"):
        assert tie in text
        text = text.replace(tie, "")
    later(strait, text)
    assert "isolated     1: uplands" in "\n".join(graph_lines(look(strait).script))


def test_a_look_is_good_until_a_file_of_the_scenario_is_saved(strait):
    seen = look(strait)
    assert not seen.stale
    part = strait.parent / "claims.yaml"
    later(part, part.read_text().replace("issue: blame", "issue: blam"))
    assert seen.stale
    again = look(strait)
    assert again.errors == 1
    assert again.script is None
    said = list(lines_of(again))
    assert "did you mean 'blame'?" in said[0]
    assert said[-1] == "1 error, 0 warnings."


def test_a_file_that_was_missing_is_waited_for(strait):
    part = strait.parent / "claims.yaml"
    text = part.read_text()
    part.unlink()
    seen = look(strait)
    assert seen.errors
    assert not seen.stale
    time.sleep(0.02)  # the moment of the folder changes
    part.write_text(text)
    assert seen.stale
    assert look(strait).errors == 0


def test_a_scenario_that_is_not_there_yet_is_waited_for(tmp_path):
    file = tmp_path / "strait.yaml"
    seen = look(file)
    assert seen.errors
    file.write_text(STRAIT)
    assert seen.stale


def test_what_it_prints_obeys_no_stranger(strait):
    later(strait, strait.read_text() + 'tit\u202ele: "\\e[31m"\n')
    seen = look(strait)
    assert seen.errors
    assert not {"\u202e", "\x1b"} & set("".join(lines_of(seen)))


@pytest.mark.skipif(sys.platform == "win32", reason="sends an interrupt")
def test_the_command_looks_again_after_a_save_and_ends_at_an_interrupt(strait):
    words = [sys.executable, "-u", str(HOUSE / "main.py"), "watch", str(strait)]
    # A shell that runs the tests behind it has them ignore interrupts, and a child inherits that.
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        command = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, kept)
    try:
        heard = iter(command.stdout.readline, "")
        assert any("watching" in line for line in heard)
        later(strait, strait.read_text().replace("turns: 8", "turns: many"))
        assert any("1 error" in line for line in heard)
        command.send_signal(signal.SIGINT)
        assert command.wait(20) == 0
    finally:
        command.kill()
        command.stdout.close()
        command.wait()
