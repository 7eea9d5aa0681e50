"""The header of the debrief: title, the four steps, and the doors that lead out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.debrief_panels import bookmark
from game.ui.view_models import debrief as model
from game.ui.widgets import Button, Choice, Choices, Group, Paint, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.report import Came, OrderPart, Review
    from game.ui.stage import Stage


@dataclass(frozen=True, slots=True)
class Doors:
    """What the debrief asks of the house: keep a decision, make the page, the other colors, leave.

    `decide` says why a decision could not be kept, if so; `write` says where the page is. None
    where there is no journal for it.
    """

    leave: Callable[[], None]
    theme: Callable[[], None]
    decide: Callable[[OrderPart, Came], str | None] | None = None
    write: Callable[[Review], str] | None = None


@dataclass(frozen=True, slots=True)
class Headed:
    """What the header shows, and what it can do."""

    title: str
    step: str
    choose: Callable[[str], None]
    doors: Doors
    write: Callable[[Stage], None]


def strip(head: Headed, stage: Stage, box: Box, *, small: bool) -> Widget:
    """Title, steps, buttons; a small one has no title, and its buttons are icons."""
    setter = stage.setter()
    y = box.y + (box.h - t.CONTROL) / 2
    found: list[Widget] = []
    x = box.right - 16
    for key, icon, label, do in _acts(head, stage):
        wide = 32.0 if small else setter.width(label, t.BODY) + 28
        x -= wide
        button = Button(f"debrief/{key}", Box(x, y, wide, t.CONTROL), label)
        button.press, button.icon = do, icon if small else ""
        found.append(button)
        x -= 8
    steps = model.steps()
    wide = sum(setter.width(label, t.SMALL) + 24 for _, label in steps)
    place = Box(16.0 if small else x - wide - 4, y, wide, t.CONTROL)
    choices = Choices("debrief/step", place, say("Step"), chips=False)
    choices.items = [Choice(key, label) for key, label in steps]
    choices.chosen, choices.choose = head.step, head.choose
    words: list[Widget] = [] if small else _words(head, box, place.x - 64)
    return Group("debrief", box, children=[*words, choices, *reversed(found)])


def _words(head: Headed, box: Box, wide: float) -> list[Widget]:
    """Sign, title, and what a debrief asks."""
    mark = Paint("debrief/mark", Box(16, box.y + 20, 24, 24), "", paint=bookmark)
    title = Text("debrief/title", Box(48, box.y + 10, wide, 22), value=head.title)
    title.kind = t.TITLE
    about = say("What was planned · what happened · why · what to keep or change")
    under = Text("debrief/about", Box(48, box.y + 34, wide, 16), value=about)
    under.kind, under.color = t.SMALL, "muted"
    return [mark, title, under]


def _acts(head: Headed, stage: Stage) -> list[tuple[str, str, str, Callable[[], None]]]:
    """The buttons, from the right: key, icon, label, what is done."""
    doors = head.doors
    acts: list[tuple[str, str, str, Callable[[], None]]] = [
        ("leave", "x", say("Leave"), doors.leave),
        ("projector", "cast", say("Projector view"), doors.theme),
    ]
    if doors.write is not None:
        acts.insert(1, ("write", "book", say("Make the review"), lambda: head.write(stage)))
    return acts
