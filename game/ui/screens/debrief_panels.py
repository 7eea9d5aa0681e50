"""Two panels of the debrief: two views of a turn, and what was expected beside what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import debrief as model
from game.ui.widgets import (
    DropDown,
    Option,
    Paint,
    Panel,
    Row,
    RowLook,
    Rows,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.debrief import Expected, Side, Talk
    from game.ui.widgets import Look

SIDE_ROW, SMALLEST = 38.0, 168.0
LABEL = 72.0
SIGNS = {"same": "check", "differs": "warn", "not shown": "eyeoff"}


def views(
    box: Box,
    review_seats: list[tuple[str, str]],
    talk: Talk,
    sides: list[Side],
    choose: Callable[[str, str], None],
    *,
    truth: str,
    head: bool = True,
) -> Widget:
    """What a seat saw at the end of a turn, beside the truth or another seat."""
    inner = box.inset(t.PANEL_PADDING, 0)
    top = box.y + (t.PANEL_HEAD + 4 if head else 6)
    foot = 32 if head else 6
    options = [Option(key, name) for key, name in review_seats]
    left = DropDown("views/seat", Box(inner.x, top, inner.w * 0.5 - 4, 28), say("Seat"))
    left.options, left.chosen = options, talk.seat
    left.choose = lambda key: choose(key, talk.beside)
    others = [Option(key, name) for key, name in review_seats if key != talk.seat]
    right = DropDown(
        "views/beside",
        Box(inner.x + inner.w * 0.5 + 4, top, inner.w * 0.5 - 4, 28),
        say("Beside"),
    )
    right.options, right.chosen = (
        [*([Option(model.TRUTH, truth)] if truth else []), *others],
        talk.beside,
    )
    right.choose = lambda key: choose(talk.seat, key)
    high = (box.bottom - top - 36 - foot) // SIDE_ROW * SIDE_ROW  # whole rows only
    place = Box(inner.x, top + 36, inner.w, high)
    rows = [Row(str(n), _spoken(one), SIDE_ROW, _side(one)) for n, one in enumerate(sides)]
    label = say("End of turn {turn}", turn=talk.turn)
    kept = Rows("views/rows", place, label, rows=rows)
    legend = Paint("views/legend", Box(inner.x, box.bottom - 28, inner.w, 20), _legend_words())
    legend.paint = _legend
    title = say("A seat's view beside ground truth")
    if talk.beside != model.TRUTH or not truth:
        title = say("Two seats side by side") if truth else say("What the seat saw")
    panel = Panel("views", box, title, aside=label)
    panel.head = head
    panel.children = [left, right, kept, *([legend] if head else [])]
    return panel


def _spoken(one: Side) -> str:
    state = {"same": say("same"), "differs": say("differs")}.get(one.state, say("not shown"))
    return (
        f"{one.name}: {one.left}, {one.right}, {state}" if one.right else f"{one.name}: {one.left}"
    )


def _side(one: Side) -> Callable[[Canvas, Box, RowLook], None]:
    """Name, what one saw, a sign, what the other saw."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.current and look.focused:
            canvas.fill(box, theme.selection)
        name = box.w * 0.46
        lines = canvas.type.wrap(one.name, t.BODY, name - 8, 2)
        kind = t.BODY if len(lines) == 1 else t.SMALL
        top = (
            box.y
            + (box.h - min(2, len(canvas.type.wrap(one.name, kind, name - 8, 2))) * kind.line) / 2
        )
        canvas.block(one.name, Box(box.x, top, name - 8, box.h), kind, most=2)
        wide = (box.w - name - 24) / 2
        color = theme.muted if one.state == "not shown" else None
        canvas.text(one.left, Box(box.x + name, box.y, wide, box.h), t.BODY, color)
        ink = {"same": theme.positive, "differs": theme.leak}.get(one.state, theme.muted)
        x = box.x + name + wide
        if one.right:
            canvas.icon(SIGNS[one.state], x + 2, box.y + 12, 14, ink)
            canvas.text(one.right, Box(x + 24, box.y, wide, box.h), t.BODY_BOLD)
        canvas.rule(box.x, box.bottom - 1, box.w)

    return paint


def _legend_words() -> str:
    return f"{say('same')}, {say('differs')}, {say('not shown to the seat')}"


def _legend(canvas: Canvas, box: Box, look: Look) -> None:
    """What the three signs mean."""
    theme = canvas.theme
    told = (
        ("check", theme.positive, say("same")),
        ("warn", theme.leak, say("differs")),
        ("eyeoff", theme.muted, say("not shown to the seat")),
    )
    x = box.x
    for icon, ink, text in told:
        canvas.icon(icon, x, box.y + 3, 13, ink)
        room = Box(x + 18, box.y, max(0.0, box.right - x - 18), box.h)
        x += 18 + canvas.text(text, room, t.SMALL, theme.muted) + 14


def expectations(
    box: Box,
    stage: Stage,
    some: list[Expected],
    name: str,
    choose: Callable[[str], None],
    *,
    head: bool = True,
) -> Widget:
    """Orders with what was expected of them, what happened, and why."""
    aside = say("{seat}, {count} expected", seat=name, count=len(some))
    panel = Panel("expected", box, say("Expected and happened"), aside=aside)
    panel.head = head
    top = t.PANEL_HEAD if head else 2.0
    inner = Box(box.x + 1, box.y + top, box.w - 2, box.h - top - 4)
    if not some:
        said = say("Nobody wrote what they expected. Next time: “I expect” on the sheet.")
        text = Text("expected/none", inner.inset(16, 24), value=said)
        text.wrap, text.color = True, "muted"
        panel.children = [text]
        return panel
    wide = inner.w - 36 - LABEL - 16
    rows = [
        Row(str(n), _said(one), _height(stage, one, wide), _expected(one, wide))
        for n, one in enumerate(some)
    ]
    kept = Rows("expected/rows", inner, say("Expected and happened"), rows=rows, choose=choose)
    panel.children = [kept]
    return panel


def _said(one: Expected) -> str:
    return f"{one.order.turn}. {one.title}: {one.word}. {one.expected}. {one.happened}"


def _lines(one: Expected) -> tuple[tuple[str, str], ...]:
    told = [(say("Expected"), one.expected), (say("Happened"), one.happened)]
    if one.because:
        told.append((say("Because"), one.because))
    return tuple(told)


def _height(stage: Stage, one: Expected, wide: float) -> float:
    setter = stage.setter()
    return 34.0 + sum(
        min(2, len(setter.wrap(text, t.BODY, wide))) * t.BODY.line for _, text in _lines(one)
    )


def _expected(one: Expected, wide: float) -> Callable[[Canvas, Box, RowLook], None]:
    """Turn, order, whether it came as expected; then what was expected, what came, and why."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.current:
            canvas.fill(box, theme.selection)
        ink = {"yes": theme.positive, "no": theme.leak}.get(one.order.came, theme.muted)
        sign = {"yes": "check", "no": "warn", "cannot": "eyeoff"}.get(one.order.came, "help")
        canvas.icon(sign, box.right - 28, box.y + 9, 14, ink)
        side = canvas.type.width(one.word, t.SMALL) + 8
        room = Box(box.right - 36 - side, box.y + 6, side, 20)
        canvas.text(one.word, room, t.SMALL, ink, align="right")
        canvas.text(str(one.order.turn), Box(box.x + 12, box.y + 6, 22, 20), t.BODY_BOLD)
        canvas.text(one.title, Box(box.x + 36, box.y + 6, room.x - box.x - 40, 20), t.BODY_BOLD)
        y = box.y + 26
        for label, text in _lines(one):
            canvas.text(label, Box(box.x + 36, y, LABEL - 6, t.BODY.line), t.SMALL, theme.muted)
            y += canvas.block(text, Box(box.x + 36 + LABEL, y, wide, 40), t.BODY, most=2)
        canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)

    return paint


def bookmark(canvas: Canvas, box: Box, look: Look) -> None:
    """The sign of the page."""
    canvas.icon("mark", box.x, box.y, 24)


def tagged(text: str) -> Callable[[Canvas, Box, Look], None]:
    """The question's number in a frame."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.box(box, None, canvas.theme.accent)
        canvas.text(text, box.inset(6, 0), t.SMALL, align="center")

    return paint
