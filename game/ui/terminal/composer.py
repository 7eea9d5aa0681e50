"""Composing an order, one question after the other: move, operands, words, reasons.

Each question shows only what is possible after the answers before it, and `back` takes the last
answer back.
"""

import dataclasses
from typing import Any

import numpy as np
import numpy.typing as npt

from game.language import t, t_later, t_now
from game.ui.terminal import pages
from game.ui.terminal.names import named
from game.ui.terminal.sheet import ROLES, Sheet, role_of, spoken
from game.ui.terminal.speech import plain, price, sentence
from game.ui.terminal.voice import BACK, Voice
from game.views import Booklet

Array = npt.NDArray[Any]

TIERS = {
    "shield": t_later("First, the shield tier: what protects."),
    "act": t_later("Then, the act tier: what is done."),
    "speak": t_later("Last, the speak tier: what is said."),
}
ASKED = {
    "target": t_later("At what, or whom?"),
    "about": t_later("About what, or whom?"),
    "via": t_later("Through which channel?"),
}
WORDS = (
    ("text", t_later("The words that you put out, if any, on one line:")),
    ("intent", t_later("What is it for? Your intent, for the debrief:")),
    ("expects", t_later("What do you expect to happen?")),
)


def compose(voice: Voice, sheet: Sheet, *, wanted: str = "") -> bool:
    """Ask for an order and put it on the sheet; whether one was put there comes back."""
    if sheet.full:
        voice.say(t("Your sheet is full. Remove an order first: remove 1."))
        return False
    offered = _offered(sheet, wanted)
    if not offered:
        voice.say(*_none_offered(sheet, wanted))
        return False
    while True:
        deed = _ask_deed(voice, sheet, offered)
        if deed is None:
            return False
        candidate = _ask_operands(voice, sheet, deed)
        if candidate is None:
            continue
        order = sheet.seen.menu.order(candidate)
        voice.say(spoken(sheet.seen, order))
        worded = _ask_words(voice, order)
        if worded is None:
            continue
        sheet.orders.append(worded)
        left = t("It leaves you {left}.", left=sheet.leftover())
        voice.say(t("The order is on your sheet."), left)
        return True


def menu_lines(sheet: Sheet) -> list[str]:
    """All moves of this seat by tier: possible ones with price, the others with the reason."""
    lines = []
    book = sheet.seen.booklet
    offered = _offered(sheet, "")
    for tier, heading in TIERS.items():
        deeds = [deed for deed in _listed(sheet) if book.moves[deed].tier == tier]
        if not deeds:
            continue
        lines += [t_now(heading), *(_offer(book, deed) for deed in deeds if deed in offered)]
        lines += [_closed(sheet, deed) for deed in deeds if deed not in offered]
        lines.append("")
    return lines[:-1] or [t("Your seat has no moves.")]


def why_closed(sheet: Sheet, deed: str) -> str:
    """The reason why nothing of this deed may be ordered: the one that closes most of it."""
    place = sheet.seen.menu.deeds.index(deed)
    reasons: dict[str, int] = {}
    for candidate in np.flatnonzero(sheet.seen.menu.deed == place):
        said = sheet.reason(int(candidate)).rstrip(".")
        reasons[said] = reasons.get(said, 0) + 1
    return max(reasons, key=lambda said: reasons[said], default=t("there is nothing to do it to"))


def _listed(sheet: Sheet) -> list[str]:
    """The deeds that stand in this seat's menu, open or not."""
    menu = sheet.seen.menu
    return [menu.deeds[int(place)] for place in np.unique(menu.deed)]


def _offered(sheet: Sheet, wanted: str) -> list[str]:
    """Deeds with a possible candidate, by tier, in whose name or key all the wanted words are."""
    menu, book = sheet.seen.menu, sheet.seen.booklet
    deeds = [menu.deeds[int(place)] for place in np.unique(menu.deed[sheet.possible()])]
    ordered = [deed for tier in TIERS for deed in deeds if book.moves[deed].tier == tier]
    return [deed for deed in ordered if _meant(book, deed, wanted)]


def _meant(book: Booklet, deed: str, wanted: str) -> bool:
    said = f"{deed} {book.moves[deed].name}".casefold()
    return all(word in said for word in wanted.casefold().split())


def _none_offered(sheet: Sheet, wanted: str) -> list[str]:
    """What to say where nothing can be ordered: why the wanted moves are closed."""
    book = sheet.seen.booklet
    if not wanted:
        return [t("No move is possible with what you have left. Type moves to hear why.")]
    closed = [deed for deed in _listed(sheet) if _meant(book, deed, wanted)]
    if not closed:
        said = plain(wanted)[:60]
        return [t("No move has '{said}' in its name. Type moves to hear them all.", said=said)]
    return [_closed(sheet, deed) for deed in closed]


def _closed(sheet: Sheet, deed: str) -> str:
    name = plain(sheet.seen.booklet.moves[deed].name)
    return t("Closed: {move}. {reason}", move=name, reason=sentence(why_closed(sheet, deed)))


def _offer(book: Booklet, deed: str) -> str:
    card = book.moves[deed]
    seen = t_now(pages.SEEN.get(card.seen, card.seen))
    cost = price(card.price)
    name = plain(card.name)
    return t("{move}. Costs {price}; seen by {who}.", move=name, price=cost, who=seen)


def _ask_deed(voice: Voice, sheet: Sheet, offered: list[str]) -> str | None:
    book = sheet.seen.booklet
    if len(offered) == 1:
        asked = t("{move} Order it?", move=_offer(book, offered[0]))
        return offered[0] if voice.agrees(asked) else None
    voice.say(t("Which move?"))
    place = 1
    for tier, heading in TIERS.items():
        deeds = [deed for deed in offered if book.moves[deed].tier == tier]
        if deeds:
            voice.say(t_now(heading))
            voice.items([_offer(book, deed) for deed in deeds], first=place)
            place += len(deeds)
    chosen = voice.choose(
        t("Which move?"),
        [_offer(book, deed) for deed in offered],
        explain=lambda: voice.say(
            t("Type: moves, at the main question, to hear closed moves too.")
        ),
        show=False,
    )
    return None if chosen is None else offered[chosen]


def _ask_operands(voice: Voice, sheet: Sheet, deed: str) -> int | None:
    """The candidate with this deed that the answers single out; None to choose another deed."""
    menu, card = sheet.seen.menu, sheet.seen.booklet.moves[deed]
    voice.say(*pages.move_page(sheet.seen.booklet, deed))
    left = np.flatnonzero(sheet.possible() & (menu.deed == menu.deeds.index(deed)))
    roles = [role for role in ROLES if getattr(card, role) is not None]
    answered: list[tuple[int, Array]] = []  # each real question, and what was possible before it
    place = 0
    while place < len(roles):
        column = getattr(menu.plan, roles[place])[left]
        value = _ask_operand(voice, sheet, roles[place], getattr(card, roles[place]), column)
        if value is None:
            if not answered:
                return None
            place, left = answered.pop()
            continue
        if len(np.unique(column)) > 1:
            answered.append((place, left))
        left = left[column == value]
        place += 1
    return int(left[0])


def _ask_operand(voice: Voice, sheet: Sheet, role: str, axis: str, column: Array) -> int | None:
    """Which of the values in this column; one alone is told and not asked."""
    keys = sheet.seen.booklet.keys[axis]
    values = [int(value) for value in np.unique(column)]
    names = [named(sheet.seen, axis, keys[v]) if v >= 0 else t("nothing") for v in values]
    if len(values) == 1:
        voice.say(sentence(role_of(role, names[0])))
        return values[0]
    chosen = voice.choose(t_now(ASKED[role]), [sentence(name) for name in names])
    return None if chosen is None else values[chosen]


def _ask_words(voice: Voice, order: Any) -> Any | None:
    """The order with what its writer has to say about it; None for another order instead."""
    voice.say(
        t(
            "Now your words and reasons. Leave a line empty to say nothing; back takes the order "
            "back."
        )
    )
    said: dict[str, Any] = {}
    for name, question in WORDS:
        answer = voice.ask(t_now(question))
        if answer.lower() in BACK:
            return None
        said[name] = answer
    while said["expects"] and "confidence" not in said:
        answer = voice.ask(t("How sure are you of that, from 0 to 100 percent?")).rstrip("% ")
        if answer.lower() in BACK:
            return None
        if not answer:
            break
        if answer.isascii() and answer.isdigit() and int(answer[:9]) <= 100:
            said["confidence"] = int(answer[:9]) / 100
        else:
            voice.say(t("Type a whole number from 0 to 100, or an empty line to leave it out."))
    return dataclasses.replace(order, **said)
