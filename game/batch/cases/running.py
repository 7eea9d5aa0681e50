"""Files of cases run one after the other, and what is said of each case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.batch.cases.checking import faults_of
from game.batch.cases.judging import Book, judge, open_book
from game.batch.cases.reading import SUFFIX, read_page
from game.data import data_path
from game.scenario import Fault, ScenarioError, render, shipped_names
from game.scenario.faults import escape


@dataclass(frozen=True, slots=True)
class Result:
    """A case that was played: its number and sentence, and what is not as it expects."""

    number: str
    name: str
    faults: tuple[Fault, ...]

    @property
    def lines(self) -> list[str]:
        """What is said of it: one line, and below it each thing that is not so, with its place."""
        head = f"{'F' if self.faults else '.'} {self.number:<7} {escape(self.name)}"
        said = [line for fault in self.faults for line in render(fault).splitlines()]
        return [head, *(f"    {line}" for line in said)]


def standard_paths() -> list[Path]:
    """The project's own cases, and those of the shipped scenarios; the starter is its author's."""
    scenarios = data_path("scenarios")
    own = scenarios.parent / "tests" / "cases"
    shipped = [scenarios / name for name in shipped_names()]
    return [path for path in (own, *shipped) if path.is_dir()]


def case_files(paths: Iterable[Path]) -> list[Path]:
    """The files of cases at some paths: files as they are named, and all below a folder.

    Raises:
        ScenarioError: nothing is there.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.rglob(f"*{SUFFIX}"))
        elif path.exists():
            found.append(path)
        else:
            hint = "look at the spelling and the folder"
            raise ScenarioError([Fault(str(path), 1, 1, "no-such-file", "nothing is there", hint)])
    return list(dict.fromkeys(found))


def prepared(path: Path) -> Book:
    """A file of cases ready to be played.

    Raises:
        ScenarioError: it, its scenario or one of its cases has mistakes; carries all of them.
    """
    page = read_page(path)
    faults = faults_of(page)
    if faults:
        raise ScenarioError(faults)
    return open_book(page)


def results(book: Book) -> Iterator[Result]:
    """Every case of a book, played and judged, in order."""
    for place, case in enumerate(book.page.chapter.cases):
        yield Result(case.number, case.name, tuple(judge(book, place)))
