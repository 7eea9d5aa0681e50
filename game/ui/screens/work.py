"""A seat's work in progress: its place at the table, its notebook and its sheet.

All pages of one seat share it. It speaks to the table only through the three verbs of `Place`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.ui.view_models import sheet
from game.ui.view_models.index import Draft, Index
from game.ui.view_models.notebook import Notebook

if TYPE_CHECKING:
    from game.session import Place
    from game.views import Booklet, Observation


@dataclass(slots=True)
class Work:
    """What a person at a seat has before them."""

    place: Place
    book: Notebook
    index: Index
    drafts: list[Draft]
    current: int = 0
    find: str = ""
    focus: str = ""  # the mark of the map
    table: bool = False  # the ties as a table
    filter: str = "all"
    open: bool = True  # the sheet's drawer
    sealed: bool = False  # handed in, and not resolved yet
    refusals: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, place: Place) -> Work:
        """Sit down: look and hear for the first time."""
        book = Notebook()
        seen = place.look()
        book.note(seen, place.hear())
        return cls(place, book, Index.of(seen), [Draft()], focus=seen.booklet.me)

    @property
    def now(self) -> Observation:
        """The newest observation."""
        return self.book.now

    @property
    def booklet(self) -> Booklet:
        """What the seat may read of the scenario."""
        return self.book.now.booklet

    @property
    def kept(self) -> tuple[Draft, ...]:
        """The orders in the sheet."""
        return tuple(d for d in self.drafts if d.kept)

    @property
    def draft(self) -> Draft:
        """The order that is open now."""
        return self.drafts[self.current]

    @draft.setter
    def draft(self, draft: Draft) -> None:
        self.drafts[self.current] = draft

    def others(self) -> tuple[Draft, ...]:
        """The orders in the sheet but for the one that is open."""
        return tuple(d for n, d in enumerate(self.drafts) if d.kept and n != self.current)

    def taken(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """What the sheet costs, and what the open draft would cost on top."""
        draft = (
            self.index.price(self.draft) if self.draft.deed and not self.draft.kept else (0.0,) * 3
        )
        return sheet.total(self.index, self.kept), draft

    def keep(self) -> None:
        """Put the open draft into the sheet and begin another, if there is room."""
        self.draft = replace(self.draft, kept=True)
        blank = next((n for n, d in enumerate(self.drafts) if not d.kept), None)
        if blank is None and len(self.drafts) < self.booklet.orders_per_turn:
            self.drafts.append(Draft())
            blank = len(self.drafts) - 1
        self.current = blank if blank is not None else self.current
        self.find = ""

    def reopen(self) -> None:
        """Take the open order back out of the sheet, to change it."""
        self.draft = replace(self.draft, kept=False)

    def drop(self) -> None:
        """Throw the open order away."""
        del self.drafts[self.current]
        if not self.drafts or all(d.kept for d in self.drafts):
            self.drafts.append(Draft())
        self.current = min(self.current, len(self.drafts) - 1)

    def unfinished(self) -> int:
        """The number of the first order that is begun and not in the sheet; 0 when none is."""
        return next((n + 1 for n, d in enumerate(self.drafts) if d.deed and not d.kept), 0)

    def hand_in(self) -> bool:
        """Say the sheet; True when the table took it. What it refuses is in `refusals`."""
        orders = sheet.orders(self.index, self.kept)
        self.refusals = list(self.place.say(orders))
        self.sealed = not self.refusals
        return self.sealed

    def listen(self) -> bool:
        """Look and hear again; True when the turn has moved on, with a clean sheet."""
        seen = self.place.look()
        told = self.place.hear()
        moved = seen.turn != self.now.turn or bool(seen.ended[0]) != bool(self.now.ended[0])
        self.book.note(seen, told)
        if moved:
            self.index = Index.of(seen)
            self.drafts, self.current, self.find, self.sealed = [Draft()], 0, "", False
        return moved

    def planned(self) -> tuple[tuple[str, str], ...]:
        """Target and words of each order that names somebody on the map."""
        return tuple(
            (draft.target, f"order {number}")
            for number, draft in enumerate(self.drafts, start=1)
            if draft.deed and draft.target in {**self.booklet.actors, **self.booklet.audiences}
        )
