"""Why: a number's change taken apart into its causes, which add up to it exactly.

A seat is told only causes it may know: rules, its own deeds, what it was openly shown. The rest is
one sum without a name, so that nothing is hidden about the number and nothing told about others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.engine.ledger import Cause, Entry
from game.engine.rulebook import Rulebook
from game.scenario import Scenario
from game.views.wording import Wording

UNSEEN = "causes you cannot see"
BEYOND = ("reached", "abroad", "others", "everyone", "publics", "suspects", "nodes")
WORD = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause of a change. `factors` are the numbers whose product the amount was, in words."""

    amount: float
    words: str
    factors: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """A change and its causes, largest first: before + the sum of the amounts is after, exactly."""

    before: float
    after: float
    reasons: tuple[Reason, ...]


def explain(
    entries: Iterable[Entry], cell: int, after: float, wording: Wording, seat: str | None
) -> Why:
    """Return why a cell came to `after`, from the entries of the time in question.

    `seat` is who asks, None for eyes that may see everything.
    """
    known: dict[str, list[Entry]] = {}
    unseen = 0.0
    total = 0.0
    for entry in entries:
        if entry.cell != cell:
            continue
        total += entry.amount
        if seat is None or may_know(entry.cause, seat, wording.scenario, wording.rulebook):
            known.setdefault(wording.cause(entry.cause), []).append(entry)
        else:
            unseen += entry.amount
    reasons = [_reason(words, some, wording, seat) for words, some in known.items()]
    if unseen:
        reasons.append(Reason(unseen, UNSEEN))
    reasons.sort(key=lambda reason: -abs(reason.amount))
    return Why(after - total, after, tuple(reasons))


def _reason(words: str, entries: Sequence[Entry], wording: Wording, seat: str | None) -> Reason:
    """Sum the entries of one cause; the factors are told where there is one entry to tell."""
    amount = sum(entry.amount for entry in entries)
    cause = entries[0].cause
    open_to = seat is None or cause.rule != "deed" or cause.seat == seat
    if len(entries) > 1 or not open_to:
        return Reason(amount, words)
    factors = tuple((plain(label, cause, wording), value) for label, value in cause.factors)
    return Reason(amount, words, factors)


def may_know(cause: Cause, seat: str, scenario: Scenario, rulebook: Rulebook) -> bool:
    """Return whether a seat may be told this cause: its own, a public one, one it was party to."""
    if cause.rule == "inject" and cause.deed:
        told = scenario.content.msel[cause.deed].to
        return not told or seat in told
    if cause.rule != "deed" or cause.seat == seat:
        return True
    seen = next(deed.seen for deed in rulebook.deeds if deed.key == cause.deed)
    mine = scenario.content.seats[seat].actor
    return seen == "public" or (seen == "parties" and mine in (cause.target, cause.about))


def plain(label: str, cause: Cause, wording: Wording) -> str:
    """Return a factor's words with the roles of its order named."""
    roles = _roles(cause, wording)

    def name(word: re.Match[str]) -> str:
        text = word.group()
        return roles.get(text, "them" if text in BEYOND else text.replace("_", " "))

    return WORD.sub(name, label)


def _roles(cause: Cause, wording: Wording) -> Mapping[str, str]:
    if cause.rule != "deed":
        return {}
    deed = next(deed for deed in wording.rulebook.deeds if deed.key == cause.deed)
    actor = wording.scenario.content.seats[cause.seat].actor
    words = (cause.target, cause.about, cause.via)
    named = {
        role: wording.name(axis, word)
        for role, axis, word in zip(("target", "about", "via"), deed.axes, words, strict=True)
        if axis and word
    }
    return {"me": wording.booklet.actors[actor].name, **named}


def in_lines(why: Why) -> list[str]:
    """Return an explanation as lines of text: the change, then a cause a line."""
    change = why.after - why.before
    way = "stayed at" if change == 0 else ("rose to" if change > 0 else "fell to")
    head = f"It {way} {why.after:.6g}"
    lines = [f"{head}." if change == 0 else f"{head} from {why.before:.6g} ({change:+.6g})."]
    for reason in why.reasons:
        product = " x ".join(f"{words} {value:.4g}" for words, value in reason.factors)
        said = f"{reason.words} = {product}" if product else reason.words
        lines.append(f"{reason.amount:+.6g}  {said}")
    return lines
