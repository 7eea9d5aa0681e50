"""Measures that this seat knows, and how they moved since the turn before."""

import itertools
from collections.abc import Iterator

from game.ui.terminal.names import called, measure_words
from game.ui.terminal.speech import listed, number, sentence
from game.views import MeasureCard, Observation, Reading


def known_measures(seen: Observation) -> list[str]:
    """Names of the measures of which this seat knows at least one value, in the table's order."""
    return [name for name in seen.booklet.measures if any(True for _ in readings(seen, name))]


def overview(seen: Observation) -> list[str]:
    """One line a measure, for a numbered choice: its name, its meaning, how many values."""
    lines = []
    for name in known_measures(seen):
        count = sum(1 for _ in readings(seen, name))
        values = "1 value known" if count == 1 else f"{count} values known"
        meaning = sentence(seen.booklet.measures[name].text)
        lines.append(f"{measure_words(name)}. {meaning} {values}.")
    return lines


def page(seen: Observation, name: str) -> list[str]:
    """All that this seat knows of one measure."""
    card = seen.booklet.measures[name]
    span = f"From {number(card.low)} to {number(card.high)}."
    lines = [f"{sentence(measure_words(name))} {sentence(card.text)} {span}"]
    found = [f"{where(seen, card, keys)}: {value(reading)}." for keys, reading in readings(seen, name)]
    return lines + (found or ["You know nothing of it."])


def changes(before: Observation, seen: Observation) -> list[str]:
    """What moved in what this seat knows, one line a value."""
    lines = []
    for name, card in seen.booklet.measures.items():
        old = dict(readings(before, name))
        for keys, reading in readings(seen, name):
            said = _moved(old.get(keys), reading)
            if said:
                place = where(seen, card, keys)
                label = measure_words(name) + (f", {place}" if keys else "")
                lines.append(sentence(f"{label}: {said}"))
    return lines or ["Nothing moved in what you know."]


def readings(seen: Observation, name: str) -> Iterator[tuple[tuple[str, ...], Reading]]:
    """Every value of a measure that this seat knows, one's own actor first; mirrored ones once."""
    card = seen.booklet.measures[name]
    mirrored = getattr(card, "symmetric", False)
    every = itertools.product(*(seen.booklet.keys[axis] for axis in card.axes))
    for keys in sorted(every, key=lambda keys: seen.booklet.me not in keys):
        if len(set(keys)) < len(keys) or (mirrored and list(keys) != sorted(keys)):
            continue
        reading = seen.value(name, *keys)
        if reading.value is not None:
            yield keys, reading


def where(seen: Observation, card: MeasureCard, keys: tuple[str, ...]) -> str:
    """What a value is of, in names."""
    if not keys:
        return "Now"
    pairs = zip(card.axes, keys, strict=True)
    return listed((called(seen.booklet, axis, key) for axis, key in pairs), word="with")


def value(reading: Reading) -> str:
    """A value as it is known: exactly, or about."""
    if reading.value is None:
        return "not known"
    return number(reading.value) if reading.exact else f"about {number(reading.value)}"


def _moved(old: Reading | None, new: Reading) -> str:
    if new.value is None:
        return ""
    if old is None or old.value is None:
        return f"now known, {value(new)}"
    if value(old) == value(new):
        return ""
    step = new.value - old.value
    way = "up" if step > 0 else "down"
    return f"{value(new)}, {way} {number(abs(step))} from {number(old.value)}"
