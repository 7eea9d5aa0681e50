"""How long a turn is, and how much of what has a half-life in days goes in one."""

UNITS = {"min": 1 / 1440, "h": 1 / 24, "d": 1.0, "w": 7.0}


def turn_days(said):
    """The days of a turn of which the author says `6 h` or `1 day`; a day where nothing is said."""
    said = said.lower().strip()
    digits = said[: len(said) - len(said.lstrip("0123456789."))]
    unit = said[len(digits) :].strip()
    for word, days in UNITS.items():
        if digits and unit.startswith(word):
            return float(digits) * days
    return 1.0


def fading(days, half_life):
    """The share that is lost in so many days."""
    return 1.0 - 2.0 ** (-days / half_life) if half_life > 0 else 1.0
