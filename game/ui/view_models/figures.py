"""What a figure is called and how its digits are written, wherever a screen shows one exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.view_models import words

if TYPE_CHECKING:
    from game.views import Observation

Measure = tuple[str, ...]  # a measure's name, then its things

MOST_DECIMALS = 2
NAMES = {
    "crisis": "Tension of the crisis",
    "harmed": "Nationals who came to harm",
    "located": "Nationals located",
    "market": "Market index",
    "mobilized": "Ready for the street",
    "online": "Connected",
    "open": "Channel open",
    "political": "Political will",
    "waiting": "Questions left waiting",
}


def name(now: Observation, measure: Measure) -> str:
    """What a figure is called."""
    booklet = now.booklet
    kind, *things = measure
    axes = booklet.measures[kind].axes if kind in booklet.measures else ()
    named = [_thing(now, axis, key) for axis, key in zip(axes, things, strict=False)]
    own = bool(things) and things[0] == booklet.me
    said = NAMES.get(kind, kind.replace("_", " ").capitalize())
    if kind == "credibility":
        return f"{said} with {named[1]}" if own else f"{said} of {named[0]} with {named[1]}"
    if kind == "tension":
        return f"{said} between {named[0]} and {named[1]}"
    if kind == "trust":
        return f"{said} of {named[0]} towards {named[1]}"
    others = named[1:] if own else named
    return f"{said}: {', '.join(others)}" if others else said


def _thing(now: Observation, axis: str, key: str) -> str:
    """The name of a thing, as far as the seat knows it."""
    booklet = now.booklet
    if axis == "claim":
        return now.claims().get(key, "a claim you do not know of")
    if axis == "secret":
        return words.title(booklet.secrets[key], key) if key in booklet.secrets else "a secret"
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
