"""A forecast in words: what a sheet would do, and what is not known. Pure; figures come last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.language import t, t_count
from game.ui.view_models import figures, words
from game.ui.view_models.forecast_words import hazard_said, question_said

if TYPE_CHECKING:
    from game.ui.view_models.figures import Measure
    from game.views import Forecast, Observation
    from game.views import Row as Foretold

Tone = Literal["plain", "goal", "alert"]
State = Literal["none", "computing", "ready", "uncertain", "error"]

YES_OR_NO = ("public", "bound", "broken", "threat", "holds", "out", "denied", "accused")
LINES = 8  # more than any panel shows; the rest is in the account of how it was imagined
AIR = 0.22  # of what an axis must show, to each side of it
LEAST_STRETCH = 0.08  # of a measure's range: an axis is never zoomed further
SAME = 0.012  # of the range: what moves less is about the same
CLEAR = 0.06  # of the range: what moves more does so clearly
LIKELY = 1 / 12  # a hazard of less is not one of six squares


@dataclass(frozen=True, slots=True)
class Line:
    """A measure on its axis; low, middle, high, now and limit are places on it, 0..1."""

    measure: Measure
    name: str
    said: str
    tone: Tone
    low: float
    middle: float
    high: float
    now: float | None
    limit: float | None
    uncertain: bool
    exact: str  # the same in figures


@dataclass(frozen=True, slots=True)
class Hazard:
    """Something that may come of the sheet: of six squares so many are full."""

    said: str
    squares: int
    good: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything the panel of the forecast shows."""

    state: State
    lines: tuple[Line, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    not_known: str = ""
    worlds: str = ""
    note: str = ""  # where nothing moves: that, and when it will
    why: str = ""  # why there is no forecast


def outlook(
    now: Observation, forecast: Forecast | None, *, computing: bool = False, error: str = ""
) -> Outlook:
    """What the panel shows; while a new one is computed, the axes of the last one are empty."""
    if error:
        return Outlook("error", why=t("No forecast for this: {why}", why=error))
    if forecast is None:
        return Outlook("computing" if computing else "none")
    if forecast.void and not computing:
        return Outlook("error", why=t("This sheet cannot be played as it stands."))
    lines = tuple(line(now, row) for row in _once(forecast.rows)[:LINES])
    if computing:
        return Outlook("computing", lines)
    return Outlook(
        "uncertain" if forecast.uncertain else "ready",
        lines,
        hazards(forecast),
        question_said(now, forecast.not_known) if forecast.not_known else "",
        t_count("{count} world", "{count} worlds", forecast.worlds),
        _note(forecast),
    )


def _note(forecast: Forecast) -> str:
    """What is said where a sheet moves nothing that its seat looks at."""
    if not forecast.orders:
        return t("Without an order.")
    moved = any(row.felt > 0 for row in forecast.rows)
    return "" if moved else t("This turn it moves none of these.")


def _once(rows: tuple[Foretold, ...]) -> tuple[Foretold, ...]:
    """The rows without the pair of states that the tension of the crisis is read from."""
    crisis = next((row for row in rows if row.measure == ("crisis",)), None)
    if crisis is None:
        return rows
    same = (crisis.before, crisis.low, crisis.middle, crisis.high)
    return tuple(
        row
        for row in rows
        if row.measure[0] != "tension"
        or row.goal >= 0
        or (row.before, row.low, row.middle, row.high) != same
    )


def line(now: Observation, row: Foretold) -> Line:
    """A measure with its band, its range in words."""
    limit = row.needed if row.needed is not None else _next_rung(row)
    low, high = _stretch(row, limit)

    def inside(value: float) -> float:
        return min(1.0, max(0.0, (value - low) / ((high - low) or 1.0)))

    def place(value: float | None) -> float | None:
        return None if value is None or not low <= value <= high else inside(value)

    return Line(
        measure=row.measure,
        name=name(now, row.measure),
        said=t("could be anything") if row.uncertain else said(now, row),
        tone=_tone(row),
        low=0.0 if row.uncertain else inside(row.low),
        middle=inside(row.middle),
        high=1.0 if row.uncertain else inside(row.high),
        now=place(row.before),
        limit=place(limit),
        uncertain=row.uncertain,
        exact=in_figures(now, row),
    )


def _tone(row: Foretold) -> Tone:
    if row.measure[0] in ("crisis", "tension"):
        return "alert"
    return "goal" if row.goal >= 0 else "plain"


def _next_rung(row: Foretold) -> float | None:
    """Where the next rung of tension begins."""
    if row.measure[0] not in ("crisis", "tension"):
        return None
    base = row.middle if row.before is None else row.before
    return float(words.rung(base) * 10)


def _stretch(row: Foretold, limit: float | None) -> tuple[float, float]:
    """The interesting part of a range: the band, now, and the goal where it is not far off."""
    if row.uncertain:
        return row.floor, row.ceiling
    marks = [row.low, row.high] + ([] if row.before is None else [row.before])
    least, most = min(marks), max(marks)
    if limit is not None and abs(limit - row.middle) < 0.35 * row.span:
        least, most = min(least, limit), max(most, limit)
    air = max(AIR * (most - least), (LEAST_STRETCH * row.span - (most - least)) / 2)
    return max(row.floor, least - air), min(row.ceiling, most + air)


def name(now: Observation, measure: Measure) -> str:
    """What a line is called, short."""
    kind, *things = measure
    booklet = now.booklet
    if kind == "crisis":
        return t("Tension")
    if kind == "credibility" and things and things[0] == booklet.me:
        card = booklet.audiences[things[1]]
        if (
            card.of == booklet.me
            and sum(a.of == booklet.me for a in booklet.audiences.values()) == 1
        ):
            return t("Credibility at home")
        return t("Belief: {audience}", audience=card.name)
    if kind == "tension" and booklet.me in things:
        other = next((key for key in things if key != booklet.me), booklet.me)
        return t("Tension with {actor}", actor=booklet.actors[other].name)
    return figures.name(now, measure)


def said(now: Observation, row: Foretold) -> str:
    """Where the band lies, in words."""
    kind = row.measure[0]
    if kind in ("crisis", "tension"):
        return _rungs(row)
    if kind in YES_OR_NO:
        return t("no") if row.high <= 0 else t("yes") if row.low >= 1 else t("perhaps")
    unit, scale = figures.unit_of(now, kind)
    if row.floor == 0 and row.ceiling == 100 and kind != "market":
        return _levels(row)
    low, high = (words.amount(value * scale) for value in (row.low, row.high))
    if unit:
        low, high = (f"{value * scale:.0f}" for value in (row.low, row.high))
    if low == high:
        return f"{low}{unit}"
    return t("{low} to {high}{unit}", low=low, high=high, unit=unit)


def _rungs(row: Foretold) -> str:
    """A tension in rungs: the middle first, and what is possible beside it."""
    low, here, high = (words.rung(value) for value in (row.low, row.middle, row.high))
    if low == high:
        return t("Rung {number}", number=here)
    if high - low == 1:
        return t("Rung {number}, perhaps {other}", number=here, other=high if here == low else low)
    return t("Rung {low} to {high}", low=low, high=high)


def _levels(row: Foretold) -> str:
    """A measure of 0 to 100 in words, and whether it moves."""
    low, high = words.level(row.low), words.level(row.high)
    if low != high:
        return t("{low} to {high}", low=low, high=high)
    if row.before is None:
        return low
    moved = (row.middle - row.before) / row.span
    if abs(moved) < SAME:
        return t("{level}, about the same", level=low)
    return (
        t("{level}, a little up", level=low)
        if moved > 0
        else t("{level}, a little down", level=low)
    )


def in_figures(now: Observation, row: Foretold) -> str:
    """The band in figures, and what the sheet adds to it."""
    unit, scale = figures.unit_of(now, row.measure[0])

    def figure(value: float) -> str:
        return f"{figures.number(value * scale)}{unit}"

    low, middle, high = figure(row.low), figure(row.middle), figure(row.high)
    change = f"{'+' if row.effect > 0 else ''}{figure(row.effect)}"
    if low == high:
        if row.effect == 0:
            return t("{figure}; this sheet does not touch it", figure=middle)
        return t("{figure}; of it by this sheet {change}", figure=middle, change=change)
    band = {"low": low, "middle": middle, "high": high}
    if row.effect == 0:
        return t("{low} to {high}, most likely {middle}; this sheet does not touch it", **band)
    return t(
        "{low} to {high}, most likely {middle}; of it by this sheet {change}",
        **band,
        change=change,
    )


def hazards(forecast: Forecast) -> tuple[Hazard, ...]:
    """What may come of the sheet, the likeliest first: failing, then the rulebook's chances."""
    found: list[tuple[float, Hazard]] = []
    for fate in forecast.fates:
        if fate.failed >= LIKELY:
            text = t("Fails in about {count} of 6", count=sixth(fate.failed))
            found.append((fate.failed, Hazard(text, sixth(fate.failed), good=False)))
    for odd in forecast.odds:
        text, good = hazard_said(odd.name, odd.share)
        found.append((odd.share, Hazard(text, sixth(odd.share), good)))
    return tuple(one for _, one in sorted(found, key=lambda pair: -pair[0]))


def sixth(share: float) -> int:
    """How many of six squares a share fills: none below one of twelve, all only when sure."""
    if share < LIKELY:
        return 0
    return 6 if share >= 1 else min(5, max(1, round(share * 6)))


def told(now: Observation, forecast: Forecast) -> list[str]:
    """The whole forecast as sentences, for a page, a terminal or a voice."""
    view = outlook(now, forecast)
    if view.state == "error":
        return [view.why]
    found = [
        t("{name}: {words} ({figures})", name=one.name, words=one.said, figures=one.exact)
        for one in view.lines
    ]
    found += [hazard.said for hazard in view.hazards]
    if view.not_known:
        found.append(view.not_known)
    found.append(how(forecast))
    return found


def how(forecast: Forecast) -> str:
    """How it was imagined, in two sentences."""
    return t_count(
        "Imagined {count} world that fits what you know; what you do not know is drawn anew in it, "
        "and the other seats act as somebody might. Nobody looked at the real world.",
        "Imagined {count} worlds that fit what you know; what you do not know is drawn anew in "
        "each, and the other seats act as somebody might. Nobody looked at the real world.",
        forecast.worlds,
    )
