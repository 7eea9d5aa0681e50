"""The feed and the inbox: told events as cards. Pure: values in and out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.view_models import words
from game.ui.view_models.notebook import Notebook

if TYPE_CHECKING:
    from game.views import Booklet, Told

FILTERS = (
    ("all", "All"),
    ("official", "Official"),
    ("leaks", "Leaks"),
    ("injects", "Injects"),
    ("ours", "Ours"),
)
TAGS = {
    "inject": ("Inject", "alert", "flag"),
    "void": ("Void", "muted", "x"),
    "failed": ("Failed", "alert", "warn"),
    "exposed": ("Exposed", "leak", "leak"),
    "ending": ("Ending", "alert", "flag"),
    "claim": ("Claim", "muted", ""),
}
EMPTY = {
    "all": ("Nothing yet", "What happens and what others say in public will appear here."),
    "official": ("No state has spoken", "Statements and notes of governments appear here."),
    "leaks": (
        "Nothing exposed",
        "Leaks that reach a channel you read appear here. Covert deeds never do.",
    ),
    "injects": (
        "No inject yet",
        "What happens to everyone, or is told to you alone, appears here.",
    ),
    "ours": ("No order of yours yet", "What became of your orders appears here, turn by turn."),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One told event."""

    key: str
    kind: str
    name: str
    actor: str  # key of who is named, or ""
    tag: str
    tag_color: str
    tag_icon: str
    turn: int
    source: str
    text: str
    quote: str
    mine: bool
    new: bool


def cards(book: Notebook, chosen: str = "all") -> tuple[Card, ...]:
    """The feed, newest first, under one filter."""
    booklet = book.now.booklet
    return _newest_first(
        book, [n for n, told in enumerate(book.told) if _passes(told, booklet, chosen)]
    )


def inbox(book: Notebook) -> tuple[Card, ...]:
    """What was told to this seat by others, newest first."""
    booklet = book.now.booklet
    return _newest_first(
        book,
        [
            number
            for number, told in enumerate(book.told)
            if not told.mine and told.kind != "ending" and _to_us(told, booklet)
        ],
    )


def _newest_first(book: Notebook, numbers: list[int]) -> tuple[Card, ...]:
    """Cards by when they were heard, then by turn; endings and injects before deeds."""
    order = {"ending": 0, "inject": 1}

    def rank(number: int) -> tuple[int, int, int, int]:
        told = book.told[number]
        return -book.heard[number], -told.turn, order.get(told.kind, 2), number

    return tuple(_card(book, number) for number in sorted(numbers, key=rank))


def _to_us(told: Told, booklet: Booklet) -> bool:
    """Whether an event was meant for this seat rather than for all."""
    return told.to == booklet.me or told.source.endswith("told to you")


def _passes(told: Told, booklet: Booklet, chosen: str) -> bool:
    """Whether a filter lets an event through."""
    card = booklet.actors.get(told.who or "")
    return {
        "all": True,
        "official": card is not None and card.kind == "state",
        "leaks": told.kind == "exposed" or "leak" in told.text.lower(),
        "injects": told.kind == "inject",
        "ours": told.mine,
    }[chosen]


def _card(book: Notebook, number: int) -> Card:
    """A told event as a card."""
    told, booklet = book.told[number], book.now.booklet
    tag, color, icon = TAGS.get(told.kind, ("", "muted", ""))
    return Card(
        key=str(number),
        kind=told.kind,
        name=named(told, booklet),
        actor=told.who or "",
        tag=tag,
        tag_color=color,
        tag_icon=icon,
        turn=told.turn,
        source=" · ".join(part for part in (_channel(told, booklet), _how(told)) if part),
        text=words.sentence(told.text),
        quote=words.sentence(told.quote),
        mine=told.mine,
        new=book.heard[number] == book.newest and told.turn >= book.now.turn - 1,
    )


def named(told: Told, booklet: Booklet) -> str:
    """Who is named: an actor, the seat itself, or nobody."""
    if told.kind == "ending":
        return "The game is over"
    card = booklet.actors.get(told.who or "")
    if card is not None:
        return card.name
    if told.kind == "inject":
        return told.source.rpartition(", ")[0] or "What happens"
    return "Source unknown"


def _how(told: Told) -> str:
    """How the seat knows: of an inject's source the name stands above already."""
    return told.source.rpartition(", ")[2] if told.kind == "inject" else told.source


def _channel(told: Told, booklet: Booklet) -> str:
    """The channel's name."""
    card = booklet.channels.get(told.channel or "")
    return card.name if card is not None else ""
