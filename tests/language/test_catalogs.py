"""The catalogs: they hold what is said today, and translations fit their texts."""

import importlib.util
import string
import sys
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from game import language
from game.cli.languages import messages

HOUSE = Path(__file__).resolve().parents[2]
FOLDER = HOUSE / "assets" / "languages"
CODES = [code for code in language.LANGUAGES if code != language.ENGLISH]
REMAKE = "run: python assets/languages/collect.py"

each_language = pytest.mark.parametrize("code", CODES)


@cache
def collect():
    spec = importlib.util.spec_from_file_location("collect", FOLDER / "collect.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["collect"] = module
    spec.loader.exec_module(module)
    return module


@cache
def catalog(name):
    with (FOLDER / name).open("rb") as source:
        return read_po(source)


def ids(found):
    return {(message.context, message.id) for message in found if message.id}


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_template_holds_what_is_said_today():
    said = ids(collect().template_now())

    assert len(said) > 500
    assert ids(catalog("backchannel.pot")) == said, REMAKE


@each_language
def test_a_catalog_holds_the_messages_of_the_template(code):
    assert ids(catalog(f"{code}.po")) == ids(catalog("backchannel.pot")), REMAKE


@each_language
def test_what_is_spoken_is_what_the_catalog_says(code):
    language._catalog.cache_clear()
    spoken = language._catalog(code)
    for message in catalog(f"{code}.po"):
        if message.id and isinstance(message.string, str) and message.string:
            found = (
                spoken.pgettext(message.context, message.id)
                if message.context
                else spoken.gettext(message.id)
            )
            assert found == message.string, REMAKE


@each_language
def test_a_translation_has_the_blanks_of_its_text(code):
    wrong = []
    for message in catalog(f"{code}.po"):
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        known = set.union(*map(blanks, english))
        # A form for one or two may leave the number out: the word itself says it.
        needed = known - {"count"} if isinstance(message.id, tuple) else known
        wrong += [text for text in said if text and not needed <= blanks(text) <= known]
    assert not wrong


@each_language
def test_a_catalog_says_that_nobody_has_reviewed_it(code):
    head = (FOLDER / f"{code}.po").read_text(encoding="utf-8").partition("msgid")[0]

    assert ("NOT REVIEWED BY A NATIVE SPEAKER" in head) == (code in language.UNREVIEWED)


def test_plural_forms_are_those_of_gettext():
    forms = {code: catalog(f"{code}.po").num_plurals for code in CODES}

    assert forms == {"id": 1, "fr": 2, "es": 2, "ar": 6}


@each_language
def test_the_small_reader_reads_a_catalog_as_babel_does(code):
    ours = {(m.context or None, m.english, tuple(m.said)) for m in messages(FOLDER / f"{code}.po")}
    theirs = set()
    for message in catalog(f"{code}.po"):
        if message.id:
            english = message.id[0] if isinstance(message.id, tuple) else message.id
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            theirs.add((message.context, english, tuple(said)))

    assert ours == theirs


def test_whatever_a_module_calls_the_functions_their_literals_are_found():
    source = """
from game import language
from game.language import t as say, t_count, t_in
say("One {name}", name=1)
language.t("Two")
t_count("{count} day", "{count} days", 3)
t_in("tab", "Map")
other.t("not ours")
"""
    assert set(collect().spoken_in(source)) == {
        (None, "One {name}"),
        (None, "Two"),
        (None, ("{count} day", "{count} days")),
        ("tab", "Map"),
    }


def test_what_is_no_literal_is_refused_with_its_line():
    source = "from game.language import t\n\nt(f'{name} waits')\n"

    with pytest.raises(ValueError, match="line 3: t takes literals only"):
        list(collect().spoken_in(source))
