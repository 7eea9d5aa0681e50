"""The right column of the launcher: the chosen scenario, how to play it, and the one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_now
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.launcher_cards import picture
from game.ui.view_models import launch, words
from game.ui.widgets import (
    Button,
    Paint,
    Panel,
    Row,
    RowLook,
    Rows,
    Scroller,
    Text,
    Widget,
    tag,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.launcher import Launcher
    from game.ui.stage import Stage
    from game.ui.view_models.launch import Poster, Way
    from game.ui.widgets import Look

PICTURE, WAY, FOOT = 96.0, 44.0, 92.0


def panel(page: Launcher, stage: Stage, box: Box) -> Widget:
    """All of the column."""
    whole = Panel("launcher/right", box, head=False)
    poster = page.poster
    if poster is None:
        said = say("Choose a scenario.")
        whole.children = [Text("launcher/nothing", box.inset(16).top(20), value=said)]
        return whole
    inner = Box(box.x + 1, box.y + 1, box.w - 2, box.h - FOOT)
    about = Scroller("launcher/about", inner, poster.title)
    about.place = lambda place: _about(page, stage, place, poster)
    whole.children = [about.filled(stage), *_foot(page, box, poster)]
    return whole


def _about(page: Launcher, stage: Stage, box: Box, poster: Poster) -> tuple[list[Widget], float]:
    """Picture, title, what it is about and practices, tags, ways to play."""
    setter, x, wide = stage.setter(), box.x + 14, box.w - 28
    shot = Paint("about/picture", box.top(PICTURE), poster.title, role="decoration")
    shot.paint = _shot(poster)
    found: list[Widget] = [shot]
    y = box.y + PICTURE + 12
    for key, text, kind, color, most in (
        ("title", poster.title, t.TITLE, "text", 2),
        ("summary", words.sentence(poster.summary), t.BODY, "text", 6),
        ("label", say("You practice"), t.SMALL, "muted", 1),
        ("practices", _practices(poster), t.BODY, "text", 4),
    ):
        if not text or (key == "label" and not _practices(poster)):
            continue
        lines = min(most, len(setter.wrap(text, kind, wide)))
        place = Box(x, y, wide, lines * kind.line)
        found.append(
            Text(f"about/{key}", place, value=text, kind=kind, color=color, wrap=True, most=most)
        )
        y += lines * kind.line + (2 if key == "label" else 8)
    said = launch.tags_of(poster)
    across = sum(setter.width(one, t.SMALL) + 18 for one in said)
    lines = 1 if across <= wide else len(said)
    tags = Paint("about/tags", Box(x, y, wide, 22.0 * lines), words.listed(said), role="note")
    tags.paint = _tags(said, stacked=lines > 1)
    found.append(tags)
    y += 22 * lines + 6
    title = say("How will you play?")
    found.append(Text("about/how", Box(x, y, wide, 20), value=title, kind=t.BODY_BOLD))
    y += 26
    rows = [_way(page, key) for key in launch.WAYS]
    ways = Rows("launcher/ways", Box(box.x + 6, y, box.w - 18, WAY * len(rows)), title, rows=rows)
    ways.role = "radiogroup"
    state = ways.state(stage.memory)
    state.current = page.way
    ways.move = ways.choose = lambda key: _choose(page, key)
    found.append(ways)
    return found, y + WAY * len(rows) + 8 - box.y


def _shot(poster: Poster) -> Callable[[Canvas, Box, Look], None]:
    """The picture at the top."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        picture(canvas, box, poster)

    return paint


def _practices(poster: Poster) -> str:
    """What it trains: the author's line, else the skills in words."""
    return poster.practices or words.listed(map(launch.skill_name, poster.skills))


def _choose(page: Launcher, key: str) -> None:
    """Another way to play."""
    page.way = next(way for way in launch.WAYS if way == key)


def _tags(said: list[str], *, stacked: bool) -> Callable[[Canvas, Box, Look], None]:
    """Turns and minutes, each in a frame: side by side, or one under the other."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        x, y = box.x, box.y + 1
        for one in said:
            used = tag(canvas, (x, y), one, canvas.theme.muted)
            x, y = (x, y + 22) if stacked else (x + used + 6, y)

    return paint


def _way(page: Launcher, key: Way) -> Row:
    """A way to play: a ring, its name, what it means."""
    name, about = (t_now(text) for text in launch.WAYS[key])
    chosen = page.way == key

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if chosen or look.hovered:
            canvas.box(box, theme.selection)
        edge = theme.accent if chosen else theme.border
        canvas.dot((box.x + 18, box.center[1]), 16, theme.panel, edge)
        if chosen:
            canvas.dot((box.x + 18, box.center[1]), 8, theme.accent)
        room = box.w - 44
        kind = t.BODY_BOLD if chosen else t.BODY
        canvas.text(name, Box(box.x + 36, box.y + 3, room, 20), kind)
        color = theme.text if chosen else theme.muted
        canvas.text(about, Box(box.x + 36, box.y + 23, room, 16), t.SMALL, color)

    return Row(key, f"{name}: {about}", WAY, paint)


def _foot(page: Launcher, box: Box, poster: Poster) -> list[Widget]:
    """The guide, and the one primary button of the page."""
    place = Box(box.x + 12, box.bottom - 84, box.w - 24, t.CONTROL_SMALL)
    guide = Button("launcher/guide", place, say("A guide plays the first turn with us"))
    guide.role, guide.value = "checkbox", "on" if page.guide else "off"
    guide.press = lambda: _guide(page)
    guide.paint = _check(guide.label, checked=page.guide)
    label = say("Watch") if page.way == "watch" else say("Choose seats")
    go = Button("launcher/go", Box(box.x + 12, box.bottom - 48, box.w - 24, 36), label)
    go.primary, go.key, go.press = True, say("Enter"), page.go
    if poster.mistakes:
        go.disabled = say("It has mistakes: run check")
    return [guide, go] if page.way != "watch" else [go]


def _guide(page: Launcher) -> None:
    """Let the guide come, or not."""
    page.guide = not page.guide


def _check(label: str, *, checked: bool) -> Callable[[Canvas, Box, Look], None]:
    """A box with or without a check, and what it stands for."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        square = Box(box.x + 4, box.center[1] - 9, 18, 18)
        canvas.box(square, theme.accent if checked else theme.field, theme.border, radius=3)
        if checked:
            canvas.icon("check", square.x + 2, square.y + 2, 14, theme.ink)
        canvas.text(label, Box(square.right + 10, box.y, box.w - 36, box.h), t.BODY)

    return paint
