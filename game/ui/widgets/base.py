"""What every widget is: a named thing in a box that can be drawn, found, focused and used.

Widgets are made anew from the view-model whenever something changes. What must outlive that
(where a list is scrolled to, where a caret stands) is kept by the stage under the widget's id.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.motion import Motion

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage

Ring = Literal["outside", "border", "inside", "none"]
Do = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Look:
    """How a widget stands at this moment."""

    focused: bool = False
    hovered: bool = False
    held: bool = False  # the mouse button went down on it and is not up yet
    clock: float = 0.0  # seconds, for the caret alone
    composing: str = ""  # letters that an input method has not finished
    pointer: tuple[float, float] = (-1.0, -1.0)
    memory: dict[str, Any] = field(default_factory=dict)
    motion: Motion = field(default_factory=Motion)
    warmth: float = 0.0  # 0 at rest to 1 under the pointer: how far its color has changed

    def meter(self, key: str, goal: float, *, place: int = 0) -> float:
        """Where a bar stands on its way to a new value; the `place`-th of a row moves later."""
        wait = place * t.STAGGER_SECONDS
        return self.motion.glide(key, goal, t.METER_SECONDS, wait=wait)


@dataclass(slots=True)
class Widget(ABC):
    """A thing on the screen. `id` is unique on its screen and stays when the screen is rebuilt."""

    id: str
    box: Box
    label: str = ""  # what it is called: for tests, tooltips and screen readers
    value: str = ""  # what it says now
    disabled: str = ""  # why it cannot be used, where it stands; empty: it can
    hint: str = ""  # a tooltip: it may name a move, never give it
    role: str = "group"
    focusable: bool = False
    ring: Ring = "outside"
    clip: bool = False  # whether children are cut at the box
    mirrors: bool = True  # on a page read from right to left; a map keeps its geography
    children: list[Widget] = field(default_factory=list)

    @abstractmethod
    def draw(self, canvas: Canvas, look: Look) -> None:
        """Paint it; children are painted afterwards by the stage."""

    def on(self, press: Press, stage: Stage) -> bool:
        """Take what a person did; True when it was for this widget."""
        del press, stage
        return False

    def reveal(self, child: Widget, stage: Stage) -> None:
        """Scroll so that a child can be seen; only scrollers do anything."""
        del child, stage

    def walk(self) -> Iterator[Widget]:
        """This widget and all inside it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def usable(self) -> bool:
        """Whether Tab stops here. A disabled control stays reachable: it says why it is."""
        return self.focusable

    @property
    def tells(self) -> bool:
        """Whether its tooltip opens under the focus too, for what is cut or only an icon."""
        return False

    def tree(self) -> dict[str, Any]:
        """Itself and its children as plain data."""
        return {
            "id": self.id,
            "role": self.role,
            "box": tuple(round(n, 1) for n in self.box),
            "label": self.label,
            "value": self.value,
            "disabled": self.disabled,
            "focusable": self.focusable,
            "children": [child.tree() for child in self.children],
        }


Painter = Callable[["Canvas", Box, Look], None]


@dataclass(slots=True)
class Paint(Widget):
    """A thing that is only looked at: a drawing with a name."""

    paint: Painter | None = None

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Call the painter."""
        if self.paint is not None:
            self.paint(canvas, self.box, look)


@dataclass(slots=True)
class Group(Widget):
    """A box that only holds others."""

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Nothing of its own."""
