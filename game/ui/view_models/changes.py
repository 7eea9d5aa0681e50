"""What a turn changed most, as far as its seat may know it: the heavy cards of the recap. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_count
from game.ui.view_models import words
from game.ui.view_models.figures import name as name_of
from game.ui.view_models.notebook import value
from game.ui.view_models.why import Step, moved, tone_of
from game.ui.view_models.why import card as card_of

if TYPE_CHECKING:
    from game.ui.view_models.desk import Tone
    from game.ui.view_models.figures import Measure
    from game.views import Observation

GOAL, OWN, OTHER = 8.0, 1.5, 1.0  # how much a point of each counts; guesses
SMALLEST = 0.004  # of a range; less is noise to a reader
CAUSES = 2


@dataclass(frozen=True, slots=True)
class Heavy:
    """One change: before and after in words, the amount, what made it, how well it is known."""

    name: str
    icon: str
    before: str
    after: str
    change: str
    tone: Tone
    known: str
    because: str
    measure: Measure  # what to ask why of; () if there is nothing to tell
    weight: float


def heavies(old: Observation, new: Observation) -> tuple[Heavy, ...]:
    """Every change of a turn that a seat may know of, the heaviest first."""
    found: dict[Measure, Heavy] = {}
    views = new.objectives()
    total = sum(view.card.weight for view in views) or 1.0
    for view in views:
        _add(found, old, new, tuple(view.reads), (GOAL * view.card.weight / total, "target"))
    booklet = new.booklet
    _add(found, old, new, ("crisis",), (OWN, "warn"))
    for key in booklet.audiences:
        _add(found, old, new, ("credibility", booklet.me, key), (OWN, "people"))
    for kind, card in booklet.measures.items():
        if not card.axes:
            _add(found, old, new, (kind,), (OTHER, "wave"))
    for key in booklet.audiences:
        for kind in ("online", "mobilized"):
            _add(found, old, new, (kind, key), (OTHER / 2, "net" if kind == "online" else "people"))
    order = sorted(found, key=lambda measure: -found[measure].weight)
    first = {measure[0]: measure for measure in reversed(order)}  # the heaviest of each kind
    leading = [measure for measure in order if first[measure[0]] == measure]
    rest = [measure for measure in order if first[measure[0]] != measure]
    return tuple(found[measure] for measure in (*leading, *rest))


def _add(
    found: dict[Measure, Heavy],
    old: Observation,
    new: Observation,
    measure: Measure,
    kind: tuple[float, str],
) -> None:
    """Put a change among the found ones, if it is one."""
    if not measure or measure in found:
        return
    before, after = value(old, *measure), value(new, *measure)
    card = new.booklet.measures.get(measure[0])
    if before is None or after is None or card is None:
        return
    moved_by = (after - before) / ((card.high - card.low) or 1.0)
    factor, icon = kind
    still = abs(moved_by) < SMALLEST
    if still and icon != "target":
        return
    told = card_of(new, Step(measure)) if moved(new, measure) else None
    found[measure] = Heavy(
        name=name_of(new, measure),
        icon=icon,
        before=said(measure, before, card.high),
        after=said(measure, after, card.high, long=True),
        change=t("unchanged") if still else _change(measure, before, after, card.high),
        tone="plain" if still else tone_of(new, measure, after - before),
        known=t("known exactly") if new.value(*measure).exact else t("an estimate"),
        because="; ".join(line.title for line in told.lines[:CAUSES]) if told else "",
        measure=measure if told else (),
        weight=0.0 if still else abs(moved_by) * factor,
    )


def said(measure: Measure, number: float, high: float, *, long: bool = False) -> str:
    """A figure as a seat reads it: a rung, per cent, or points with a word."""
    if measure[0] in ("crisis", "tension"):
        return t("Rung {number}", number=words.rung(number))
    if high == 1.0 and len(measure) == 1 and number in (0.0, 1.0):
        return t("yes") if number else t("no")
    if high == 1.0:
        return words.percent(number)
    figure = words.amount(round(number))
    if long and measure[0] == "credibility":
        return t("{figure}, {word}", figure=figure, word=words.level(number))
    return figure


def _change(measure: Measure, before: float, after: float, high: float) -> str:
    """The amount with its direction."""
    arrow = "▲" if after > before else "▼"
    if measure[0] in ("crisis", "tension"):
        rungs = abs(words.rung(after) - words.rung(before))
        if rungs:
            return t_count("{arrow} {count} rung", "{arrow} {count} rungs", rungs, arrow=arrow)
    if high == 1.0 and {before, after} == {0.0, 1.0} and len(measure) == 1:
        return ""
    if high == 1.0:
        return f"{arrow} {words.percent(abs(after - before))}"
    return t("{arrow} {points} points", arrow=arrow, points=words.amount(abs(after - before)))
