"""Measures that this seat knows, and how they moved since the turn before."""

import itertools
from collections import Counter
from collections.abc import Iterator

from game.language import t, t_count
from game.ui.terminal.names import knows, measure_words, named
from game.ui.terminal.speech import in_row, number, sentence
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
        count = sum(1 for _ in readings(seen, name))
        values = t_count("{count} value known.", "{count} values known.", count)
        meaning = sentence(seen.booklet.measures[name].text)
        lines.append(f"{measure_words(name)}. {meaning} {values}")
    return lines


def page(seen: Observation, name: str) -> list[str]:
    """All that this seat knows of one measure; a value that most things share comes last, once."""
    card = seen.booklet.measures[name]
    span = t("From {low} to {high}.", low=number(card.low), high=number(card.high))
    lines = [f"{sentence(measure_words(name))} {sentence(card.text)} {span}"]
    found = [(keys, value(reading)) for keys, reading in readings(seen, name)]
    if not found:
        return [*lines, t("You know nothing of it.")]
    [(usual, count)] = Counter(said for _, said in found).most_common(1)
    told = [(keys, said) for keys, said in found if said != usual or count <= FEW]
    lines += [f"{where(seen, name, keys)}: {said}." for keys, said in told]
    if len(told) < len(found):
        if told:
            all_of = t_count(
                "The other, {count} value: {usual}.",
                "All the others, {count} values: {usual}.",
                count,
                usual=usual,
            )
        else:
            all_of = t_count(
                "The only one, {count} value: {usual}.",
                "All of them, {count} values: {usual}.",
                count,
                usual=usual,
            )
        lines.append(all_of)
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
    return lines or [t("Nothing moved in what you know.")]


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
        return t("Now")
    axes = seen.booklet.measures[name].axes
    names = [named(seen, axis, key) for axis, key in zip(axes, keys, strict=True)]
    if axes != ("actor", "actor"):
        return in_row(names)
    if _symmetric(seen, name):
        return t("{one} and {other}", one=names[0], other=names[1])
    return t("{one} towards {other}", one=names[0], other=names[1])


def value(reading: Reading) -> str:
    """A value as it is known: exactly, or about."""
    if reading.value is None:
        return t("not known")
    if reading.exact:
        return number(reading.value)
    return t("about {amount}", amount=number(reading.value))


def _symmetric(seen: Observation, name: str) -> bool:
    """Whether a pair has one value, whichever of the two is named first."""
    columns = seen.maps[name].columns
    axes = seen.booklet.measures[name].axes
    return len(axes) == 2 and axes[0] == axes[1] and bool((columns == columns.T).all())


def _moved(old: Reading | None, new: Reading) -> str:
    if new.value is None:
        return ""
    if old is None or old.value is None:
        return t("now known, {value}", value=value(new))
    if value(old) == value(new):
        return ""
    step = new.value - old.value
    values = {"now": value(new), "step": number(abs(step)), "before": number(old.value)}
    if step > 0:
        return t("{now}, up {step} from {before}", **values)
    return t("{now}, down {step} from {before}", **values)
