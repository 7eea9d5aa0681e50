"""The language in which the program speaks to people: English in place, others from catalogs.

English stands in the code beside the thing it speaks of; `assets/languages/CODE.mo` holds what a
translator made of it (gettext, with the plural forms of each language). The language is chosen
once, at the door, and never touches a rule: only words depend on it. Texts of a scenario carry
their own languages and do not pass here; texts of the standard rulebook do.
"""

import gettext
from functools import cache

from game.data import data_path

ENGLISH = "en"
# Code -> the name that its speakers give it.
LANGUAGES = {
    ENGLISH: "English",
    "id": "Bahasa Indonesia",
    "fr": "Français",
    "es": "Español",
    "ar": "العربية",
}
RIGHT_TO_LEFT = ("ar",)
# No native speaker has read these: every place that offers one says so.
UNREVIEWED = ("id", "fr", "es", "ar")


class _Chosen:
    """The one language of this process."""

    code = ENGLISH


def use(code: str) -> None:
    """Speak this language from now on.

    Raises:
        ValueError: there is no catalog of that name; the sentence lists those there are.
    """
    if code not in LANGUAGES:
        raise ValueError(f"there is no language '{code}': choose one of {', '.join(LANGUAGES)}")
    _Chosen.code = code


def current() -> str:
    """The code of the language now spoken, a key of LANGUAGES."""
    return _Chosen.code


def mirrored() -> bool:
    """Whether the language is read from right to left, so that pages mirror."""
    return _Chosen.code in RIGHT_TO_LEFT


def t(text: str, /, **values: object) -> str:
    """The text in the language now spoken, its {names} filled in; English where none is known."""
    return _filled(_catalog(_Chosen.code).gettext(text), text, values)


def t_in(context: str, text: str, /, **values: object) -> str:
    """The same for a word that needs two translations; the context says which is meant."""
    return _filled(_catalog(_Chosen.code).pgettext(context, text), text, values)


def t_count(one: str, many: str, count: int, /, **values: object) -> str:
    """The form that this language uses for so many; `{count}` is filled in."""
    found = _catalog(_Chosen.code).ngettext(one, many, count)
    return _filled(found, many, {"count": count, **values})


def t_later(text: str) -> str:
    """The text as it stands; it is put into the catalogs, and `t_now` says it where it is used.

    For tables that are read before the language is chosen.
    """
    return text


def t_now(text: str, /, **values: object) -> str:
    """A text that `t_later` marked or that stands in the rulebook; any other stays as it is."""
    found = _catalog(_Chosen.code).gettext(text) if text else ""
    return _filled(found, text, values)


def _filled(found: str, english: str, values: dict[str, object]) -> str:
    """The values in their places; a translation that names something else gives way to English."""
    if not values:
        return found
    try:
        return found.format_map(values)
    except (KeyError, IndexError, ValueError):
        return english.format_map(values)


@cache
def _catalog(code: str) -> gettext.NullTranslations:
    """The translations of a language; those of English are the texts themselves."""
    file = data_path("assets", "languages", f"{code}.mo")
    if code == ENGLISH or not file.is_file():
        return gettext.NullTranslations()
    with file.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
