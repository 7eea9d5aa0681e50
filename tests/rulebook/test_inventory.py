"""The table of ideas is whole, and every name in it means something in the project."""

import re
from pathlib import Path

from game.cli import app
from game.policies import POLICIES
from game.scenario import model, move, words
from game.scenario.deeds import deeds_of
from game.scenario.rulebook import load_rulebook_source

BOOK = load_rulebook_source().book
PAGE = Path(__file__).resolve().parents[2] / "docs" / "inventory.md"
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE.read_text(encoding="utf-8"))


def known():
    """Every name that an author, a player or the command line may use."""
    parts = [part for part in vars(model).values() if isinstance(part, type)]
    fields = {
        name
        for part in [*parts, move.Move, move.Variant]
        for field, info in getattr(part, "model_fields", {}).items()
        for name in (field, info.alias or field)
    }
    kinds = {*move.Kind.__args__, *model.ChannelKind.__args__, *move.Tier.__args__, "threshold"}
    deeds = {deed.key for name, row in BOOK.moves.items() for deed in deeds_of(name, row)}
    commands = {command.callback.__name__ for command in app.registered_commands}
    language = {*words.FACTS, *words.RELATIONS, *words.SETS}
    book = {*BOOK.moves, *BOOK.measures, *BOOK.parameters, *BOOK.fragments}
    return fields | kinds | deeds | commands | language | book | set(POLICIES)


def test_every_idea_is_there_once_and_in_order():
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 140))
    assert len({idea for _, idea, _ in ROWS}) == 139


def test_every_name_in_it_exists():
    names = {name for _, _, where in ROWS for name in re.findall(r"`([^`]+)`", where)}

    assert sorted(names - known()) == []


def test_every_standard_move_serves_some_idea():
    named = {name.split(".")[0] for _, _, where in ROWS for name in re.findall(r"`([^`]+)`", where)}

    assert sorted(set(BOOK.moves) - named) == []
