"""The feed and the inbox: told events as cards, in threads. Pure: values in and out.

A thread is what was told about one claim, or between the same two parties in private.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import current, t, t_in, t_now
from game.ui.view_models import words
from game.ui.view_models.notebook import Notebook, value

if TYPE_CHECKING:
    from game.views import Booklet, Told

COLORS = {
    "inject": ("alert", "flag"),
    "void": ("muted", "x"),
    "failed": ("alert", "warn"),
    "exposed": ("leak", "leak"),
    "ending": ("alert", "flag"),
    "breach": ("alert", "warn"),
    "standing": ("muted", "clock"),
}
FILTERS = ("all", "official", "leaks", "injects", "ours")
FEW, MANY = 0.2, 0.5  # shares of an audience that believe something; guesses
GONE = 0.5  # from here on an account counts as suspended


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
    unread: bool = False
    thread: str = ""  # what it belongs to, "" for nothing
    others: int = 0  # other cards of that thread
    believed: str = ""  # how many at home believe what it is about
    removed: str = ""  # that a platform has taken its author off


def labels() -> dict[str, str]:
    """The filters in words."""
    return {
        "all": t_in("filter of the feed", "All"),
        "official": t_in("filter of the feed", "Official"),
        "leaks": t_in("filter of the feed", "Leaks"),
        "injects": t_in("filter of the feed", "Injects"),
        "ours": t_in("filter of the feed", "Ours"),
    }


def tags() -> dict[str, str]:
    """The tag of each kind of event."""
    return {
        "inject": t("Inject"),
        "void": t("Void"),
        "failed": t("Failed"),
        "exposed": t("Exposed"),
        "ending": t("Ending"),
        "breach": t("Broken word"),
        "standing": t("Waits"),
    }


def emptiness(chosen: str) -> tuple[str, str]:
    """What stands where a filter lets nothing through: what is missing, what would appear."""
    return {
        "all": (
            t("Nothing yet"),
            t("What happens and what others say in public will appear here."),
        ),
        "official": (
            t("No state has spoken"),
            t("Statements and notes of governments appear here."),
        ),
        "leaks": (
            t("Nothing exposed"),
            t("Leaks that reach a channel you read appear here. Covert deeds never do."),
        ),
        "injects": (
            t("No inject yet"),
            t("What happens to everyone, or is told to you alone, appears here."),
        ),
        "ours": (
            t("No order of yours yet"),
            t("What became of your orders appears here, turn by turn."),
        ),
    }[chosen]


def cards(book: Notebook, chosen: str = "all", find: str = "") -> tuple[Card, ...]:
    """The feed, newest first, under one filter, and with what was looked for in it."""
    booklet = book.now.booklet
    passing = [n for n, told in enumerate(book.told) if _passes(told, booklet, chosen)]
    found = _newest_first(book, passing)
    wanted = find.casefold().strip()
    if not wanted:
        return found
    return tuple(c for c in found if wanted in f"{c.name} {c.text} {c.quote}".casefold())


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


def thread(book: Notebook, name: str) -> tuple[Card, ...]:
    """The cards of a thread as it went, oldest first."""
    numbers = [n for n, told in enumerate(book.told) if thread_of(told, book.now.booklet) == name]
    found = {card.key: card for card in _newest_first(book, numbers)}
    return tuple(found[str(n)] for n in sorted(numbers, key=lambda n: (book.told[n].turn, n)))


def thread_of(told: Told, booklet: Booklet) -> str:
    """What an event belongs to: a claim, or a conversation of two; "" for nothing."""
    about = getattr(told, "about", "")
    if about:
        return f"claim {about}"
    if told.who in booklet.actors and told.to in booklet.actors and _to_us(told, booklet):
        return " ".join(sorted((str(told.who), str(told.to))))
    return ""


def _newest_first(book: Notebook, numbers: list[int]) -> tuple[Card, ...]:
    """Cards by when they were heard, then by turn; endings and injects before deeds."""
    order = {"ending": 0, "inject": 1}
    threads = Counter(thread_of(told, book.now.booklet) for told in book.told)

    def rank(number: int) -> tuple[int, int, int, int]:
        told = book.told[number]
        return -book.heard[number], -told.turn, order.get(told.kind, 2), number

    return tuple(_card(book, number, threads) for number in sorted(numbers, key=rank))


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


def _card(book: Notebook, number: int, threads: Counter[str]) -> Card:
    """A told event as a card; pages ask for the same many times a second."""
    key = ("card", number, number in book.read, current())
    if key not in book.made:
        book.made[key] = _made(book, number, threads)
    card: Card = book.made[key]
    return card


def _made(book: Notebook, number: int, threads: Counter[str]) -> Card:
    """A told event as a card."""
    told, booklet = book.told[number], book.now.booklet
    color, icon = COLORS.get(told.kind, ("muted", ""))
    new = book.heard[number] == book.newest and told.turn >= book.now.turn - 1
    name = thread_of(told, booklet)
    return Card(
        key=str(number),
        kind=told.kind,
        name=named(told, booklet),
        actor=told.who or "",
        tag=tags().get(told.kind, ""),
        tag_color=color,
        tag_icon=icon,
        turn=told.turn,
        source=" · ".join(part for part in (_channel(told, booklet), _how(told)) if part),
        text=words.sentence(told.text),
        quote=words.sentence(told.quote),
        mine=told.mine,
        new=new,
        unread=new and number not in book.read and not told.mine,
        thread=name,
        others=threads[name] - 1 if name else 0,
        believed=_believed(book, getattr(told, "about", "")),
        removed=_removed(book, told),
    )


def named(told: Told, booklet: Booklet) -> str:
    """Who is named: an actor, the seat itself, or nobody."""
    if told.kind == "ending":
        return t("The game is over")
    card = booklet.actors.get(told.who or "")
    if card is not None:
        return card.name
    if told.kind == "inject":
        return told.source.rpartition(", ")[0] or t("What happens")
    return t("Source unknown")


def how_known(told: Told) -> str:
    """How the seat knows, in words."""
    return t_now(told.source.rpartition(", ")[2] if told.kind == "inject" else told.source)


def _how(told: Told) -> str:
    """How the seat knows: of an inject's source the name stands above already."""
    return how_known(told)


def _channel(told: Told, booklet: Booklet) -> str:
    """The channel's name."""
    card = booklet.channels.get(told.channel or "")
    return card.name if card is not None else ""


def _believed(book: Notebook, claim: str) -> str:
    """How far the seat's own public believes a claim, where that is known."""
    booklet = book.now.booklet
    own = [key for key, card in booklet.audiences.items() if card.of == booklet.me]
    shares = [value(book.now, "belief", key, claim) for key in own] if claim else []
    known = [share for share in shares if share is not None]
    if not known:
        return ""
    share = sum(known) / len(known)
    if share < FEW:
        return t("believed at home by few")
    return t("believed at home by many") if share >= MANY else t("believed at home by some")


def _removed(book: Notebook, told: Told) -> str:
    """That the author's account was suspended since where this was said, if the seat knows that.

    An account that was never open there counts as suspended from the start.
    """
    then = book.seen.get(told.turn)
    if not told.who or not told.channel or then is None:
        return ""
    before, now = (value(one, "suspended", told.who, told.channel) for one in (then, book.now))
    if before is None or now is None or before >= GONE or now < GONE:
        return ""
    return t("account suspended on this channel")
