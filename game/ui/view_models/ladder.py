"""The ladder of tension: who stands worst, and the ways down that a seat knows of. Pure.

A way down is a deed of the seat's own menu whose effects lower that tension for certain, as its
card says, or an undertaking the parties have not all signed. What others could do is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.language import t
from game.ui.view_models import words
from game.ui.view_models.notebook import value
from game.ui.view_models.sheet import base_name

if TYPE_CHECKING:
    from game.ui.view_models.index import Index
    from game.ui.view_models.notebook import Notebook
    from game.views import DeedCard, Ease, Observation

ROLES = ("target", "about")
SIGNED = 0.5


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two states and how close they are to a break."""

    one: str  # keys
    other: str
    name: str
    tension: float

    @property
    def rung(self) -> int:
        """The rung, 1..10."""
        return words.rung(self.tension)

    @property
    def measure(self) -> tuple[str, str, str]:
        """Its number, to ask about."""
        return "tension", self.one, self.other


@dataclass(frozen=True, slots=True)
class Ramp:
    """A way down: what it is, who must take it, what it costs, and why it is closed if it is."""

    name: str
    who: str
    price: str
    closed: str
    by: float  # points of tension
    deed: str = ""  # of the seat's own menu, with its operands
    target: str = ""
    about: str = ""
    short: str = ""  # the name without its variant, for a narrow place

    @property
    def open(self) -> bool:
        """Whether the seat may take it now."""
        return not self.closed


def dyads(now: Observation) -> tuple[Dyad, ...]:
    """Every pair of states whose tension is known, the worst first."""
    booklet = now.booklet
    states = [key for key, card in booklet.actors.items() if card.kind == "state"]
    found = []
    for n, one in enumerate(states):
        for other in states[n + 1 :]:
            tension = value(now, "tension", one, other)
            if tension is not None:
                names = booklet.actors[one].name, booklet.actors[other].name
                said = t("{one} and {other}", one=names[0], other=names[1])
                found.append(Dyad(one, other, said, tension))
    return tuple(sorted(found, key=lambda dyad: -dyad.tension))


def ramps(index: Index, dyad: Dyad) -> tuple[Ramp, ...]:
    """The ways down from a dyad's tension: those open now first, the strongest of them first."""
    booklet = index.observation.booklet
    found = []
    for deed in index.rows:
        card = booklet.moves[deed]
        for ease in getattr(card, "eases", ()):
            row = _candidate(index, deed, ease, {dyad.one, dyad.other})
            if row is not None:
                found.append(_ramp(index, card, ease, row))
                break
    found += _undertakings(index.observation, dyad)
    return tuple(sorted(found, key=lambda ramp: (not ramp.open, -ramp.by, ramp.name)))


def best(book: Notebook, index: Index) -> Ramp | None:
    """The strongest way down that is open to the seat now, of the dyad that stands worst."""
    worst = next(iter(dyads(book.now)), None)
    if worst is None:
        return None
    if index.ramps is None:
        index.ramps = ramps(index, worst)
    return next((ramp for ramp in index.ramps if ramp.open and ramp.deed), None)


def _candidate(index: Index, deed: str, ease: Ease, pair: set[str]) -> int | None:
    """The first candidate of a deed that eases this pair, an open one if there is one."""
    rows = index.rows[deed]
    fixed = [name for name in (ease.one, ease.other) if name not in ("me", *ROLES)]
    booklet = index.observation.booklet
    known = set(fixed) | ({booklet.me} if "me" in (ease.one, ease.other) else set())
    wanted = pair - known
    roles = [name for name in (ease.one, ease.other) if name in ROLES]
    if not known <= pair or len(wanted) != len(roles):
        return None
    for role, names in zip(roles, (sorted(wanted), sorted(wanted, reverse=True)), strict=False):
        keys = index.keys(deed, role)
        allowed = [keys.index(name) for name in names if name in keys]
        rows = rows[np.isin(getattr(index.menu.plan, role)[rows], allowed)]
    if len(roles) == 2:  # both ends are to be chosen, and must be two
        plan = index.menu.plan
        rows = rows[plan.target[rows] != plan.about[rows]]
    free = rows[index.open[rows]]
    if not len(rows):
        return None
    return int(free[0] if len(free) else rows[0])


def _ramp(index: Index, card: DeedCard, ease: Ease, row: int) -> Ramp:
    """A deed of the menu as a way down."""
    order = index.menu.order(row)
    operands = {"target": order.target or "", "about": order.about or ""}
    booklet = index.observation.booklet
    partners = [
        booklet.actors[operands[role]].name
        for role in card.partners
        if operands.get(role) in booklet.actors
    ]
    who = t("you, alone")
    if partners:
        who = t("you, together with {others}", others=words.listed(partners))
    others = [operands[role] for role in ROLES if operands[role] in booklet.actors]
    name, short = card.name, base_name(card)
    if others:
        aims = words.listed(booklet.actors[key].name for key in others)
        name = t("{move}: {names}", move=name, names=aims)
        short = t("{move}: {names}", move=short, names=aims)
    closed = "" if index.open[row] else index.menu.reason(row)
    if not closed and not index.menu.allowed()[0][row]:
        closed = t("it costs more than you have")
    price = words.price(tuple(index.menu.price[row].tolist()))
    return Ramp(name, who, price, closed, ease.by, order.move, **operands, short=short)


def _undertakings(now: Observation, dyad: Dyad) -> list[Ramp]:
    """What the two could bind themselves by, as far as not both have signed."""
    booklet = now.booklet
    found = []
    for key, card in getattr(booklet, "undertakings", {}).items():
        missing = [
            booklet.actors[actor].name
            for actor in (dyad.one, dyad.other)
            if (value(now, "bound", actor, key) or 0.0) < SIGNED
        ]
        if missing:
            found.append(
                Ramp(
                    name=t("Undertaking: {name}", name=card.name),
                    who=words.listed(missing),
                    price="",
                    closed=t("not signed yet by {names}", names=words.listed(missing)),
                    by=0.0,
                )
            )
    return found
