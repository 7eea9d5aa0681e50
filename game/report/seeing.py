"""What each seat could see, beside how it was; and the curves of the numbers that mattered.

The numbers that matter are those that objectives turn on, and the tension of the crisis.
"""

from game.language import t
from game.report.changes import change_of
from game.report.expecting import conditions
from game.report.eyes import Eye, Seen
from game.report.figures import Scale, scale_of
from game.report.model import Curve, State, ViewPart, ViewRow
from game.report.naming import Number
from game.report.ramps import worst_pairs
from game.views.film import Film, Scene
from game.views.goals import SIGNS

MOST_CURVES = 10
OWN_STOCKS = ("political",)


def tense_of(film: Film) -> tuple[Number, ...]:
    """The tensions of the pairs of states that stood worst in some turn: the crisis by name."""
    first = next(iter(film.views), "")
    pairs = {pair for scene in film.scenes for pair in worst_pairs(scene.after[first])}
    return tuple(("tension", *pair) for pair in sorted(tuple(sorted(pair)) for pair in pairs))


def numbers_of(film: Film, seats: tuple[str, ...]) -> tuple[Number, ...]:
    """The worst tensions, then the numbers that the objectives of these seats turn on."""
    found: dict[Number, None] = dict.fromkeys(tense_of(film))
    for seat in seats:
        for card in film.views[seat].booklet.objectives:
            for number, _, _ in conditions(film, film.scenario.objectives[card.key].when):
                found[number] = None
    return tuple(found)


def curves_of(eye: Eye, numbers: tuple[Number, ...]) -> tuple[Curve, ...]:
    """The curves of these numbers; those that never moved, and those never seen, are left out."""
    curves = [_curve(eye, number) for number in numbers]
    return tuple(curve for curve in curves if len({p for p in curve.points if p is not None}) > 1)


def _curve(eye: Eye, number: Number) -> Curve:
    scale = scale_of(eye.film.scenario, number[0])
    seen = [eye.start(number), *(eye.value(scene, number) for scene in eye.film.scenes)]
    values = [one.value for one in seen]
    changes = (
        change_of(eye, scene, number, before)
        for scene, before in zip(eye.film.scenes, values, strict=False)
    )
    goal, words = _goal(eye, number, scale)
    return Curve(
        number=number,
        name=eye.names.number(number),
        unit=scale.unit,
        points=tuple(None if v is None else v * scale.factor for v in values),
        figures=tuple(_figure(one, scale) for one in seen),
        exact=all(one.exact for one in seen if one.value is not None),
        goal=goal,
        goal_words=words,
        changes=tuple(change for change in changes if change is not None),
    )


def _goal(eye: Eye, number: Number, scale: Scale) -> tuple[float | None, str]:
    """The limit that an objective sets to a number, and whose it is; the first, if several do."""
    seats = eye.film.views if eye.seat is None else {eye.seat: eye.film.views[eye.seat]}
    for seat, view in seats.items():
        for card in view.booklet.objectives:
            parts = conditions(eye.film, eye.film.scenario.objectives[card.key].when)
            for one, sign, limit in parts:
                if one == number:
                    words = {"sign": sign_words(sign), "limit": scale.plain(limit)}
                    if eye.seat is not None:
                        return limit * scale.factor, t("wanted {sign} {limit}", **words)
                    name = eye.names.seat(seat)
                    told = t("{seat} wanted {sign} {limit}", seat=name, **words)
                    return limit * scale.factor, told
    return None, ""


def sign_words(sign: str) -> str:
    """A comparison in words."""
    said = {
        ">=": t("at least"),
        ">": t("more than"),
        "<=": t("at most"),
        "<": t("less than"),
        "==": t("exactly"),
    }
    return said.get(sign, SIGNS.get(sign, sign))


def _figure(seen: Seen, scale: Scale) -> str:
    if seen.value is None:
        return t("not known")
    figure = scale.plain(seen.value)
    return figure if seen.exact else t("about {figure}", figure=figure)


def views_of(eye: Eye, seats: tuple[str, ...], numbers: tuple[Number, ...]) -> tuple[ViewPart, ...]:
    """What these seats saw at the end of each turn, beside the truth if the eye may see that."""
    return tuple(_view(eye, seat, numbers) for seat in seats)


def _view(eye: Eye, seat: str, numbers: tuple[Number, ...]) -> ViewPart:
    own = Eye(eye.film, seat)
    wanted = dict.fromkeys((*numbers_of(eye.film, (seat,)), *numbers))
    rows = [[_row(eye, own, scene, number) for number in wanted] for scene in eye.film.scenes]
    return ViewPart(
        seat=seat,
        turns=tuple(scene.turn for scene in eye.film.scenes),
        rows=tuple(tuple(row) for row in rows),
    )


def _row(eye: Eye, own: Eye, scene: Scene, number: Number) -> ViewRow:
    scale = scale_of(eye.film.scenario, number[0])
    seen, real = own.value(scene, number), eye.value(scene, number)
    saw = _figure(seen, scale)
    if eye.seat is not None:
        state: State = "same" if seen.exact else "not shown" if seen.value is None else "differs"
        return ViewRow(eye.names.number(number), saw, "", state)
    truth = _figure(real, scale)
    if seen.value is None:
        state = "not shown"
    else:
        state = "same" if seen.exact and saw == truth else "differs"
    return ViewRow(eye.names.number(number), saw, truth, state)
