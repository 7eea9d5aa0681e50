"""Pages of the rulebook: its table, the page of one move, and the reference of all of them.

They are made from the same rows that the game is played by, so they cannot say anything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from game.rules.phrases import Phrases
from game.scenario import say
from game.scenario.move import (
    ANYTHING,
    Chance,
    Codes,
    Effect,
    Expose,
    Gauge,
    Move,
    Needs,
    Partner,
    Price,
    Shift,
    Text,
    Variant,
)

Row = tuple[str, ...]
HEADS: Row = ("move", "name", "who", "staff/money/political", "seen", "tier", "turns", "ways")
SEEN = {
    "public": "all see it",
    "parties": "doer and those it names see it",
    "covert": "it shows, not who did it",
    "private": "nobody else sees it",
}
TIERS = {"shield": "first", "act": "second", "speak": "last"}
TOLD = {
    "all": "all are told",
    "parties": "the parties are told",
    "target": "the target is told",
    "me": "the doer is told",
    "nobody": "nobody is told",
}
RIVERA = {
    "de_escalation": "de-escalation",
    "status_quo": "status quo",
    "posturing": "posturing",
    "non_violent_escalation": "non-violent escalation",
    "violent_escalation": "violent escalation",
    "nuclear": "nuclear",
}
OPENING = """\
# The standard rulebook

Every move that comes with the game, made from `scenarios/rulebook/` by

    .venv/bin/python main.py moves --page docs/rulebook.md

and never written by hand. A scenario may tune any of them or add its own: [moves.md](moves.md) says
how. Amounts are guesses unless the source says otherwise; they fix signs and orders, not sizes.
"""


class Book(Protocol):
    """What pages are made from: the standard rulebook, or a scenario with moves of its own."""

    @property
    def moves(self) -> Mapping[str, Move]:
        """The moves, by key."""
        ...

    @property
    def measures(self) -> Mapping[str, Gauge]:
        """The table of measures."""
        ...

    @property
    def fragments(self) -> Mapping[str, list[Effect]]:
        """The effects that several moves share."""
        ...


def table(book: Book, language: str = "en") -> list[Row]:
    """A row for every move, as HEADS says, in alphabetical order."""
    return [_row(key, book.moves[key], language) for key in sorted(book.moves)]


def listing(book: Book, language: str = "en") -> str:
    """The table as plain text, its columns aligned."""
    rows = [HEADS, *table(book, language)]
    columns = [place for place, head in enumerate(HEADS) if head != "who"]
    width = [max(len(row[place]) for row in rows) for place in columns]
    cells = [[row[at].ljust(w) for at, w in zip(columns, width, strict=True)] for row in rows]
    return "\n".join("  ".join(row).rstrip() for row in cells)


def page(book: Book, name: str, language: str = "en", heading: str = "#") -> str:
    """Everything about one move, as Markdown. Raises KeyError if there is no such move."""
    return "\n".join(_Page(book, book.moves[name], name, language).lines(heading)) + "\n"


def reference(book: Book, language: str = "en") -> str:
    """All moves, as Markdown: a table, then a page each."""
    rows = [f"| {' | '.join(HEADS)} |", "|" + "---|" * len(HEADS)]
    for row in table(book, language):
        link = f"[{row[0]}](#{row[0]})"
        rows.append(f"| {' | '.join((link, *row[1:]))} |")
    pages = [page(book, key, language, "##") for key in sorted(book.moves)]
    return "\n".join([OPENING, *rows, "", *pages]).rstrip() + "\n"


def _row(key: str, move: Move, language: str) -> Row:
    turns = max([0, *move.after, *(t for v in move.variants.values() for t in v.after or {})])
    price = "/".join(f"{getattr(move.cost, stock):g}" for stock in Price.model_fields)
    ways = ", ".join(move.variants) or "one"
    name = say(move.name, language)
    return key, name, _who(move.by), price, move.seen, move.tier, str(turns), ways


def _who(by: Sequence[str] | str) -> str:
    return "anyone" if by == "any" else ", ".join(kind.replace("_", " ") for kind in by)


def _price(price: Price) -> str:
    parts = {"staff": price.staff, "money": price.money, "political will": price.political}
    return ", ".join(f"{amount:g} {name}" for name, amount in parts.items() if amount) or "nothing"


class _Page:
    """The page of one move in the making."""

    def __init__(self, book: Book, move: Move, name: str, language: str) -> None:
        self.book, self.move, self.name, self.language = book, move, name, language

    def lines(self, heading: str) -> Iterator[str]:
        """The page line by line."""
        move = self.move
        yield f"{heading} {self.name}"
        yield ""
        yield f"**{say(move.name, self.language)}.** {say(move.text, self.language)}"
        yield ""
        yield f"- Who: {_who(move.by)}. Price: {_price(move.cost)}."
        yield f"- Names: {_operands(self._roles(None)) or 'nothing'}."
        yield f"- Seen: {SEEN[move.seen]}. In a turn it comes {TIERS[move.tier]} ({move.tier})."
        yield from self._ways(None)
        for key, variant in move.variants.items():
            named = say(variant.name, self.language) or key.replace("_", " ")
            yield ""
            yield f"{heading}# {self.name}.{key}: {named}"
            yield ""
            yield from self._variant(variant)
        yield ""
        counters = ", ".join(f"`{counter}`" for counter in move.counters)
        yield f"- Answered by: {counters or 'nothing in particular'}."
        yield f"- Codes: {_codes(move.codes)}."
        if move.source:
            yield f"- Source: {move.source}"

    def _roles(self, variant: Variant | None) -> dict[str, str]:
        """The axis of each operand of a variant, or of the move itself."""
        found = {"me": "actor"}
        for role in ("target", "about", "via"):
            axis = getattr(variant, role, None) or getattr(self.move, role)
            if axis:
                found[role] = axis
        return found

    def _variant(self, variant: Variant) -> Iterator[str]:
        """What a variant says of itself."""
        if variant.by is not None:
            yield f"- Who: {_who(variant.by)}."
        if variant.cost is not None:
            yield f"- Price: {_price(variant.cost)}."
        if variant.target or variant.about or variant.via:
            yield f"- Names: {_operands(self._roles(variant))}."
        if variant.seen is not None:
            yield f"- Seen: {SEEN[variant.seen]}."
        if variant.let:
            numbers = (f"{key} is {value:g}" for key, value in variant.let.items())
            yield f"- Here {', '.join(numbers)}."
        yield from self._ways(variant)
        if variant.codes is not None:
            yield f"- Codes: {_codes(variant.codes)}."

    def _ways(self, variant: Variant | None) -> Iterator[str]:
        """Needs, partners and effects of a variant, or those that all ways share."""
        part: Move | Variant = self.move if variant is None else variant
        phrases = Phrases(self._roles(variant), self.book.measures)
        if part.needs:
            yield "- Needs:"
        for condition, reason in _reasons(part.needs):
            words = say(reason, self.language)
            yield f"  - {phrases.say(condition)}" + (f" (else: “{words}”)" if words else "")
        if part.works:
            yield f"- Fails, at its price, unless {phrases.say(part.works)}."
        if part.partners:
            about = "about" in self._roles(variant)
            partners = " and ".join(
                f"{phrases.say(one.who)} orders `{one.move}` on {phrases.say(one.on)}"
                + self._topic(one, phrases, about=about)
                for one in part.partners
            )
            stands = f", now or within {_turns(self.move.waits)}" if self.move.waits else ""
            yield f"- Happens only if {partners}{stands}."
        yield from self._effects("At once", part.effects or [], phrases)
        if variant is not None:
            yield from self._effects("And", variant.adds, phrases)
        yield from self._effects("If it fails", part.otherwise or [], phrases)
        for turns, effects in (part.after or {}).items():
            yield from self._effects(f"After {_turns(turns)}", effects, phrases)
        if variant is None and self.move.during:
            yield f"- Breaks off unless {phrases.say(self.move.during)}."
        if part.says:
            yield f"- Reads: “{say(part.says, self.language)}”"

    def _topic(self, partner: Partner, phrases: Phrases, *, about: bool) -> str:
        """What a partner's order must be about, as the end of a sentence."""
        if partner.about is not None:
            return "" if partner.about == ANYTHING else f" about {phrases.say(partner.about)}"
        move, _, way = partner.move.partition(".")
        other = self.book.moves[move]
        ways = [other.variants[way]] if way else list(other.variants.values())
        same = about and (other.about is not None or any(one.about for one in ways))
        return ", about the same" if same else ""

    def _effects(
        self, when: str, effects: Sequence[Effect], phrases: Phrases, depth: int = 0
    ) -> Iterator[str]:
        """A list of effects under a word that says when they happen."""
        if effects:
            yield f"{'  ' * depth}- {when}:"
        for effect in effects:
            yield from self._effect(effect, phrases, depth + 1)

    def _effect(self, effect: Effect, phrases: Phrases, depth: int) -> Iterator[str]:
        margin = "  " * depth
        match effect:
            case str():
                for one in self.book.fragments[effect]:
                    yield from self._effect(one, phrases, depth)
            case Shift():
                change = phrases.change(effect.shift, effect.by)
                most = "; of several, only the strongest counts" if effect.join == "most" else ""
                yield f"{margin}- {change}{most}{_if(effect.when, phrases)}"
            case Expose():
                reach = f"brings {phrases.say(effect.expose)} to {phrases.say(effect.to)}"
                gain = f", raising belief there by {phrases.say(effect.belief)}"
                gain = gain if effect.belief else ""
                yield f"{margin}- {reach}{gain}{_if(effect.when, phrases)}"
            case Chance():
                yield from self._chance(effect, phrases, depth)

    def _chance(self, effect: Chance, phrases: Phrases, depth: int) -> Iterator[str]:
        """A chance, what those who are told of it read, and what follows."""
        words = say(effect.says, self.language)
        whom = f"{TOLD[effect.tells]}{', and by whom' if effect.names else ''}"
        told = f": “{words}” ({whom})" if words else ""
        name, odds = effect.chance.replace("_", " "), phrases.say(effect.p)
        yield f"{'  ' * depth}- may end in *{name}*, with a chance of {odds}{told}"
        yield from self._effects("then", effect.then, phrases, depth + 1)
        yield from self._effects("otherwise", effect.otherwise, phrases, depth + 1)


def _if(condition: str | None, phrases: Phrases) -> str:
    return f", if {phrases.say(condition)}" if condition else ""


def _operands(roles: Mapping[str, str]) -> str:
    """What an order names, in words."""
    words = {"target": "{}", "about": "{}", "via": "the {} it goes over"}
    named = [words[role].format(axis) for role, axis in roles.items() if role != "me"]
    return ", ".join(named)


def _reasons(needs: Needs) -> list[tuple[str, Text]]:
    return list(needs.items()) if isinstance(needs, dict) else [(need, "") for need in needs]


def _turns(count: int) -> str:
    return "a turn" if count == 1 else f"{count} turns"


def _codes(codes: Codes) -> str:
    """The codes of all books in one line."""
    cameo = [codes.cameo] if isinstance(codes.cameo, str) else codes.cameo
    weights = codes.goldstein if isinstance(codes.goldstein, list) else [codes.goldstein]
    pairs = [
        code if weight is None else f"{code} ({weight:+g})"
        for code, weight in zip(cameo, weights, strict=False)
    ]
    rest = {"PLOVER": codes.plover, "DISARM": codes.disarm}
    books = {"CAMEO (Goldstein)": ", ".join(pairs)} | {
        book: value if isinstance(value, str) else ", ".join(value) for book, value in rest.items()
    }
    listed = "; ".join(f"{book} {value}" for book, value in books.items())
    return f"{listed}; Rivera {RIVERA[codes.rivera]}"
