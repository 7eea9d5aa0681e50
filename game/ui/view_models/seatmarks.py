"""Marks of seats as the map draws them: the same letters, shape and color on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.view_models import atlas, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.views import Card


@dataclass(frozen=True, slots=True)
class SeatMark:
    """The mark of an actor: two letters, a shape, and the place of its color among the blocs."""

    code: str
    shape: str
    bloc: int


def seat_marks(actors: Mapping[str, Card], audiences: Mapping[str, Card]) -> dict[str, SeatMark]:
    """The mark of every actor."""
    named = words.codes({key: card.name for key, card in {**actors, **audiences}.items()})
    blocs = atlas.blocs(actors, audiences)
    return {
        key: SeatMark(named[key], atlas.SHAPES.get(card.kind, "hexagon"), blocs[key])
        for key, card in actors.items()
    }
