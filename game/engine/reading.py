"""Reading orders: words and menu choices become the rows that the engine adjudicates."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.orders import Order, Orders
from game.engine.rulebook import Rulebook

Array = npt.NDArray[Any]


class InvalidOrder(ValueError):
    """An order names something that does not exist, or lacks what its move needs."""


def read_orders(rulebook: Rulebook, orders: Sequence[Order], game: int = 0) -> Orders:
    """Return orders in words as rows of one game, in the order of each seat's sheet.

    Raises:
        InvalidOrder: a seat, move or operand does not exist, or an operand is missing.

    """
    rows = []
    slots: dict[str, int] = {}
    for order in orders:
        slot = slots.get(order.seat, 0)
        slots[order.seat] = slot + 1
        rows.append((game, _place(rulebook, "seat", order.seat), slot, *_deed(rulebook, order)))
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), 7).T
    return Orders(*columns)


def write_orders(rulebook: Rulebook, orders: Orders) -> list[Order]:
    """Return rows as orders in words, in the order of the rows."""
    written = []
    for row in range(len(orders)):
        deed = rulebook.deeds[int(orders.deed[row])]
        operands = (orders.target[row], orders.about[row], orders.via[row])
        words = [
            rulebook.keys[axis][int(place)] if axis else None
            for axis, place in zip(deed.axes, operands, strict=True)
        ]
        seat = rulebook.keys["seat"][int(orders.seat[row])]
        written.append(Order(seat, deed.key, words[0], words[1], words[2]))
    return written


def _deed(rulebook: Rulebook, order: Order) -> tuple[int, int, int, int]:
    keys = [deed.key for deed in rulebook.deeds]
    if order.move not in keys:
        variants = [key for key in keys if key.startswith(f"{order.move}.")]
        hint = f"say which: {', '.join(variants)}" if variants else "see the list of moves"
        message = f"there is no move '{order.move}'; {hint}"
        raise InvalidOrder(message)
    place = keys.index(order.move)
    axes = rulebook.deeds[place].axes
    roles = zip(
        ("target", "about", "via"), axes, (order.target, order.about, order.via), strict=True
    )
    found = []
    for role, axis, word in roles:
        if (axis is None) != (word is None):
            wants = f"needs a {role} ({axis})" if axis else f"takes no {role}"
            message = f"'{order.move}' {wants}"
            raise InvalidOrder(message)
        found.append(-1 if axis is None or word is None else _place(rulebook, axis, word))
    return place, found[0], found[1], found[2]


def _place(rulebook: Rulebook, axis: str, word: str) -> int:
    if word not in rulebook.keys[axis]:
        message = f"there is no {axis} '{word}'; it is one of {', '.join(rulebook.keys[axis])}"
        raise InvalidOrder(message)
    return rulebook.keys[axis].index(word)
