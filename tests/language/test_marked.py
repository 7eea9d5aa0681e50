"""Every sentence that people read passes game.language: the source of the window and terminal.

The rule is pragmatic. A literal is read by people if it holds a space between words, or begins with
a capital and is one word; docstrings, names of things for code, and what is given to a function of
game.language are left out. What else is no speech stands in SILENT, with its reason.
"""

import ast
import re
from pathlib import Path

import pytest

GAME = Path(__file__).resolve().parents[2] / "game"
SPOKEN = ["ui/screens", "ui/widgets", "ui/terminal", "ui/view_models"]
FILES = sorted(file for room in SPOKEN for file in (GAME / room).rglob("*.py"))
SPEAKERS = {"t", "t_in", "t_count", "t_later", "say"}
# Keys of states and sources, which code compares; what people read of them is marked elsewhere.
KEYS = {
    "at least", "at most", "more than", "less than", "exactly", "on course", "at risk", "met",
    "not met", "not known", "not shown", "handed in", "broken off", "by hand", "told to you",
    "first briefing", "seen by all", "known exactly",
}  # fmt: skip
# Words that are the same in every language, or that no person reads.
SILENT = KEYS | {
    "Backchannel",  # the program's own name
    "Esc", "F2", "F3", "Ctrl", "C", "O", "W", "S", "B", "Enter",  # keys as they are printed
    "main.py check FOLDER",  # a command
    "TERM", "L",  # names for code
}  # fmt: skip
SENTENCE = re.compile(r"[A-Za-z]{2,}[,.:;]? [A-Za-z]{2,}")
NAME = re.compile(r"^[A-Z][a-z]{2,}$")


def silent(tree):
    """The literals nobody reads: docstrings, annotations, what is raised for code, dict keys."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value
        if isinstance(node, ast.FunctionDef):
            for part in (*node.args.args, *node.args.kwonlyargs, node):
                note = getattr(part, "annotation", None) or getattr(part, "returns", None)
                yield from ast.walk(note) if note else ()
        if isinstance(node, ast.AnnAssign):
            yield from ast.walk(node.annotation)
        if isinstance(node, ast.Raise):
            yield from ast.walk(node)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in SPEAKERS | {"getattr", "compile", "cast", "TypeVar"}:
                yield from (part for arg in node.args for part in ast.walk(arg))
        if isinstance(node, ast.Compare | ast.Subscript):
            yield from ast.walk(node)
        if isinstance(node, ast.Dict):
            yield from (key for key in node.keys if key is not None)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            yield from ast.walk(node.value)


def unmarked(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    left = {id(node) for node in silent(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        said = node.value.strip()
        if id(node) in left or said in SILENT or "/" in said:
            continue
        if SENTENCE.search(said) or NAME.match(said):
            yield f"{file.relative_to(GAME)}:{node.lineno}: {said!r}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(GAME).as_posix())
def test_what_people_read_passes_the_language(file):
    assert not list(unmarked(file)), "mark it with t(...) of game.language"


def test_the_rule_finds_what_is_not_marked(monkeypatch):
    file = GAME / "ui" / "screens" / "nowhere.py"
    source = (
        '"""A page."""\nfrom game.language import t as say\nA = say("Good day")\nB = "Bad day"\n'
    )
    monkeypatch.setattr(Path, "read_text", lambda self, encoding: source)

    assert list(unmarked(file)) == ["ui/screens/nowhere.py:4: 'Bad day'"]
