"""What moved in a turn and why, in words: the largest changes of the ledger with their causes.

Causes add up to the change, because every change of the world passes the ledger; here they are
only summed by what people call them and put into a sentence.
"""

from collections.abc import Iterable

from game.engine import FACILITATOR, Cause, Entry, Rulebook
from game.language import t, t_now
from game.session.namebook import Namebook

# Counters of the machine, and what the public figures already show.
BOOKKEEPING = frozenset(
    (
        *("staff", "money", "political", "busy", "turn", "fired", "fresh", "anchor", "boost"),
        *("insight", "evidence", "wronged", "escalation", "score", "crisis", "attained", "out"),
    )
)
AT_MOST = 2  # lines for one measure, so that one cut of the network is not the whole account
SMALLEST = 0.02  # share of its range by which a measure must move to be told (a guess)
FEWEST = 0.1  # share of the change that a cause must make up to be named (a guess)


def moved(
    names: Namebook, rulebook: Rulebook, entries: Iterable[Entry], cells: list[float], most: int
) -> list[str]:
    """The `most` largest changes, a sentence each, the largest first.

    `entries` are those of one turn of one game, `cells` its world after them. How large a change
    is, is judged by the range of its measure.
    """
    causes: dict[int, dict[str, float]] = {}
    for entry in entries:
        said = cause_words(names, entry.cause)
        sums = causes.setdefault(entry.cell, {})
        sums[said] = sums.get(said, 0.0) + entry.amount
    low, high = rulebook.layout.low, rulebook.layout.high
    shares = {
        cell: abs(sum(sums.values())) / max(float(high[cell] - low[cell]), 1e-9)
        for cell, sums in causes.items()
    }
    largest = sorted(causes, key=lambda cell: (-shares[cell], cell))
    lines: list[str] = []
    told: dict[str, int] = {}
    for cell in largest:
        measure, words = names.cell(cell)
        told[measure] = told.get(measure, 0) + 1
        if measure in BOOKKEEPING or shares[cell] < SMALLEST or told[measure] > AT_MOST:
            continue
        lines.append(_sentence(words, causes[cell], cells[cell]))
        if len(lines) == most:
            break
    return lines


def cause_words(names: Namebook, cause: Cause) -> str:
    """What people call a cause: a deed and its seat, an inject, or a rule of the models."""
    if cause.rule == "deed":
        seat = names.thing("seat", cause.seat)
        return t("{deed} by {seat}", deed=names.deed(cause.deed), seat=seat)
    if cause.rule == FACILITATOR:
        return f"{FACILITATOR}: {cause.detail}"
    if cause.rule == "inject" and cause.deed:
        return t("the inject {inject}", inject=cause.deed.replace("_", " "))
    return t_now(cause.rule)


def _sentence(words: str, sums: dict[str, float], after: float) -> str:
    total = sum(sums.values())
    named = [
        f"{said} {amount:+.3g}"
        for said, amount in sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0]))
        if abs(amount) >= FEWEST * abs(total)
    ]
    # The least causes stay unnamed, and are summed up: what is said adds up to the change.
    rest = total - sum(amount for amount in sums.values() if abs(amount) >= FEWEST * abs(total))
    if abs(rest) >= 0.005 * max(abs(total), 1e-9):
        named.append(t("the rest {amount}", amount=f"{rest:+.3g}"))
    begin = words[0].upper() + words[1:]
    ends = {"before": f"{after - total:.3g}", "after": f"{after:.3g}"}
    said = {"measure": begin, "causes": "; ".join(named), **ends}
    if total > 0:
        return t("{measure} rose from {before} to {after}: {causes}.", **said)
    return t("{measure} fell from {before} to {after}: {causes}.", **said)
