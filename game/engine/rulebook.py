"""The compiled rulebook: what the engine is handed instead of knowing which moves exist.

Names, YAML and trees end before this point. A *deed* is a move with its variant; a *stage* is what
it does at once or some turns later; an *effect* is one change, and belongs to a stage. Effects of
one shape stand together in a group and are worked out in one go.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from game.engine.bundle import Addresses, Bundle
from game.engine.formula import Column, Formula, Shape, Tables
from game.engine.layout import Layout
from game.engine.ledger import Label

if TYPE_CHECKING:
    from game.engine.tiers import Draft
    from game.engine.world import World

Array = npt.NDArray[Any]

TIERS = ("shield", "act", "speak")
STOCKS = ("staff", "money", "political")
SEEN = ("public", "parties", "covert", "private")
ALWAYS = 0  # the gate of a row's own success; chances have the gates above it


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances as deep as each other, asked before the effects of their tier. n chances, by shape.

    stage: (n,) whose chance; gate, want: (n,) asked only if that gate came out so; answers: (n,)
    the gate it decides; question: (n,) uint64 its name; label: (n,) its place in
    `Rulebook.chances`; reads: what the odds read, `odds` those of each shape.
    """

    stage: Array
    gate: Array
    want: Array
    answers: Array
    question: Array
    label: Array
    reads: Bundle
    odds: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Effects of one tier, all shifts or all exposures. n effects, by shape; arrays are (n,).

    `sets` are the sets their members run over, {0} where there is none; `crowds` the nodes of an
    audience of many that each of those happens to, where `crowded`; `place` the cell that changes;
    `amount` (by shape) by how much. Of an exposure `place` is awareness, `amount` the chance and
    `belief` the belief gained.
    """

    most: Array
    stage: Array
    gate: Array
    want: Array
    question: Array
    sets: Addresses
    crowds: Addresses
    crowded: Array
    place: Addresses
    reads: Bundle
    amount: tuple[Shape, ...]
    belief: tuple[Shape, ...]
    sources: tuple[str, ...]  # each effect in the author's words, for `why`
    factors: tuple[tuple[Shape, ...], ...]  # by shape: those whose product the amount is
    labels: tuple[tuple[Label, ...], ...]  # what each effect's factors are


@dataclass(frozen=True, slots=True)
class Voices:
    """How well what rows say is heard: one formula for all effects of a row that are weighed by it.

    stage: (n,) the stages with such effects; sets: who might hear each; reads, weight: how well.
    """

    stage: Array
    sets: Addresses
    reads: Bundle
    weight: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """What one tier of adjudication works out: chances by their depth, then all effects."""

    chances: tuple[Chances, ...]
    voices: Voices
    shifts: Effects
    exposures: Effects


@dataclass(frozen=True, slots=True)
class Required:
    """Conditions that rows are judged by. n conditions, by shape.

    owner: (n,) the deed or stage each belongs to; rank: (n,) its place there; reads: what they
    read, `truth` that of each shape.
    """

    owner: Array
    rank: Array
    reads: Bundle
    truth: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of one shape, asked in every game: `owner` (n,) is what each belongs to.

    `rank` (n,) is its place there. `memo` keeps the addresses of conditions that no order's
    operands enter.
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
    are owned by deeds, as menus ask them, and once more in `judged`, as orders are; `works` (hidden
    conditions) by stages, `endings` by endings. `gates` is one more than the most chances in a
    stage. `heed` (after the injects), `spread`, `score` and `inject` are the rules' own phases, see
    `Phase` and `Injecting`.
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
    judged: Required
    works: Required
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

    @cached_property
    def stocks(self) -> Array:
        """The first cell of each of STOCKS."""
        return np.array([self.layout.stretches[name].first for name in STOCKS])

    @cached_property
    def operands(self) -> Array:
        """How many things each operand of a deed may be, (D, 3); -1 where it has none."""
        rows = [[len(self.keys[axis]) if axis else -1 for axis in one.axes] for one in self.deeds]
        return np.array(rows, dtype=np.int64).reshape(len(rows), 3)

    @cached_property
    def parties(self) -> Array:
        """Which operands of a deed are actors, (D, 3) bool."""
        rows = [[axis == "actor" for axis in deed.axes] for deed in self.deeds]
        return np.array(rows, dtype=bool).reshape(len(rows), 3)

    @cached_property
    def seen(self) -> Array:
        """How each deed is seen, (D,) as places in SEEN."""
        return np.array([SEEN.index(deed.seen) for deed in self.deeds], dtype=np.int64)

    @cached_property
    def says(self) -> Array:
        """Whether each deed leaves words behind, (D,) bool."""
        return np.array([bool(deed.says) for deed in self.deeds], dtype=bool)

    @cached_property
    def tells(self) -> Array:
        """Whom each chance tells, (chances,) words."""
        return np.array([card.tells for card in self.chances])

    @cached_property
    def names_doer(self) -> Array:
        """Whether each chance tells who did it, (chances,) bool."""
        return np.array([card.names for card in self.chances], dtype=bool)

    def cell(self, name: str, *things: str) -> int:
        """Return the cell of a measure by names; raises KeyError or ValueError for unknown ones."""
        axes = self.layout.stretches[name].axes
        indices = (self.keys[axis].index(key) for axis, key in zip(axes, things, strict=True))
        return self.layout.address(name, *indices)
