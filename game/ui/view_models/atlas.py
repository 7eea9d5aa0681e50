"""The map of influence as a seat knows it: marks, lands, ties. Pure: places are shares 0..1.

On a map of more than `CROWDED` marks the audiences fold into a count on their patron; those of the
mark in focus stand out again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from game.language import t, t_in
from game.ui.view_models import words
from game.ui.view_models.lands import Land, connection, lands
from game.ui.view_models.places import Frame, Point, positions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.ui.view_models.notebook import Notebook
    from game.views import Card

Shape = Literal["circle", "square", "hexagon", "diamond"]
SHAPES: dict[str, Shape] = {"state": "circle", "international_organization": "square"}
CROWDED = 24  # marks; with more, audiences fold
STRENGTHS = (0.25, 0.5)  # where words.strength says "fair" and "strong"

__all__ = ["CROWDED", "Atlas", "Land", "Mark", "Point", "Tie", "atlas", "folded"]


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor or an audience on the map."""

    key: str
    name: str
    code: str
    shape: Shape
    at: Point
    bloc: int  # index into the theme's blocs
    mine: bool
    audience: bool
    kind: str
    about: str
    warning: str = ""  # "offline", "60 % online"
    patron: str = ""  # of an audience: whose it is
    folded: int = 0  # audiences that this mark stands for


@dataclass(frozen=True, slots=True)
class Tie:
    """Directed influence; planned: an order of this sheet."""

    source: str
    target: str
    word: str  # how strong, to be read
    weight: float
    planned: str = ""

    @property
    def strength(self) -> int:
        """0 weak, 1 fair, 2 strong: how it is drawn."""
        return sum(self.weight >= limit for limit in STRENGTHS)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything on the map."""

    marks: tuple[Mark, ...]
    lands: tuple[Land, ...]
    ties: tuple[Tie, ...]

    def mark(self, key: str) -> Mark | None:
        """The mark of a key."""
        return next((m for m in self.marks if m.key == key), None)

    def of(self, key: str) -> tuple[Tie, ...]:
        """The ties that begin or end at a mark."""
        return tuple(tie for tie in self.ties if key in (tie.source, tie.target))


def atlas(book: Notebook, planned: tuple[tuple[str, str], ...] = ()) -> Atlas:
    """The map now; `planned` names the target and the words of each order on the sheet."""
    booklet = book.now.booklet
    sheet = positions(booklet)
    frame = Frame.around(sheet)
    at = {key: frame.put(place) for key, place in sheet.items()}
    ties = [Tie(a, z, words.strength(w), w) for a, z, w in booklet.ties if a in at and z in at]
    ties += [
        Tie(booklet.me, target, words.strength(1.0), 1.0, label)
        for target, label in planned
        if target in at and target != booklet.me
    ]
    return Atlas(tuple(_marks(book, at)), lands(book, at, frame), tuple(ties))


def folded(whole: Atlas, focus: str) -> Atlas:
    """The atlas as it is shown: with too many marks, only the audiences of the focus stand out.

    An order planned for a folded audience leads to its patron; its other ties are in the table.
    """
    if len(whole.marks) <= CROWDED:
        return whole
    keys = {m.key for m in whole.marks}
    chosen = whole.mark(focus)
    open_at = chosen.patron if chosen is not None and chosen.audience else focus
    gone = {
        m.key: m.patron
        for m in whole.marks
        if m.audience and m.patron in keys and m.patron != open_at and m.key != focus
    }
    counts = Counter(gone.values())
    marks = tuple(replace(m, folded=counts[m.key]) for m in whole.marks if m.key not in gone)
    ties = []
    for tie in whole.ties:
        if tie.planned:
            ties.append(replace(tie, target=gone.get(tie.target, tie.target)))
        elif tie.source not in gone and tie.target not in gone:
            ties.append(tie)
    return Atlas(marks, whole.lands, tuple(tie for tie in ties if tie.source != tie.target))


def _marks(book: Notebook, places: dict[str, Point]) -> list[Mark]:
    """Actors first, then audiences."""
    booklet = book.now.booklet
    cards = {**booklet.actors, **booklet.audiences}
    named = words.codes({key: card.name for key, card in cards.items()})
    named_blocs = blocs(booklet.actors, booklet.audiences)
    marks = []
    for key, card in cards.items():
        audience = key in booklet.audiences
        marks.append(
            Mark(
                key=key,
                name=card.name,
                code=named[key],
                shape="diamond" if audience else SHAPES.get(card.kind, "hexagon"),
                at=places[key],
                bloc=named_blocs[key],
                mine=key == booklet.me,
                audience=audience,
                kind=kind_of(card.kind, audience=audience),
                about=card.about,
                warning=connection(book, key) if audience else "",
                patron=(card.of or "") if audience else "",
            )
        )
    return marks


def kind_of(kind: str, *, audience: bool) -> str:
    """What sort of body a mark is, in words."""
    if audience:
        return t("audience")
    said = {
        "state": t("state"),
        "international_organization": t("international organization"),
        "ngo": t("non-governmental organization"),
        "media": t("news medium"),
        "platform": t("platform"),
        "company": t("company"),
        "collective": t("collective"),
        "armed_group": t("armed group"),
        "diaspora": t("diaspora"),
        "individual": t_in("kind of actor", "person"),
    }
    return said.get(kind, kind.replace("_", " "))


def blocs(actors: Mapping[str, Card], audiences: Mapping[str, Card]) -> dict[str, int]:
    """A color for each state with its bloc, in order; the last color is for those of no bloc."""
    named = [card.bloc or key for key, card in actors.items() if card.kind == "state"]
    named += [card.bloc for card in actors.values() if card.bloc]
    names = {bloc: min(n, 3) for n, bloc in enumerate(dict.fromkeys(named))}
    own = {key: names.get(card.bloc or key, 4) for key, card in actors.items()}
    publics = {k: own.get(card.of or "", 4) for k, card in audiences.items()}
    return {**own, **publics}
