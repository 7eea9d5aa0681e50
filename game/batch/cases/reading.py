"""A file of cases -> a chapter that can be played, or every mistake in it with its place."""

from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from game.batch.cases.model import Case, Chapter, Expected
from game.engine import Rulebook
from game.rules import compile_rulebook
from game.scenario import Fault, Scenario, ScenarioError, load, load_within, shipped_names
from game.scenario import nodes as tree
from game.scenario.draft import draft
from game.scenario.faults import Place
from game.scenario.nodes import Mapping, Path
from game.scenario.reader import Unreadable, read_text
from game.scenario.source import Source, parse
from game.views import Viewpoint, viewpoint

SUFFIX = ".cases.yaml"
STUBS = {"title": "-", "scenario": "-", "cases": []}


@dataclass(frozen=True, eq=False)
class Page:
    """A file that could be read: its words, their places, and the scenario it plays on."""

    path: FilePath
    shown: str
    source: Source
    chapter: Chapter
    scenario: Scenario
    rulebook: Rulebook
    views: dict[str, Viewpoint] = field(default_factory=dict)

    def view(self, seat: str) -> Viewpoint:
        """The viewpoint of a seat, made when first asked for."""
        if seat not in self.views:
            self.views[seat] = viewpoint(self.scenario, self.rulebook, seat)
        return self.views[seat]

    def fault(self, path: Path, code: str, message: str, hint: str = "") -> Fault:
        """A fault at the value that stands at a path of the file."""
        return self.fault_at(tree.place_of(self._tree, path), code, message, hint)

    def key_fault(self, path: Path, code: str, message: str, hint: str = "") -> Fault:
        """A fault at the name that ends a path of the file."""
        return self.fault_at(tree.key_place(self._tree, path), code, message, hint)

    def fault_in(self, path: Path, offset: int, code: str, message: str, hint: str = "") -> Fault:
        """A fault at a character of the text at a path, counted from 0."""
        return self.fault_at(tree.inside(self._tree, path, offset), code, message, hint)

    def fault_at(self, place: Place, code: str, message: str, hint: str = "") -> Fault:
        """A fault at a place of the file, with its line."""
        return self.source.fault(place, code, message, hint)

    @property
    def _tree(self) -> tree.Node:
        return self.source.tree or Mapping(Place(self.shown))


def read_page(path: FilePath) -> Page:
    """Return a file of cases with its scenario loaded and compiled.

    Raises:
        ScenarioError: it, or its scenario, cannot be read; carries every fault.
    """
    shown = str(path)
    try:
        source = parse(read_text(path, shown), shown)
    except Unreadable as error:
        raise ScenarioError(error.faults) from None
    if not isinstance(source.tree, Mapping):
        hint = "begin with title: and scenario:, then cases:"
        message = "a file of cases is made of names with values"
        empty = [] if source.faults else [Fault(shown, 1, 1, "no-cases", message, hint)]
        raise ScenarioError([*source.faults, *empty])
    sketch = draft(source.tree, Chapter, STUBS)
    faults = [*source.faults, *(_spoken(source, fault) for fault in sketch.faults)]
    scenario = None
    try:
        scenario = _scenario(path, shown, source)
    except ScenarioError as error:
        faults += [fault for fault in error.faults if fault.is_error]
    if faults or sketch.made is None or scenario is None:
        raise ScenarioError(faults)
    return Page(path, shown, source, sketch.made, scenario, compile_rulebook(scenario))


def _scenario(path: FilePath, shown: str, source: Source) -> Scenario | None:
    """The scenario of a file: inside it, beside it, or shipped; None if none is named."""
    found = tree.find(source.tree, ("scenario",)) if source.tree else None
    if isinstance(found, Mapping):
        return load_within(found, path, shown, source.lines)
    if not isinstance(found, tree.Scalar) or not isinstance(found.value, str):
        return None
    beside = path.parent / found.value
    if found.value in shipped_names() or beside.exists():
        return load(found.value if found.value in shipped_names() else beside)
    message = f"there is no scenario '{found.value}' beside this file, and none is shipped"
    hint = f"shipped are: {', '.join(shipped_names())}"
    raise ScenarioError([source.fault(found.place, "no-such-file", message, hint)])


def _spoken(source: Source, fault: Fault) -> Fault:
    """A fault of form in the words of this file: scenarios have another name for their top."""
    message = fault.message.replace("at the top of a scenario", "at the top of a file of cases")
    message = message.replace("the scenario needs", "a file of cases needs")
    line = source.lines[fault.line - 1] if 0 < fault.line <= len(source.lines) else ""
    return replace(fault, message=message, source_line=line)


def moments(case: Case) -> list[tuple[Path, Expected]]:
    """Everything a case expects, with its path below the case: turn by turn, then the end."""
    turns: list[tuple[Path, Expected]] = [
        (("turns", place), turn) for place, turn in enumerate(case.turns)
    ]
    return [*turns, ((), case)]


def texts(said: str | list[str], path: Path) -> list[tuple[Path, str]]:
    """One text or several, each with its path."""
    if isinstance(said, str):
        return [(path, said)]
    return [((*path, place), text) for place, text in enumerate(said)]
