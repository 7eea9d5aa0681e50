"""Letters that the window cannot draw: it shows a box where one stands."""

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from game.data import data_path
from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.nodes import Node, Path, Scalar, children

MOST = 10  # texts reported; more say nothing new
NAMED = 5  # letters named in one report
DRAWN_AS_NOTHING = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}


def without_a_picture(desk: Desk) -> Iterator[Fault]:
    """Texts with letters that none of the shipped fonts holds."""
    found = 0
    for path, text in _texts(desk.draft.tree, ()):
        missing = [sign for sign in dict.fromkeys(text) if not _drawn(sign)]
        if not missing:
            continue
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in missing[:NAMED])
        message = f"the window's fonts hold no {named}: a box is shown there"
        hint = "they hold Latin, Greek, Cyrillic and Arabic letters and common signs"
        yield desk.warning(path, "no-glyph", message, hint, key=False)
        found += 1
        if found == MOST:
            return


def _texts(node: Node, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of the file that is not plain ASCII."""
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and not node.value.isascii():
            yield path, node.value
        return
    for key, below in children(node):
        yield from _texts(below, (*path, key))


@cache
def _drawn(sign: str) -> bool:
    """Whether a font holds a sign, or nothing has to be drawn for it."""
    if unicodedata.category(sign) in DRAWN_AS_NOTHING:
        return True
    at = bisect_right(_stretches(), (ord(sign), 0x110000)) - 1
    return at >= 0 and ord(sign) <= _stretches()[at][1]


@cache
def _stretches() -> list[tuple[int, int]]:
    """First and last code point of every stretch that some font covers, sorted and merged."""
    file = data_path("assets", "fonts", "coverage.json")
    if not file.is_file():  # a folder of an author's own has no fonts: nothing can be said
        return [(0, 0x10FFFF)]
    table = json.loads(file.read_text(encoding="utf-8"))
    merged: list[tuple[int, int]] = []
    for first, last in sorted((a, z) for ranges in table.values() for a, z in ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
