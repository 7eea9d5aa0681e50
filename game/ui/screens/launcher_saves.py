"""The left column of the launcher: the last game as a card, others as rows, other ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import pictures
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import launch
from game.ui.widgets import Button, Paint, Panel, Row, RowLook, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.launcher import Launcher
    from game.ui.view_models.launch import Saved
    from game.ui.widgets import Look

ROW, DOOR = 52.0, 36.0
PICTURE = 72.0


def panel(page: Launcher, box: Box) -> Widget:
    """All of the column."""
    whole = Panel("launcher/left", box, say("Continue"), line=False)
    foot = 2 * DOOR + 56
    top = Box(box.x + 12, box.y + 40, box.w - 24, max(0.0, box.h - 44 - foot))
    last = page.last
    children: list[Widget] = []
    if last is not None and top.h >= 140:
        pictured = last.picture is not None and top.h >= 240 + ROW
        high = 130 + (PICTURE if pictured else 0)
        children += _last(page, last, top.top(high), pictured=pictured)
        top = top.below(high + 8)
    others = [saved for saved in page.saves if saved is not last or not children]
    if not page.saves:
        said = say("No game yet. Choose a scenario.") if page.later is None else "…"
        children.append(
            Text("launcher/nosaves", top.top(40), value=said, color="muted", wrap=True, most=2)
        )
    elif others and top.h >= ROW:
        rows = [_row(saved) for saved in others]
        saves = Rows("launcher/saves", top, say("Saved games"), rows=rows)
        saves.choose = lambda key: _open(page, key)
        children.append(saves)
    children += _doors(page, Box(box.x + 12, box.bottom - foot, box.w - 24, foot))
    whole.children = children
    return whole


def _open(page: Launcher, key: str) -> None:
    """Go on with the saved game of a row, if that can be done."""
    for saved in page.saves:
        if str(saved.path) == key and launch.opens(saved):
            page.proceed(saved)


def _last(page: Launcher, saved: Saved, box: Box, *, pictured: bool) -> list[Widget]:
    """The last game: picture, title, how far, and the button."""

    def paint(canvas: Canvas, place: Box, look: Look) -> None:
        theme = canvas.theme
        canvas.box(place, theme.field, theme.border, radius=t.PANEL_RADIUS)
        y = place.y + 8
        if pictured and saved.picture is not None:
            top = Box(place.x + 1, place.y + 1, place.w - 2, PICTURE)
            area = canvas.rect(top)
            tile = pictures.cut(saved.picture, area.w, area.h)
            if tile is not None:
                canvas.picture(tile, top.x, top.y)
            y += PICTURE
        inner = Box(place.x + 12, y, place.w - 24, 20)
        canvas.text(saved.title, inner, t.BODY_BOLD)
        canvas.text(launch.progress_of(saved), inner.moved(0, 22), t.BODY, theme.muted)
        canvas.text(launch.kind_of(saved), inner.moved(0, 43), t.SMALL, theme.muted)

    said = f"{saved.title}. {launch.progress_of(saved)}"
    card = Paint("launcher/last", box, said, role="note", paint=paint)
    place = Box(box.x + 12, box.bottom - 44, box.w - 24, t.CONTROL)
    ended = saved.state == "ended"
    label = say("Look back at it") if ended else say("Continue")
    button = Button("launcher/continue", place, label, icon="play", key="C")
    button.press = lambda: page.proceed(saved)
    card.children = [button]
    return [card]


def _row(saved: Saved) -> Row:
    """One more saved game."""
    bad = not launch.opens(saved)
    said = launch.progress_of(saved)

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.hovered:
            canvas.fill(box, theme.selection)
        line = Box(box.x + 4, box.y + 7, box.w - 32, 20)
        canvas.text(saved.title, line, t.BODY)
        under = said if bad else f"{said}, {saved.when}"
        color = theme.alert if bad else theme.muted
        canvas.text(under, Box(line.x, box.y + 28, box.w - 12, 16), t.SMALL, color)
        sign = "warn" if bad else "next"
        canvas.icon(sign, box.right - 22, box.y + 9, 14, color)
        canvas.rule(box.x, box.bottom - 1, box.w)

    label = f"{saved.title}. {said}"
    return Row(str(saved.path), label, ROW, paint, disabled=said if bad else "")


def _doors(page: Launcher, box: Box) -> list[Widget]:
    """Other ways in, and that nothing leaves this machine."""
    ways: tuple[tuple[str, str, str, str, Callable[[], None]], ...] = (
        ("file", "book", say("Open a file"), "O", page.doors.file),
        ("write", "edit", say("Write a scenario"), "W", page.doors.write),
    )
    found: list[Widget] = []
    for number, (key, icon, label, sign, press) in enumerate(ways):
        place = Box(box.x, box.y + 4 + number * DOOR, box.w, t.CONTROL)
        button = Button(f"launcher/{key}", place, label, icon=icon, key=sign, press=press)
        button.paint = _door(icon, label, sign)
        found.append(button)
    said = say("Works without internet. Nothing leaves this machine.")
    place = Box(box.x, box.bottom - 46, box.w, 32)
    found.append(
        Text("launcher/offline", place, value=said, kind=t.SMALL, color="muted", wrap=True, most=2)
    )
    return found


def _door(icon: str, label: str, key: str) -> Callable[[Canvas, Box, Look], None]:
    """Icon and words at the left, the key in a small box at the right."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        if look.hovered:
            canvas.box(box, theme.selection)
        canvas.icon(icon, box.x + 4, box.y + 8, 16)
        canvas.text(label, Box(box.x + 28, box.y, box.w - 60, box.h), t.BODY)
        cap = Box(box.right - 24, box.y + 6, 20, 20)
        canvas.box(cap, None, theme.border, radius=3)
        canvas.text(key, cap, t.SMALL, theme.muted, align="center")

    return paint
