"""The inbox: what was told to this seat by others, as cables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.cards import cable_row
from game.ui.screens.emptiness import empty
from game.ui.widgets import Paint, Panel, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.view_models.feed import Card


def inbox(
    box: Box, cards: tuple[Card, ...], read: set[int], opens: Callable[[str], None]
) -> Widget:
    """Cables to this seat."""
    title = say("Inbox")
    unread = sum(int(card.key) not in read for card in cards)
    body = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - 3)
    if cards:
        rows = [cable_row(card, read=int(card.key) in read) for card in cards]
        child: Widget = Rows("inbox/list", body, title, rows=rows, choose=opens)
    else:
        nothing = say("No cables")
        said = say(
            "Embassies and others write to you here. What they say in public is in the feed."
        )
        child = Paint("inbox/empty", body, nothing, said, role="note")
        child.paint = empty("mail", nothing, said, line=False)
    badge = t_count("{count} new", "{count} new", unread) if unread else ""
    return Panel("inbox", box, title, icon="mail", badge=badge, children=[child])
