"""The composer: what an open order may name, whether it can be kept, what is known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_count, t_later, t_now
from game.ui.view_models import words
from game.ui.view_models.index import SLOTS, Draft, Index
from game.ui.view_models.sheet import left_of, short_of, way_name

if TYPE_CHECKING:
    from game.ui.view_models.notebook import Notebook

LABELS = {
    "to": t_later("To"),
    "about": t_later("About"),
    "channel": t_later("Channel"),
    "secret": t_later("Secret"),
    "claim": t_later("Statement"),
    "issue": t_later("Issue"),
    "way": t_later("Way"),
}
CHOOSE = {
    "to": t_later("Choose whom"),
    "about": t_later("Choose what it is about"),
    "channel": t_later("Choose a channel"),
    "secret": t_later("Choose a secret"),
    "claim": t_later("Choose a statement"),
    "issue": t_later("Choose an issue"),
    "way": t_later("Choose a way"),
}
NAMED = {"secret": "secret", "claim": "claim", "issue": "issue", "channel": "channel"}


@dataclass(frozen=True, slots=True)
class Choosable:
    """An entry of a drop-down."""

    key: str
    label: str
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Operand:
    """A slot of the draft with what it may be."""

    slot: str
    sort: str  # a key of LABELS
    label: str
    chosen: str
    options: tuple[Choosable, ...]


@dataclass(frozen=True, slots=True)
class Composer:
    """The draft with everything that may be chosen, and whether it can be kept."""

    draft: Draft
    name: str
    text: str
    operands: tuple[Operand, ...]
    ready: bool
    why: str  # why it cannot be kept yet
    price: tuple[float, float, float]
    facts: tuple[tuple[str, str], ...]  # icon and sentence: what it does, costs and shows


def composer(book: Notebook, index: Index, draft: Draft, kept: tuple[Draft, ...]) -> Composer:
    """Everything the sheet's middle and right show of a draft."""
    booklet = book.now.booklet
    if not draft.deed:
        return Composer(
            draft, "", "", (), ready=False, why=t("Choose a move"), price=(0.0, 0.0, 0.0), facts=()
        )
    card = index.card(draft.deed)
    cost = index.price(draft)
    why = _why(index, draft, kept, booklet.orders_per_turn)
    return Composer(
        draft=draft,
        name=card.name,
        text=words.sentence(card.text),
        operands=tuple(_operands(index, draft)),
        ready=not why,
        why=why,
        price=cost,
        facts=tuple(_facts(index, draft, kept)),
    )


def _why(index: Index, draft: Draft, kept: tuple[Draft, ...], most: int) -> str:
    """Why a draft cannot be kept; "" when it can."""
    candidate = index.candidate(draft)
    if candidate is None:
        missing = next((o for o in _operands(index, draft) if not o.chosen), None)
        return t_now(CHOOSE[missing.sort]) if missing else t("This cannot be done")
    if not index.open[candidate]:
        return index.menu.reason(candidate)
    if any(index.candidate(other) == candidate for other in kept):
        return t("This order is in the sheet already")
    if len(kept) >= most:
        return t_count("The sheet holds {count} order", "The sheet holds {count} orders", most)
    return short_of(index.price(draft), left_of(index, kept))


def _operands(index: Index, draft: Draft) -> list[Operand]:
    """The slots this deed has, each with its options; variants of the move come first."""
    card = index.card(draft.deed)
    found = []
    ways = [d for d in index.rows if len(index.rows[d]) and index.card(d).move == card.move]
    if len(ways) > 1:
        found.append(_operand("variant", "way", draft.deed, _ways(index, ways)))
    for number, slot in enumerate(SLOTS):
        axis = getattr(card, slot)
        if axis is None:
            continue
        rows = index.matching(draft, SLOTS[:number])
        options = [
            Choosable(key, named(index, axis, key), "", index.why_closed(those))
            for key, those in index.options(draft, slot, rows).items()
        ]
        options.sort(key=lambda o: bool(o.reason))
        found.append(_operand(slot, _sort(slot, axis), draft.operand(slot), options))
    return found


def _operand(slot: str, sort: str, chosen: str, options: list[Choosable]) -> Operand:
    """A slot with its label in the language now spoken."""
    return Operand(slot, sort, t_now(LABELS[sort]), chosen, tuple(options))


def _sort(slot: str, axis: str) -> str:
    """Which label a slot has: channels and those addressed by the slot, the rest by the axis."""
    if slot == "via":
        return "channel"
    if axis in ("actor", "audience"):
        return "about" if slot == "about" else "to"
    return NAMED.get(axis, "about")


def _ways(index: Index, deeds: list[str]) -> list[Choosable]:
    """The variants of a move, each with its price."""
    return [
        Choosable(
            deed,
            way_name(index.card(deed)),
            words.price(index.price(Draft(deed))),
            index.why_closed(index.rows[deed]),
        )
        for deed in deeds
    ]


def named(index: Index, axis: str, key: str) -> str:
    """The words for a key of an axis."""
    if not key:
        return t("Nobody in particular")
    booklet = index.observation.booklet
    if axis in ("secret", "claim"):
        known = index.observation.secrets() if axis == "secret" else index.observation.claims()
        return words.title(known.get(key), key)
    if axis == "move":
        return next(
            (c.name for c in booklet.moves.values() if c.move == key), key.replace("_", " ")
        )
    cards = {
        "actor": booklet.actors,
        "audience": booklet.audiences,
        "channel": booklet.channels,
        "issue": booklet.issues,
    }.get(axis, {})
    card = cards.get(key)
    return card.name if card is not None else key.replace("_", " ").capitalize()


def _facts(index: Index, draft: Draft, kept: tuple[Draft, ...]) -> list[tuple[str, str]]:
    """What is known before the order is given: cost, what is left, who sees it, when it acts."""
    card = index.card(draft.deed)
    cost = index.price(draft)
    left = left_of(index, kept)
    rest = [
        t_now(LEAVES[key], left=words.amount(max(0.0, have - need)), have=words.amount(have))
        for (key, _), have, need in zip(words.STOCKS, left, cost, strict=True)
        if need > 0
    ]
    price = words.price(cost)
    costs = (
        t("Costs {price}; leaves {rest}", price=price, rest=words.listed(rest))
        if rest
        else t("Costs nothing")
    )
    icon, said = words.SEEN[card.seen]
    return [("coin", costs), (icon, t_now(said)), ("clock", _acts(card.tier, card.delay))]


LEAVES = {
    "staff": t_later("{left} of {have} staff"),
    "money": t_later("{left} of {have} money"),
    "political": t_later("{left} of {have} political will"),
}


def _acts(tier: str, delay: int) -> str:
    """When it is resolved, and when a later stage comes."""
    said = {
        "shield": t("Resolved first in the turn"),
        "act": t("Resolved second in the turn"),
        "speak": t("Resolved last in the turn"),
    }[tier]
    if not delay:
        return said
    return t_count(
        "{acts}; works after {count} turn", "{acts}; works after {count} turns", delay, acts=said
    )
