"""Deeds: a move with one of its variants, spelled out as one thing that a seat can order.

A variant's word replaces the move's own; its needs and its `adds` are joined to the move's. A move
with variants is only done in one of them. Where each part was said is kept beside it, so that a
fault in it can be placed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.scenario.move import Codes, Effect, Move, Partner, Price, Text, Variant
from game.scenario.nodes import Path

Said = TypeVar("Said")
ALIASES = {"partners": "with", "otherwise": "else", "during": "while"}  # as YAML says them


@dataclass(frozen=True, slots=True)
class Need:
    """A condition of ordering a deed; `at` is where below its move it stands, None if nowhere."""

    condition: str
    reason: Text
    named: bool  # written as {condition: reason}
    at: Path | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed with everything it needs and does, expressions still in words.

    `at` is where below the move a part was said, by its name in YAML.
    """

    key: str
    move: str
    variant: str
    name: tuple[Text, ...]  # of the move, and of the variant if it has one
    text: Text
    by: tuple[str, ...]  # kinds of actor; empty: any
    axes: tuple[str | None, str | None, str | None]  # of target, about and via
    seen: str
    tier: str
    price: Price
    needs: tuple[Need, ...]
    works: str | None
    partners: tuple[Partner, ...]
    waits: int
    let: Mapping[str, float]
    effects: tuple[Effect, ...]
    adds: tuple[Effect, ...]
    otherwise: tuple[Effect, ...]
    after: Mapping[int, tuple[Effect, ...]]
    during: str | None
    says: Text
    codes: Codes
    at: Mapping[str, Path]

    @property
    def roles(self) -> dict[str, str]:
        """The axis of every role its expressions may name."""
        operands = zip(("target", "about", "via"), self.axes, strict=True)
        return {"me": "actor"} | {role: axis for role, axis in operands if axis}


def deeds_of(key: str, move: Move) -> list[Deed]:
    """Return the deeds of a move: itself, or one for each variant by name."""
    return [deed_of(key, move, name) for name in sorted(move.variants) or [""]]


def deed_of(key: str, move: Move, name: str) -> Deed:
    """Return one deed of a move, by the name of its variant; '' where it has none."""
    variant = move.variants[name] if name else Variant()
    root: Path = ("variants", name) if name else ()
    own = {part for part in Variant.model_fields if getattr(variant, part) is not None}
    parts = ("works", "partners", "effects", "otherwise", "after", "adds")
    at = {part: (*(root if part in own else ()), ALIASES.get(part, part)) for part in parts}
    by = variant.by or move.by
    axes = (variant.target or move.target, variant.about or move.about, variant.via or move.via)
    after = _chosen(variant.after, move.after)
    title: tuple[Text, ...] = (move.name,)
    return Deed(
        key=f"{key}.{name}" if name else key,
        move=key,
        variant=name,
        name=(*title, variant.name or name.replace("_", " ")) if name else title,
        text=move.text,
        by=() if by == "any" else tuple(by),
        axes=axes,
        seen=variant.seen or move.seen,
        tier=move.tier,
        price=variant.cost or move.cost,
        needs=(*_needs(move, ()), *_needs(variant, root), *_heard_of(axes)),
        works=_chosen(variant.works, move.works),
        partners=tuple(_chosen(variant.partners, move.partners)),
        waits=move.waits,
        let={**move.let, **variant.let},
        effects=tuple(_chosen(variant.effects, move.effects)),
        adds=tuple(variant.adds),
        otherwise=tuple(_chosen(variant.otherwise, move.otherwise)),
        after={turns: tuple(after[turns]) for turns in sorted(after)},
        during=move.during,
        says=_chosen(variant.says, move.says),
        codes=variant.codes or move.codes,
        at=at | {"during": (ALIASES["during"],)},
    )


def _chosen(own: Said | None, below: Said) -> Said:
    return below if own is None else own


def _needs(owner: Move | Variant, at: Path) -> Iterator[Need]:
    """The needs of a move or variant as written; one without a reason is its own."""
    if isinstance(owner.needs, dict):
        for condition, reason in owner.needs.items():
            yield Need(condition, reason, named=True, at=(*at, "needs", condition))
        return
    for place, condition in enumerate(owner.needs):
        yield Need(condition, f"needs {condition}", named=False, at=(*at, "needs", place))


def _heard_of(axes: tuple[str | None, ...]) -> Iterator[Need]:
    """The need that goes without saying: nobody orders about a claim it has not heard of."""
    for role, axis in zip(("target", "about"), axes, strict=False):
        if axis == "claim":
            condition = f"author(me, {role}) > 0 or out({role}) > 0"
            yield Need(condition, "you have not heard of that claim", named=False, at=None)
