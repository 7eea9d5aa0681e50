"""YAML text -> a tree with a place for every key and value, and every mistake on the way.

The parser's events are walked one by one: building a document in one go crashes the process on
400 kB of `[`, and expands nested aliases without end. What is not needed is refused: anchors,
aliases, tags and further documents. The places are those of code points, counted from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.scenario.faults import Fault, Place
from game.scenario.nodes import Broken, Listing, Mapping, Node, Scalar
from game.scenario.reader import split_lines
from game.scenario.scalars import UnusableNumber, resolve
from game.scenario.syntax import Complaint, describe

DEEPEST = 64
MOST_NODES = 200_000
MOST_FAULTS = 200  # a file: a thousand more of one kind would help nobody
Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Source:
    """A file that was read: its tree, if there is one, and what is wrong with it."""

    file: str
    lines: list[str]
    tree: Node | None = None
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: Place, code: str, message: str, hint: str = "") -> Fault:
        """A fault at a place of this file, with its source line."""
        line = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        return Fault(place.file, place.line, place.column, code, message, hint, source_line=line)


class _Stop(Exception):
    """Nothing after this point of the file can be read."""


def parse(text: str, file: str) -> Source:
    """The tree of a text and its faults; `tree` is None where there is nothing to build from."""
    source = Source(file, split_lines(text))
    builder = _Builder(source, text)
    try:
        source.tree = builder.document()
    except _Stop:
        source.tree = None
    except yaml.MarkedYAMLError as error:
        source.faults.append(_syntax_fault(source, error))
        source.tree = None
    except yaml.YAMLError as error:
        place = Place(file)
        source.faults.append(source.fault(place, "bad-yaml", f"this is no YAML: {error}"))
    del source.faults[MOST_FAULTS:]
    return source


class _Builder:
    """Builds the tree from the events of one text."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=Loader)
        self.depth = 0
        self.nodes = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                hint = "keep one file a document; join files with include:"
                self.say(event, "second-document", "a second document begins here", hint)
                raise _Stop
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event)
        return root

    def node(self, event: yaml.Event) -> Node:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"the file holds more than {MOST_NODES:,} values"
            self.say(event, "too-many-values", message, "use a population for large numbers")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            hint = "write it out, or share a file with include:"
            self.say(event, "alias", "aliases (*name) are not read here", hint)
            return Broken(self.place(event))
        tagged = self.decorated(event)
        if isinstance(event, yaml.ScalarEvent):
            return Broken(self.place(event)) if tagged else self.scalar(event)
        self.depth += 1
        if self.depth > DEEPEST:
            message = f"values are nested more than {DEEPEST} levels deep"
            self.say(event, "too-deep", message, "close a bracket, or write less deeply")
            raise _Stop
        opens = isinstance(event, yaml.MappingStartEvent)
        node = self.mapping(event) if opens else self.listing(event)
        self.depth -= 1
        return Broken(node.place) if tagged else node

    def decorated(self, event: yaml.Event) -> bool:
        """Whether a tag stands before a value; says so, and of an anchor too."""
        anchor: str | None = getattr(event, "anchor", None)
        if anchor is not None:
            hint = f"delete &{anchor}; share a file with include:"
            self.say(event, "anchor", "anchors (&name) are not read here", hint)
        tag: str | None = getattr(event, "tag", None)
        if tag is not None:
            hint = "delete the tag; quote a text that begins with !"
            self.say(event, "tag", f"tags ({_short_tag(tag)}) are not read here", hint)
        return tag is not None

    def scalar(self, event: yaml.ScalarEvent) -> Node:
        place = self.place(event)
        raw = self.text[_mark(event).index : _mark(event, end=True).index]
        plain_word = event.style in (None, "")
        try:
            value = resolve(event.value) if plain_word else event.value
        except UnusableNumber as error:
            hint = "write a number of ordinary size, or quote it"
            self.say(event, "bad-number", str(error), hint)
            return Broken(place)
        quoted = not plain_word
        return Scalar(value, text=event.value, place=place, raw=raw, quoted=quoted)

    def listing(self, event: yaml.Event) -> Listing:
        items: list[Node] = []
        for inner in self.events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            items.append(self.node(inner))
        return Listing(items, self.place(event))

    def mapping(self, event: yaml.Event) -> Mapping | Broken:
        mapping = Mapping(self.place(event))
        refused = False
        for inner in self.events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            key = self.node(inner)
            value = self.node(next(self.events))  # after a key there is always a value
            refused |= not self.enter(mapping, key, value, inner)
        return Broken(mapping.place) if refused and not mapping.values else mapping

    def enter(self, mapping: Mapping, key: Node, value: Node, event: yaml.Event) -> bool:
        """Put a key and its value into a mapping; whether the key is one."""
        if isinstance(key, Broken):
            return False
        if not isinstance(key, Scalar):
            hint = "quote it if it is text in {{double brackets}}"
            self.say(event, "bad-key", "a key must be one word, not a list or a mapping", hint)
        elif not key.text.strip():
            self.say(event, "bad-key", "a key is missing before the colon")
        elif key.text in mapping.values:
            lines = f"in line {mapping.keys[key.text].line} and in line {key.place.line}"
            message = f"'{key.text}' stands here twice: {lines}"
            self.say(event, "duplicate-key", message, "rename or delete one of them")
            adopt(mapping.values[key.text], value)
        else:
            mapping.values[key.text] = value
            mapping.keys[key.text] = key.place
            return True
        return isinstance(key, Scalar) and key.text in mapping.values

    def place(self, event: yaml.Event) -> Place:
        mark = _mark(event)
        return Place(self.source.file, mark.line + 1, mark.column + 1)

    def say(self, event: yaml.Event, code: str, message: str, hint: str = "") -> None:
        self.source.faults.append(self.source.fault(self.place(event), code, message, hint))


def adopt(first: Node, second: Node) -> None:
    """Let what stands under the second of two equal keys count as if it stood under the first.

    So that a section that is written twice is one fault, and not one for each name in it.
    """
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        for key, value in second.values.items():
            if key not in first.values:
                first.values[key] = value
                first.keys[key] = second.keys[key]


def _syntax_fault(source: Source, error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = min(line, len(source.lines))
    while line > 1 and not source.lines[line - 1].strip():  # the end of a file: go back to a word
        line -= 1
        column = len(source.lines[line - 1]) + 1
    opened = error.context_mark
    complaint = Complaint(
        problem=error.problem or "",
        context=error.context or "",
        text=source.lines[line - 1],
        above=source.lines[: line - 1],
        line=line,
        column=column,
        opened=(opened.line + 1, opened.column + 1) if opened else None,
    )
    words = describe(complaint)
    place = Place(source.file, words.line, words.column)
    return source.fault(place, words.code, words.message, words.hint)


def _mark(event: yaml.Event, *, end: bool = False) -> Any:
    mark = event.end_mark if end else event.start_mark
    if mark is None:  # the parser marks every event; its types do not say so
        raise _Stop
    return mark


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
