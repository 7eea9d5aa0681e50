"""The suite: all checks by number, and the lines that say what came of them."""

from collections.abc import Callable, Iterator, Sequence

from game.batch.validity import (
    attribution,
    blackouts,
    blocks,
    broadcasting,
    cascades,
    corrections,
    dismissal,
    escalation,
    leaks,
    prebunking,
    secrecy,
    sources,
    strategy,
)
from game.batch.validity.verdict import Verdict

PUBLISHED = 12  # checks of the field; those above are this project's own
PAIRS = 200
LEAST = 20  # pairs below which an interval means nothing

CHECKS: dict[int, Callable[[int], Verdict]] = {
    1: broadcasting.check,
    2: blackouts.check,
    3: leaks.check,
    4: sources.check,
    5: corrections.check,
    6: prebunking.check,
    7: cascades.check,
    8: blocks.check,
    9: secrecy.check,
    10: attribution.check,
    11: escalation.check,
    12: strategy.check,
    13: dismissal.check,
}


def examine(pairs: int, only: Sequence[int] = ()) -> Iterator[Verdict]:
    """Yield the verdict of each check asked for (all unless `only` names some), by number.

    Raises:
        ValueError: too few pairs, or a number that is no check's.

    """
    unknown = [number for number in only if number not in CHECKS]
    if unknown:
        message = f"there is no check {unknown[0]}: they are numbered 1 to {max(CHECKS)}"
        raise ValueError(message)
    if pairs < LEAST:
        message = f"{pairs} pairs say nothing: take at least {LEAST}"
        raise ValueError(message)
    for number in sorted(only) or CHECKS:
        yield CHECKS[number](pairs)


def report(verdicts: Sequence[Verdict]) -> tuple[list[str], bool]:
    """Return the last lines over all checks run, and whether every one of them holds."""
    published = [one for one in verdicts if one.number <= PUBLISHED]
    own = [one for one in verdicts if one.number > PUBLISHED]
    lines = []
    for one in own:
        word = "holds" if one.holds else "does not hold"
        lines.append(f"The check of our own, {one.number}, {word}; it is counted apart.")
    held = sum(one.holds for one in published)
    if published:
        lines.append(f"{held} of {len(published)} hold")
    return lines, all(one.holds for one in verdicts)
