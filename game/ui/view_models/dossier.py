"""What a seat knows of one mark on the map: who it is, how it stands, whom it moves. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_later, t_now
from game.ui.view_models import words
from game.ui.view_models.notebook import value
from game.ui.view_models.why import moved

if TYPE_CHECKING:
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.figures import Measure
    from game.ui.view_models.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that is known of a mark, and the figure to ask about if it moved."""

    text: str
    measure: Measure = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor or audience in words."""

    name: str
    kind: str
    about: str
    lines: tuple[Standing, ...]
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
            named = {"one": source.name, "other": target.name, "word": tie.word}
            ties.append(t("{one} influences {other}: {word}", **named))
    kind = t_now((card.kind or "audience").replace("_", " "))
    return Dossier(card.name, kind, words.sentence(card.about), tuple(lines), tuple(ties))


def _standing(book: Notebook, text: str, *measure: str) -> Standing:
    """A line, with its figure if that moved for reasons."""
    return Standing(text, measure if moved(book.now, measure) else ())


def _audience(book: Notebook, key: str) -> list[Standing]:
    """How an audience stands to the seat, and whether it can be reached."""
    booklet, now = book.now.booklet, book.now
    belief = ("credibility", booklet.me, key)
    level = words.level(value(now, *belief)).lower()
    found = [_standing(book, t("Believes you: {level}", level=level), *belief)]
    for said, name in SHARES:
        share = value(now, name, key)
        if share is not None:
            text = t_now(said, share=words.percent(share))
            found.append(_standing(book, text, name, key))
    for issue, card in booklet.issues.items():
        stands = value(now, "opinion", key, issue)
        said = words.not_known() if stands is None else f"{stands:+.0f}"
        text = f"{card.name}: {said}" + (f" ({card.about})" if card.about else "")
        found.append(_standing(book, text, "opinion", key, issue))
    return found


def _actor(book: Notebook, key: str) -> list[Standing]:
    """How an actor stands to the seat's own."""
    booklet, now = book.now.booklet, book.now
    if key == booklet.me:
        return [Standing(t("This is you."))]
    found = []
    tension = value(now, "tension", booklet.me, key)
    if tension is not None:
        number = words.rung(tension)
        rung = words.rung_name(number).lower()
        text = t("Tension with you: rung {number}, {rung}", number=number, rung=rung)
        found.append(_standing(book, text, "tension", booklet.me, key))
    pairs = ((booklet.me, key), (key, booklet.me))
    for pair, sure, rough in zip(pairs, *TRUSTS, strict=True):
        trust = value(now, "trust", *pair)
        exact = trust is None or now.value("trust", *pair).exact
        text = t_now(sure if exact else rough, level=words.level(trust).lower())
        found.append(_standing(book, text, "trust", *pair))
    return found


SHARES = (
    (t_later("Connected: {share}"), "online"),
    (t_later("Ready for the street: {share}"), "mobilized"),
)
TRUSTS = (
    (t_later("You trust them: {level}"), t_later("They trust you: {level}")),
    (
        t_later("You trust them: {level} (an estimate)"),
        t_later("They trust you: {level} (an estimate)"),
    ),
)
