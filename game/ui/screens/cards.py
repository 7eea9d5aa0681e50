"""Cards of the feed and cables of the inbox, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Row, RowLook, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.text import Typesetter
    from game.ui.view_models.atlas import Mark
    from game.ui.view_models.feed import Card

PAD = 12.0
MOST_LINES, MOST_QUOTE = 3, 2
CABLE = 57.0


def quoted(card: Card) -> str:
    """What people wrote, in quotation marks, or nothing."""
    return say("“{words}”", words=card.quote) if card.quote else ""


def _foot(card: Card) -> tuple[str, str]:
    """The last line: who believes it or what became of its author; how many belong to it."""
    more = t_count("{count} more in thread", "{count} more in thread", card.others)
    return card.removed or card.believed, more if card.others else ""


def card_row(stage: Stage, card: Card, mark: Mark | None, wide: float) -> Row:
    """A card as tall as its words."""
    high = 20 + sum(high for high, _ in _parts(stage.setter(), card, wide - 2 * PAD))
    spoken = say("{name}: {text}", name=card.name, text=card.text)
    return Row(card.key, spoken, high, _card(card, mark))


def _parts(setter: Typesetter, card: Card, wide: float) -> list[tuple[float, str]]:
    """Height and name of each line of a card, from its top."""
    found = [(20.0, "head"), (18.0 if card.source else 2.0, "source")]
    lines = len(setter.wrap(card.text, t.BODY, wide, MOST_LINES))
    found.append((lines * float(t.BODY.line), "text"))
    if card.quote:
        lines = len(setter.wrap(quoted(card), t.BODY, wide, MOST_QUOTE))
        found.append((lines * float(t.BODY.line) + 4, "quote"))
    if any(_foot(card)):
        found.append((18.0, "foot"))
    return found


def _card(card: Card, mark: Mark | None) -> Callable[[Canvas, Box, RowLook], None]:
    """Who, tag and turn; source; text; what was written; belief and thread."""

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
        for high, part in _parts(canvas.type, card, inner.w):
            _part(canvas, Box(inner.x, y, inner.w, high), card, mark, part)
            y += high
        if card.unread:
            canvas.dot((box.x + 5.5, box.y + 20), 5, theme.accent)

    return paint


def _part(canvas: Canvas, box: Box, card: Card, mark: Mark | None, part: str) -> None:
    """One part of a card."""
    theme = canvas.theme
    if part == "head":
        _head(canvas, box, card, mark)
    elif part == "source" and card.source:
        color = theme.accent if card.mine else theme.muted
        canvas.text(card.source, Box(box.x, box.y + 1, box.w, 16), t.SMALL, color)
    elif part == "text":
        canvas.block(card.text, box, t.BODY, most=MOST_LINES)
    elif part == "quote":
        words = Box(box.x, box.y + 4, box.w, box.h - 4)
        canvas.block(quoted(card), words, t.BODY, theme.muted, most=MOST_QUOTE)
    elif part == "foot":
        left, right = _foot(card)
        line = Box(box.x, box.y + 2, box.w, 16)
        wide = canvas.type.width(right, t.SMALL) + 20 if right else 0.0
        ink = theme.leak if card.removed else theme.muted
        canvas.text(left, Box(line.x, line.y, line.w - wide - 8, line.h), t.SMALL, ink)
        if right:
            canvas.icon("reply", line.right - wide, line.y + 1, 14)
            canvas.text(right, line, t.SMALL, theme.muted, align="right")


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
    turn = say("turn {number}", number=card.turn)
    right = box.right - canvas.type.width(turn, t.SMALL)
    canvas.text(turn, Box(right, box.y, box.right - right + 1, box.h), t.SMALL, theme.muted)
    tagged = canvas.type.width(card.tag, t.SMALL) + 34 if card.tag else 0.0
    used = canvas.text(card.name, Box(x, box.y, right - x - tagged - 8, box.h), t.BODY_BOLD)
    if card.tag:
        color = getattr(theme, card.tag_color)
        tag(canvas, (x + used + 8, box.y + 1), card.tag, color, dashed=card.kind == "exposed")


def cable_row(card: Card, *, read: bool) -> Row:
    """A cable: unread ones have a dot and bold type."""
    spoken = say("{name}: {text}", name=card.name, text=card.text)
    if not read:
        spoken = say("unread, {cable}", cable=spoken)
    return Row(card.key, spoken, CABLE, _cable(card, read=read))


def _cable(card: Card, *, read: bool) -> Callable[[Canvas, Box, RowLook], None]:
    """Sender, turn, the first line."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.hovered or look.focused:
            canvas.fill(box, theme.selection)
        if not read:
            canvas.dot((box.x + 6, box.y + 17), 6, theme.accent)
        inner = Box(box.x + PAD, box.y, box.w - 2 * PAD, box.h)
        turn = say("turn {number}", number=card.turn)
        wide = canvas.type.width(turn, t.SMALL)
        name = Box(inner.x, box.y + 7, inner.w - wide - 8, 20)
        canvas.text(card.name, name, t.BODY if read else t.BODY_BOLD)
        canvas.text(turn, Box(inner.x, box.y + 7, inner.w, 20), t.SMALL, theme.muted, align="right")
        canvas.text(card.text, Box(inner.x, box.y + 29, inner.w, 18), t.SMALL, theme.muted)
        canvas.rule(inner.x, box.bottom - 1, inner.w)

    return paint
