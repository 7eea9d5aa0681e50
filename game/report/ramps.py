"""Off-ramps: deeds that lower the tension of the pair that stands worst, open, taken and missed."""

from game.language import t
from game.report.eyes import Eye
from game.report.model import Ramp
from game.views import Menu, Observation, Order
from game.views.film import Scene

Way = tuple[str, str, str]
"""A deed and its operands as far as they decide whose tension it lowers; '' for the others."""


def ramps_of(eye: Eye, seats: tuple[str, ...]) -> tuple[Ramp, ...]:
    """The off-ramps that these seats had open in some turn, and when they ordered them."""
    return tuple(ramp for seat in seats for ramp in _of_seat(eye, seat))


def _of_seat(eye: Eye, seat: str) -> list[Ramp]:
    opened: dict[Way, list[int]] = {}
    ordered: dict[Way, list[int]] = {}
    done: dict[Way, list[int]] = {}
    for scene in eye.film.scenes:
        sight = scene.ordering[seat]
        pairs = worst_pairs(sight)
        for way in _open(sight, pairs):
            opened.setdefault(way, []).append(scene.turn)
        for order in scene.orders:
            way = way_of(sight, order)
            if order.seat == seat and lowers(sight, way, pairs):
                ordered.setdefault(way, []).append(scene.turn)
        for way in ordered:
            if _came_about(eye, scene, seat, way):
                done.setdefault(way, []).append(scene.turn)
    moves = eye.film.views[seat].booklet.moves
    return [
        Ramp(
            seat=seat,
            words=_words(eye, way),
            open=tuple(sorted({*opened.get(way, []), *ordered.get(way, [])})),
            ordered=tuple(ordered.get(way, [])),
            done=tuple(done.get(way, [])),
            joint=bool(moves[way[0]].partners),
        )
        for way in sorted({*opened, *ordered})
    ]


def worst_pairs(sight: Observation) -> frozenset[frozenset[str]]:
    """The pairs of states that stood worst as a seat ordered, all of them if several were equal."""
    actors = sight.booklet.keys["actor"]
    states = [n for n, key in enumerate(actors) if sight.booklet.actors[key].kind == "state"]
    tense = sight.measure("tension")[0]
    pairs = {(a, b): float(tense[a, b]) for a in states for b in states if a < b}
    worst = max(pairs.values(), default=0.0)
    return frozenset(frozenset((actors[a], actors[b])) for (a, b), t in pairs.items() if t == worst)


def way_of(sight: Observation, order: Order) -> Way:
    """An order as a way to lower a tension."""
    eases = sight.booklet.moves[order.move].eases
    roles = {role for ease in eases for role in (ease.one, ease.other)}
    target, about = order.target or "", order.about or ""
    return order.move, target if "target" in roles else "", about if "about" in roles else ""


def lowers(sight: Observation, way: Way, pairs: frozenset[frozenset[str]]) -> bool:
    """Whether a deed at a target lowers the tension of one of these pairs."""
    deed, target, about = way
    roles = {"me": sight.booklet.me, "target": target, "about": about}
    return any(
        frozenset(roles.get(role, role) for role in (ease.one, ease.other)) in pairs
        for ease in sight.booklet.moves[deed].eases
    )


def _open(sight: Observation, pairs: frozenset[frozenset[str]]) -> list[Way]:
    """The off-ramps that a seat could order and pay for, in the order of its menu."""
    menu: Menu = sight.menu
    allowed = menu.allowed()[0]
    found: dict[Way, None] = {}
    for candidate in allowed.nonzero()[0].tolist():
        order = menu.order(candidate)
        way = way_of(sight, order)
        if way not in found and lowers(sight, way, pairs):
            found[way] = None
    return list(found)


def _came_about(eye: Eye, scene: Scene, seat: str, way: Way) -> bool:
    """Whether a deed lowered the tension in this turn, so that it was more than ordered."""
    tension = eye.film.rulebook.layout.stretches["tension"]
    cells = range(tension.first, tension.first + tension.size)
    return any(
        entry.cell in cells
        and entry.amount < 0
        and (entry.cause.seat, entry.cause.deed) == (seat, way[0])
        and (not way[1] or entry.cause.target == way[1])
        and (not way[2] or entry.cause.about == way[2])
        for entry in scene.entries
    )


def _words(eye: Eye, way: Way) -> str:
    """A deed and its operands in words."""
    deed, *keys = way
    axes = next(one.axes for one in eye.film.rulebook.deeds if one.key == deed)
    pairs = zip(axes, keys, strict=False)
    named = [eye.names.thing(axis, key) for axis, key in pairs if axis and key]
    name = eye.names.deed(deed)
    return t("{deed}: {things}", deed=name, things=", ".join(named)) if named else name
