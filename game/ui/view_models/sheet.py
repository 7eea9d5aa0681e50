"""The sheet: orders being written, what each may name, what it costs, why it cannot be done.

Pure. Whether an order may be given is the menu's answer; here the menu is only sorted by move
and operand, and prices of one sheet are added up.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.ui.view_models import words
from game.ui.view_models.notebook import Notebook

if TYPE_CHECKING:
    from game.views import DeedCard, Menu, Observation, Order

SLOTS = ("target", "about", "via")
NONE = -1
TIERS = ("shield", "act", "speak")
LABELS = {"target": "To", "about": "About", "via": "Channel", "variant": "Way"}
AXIS_LABELS = {"secret": "Secret", "claim": "Statement", "issue": "Issue", "audience": "Audience"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An order being written. Operands are keys, "" while not chosen."""

    deed: str = ""
    target: str = ""
    about: str = ""
    via: str = ""
    text: str = ""
    intent: str = ""
    expects: str = ""
    confidence: int = 65
    kept: bool = False  # in the sheet, not in the making

    def operand(self, slot: str) -> str:
        """The key chosen for a slot."""
        return str(getattr(self, slot))


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
class MoveRow:
    """A move of the rulebook as this seat may use it now."""

    key: str
    name: str
    tier: str
    price: str
    reason: str  # why it is closed; "" when open
    deed: str  # the deed that choosing it begins with
    text: str


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


@dataclass(slots=True)
class Index:
    """The menu of one observation by deed and operands."""

    menu: Menu
    observation: Observation
    rows: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, observation: Observation) -> Index:
        """Sort the candidates of a menu by deed."""
        menu = observation.menu
        index = cls(menu, observation, {deed: [] for deed in menu.deeds})
        for candidate, deed in enumerate(menu.deed):
            index.rows[menu.deeds[int(deed)]].append(candidate)
        return index

    def card(self, deed: str) -> DeedCard:
        """What the booklet says of a deed."""
        return self.observation.booklet.moves[deed]

    def operand(self, candidate: int, slot: str) -> str:
        """The key of an operand of a candidate, "" for none."""
        number = int(getattr(self.menu, slot)[candidate])
        axis = getattr(self.card(self.menu.deeds[int(self.menu.deed[candidate])]), slot)
        return "" if number == NONE or axis is None else self.observation.booklet.keys[axis][number]

    def matching(self, draft: Draft, slots: tuple[str, ...]) -> list[int]:
        """Candidates of the draft's deed that agree with it in these slots, if it has chosen them."""
        return [
            c
            for c in self.rows.get(draft.deed, [])
            if all(self.operand(c, s) == draft.operand(s) for s in slots if draft.operand(s))
        ]

    def candidate(self, draft: Draft) -> int | None:
        """The one candidate a finished draft means."""
        found = [
            c
            for c in self.rows.get(draft.deed, [])
            if all(self.operand(c, s) == draft.operand(s) for s in SLOTS)
        ]
        return found[0] if found else None

    def price(self, draft: Draft) -> tuple[float, float, float]:
        """What a draft costs; the cheapest of its candidates while it is not finished."""
        one = self.candidate(draft)
        found = [one] if one is not None else self.matching(draft, SLOTS)
        if not found:
            return 0.0, 0.0, 0.0
        staff, money, will = min(tuple(float(n) for n in self.menu.price[c]) for c in found)
        return staff, money, will


def total(index: Index, drafts: tuple[Draft, ...]) -> tuple[float, float, float]:
    """What several orders cost together."""
    prices = [index.price(d) for d in drafts]
    staff, money, will = (sum(p[n] for p in prices) for n in range(3))
    return staff, money, will


def move_rows(index: Index, kept: tuple[Draft, ...], find: str = "") -> tuple[MoveRow, ...]:
    """One row a move, grouped by tier, open ones first within it."""
    left = _left(index, kept)
    by_move: dict[str, list[str]] = {}
    for deed in index.rows:
        if index.rows[deed]:
            by_move.setdefault(index.card(deed).move, []).append(deed)
    rows = [_move_row(index, move, deeds, left) for move, deeds in by_move.items()]
    wanted = find.casefold().strip()
    rows = [r for r in rows if wanted in r.name.casefold() or wanted in r.text.casefold()]
    return tuple(sorted(rows, key=lambda r: (TIERS.index(r.tier), bool(r.reason), r.name)))


def _left(index: Index, kept: tuple[Draft, ...]) -> tuple[float, ...]:
    """Stocks less what the sheet takes already."""
    taken = total(index, kept)
    have = index.observation.stocks[0]
    return tuple(float(h) - t for h, t in zip(have, taken, strict=True))


def _move_row(index: Index, move: str, deeds: list[str], left: tuple[float, ...]) -> MoveRow:
    """A move: open if one of its candidates is open and can be paid for."""
    opened = index.menu.open()[0]
    first = next((d for d in deeds if any(opened[c] for c in index.rows[d])), deeds[0])
    card = index.card(first)
    cost = index.price(Draft(deed=first))
    reason = ""
    if not any(opened[c] for d in deeds for c in index.rows[d]):
        reason = index.menu.reason(index.rows[first][0])
    else:
        reason = short_of(cost, left)
    name = card.name if len(deeds) == 1 else card.name.split(":")[0]
    return MoveRow(move, name, card.tier, words.price(cost), reason, first, words.sentence(card.text))


def short_of(cost: tuple[float, ...], left: tuple[float, ...]) -> str:
    """Which stock does not suffice, as a sentence; "" when all do."""
    for (key, name), need, have in zip(words.STOCKS, cost, left, strict=True):
        if need > have + 1e-9:
            unit = name.lower() if key != "staff" else "staff"
            return f"{words.amount(max(0.0, have))} {unit} left; this takes {words.amount(need)}"
    return ""


def begin(index: Index, draft: Draft, deed: str) -> Draft:
    """The draft with another deed; operands stay where they still fit, single ones are filled."""
    started = replace(draft, deed=deed, kept=False)
    for slot in SLOTS:
        options = {index.operand(c, slot) for c in index.rows.get(deed, [])}
        if started.operand(slot) not in options:
            started = replace(started, **{slot: ""})
    return fill(index, started)


def fill(index: Index, draft: Draft) -> Draft:
    """Choose what there is no choice about, and drop what no longer fits."""
    for number, slot in enumerate(SLOTS):
        rows = index.matching(draft, SLOTS[:number])
        options = sorted({index.operand(c, slot) for c in rows})
        if draft.operand(slot) not in options:
            draft = replace(draft, **{slot: ""})
        if len(options) == 1:
            draft = replace(draft, **{slot: options[0]})
    return draft


def choose(index: Index, draft: Draft, slot: str, key: str) -> Draft:
    """The draft with one operand chosen, or with another variant of its move."""
    if slot == "variant":
        return begin(index, draft, key)
    return fill(index, replace(draft, **{slot: key}))


def composer(book: Notebook, index: Index, draft: Draft, kept: tuple[Draft, ...]) -> Composer:
    """Everything the sheet's middle and right show of a draft."""
    booklet = book.now.booklet
    if not draft.deed:
        return Composer(draft, "", "", (), ready=False, why="Choose a move", price=(0.0, 0.0, 0.0), facts=())
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
        open_slot = next((o for o in _operands(index, draft) if not o.chosen), None)
        return f"Choose: {open_slot.label.lower()}" if open_slot else "This cannot be done"
    if not index.menu.open()[0][candidate]:
        return index.menu.reason(candidate)
    if any(index.candidate(other) == candidate for other in kept):
        return "This order is in the sheet already"
    if len(kept) >= most:
        return f"The sheet holds {most} orders"
    return short_of(index.price(draft), _left(index, kept))


def _operands(index: Index, draft: Draft) -> list[Operand]:
    """The slots this deed has, each with its options; variants of the move come first."""
    card = index.card(draft.deed)
    found = []
    ways = [d for d in index.rows if index.rows[d] and index.card(d).move == card.move]
    if len(ways) > 1:
        found.append(Operand("variant", "Way", draft.deed, tuple(_ways(index, ways))))
    opened = index.menu.open()[0]
    for number, slot in enumerate(SLOTS):
        axis = getattr(card, slot)
        if axis is None:
            continue
        rows = index.matching(draft, SLOTS[:number])
        keys = list(dict.fromkeys(index.operand(c, slot) for c in rows))
        options = []
        for key in keys:
            those = [c for c in rows if index.operand(c, slot) == key]
            closed = not any(opened[c] for c in those)
            reason = index.menu.reason(those[0]) if closed else ""
            options.append(Choosable(key, named(index, axis, key), "", reason))
        options.sort(key=lambda o: bool(o.reason))
        label = LABELS[slot] if slot != "target" or axis == "actor" else AXIS_LABELS.get(axis, "To")
        found.append(Operand(slot, label, draft.operand(slot), tuple(options)))
    return found


def _ways(index: Index, deeds: list[str]) -> list[Choosable]:
    """The variants of a move."""
    opened = index.menu.open()[0]
    ways = []
    for deed in deeds:
        card = index.card(deed)
        closed = not any(opened[c] for c in index.rows[deed])
        label = (card.variant or "plain").replace("_", " ").capitalize()
        reason = index.menu.reason(index.rows[deed][0]) if closed else ""
        ways.append(Choosable(deed, label, words.price(index.price(Draft(deed=deed))), reason))
    return ways


def named(index: Index, axis: str, key: str) -> str:
    """The words for a key of an axis."""
    if not key:
        return "Nobody in particular"
    booklet = index.observation.booklet
    if axis == "secret":
        return words.sentence(index.observation.secrets().get(key, key.replace("_", " ")))
    if axis == "claim":
        return words.sentence(index.observation.claims().get(key, key.replace("_", " ")))
    if axis == "move":
        return next((c.name for c in booklet.moves.values() if c.move == key), key.replace("_", " "))
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
    left = _left(index, kept)
    rest = [
        f"{words.amount(max(0.0, have - need))} of {words.amount(have)} {name.lower()}"
        for (_, name), have, need in zip(words.STOCKS, left, cost, strict=True)
        if need > 0
    ]
    facts = [("coin", f"Costs {words.price(cost)}" + (f"; leaves {', '.join(rest)}" if rest else ""))]
    seen = {"public": "eye", "parties": "lock", "covert": "eyeoff"}[card.seen]
    facts.append((seen, words.SEEN[card.seen]))
    tier = {"shield": "first", "act": "second", "speak": "last"}[card.tier]
    facts.append(("clock", f"Resolved {tier} in the turn" + _delay(card.delay)))
    return facts


def _delay(turns: int) -> str:
    """When a later stage comes."""
    return f"; works after {words.count(turns, 'turn')}" if turns else ""


def label(index: Index, draft: Draft) -> str:
    """A short name of an order, for its tab and for the map."""
    if not draft.deed:
        return "New order"
    return index.card(draft.deed).name


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
                confidence=draft.confidence / 100,
            )
        )
    return made
