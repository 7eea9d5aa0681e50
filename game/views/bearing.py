"""Bearing: which of a seat's objectives an order brings nearer, by what the rulebook says it does.

The rulebook is open to all, and so is what a deed shifts; a seat knows what its own objectives
turn on. From the two follows, without a look at the world, what serves whom. Only the direction
counts, and only of what a deed always does: chances and conditions may turn out otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.scenario import Scenario
from game.scenario.deeds import deeds_of
from game.scenario.expression import Call, ExpressionError, Name, parse
from game.scenario.move import Effect, Shift
from game.scenario.vocabulary import Scope, resolve
from game.scenario.words import Apply, Constant, Entity, Meaning, Over, Read
from game.views.booklet import Booklet

Array = npt.NDArray[Any]

ANY = "*"  # some audiences: the one that is meant may be among them
NOBODY = "-"  # some actor: whoever is meant, it is hardly that one
SIGN = {">=": 1, ">": 1, "<=": -1, "<": -1}
ROLES = ("me", "target", "about", "via")
Keys = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Moves:
    """A measure moved up (1) or down (-1), and of what: roles, keys, ANY or NOBODY."""

    measure: str
    things: tuple[str, ...]
    sign: int


@dataclass(frozen=True, eq=False)
class Bearing:
    """What a seat's objectives want moved, J lists; and what each deed moves, D lists."""

    keys: Keys
    wants: tuple[tuple[Moves, ...], ...]
    does: tuple[tuple[Moves, ...], ...]
    axes: tuple[tuple[str | None, str | None, str | None], ...]
    symmetric: frozenset[str]

    def of(self, deed: Array, operands: tuple[Array, ...]) -> Array:
        """Return (R, J) for orders of `deed` (R,): 1 brings an objective nearer, -1 further off.

        operands: me, target, about and via (R,), places among the keys of their axes.
        """
        found = np.zeros((len(deed), len(self.wants)), dtype=np.int64)
        for one in np.unique(deed):
            rows = np.flatnonzero(deed == one)
            roles = dict(zip(ROLES, operands, strict=True))
            axes = dict(zip(roles, ("actor", *self.axes[one]), strict=True))
            for done in self.does[one]:
                for place, wants in enumerate(self.wants):
                    for want in wants:
                        hit = self._meets(done, want, {r: roles[r][rows] for r in roles}, axes)
                        found[rows, place] += hit * (done.sign * want.sign)
        return np.sign(found)

    def _meets(
        self, done: Moves, want: Moves, roles: dict[str, Array], axes: dict[str, str | None]
    ) -> Array:
        """Return (n,) whether what is moved is what is wanted moved."""
        met = np.zeros(len(roles["me"]), dtype=bool)
        if done.measure != want.measure:
            return met
        orders = {want.things}
        if want.measure in self.symmetric:
            orders.add(want.things[::-1])
        for things in sorted(orders):
            same = np.ones(len(met), dtype=bool)
            for moved, thing in zip(done.things, things, strict=True):
                if ANY in (moved, thing):
                    continue
                axis = axes.get(moved)
                names = (*self.keys[axis], "") if axis else (moved,)
                place = roles[moved] if axis else np.zeros(len(met), dtype=np.int64)
                same &= np.array([name == thing for name in names])[place]
            met |= same
        return met


def bearing_of(scenario: Scenario, keys: Keys, booklet: Booklet) -> Bearing:
    """Return what serves the objectives of a seat."""
    scope = Scope(scenario.measures, keys)
    whens = [scenario.objectives[card.key].when for card in booklet.objectives]
    wants = tuple(tuple(_wanted(resolve(parse(when), scope)[0])) for when in whens)
    known = {*ROLES, *(key for names in keys.values() for key in names)}
    named = {want.measure for some in wants for want in some}
    deeds = {one.key: one for key in scenario.moves for one in deeds_of(key, scenario.moves[key])}
    does, axes = [], []
    for key in booklet.moves:
        deed = deeds[key]
        stages = [deed.effects, deed.adds, *(deed.after[turns] for turns in sorted(deed.after))]
        does.append(tuple(m for stage in stages for m in _moved(scenario, stage, named, known)))
        axes.append(deed.axes)
    symmetric = frozenset(name for name in named if scenario.measures[name].symmetric)
    return Bearing(keys, wants, tuple(does), tuple(axes), symmetric)


def _wanted(meaning: Meaning) -> list[Moves]:
    """Return what would help a condition to hold: each of its comparisons with a number."""
    match meaning:
        case Apply("==", (Read(fact=False) as read, Constant(0))):
            return [_of(read, -1)]
        case Apply(op, (Read(fact=False) as read, Constant())) if op in SIGN:
            return [_of(read, SIGN[op])]
        case Apply(op, (Over(_, _, Read(fact=False) as read), Constant())) if op in SIGN:
            return [_of(read, SIGN[op])]
        case Apply(("and" | "or"), args):
            return [one for arg in args for one in _wanted(arg)]
    return []


def _of(read: Read, sign: int) -> Moves:
    return Moves(read.name, tuple(_thing(arg) for arg in read.args), sign)


def _thing(entity: Entity) -> str:
    return entity.name if entity.sort == "key" else ANY


def _moved(
    scenario: Scenario, effects: Iterable[Effect], named: set[str], known: set[str]
) -> list[Moves]:
    """Return what a stage moves of the measures named; `known` are roles and keys."""
    found = []
    for effect in effects:
        if isinstance(effect, str):
            found += _moved(scenario, scenario.fragments[effect], named, known)
        elif isinstance(effect, Shift) and effect.when is None:
            found += _shifted(scenario, effect, named, known)
    return found


def _shifted(scenario: Scenario, effect: Shift, named: set[str], known: set[str]) -> list[Moves]:
    name = effect.shift.split("(")[0].strip()
    if name not in named:
        return []
    axes = scenario.measures[name].axes
    try:
        tree = parse(effect.shift)
    except ExpressionError:
        return []
    sign = -1 if str(effect.by).lstrip("( ").startswith("-") else 1
    if isinstance(tree, Name):
        return [Moves(tree.text, (), sign)]
    if not isinstance(tree, Call):
        return []
    words = [arg.text if isinstance(arg, Name) else "" for arg in tree.args]
    sets = [ANY if axis == "audience" else NOBODY for axis in axes]
    things = (word if word in known else some for word, some in zip(words, sets, strict=True))
    return [Moves(tree.name, tuple(things), sign)]
