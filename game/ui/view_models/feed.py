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
    booklet, newest = book.now.booklet, max((t.turn for t in book.told), default=0)
    found = [
        _card(number, told, booklet, newest)
        for number, told in enumerate(book.told)
        if _passes(told, booklet, chosen)
    ]
    order = {"ending": 0, "inject": 1}
    return tuple(sorted(found, key=lambda c: (-c.turn, order.get(c.kind, 2), int(c.key))))


def inbox(book: Notebook) -> tuple[Card, ...]:
    """What was told to this seat by others, newest first."""
    booklet, newest = book.now.booklet, max((t.turn for t in book.told), default=0)
    found = [
        _card(number, told, booklet, newest)
        for number, told in enumerate(book.told)
        if not told.mine and told.kind != "ending" and _to_us(told, booklet)
    ]
    return tuple(sorted(found, key=lambda c: (-c.turn, int(c.key))))


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


def _card(number: int, told: Told, booklet: Booklet, newest: int) -> Card:
    """A told event as a card."""
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
        new=told.turn == newest,
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
