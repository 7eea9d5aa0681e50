"""The walls of the house: who may import whom, what the clockwork may not touch, how long a page.

The table is the one in docs/architecture.md. The checks read the source, they run nothing.
"""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
GAME = HOUSE / "game"
FILES = sorted(GAME.rglob("*.py"))

ALLOWED = {
    "scenario": "",
    "engine": "scenario",
    "rules": "engine scenario",
    "views": "engine scenario",
    "policies": "views",
    "session": "scenario engine rules views policies",
    "batch": "scenario engine rules views policies",
    "report": "scenario engine rules views",
    "exchange": "scenario rules",
    "ui": "session views report",
    "cli": "scenario engine rules views policies session batch report exchange ui",
    "data": "",
    "language": "data",
}
# A game must be the same tomorrow, on another machine and in a replay.
PURE = ("scenario", "engine", "rules", "views", "policies", "report")
ORDERED = (*PURE, "session", "batch", "exchange")
LIBRARIES = {
    "pygame": ("ui",),
    "networkx": ("scenario", "ui", "report"),
    "matplotlib": ("report",),
    "jinja2": ("report",),
    "sqlite3": ("session",),
    "pettingzoo": ("batch",),
    "gymnasium": ("batch",),
    "distributed": ("batch",),
    "stix2": ("exchange",),
    "typer": ("cli",),
    "time": ("session", "cli"),  # a clock: at the table, and where a command waits
    "random": (),
}


def room_of(file: Path) -> str:
    """The room a file belongs to; `data` and `language` are single files."""
    return file.relative_to(GAME).parts[0].removesuffix(".py")


def in_rooms(*rooms: str) -> list[Path]:
    return [file for file in FILES if room_of(file) in rooms]


def modules_imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in a file, lazily or not, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield node.module
            if node.module == "game":
                yield from (f"game.{name.name}" for name in node.names)


def rooms_imported(tree: ast.AST) -> set[str]:
    """The rooms that a file enters; anyone may read the version, find shipped files and speak."""
    anyone = {"data", "language", "__version__"}
    parts = [module.split(".") for module in modules_imported(tree)]
    return {p[1] for p in parts if p[0] == "game" and len(p) > 1} - anyone


def shown(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


each_file = pytest.mark.parametrize("file", FILES, ids=shown)


@each_file
def test_a_room_imports_only_what_it_may(file):
    room = room_of(file)
    if room == "__init__":
        assert not rooms_imported(parsed(file)), "importing the package loads no room"
        return
    assert room in ALLOWED, f"{room} is no room of the house: docs/architecture.md lists them"

    assert rooms_imported(parsed(file)) - {room} <= set(ALLOWED[room].split())


def rooms_of_the_table(text: str) -> dict[str, set[str]]:
    """Which room may import which, as docs/architecture.md has it: its rows, in words."""
    rows = text.partition("### Who may import whom")[2].partition("\nAnyone may")[0]
    found: dict[str, set[str]] = {}
    for line in re.findall(r"^\| `.*$", rows, re.MULTILINE):
        first, said = line.strip("|").split("|")
        may = set(re.findall(r"`(\w+)`", said))
        for room in re.findall(r"`(\w+)`", first):
            found[room] = set(ALLOWED) - {room, "data", "language"} if "all" in said else may
    return found


def test_the_table_in_the_docs_is_the_one_that_is_checked():
    told = rooms_of_the_table((HOUSE / "docs" / "architecture.md").read_text(encoding="utf-8"))

    checked = {room: set(may.split()) for room, may in ALLOWED.items()}
    assert told == {room: checked[room] for room in checked if room not in ("data", "language")}


@each_file
def test_a_library_stays_in_the_rooms_that_need_it(file):
    roots = {module.split(".")[0] for module in modules_imported(parsed(file))}

    misplaced = [name for name in roots & LIBRARIES.keys() if room_of(file) not in LIBRARIES[name]]
    assert not misplaced


@each_file
def test_no_file_is_over_300_lines(file):
    lines = file.read_text(encoding="utf-8").count("\n")

    assert lines <= 300


@each_file
def test_no_function_is_over_60_lines(file):
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= 60
    ]
    assert not long


# --- nothing that differs from one run to the next ------------------------------------------------

CLOCKS_AND_DICE = {"random", "time", "secrets", "uuid"}
NOW = {"now", "today", "utcnow", "urandom"}
PER_PROCESS = {"hash", "id"}  # other numbers in every process


def whims(tree: ast.AST) -> Iterator[str]:
    """Everything in a file that would give another answer tomorrow, each with its line."""
    for module in modules_imported(tree):
        if module.split(".")[0] in CLOCKS_AND_DICE or module.startswith("numpy.random"):
            yield f"imports {module}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"np.random", "numpy.random"}:
            yield f"line {node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Call) and getattr(node.func, "attr", None) in NOW:
            yield f"line {node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in PER_PROCESS:
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("file", in_rooms(*PURE), ids=shown)
def test_chance_and_time_come_only_from_the_seed_and_the_turn(file):
    assert not list(whims(parsed(file)))


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "from time import monotonic",
        "import numpy.random",
        "x = np.random.default_rng()",
        "x = datetime.now()",
        "key = hash(name)",
    ],
)
def test_a_whim_is_found_where_there_is_one(line):
    assert len(list(whims(ast.parse(line)))) == 1


def is_a_set(node: ast.AST, names: set[str]) -> bool:
    """Is this expression visibly a set: written as one, made by set(), or a name bound to one?"""
    if isinstance(node, ast.BinOp) and isinstance(
        node.op, ast.BitAnd | ast.BitOr | ast.Sub | ast.BitXor
    ):
        return is_a_set(node.left, names) or is_a_set(node.right, names)
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", None) in {"set", "frozenset"}
    if isinstance(node, ast.Name):
        return node.id in names
    return isinstance(node, ast.Set | ast.SetComp)


def names_of_sets(scope: ast.AST) -> set[str]:
    """Names that somewhere in this function or module are bound to a set or annotated as one."""
    names: set[str] = set()
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and is_a_set(node.value, names):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        annotation = getattr(node, "annotation", None)
        if annotation and re.match(r"(set|frozenset|Set|AbstractSet)\b", ast.unparse(annotation)):
            target = node.arg if isinstance(node, ast.arg) else getattr(node.target, "id", "")
            names.add(target)
    return names


IN_ITS_ORDER = {"list", "tuple", "enumerate", "iter", "zip", "map", "filter", "join", "array"}
IN_ANY_ORDER = {"sorted", "set", "frozenset", "any", "all", "min", "max"}


def harmless(scope: ast.AST) -> Iterator[ast.comprehension]:
    """Walks whose order cannot show: into a set again, or into `sorted`, `any` and their like."""
    for node in ast.walk(scope):
        if isinstance(node, ast.SetComp):
            yield from node.generators
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in IN_ANY_ORDER:
            inner = [a for a in node.args if isinstance(a, ast.GeneratorExp | ast.ListComp)]
            yield from (walk for made in inner for walk in made.generators)


def walks_over_sets(tree: ast.AST) -> Iterator[str]:
    """Every place that takes a set's members one after the other; `sorted(...)` is the way."""
    scopes = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    for scope in scopes or [tree]:
        names = names_of_sets(scope)
        fine = list(harmless(scope))
        for node in ast.walk(scope):
            walked: list[ast.expr] = []
            if isinstance(node, ast.For | ast.comprehension) and node not in fine:
                walked = [node.iter]
            elif isinstance(node, ast.Starred):
                walked = [node.value]
            elif isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", None))
                walked = node.args if called in IN_ITS_ORDER else []
            yield from (f"line {w.lineno}: {ast.unparse(w)}" for w in walked if is_a_set(w, names))


@pytest.mark.parametrize("file", in_rooms(*ORDERED), ids=shown)
def test_no_set_is_ever_walked_over(file):
    assert not list(walks_over_sets(parsed(file)))


@pytest.mark.parametrize(
    "line",
    [
        "for x in {1, 2}: pass",
        "[x for x in set(names)]",
        "first = list({n for n in names})",
        "', '.join(set(names) | more)",
        "rows = np.array([*frozenset(names)])",
        "def f(seats: set[str]):\n    for seat in seats - gone: pass",
        "def f():\n    seen = set()\n    return tuple(seen)",
    ],
)
def test_a_walk_over_a_set_is_found_where_there_is_one(line):
    assert len(list(walks_over_sets(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "for x in sorted({1, 2}): pass",
        "found = x in {1, 2}",
        "names = sorted(x.name for x in set(seats))",
        "upper = {x.upper() for x in set(names)}",
    ],
)
def test_sorting_a_set_and_asking_it_are_fine(line):
    assert not list(walks_over_sets(ast.parse(line)))


# --- the README and what is checked before a change lands ----------------------------------------

README = (HOUSE / "README.md").read_text(encoding="utf-8")
PLAY = (
    "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e . "
    "&& .venv/bin/python main.py"
)
TEST = (
    'python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e ".[test]" '
    "&& .venv/bin/python -m pytest"
)


@pytest.mark.parametrize("command", [PLAY, TEST])
def test_the_readme_offers_each_command_once_and_on_its_first_screen(command):
    lines = README.splitlines()

    assert lines.count(f"    {command}") == 1
    assert lines.index(f"    {command}") < 25


@pytest.mark.parametrize(("ending", "command"), [("main\\.py", PLAY), ("-m pytest", TEST)])
def test_ci_runs_what_the_readme_offers(ending, command):
    """`.ci/run` reads its commands out of README.md: asked by its own words, it finds these."""
    script = (HOUSE / ".ci" / "run").read_text(encoding="utf-8")
    asked = re.search(r"^offered\(\) \{\n.*?^\}\n", script, re.MULTILINE | re.DOTALL)

    found = subprocess.run(
        ["bash", "-c", f"{asked.group()} offered '{ending}'"],
        cwd=HOUSE, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert found.stdout == f"{command}\n"
    assert f"offered '{ending}'" in script


def test_ci_can_be_run_as_a_program():
    assert os.access(HOUSE / ".ci" / "run", os.X_OK)


def test_the_pins_name_no_place_where_packages_come_from():
    pins = (HOUSE / "constraints.txt").read_text(encoding="utf-8")

    assert not re.search(r"://|^-", pins, re.MULTILINE)
    assert re.search(r"^pygame-ce==", pins, re.MULTILINE)
