"""A scenario of several files, read as if everything stood in one.

A file may ask only for files of its own folder and below: scenarios travel from stranger to
stranger, and none may read what it was not sent with.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from game.scenario.faults import Fault, Place
from game.scenario.nodes import Broken, Listing, Mapping, Node, Scalar
from game.scenario.reader import Unreadable, read_text
from game.scenario.source import Source, parse

MOST_FILES = 64
MOST_BYTES = 5_000_000  # characters of all files together


@dataclass(slots=True)
class Library:
    """The files of one scenario: what they say together, and what is wrong with each."""

    folder: Path
    tree: Mapping | None = None
    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, list[str]] = field(default_factory=dict)
    unread: bool = False  # a part is missing: what it would have declared is not known
    size: int = 0

    def with_lines(self, faults: list[Fault]) -> list[Fault]:
        """The faults, each with the line of the file it speaks of."""
        return [_with_line(fault, self.lines.get(fault.file, [])) for fault in faults]


def gather(path: Path, shown: str) -> Library:
    """Everything a scenario's file says, with what it includes."""
    library = Library(path.parent.resolve())
    main = _open(library, path, shown)
    if main is None:
        return library
    if not isinstance(main.tree, Mapping):
        if main.tree is None and not main.faults:
            hint = "begin with format: 1"
            library.faults.append(Fault(shown, 1, 1, "empty-file", "the file is empty", hint))
        elif main.tree is not None:
            hint = "begin with format: 1 on a line of its own"
            message = "a scenario is made of names with values, such as turns: 8"
            library.faults.append(Fault(shown, *_at(main.tree.place), "no-scenario", message, hint))
        return library
    library.tree = main.tree
    _take_in(library, main.tree, path, opened={path.resolve(): shown})
    return library


def within(tree: Mapping, path: Path, shown: str, lines: list[str]) -> Library:
    """Everything a scenario says that stands inside another file, with what it includes.

    `lines` are those of the file around it, at `path`, which messages call `shown`.
    """
    library = Library(path.parent.resolve(), tree, lines={shown: lines})
    _take_in(library, tree, path, opened={path.resolve(): shown})
    return library


def _take_in(library: Library, tree: Mapping, path: Path, opened: dict[Path, str]) -> None:
    """Lay the files a tree asks for into the library's tree, and the files these ask for."""
    for name in _asked(library, tree):
        target = _target(library, path, name)
        if target is None:
            continue
        shown = os.path.normpath(Path(tree.place.file).parent / name.text)
        real = target.resolve()
        if real in opened:
            message = f"'{name.text}' has been read already"
            _say(library, name.place, "included-twice", message, "include every file once")
            continue
        if len(opened) >= MOST_FILES:
            message = f"a scenario may have {MOST_FILES} files"
            _say(library, name.place, "too-many-files", message, "join some of them")
            return
        opened[real] = shown
        _read_one(library, target, shown, opened)


def _read_one(library: Library, target: Path, shown: str, opened: dict[Path, str]) -> None:
    part = _open(library, target, shown)
    if part is None or library.tree is None:
        return
    if isinstance(part.tree, Mapping):
        inner = Mapping(part.tree.place, dict(part.tree.values), dict(part.tree.keys))
        inner.values.pop("include", None)
        _lay(library, library.tree, inner, depth=0)
        _take_in(library, part.tree, target, opened)
    elif part.tree is not None:
        message = "an included file is made of names with values, such as seats:"
        _say(library, part.tree.place, "no-scenario", message)
        library.unread = True


def _open(library: Library, path: Path, shown: str) -> Source | None:
    try:
        text = read_text(path, shown)
    except Unreadable as error:
        library.faults += error.faults
        library.unread = True
        return None
    library.size += len(text)
    if library.size > MOST_BYTES:
        message = "the files of this scenario are too large together"
        library.faults.append(Fault(shown, 1, 1, "too-large", message, "leave something out"))
        library.unread = True
        return None
    source = parse(text, shown)
    library.lines[shown] = source.lines
    library.faults += source.faults
    library.unread = library.unread or (source.tree is None and bool(source.faults))
    return source


def _asked(library: Library, tree: Mapping) -> list[Scalar]:
    """The names of files a tree asks for; says so where they are none."""
    asked = tree.values.pop("include", None)
    place = tree.keys.pop("include", tree.place)
    if asked is None or isinstance(asked, Broken):
        return []
    items = asked.items if isinstance(asked, Listing) else [asked]
    names: list[Scalar] = []
    for item in items:
        if isinstance(item, Scalar) and isinstance(item.value, str) and item.value.strip():
            names.append(item)
        elif not isinstance(item, Broken):
            where = item.place if isinstance(asked, Listing) else place
            message = "include: wants a list of file names"
            _say(library, where, "wrong-type", message, "write include: [seats.yaml]")
            library.unread = True
    return names


def _target(library: Library, path: Path, name: Scalar) -> Path | None:
    """The file that an include means, if it may be read."""
    absolute = PurePosixPath(name.text).is_absolute() or PureWindowsPath(name.text).drive
    target = path.parent / name.text
    if absolute or name.text.startswith(("~", "\\")) or ":" in name.text:
        message = f"'{name.text}' is no path beside this file"
        _say(library, name.place, "include-outside", message, "name a file of this folder")
        library.unread = True
        return None
    try:
        inside = target.resolve().is_relative_to(library.folder)
        there = inside and target.is_file()
    except (OSError, ValueError, RuntimeError):
        inside, there = True, False
    if not inside:
        message = f"'{name.text}' leads out of the scenario's folder"
        _say(library, name.place, "include-outside", message, "copy the file into the folder")
    elif not there:
        message = f"there is no file '{name.text}' beside this one"
        _say(library, name.place, "no-such-file", message, "look at the spelling and the folder")
    library.unread = library.unread or not there
    return target if there else None


def _lay(library: Library, below: Mapping, above: Mapping, depth: int) -> None:
    """Add what one file declares to what the others do; the same thing twice is a fault."""
    for key, value in above.values.items():
        first = below.values.get(key)
        if first is None:
            below.values[key], below.keys[key] = value, above.keys[key]
        elif (
            isinstance(first, Mapping)
            and isinstance(value, Mapping)
            and _mergeable(first, value, depth)
        ):
            _lay(library, first, value, depth + 1)
        else:
            where = below.keys[key]
            message = f"'{key}' is declared already in {where.file}, line {where.line}"
            _say(library, above.keys[key], "declared-twice", message, "keep one of the two")


def _mergeable(first: Mapping, second: Mapping, depth: int) -> bool:
    """Sections merge; two halves of one thing do as long as they say nothing twice."""
    shared = [
        found
        for key in first.values
        if key in second.values
        for found in (first.values[key], second.values[key])
    ]
    return (
        depth == 0
        or not first.values.keys() & second.values.keys()
        or (depth == 1 and all(isinstance(below, Mapping) for below in shared))
    )


def _say(library: Library, place: Place, code: str, message: str, hint: str = "") -> None:
    library.faults.append(Fault(place.file, *_at(place), code, message, hint))


def _at(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _with_line(fault: Fault, lines: list[str]) -> Fault:
    if fault.source_line or not 0 < fault.line <= len(lines):
        return fault
    parts = (fault.file, fault.line, fault.column, fault.code, fault.message, fault.hint)
    return Fault(*parts, fault.severity, lines[fault.line - 1])


def overlay(below: Node, above: Node) -> Node:
    """One tree laid over another: mappings merge, everything else is replaced."""
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    values, keys = dict(below.values), dict(below.keys)
    for key, value in above.values.items():
        values[key] = overlay(values[key], value) if key in values else value
        keys[key] = above.keys[key]
    return Mapping(above.place, values, keys)
