"""The sheet being written: orders of this turn, what they cost, what is left.

It reads the menu and works out no rule: what is open, what it costs and why it is closed stands
in the menu; the sheet only adds prices.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from game.language import t, t_count, t_in
from game.ui.terminal.names import UNKNOWN, knows, named
from game.ui.terminal.speech import in_row, listed, number, plain, price, stock_words
from game.views import Observation

Array = npt.NDArray[Any]
ROLES = ("target", "about", "via")


@dataclass
class Sheet:
    """The orders of one turn that are not handed in yet."""

    seen: Observation
    orders: list[Any] = field(default_factory=list)  # each as the menu made it, with words added

    @property
    def full(self) -> bool:
        """Whether no order may be added."""
        return len(self.orders) >= self.seen.booklet.orders_per_turn

    def left(self) -> Array:
        """Staff, money and political will that the sheet leaves over, (3,)."""
        menu = self.seen.menu
        rest: Array = self.seen.stocks[0].copy()
        for order in self.orders:
            rest -= menu.price[menu.find(order)]
        return rest

    def possible(self) -> Array:
        """Which candidates of the menu may still be added, (C,) bool."""
        menu = self.seen.menu
        fits: Array = menu.open()[0] & (menu.price <= self.left()).all(axis=1) & self._speakable
        fits[self._taken()] = False
        return fits & (not self.full)

    def reason(self, candidate: int) -> str:
        """Why a candidate may not be added; empty if it may."""
        menu = self.seen.menu
        if closed := menu.reason(candidate):
            return plain(closed)
        if not self._speakable[candidate]:
            return t("you do not know of it")
        if self.full:
            return t("the sheet is full")
        if candidate in self._taken():
            return t("it is on your sheet already")
        if (menu.price[candidate] > self.left()).any():
            cost = price(menu.price[candidate])
            return t("it costs {price}, and you have {left} left", price=cost, left=self.leftover())
        return ""

    @cached_property
    def _speakable(self) -> Array:
        """Whether this seat knows of what a candidate is about, so that it can be named. (C,)."""
        seen, plan = self.seen, self.seen.menu.plan
        known = np.ones(len(plan.deed), dtype=bool)
        for place, deed in enumerate(seen.menu.deeds):
            card, rows = seen.booklet.moves[deed], plan.deed == place
            for role in ROLES:
                axis = getattr(card, role)
                if axis in UNKNOWN and rows.any():
                    keys = [knows(seen, axis, key) for key in seen.booklet.keys[axis]]
                    known[rows] &= np.array(keys)[getattr(plan, role)[rows]]
        return known

    def _taken(self) -> list[int]:
        """The candidates of the menu that stand on the sheet."""
        found = (self.seen.menu.find(order) for order in self.orders)
        return [candidate for candidate in found if candidate is not None]

    def leftover(self) -> str:
        """What is left, in words."""
        return listed(stock_words([float(stock) for stock in self.left()]))

    def lines(self) -> list[str]:
        """The sheet as it would be handed in."""
        most = self.seen.booklet.orders_per_turn
        if not self.orders:
            return [
                t_count(
                    "Your sheet is empty. It may hold {count} order.",
                    "Your sheet is empty. It may hold {count} orders.",
                    most,
                )
            ]
        lines = [
            t_count(
                "Your sheet holds {count} order of {most}.",
                "Your sheet holds {count} orders of {most}.",
                len(self.orders),
                most=most,
            )
        ]
        for place, order in enumerate(self.orders, start=1):
            lines.append(f"{place}. {spoken(self.seen, order)}")
            lines += words_of(order)
        return [*lines, t("It leaves you {left}.", left=self.leftover())]


def spoken(seen: Observation, order: Any) -> str:
    """An order in names, with its price."""
    book = seen.booklet
    card = book.moves[order.move]
    parts = [plain(card.name)]
    for role in ROLES:
        key = getattr(order, role)
        if key is not None:
            parts.append(role_of(role, named(seen, getattr(card, role), key)))
    said = in_row(parts)
    return t("{order}. It costs {price}.", order=said, price=price(card.price))


def role_of(role: str, name: str) -> str:
    """What an order names, with the part it plays in it."""
    if role == "target":
        return t_in("of an order", "target {name}", name=name)
    if role == "about":
        return t_in("of an order", "about {name}", name=name)
    return t_in("of an order", "via {name}", name=name)


def words_of(order: Any) -> list[str]:
    """What its writer wrote with an order, a labeled line each."""
    lines = []
    for label, text in (
        (t_in("of an order", "Words"), order.text),
        (t_in("of an order", "Intent"), order.intent),
        (t_in("of an order", "Expected"), order.expects),
    ):
        if text:
            lines.append(f"{label}: {plain(text)}")
    if order.confidence is not None:
        sure = number(100 * order.confidence)
        lines.append(t("Confidence: {share} percent.", share=sure))
    return lines
