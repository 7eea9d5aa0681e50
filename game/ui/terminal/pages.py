"""The pages a person may read: each a list of lines made from one observation.

They are written to be heard in order: what it is, then each thing with its value, labels first.
"""

from collections.abc import Sequence

from game.language import t, t_count, t_later, t_now
from game.ui.terminal.names import called, named
from game.ui.terminal.speech import (
    in_row,
    listed,
    number,
    paragraphs,
    plain,
    price,
    sentence,
    stock_words,
)
from game.views import Booklet, Observation, Told

RULE_OF_THE_GAME = t_later(
    "Others at this table know things that you do not, and you know things that they do not. "
    "That is a rule of the game."
)


def welcome(seen: Observation) -> list[str]:
    """The first lines of a game: what it is, who one is, how it ends."""
    book = seen.booklet
    lines = [sentence(book.title), *paragraphs(book.summary), ""]
    actor = called(book, "actor", book.me)
    lines.append(t("You are {seat}. You act for {actor}.", seat=plain(book.seat_name), actor=actor))
    lines.append(t_count("The game has {count} turn.", "The game has {count} turns.", book.turns))
    if book.turn_length:
        lines.append(t("A turn stands for {length}.", length=plain(book.turn_length)))
    if book.starts:
        lines.append(sentence(t("It begins: {when}", when=book.starts)))
    lines.append(
        t_count(
            "In each turn you give up to {count} order.",
            "In each turn you give up to {count} orders.",
            book.orders_per_turn,
        )
    )
    lines.append(
        t("All seats order at the same time and in secret; then everything happens at once.")
    )
    return [*lines, t_now(RULE_OF_THE_GAME)]


def standing(seen: Observation) -> list[str]:
    """Where the game is and what one has left, in two lines."""
    stocks = in_row(stock_words([float(stock) for stock in seen.stocks[0]]))
    return [
        t("Turn {turn} of {turns}.", turn=seen.turn, turns=seen.booklet.turns),
        t("You have: {stocks}.", stocks=stocks),
    ]


def brief(book: Booklet, *, whole: bool) -> list[str]:
    """The situation that all read, then the seat's own brief: the short form, or all of it."""
    own = book.brief if whole or not book.short else book.short
    lines = []
    if book.situation:
        lines += [t("The situation, as every seat reads it:"), *paragraphs(book.situation), ""]
    if own:
        head = t("The brief of {seat}, for you alone:", seat=plain(book.seat_name))
        lines += [head, *paragraphs(own)]
    else:
        lines.append(t("Your seat has no brief of its own."))
    if book.aim:
        lines.append(sentence(t("Your public aim, which the others read: {aim}", aim=book.aim)))
    if own == book.short and book.brief and not whole:
        lines.append(t("This was the short form. For all of it type: brief long."))
    return lines


def objectives(seen: Observation) -> list[str]:
    """What the seat is to reach, and how each objective stands."""
    views = seen.objectives()
    if not views:
        return [t("Your seat has no written objectives.")]
    lines = [
        t_count("Your seat has {count} objective.", "Your seat has {count} objectives.", len(views))
    ]
    for place, view in enumerate(views, start=1):
        card = view.card
        parts = [f"{place}. {sentence(card.name or card.key.replace('_', ' '))}"]
        parts += [sentence(card.text)] if card.text else []
        parts.append(t("State: {state}.", state=t_now(STATES.get(view.state, view.state))))
        parts += [sentence(view.reading)] if view.reading else []
        parts.append(t("Weight: {weight}.", weight=number(card.weight)))
        parts += [t("It counts at the end of turn {turn}.", turn=card.by)] if card.by else []
        lines.append(" ".join(parts))
    return lines


def news(book: Booklet, feed: Sequence[Told]) -> list[str]:
    """What was told, in order, one item a line, with how this seat knows it."""
    if not feed:
        return [t("You were told nothing new.")]
    lines = [t_count("You were told {count} thing.", "You were told {count} things.", len(feed))]
    for place, told in enumerate(feed, start=1):
        parts = [f"{place}. {sentence(told.text)}"]
        if told.quote:
            parts.append(t("In their words: “{words}”.", words=plain(told.quote)))
        if told.mine:
            parts.append(t("This was yours."))
        elif told.source:
            parts.append(t("How you know: {source}.", source=source_of(told)))
        lines.append(" ".join(parts))
    return lines


def source_of(told: Told) -> str:
    """How a seat knows something: who says so, if anybody, and how it came."""
    who, _, how = told.source.rpartition(", ")
    return in_row(plain(part) for part in (who, t_now(how)) if part)


def history(book: Booklet, feed: Sequence[Told]) -> list[str]:
    """Everything told so far, turn by turn."""
    lines: list[str] = []
    for turn in sorted({told.turn for told in feed}):
        lines += [
            t("Turn {turn}.", turn=turn),
            *news(book, [told for told in feed if told.turn == turn]),
            "",
        ]
    return lines or [t("You have been told nothing yet.")]


def people(book: Booklet) -> list[str]:
    """Who and what there is: seats, actors, audiences, channels and issues."""
    lines = [t("Seats at the table:")]
    for key, seat in book.seats.items():
        who = {"seat": plain(seat.name), "actor": called(book, "actor", seat.actor)}
        said = t("{seat}, for {actor}; this is you.", **who)
        said = said if key == book.seat else t("{seat}, for {actor}.", **who)
        aim = " " + t("Its aim: {aim}", aim=sentence(seat.aim)) if seat.aim else ""
        lines.append(said + aim)
    lines += ["", t("Actors:")]
    lines += [_card(book, "actor", key) for key in book.actors]
    lines += ["", t("Audiences:")]
    lines += [_card(book, "audience", key) for key in book.audiences]
    lines += ["", t("Channels: {names}.", names=_all(book, "channel", book.channels))]
    lines.append(t("Issues: {names}.", names=_all(book, "issue", book.issues)))
    return lines


def claims_and_secrets(seen: Observation) -> list[str]:
    """The claims and the secrets that this seat knows of now."""
    claims, secrets = seen.claims(), seen.secrets()
    lines = [t_count("You know of {count} claim.", "You know of {count} claims.", len(claims))]
    lines += [f"{place}. {sentence(text)}" for place, text in enumerate(claims.values(), start=1)]
    lines.append(t_count("You hold {count} secret.", "You hold {count} secrets.", len(secrets)))
    lines += [
        f"{place}. {named(seen, 'secret', key)}: {sentence(text)}"
        for place, (key, text) in enumerate(secrets.items(), start=1)
    ]
    return lines


def move_page(book: Booklet, deed: str) -> list[str]:
    """All that the rulebook says of a move to the one who may order it."""
    card = book.moves[deed]
    lines = [sentence(card.name)]
    lines += paragraphs(card.text)
    lines.append(t("It costs {price}.", price=price(card.price)))
    lines.append(t("Who sees it: {who}.", who=t_now(SEEN.get(card.seen, card.seen))))
    lines.append(t_now(TIERS.get(card.tier, card.tier)))
    if card.delay:
        lines.append(
            t_count(
                "It takes effect {count} turn later.",
                "It takes effect {count} turns later.",
                int(card.delay),
            )
        )
    return lines


SEEN = {
    "public": t_later("everybody"),
    "parties": t_later("those whom it concerns"),
    "covert": t_later("nobody, unless it is found out"),
    "private": t_later("only you"),
}
TIERS = {
    "shield": t_later("It happens in the tier shield: first."),
    "act": t_later("It happens in the tier act: second."),
    "speak": t_later("It happens in the tier speak: last."),
}
STATES = {
    "met": t_later("met"),
    "not met": t_later("not met"),
    "not known": t_later("not known"),
}
KINDS = {
    "state": t_later("state"),
    "international_organization": t_later("international organization"),
    "ngo": t_later("NGO"),
    "media": t_later("media"),
    "platform": t_later("platform"),
    "company": t_later("company"),
    "collective": t_later("collective"),
    "armed_group": t_later("armed group"),
    "diaspora": t_later("diaspora"),
    "individual": t_later("individual"),
}


def ending(seen: Observation) -> list[str]:
    """How the game ended, and what it came to for this seat."""
    card = seen.ending()
    lines = [t("The game has ended.")]
    if card is not None and card.text:
        lines += paragraphs(card.text)
    score = getattr(card, "score", None)
    if score is not None:
        lines.append(t("Your score: {score} of 100.", score=number(score)))
    return [*lines, "", *objectives(seen)]


def _card(book: Booklet, axis: str, key: str) -> str:
    card = book.actors[key] if axis == "actor" else book.audiences[key]
    parts = [plain(card.name)]
    if card.kind and axis == "actor":
        parts.append(t_now(KINDS.get(card.kind, card.kind)))
    if card.of:
        parts.append(t("of {actor}", actor=called(book, "actor", card.of)))
    if axis == "audience" and card.size:
        size = int(card.size)
        parts.append(t_count("{size} person", "{size} people", size, size=f"{size:,}"))
    return f"{', '.join(parts)}." + (f" {sentence(card.about)}" if card.about else "")


def _all(book: Booklet, axis: str, keys: object) -> str:
    return listed(called(book, axis, key) for key in list(keys)) or t("none")  # type: ignore[call-overload]
