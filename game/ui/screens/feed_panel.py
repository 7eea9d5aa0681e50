"""The feed: what happened and what others say, newest first; and the inbox, told to this seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models.feed import EMPTY, FILTERS
from game.ui.widgets import Choice, Choices, Paint, Panel, Row, RowLook, Rows, Widget, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas, Mark
    from game.ui.view_models.feed import Card
    from game.ui.widgets import Look

CHIPS = 34.0
PAD = 12.0
MOST_LINES = 3
CABLE = 57.0


def panel(
    stage: Stage,
    box: Box,
    cards: tuple[Card, ...],
    atlas: Atlas,
    *,
    chosen: str,
    filters: Callable[[str], None],
    opens: Callable[[str], None],
) -> Widget:
    """The panel with its filters."""
    new = sum(card.new for card in cards)
    chips = Choices("feed/filter", Box(box.x + 8, box.y + 42, box.w - 16, 28), "Filter")
    chips.items = [Choice(key, label) for key, label in FILTERS]
    chips.chosen, chips.choose = chosen, filters
    body = Box(box.x + 1, box.y + 40 + CHIPS, box.w - 2, box.h - 42 - CHIPS)
    found: list[Widget] = [chips]
    if cards:
        rows = [_card_row(stage, card, atlas.mark(card.actor), body.w) for card in cards]
        found.append(Rows("feed/list", body, "Feed", rows=rows, choose=opens))
    else:
        title, said = EMPTY[chosen]
        found.append(
            Paint("feed/empty", body, title, said, role="note", paint=empty("wave", title, said))
        )
    aside = f"{new} new" if new else ""
    return Panel("feed", box, "Feed", icon="wave", aside=aside, line=False, children=found)


def empty(
    icon: str, title: str, said: str, *, line: bool = True
) -> Callable[[Canvas, Box, Look], None]:
    """What stands where nothing is yet: an icon, what will appear, what never will."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        if line:
            canvas.rule(box.x, box.y, box.w)
        inner = box.inset(24, 0)
        wide = min(inner.w, 260.0)
        column = Box(inner.x + (inner.w - wide) / 2, box.y, wide, box.h)
        lines = len(canvas.type.wrap(said, t.BODY, column.w))
        y = box.y + max(10.0, (box.h - 28 - 30 - lines * 19) / 2.4)
        canvas.icon(icon, box.center[0] - 12, y, 24)
        canvas.text(title, Box(column.x, y + 32, column.w, 20), t.BODY_BOLD, align="center")
        place = Box(column.x, y + 56, column.w, lines * 19)
        canvas.block(said, place, t.BODY, theme.muted, align="center")

    return paint


def _quoted(card: Card) -> str:
    """What people wrote, if they did, else what is told."""
    return f"“{card.quote}”" if card.quote else ""


def _card_row(stage: Stage, card: Card, mark: Mark | None, wide: float) -> Row:
    """A card as tall as its words."""
    setter = stage.setter()
    inner = wide - 2 * PAD
    lines = len(setter.wrap(card.text, t.BODY, inner, MOST_LINES))
    quote = len(setter.wrap(_quoted(card), t.BODY, inner, 2)) if card.quote else 0
    high = 10 + 20 + (18 if card.source else 2) + lines * 19 + (quote * 19 + 4 if quote else 0) + 10
    return Row(card.key, f"{card.name}: {card.text}", high, _card(card, mark))


def _card(card: Card, mark: Mark | None) -> Callable[[Canvas, Box, RowLook], None]:
    """Who, tag and turn; source; text; what was written."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        inject = card.kind in ("inject", "ending")
        if look.hovered or inject:
            canvas.fill(box, theme.selection if look.hovered else theme.field)
        if inject:
            canvas.fill(Box(box.x, box.y, 3, box.h), theme.alert)
        canvas.rule(box.x + PAD, box.bottom - 1, box.w - 2 * PAD)
        inner = box.inset(PAD, 0)
        y = box.y + 10
        _head(canvas, Box(inner.x, y, inner.w, 20), card, mark)
        y += 20
        if card.source:
            color = theme.accent if card.mine else theme.muted
            canvas.text(card.source, Box(inner.x, y + 1, inner.w, 16), t.SMALL, color)
        y += 18 if card.source else 2
        y += canvas.block(card.text, Box(inner.x, y, inner.w, 80), t.BODY, most=MOST_LINES)
        if card.quote:
            canvas.block(
                _quoted(card), Box(inner.x, y + 4, inner.w, 40), t.BODY, theme.muted, most=2
            )

    return paint


def _head(canvas: Canvas, box: Box, card: Card, mark: Mark | None) -> None:
    """The first line of a card."""
    theme = canvas.theme
    x = box.x
    if mark is not None:
        canvas.mark(mark.shape, (x + 11, box.y + 10), 22, theme.blocs[mark.bloc], width=1.5)
        canvas.text(mark.code, Box(x, box.y + 4, 22, 12), t.MARK_SMALL, align="center")
        x += 30
    elif card.tag_icon:
        canvas.icon(card.tag_icon, x, box.y + 3, 14, getattr(theme, card.tag_color))
        x += 22
    turn = f"turn {card.turn}"
    right = box.right - canvas.type.width(turn, t.SMALL)
    canvas.text(turn, Box(right, box.y, box.right - right + 1, box.h), t.SMALL, theme.muted)
    tagged = canvas.type.width(card.tag, t.SMALL) + 34 if card.tag else 0.0
    used = canvas.text(card.name, Box(x, box.y, right - x - tagged - 8, box.h), t.BODY_BOLD)
    if card.tag:
        color = getattr(theme, card.tag_color)
        tag(canvas, (x + used + 8, box.y + 1), card.tag, color, dashed=card.kind == "exposed")


def inbox(
    box: Box, cards: tuple[Card, ...], read: set[int], opens: Callable[[str], None]
) -> Widget:
    """Cables to this seat."""
    unread = sum(int(card.key) not in read for card in cards)
    body = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - 3)
    if cards:
        rows = [
            Row(c.key, f"{c.name}: {c.text}", CABLE, _cable(c, int(c.key) in read)) for c in cards
        ]
        child: Widget = Rows("inbox/list", body, "Inbox", rows=rows, choose=opens)
    else:
        said = "Embassies and others write to you here. What they say in public is in the feed."
        child = Paint(
            "inbox/empty",
            body,
            "No cables",
            said,
            role="note",
            paint=empty("mail", "No cables", said, line=False),
        )
    badge = f"{unread} new" if unread else ""
    return Panel("inbox", box, "Inbox", icon="mail", badge=badge, children=[child])


def _cable(card: Card, read: bool) -> Callable[[Canvas, Box, RowLook], None]:
    """A dot while unread, sender, turn, the first line."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.hovered or look.focused:
            canvas.fill(box, theme.selection)
        if not read:
            canvas.dot((box.x + 6, box.y + 17), 6, theme.accent)
        inner = Box(box.x + PAD, box.y, box.w - 2 * PAD, box.h)
        kind = t.BODY if read else t.BODY_BOLD
        turn = f"turn {card.turn}"
        wide = canvas.type.width(turn, t.SMALL)
        canvas.text(card.name, Box(inner.x, box.y + 7, inner.w - wide - 8, 20), kind)
        canvas.text(turn, Box(inner.x, box.y + 7, inner.w, 20), t.SMALL, theme.muted, align="right")
        canvas.text(card.text, Box(inner.x, box.y + 29, inner.w, 18), t.SMALL, theme.muted)
        canvas.rule(inner.x, box.bottom - 1, inner.w)

    return paint
