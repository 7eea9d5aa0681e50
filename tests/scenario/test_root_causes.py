"""One mistake is one fault: nothing is said that only follows from it.

Every value of the example is made wrong in turn, every key of a field is misspelled in turn; the
author must hear of exactly that.
"""

from pathlib import Path

import pytest

from game.scenario import check
from game.scenario.nodes import Mapping, children
from game.scenario.source import parse

HERE = Path(__file__).parent
TEXT = (HERE / "strait.yaml").read_text(encoding="utf-8")
LINES = TEXT.split("\n")
# Names that the author chooses: another spelling is another name, and who used it dangles.
CHOSEN = {"actors", "audiences", "ties", "issues", "channels", "secrets", "claims", "seats"}


def everything(node, path=()):
    """Every path of the example with its node and, in a mapping, the place of its key."""
    for step, below in children(node):
        key = node.keys[step] if isinstance(node, Mapping) else None
        yield (*path, step), key, below
        yield from everything(below, (*path, step))


TREE = parse(TEXT, "strait.yaml").tree
ALL = list(everything(TREE))
LEAVES = [(path, node) for path, _, node in ALL if hasattr(node, "raw")]
FIELDS = [
    (path, key)
    for path, key, _ in ALL
    if key is not None
    and (len(path) in {"objectives": (1, 4), "moves": (1, 3, 4)}.get(path[0], (1, 3)))
    and path[0] not in ("ties", "title")
]


def changed(folder, line, column, old, new):
    """The example with one word replaced at a place; the path of its file."""
    lines = list(LINES)
    text = lines[line - 1]
    assert text.startswith(old, column - 1)
    lines[line - 1] = text[: column - 1] + new + text[column - 1 + len(old) :]
    path = folder / "strait.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def name(path):
    return ".".join(str(step) for step in path)


@pytest.mark.parametrize(("path", "node"), LEAVES, ids=[name(path) for path, _ in LEAVES])
def test_a_value_of_the_wrong_kind_is_one_fault_at_its_place(path, node, tmp_path):
    file = changed(tmp_path, node.place.line, node.place.column, node.raw, "[[[]]]")

    faults = [fault for fault in check(file) if fault.is_error]

    assert len(faults) == 1, faults
    assert faults[0].line == node.place.line
    assert node.place.column <= faults[0].column <= node.place.column + 2


@pytest.mark.parametrize(("path", "key"), FIELDS, ids=[name(path) for path, _ in FIELDS])
def test_a_misspelled_key_is_one_fault_at_the_key(path, key, tmp_path):
    word = str(path[-1])
    file = changed(tmp_path, key.line, key.column, word, f"{word[:-1]}q{word[-1]}")

    faults = check(file)
    errors = [fault for fault in faults if fault.is_error]

    assert [(fault.line, fault.column) for fault in errors] == [(key.line, key.column)], errors


@pytest.mark.parametrize("section", sorted(CHOSEN))
@pytest.mark.parametrize("value", ["", "[]", "5", "text", "{1: 2}"])
def test_a_section_that_cannot_be_read_hides_what_points_into_it(section, value, tmp_path):
    """Without its actors the example has forty names that lead nowhere; none is a mistake."""
    source = parse(TEXT, "f").tree
    start = source.keys[section].line
    later = [place.line for place in source.keys.values() if place.line > start]
    end = min(later, default=len(LINES))
    path = tmp_path / "strait.yaml"
    path.write_text("\n".join([*LINES[: start - 1], f"{section}: {value}", *LINES[end - 1 :]]))

    faults = [fault for fault in check(path) if fault.is_error]

    assert {fault.line for fault in faults} == {start}, faults
    assert len(faults) <= 2  # a name that is none, and what stands under it
