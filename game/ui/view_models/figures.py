"""What a figure is called and how its digits are written, wherever a screen shows one exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t, t_later, t_now
from game.ui.view_models import words

if TYPE_CHECKING:
    from game.views import Observation

Measure = tuple[str, ...]  # a measure's name, then its things

MOST_DECIMALS = 2
NAMES = {
    "crisis": t_later("Tension of the crisis"),
    "harmed": t_later("Nationals who came to harm"),
    "located": t_later("Nationals located"),
    "market": t_later("Market index"),
    "mobilized": t_later("Ready for the street"),
    "online": t_later("Connected"),
    "open": t_later("Channel open"),
    "political": t_later("Political will"),
    "waiting": t_later("Questions left waiting"),
    "credibility": t_later("Credibility"),
    "tension": t_later("Tension"),
    "trust": t_later("Trust"),
    "opinion": t_later("Opinion"),
    "staff": t_later("Staff"),
    "money": t_later("Money"),
    "prestige": t_later("Prestige"),
    "relations": t_later("Relations"),
}


def name(now: Observation, measure: Measure) -> str:
    """What a figure is called."""
    booklet = now.booklet
    kind, *things = measure
    axes = booklet.measures[kind].axes if kind in booklet.measures else ()
    named = [_thing(now, axis, key) for axis, key in zip(axes, things, strict=False)]
    own = bool(things) and things[0] == booklet.me
    said = t_now(NAMES[kind]) if kind in NAMES else called(now, kind)
    if kind == "credibility":
        if own:
            return t("Credibility with {audience}", audience=named[1])
        return t("Credibility of {actor} with {audience}", actor=named[0], audience=named[1])
    if kind == "tension":
        return t("Tension between {one} and {other}", one=named[0], other=named[1])
    if kind == "trust":
        return t("Trust of {one} towards {other}", one=named[0], other=named[1])
    others = named[1:] if own else named
    return t("{measure}: {things}", measure=said, things=words.listed(others)) if others else said


def called(now: Observation, kind: str) -> str:
    """What a measure of the scenario's own is called."""
    card = now.booklet.measures.get(kind)
    said = getattr(card, "name", "") or kind.replace("_", " ")
    return said[:1].upper() + said[1:]


def _thing(now: Observation, axis: str, key: str) -> str:
    """The name of a thing, as far as the seat knows it."""
    booklet = now.booklet
    if axis == "claim":
        return now.claims().get(key, t("a claim you do not know of"))
    if axis == "secret":
        return words.title(booklet.secrets[key], key) if key in booklet.secrets else t("a secret")
    shelves = {"actor": "actors", "audience": "audiences", "channel": "channels", "issue": "issues"}
    return words.title(getattr(booklet, shelves.get(axis, ""), {}).get(key), key)


def number(value: float) -> str:
    """A number behind a cause, short."""
    rounded = round(value, 1) if abs(value) >= 10 else round(value, MOST_DECIMALS)
    return f"{rounded + 0.0:g}".replace("-", "−")


def unit_of(now: Observation, kind: str) -> tuple[str, float]:
    """The sign after a figure, and what it is multiplied with: shares are read as per cent."""
    card = now.booklet.measures.get(kind)
    share = card is not None and card.low == 0 and card.high == 1
    return ("\u00a0%", 100.0) if share else ("", 1.0)


def grains(value: float, scale: float, decimals: int) -> int:
    """A number as a whole count of its last digit: counts add up, whatever is shown."""
    return round(value * scale * 10.0**decimals)


def plain(count: int, decimals: int, unit: str) -> str:
    """A count as a figure with its unit."""
    return f"{count / 10.0**decimals:.{decimals}f}{unit}".replace("-", "−")


def signed(count: int, decimals: int, unit: str) -> str:
    """A change with its direction as an arrow; none is a bar."""
    arrow = "▲" if count > 0 else "▼" if count < 0 else "–"
    return f"{arrow} {plain(abs(count), decimals, unit)}"
