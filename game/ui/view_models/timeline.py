"""One column a turn: the rung reached, what happened, what was ordered, what was cut. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_count
from game.ui.view_models import words
from game.ui.view_models.lands import ONLINE
from game.ui.view_models.notebook import value

if TYPE_CHECKING:
    from game.ui.view_models.notebook import Notebook
    from game.views import Observation


@dataclass(frozen=True, slots=True)
class TurnMark:
    """A column of the strip of turns."""

    number: int
    rung: int  # 0: not seen
    now: bool
    injects: int
    orders: int
    cut: bool = False  # a network of some public is down
    fresh: bool = False  # and was up the turn before

    @property
    def spoken(self) -> str:
        """The column as a sentence."""
        parts = [t("Turn {number}", number=self.number)]
        if self.rung:
            name = words.rung_name(self.rung)
            parts.append(t("rung {rung}, {name}", rung=self.rung, name=name))
        if self.injects:
            parts.append(t_count("{count} inject", "{count} injects", self.injects))
        if self.orders:
            parts.append(t_count("{count} order of yours", "{count} orders of yours", self.orders))
        if self.cut:
            parts.append(t("network cut"))
        return words.listed(parts)


def turns(book: Notebook) -> tuple[TurnMark, ...]:
    """All turns of the game, as far as this window has seen them."""
    now = book.now
    marks = []
    before = False
    for number in range(1, now.booklet.turns + 1):
        seen = book.seen.get(number)
        tension = value(seen, "crisis") if seen else None
        told = [one for one in book.told if one.turn == number]
        cut = seen is not None and _cut(seen)
        marks.append(
            TurnMark(
                number=number,
                rung=words.rung(tension) if tension is not None else 0,
                now=number == now.turn,
                injects=sum(one.kind == "inject" for one in told),
                orders=sum(one.mine and one.kind != "inject" for one in told),
                cut=cut,
                fresh=cut and not before,
            )
        )
        before = cut
    return tuple(marks)


def _cut(seen: Observation) -> bool:
    """Whether the network of any public is known to be down."""
    shares = (value(seen, "online", audience) for audience in seen.booklet.audiences)
    return any(share is not None and share <= ONLINE for share in shares)
