"""Changes of numbers with their causes, in figures that add up on the page."""

from collections.abc import Sequence

from game.engine.ledger import Entry
from game.language import t, t_count
from game.report.eyes import Eye
from game.report.figures import Scale, scale_of, shared_out
from game.report.model import Change, Part
from game.report.naming import Number
from game.views import Reason, Why
from game.views.film import Scene

MOST = 5  # causes told one by one; the rest is one sum


def change_of(eye: Eye, scene: Scene, number: Number, before: float | None) -> Change | None:
    """How a number moved in a turn, as the eye may know it; None where it does not know it.

    `before` is what it was at the end of the turn before.
    """
    seen = eye.value(scene, number)
    if seen.value is None:
        return None
    scale = scale_of(eye.film.scenario, number[0])
    why = eye.why(scene, number)
    if why is not None:
        return _explained(eye, scene, number, why)
    moved = 0 if before is None else scale.count(seen.value) - scale.count(before)
    return Change(
        turn=scene.turn,
        number=number,
        name=eye.names.number(number),
        before="" if before is None else scale.plain(before),
        after=scale.plain(seen.value),
        change=scale.signed(moved),
        parts=(),
        told=False,
    )


def effect_of(eye: Eye, scene: Scene, number: Number, entries: tuple[Entry, ...]) -> Change | None:
    """How much some entries alone moved a number in a turn; None where that is not told."""
    why = eye.why(scene, number, entries)
    return None if why is None else _explained(eye, scene, number, why)


def _explained(eye: Eye, scene: Scene, number: Number, why: Why) -> Change:
    scale = scale_of(eye.film.scenario, number[0])
    before, after = scale.count(why.before), scale.count(why.after)
    return Change(
        turn=scene.turn,
        number=number,
        name=eye.names.number(number),
        before=scale.written(before),
        after=scale.written(after),
        change=scale.signed(after - before),
        parts=_parts(why.reasons, after - before, scale),
        told=True,
    )


def _parts(reasons: Sequence[Reason], total: int, scale: Scale) -> tuple[Part, ...]:
    """The causes, largest first, each with the figure that makes them add up to the total."""
    grain = scale.factor * 10**scale.decimals
    counts = shared_out([reason.amount * grain for reason in reasons], total)
    told = [(count, reason) for count, reason in zip(counts, reasons, strict=True) if count]
    told.sort(key=lambda pair: -abs(pair[0]))
    parts = [Part(scale.signed(n), said(reason), factors_of(reason)) for n, reason in told[:MOST]]
    rest = told[MOST:]
    if rest:
        words = t_count("{count} smaller cause", "{count} smaller causes", len(rest))
        parts.append(Part(scale.signed(sum(count for count, _ in rest)), words))
    return tuple(parts)


def said(reason: Reason) -> str:
    """A cause in one line."""
    return " ".join(reason.words.split())


def factors_of(reason: Reason) -> str:
    """The named numbers whose product an amount was; '' where it was not one."""
    told = []
    for factor in reason.factors:
        words = " ".join(factor.words.split())
        told.append(
            t("{factor} not known", factor=words)
            if factor.value is None
            else f"{words} {factor.value:.3g}".replace("-", "−")
        )
    return " × ".join(told)
