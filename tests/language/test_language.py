"""What is said in another language, and what happens where nobody has translated it."""

import gettext

import pytest

from game import language


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    language.use("en")


@pytest.fixture
def french(monkeypatch):
    said = {"Hello {name}": "Bonjour {name}", "Bad {name}": "Mauvais {nom}"}

    class Said(gettext.NullTranslations):
        def gettext(self, message):
            return said.get(message, message)

    monkeypatch.setattr(language, "_catalog", lambda code: Said())
    language.use("fr")


def test_english_is_what_stands_in_the_code():
    assert language.t("Hello {name}", name="Arden") == "Hello Arden"
    assert language.t_in("a greeting", "Hello") == "Hello"
    assert language.t_count("{count} order", "{count} orders", 2) == "2 orders"
    assert language.t_count("{count} order", "{count} orders", 1) == "1 order"


def test_a_translation_takes_its_place(french):
    assert language.t("Hello {name}", name="Arden") == "Bonjour Arden"


def test_what_nobody_translated_stays_english(french):
    assert language.t("Good night") == "Good night"


def test_a_translation_that_names_something_else_gives_way_to_english(french):
    assert language.t("Bad {name}", name="day") == "Bad day"


def test_a_text_without_values_keeps_its_braces():
    assert language.t("a {brace}") == "a {brace}"


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"there is no language 'xx'.*en, id, fr, es, ar"):
        language.use("xx")


def test_arabic_is_mirrored_and_nothing_else():
    mirrored = []
    for code in language.LANGUAGES:
        language.use(code)
        mirrored += [code] * language.mirrored()
    assert mirrored == ["ar"]


def test_a_blank_may_be_called_text_or_context():
    assert language.t("{name}: {text}", name="Arden", text="No.") == "Arden: No."
    assert language.t_in("a greeting", "{context}", context="Hello") == "Hello"
