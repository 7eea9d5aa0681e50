"""Pace: how much time a turn is, for what wears off by the day and not by the turn.

A measure in BY_DAYS fades by 1 - 2^(-days of a turn / half-life): a warning protects for weeks
whether turns are hours or days. A scenario that does not say how long its turns are has turns of
a day.
"""

import re

from game.scenario.model import Content

BY_DAYS = {"resistance": "warning_half_life", "attention": "attention_half_life"}
UNITS = {"m": 1 / 1440, "h": 1 / 24, "d": 1.0, "w": 7.0}


def turn_days(content: Content) -> float:
    """Return the days of a turn, from texts such as 6 h, 30 min, 1 day or 2 weeks; else 1."""
    found = re.match(r"\s*(\d+(?:\.\d+)?)\s*(min|h|d|w)", content.turn_length.lower())
    return float(found[1]) * UNITS[found[2][0]] if found else 1.0


def fading(days: float, half_life: float) -> float:
    """Return the share lost in so many days of what has this half-life in days."""
    return 1.0 - 2.0 ** (-days / half_life) if half_life > 0 else 1.0
