"""Every file of bad/ is refused with the faults its first lines announce, and with no others."""

import time
from pathlib import Path

import pytest

from game.scenario import Fault, ScenarioError, check, load, render

BAD = sorted(Path(__file__).parent.joinpath("bad").glob("*.yaml"))


def announced(file: Path) -> list[str]:
    """The comment lines a file begins with: `line:column: code: message (hint)` each."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith("# ") and line[2:3].isdigit()]


def heads(faults: list[Fault], file: Path) -> list[str]:
    return [render(fault).splitlines()[0].removeprefix(f"{file}:") for fault in faults]


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_bad_file_gets_the_faults_it_announces_and_no_others(file):
    """Root causes only: what merely follows from a mistake would show up as one fault too many."""
    assert heads(check(file), file) == announced(file)


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_bad_file_is_refused_within_two_seconds_and_without_a_traceback(file):
    began = time.process_time()

    with pytest.raises(ScenarioError) as refused:
        load(file)

    assert time.process_time() - began < 2
    assert any(fault.is_error for fault in refused.value.faults)


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_the_caret_stands_under_the_place(file):
    """Below the message come the line of the file and a caret under the very character."""
    lines = file.read_text(encoding="utf-8").split("\n")
    for fault in check(file):
        shown = render(fault).split("\n")
        if len(shown) == 1:  # the place is an empty file
            continue
        _, line, caret = shown
        at = caret.index("^")
        wanted = lines[fault.line - 1][fault.column - 1 : fault.column].replace("\t", " ")
        assert line[at : at + 1].strip() == wanted.strip()


def test_there_are_many_kinds_of_mistakes():
    """Each code of an error has at least one file that shows it."""
    codes = {head.split(": ")[1] for file in BAD for head in announced(file)}

    assert len(BAD) >= 60
    assert len(codes) >= 25
