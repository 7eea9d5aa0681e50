"""Notices over a page: a toast that goes by itself, a banner that stays until it is read.

A notice never takes the focus from what somebody is writing: it is one more stop of Tab, after the
page. Each has an icon, a sentence and at most one thing to do; a new page takes all away, so that
nothing said to one seat stands before another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets.base import Look, Widget
from game.ui.widgets.button import Button

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.stage import Stage

TOAST, BANNER = 40.0, 48.0
WIDEST = 640.0
STAYS_SECONDS = 6.0  # a guess: long enough to read twelve words twice
MOST = 3  # at once; older ones give way


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should hear of without being asked."""

    text: str
    icon: str = "check"
    kind: Literal["toast", "banner", "alert"] = "toast"  # an alert stays, with an alert's edge
    action: str = ""  # the one thing to do about it
    do: Callable[[], None] | None = None
    since: float = 0.0

    def over(self, now: float) -> bool:
        """Whether it has stood long enough; only toasts go by themselves."""
        return self.kind == "toast" and now - self.since >= STAYS_SECONDS


@dataclass(slots=True)
class Slip(Widget):
    """A notice as it is seen."""

    role: str = "alert"
    notice: Notice | None = None

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Ground, icon, sentence."""
        if self.notice is None:
            return
        theme = canvas.theme
        edge = theme.alert if self.notice.kind == "alert" else theme.border
        canvas.box(self.box, theme.tip, edge, radius=t.PANEL_RADIUS)
        color = theme.alert if self.notice.kind == "alert" else theme.accent
        canvas.icon(self.notice.icon, self.box.x + 12, self.box.center[1] - 8, 16, color)
        end = min((child.box.x for child in self.children), default=self.box.right)
        room = Box(self.box.x + 38, self.box.y, end - self.box.x - 46, self.box.h)
        canvas.text(self.notice.text, room, t.BODY)


def slips(stage: Stage) -> list[Widget]:
    """The widgets of all notices: banners under the header, toasts at the foot."""
    found: list[Widget] = []
    foot, head = stage.area.bottom - 16, t.HEADER + 8.0
    for number, notice in enumerate(stage.notices):
        tall = TOAST if notice.kind == "toast" else BANNER
        if notice.kind == "toast":
            foot -= tall
            found.append(_slip(stage, notice, number, foot, tall))
            foot -= 8
        else:
            found.append(_slip(stage, notice, number, head, tall))
            head += tall + 8
    return found


def _slip(stage: Stage, notice: Notice, number: int, y: float, tall: float) -> Widget:
    """One notice, in the middle, with its buttons at the end."""
    setter, area = stage.setter(), stage.area
    act = setter.width(notice.action, t.SMALL) + 24 if notice.action else 0.0
    wide = min(setter.width(notice.text, t.BODY) + 104 + act, WIDEST, area.w - 32)
    box = Box((area.w - wide) / 2, y, wide, tall)
    middle = y + (tall - 28) / 2

    def close() -> None:
        stage.dismiss(notice)

    def do() -> None:
        stage.dismiss(notice)
        if notice.do is not None:
            notice.do()

    gone = Button(f"notice/{number}/close", Box(box.right - 38, middle, 28, 28), say("Close"))
    gone.press, gone.icon, gone.quiet = close, "x", True
    buttons: list[Widget] = [gone]
    if notice.action:
        place = Box(box.right - 46 - act, middle, act, 28)
        buttons.insert(0, Button(f"notice/{number}/act", place, notice.action, press=do))
    return Slip(f"notice/{number}", box, notice.text, notice=notice, children=buttons)
