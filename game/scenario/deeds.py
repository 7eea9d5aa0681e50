"""A move and its variants as deeds: what a seat can order, each with everything it needs.

Where a part of a deed came from is kept as its path, so that a fault in it can be placed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.scenario.move import Effect, Move, Price, Variant
from game.scenario.nodes import Path

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Deed:
    """One way of doing a move. `effects` and `texts` hold (path below the move, value)."""

    key: str
    kinds: tuple[str, ...] | None  # None: anyone
    roles: Mapping[str, str]
    lets: Mapping[str, float]
    cost: Price
    needs: tuple[tuple[Path, str], ...]
    conditions: tuple[tuple[Path, str], ...]
    effects: tuple[tuple[Path, tuple[Effect, ...]], ...]
    partners: tuple[tuple[Path, str, str, str], ...]  # path, who, move, on


def deeds_of(key: str, move: Move) -> Iterator[Deed]:
    """The deeds of a move: one for each variant, or itself."""
    if not move.variants:
        yield _deed(key, move, None, ())
    for name, variant in move.variants.items():
        yield _deed(f"{key}.{name}", move, variant, ("variants", name))


def _deed(key: str, move: Move, variant: Variant | None, at: Path) -> Deed:
    by = variant.by if variant and variant.by else move.by
    roles = {"me": "actor"}
    for role in ("target", "about", "via"):
        axis = getattr(variant, role, None) or getattr(move, role)
        if axis:
            roles[role] = str(axis)
    return Deed(
        key=key,
        kinds=None if by == "any" else tuple(by),
        roles=roles,
        lets={**move.let, **(variant.let if variant else {})},
        cost=variant.cost if variant and variant.cost else move.cost,
        needs=(*_needs(move, ()), *(_needs(variant, at) if variant else ())),
        conditions=tuple(_conditions(move, variant, at)),
        effects=tuple(_effects(move, variant, at)),
        partners=tuple(_partners(move, variant, at)),
    )


def _needs(owner: Move | Variant, at: Path) -> tuple[tuple[Path, str], ...]:
    steps: Iterable[str | int] = (
        owner.needs if isinstance(owner.needs, dict) else range(len(owner.needs))
    )
    return tuple(
        ((*at, "needs", step), text) for step, text in zip(steps, owner.needs, strict=True)
    )


def _conditions(move: Move, variant: Variant | None, at: Path) -> Iterator[tuple[Path, str]]:
    if variant and variant.works is not None:
        yield (*at, "works"), variant.works
    elif move.works is not None:
        yield ("works",), move.works
    if move.during is not None:
        yield ("while",), move.during


def _effects(
    move: Move, variant: Variant | None, at: Path
) -> Iterator[tuple[Path, tuple[Effect, ...]]]:
    own = variant is not None and variant.effects is not None
    yield (
        (*(at if own else ()), "effects"),
        tuple(_chosen(variant.effects if variant else None, move.effects)),
    )
    own = variant is not None and variant.otherwise is not None
    path = (*(at if own else ()), "else")
    yield path, tuple(_chosen(variant.otherwise if variant else None, move.otherwise))
    stages = variant.after if variant and variant.after is not None else None
    path = (*(at if stages is not None else ()), "after")
    for turns, effects in (move.after if stages is None else stages).items():
        yield (*path, str(turns)), tuple(effects)
    if variant:
        yield (*at, "adds"), tuple(variant.adds)


def _partners(
    move: Move, variant: Variant | None, at: Path
) -> Iterator[tuple[Path, str, str, str]]:
    own = variant is not None and variant.partners is not None
    partners = _chosen(variant.partners if variant else None, move.partners)
    for number, partner in enumerate(partners):
        path = (*(at if own else ()), "with", number)
        yield path, partner.who, partner.move, partner.on


def _chosen(own: list[Thing] | None, below: list[Thing]) -> list[Thing]:
    return below if own is None else own
