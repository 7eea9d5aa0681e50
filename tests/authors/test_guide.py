"""The guide for authors is walked as it stands: every command is run, and prints what it shows."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app

HOUSE = Path(__file__).resolve().parents[2]
GUIDE = (HOUSE / "docs" / "authors-guide.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(text|yaml)\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
LONG = ("check --deep", "batch", "report", "compare")  # games by the hundred


def commands(block: str) -> list[tuple[list[str], list[str]]]:
    """The commands of a block, each with the lines that it is said to print."""
    found: list[tuple[list[str], list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ python main.py "):
            words = re.findall(r'"[^"]*"|\S+', line.removeprefix("$ python main.py "))
            found.append(([word.strip('"') for word in words], []))
        elif line.strip() not in ("", "..."):
            found[-1][1].append(line)
    return found


def change(name: str, old: str, new: str) -> None:
    """Change a file of the walk as the guide says."""
    file = Path("my/ferry", name)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def walk(*, long: bool) -> int:
    """Walk the guide; how many commands were run."""
    run, edits = 0, 0
    for kind, block in BLOCKS:
        if kind == "yaml":
            name, before = (("scenario.yaml", "  march:\n"), ("scenario.cases.yaml", ""))[edits]
            if before:
                change(name, before, block + before)
            else:
                with Path("my/ferry", name).open("a", encoding="utf-8") as file:
                    file.write("\n" + block)
            edits += 1
            continue
        for words, shown in commands(block):
            if "Nothing to look at." in shown:
                change("scenario.yaml", "> 80 and turn > 2", "> 48 and turn > 2")
            if " ".join(words).startswith(LONG) and not long:
                continue
            if shown == ["0 errors, 0 warnings."]:
                change("scenario.yaml", "vell_dsk", "vell_desk")
            printed = CliRunner().invoke(app, words).stdout.splitlines()
            at = -1
            for line in shown:
                assert line in printed[at + 1 :], (words, line, printed)
                at = printed.index(line, at + 1)
            run += 1
    return run


def test_the_guide_prints_what_it_shows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert walk(long=False) == 6


@pytest.mark.slow
def test_so_do_the_commands_that_play_hundreds_of_games(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert walk(long=True) == 11
