"""Judging a sheet before it is sealed: whose it is, what it may hold, what can be paid.

The menu has already said all this to the seat, so a screen of ours never hands in a sheet that is
refused here. Whatever else sits at the other end may.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game.engine import InvalidOrder, Order
from game.language import t, t_later, t_now
from game.session.harmless import storable
from game.views import Observation

SHORT = (
    t_later("Not enough staff for '{deed}': it costs {costs}, and {left} is left."),
    t_later("Not enough money for '{deed}': it costs {costs}, and {left} is left."),
    t_later("Not enough political will for '{deed}': it costs {costs}, and {left} is left."),
)
LONGEST = 4_000  # characters of one text written with an order


def judged(orders: Sequence[Order], seen: Observation) -> tuple[tuple[Order, ...], list[str]]:
    """The sheet as it goes into the journal, and every reason why it may not, a sentence each."""
    most = seen.booklet.orders_per_turn
    refusals = []
    if len(orders) > most:
        refusals.append(
            t(
                "A sheet holds at most {most} orders a turn, and this one has {count}.",
                most=most,
                count=len(orders),
            )
        )
    taken: list[Order] = []
    candidates: list[int] = []
    for order in orders:
        try:
            candidate, worded = _candidate(order, seen), _worded(order)
        except InvalidOrder as refusal:
            refusals.append(str(refusal))
            continue
        if candidate in candidates:
            refusals.append(t("'{deed}' is on the sheet twice; once is enough.", deed=order.move))
        taken.append(worded)
        candidates.append(candidate)
    refusals += _unpaid(candidates, seen)
    return tuple(taken), refusals


def _candidate(order: Order, seen: Observation) -> int:
    """The place of this order in the seat's menu."""
    book, menu = seen.booklet, seen.menu
    if order.seat != book.seat:
        raise InvalidOrder(f"This place is {book.seat_name}'s: it cannot order for '{order.seat}'.")
    if order.move not in book.moves:
        raise InvalidOrder(f"'{order.move}' is no move that {book.seat_name} has.")
    candidate = menu.find(order)
    if candidate is None:
        said = ", ".join(str(part) for part in (order.target, order.about, order.via) if part)
        raise InvalidOrder(f"'{order.move}' cannot be ordered with {said or 'no target'}.")
    if not menu.open()[0, candidate]:
        why = menu.reason(candidate).rstrip(".")
        raise InvalidOrder(t("'{deed}' is closed: {reason}.", deed=order.move, reason=why))
    return int(candidate)


def _unpaid(candidates: list[int], seen: Observation) -> list[str]:
    """The first order for which the ones before it leave too little, if there is one."""
    left = seen.stocks[0].copy()
    for candidate in candidates:
        price = seen.menu.price[candidate]
        short = np.flatnonzero(left < price)
        if len(short):
            deed = seen.menu.order(candidate).move
            has, costs = left[short[0]], price[short[0]]
            said = SHORT[int(short[0])]
            return [t_now(said, deed=deed, costs=f"{costs:g}", left=f"{has:g}")]
        left -= price
    return []


def _worded(order: Order) -> Order:
    """The order with texts that can be stored and shown anywhere, and a confidence in 0..1."""
    texts = {name: getattr(order, name) for name in ("text", "intent", "expects")}
    for text in texts.values():
        if len(text) > LONGEST:
            raise InvalidOrder(
                t(
                    "A text of '{deed}' has {count} characters; {most} is the most.",
                    deed=order.move,
                    count=len(text),
                    most=LONGEST,
                )
            )
    sure = order.confidence
    if sure is not None and not 0 <= sure <= 1:
        raise InvalidOrder(f"The confidence of '{order.move}' is {sure:g}; it goes from 0 to 1.")
    clean = {name: storable(text) for name, text in texts.items()}
    return replace(order, **clean, confidence=None if sure is None else float(sure))
