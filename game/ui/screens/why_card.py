"""One card of why: name, before and after, causes with bars to scale, and their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Paint, Panel, Row, RowLook, Rows, Widget, dotted

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.text import Typesetter
    from game.ui.theme import Color
    from game.ui.view_models.why import Line, WhyCard
    from game.ui.widgets import Look

WIDE = 320.0
PAD = 12.0
BAR, CHEVRON = 48.0, 16.0
TITLES, NOTES, ABOUT = 7, 3, 2  # most lines of each
ASIDE = 150.0
SUM, FOOT = 27.0, 26.0
TONES = {"good": "positive", "bad": "alert", "plain": "text"}


def height(setter: Typesetter, view: WhyCard) -> float:
    """How tall a card wants to be."""
    rows = sum(_tall(setter, view, line) for line in view.lines)
    return _head(setter, view) + rows + (SUM if view.total else 0) + FOOT


def middle(setter: Typesetter, box: Box, view: WhyCard, line: int) -> float:
    """The middle of a line, for what is joined to it."""
    before = sum(_tall(setter, view, one) for one in view.lines[:line])
    y = box.y + _head(setter, view) + before + _tall(setter, view, view.lines[line]) / 2
    return min(y, box.bottom - FOOT - SUM)


def panel(
    stage: Stage,
    box: Box,
    view: WhyCard,
    name: str,
    *,
    chosen: int,
    opens: Callable[[int], None],
    pinnable: bool = False,
) -> Widget:
    """The card; `opens` hears the place of a line that was chosen.

    `pinnable` while only the pointer holds it open.
    """
    setter = stage.setter()
    top = _head(setter, view)
    low = FOOT + (SUM if view.total else 0)
    head = Paint(f"{name}/head", box.top(top), view.name, view.change, role="heading")
    head.paint = _heading(view)
    rows = [
        Row(
            str(place),
            f"{line.figure} {line.title}. {line.note}",
            _tall(setter, view, line),
            _row(view, line, chosen=place == chosen),
        )
        for place, line in enumerate(view.lines)
    ]
    lines = Rows(f"{name}/lines", Box(box.x + 4, box.y + top, box.w - 8, box.h - top - low))
    lines.label, lines.rows, lines.choose = view.name, rows, lambda key: opens(int(key))
    foot = Paint(
        f"{name}/foot", Box(box.x, box.bottom - low, box.w, low), say("Together"), view.total
    )
    foot.paint = _foot(view, pinnable=pinnable)
    card = Panel(name, box, view.name, head=False, fill="tip", role="dialog")
    frame = Paint(f"{name}/frame", box, role="decoration", paint=_frame)
    card.children = [frame, head, lines, foot]
    return card


def _frame(canvas: Canvas, box: Box, look: Look) -> None:
    """An edge that parts the card from the page under it."""
    canvas.outline(box, canvas.theme.border, width=1, radius=t.PANEL_RADIUS)


def _head(setter: Typesetter, view: WhyCard) -> float:
    """How tall the head is."""
    names = len(setter.wrap(view.name, t.BODY_BOLD, _named(setter, view), 2))
    about = len(setter.wrap(view.about, t.SMALL, WIDE - 2 * PAD, ABOUT)) if view.about else 0
    return 10.0 + names * 19 + 22 + about * 16 + 8


def _named(setter: Typesetter, view: WhyCard) -> float:
    """How wide the name may be beside how well it is known."""
    return WIDE - 2 * PAD - min(setter.width(view.known, t.SMALL), ASIDE) - 10


def _heading(view: WhyCard) -> Callable[[Canvas, Box, Look], None]:
    """Name and how well it is known, before and after, what it means."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        inner = Box(box.x + PAD, box.y + 10, WIDE - 2 * PAD, 19)
        wide = _named(canvas.type, view)
        aside = Box(inner.x + wide + 8, inner.y, inner.w - wide - 8, 19)
        canvas.text(view.known, aside, t.SMALL, theme.muted, align="right")
        named = Box(inner.x, inner.y, wide, 38)
        y = inner.y + canvas.block(view.name, named, t.BODY_BOLD, most=2) + 2
        used = canvas.text(view.change, Box(inner.x, y, inner.w, 19), t.BODY)
        rest = Box(inner.x + used + 6, y, inner.w - used - 6, 19)
        since = say("since your last turn") if view.total else ""
        canvas.text(since, rest, t.SMALL, theme.muted)
        place = Box(inner.x, y + 20, inner.w, ABOUT * 16)
        canvas.block(view.about, place, t.SMALL, theme.muted, most=ABOUT)
        canvas.rule(inner.x, box.bottom - 3, inner.w)

    return paint


def _columns(setter: Typesetter, view: WhyCard) -> tuple[float, float]:
    """How wide the figures are, and what is left for words."""
    figures = max(setter.width(line.figure, t.BODY_BOLD) for line in view.lines) + 10
    bars = BAR + 8 if any(line.share is not None for line in view.lines) else 0
    return figures, WIDE - 2 * PAD - figures - bars - CHEVRON


def _tall(setter: Typesetter, view: WhyCard, line: Line) -> float:
    """How tall a line is."""
    figures, words = _columns(setter, view)
    titles = len(setter.wrap(line.title, t.BODY, words, TITLES))
    wide = WIDE - 2 * PAD - figures
    notes = len(setter.wrap(line.note, t.SMALL, wide, NOTES)) if line.note else 0
    return max(30.0, 5 + titles * 19 + notes * 16 + 6)


def _row(view: WhyCard, line: Line, *, chosen: bool) -> Callable[[Canvas, Box, RowLook], None]:
    """Figure, cause, its bar, and a chevron where it leads on; below it the note."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if chosen or look.focused or look.hovered:
            canvas.box(box.inset(0, 1), theme.selection)
        figures, words = _columns(canvas.type, view)
        x, y = box.x + PAD - 4, box.y + 5
        color = getattr(theme, TONES[line.tone]) if line.share is not None else theme.text
        canvas.text(line.figure, Box(x, y, figures, 19), t.BODY_BOLD, color)
        title = Box(x + figures, y, words, TITLES * 19)
        high = canvas.block(line.title, title, t.BODY, most=TITLES)
        if line.leads is not None:
            last = canvas.type.wrap(line.title, t.BODY, words, TITLES)[-1].width / canvas.scale
            dotted(canvas, title.x, y + high - 1, last)
            canvas.icon("next", box.right - CHEVRON - 2, y + 2, 14, theme.muted)
        if line.share is not None:
            _bar(canvas, Box(title.right + 8, y + 5, BAR, 9), line.share, color)
        note = Box(title.x, y + high, box.right - title.x - PAD + 4, NOTES * 16)
        canvas.block(line.note, note, t.SMALL, theme.muted, most=NOTES)

    return paint


def _bar(canvas: Canvas, box: Box, share: float, color: Color) -> None:
    """A bar to scale: the largest cause fills the column."""
    canvas.box(Box(box.x, box.y, max(2.0, box.w * abs(share)), box.h), color, radius=2)


def _foot(view: WhyCard, *, pinnable: bool) -> Callable[[Canvas, Box, Look], None]:
    """The sum, then the keys."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        inner = box.inset(PAD, 0)
        y = box.y
        if view.total:
            canvas.rule(inner.x, y + 2, inner.w)
            line = Box(inner.x, y + 6, inner.w, 19)
            used = canvas.text(view.total, line, t.BODY_BOLD)
            rest = Box(inner.x + used + 8, line.y, inner.w - used - 8, 19)
            canvas.text(say("together"), rest, t.BODY, theme.muted)
            y += SUM
        opens = any(line.leads is not None for line in view.lines)
        said = say("Enter opens a cause · Esc closes") if opens else say("Esc closes")
        said = say("P pins · Enter opens a cause") if pinnable else said
        canvas.text(said, Box(inner.x, y + 3, inner.w, 16), t.SMALL, theme.muted)

    return paint
