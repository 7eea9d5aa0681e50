"""A seat's work in progress: its place at the table, its notebook and its sheet.

All pages of one seat share it. It speaks to the table only through the three verbs of `Place`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.language import t
from game.ui.errands import Answer, Errand, Errands
from game.ui.screens.foresight import Foresight
from game.ui.view_models import compose, sheet
from game.ui.view_models.index import Draft, Index
from game.ui.view_models.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Callable

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
    playing: bool = False  # the table plays the turn just now
    refusals: list[str] = field(default_factory=list)
    foresight: Foresight = field(default_factory=Foresight)

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

    def foresee(self, errands: Errands) -> None:
        """Have the sheet imagined, with the open order if it could be added as it stands."""
        if self.sealed or bool(self.now.ended[0]):
            return
        drafts = self.kept
        if self.draft.deed and not self.draft.kept and self.ready():
            drafts = (*drafts, self.draft)
        orders = sheet.orders(self.index, drafts)
        self.foresight.ask(self.place, self.now.turn, orders, errands)

    def ready(self) -> bool:
        """Whether the open order could be added to the sheet."""
        return compose.composer(self.book, self.index, self.draft, self.others()).ready

    def hand_in(
        self, errands: Errands | None = None, done: Callable[[bool], None] | None = None
    ) -> bool:
        """Say the sheet; `done` hears whether the table took it, refusals are in `refusals`.

        When it was the last one the table plays the turn, which takes longer than a frame; without
        errands it is waited for. Whether the sheet lies sealed, as far as is known, comes back.
        """
        orders = sheet.orders(self.index, self.kept)
        self.sealed = self.playing = True
        turn = self.now.turn

        def answered(answer: Answer) -> None:
            self.playing = False
            self.refusals = list(answer.get())
            self.sealed = not self.refusals
            if self.sealed:
                self.book.ordered[turn] = orders
            if done is not None:
                done(self.sealed)

        errand = Errand("say", lambda: self.place.say(orders), answered)
        (errands or Errands()).ask(errand, urgent=True)
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
            (draft.target, t("Order {number}", number=number))
            for number, draft in enumerate(self.drafts, start=1)
            if draft.deed and draft.target in {**self.booklet.actors, **self.booklet.audiences}
        )
