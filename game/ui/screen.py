"""What a page of the window is: it builds widgets and hears shortcuts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.widgets.base import Widget


class Screen(ABC):
    """A page of the window, or a layer over it."""

    title: str = ""
    first: str = ""  # the widget that has the focus at the start
    dims: bool = False  # a layer that darkens what is under it
    covers: bool = False  # a layer that hides all that is under it, which is then not painted
    fleeting: bool = False  # a layer that closes at a click beside it
    passing: bool = False  # a layer that gives way to any key, which is then for what is under it

    @abstractmethod
    def build(self, stage: Stage) -> list[Widget]:
        """The widgets now, for the stage's area."""

    def on(self, press: Press, stage: Stage) -> bool:
        """A shortcut of the page; True when it was one."""
        del press, stage
        return False

    def tick(self, stage: Stage, now: float) -> None:
        """Called each frame with the seconds since the start: clocks, answers that arrived."""
        del stage, now
