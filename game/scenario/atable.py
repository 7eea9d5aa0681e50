"""Effects that a facilitator writes at the table: the same door as for those of a file."""

from dataclasses import replace
from typing import Any

from game.scenario.checks.effects import Reader
from game.scenario.desk import Desk
from game.scenario.draft import Draft, draft
from game.scenario.faults import Fault, Place, ScenarioError
from game.scenario.model import Content, Inject
from game.scenario.move import Rulebook
from game.scenario.nodes import Listing, Mapping, Scalar
from game.scenario.rulebook import load_rulebook_source
from game.scenario.scenario import Scenario
from game.scenario.source import parse

FILE = "effects"  # what messages call the text


def read_effects(scenario: Scenario, text: str) -> list[dict[str, Any]]:
    """The effects that a text lists, as plain data that `Inject` takes; none for an empty one.

    Raises:
        ScenarioError: something in it cannot be read, or names what the scenario does not have.
    """
    if not text.strip():
        return []
    source = parse(text, FILE)
    if source.faults or source.tree is None:
        raise ScenarioError(source.faults)
    listed = (
        source.tree if isinstance(source.tree, Listing) else Listing([source.tree], Place(FILE))
    )
    top = Place(FILE)
    words = Mapping(top, {"text": Scalar("-", "-", top), "effects": listed}, {"effects": top})
    sketch = draft(words, Inject)
    faults = list(sketch.faults)
    if sketch.made is not None:
        faults += _reader(scenario, sketch).effects(("effects",), sketch.made.effects)
    if faults or sketch.made is None:
        raise ScenarioError([_with_line(fault, source.lines) for fault in faults])
    made = sketch.made.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return list(made["effects"])


def _reader(scenario: Scenario, sketch: Draft[Inject]) -> Reader:
    """A reader of expressions in which the scenario's words mean what they mean in its files."""
    book = load_rulebook_source().book
    nothing: Draft[Content] = Draft(sketch.tree)
    own: Draft[Rulebook] = Draft(sketch.tree)
    names = dict(scenario.keys)
    moves, measures = dict(scenario.moves), dict(scenario.measures)
    desk = Desk(scenario.content, nothing, book, moves, own, names, measures, unread=False)
    return Reader(desk, nothing, desk.scope())


def _with_line(fault: Fault, lines: list[str]) -> Fault:
    line = lines[fault.line - 1] if 0 < fault.line <= len(lines) else ""
    return replace(fault, source_line=fault.source_line or line)
