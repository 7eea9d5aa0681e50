"""What help says: the keys of a page, and the words of the field and of this game."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import t, t_now
from game.ui.keys import EVERYWHERE, PAGES, PRINTED, WRITING, Keys
from game.ui.view_models.glossary import WORDS


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys as they are printed, and what they do; a row without keys is a heading."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the game, and what it means here."""

    key: str
    word: str
    means: str


def key_rows(page: str) -> list[KeyRow]:
    """The keys of a page, then those that hold everywhere."""
    rows: list[KeyRow] = []
    if page in PAGES:
        rows += [KeyRow("", t("On this page")), *map(_printed, PAGES[page])]
    rows += [KeyRow("", t("On every page")), *map(_printed, EVERYWHERE)]
    rows += [KeyRow("", t("Where text is written")), *map(_printed, WRITING)]
    return rows


def _printed(row: Keys) -> KeyRow:
    """A row of the table as people read it."""
    return KeyRow("  ".join(_key(key) for key in row.press), t_now(row.does))


def _key(press: str) -> str:
    """One key with its modifiers, such as `Ctrl + Enter`."""
    *mods, name = press.split("+") if len(press) > 1 and not press.endswith("+") else [press]
    if press.endswith("++"):
        mods, name = press[:-2].split("+"), "+"
    return " + ".join(_named(part) for part in (*mods, name))


def _named(name: str) -> str:
    """A key's own name."""
    return t_now(PRINTED[name]) if name in PRINTED else name.upper()


# The part of a widget's name that tells which word it is about.
ABOUT = {
    "own/goals": "objective",
    "own/stocks": "measure",
    "own/beliefs": "credibility",
    "own": "objective",
    "inbox": "inject",
    "feed": "claim",
    "map": "tie",
    "header/tension": "tension",
    "turns": "turn",
    "sheet/moves": "move",
    "sheet/confidence": "confidence",
    "sheet": "order",
    "briefing": "secret",
    "launcher": "seat",
    "lobby": "seat",
    "forecast": "forecast",
}


def glossary(find: str = "") -> list[Word]:
    """The words, those whose name or meaning holds what is looked for."""
    wanted = find.casefold().strip()
    words = [Word(key, t_now(word), t_now(means)) for key, word, means in WORDS]
    return [w for w in words if wanted in w.word.casefold() or wanted in w.means.casefold()]


def word_at(widget: str) -> str:
    """The word that a widget is about: the longest beginning of its name that is known."""
    parts = widget.split("/")
    for count in range(len(parts), 0, -1):
        if "/".join(parts[:count]) in ABOUT:
            return ABOUT["/".join(parts[:count])]
    return WORDS[0][0]
