"""Words for figures: a seat reads "Fair" and "strong", and the exact number only where it asks.

The limits are guesses that read well; each stands in one table so that a trainer can argue with it.
"""

from __future__ import annotations

import math
import re

from game.ui.theme import BOLD

LEVELS = ((20.0, "Very low"), (40.0, "Low"), (60.0, "Fair"), (80.0, "Good"), (101.0, "High"))
RUNGS = (
    "Routine",
    "Friction",
    "Open dispute",
    "Sharp notes",
    "Show of force",
    "Mobilization",
    "Ultimatum",
    "Envoys recalled",
    "On the brink",
    "Rupture",
)
SURE = ((35, "unlikely"), (56, "even"), (81, "likely"), (101, "nearly sure"))
STRENGTHS = ((0.25, "weak"), (0.5, "fair"), (2.0, "strong"))
SEEN = {
    "public": ("eye", "Everybody sees it"),
    "parties": ("lock", "Only you and the other side know"),
    "private": ("lock", "Only you know"),
    "covert": ("eyeoff", "Covert: it may be traced to you"),
}
TIERS = {"shield": "Protect", "act": "Act", "speak": "Speak"}
STOCKS = (("staff", "Staff"), ("money", "Money"), ("political", "Political will"))
SMALL_WORDS = ("the", "of", "at", "and", "a")
NOT_KNOWN = "not known"


def level(value: float | None) -> str:
    """A word for a measure from 0 to 100."""
    if value is None or math.isnan(value):
        return NOT_KNOWN
    return next(word for limit, word in LEVELS if value < limit)


def rung(tension: float) -> int:
    """The rung 1..10 of a tension from 0 to 100."""
    return min(len(RUNGS), 1 + int(max(0.0, tension) // 10))


def rung_name(number: int) -> str:
    """What a rung is called."""
    return RUNGS[min(max(number, 1), len(RUNGS)) - 1]


def sure(number: int) -> str:
    """A word for how sure one is, in per cent."""
    return next(word for limit, word in SURE if number < limit)


def sureness(number: int | None) -> str:
    """How sure somebody said to be, in a word and per cent."""
    return "How sure?" if number is None else f"{sure(number)} {percent(number / 100)}"


def strength(weight: float) -> str:
    """A word for the weight of a tie."""
    return next(word for limit, word in STRENGTHS if weight < limit)


def percent(share: float) -> str:
    """A share as per cent, the sign not parted from the figure."""
    return f"{share * 100:.0f}\u00a0%"


def amount(number: float) -> str:
    """A figure without a needless point."""
    return f"{number:.1f}" if abs(number - round(number)) > 0.05 else str(round(number))


def reading(now: float | None, needed: float | None, sign: str) -> str:
    """How far an objective is, shares as per cent; empty where there is nothing to tell."""
    if now is None or needed is None:
        return ""
    if 0 < needed < 1 and 0 <= now <= 1:  # a share: no measure of another kind is that small
        return f"{percent(now)} now, {sign} {percent(needed)} wanted"
    return f"{amount(now)} now, {sign} {amount(needed)} wanted"


def price(parts: tuple[float, ...]) -> str:
    """What something costs: "1 staff, 2 money", or "free"."""
    short = ("staff", "money", "will")
    said = [f"{amount(n)} {name}" for n, name in zip(parts, short, strict=True) if n > 0]
    return ", ".join(said) or "free"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def when(turn: int, starts: str, length: str) -> str:
    """The hours of a turn as the story has them: "day 2, 06:00-12:00", or only its length."""
    clock = re.search(r"(\d{1,2}):(\d{2})", starts)
    hours = re.fullmatch(r"\s*(\d+)\s*(h|hours?)\s*", length)
    if not clock or not hours:
        return f"{length} a turn" if length else ""
    first = int(clock[1]) * 60 + int(clock[2]) + (turn - 1) * int(hours[1]) * 60
    last = first + int(hours[1]) * 60
    return f"day {first // 1440 + 1}, {_time(first)}–{_time(last)}"


def _time(minutes: int) -> str:
    """Minutes since the first midnight as a clock shows them."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def sentence(text: str) -> str:
    """One paragraph without the line breaks of a file."""
    return " ".join(text.split()).replace(" %", "\u00a0%")


def rich(text: str) -> str:
    """One paragraph in which **stars** have become the typesetter's sign for bold."""
    return re.sub(r"\*\*(.+?)\*\*", rf"{BOLD}\1{BOLD}", sentence(text))


def title(card: object, key: str) -> str:
    """The name of a card, a text as it is, or the key made readable."""
    said = getattr(card, "name", card)
    return sentence(said) if isinstance(said, str) and said else key.replace("_", " ").capitalize()


def codes(names: dict[str, str]) -> dict[str, str]:
    """Two letters for each key, all different: initials of its name, else letters that are free.

    Names in other scripts get letters from their keys: marks keep Latin letters everywhere.
    """
    taken: dict[str, str] = {}
    for key, name in names.items():
        source = name if name.isascii() else key.replace("_", " ")
        words = ["".join(c for c in w if c.isalnum()) for w in source.split()]
        words = [w for w in words if w and w.casefold() not in SMALL_WORDS] or words
        letters = "".join(words) or "x"
        wishes = [words[0][0] + words[1][0]] if len(words) > 1 and words[0] and words[1] else []
        wishes += [letters[0] + other for other in letters[1:]]
        wishes += [letters[0] + str(n) for n in range(10)]
        free = (w.upper() for w in wishes if w.upper() not in taken.values())
        taken[key] = next(free, letters[:2].upper())
    return taken
