"""The pages a person may read: each a list of lines made from one observation.

They are written to be heard in order: what it is, then each thing with its value, labels first.
"""

from collections.abc import Sequence

from game.ui.terminal.names import anyone, called, named
from game.ui.terminal.speech import counted, listed, number, paragraphs, plain, price, sentence
from game.views import Booklet, Observation, Told

RULE_OF_THE_GAME = (
    "Others at this table know things that you do not, and you know things that they do not. "
    "That is a rule of the game."
)


def welcome(seen: Observation) -> list[str]:
    """The first lines of a game: what it is, who one is, how it ends."""
    book = seen.booklet
    lines = [sentence(book.title), *paragraphs(book.summary), ""]
    lines.append(f"You are {plain(book.seat_name)}. You act for {called(book, 'actor', book.me)}.")
    length = f", each of {plain(book.turn_length)}" if book.turn_length else ""
    lines.append(f"The game has {counted(book.turns, 'turn')}{length}.")
    if book.starts:
        lines.append(sentence(f"It begins: {book.starts}"))
    lines.append(
        f"In each turn you give up to {counted(book.orders_per_turn, 'order')}. All seats order at "
        "the same time and in secret; then everything happens at once."
    )
    return [*lines, RULE_OF_THE_GAME]


def standing(seen: Observation) -> list[str]:
    """Where the game is and what one has left, in two lines."""
    staff, money, political = (float(stock) for stock in seen.stocks[0])
    stocks = f"staff {number(staff)}, money {number(money)}, political will {number(political)}"
    return [f"Turn {seen.turn} of {seen.booklet.turns}.", f"You have: {stocks}."]


def brief(book: Booklet, *, whole: bool) -> list[str]:
    """The situation that all read, then the seat's own brief: the short form, or all of it."""
    own = book.brief if whole or not book.short else book.short
    lines = []
    if book.situation:
        lines += ["The situation, as every seat reads it:", *paragraphs(book.situation), ""]
    if own:
        lines += [f"The brief of {plain(book.seat_name)}, for you alone:", *paragraphs(own)]
    else:
        lines.append("Your seat has no brief of its own.")
    if book.aim:
        lines.append(sentence(f"Your public aim, which the others read: {book.aim}"))
    if own == book.short and book.brief and not whole:
        lines.append("This was the short form. For all of it type: brief long.")
    return lines


def objectives(seen: Observation) -> list[str]:
    """What the seat is to reach, and how each objective stands."""
    views = seen.objectives()
    if not views:
        return ["Your seat has no written objectives."]
    lines = [f"Your seat has {counted(len(views), 'objective')}."]
    for place, view in enumerate(views, start=1):
        card = view.card
        parts = [f"{place}. {sentence(card.name or card.key.replace('_', ' '))}"]
        parts += [sentence(card.text)] if card.text else []
        parts.append(f"State: {view.state}.")
        parts += [sentence(view.reading)] if view.reading else []
        parts.append(f"Weight: {number(card.weight)}.")
        parts += [f"It counts at the end of turn {card.by}."] if card.by else []
        lines.append(" ".join(parts))
    return lines


def news(book: Booklet, feed: Sequence[Told]) -> list[str]:
    """What was told, in order, one item a line, with how this seat knows it."""
    if not feed:
        return ["You were told nothing new."]
    lines = [f"You were told {counted(len(feed), 'thing')}."]
    for place, told in enumerate(feed, start=1):
        parts = [f"{place}. {sentence(told.text)}"]
        if told.quote:
            parts.append(f"In their words: “{plain(told.quote)}”.")
        if told.mine:
            parts.append("This was yours.")
        elif told.source:
            parts.append(f"How you know: {plain(told.source)}.")
        lines.append(" ".join(parts))
    return lines


def history(book: Booklet, feed: Sequence[Told]) -> list[str]:
    """Everything told so far, turn by turn."""
    lines: list[str] = []
    for turn in sorted({told.turn for told in feed}):
        lines += [f"Turn {turn}.", *news(book, [told for told in feed if told.turn == turn]), ""]
    return lines or ["You have been told nothing yet."]


def people(book: Booklet) -> list[str]:
    """Who and what there is: seats, actors, audiences, channels and issues."""
    lines = ["Seats at the table:"]
    for key, seat in book.seats.items():
        who = f"{plain(seat.name)}, for {called(book, 'actor', seat.actor)}"
        held = "; this is you" if key == book.seat else ""
        lines.append(f"{who}{held}." + (f" Its aim: {sentence(seat.aim)}" if seat.aim else ""))
    lines += ["", "Actors:"]
    lines += [_card(book, "actor", key) for key in book.actors]
    lines += ["", "Audiences:"]
    lines += [_card(book, "audience", key) for key in book.audiences]
    lines += ["", f"Channels: {_all(book, 'channel', book.channels)}."]
    lines.append(f"Issues: {_all(book, 'issue', book.issues)}.")
    return lines


def ties(book: Booklet) -> list[str]:
    """The influence graph as a table read row by row: who, to whom, how much."""
    if not book.ties:
        return ["No ties are known to you."]
    lines = [
        f"{counted(len(book.ties), 'tie')}, from 0 (none) to 1 (decides alone).",
        "Each line: who influences, whom, weight.",
    ]
    for start, end, weight in book.ties:
        lines.append(f"{anyone(book, start)}, {anyone(book, end)}, {number(weight)}.")
    return lines


def claims_and_secrets(seen: Observation) -> list[str]:
    """The claims and the secrets that this seat knows of now."""
    claims, secrets = seen.claims(), seen.secrets()
    lines = [f"You know of {counted(len(claims), 'claim')}."]
    lines += [f"{place}. {sentence(text)}" for place, text in enumerate(claims.values(), start=1)]
    lines.append(f"You hold {counted(len(secrets), 'secret')}.")
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
    lines.append(f"It costs {price(card.price)}.")
    lines.append(f"Who sees it: {SEEN.get(card.seen, card.seen)}.")
    lines.append(f"It happens in the tier {card.tier}.")
    if card.delay:
        lines.append(f"It takes effect {counted(int(card.delay), 'turn')} later.")
    return lines


SEEN = {
    "public": "everybody",
    "parties": "those whom it concerns",
    "covert": "nobody, unless it is found out",
    "private": "only you",
}


def ending(seen: Observation) -> list[str]:
    """How the game ended, and what it came to for this seat."""
    card = seen.ending()
    lines = ["The game has ended."]
    if card is not None and card.text:
        lines += paragraphs(card.text)
    score = getattr(card, "score", None)
    if score is not None:
        lines.append(f"Your score: {number(score)} of 100.")
    return [*lines, "", *objectives(seen)]


def _card(book: Booklet, axis: str, key: str) -> str:
    card = book.actors[key] if axis == "actor" else book.audiences[key]
    parts = [plain(card.name)]
    if card.kind and axis == "actor":
        parts.append(card.kind.replace("_", " "))
    if card.of:
        parts.append(f"of {called(book, 'actor', card.of)}")
    if axis == "audience" and card.size:
        parts.append(f"{card.size:,.0f} people")
    return f"{', '.join(parts)}." + (f" {sentence(card.about)}" if card.about else "")


def _all(book: Booklet, axis: str, keys: object) -> str:
    return listed(called(book, axis, key) for key in list(keys)) or "none"  # type: ignore[call-overload]
