"""The standard rulebook as its files say it, and what a scenario's own moves make of it."""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from game.data import data_path
from game.scenario import nodes
from game.scenario.draft import Draft, draft
from game.scenario.faults import Fault, Place, ScenarioError
from game.scenario.include import Library, overlay
from game.scenario.move import Rulebook
from game.scenario.nodes import Mapping
from game.scenario.reader import Unreadable, read_text
from game.scenario.source import adopt, parse

TABLES = ("measures", "parameters", "fragments")


@dataclass(frozen=True, slots=True)
class RulebookSource:
    """The standard rulebook: its rows, and the tree in which each of them has a place."""

    book: Rulebook
    tree: Mapping
    digest: str


@cache
def load_rulebook_source() -> RulebookSource:
    """The standard rulebook that comes with the program.

    Raises:
        ScenarioError: a row of it cannot be read; its places are those of the rulebook's files.
    """
    library, sketch = read_rulebook()
    faults = library.with_lines(library.faults + sketch.faults)
    if faults or sketch.made is None or not isinstance(sketch.tree, Mapping):
        raise ScenarioError(faults)
    return RulebookSource(sketch.made, sketch.tree, digest_of(sketch.tree))


def read_rulebook() -> tuple[Library, Draft[Rulebook]]:
    """The files of the standard rulebook as one tree, and as much of it as is sound."""
    folder = data_path("scenarios", "rulebook")
    library = Library(folder)
    tree = Mapping(Place(str(folder)))
    for table in TABLES:
        _read_table(library, tree, table, f"{table}.yaml")
    for path in sorted(folder.joinpath("moves").glob("*.yaml")):
        _read_table(library, tree, "moves", f"moves/{path.name}")
    return library, draft(tree, Rulebook)


def moves_tree(rulebook: RulebookSource, own: Mapping) -> Mapping:
    """The moves a scenario writes or tunes, each whole, as a tree `{moves: ...}`."""
    standard = rulebook.tree.values.get("moves")
    moves = Mapping(own.place, dict(own.values), dict(own.keys))
    for key, value in own.values.items():
        below = nodes.child(standard, key) if standard else None
        if below is not None and isinstance(value, Mapping):
            moves.values[key] = overlay(below, value)
    return Mapping(own.place, {"moves": moves}, {"moves": own.place})


def digest_of(tree: nodes.Node) -> str:
    """The SHA-256 of what a tree says, whatever its files are called and their keys' order."""
    data = json.dumps(nodes.plain(tree), sort_keys=True, separators=(",", ":"))
    return sha256(data.encode()).hexdigest()


def _read_table(library: Library, tree: Mapping, table: str, name: str) -> None:
    shown = f"rulebook/{name}"
    try:
        source = parse(read_text(library.folder / name, shown), shown)
    except Unreadable as error:
        library.faults += error.faults
        return
    library.lines[shown] = source.lines
    library.faults += source.faults
    if source.tree is None:
        return
    first = tree.values.get(table)
    if not isinstance(first, Mapping) or not isinstance(source.tree, Mapping):
        tree.values[table] = source.tree
        tree.keys[table] = source.tree.place
        return
    for key in source.tree.values:
        if key in first.values:
            place, other = source.tree.keys[key], first.keys[key]
            message = f"'{key}' is declared already in {other.file}, line {other.line}"
            library.faults.append(Fault(shown, place.line, place.column, "declared-twice", message))
    adopt(first, source.tree)
