"""Words for figures: a seat reads "Fair" and "strong", and the exact number only where it asks.

The limits are guesses that read well; each stands in one table so that a trainer can argue with it.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from game.language import t, t_in, t_later, t_now
from game.ui.theme import BOLD
from game.views import rungs

if TYPE_CHECKING:
    from collections.abc import Iterable

# Tables of English words; whoever shows one says it with `t_now`, in the language then spoken.
LEVELS = (
    (20.0, t_later("Very low")),
    (40.0, t_later("Low")),
    (60.0, t_later("Fair")),
    (80.0, t_later("Good")),
    (101.0, t_later("High")),
)
RUNGS = (
    t_later("Routine"),
    t_later("Friction"),
    t_later("Open dispute"),
    t_later("Sharp notes"),
    t_later("Show of force"),
    t_later("Mobilization"),
    t_later("Ultimatum"),
    t_later("Envoys recalled"),
    t_later("On the brink"),
    t_later("Rupture"),
)
SURE = (
    (35, t_later("unlikely")),
    (56, t_later("even")),
    (81, t_later("likely")),
    (101, t_later("nearly sure")),
)
STRENGTHS = ((0.25, t_later("weak")), (0.5, t_later("fair")), (2.0, t_later("strong")))
SEEN = {
    "public": ("eye", t_later("Everybody sees it")),
    "parties": ("lock", t_later("Only you and the other side know")),
    "private": ("lock", t_later("Only you know")),
    "covert": ("eyeoff", t_later("Covert: it may be traced to you")),
}
STOCKS = (
    ("staff", t_later("Staff")),
    ("money", t_later("Money")),
    ("political", t_later("Political will")),
)
rung = rungs.rung
SMALL_WORDS = ("the", "of", "at", "and", "a")


def level(value: float | None) -> str:
    """A word for a measure from 0 to 100."""
    if value is None or math.isnan(value):
        return not_known()
    return t_now(next(word for limit, word in LEVELS if value < limit))


def not_known() -> str:
    """What is said where a seat does not know a number."""
    return t("not known")


def tier(key: str) -> str:
    """What a tier of the rulebook is called over a list of moves."""
    names = {
        "shield": t_in("heading of moves", "Protect"),
        "act": t_in("heading of moves", "Act"),
        "speak": t_in("heading of moves", "Speak"),
    }
    return names[key]


def stock(key: str) -> str:
    """What a stock is called."""
    return t_now(dict(STOCKS)[key])


def rung_name(number: int) -> str:
    """What a rung is called."""
    return t_now(RUNGS[min(max(number, 1), len(RUNGS)) - 1])


def sure(number: int) -> str:
    """A word for how sure one is, in per cent."""
    return t_now(next(word for limit, word in SURE if number < limit))


def sureness(number: int | None) -> str:
    """How sure somebody said to be, in a word and per cent."""
    if number is None:
        return t("How sure?")
    return t("{word} {percent}", word=sure(number), percent=percent(number / 100))


def strength(weight: float) -> str:
    """A word for the weight of a tie."""
    return t_now(next(word for limit, word in STRENGTHS if weight < limit))


def percent(share: float) -> str:
    """A share as per cent, the sign not parted from the figure."""
    return f"{share * 100:.0f}\u00a0%"


def amount(number: float) -> str:
    """A figure without a needless point."""
    return f"{number:.1f}" if abs(number - round(number)) > 0.05 else str(round(number))


def reading(now: float | None, needed: float | None, sign: str, *, by: int | None = None) -> str:
    """How far an objective is, shares as per cent, and by which turn; empty if not to be told."""
    if now is None or needed is None:
        return ""
    share = 0 < needed < 1 and 0 <= now <= 1  # no measure of another kind is that small
    here, goal = (percent(n) if share else amount(n) for n in (now, needed))
    said = (READINGS if by is None else TIMED).get(sign)
    return t_now(said, now=here, goal=goal, turn=by) if said else ""


READINGS = {
    "at least": t_later("{now} now, at least {goal} wanted"),
    "more than": t_later("{now} now, more than {goal} wanted"),
    "at most": t_later("{now} now, at most {goal} wanted"),
    "less than": t_later("{now} now, less than {goal} wanted"),
    "exactly": t_later("{now} now, exactly {goal} wanted"),
}
TIMED = {
    "at least": t_later("{now} now, at least {goal} by turn {turn}"),
    "more than": t_later("{now} now, more than {goal} by turn {turn}"),
    "at most": t_later("{now} now, at most {goal} by turn {turn}"),
    "less than": t_later("{now} now, less than {goal} by turn {turn}"),
    "exactly": t_later("{now} now, exactly {goal} by turn {turn}"),
}


def price(parts: tuple[float, ...]) -> str:
    """What something costs: "1 staff, 2 money", or "free"."""
    wording = (t_later("{n} staff"), t_later("{n} money"), t_later("{n} will"))
    said = [t_now(text, n=amount(n)) for n, text in zip(parts, wording, strict=True) if n > 0]
    return listed(said) or t("free")


def listed(parts: Iterable[str]) -> str:
    """Words in a row, parted as the language parts them."""
    return t_in("between two of a list", ", ").join(parts)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun, in English: for sentences that are not translated."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def when(turn: int, starts: str, length: str) -> str:
    """The hours of a turn as the story has them: "day 2, 06:00-12:00", or only its length."""
    clock = re.search(r"(\d{1,2}):(\d{2})", starts)
    hours = re.fullmatch(r"\s*(\d+)\s*(h|hours?)\s*", length)
    if not clock or not hours:
        return t("{length} a turn", length=length) if length else ""
    first = int(clock[1]) * 60 + int(clock[2]) + (turn - 1) * int(hours[1]) * 60
    last = first + int(hours[1]) * 60
    return t("day {day}, {hours}", day=first // 1440 + 1, hours=f"{_time(first)}–{_time(last)}")


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
