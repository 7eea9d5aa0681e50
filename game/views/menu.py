"""The menu: what a seat may order, at what price, and why the rest is closed."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.evaluate import evaluate
from game.engine.frame import Frame
from game.engine.orders import Order
from game.engine.rulebook import Rulebook
from game.language import t_later, t_now
from game.views.booklet import Booklet
from game.views.plan import Plan
from game.views.sight import Sight

Array = npt.NDArray[Any]

SHORT = (
    t_later("needs {need} staff, {left} left"),
    t_later("needs {need} money, {left} left"),
    t_later("needs {need} political will, {left} left"),
)


@dataclass(frozen=True, eq=False)
class Menu:
    """What a seat may order now, in each of G games.

    Answers are kept as bits, eight games to a byte: a menu is asked for thousands of orders in
    thousands of games, and what is looked at there should lie close together.
    """

    plan: Plan
    booklet: Booklet
    stocks: Array  # (G, 3) staff, money, political
    answers: Array  # (Q + 1, G in bits) to the plan's questions; the last is True

    @property
    def deed(self) -> Array:
        """(C,) index of each candidate's deed in `deeds`."""
        return self.plan.deed

    @property
    def deeds(self) -> tuple[str, ...]:
        """The keys of all deeds, in the order that `deed` counts them."""
        return self.plan.deeds

    @property
    def price(self) -> Array:
        """(C, 3) staff, money and political will of each candidate."""
        return self.plan.price

    @cached_property
    def ways(self) -> Array:
        """(L, G in bits): which ways are open; candidates of one way are open together."""
        ways = self.answers[self.plan.asked[:, 0]]
        for column in self.plan.asked.T[1:]:
            ways &= self.answers[column]
        return ways

    def open(self) -> Array:
        """Return (G, C) bool: whether the needs of each candidate hold."""
        return np.asarray(self.unpacked(self.ways)[self.plan.way].T)

    def unpacked(self, bits: Array) -> Array:
        """Return rows of games in bits as (rows, G) bool."""
        return np.unpackbits(bits, axis=1, count=len(self.stocks)).view(np.bool_)

    def is_open(self, way: Array, game: Array) -> Array:
        """Return (n,) whether a way is open in a game, for some pairs of both."""
        width = self.ways.shape[1]
        byte = self.ways.reshape(-1).take(way * width + (game >> 3))
        return np.asarray(byte >> (7 - (game & 7)).astype(np.uint8) & 1)

    def allowed(self) -> Array:
        """Return (G, C) bool: open, and paid for by what the seat has now."""
        paid = (self.stocks[:, None, :] >= self.plan.price[None, :, :]).all(axis=2)
        return self.open() & paid

    def reason(self, candidate: int, game: int = 0) -> str:
        """Return why a candidate is closed, '' if it is allowed."""
        way = self.plan.way[candidate]
        truth = self.unpacked(self.answers[self.plan.asked[way]])[:, game]
        for true, rank in zip(truth, self.plan.rank[way], strict=True):
            if not true:
                reasons = self.plan.rulebook_reasons[int(self.plan.deed[candidate])]
                return t_now(reasons[int(rank)])
        short = np.flatnonzero(self.stocks[game] < self.plan.price[candidate])
        if len(short):
            need, left = self.plan.price[candidate][short[0]], self.stocks[game][short[0]]
            return t_now(SHORT[int(short[0])], need=f"{need:g}", left=f"{left:g}")
        return ""

    def order(self, candidate: int) -> Order:
        """Return a candidate as an order in words."""
        deed = self.deeds[int(self.plan.deed[candidate])]
        card = self.booklet.moves[deed]
        places = (self.plan.target, self.plan.about, self.plan.via)
        words = [
            self.booklet.keys[axis][int(place[candidate])] if axis else None
            for axis, place in zip((card.target, card.about, card.via), places, strict=True)
        ]
        return Order(self.plan.seat, deed, words[0], words[1], words[2])

    def find(self, order: Order) -> int | None:
        """Return the candidate that an order in words means, None if there is none."""
        return self._by_words.get((order.move, order.target, order.about, order.via))

    @cached_property
    def _by_words(self) -> dict[tuple[str, str | None, str | None, str | None], int]:
        found = {}
        for candidate in range(len(self.plan.deed)):
            order = self.order(candidate)
            found[order.move, order.target, order.about, order.via] = candidate
        return found


def open_menu(plan: Plan, rulebook: Rulebook, sight: Sight, booklet: Booklet, seen: Array) -> Menu:
    """Return the menu of a seat that sees `seen` (G, V + 1) with a sight of what the plan reads."""
    truth = np.ones((sum(len(one.pick) for one in plan.questions) + 1, len(seen)), dtype=bool)
    first = 0
    for question in plan.questions:
        frame = Frame(
            seen,
            rulebook.tables,
            question.operands,
            pick=question.pick,
            column=sight.column,
            memo=question.memo,
        )
        last = first + len(question.pick)
        truth[first:last] = evaluate(frame, question.group.formula).astype(np.bool_, copy=False)
        first = last
    stocks = seen.T[sight.column[plan.stocks]].T
    return Menu(plan, booklet, stocks, np.packbits(truth, axis=1))
