"""The panels that only inform: the seat's own, inbox, feed and turns. What they open is a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.screens import accounts, feed_panel, figures, own_panel
from game.ui.screens import turns as turn_strip
from game.ui.screens.inbox_panel import inbox as inbox_panel
from game.ui.screens.letters import letter
from game.ui.screens.turn_page import open_turn
from game.ui.screens.why_layer import open_why
from game.ui.view_models import desk, timeline
from game.ui.view_models import feed as told

if TYPE_CHECKING:
    from game.ui.layout import Box
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.widgets import Widget


def own(stage: Stage, box: Box, work: Work, atlas: Atlas) -> Widget:
    """The seat's own panel."""
    kept, draft = work.taken()
    view = desk.own(work.book, kept, draft, work.foresight.idle)

    def opens(place: str, row: str) -> None:
        figure = view.measure(place, row)
        if not open_why(stage, work.now, figure, figures.box(stage, place, row)):
            stage.open(figures.plainly(work.book, view, place, row))

    return own_panel.panel(box, view, atlas.mark(work.booklet.me), opens)


def inbox(stage: Stage, box: Box, work: Work) -> Widget:
    """Cables; opening one marks it as read."""
    cards = told.inbox(work.book)

    def opens(key: str) -> None:
        work.book.read.add(int(key))
        stage.open(letter(work.book, next(c for c in cards if c.key == key)))

    return inbox_panel(box, cards, work.book.read, opens)


def feed(stage: Stage, box: Box, work: Work, atlas: Atlas) -> Widget:
    """What happened and what others say."""
    cards = told.cards(work.book, work.filter, feed_panel.state_of(stage).find or "")

    def filters(key: str) -> None:
        work.filter = key

    def opens(key: str) -> None:
        work.book.read.add(int(key))
        stage.open(letter(work.book, next(c for c in cards if c.key == key)))

    return feed_panel.panel(
        stage, box, cards, atlas, chosen=work.filter, filters=filters, opens=opens
    )


def turns(stage: Stage, box: Box, work: Work) -> Widget:
    """The strip of turns; each opens its account."""

    def opens(number: int) -> None:
        if number < work.now.turn:
            open_turn(stage, work, number)
        else:
            stage.open(accounts.turn(work.book, number))

    return turn_strip.panel(box, timeline.turns(work.book), opens)
