"""The curtain begins with what is printed: no brief gives away what its seat does not hold."""

import re
from collections.abc import Iterator
from itertools import pairwise

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.model import Content, Secret
from game.scenario.move import Text
from game.scenario.nodes import Path

SHORTEST = 12  # letters: a shorter secret, or one word, may stand anywhere by accident


def text_in_a_brief(desk: Desk) -> Iterator[Fault]:
    """Texts read by seats that do not hold the secret they repeat."""
    by_pair: dict[tuple[str, str], list[tuple[str, str]]] = {}  # first words -> secret, wording
    for key, secret in desk.content.secrets.items():
        for wording in _wordings(secret.text):
            by_pair.setdefault(_pairs(wording)[0], []).append((key, wording))
    for path, text, readers in _readings(desk.content):
        printed = [_plain(one) for one in _texts(text) if one]
        pairs = dict.fromkeys(pair for one in printed for pair in _pairs(one))
        suspects = [found for pair in pairs for found in by_pair.get(pair, [])]
        told = {key for key, wording in suspects if any(wording in one for one in printed)}
        for key in sorted(told):
            yield from _told(desk, path, key, readers)


def _told(desk: Desk, path: Path, key: str, readers: list[str]) -> Iterator[Fault]:
    secret = desk.content.secrets[key]
    blind = [seat for seat in readers if not _holds(desk.content, seat, secret)]
    if blind:
        message = f"this repeats the secret '{key}', which {_list(blind)} does not hold"
        hint = "say it in the secret alone, or add the actor to its holders"
        yield desk.error(path, "secret-told", message, hint, key=True)


def _readings(content: Content) -> Iterator[tuple[Path, Text, list[str]]]:
    """Every text that is read before the first turn, and the seats that read it."""
    everybody = list(content.seats)
    yield ("situation",), content.situation, everybody
    yield ("summary",), content.summary, everybody
    for key, seat in content.seats.items():
        yield ("seats", key, "brief"), seat.brief, [key]
        yield ("seats", key, "short"), seat.short, [key]
        yield ("seats", key, "aim"), seat.aim, everybody
    for key, actor in content.actors.items():
        yield ("actors", key, "about"), actor.about, everybody
    for key, audience in content.audiences.items():
        yield ("audiences", key, "about"), audience.about, everybody


def _holds(content: Content, seat: str, secret: Secret) -> bool:
    actor = content.seats[seat].actor
    return actor == secret.of or actor in secret.holders


def _wordings(text: Text) -> list[str]:
    """The secret's text in each language, as letters alone."""
    plain = [_plain(one) for one in _texts(text)]
    return [one for one in plain if len(one) >= SHORTEST and " " in one]


def _plain(text: str) -> str:
    """A text without what an author may change in passing: case, white space, signs."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _pairs(text: str) -> list[tuple[str, str]]:
    """Each word of a text with the next; what holds a text holds its first pair."""
    return list(pairwise(text.split()))


def _texts(text: Text) -> list[str]:
    return list(text.values()) if isinstance(text, dict) else [text]


def _list(seats: list[str]) -> str:
    named = [f"'{seat}'" for seat in seats]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"
