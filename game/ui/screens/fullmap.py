"""The map over the whole window: the same atlas with room for every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import influence

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.widgets import Widget


class FullMap(Screen):
    """A layer with the map; M or Esc closes it."""

    first = "full/graph"
    dims = True

    def __init__(
        self, work: Work, atlas: Callable[[], Atlas], address: Callable[[str], None]
    ) -> None:
        """`address` makes a mark the target of the open order."""
        self.work, self.atlas, self.address = work, atlas, address

    def build(self, stage: Stage) -> list[Widget]:
        """One panel with a margin."""
        area = stage.area
        box = Box(16, 16, area.w - 32, area.h - 32)

        def choose(key: str) -> None:
            self.address(key)
            stage.close()

        acts = influence.Acts(self._focus, choose, self._table, stage.close)
        atlas, work = self.atlas(), self.work
        return [
            influence.panel(stage, box, atlas, work.focus, table=work.table, acts=acts, name="full")
        ]

    def _focus(self, key: str) -> None:
        """Put the focus somewhere."""
        self.work.focus = key

    def _table(self, kind: str) -> None:
        """Map or table."""
        self.work.table = kind == "table"

    def on(self, press: Press, stage: Stage) -> bool:
        """M closes what M opened."""
        if press.named("m"):
            stage.close()
            return True
        return False
