"""The sheet: which moves there are, what they cost together, and the orders that are handed in.

Pure. Whether an order may be given is the menu's answer; here the menu is only sorted by move
and operand, and prices of one sheet are added up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.language import t, t_in, t_later, t_now
from game.ui.view_models import words
from game.ui.view_models.index import SLOTS, Draft, Index

if TYPE_CHECKING:
    from game.views import DeedCard, Order

TIERS = ("shield", "act", "speak")


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move of the rulebook as this seat may use it now."""

    key: str
    name: str
    tier: str
    price: str
    cost: tuple[float, float, float]
    reason: str  # why it is closed; "" when open
    deed: str  # the deed that choosing it begins with
    text: str


def total(index: Index, drafts: tuple[Draft, ...]) -> tuple[float, float, float]:
    """What several orders cost together."""
    prices = [index.price(d) for d in drafts]
    staff, money, will = (sum(p[n] for p in prices) for n in range(3))
    return staff, money, will


def move_rows(index: Index, kept: tuple[Draft, ...], find: str = "") -> tuple[MoveRow, ...]:
    """One row a move, grouped by tier, open ones first within it."""
    left = left_of(index, kept)
    by_move: dict[str, list[str]] = {}
    for deed, candidates in index.rows.items():
        if len(candidates):
            by_move.setdefault(index.card(deed).move, []).append(deed)
    rows = [_move_row(index, move, deeds, (left, kept)) for move, deeds in by_move.items()]
    wanted = find.casefold().strip()
    rows = [r for r in rows if wanted in r.name.casefold() or wanted in r.text.casefold()]
    return tuple(sorted(rows, key=lambda r: (TIERS.index(r.tier), bool(r.reason), r.name)))


def left_of(index: Index, kept: tuple[Draft, ...]) -> tuple[float, ...]:
    """Stocks less what the sheet takes already."""
    taken = total(index, kept)
    have = index.observation.stocks[0]
    return tuple(float(h) - t for h, t in zip(have, taken, strict=True))


Sheet = tuple[tuple[float, ...], tuple[Draft, ...]]  # what it leaves of the stocks, its orders


def _move_row(index: Index, move: str, deeds: list[str], sheet: Sheet) -> MoveRow:
    """A move: open if one of its candidates is open and can be paid for."""
    left, kept = sheet
    opened = [d for d in deeds if index.open[index.rows[d]].any()]
    cheap = [d for d in opened if not short_of(index.price(Draft(d)), left)]
    # The way that leaves most open is the one to begin with.
    first = max(cheap or opened or deeds, key=lambda d: int(index.open[index.rows[d]].sum()))
    card, cost = index.card(first), index.price(Draft(first))
    reason = (
        _in_the_way(index, cost, kept) or short_of(cost, left)
        if opened
        else index.why_closed(index.rows[first])
    )
    return MoveRow(
        move,
        base_name(card),
        card.tier,
        words.price(cost),
        cost,
        reason,
        first,
        words.sentence(card.text),
    )


def base_name(card: DeedCard) -> str:
    """The name of a move without that of its variant."""
    return card.name.rsplit(" (", 1)[0] if card.variant else card.name


def way_name(card: DeedCard) -> str:
    """The name of a variant without that of its move."""
    _, found, way = card.name.rpartition(" (")
    said = way.removesuffix(")") if card.variant and found else card.variant.replace("_", " ")
    said = said or t_in("way of a move", "plain")
    return said[:1].upper() + said[1:]


def short_of(cost: tuple[float, ...], left: tuple[float, ...]) -> str:
    """Which stock does not suffice, as a sentence; "" when all do."""
    for (key, _), need, have in zip(words.STOCKS, cost, left, strict=True):
        if need > have + 1e-9:
            numbers = {"left": words.amount(max(0.0, have)), "need": words.amount(need)}
            return t_now(SHORT[key], **numbers)
    return ""


SHORT = {
    "staff": t_later("{left} staff left; this takes {need}"),
    "money": t_later("{left} money left; this takes {need}"),
    "political": t_later("{left} political will left; this takes {need}"),
}


def _in_the_way(index: Index, cost: tuple[float, ...], kept: tuple[Draft, ...]) -> str:
    """Which order of the sheet takes what this move lacks: without it, it could be paid."""
    have = index.observation.stocks[0]
    prices = [index.price(draft) for draft in kept]
    for place, (key, _) in enumerate(words.STOCKS):
        taken = [price[place] for price in prices]
        left = float(have[place]) - sum(taken)
        if cost[place] <= left + 1e-9 or not taken:
            continue
        most = max(taken)
        if most > 0 and cost[place] <= left + most + 1e-9:
            numbers = {"left": words.amount(max(0.0, left)), "takes": words.amount(most)}
            return t_now(TAKEN[key], order=taken.index(most) + 1, **numbers)
    return ""


TAKEN = {
    "staff": t_later("{left} staff left; order {order} takes {takes}"),
    "money": t_later("{left} money left; order {order} takes {takes}"),
    "political": t_later("{left} will left; order {order} takes {takes}"),
}


def begin(index: Index, draft: Draft, deed: str) -> Draft:
    """The draft with another deed; operands stay where they still fit, single ones are filled."""
    return fill(index, replace(draft, deed=deed, kept=False))


def fill(index: Index, draft: Draft) -> Draft:
    """Choose what there is no choice about, and drop what no longer fits."""
    for number, slot in enumerate(SLOTS):
        options = list(index.options(draft, slot, index.matching(draft, SLOTS[:number])))
        if draft.operand(slot) not in options:
            draft = draft.put(slot, "")
        if len(options) == 1:
            draft = draft.put(slot, options[0])
    return draft


def example(index: Index) -> Draft:
    """An order that could be given, for a picture: in words, to somebody, with what comes first."""
    rows = [row for row in move_rows(index, ()) if not row.reason]
    if not rows:
        return Draft()
    slots = {row.deed: sum(bool(index.keys(row.deed, s)) for s in SLOTS) for row in rows}
    spoken = [row.deed for row in rows if row.tier == "speak"] or list(slots)
    draft = Draft(deed=max(spoken, key=lambda deed: slots[deed]))
    for number, slot in enumerate(SLOTS):
        options = index.options(draft, slot, index.matching(draft, SLOTS[:number]))
        opened = [key for key, those in options.items() if index.open[those].any()]
        draft = draft.put(slot, opened[0] if opened else "")
    return draft


def choose(index: Index, draft: Draft, slot: str, key: str) -> Draft:
    """The draft with one operand chosen, or with another variant of its move."""
    if slot == "variant":
        return begin(index, draft, key)
    return fill(index, draft.put(slot, key))


def label(index: Index, draft: Draft) -> str:
    """A short name of an order, for its tab and for the map."""
    if not draft.deed:
        return t("New order")
    return base_name(index.card(draft.deed))


def orders(index: Index, kept: tuple[Draft, ...]) -> list[Order]:
    """The orders of a sheet as the table wants them, with what was written."""
    made = []
    for draft in kept:
        candidate = index.candidate(draft)
        if candidate is None:
            continue
        order = index.menu.order(candidate)
        made.append(
            replace(
                order,
                text=draft.text,
                intent=draft.intent,
                expects=draft.expects,
                confidence=None if draft.confidence is None else draft.confidence / 100,
            )
        )
    return made
