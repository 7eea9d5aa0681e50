"""What a seat knows of one mark on the map: who it is, how it stands, whom it moves. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.view_models import words
from game.ui.view_models.notebook import value

if TYPE_CHECKING:
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor or audience in words."""

    name: str
    kind: str
    about: str
    lines: tuple[str, ...]
    ties: tuple[str, ...]


def dossier(book: Notebook, atlas: Atlas, key: str) -> Dossier:
    """What is known of a mark; what is not known is said to be so."""
    booklet = book.now.booklet
    card = booklet.audiences.get(key) or booklet.actors[key]
    lines = _audience(book, key) if key in booklet.audiences else _actor(book, key)
    ties = []
    for tie in atlas.of(key):
        source, target = atlas.mark(tie.source), atlas.mark(tie.target)
        if source and target and not tie.planned:
            ties.append(f"{source.name} influences {target.name}: {tie.word}")
    kind = card.kind.replace("_", " ") or "audience"
    return Dossier(card.name, kind, words.sentence(card.about), tuple(lines), tuple(ties))


def _audience(book: Notebook, key: str) -> list[str]:
    """How an audience stands to the seat, and whether it can be reached."""
    booklet, now = book.now.booklet, book.now
    belief = value(now, "credibility", booklet.me, key)
    found = [f"Believes you: {words.level(belief).lower()}"]
    online = value(now, "online", key)
    if online is not None:
        found.append(f"Connected: {words.percent(online)}")
    street = value(now, "mobilized", key)
    if street is not None:
        found.append(f"Ready for the street: {words.percent(street)}")
    for issue, card in booklet.issues.items():
        stands = value(now, "opinion", key, issue)
        said = words.NOT_KNOWN if stands is None else f"{stands:+.0f}"
        found.append(f"{card.name}: {said}" + (f" ({card.about})" if card.about else ""))
    return found


def _actor(book: Notebook, key: str) -> list[str]:
    """How an actor stands to the seat's own."""
    booklet, now = book.now.booklet, book.now
    if key == booklet.me:
        return ["This is you."]
    found = []
    tension = value(now, "tension", booklet.me, key)
    if tension is not None:
        number = words.rung(tension)
        found.append(f"Tension with you: rung {number}, {words.rung_name(number).lower()}")
    pairs = {"You trust them": (booklet.me, key), "They trust you": (key, booklet.me)}
    for label, pair in pairs.items():
        trust = value(now, "trust", *pair)
        about = "" if trust is None or now.value("trust", *pair).exact else " (an estimate)"
        found.append(f"{label}: {words.level(trust).lower()}{about}")
    return found
