"""Collects what the program says, and brings the catalogs of all languages up to date.

    python assets/languages/collect.py

writes backchannel.pot, merges it into every CODE.po and compiles CODE.mo. It needs babel, which the
`test` extra brings; the game itself reads only the .mo files. docs/languages.md tells translators
what to do.

What is collected: the literals given to t, t_in, t_count and t_later of game.language; the names
and sentences of the standard rulebook; and the words for the factors of amounts, which are made
when a scenario's rulebook is compiled.
"""

import ast
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from game.engine.ledger import Label

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parent.parent
TEMPLATE = HERE / "backchannel.pot"
# How many plural forms a language has, and which is for how many: gettext's own table.
PLURALS = {
    "id": (1, "0"),
    "fr": (2, "(n > 1)"),
    "es": (2, "(n != 1)"),
    "ar": (
        6,
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
    ),
}
SPEAKERS = ("t", "t_in", "t_count", "t_later")
WIDTH = 96
UNREVIEWED = """\
Backchannel in {language}.
NOT REVIEWED BY A NATIVE SPEAKER.
Free to use under the MIT license, as the program is."""
DATE = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)  # one date: files change with texts

Found = tuple[str | None, str | tuple[str, str], str]  # context, text or (one, many), place


def main() -> int:
    """Write the template and every catalog; say how much of each is translated."""
    template = template_now()
    with TEMPLATE.open("wb") as out:
        write_po(out, template, width=WIDTH, include_lineno=False, sort_output=True)
    for code in PLURALS:
        catalog = updated(code, template)
        with (HERE / f"{code}.po").open("wb") as out:
            write_po(out, catalog, width=WIDTH, include_lineno=False, sort_output=True)
        with (HERE / f"{code}.mo").open("wb") as out:
            write_mo(out, catalog)
        done = sum(1 for message in catalog if message.id and complete(message.string))
        print(f"{code}: {done} of {len(template)} messages translated")
    return 0


def template_now() -> Catalog:
    """All messages, with the files they stand in."""
    template = Catalog(project="Backchannel", version="1", fuzzy=False, creation_date=DATE)
    template.header_comment = "# What Backchannel says. Made by assets/languages/collect.py."
    for context, text, place in sorted(collected(), key=str):
        # Braces are our blanks: never the percent signs of gettext's own formats.
        template.add(text, locations=[(place, None)], context=context)
    for message in template:
        message.flags.discard("python-format")
    return template


def updated(code: str, template: Catalog) -> Catalog:
    """The catalog of a language with today's messages; what is no longer said is left out."""
    file = HERE / f"{code}.po"
    if file.is_file():
        with file.open("rb") as source:
            catalog = read_po(source, locale=code)
    else:
        catalog = Catalog(locale=code, project="Backchannel", version="1")
    catalog._num_plurals, catalog._plural_expr = PLURALS[code]  # noqa: SLF001 - no public setter
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.creation_date = catalog.revision_date = DATE
    catalog.last_translator, catalog.language_team = "nobody yet", f"{code}, not reviewed"
    catalog.copyright_holder, catalog.msgid_bugs_address = "the Backchannel authors", "nobody yet"
    said = UNREVIEWED.format(language=catalog.locale.english_name)
    catalog.header_comment = "\n".join(f"# {line}" for line in said.splitlines())
    for message in catalog:
        message.flags.discard("python-format")
    return catalog


def complete(said: str | tuple[str, ...]) -> bool:
    """Whether all forms of a message have been translated."""
    return all(said) if isinstance(said, tuple) else bool(said)


def collected() -> Iterator[Found]:
    """Everything that is said, from the code, the rulebook and the factors of amounts."""
    for file in sorted((HOUSE / "game").rglob("*.py")):
        place = file.relative_to(HOUSE).as_posix()
        for context, text in spoken_in(file.read_text(encoding="utf-8")):
            yield context, text, place
    yield from rulebook_texts()
    yield from factor_texts()


def spoken_in(source: str) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    """The literals that a module gives to the functions of game.language, whatever it calls them.

    Raises:
        ValueError: one of them is given something that is not a literal.
    """
    tree = ast.parse(source)
    names = dict(_names(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(called) if called in names:
                speaker = names[called]
            case ast.Attribute(ast.Name("language"), called) if called in SPEAKERS:
                speaker = called
            case _:
                continue
        wanted = 1 if speaker in ("t", "t_later") else 2
        words = [arg.value for arg in node.args[:wanted] if isinstance(arg, ast.Constant)]
        if len(words) != wanted or not all(isinstance(word, str) for word in words):
            raise ValueError(f"line {node.lineno}: {speaker} takes literals only")
        if speaker == "t_in":
            yield words[0], words[1]
        else:
            yield None, words[0] if wanted == 1 else (words[0], words[1])


def _names(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What a module calls the functions of game.language."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "game.language":
            yield from (
                (one.asname or one.name, one.name) for one in node.names if one.name in SPEAKERS
            )


def rulebook_texts() -> Iterator[Found]:
    """Names, sentences and reasons of the standard moves; names and meanings of its measures."""
    from game.scenario.rulebook import load_rulebook_source

    source = load_rulebook_source()
    for key, move in source.book.moves.items():
        place = source.tree.values["moves"].keys[key].file
        for text in (*_texts_of(move), *_chances(move)):
            if isinstance(text, str) and text:
                yield None, text, f"scenarios/{place}"
        for name, variant in move.variants.items():
            if variant.name is None:
                yield None, name.replace("_", " "), f"scenarios/{place}"
    for key, gauge in source.book.measures.items():
        yield None, key.replace("_", " "), "scenarios/rulebook/measures.yaml"
        if gauge.known != "nobody":  # no seat ever reads of these
            yield None, gauge.text, "scenarios/rulebook/measures.yaml"


def _texts_of(part: object) -> Iterator[object]:
    """Name, meaning, account and reasons of a move, and those of its variants."""
    for field in ("name", "text", "says"):
        yield getattr(part, field, None)
    needs = part.needs
    yield from needs.values() if isinstance(needs, dict) else (f"needs {need}" for need in needs)
    for variant in getattr(part, "variants", {}).values():
        yield from _texts_of(variant)


def _chances(node: object) -> Iterator[object]:
    """What is said of chances, however deep they stand in a move."""
    from pydantic import BaseModel

    from game.scenario.move import Chance

    if isinstance(node, Chance):
        yield node.says or node.chance.replace("_", " ")
    if isinstance(node, BaseModel):
        for field in type(node).model_fields:
            yield from _chances(getattr(node, field))
    elif isinstance(node, dict):
        for value in node.values():
            yield from _chances(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _chances(value)


def factor_texts() -> Iterator[Found]:
    """The words for factors, found by compiling the rulebook under every shipped scenario."""
    from game.rules import compile_rulebook
    from game.scenario import ScenarioError, load

    words: set[str] = set()
    for file in sorted((HOUSE / "scenarios").glob("*/*.yaml")):
        if any(line.startswith("format:") for line in file.read_text("utf-8").splitlines()):
            try:
                rulebook = compile_rulebook(load(file))
            except ScenarioError:
                print(f"{file} has mistakes: its factors are left out; run check", file=sys.stderr)
                continue
            words |= {label.words for label in labels_in(rulebook, set())}
    for text in sorted(words):
        yield None, text, "game/rules/factors.py"


def labels_in(thing: object, seen: set[int]) -> Iterator[Label]:
    """Every label in a rulebook, wherever it is kept."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, Label):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from labels_in(part, seen)
    elif isinstance(thing, dict):
        for part in thing.values():
            yield from labels_in(part, seen)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from labels_in(getattr(thing, field.name), seen)


if __name__ == "__main__":
    raise SystemExit(main())
