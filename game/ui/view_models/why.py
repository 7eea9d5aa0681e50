"""Why a figure moved, as a card shows it: causes that add up in the very digits that are shown.

Pure: an observation in, records of words out. A cause may open the numbers behind it, and a number
that the seat knows its own causes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.language import t, t_later, t_now
from game.ui.view_models import words
from game.ui.view_models.figures import (
    MOST_DECIMALS,
    Measure,
    grains,
    name,
    number,
    plain,
    signed,
    unit_of,
)

if TYPE_CHECKING:
    from game.ui.view_models.desk import Tone
    from game.views import Observation, Reason, Why

UP_IS_GOOD = ("credibility", "trust", "located", "money", "staff", "political", "prestige")
UP_IS_BAD = ("crisis", "tension", "waiting", "privacy", "harmed", "exposed", "gaffe", "busy")
SIGNS: dict[str, tuple[Tone, Tone]] = {"at least": ("good", "bad"), "at most": ("bad", "good")}
SIGNS |= {"more than": SIGNS["at least"], "less than": SIGNS["at most"]}
NEAR = 0.1  # how far a cause may be rounded, as a share of it
GUESS = re.compile(r" \([^)]*\bguess\b[^)]*\)")  # for authors, not for who plays
COMMAS = " ,،、"
ROUNDING = t_later("Rounding of the figures above")


@dataclass(frozen=True, slots=True)
class Step:
    """Where a row leads: to a measure's own causes, or (`cause` given) to the numbers of one."""

    measure: Measure
    cause: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a card: a cause with its amount, or a number behind one.

    share: the length of its bar, -1..1, None for no bar; note: who or what of, then the numbers.
    """

    figure: str
    title: str
    note: str
    tone: Tone = "plain"
    share: float | None = None
    leads: Step | None = None
    who: str = ""  # who did it, as the note says first


@dataclass(frozen=True, slots=True)
class WhyCard:
    """A card: what it is of, how well that is known, before and after, and what made it."""

    step: Step
    name: str
    known: str
    change: str
    about: str
    lines: tuple[Line, ...]
    total: str
    tone: Tone = "plain"  # of the whole change

    def leaf(self) -> WhyCard:
        """The same card with nothing to open in it."""
        return replace(self, lines=tuple(replace(line, leads=None) for line in self.lines))


def why_of(now: Observation, measure: Measure) -> Why | None:
    """Why a figure is what it is since the last turn; None where there is nothing to tell."""
    try:
        return now.why(*measure) if measure else None
    except (KeyError, ValueError):
        return None


def moved(now: Observation, measure: Measure) -> bool:
    """Whether a figure has causes to show."""
    why = why_of(now, measure)
    return why is not None and bool(why.reasons)


def card(now: Observation, step: Step) -> WhyCard | None:
    """The card that a step leads to."""
    why = why_of(now, step.measure)
    if why is None or not why.reasons:
        return None
    if step.cause >= 0:
        return _numbers(now, step, why)
    unit, scale = unit_of(now, step.measure[0])
    decimals = decimals_for(why, scale)
    before, after = (grains(end, scale, decimals) for end in (why.before, why.after))
    amounts = [grains(reason.amount, scale, decimals) for reason in why.reasons]
    most = max(abs(reason.amount) for reason in why.reasons)
    lines = [
        Line(
            figure=signed(count, decimals, unit),
            title=_title(reason.words),
            note=_note(reason),
            who=_source(reason.words),
            tone=tone_of(now, step.measure, reason.amount),
            share=reason.amount / most,
            leads=_leads(now, step.measure, place, reason),
        )
        for place, (reason, count) in enumerate(zip(why.reasons, amounts, strict=True))
    ]
    lost = after - before - sum(amounts)
    if lost:
        lines.append(Line(signed(lost, decimals, unit), t_now(ROUNDING), ""))
    about = now.booklet.measures.get(step.measure[0])
    hundred = unit == "" and about is not None and about.high == 100
    ends = {"before": plain(before, decimals, unit), "after": plain(after, decimals, unit)}
    return WhyCard(
        step=step,
        name=name(now, step.measure),
        known=t("known exactly"),
        change=t("{before} → {after} of 100", **ends)
        if hundred
        else t("{before} → {after}", **ends),
        about=GUESS.sub("", words.sentence(about.text)) if about is not None else "",
        lines=tuple(lines),
        total=signed(after - before, decimals, unit),
        tone=tone_of(now, step.measure, why.after - why.before),
    )


def decimals_for(why: Why, scale: float = 1.0) -> int:
    """The fewest decimals in which every cause is told well and all add up to what is shown."""
    for decimals in range(MOST_DECIMALS + 1):
        amounts = [grains(reason.amount, scale, decimals) for reason in why.reasons]
        true = [reason.amount * scale * 10**decimals for reason in why.reasons]
        near = (abs(a - t) <= NEAR * abs(t) for a, t in zip(amounts, true, strict=True))
        ends = grains(why.after, scale, decimals) - grains(why.before, scale, decimals)
        if sum(amounts) == ends and all(near):
            return decimals
    return MOST_DECIMALS


def _numbers(now: Observation, step: Step, why: Why) -> WhyCard:
    """The numbers behind one cause, whose product it is."""
    reason = why.reasons[step.cause]
    unit, scale = unit_of(now, step.measure[0])
    decimals = decimals_for(why, scale)
    amount = signed(grains(reason.amount, scale, decimals), decimals, unit)
    lines = [
        Line(
            figure="?" if factor.value is None else number(factor.value),
            title=factor.words[:1].upper() + factor.words[1:],
            note=t("Not known to you") if factor.value is None else "",
            leads=_on(now, step.measure, factor.measure),
        )
        for factor in reason.factors
    ]
    several = len(reason.factors) > 1
    return WhyCard(
        step=step,
        name=_title(reason.words),
        known=_source(reason.words),
        change=f"{amount}  {name(now, step.measure)}",
        about=t("These numbers, multiplied.") if several else t("This number made it."),
        lines=tuple(lines),
        total="",
    )


def _on(now: Observation, measure: Measure, other: Measure) -> Step | None:
    """The way on from a number to its own causes, but not back to where one came from."""
    return Step(other) if other != measure and moved(now, other) else None


def _leads(now: Observation, measure: Measure, place: int, reason: Reason) -> Step | None:
    """Where a cause leads: to its numbers, or straight to the one that has causes of its own."""
    if not reason.factors:
        return None
    [first, *more] = reason.factors
    same = why_of(now, first.measure)
    if not more and same is not None and same.after == first.value:
        return _on(now, measure, first.measure)
    return Step(measure, place)


def _parted(said: str) -> tuple[str, str]:
    """A cause, and who did it, parted where the language now spoken joins them."""
    mine = t("{deed}, by you", deed="")
    if mine and said.endswith(mine):
        return said.removesuffix(mine), mine.lstrip(COMMAS)
    joint = t("{deed}, by {actor}", deed="", actor="")
    title, found, who = said.rpartition(joint) if joint else ("", "", said)
    return (title, f"{joint.lstrip(COMMAS)}{who}") if found else (said, "")


def _title(said: str) -> str:
    """A cause without who did it."""
    title = _parted(said)[0]
    return title[:1].upper() + title[1:]


def _source(said: str) -> str:
    """Who did it."""
    return _parted(said)[1]


def _note(reason: Reason) -> str:
    """Who did it, then the numbers behind it."""
    told = []
    for factor in reason.factors:
        value = words.not_known() if factor.value is None else number(factor.value)
        told.append(f"{_whole(factor.words)} {value}")
    return " · ".join(part for part in (_source(reason.words), " × ".join(told)) if part)


def _whole(said: str) -> str:
    """Words that hold a sum or a product, in brackets: more is multiplied with them."""
    return f"({said})" if any(f" {sign} " in said for sign in "+−×÷") else said


def tone_of(now: Observation, measure: Measure, amount: float) -> Tone:
    """Whether a change is good or bad for this seat, as far as its objectives or the figure say."""
    for view in now.objectives():
        if sorted(view.reads) == sorted(measure) and view.sign in SIGNS:
            return SIGNS[view.sign][amount < 0]
    kind, *things = measure
    if things and now.booklet.me not in things:
        return "plain"
    if kind in UP_IS_GOOD:
        return SIGNS["at least"][amount < 0]
    return SIGNS["at most"][amount < 0] if kind in UP_IS_BAD else "plain"
