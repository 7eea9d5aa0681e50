"""Plain words for a terminal: safe to print, good to hear, one thing a line.

Texts come from scenarios and from other players. A terminal obeys control characters, so none of
them may pass: a text must not clear the screen, change a title or turn the line around.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from game.language import t, t_in

# They turn the direction of whatever follows, and so can make a line read as another.
TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BREAKS = frozenset("\n\r\u2028\u2029\x0b\x0c\x85")


def plain(text: str) -> str:
    """The text as one line without anything that a terminal would obey."""
    return " ".join("".join(_harmless(sign) for sign in text).split())


def paragraphs(text: str) -> list[str]:
    """The text as lines of one paragraph each, empty ones left out.

    A scenario's texts are folded: a single line end is a space, an empty line ends a paragraph. A
    line that begins as an item of a list stays a line of its own.
    """
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith(("- ", "* ")):
            found.append([])
        found[-1].append(line)
    return [said for said in (plain(" ".join(lines)) for lines in found) if said]


def number(value: float) -> str:
    """A quantity as it is read aloud: whole from ten on, else with at most two decimals."""
    rounded = round(value) if abs(value) >= 9.995 else round(value, 2)
    return f"{rounded + 0.0:g}" if abs(rounded) < 1e6 else f"{rounded:,.0f}"


def in_row(parts: Iterable[str]) -> str:
    """One, two, three: parted as the language now spoken parts them."""
    return t_in("between two of a list", ", ").join(parts)


def listed(parts: Iterable[str], *, either: bool = False) -> str:
    """One, two and three; or, with `either`, one, two or three."""
    names = list(parts)
    if len(names) < 2:
        return "".join(names)
    most, last = in_row(names[:-1]), names[-1]
    if either:
        return t("{most} or {last}", most=most, last=last)
    return t("{most} and {last}", most=most, last=last)


def stock_words(amounts: Sequence[float], *, none: bool = True) -> list[str]:
    """Staff, money and political will with their amounts; without `none` only what there is."""
    said = (
        t("{amount} staff", amount=number(amounts[0])),
        t("{amount} money", amount=number(amounts[1])),
        t("{amount} political will", amount=number(amounts[2])),
    )
    return [words for words, amount in zip(said, amounts, strict=True) if none or amount]


def price(costs: Sequence[float]) -> str:
    """What staff, money and political will an order costs, in words."""
    return listed(stock_words(costs, none=False)) or t("nothing")


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop, unless it ends by itself."""
    said = plain(text)
    if not said:
        return ""
    ended = said.rstrip("\"'”’»)").endswith((".", "!", "?", "…", ":"))
    return said[0].upper() + said[1:] + ("" if ended else ".")


def _harmless(sign: str) -> str:
    if sign in BREAKS or sign == "\t":
        return " "
    if sign in TURNERS or unicodedata.category(sign) in {"Cc", "Cs"}:
        return ""
    return sign
