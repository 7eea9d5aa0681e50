"""Deeds: a move with one of its variants, merged, and the rows in which somebody does them."""

from dataclasses import dataclass, replace

from tests.oracle import dice
from tests.oracle.words import Mind

SEVERITY = {  # Rivera et al. 2024
    "de_escalation": -2.0,
    "status_quo": 0.0,
    "posturing": 4.0,
    "non_violent_escalation": 12.0,
    "violent_escalation": 28.0,
    "nuclear": 60.0,
}
ROLES = ("target", "about", "via")


@dataclass(frozen=True)
class Deed:
    """Everything a deed needs and does; `after` is {turns later: effects}."""

    key: str
    move: str
    by: tuple
    axes: dict  # role -> axis, of those it takes
    tier: str
    price: dict
    needs: tuple
    works: str | None
    partners: tuple
    waits: int
    lets: dict
    effects: tuple
    otherwise: tuple
    after: dict
    during: str | None
    severity: float
    hostile: bool


def deeds_of(scenario):
    """Every deed of a scenario by its key."""
    found = {}
    for name, move in scenario.moves.items():
        if not move.variants:
            found[name] = _merged(name, name, move, None)
        for variant, said in move.variants.items():
            key = f"{name}.{variant}"
            found[key] = _merged(key, name, move, said)
    return dict(sorted(found.items()))


def _merged(key, name, move, variant):
    """The move, with whatever the variant says in its place, and its needs and `adds` behind."""

    def said(field):
        mine = getattr(variant, field, None)
        return getattr(move, field) if mine is None else mine

    axes = {role: said(role) for role in ROLES if said(role)}
    needs = [*move.needs, *(variant.needs if variant else ())]
    claims = [role for role in ("target", "about") if axes.get(role) == "claim"]
    needs += [f"author(me, {role}) > 0 or out({role}) > 0" for role in claims]
    severity = SEVERITY[said("codes").rivera]
    open_ = said("seen") in ("public", "parties")
    partners = tuple(said("partners"))
    return Deed(
        key=key,
        move=name,
        by=() if said("by") == "any" else tuple(said("by")),
        axes=axes,
        tier=move.tier,
        price={stock: getattr(said("cost"), stock) for stock in ("staff", "money", "political")},
        needs=tuple(needs),
        works=said("works"),
        partners=partners,
        waits=move.waits if partners else 0,
        lets={**move.let, **(variant.let if variant else {})},
        effects=(*said("effects"), *(variant.adds if variant else ())),
        otherwise=tuple(said("otherwise")),
        after={turns: tuple(said("after")[turns]) for turns in sorted(said("after"))},
        during=move.during,
        severity=severity,
        hostile=open_ and axes.get("target") == "actor" and severity >= 12,
    )


@dataclass(frozen=True)
class Row:
    """Work of a seat: a new order, a joint one that stands, or a later stage of one.

    `turns` is 0 for what a deed does at once; `due` the turn in which it acts; `until` the last
    turn in which it stands; `held` the staff it keeps busy.
    """

    seat: str
    me: str
    deed: Deed
    target: str | None = None
    about: str | None = None
    via: str | None = None
    turns: int = 0
    fresh: bool = True
    due: int = 0
    until: int = 0
    held: int = 0

    @property
    def operands(self):
        return (self.target, self.about, self.via)

    @property
    def stage(self):
        return f"{self.deed.key}+{self.turns}"

    def mind(self, scene, numbers):
        """The words of this row, over the numbers of a game."""
        roles = {"me": ("actor", self.me)}
        for role, axis in self.deed.axes.items():
            roles[role] = (axis, getattr(self, role))
        return Mind(scene, numbers, roles, self.deed.lets)

    def dice_name(self):
        """What chance knows the row by: who does it, and to whom or what."""
        words = []
        for role in ROLES:
            axis = self.deed.axes.get(role)
            words.append(dice.name(axis, getattr(self, role)) if axis else dice.NOBODY)
        return dice.mix(dice.name("actor", self.me), *words)

    def same_as(self, other):
        """Whether another row is the same order: of one seat, the same on the same."""
        mine = (self.seat, self.deed.key, self.operands)
        return mine == (other.seat, other.deed.key, other.operands)

    def renewed_by(self, orders):
        """Whether a joint order that stands is given anew."""
        return any(self.same_as(one) for one in orders)

    def belongs_to(self, other):
        """Whether both are stages of one order, given in one turn."""
        return self.same_as(other) and self.due - self.turns == other.due - other.turns

    def later(self, **said):
        """This row as running work."""
        return replace(self, fresh=False, **said)
