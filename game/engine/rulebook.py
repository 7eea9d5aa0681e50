"""The compiled rulebook: what the engine is handed instead of knowing which moves exist.

Names, YAML and trees end before this point. A *deed* is a move with its variant; a *stage* is what
it does at once or some turns later; an *effect* is one change, and belongs to a stage. Effects of
one shape stand together in a group and are worked out in one go.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy.typing as npt

from game.engine.formula import Column, Formula, Leaf, Shape, Tables
from game.engine.layout import Layout
from game.engine.ledger import Label

if TYPE_CHECKING:
    from game.engine.tiers import Draft
    from game.engine.world import World

Array = npt.NDArray[Any]

TIERS = ("shield", "act", "speak")
STOCKS = ("staff", "money", "political")
ALWAYS = 0  # the gate of a row's own success; chances have the gates above it


@dataclass(frozen=True, slots=True)
class ChanceGroup:
    """Chances of one shape, asked before the effects of their tier. n chances.

    stage: (n,) whose chance; gate, want: (n,) asked only if that gate came out so; answers: (n,)
    the gate it decides; question: (n,) uint64 its name; depth: how many chances stand above it;
    label: (n,) its place in `Rulebook.chances`.
    """

    depth: int
    stage: Array
    gate: Array
    want: Array
    answers: Array
    question: Array
    label: Array
    odds: Formula


@dataclass(frozen=True, slots=True)
class EffectGroup:
    """Effects of one shape in one tier. n effects.

    `group` is the set its members run over, if any; `people` the nodes of an audience of many that
    each of those happens to; `place` the cell that changes; `amount` by how much. For an exposure
    `place` is awareness, `amount` the chance and `belief` the belief gained.
    """

    exposes: bool
    most: bool
    stage: Array
    gate: Array
    want: Array
    question: Array
    group: Leaf | None
    people: Leaf | None
    place: Leaf
    amount: Formula
    belief: Shape | None
    sources: tuple[str, ...]  # each effect in the author's words, for `why`
    factors: tuple[Shape, ...]  # whose product the amount is
    labels: tuple[tuple[Label, ...], ...]  # what each effect's factors are


@dataclass(frozen=True, slots=True)
class Tier:
    """What one tier of adjudication works out.

    `stages` are the stages of all its effects, group after group, each from `first` on: by them a
    turn of few orders finds the few groups it needs.
    """

    chances: tuple[ChanceGroup, ...]
    effects: tuple[EffectGroup, ...]
    stages: Array
    first: Array


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of one shape: `owner` (n,) is what each belongs to, `rank` its place there.

    `memo` keeps the addresses of conditions that no order's operands enter.
    """

    owner: Array
    rank: Array
    formula: Formula
    memo: dict[int, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChanceCard:
    """What a chance that came true tells, and whom."""

    name: str
    says: str
    tells: str
    names: bool
    deed: int  # whose chance it is, -1 for an inject's


@dataclass(frozen=True, slots=True)
class Deed:
    """A move with its variant, as far as the engine and the views need it in words."""

    key: str
    move: str
    variant: str
    seen: str
    tier: int
    axes: tuple[str | None, str | None, str | None]  # of target, about and via
    reasons: tuple[str, ...]  # why each of its needs may stand in the way
    says: str
    delay: int


@dataclass(frozen=True, slots=True)
class DeedTable:
    """Numbers of the deeds. D deeds, S stages; stage d is what deed d does at once.

    price: (D, 3) by STOCKS; severity: (D,) Rivera weight; move: (D,) index of the move;
    by: (D, A) bool who may do it; names: (D, 3) where the names of its operands start in
    `Rulebook.names`; waits: (D,) turns a joint order stands; hostile: (D,) bool, an open hostile
    deed at an actor;
    stage_deed, stage_delay: (S,) the deed of a stage, and turns after the order; later_first,
    later_count: (D,) the stretch of each deed's later stages, in the order of their delay.
    """

    price: Array
    severity: Array
    move: Array
    by: Array
    names: Array
    waits: Array
    hostile: Array
    stage_deed: Array
    stage_delay: Array
    later_first: Array
    later_count: Array


@dataclass(frozen=True, slots=True)
class Partnership:
    """What a joint order needs of one partner: an order of its own that matches.

    deed: the joint order; answers: (n,) the deeds that match it; who, on: the operands that name
    the partner and whom its order must name; about: what that must be about, None if it is open.
    """

    deed: int
    answers: Array
    who: Column
    on: Column
    about: Column | None


Phase = Callable[["Draft", "World"], None]
"""A phase of the rules' own: changes the draft, given the world before the turn."""

Injecting = Callable[["Draft", "World", Mapping[str, bool]], Array]
"""Returns which injects are given now, (G, M) bool; the mapping fires or holds some by hand."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Everything the engine plays by.

    `keys` names the things on each axis; `seat_actor` (seats,) the actor of each seat. `needs`
    are owned by deeds, `works` (hidden conditions) by stages, `endings` by
    endings. `gates` is one more than the most chances in a stage. `heed` (after the
    injects), `spread`, `score` and `inject` are the rules' own phases, see `Phase` and `Injecting`.
    """

    digest: str
    keys: Mapping[str, tuple[str, ...]]
    layout: Layout
    tables: Tables
    names: Array
    actor_names: Array
    heard: Array  # (A, H) bool: whether anybody could ever hear the actor on the channel
    member_names: Mapping[str, Array]
    seat_actor: Array
    orders_per_turn: int
    turns: int
    deeds: tuple[Deed, ...]
    table: DeedTable
    needs: tuple[Conditions, ...]
    works: tuple[Conditions, ...]
    gates: int
    partnerships: tuple[Partnership, ...]
    chances: tuple[ChanceCard, ...]
    tiers: tuple[Tier, ...]
    endings: tuple[Conditions, ...]
    heed: Phase
    spread: Phase
    score: Phase
    inject: Injecting
    inject_tier: Tier
    inject_told: Array
    inject_names: Array
    parameters: Mapping[str, float] = field(default_factory=dict)
    dice: float | None = None  # what every draw comes to, for cases and tests; None: chance is free

    def cell(self, name: str, *things: str) -> int:
        """Return the cell of a measure by names; raises KeyError or ValueError for unknown ones."""
        axes = self.layout.stretches[name].axes
        indices = (self.keys[axis].index(key) for axis, key in zip(axes, things, strict=True))
        return self.layout.address(name, *indices)
