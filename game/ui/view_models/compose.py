"""The composer: what an open order may name, whether it can be kept, what is known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.view_models import words
from game.ui.view_models.index import SLOTS, Draft, Index
from game.ui.view_models.sheet import left_of, short_of, way_name

if TYPE_CHECKING:
    from game.ui.view_models.notebook import Notebook

LABELS = {"target": "To", "about": "About", "via": "Channel", "variant": "Way"}
CHOOSE = {
    "To": "whom",
    "About": "what it is about",
    "Channel": "a channel",
    "Secret": "a secret",
    "Statement": "a statement",
    "Issue": "an issue",
    "Audience": "an audience",
}
AXIS_LABELS = {"secret": "Secret", "claim": "Statement", "issue": "Issue", "channel": "Channel"}


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
            draft, "", "", (), ready=False, why="Choose a move", price=(0.0, 0.0, 0.0), facts=()
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
        return f"Choose {CHOOSE[missing.label]}" if missing else "This cannot be done"
    if not index.open[candidate]:
        return index.menu.reason(candidate)
    if any(index.candidate(other) == candidate for other in kept):
        return "This order is in the sheet already"
    if len(kept) >= most:
        return f"The sheet holds {most} orders"
    return short_of(index.price(draft), left_of(index, kept))


def _operands(index: Index, draft: Draft) -> list[Operand]:
    """The slots this deed has, each with its options; variants of the move come first."""
    card = index.card(draft.deed)
    found = []
    ways = [d for d in index.rows if len(index.rows[d]) and index.card(d).move == card.move]
    if len(ways) > 1:
        found.append(Operand("variant", "Way", draft.deed, tuple(_ways(index, ways))))
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
        label = (
            LABELS[slot]
            if slot == "via" or axis in ("actor", "audience")
            else AXIS_LABELS.get(axis, "About")
        )
        label = "About" if slot == "about" and axis in ("actor", "audience") else label
        found.append(Operand(slot, label, draft.operand(slot), tuple(options)))
    return found


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
        return "Nobody in particular"
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
        f"{words.amount(max(0.0, have - need))} of {words.amount(have)} {name.lower()}"
        for (_, name), have, need in zip(words.STOCKS, left, cost, strict=True)
        if need > 0
    ]
    facts = [
        ("coin", f"Costs {words.price(cost)}" + (f"; leaves {', '.join(rest)}" if rest else ""))
    ]
    icon, said = words.SEEN[card.seen]
    facts.append((icon, said))
    tier = {"shield": "first", "act": "second", "speak": "last"}[card.tier]
    facts.append(("clock", f"Resolved {tier} in the turn" + _delay(card.delay)))
    return facts


def _delay(turns: int) -> str:
    """When a later stage comes."""
    return f"; works after {words.count(turns, 'turn')}" if turns else ""
