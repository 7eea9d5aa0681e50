"""A language that nobody speaks: English in Arabic letters.

It shows what was never marked for translation, whatever the real catalogs hold on the day; so the
golden pictures of a mirrored page do not change with them. A word in braces is left alone: it will
be a value.
"""

import gettext
import re
from contextlib import contextmanager

from game import language

LATIN = "abcdefghijklmnopqrstuvwxyz"
ARABIC = "ابجدهفغحيقكلمنعپقرستوطوخيز"
PLAIN = re.compile(r"(\{[^}]*\}|%[a-z])")


def arabic(text):
    """Arabic letters for Latin ones; a vowel now and then is left out, as Arabic does."""
    parts = PLAIN.split(text)
    table = str.maketrans(LATIN, ARABIC)
    return "".join(p if PLAIN.fullmatch(p) else p.lower().translate(table) for p in parts)


class Pseudo(gettext.NullTranslations):
    """A catalog that makes its translations up."""

    def __init__(self, change):
        super().__init__()
        self.change = change

    def gettext(self, message):
        return self.change(message)

    def pgettext(self, context, message):
        return self.change(message)

    def ngettext(self, msgid1, msgid2, n):
        return self.change(msgid1 if n == 1 else msgid2)

    def npgettext(self, context, msgid1, msgid2, n):
        return self.change(msgid1 if n == 1 else msgid2)


KINDS = {"arabic": ("ar", arabic)}


@contextmanager
def speaking(name):
    """Speak a language, or the made-up one, for as long as it lasts."""
    code, change = KINDS.get(name, (name, None))
    catalog = language._catalog
    if change is not None:
        made = Pseudo(change)
        language._catalog = lambda _: made
    language.use(code)
    try:
        yield
    finally:
        language._catalog = catalog
        language.use(language.ENGLISH)
