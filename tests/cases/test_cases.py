"""The book of cases: every numbered case holds, and the page that publishes it is current."""

import re
from functools import lru_cache
from pathlib import Path

import pytest

from game.batch.cases import MARK, case_files, judge, page_of, prepared, standard_paths
from game.scenario import render

HOUSE = Path(__file__).resolve().parent.parent.parent
FILES = case_files(standard_paths())


@lru_cache(maxsize=32)
def book(file):
    """A file of cases, compiled once for all of them."""
    return prepared(file)


# Collecting tests compiles nothing: the numbers are enough.
EVERY = [
    pytest.param(file, place, id=number)
    for file in FILES
    for place, number in enumerate(
        re.findall(r"^  - number: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
]


@pytest.mark.parametrize(("file", "place"), EVERY)
def test_a_case_holds_alone_from_its_journal_and_among_others(file, place):
    faults = judge(book(file), place)

    assert not faults, "\n".join(render(fault) for fault in faults)


def test_the_book_has_many_cases_and_each_has_a_number_of_its_own():
    numbers = [param.id for param in EVERY]

    assert len(numbers) >= 80
    assert len({*numbers}) == len(numbers)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_is_tried_and_numbers_follow_one_another(file):
    cases = book(file).page.chapter.cases
    last = {}
    for case in cases:
        chapter, section, place = case.number.split(".")
        assert int(place) == last.get((chapter, section), 0) + 1, case.number
        last[chapter, section] = int(place)

    assert [case.number for case in cases] == [one.id for one in EVERY if one.values[0] == file]


def test_the_published_book_is_what_the_files_say():
    """Rewrite it with `main.py test --page docs/cases.md`."""
    text = (HOUSE / "docs" / "cases.md").read_text(encoding="utf-8")

    assert text.split(MARK)[1].strip() == page_of([book(file) for file in FILES], HOUSE).strip()
