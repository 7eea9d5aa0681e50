"""A YAML text as a tree in which every key and value knows where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.scenario.faults import Place
from game.scenario.scalars import Plain

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Scalar:
    """A single value. `raw` is the text as it stands in the file, quotes and all."""

    value: Plain
    text: str
    place: Place
    raw: str = ""
    quoted: bool = False


@dataclass(slots=True)
class Listing:
    """Values in a row."""

    items: "list[Node]"
    place: Place


@dataclass(slots=True)
class Mapping:
    """Names and their values, with the place of each name."""

    place: Place
    values: "dict[str, Node]" = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class Broken:
    """Something that has a fault already, so that nothing more is said about it."""

    place: Place


Node = Scalar | Listing | Mapping | Broken


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """What stands in a node, by key or by number."""
    if isinstance(node, Mapping):
        yield from node.values.items()
    elif isinstance(node, Listing):
        yield from enumerate(node.items)


def child(node: Node, step: str | int) -> Node | None:
    """What stands in a node under a key or a number, if anything does."""
    if isinstance(node, Mapping):
        return node.values.get(step) if isinstance(step, str) else node.values.get(str(step))
    if isinstance(node, Listing) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def find(node: Node, path: Path) -> Node | None:
    """What stands at a path below a node, if anything does."""
    found: Node | None = node
    for step in path:
        found = None if found is None else child(found, step)
    return found


def place_of(node: Node, path: Path) -> Place:
    """Where the value at a path stands, or the nearest thing above it that stands anywhere."""
    place = node.place
    for step in path:
        below = child(node, step)
        if below is None:
            break
        node, place = below, below.place
    return place


def key_place(node: Node, path: Path) -> Place:
    """Where the key at the end of a path stands; for an item of a list, the item."""
    if not path:
        return node.place
    above = find(node, path[:-1])
    if isinstance(above, Mapping) and str(path[-1]) in above.keys:
        return above.keys[str(path[-1])]
    return place_of(node, path)


def inside(node: Node, path: Path, offset: int) -> Place:
    """Where character number `offset` of the text at a path stands, counted from 0.

    The characters of the value are found again in the raw text one after the other: folding,
    indentation and quotes change only the white space and the escapes between them.
    """
    scalar = find(node, path)
    if not isinstance(scalar, Scalar) or not scalar.raw:
        return place_of(node, path)
    line, column = scalar.place.line, scalar.place.column
    for at, (line_on, column_on) in enumerate(_positions(scalar)):
        line, column = line_on, column_on
        if at >= offset:
            break
    return Place(scalar.place.file, line, column)


def plain(node: Node) -> object:
    """The tree as plain data: dicts, lists, text and numbers; what is broken is None or absent."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        values = node.values.items()
        return {key: plain(value) for key, value in values if not isinstance(value, Broken)}
    return None


def _positions(scalar: Scalar) -> Iterator[tuple[int, int]]:
    """The line and column of each character of a scalar's text, in order."""
    raw, text = scalar.raw, scalar.text
    line, column, at = scalar.place.line, scalar.place.column, 0
    if raw[0] in "|>":  # the header of a block scalar is not part of it
        at = raw.find("\n") + 1
        line, column = line + 1, 1
    elif scalar.quoted:
        at, column = 1, column + 1
    for character in text:
        while at < len(raw) and raw[at] != character and (character.isspace() or raw[at].isspace()):
            if not raw[at].isspace():
                break
            line, column = (line + 1, 1) if raw[at] == "\n" else (line, column + 1)
            at += 1
        yield line, column
        width = _written_width(scalar, raw, at, character)
        for passed in raw[at : at + width]:
            line, column = (line + 1, 1) if passed == "\n" else (line, column + 1)
        at += width


def _written_width(scalar: Scalar, raw: str, at: int, character: str) -> int:
    """How many characters of the file spell one character of the value."""
    if not scalar.quoted or at >= len(raw):
        return 1
    if raw[0] == "'" and character == "'":
        return 2
    if raw[0] == '"' and raw[at] == "\\":
        return 2 + {"x": 2, "u": 4, "U": 8}.get(raw[at + 1 : at + 2], 0)
    return 1
