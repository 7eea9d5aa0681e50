"""Measures that this seat knows, and how they moved since the turn before."""

import itertools
from collections import Counter
from collections.abc import Iterator

from game.ui.terminal.names import knows, measure_words, named
from game.ui.terminal.speech import counted, number, sentence
from game.views import Observation, Reading

ELSEWHERE = frozenset({"attained", "staff", "money", "political", "turn", "score"})
FEW = 6  # so many equal values are told one by one; more are summed up


def known_measures(seen: Observation) -> list[str]:
    """Names of the measures of which this seat knows at least one value, in the table's order."""
    names = (name for name in seen.booklet.measures if name not in ELSEWHERE)
    return [name for name in names if any(True for _ in readings(seen, name))]


def overview(seen: Observation) -> list[str]:
    """One line a measure, for a numbered choice: its name, its meaning, how many values."""
    lines = []
    for name in known_measures(seen):
        values = counted(sum(1 for _ in readings(seen, name)), "value")
        meaning = sentence(seen.booklet.measures[name].text)
        lines.append(f"{measure_words(name)}. {meaning} {values} known.")
    return lines


def page(seen: Observation, name: str) -> list[str]:
    """All that this seat knows of one measure; a value that most things share comes last, once."""
    card = seen.booklet.measures[name]
    span = f"From {number(card.low)} to {number(card.high)}."
    lines = [f"{sentence(measure_words(name))} {sentence(card.text)} {span}"]
    found = [(keys, value(reading)) for keys, reading in readings(seen, name)]
    if not found:
        return [*lines, "You know nothing of it."]
    [(usual, count)] = Counter(said for _, said in found).most_common(1)
    told = [(keys, said) for keys, said in found if said != usual or count <= FEW]
    lines += [f"{where(seen, name, keys)}: {said}." for keys, said in told]
    if len(told) < len(found):
        others = "the others" if told else "of them"
        lines.append(f"All {others}, {counted(count, 'value')}: {usual}.")
    return lines


def changes(before: Observation, seen: Observation) -> list[str]:
    """What moved in what this seat knows, one line a value."""
    lines = []
    for name in seen.booklet.measures:
        if name in ELSEWHERE:
            continue
        old = dict(readings(before, name))
        for keys, reading in readings(seen, name):
            if said := _moved(old.get(keys), reading):
                place = f", {where(seen, name, keys)}" if keys else ""
                lines.append(sentence(f"{measure_words(name)}{place}: {said}"))
    return lines or ["Nothing moved in what you know."]


def readings(seen: Observation, name: str) -> Iterator[tuple[tuple[str, ...], Reading]]:
    """Every value of a measure that this seat knows, one's own actor first; mirrored ones once."""
    book = seen.booklet
    axes = book.measures[name].axes
    mirrored = _symmetric(seen, name)
    every = itertools.product(
        *([key for key in book.keys.get(axis, ()) if knows(seen, axis, key)] for axis in axes)
    )
    for keys in sorted(every, key=lambda keys: book.me not in keys):
        if len(set(keys)) < len(keys) or (mirrored and list(keys) != sorted(keys)):
            continue
        reading = seen.value(name, *keys)
        if reading.value is not None:
            yield keys, reading


def where(seen: Observation, name: str, keys: tuple[str, ...]) -> str:
    """What a value is of, in names: one way, both ways, or one at the other."""
    if not keys:
        return "Now"
    axes = seen.booklet.measures[name].axes
    names = [named(seen, axis, key) for axis, key in zip(axes, keys, strict=True)]
    if axes != ("actor", "actor"):
        return ", ".join(names)
    return (" and " if _symmetric(seen, name) else " towards ").join(names)


def value(reading: Reading) -> str:
    """A value as it is known: exactly, or about."""
    if reading.value is None:
        return "not known"
    return number(reading.value) if reading.exact else f"about {number(reading.value)}"


def _symmetric(seen: Observation, name: str) -> bool:
    """Whether a pair has one value, whichever of the two is named first."""
    columns = seen.maps[name].columns
    axes = seen.booklet.measures[name].axes
    return len(axes) == 2 and axes[0] == axes[1] and bool((columns == columns.T).all())


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
