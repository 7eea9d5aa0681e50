"""The strip over the facilitator's page: which game, how it stands, the clock, the four buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import white_actions
from game.ui.view_models import whitecell, words
from game.ui.widgets import Button, Group, Paint, Widget, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.facilitator import Facilitator
    from game.ui.stage import Stage
    from game.ui.widgets import Look


def strip(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """The whole strip; where it is tight, buttons are icons alone."""
    paused = page.lead.see.paused
    found: list[Widget] = [Paint("white/ground", box, role="decoration", paint=_ground)]
    x = box.right - 12
    small = box.w < 1100
    acts = (
        ("mark", say("Mark moment"), "mark", "B", white_actions.mark),
        ("skip", say("Skip to adjudicate"), "skip", "", white_actions.skip),
        ("more", say("2 min"), "plus", "", white_actions.more),
        (
            "pause",
            say("Resume") if paused else say("Pause"),
            "play" if paused else "pause",
            "F8",
            white_actions.pause,
        ),
    )
    buttons: list[Widget] = []
    for key, label, icon, shown, act in acts:
        wide = 36.0 if small else _width(stage, label, shown)
        x -= wide
        button = Button(f"white/{key}", Box(x, box.y + 16, wide, t.CONTROL), label, icon=icon)
        button.key = shown
        button.primary = key == "pause" and paused
        button.press = _press(act, page, stage)
        if page.lead.see.ended and key != "mark":
            button.disabled = say("The game has ended.")
        buttons.insert(0, button)
        x -= 8
    clock = whitecell.clock(page.lead.clock.left)
    x -= 88
    face = Button("white/clock", Box(x, box.y + 16, 84, 32), say("Clock (T)"), clock)
    face.paint, face.press = _clock(clock), _press(white_actions.clock, page, stage)
    buttons.insert(0, face)
    said, color = _state(page, stage)
    wide = stage.setter().width(said, t.SMALL) + 40
    if x - wide > box.x + 260:
        x -= wide + 8
        state = Paint("white/state", Box(x, box.y + 22, wide, 20), say("State"), said)
        state.role, state.paint = "status", _tag(said, color, paused=paused)
        found.append(state)
    title = Box(box.x + 16, box.y, x - box.x - 28, box.h)
    name = say("Facilitator: {title}", title=words.sentence(page.title))
    heading = Paint("white/title", title, name, whitecell.turn(page.lead), role="heading")
    heading.paint = _title(name, whitecell.turn(page.lead))
    return Group(
        "white/head", box, say("Header"), role="banner", children=[*found, heading, *buttons]
    )


def _width(stage: Stage, label: str, key: str) -> float:
    setter = stage.setter()
    more = setter.width(key, t.SMALL) + 8 if key else 0.0
    return setter.width(label, t.BODY_BOLD) + 56 + more


def _press(
    act: Callable[[Facilitator, Stage], None], page: Facilitator, stage: Stage
) -> Callable[[], None]:
    return lambda: act(page, stage)


def _state(page: Facilitator, stage: Stage) -> tuple[str, str]:
    """How the game stands, and the color of it."""
    if page.lead.see.ended:
        return say("The game has ended."), "muted"
    if page.lead.see.paused:
        since = page.since if page.since is not None else stage.now
        return say("Paused by you, {time}", time=whitecell.clock(stage.now - since)), "leak"
    return (say("Running"), "positive") if page.lead.clock.runs else (say("Between seats"), "muted")


def _ground(canvas: Canvas, box: Box, look: Look) -> None:
    canvas.fill(box, canvas.theme.panel)
    canvas.rule(box.x, box.bottom - 1, box.w)


def _clock(figure: str) -> Callable[[Canvas, Box, Look], None]:
    """The figure, or that there is none; pressing it sets the clock."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        if fill := canvas.warm(canvas.theme.selection, look.warmth):
            canvas.box(box, fill)
        if figure:
            canvas.text(figure, box.inset(2, 0), t.CLOCK, align="center")
        else:
            canvas.text(say("no clock"), box, t.SMALL, canvas.theme.muted, align="center")

    return paint


def _tag(said: str, color: str, *, paused: bool) -> Callable[[Canvas, Box, Look], None]:
    """A framed word: dashed while paused."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        ink = getattr(canvas.theme, color)
        icon = "pause" if paused else ""
        tag(canvas, (box.right, box.y), said, ink, icon=icon, dashed=paused, right=True)

    return paint


def _title(name: str, where: str) -> Callable[[Canvas, Box, Look], None]:
    """A lock, the title, the turn and the warning."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.icon("unlock", box.x, box.y + 22, 20, canvas.theme.leak)
        room = box.w - 32
        canvas.text(name, Box(box.x + 32, box.y + 12, room, 22), t.TITLE)
        canvas.text(where, Box(box.x + 32, box.y + 36, room, 16), t.SMALL, canvas.theme.muted)

    return paint
