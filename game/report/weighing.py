"""Weighing without a verdict: how sure people were, and proposals for ratings of objectives.

The Brier score is the mean square of the distance between what was said to be likely and what came
(Brier 1950): 0 is perfect, 0.25 is a coin said to be one. Ratings are those of the Homeland
Security Exercise and Evaluation Program: performed (P), with some challenges (S), with major
challenges (M), unable (U). A proposal is arithmetic; the facilitator's box is what counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.language import t
from game.report.expecting import SIGNS, conditions
from game.report.eyes import Eye
from game.report.figures import percent, scale_of
from game.report.model import Bin, Came, Confidence, Goal, OrderPart, Rating, Review
from game.report.naming import Number, flat
from game.report.seeing import sign_words
from game.report.timeline import set_number
from game.views import ObjectiveCard
from game.views.film import Scene

FINEST = 6  # so many different figures are shown as they are, more in bins of ten points
NEAR = 0.1  # of the way to a goal: missed by no more is "some challenges" (a guess)
FEW = 20  # statements under which a curve says little (a guess)


def confidence_of(orders: Sequence[OrderPart]) -> Confidence:
    """What was said to be how sure, and what came of it, where that is decided."""
    stated = [order for order in orders if order.stated]
    decided = [order for order in stated if order.came in ("yes", "no")]
    sure = [float(order.sure or 0) for order in decided]
    came = [order.came == "yes" for order in decided]
    squares = [(p - float(c)) ** 2 for p, c in zip(sure, came, strict=True)]
    return Confidence(
        stated=len(stated),
        decided=len(decided),
        undecided=sum(not order.came for order in stated),
        cannot=sum(order.came == "cannot" for order in stated),
        brier=sum(squares) / len(squares) if squares else None,
        bins=_bins(sure, came),
    )


def _bins(sure: list[float], came: list[bool]) -> tuple[Bin, ...]:
    """Statements that were about as sure, together."""
    figures = sorted({round(p, 2) for p in sure})
    edges = [(p, p) for p in figures]
    if len(figures) > FINEST:
        edges = [(n / 10, (n + 1) / 10) for n in range(10)]
    found = []
    for low, high in edges:
        inside = [
            (p, c) for p, c in zip(sure, came, strict=True) if _within(round(p, 2), low, high)
        ]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            found.append(Bin(low, high, len(inside), sum(c for _, c in inside), mean))
    return tuple(found)


def _within(value: float, low: float, high: float) -> bool:
    """Whether a figure is of a bin; the last one holds its upper edge."""
    return low <= value < high or (value == high and high in (low, 1))


@dataclass(frozen=True, slots=True)
class _Reached:
    """One comparison of an objective: what was measured, and how far from the goal.

    way: 0 is reached, 1 as far as at the start, more is further away.
    """

    words: str
    way: float


def goals_of(eye: Eye, seats: Sequence[str], planned: int) -> tuple[Goal, ...]:
    """The objectives of these seats, with what was measured and a proposal."""
    return tuple(goal for seat in seats for goal in _of_seat(eye, seat, planned))


def _of_seat(eye: Eye, seat: str, planned: int) -> list[Goal]:
    cards = eye.film.views[seat].booklet.objectives
    total = sum(card.weight for card in cards) or 1.0
    return [_goal(eye, seat, card, card.weight / total, planned) for card in cards]


def _goal(eye: Eye, seat: str, card: ObjectiveCard, weight: float, planned: int) -> Goal:
    scenes = _counted(eye, card)
    parts = conditions(eye.film, eye.film.scenario.objectives[card.key].when)
    over = bool(eye.film.ending) or (
        card.by is not None and bool(eye.film.scenes) and eye.film.scenes[-1].turn >= card.by
    )
    reached = [_reached(eye, scenes, part, card.holds) for part in parts] if scenes else []
    known = [one for one in reached if one is not None]
    rating, because = _proposal(eye, card, known, parts, over=over)
    return Goal(
        seat=seat,
        name=flat(card.name)[:1].upper() + flat(card.name)[1:],
        text=flat(card.text),
        weight=percent(weight),
        when=_when(card, planned),
        measured=tuple(one.words for one in known),
        rating=rating,
        because=because,
    )


def _counted(eye: Eye, card: ObjectiveCard) -> tuple[Scene, ...]:
    """The turns at whose ends an objective is looked at."""
    scenes = tuple(s for s in eye.film.scenes if card.by is None or s.turn <= card.by)
    return scenes if card.holds != "at_end" else scenes[-1:]


def _reached(
    eye: Eye, scenes: Sequence[Scene], part: tuple[Number, str, float], holds: str
) -> _Reached | None:
    """How near one comparison came; None where the eye does not know its number."""
    number, sign, limit = part
    seen = [(scene, eye.value(scene, number)) for scene in scenes]
    known = [(scene.turn, one.value) for scene, one in seen if one.value is not None and one.exact]
    if not known:
        return None
    upwards = sign in (">", ">=")
    best = max if upwards == (holds != "throughout") else min
    value = best(value for _, value in known)
    turn = max(turn for turn, one in known if one == value)
    scale = scale_of(eye.film.scenario, number[0])
    words = t(
        "{number}: {value} at the end of turn {turn}, wanted {sign} {limit}",
        number=eye.names.number(number),
        value=scale.plain(value),
        turn=turn,
        sign=sign_words(sign),
        limit=scale.plain(limit),
    )
    return _Reached(words, 0.0 if SIGNS[sign](value, limit) else _way(eye, number, value, limit))


def _way(eye: Eye, number: Number, value: float, limit: float) -> float:
    """How much of the way from the start to the goal is left."""
    start = eye.start(number).value
    layout = eye.film.rulebook.layout
    stretch = layout.stretches[number[0]]
    span = float(layout.high[stretch.first] - layout.low[stretch.first]) or 1.0
    whole = abs((limit if start is None else start) - limit)
    return abs(value - limit) / max(whole, NEAR * span)


def _proposal(
    eye: Eye,
    card: ObjectiveCard,
    reached: Sequence[_Reached],
    parts: Sequence[tuple[Number, str, float]],
    *,
    over: bool,
) -> tuple[Rating, str]:
    """A rating, and the arithmetic behind it; none while the objective can still be reached."""
    if not over or not eye.film.scenes:
        return "", t("not due yet")
    met = _met(eye, card)
    if met is None:
        return "", t("not known to this seat")
    if met:
        helped = {set_number(done) for done in eye.film.hands if done.kind == "set"}
        if eye.seat is None and any(number in helped for number, _, _ in parts):
            return "S", t("met, helped by a number that was set by hand")
        return "P", t("met")
    if not reached:
        return "U", t("not met")
    left = max(one.way for one in reached)
    if left <= NEAR:
        return "S", t("missed by a tenth of the way or less")
    if left < 1:
        return "M", t("not met, {share} of the way left", share=percent(left))
    return "U", t("not met, no nearer than at the start")


def _met(eye: Eye, card: ObjectiveCard) -> bool | None:
    """Whether an objective is met, as the eye may know."""
    last = eye.film.scenes[-1]
    if eye.seat is None:
        place = eye.film.rulebook.keys["objective"].index(card.key)
        attained = eye.film.rulebook.layout.view(last.closed.cells, "attained")
        return bool(np.asarray(attained)[0, place] > 0)
    views = {view.card.key: view.state for view in last.after[eye.seat].objectives()}
    state = views.get(card.key, "not known")
    return None if state == "not known" else state == "met"


def _when(card: ObjectiveCard, planned: int) -> str:
    """When an objective counts, in words."""
    turn = card.by or planned
    if card.holds == "once":
        return t("once, by turn {turn}", turn=turn)
    if card.holds == "throughout":
        return t("at the end of every turn, to turn {turn}", turn=turn)
    return t("at the end of turn {turn}", turn=turn)


def with_outcome(review: Review, order: OrderPart, came: Came) -> Review:
    """The review after people decided whether an expectation came true."""
    turns = tuple(
        replace(
            turn,
            orders=tuple(
                replace(one, came=came, decided="people" if came else "") if one == order else one
                for one in turn.orders
            ),
        )
        if turn.turn == order.turn
        else turn
        for turn in review.turns
    )
    decided = replace(review, turns=turns)
    return replace(decided, confidence=confidence_of(decided.orders))
