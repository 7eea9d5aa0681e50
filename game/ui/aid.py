"""What helps on every page: `?` its keys, F1 the words, F2 the guide, F10 settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.screens.guide import Guide
from game.ui.screens.help import Help
from game.ui.view_models.help import word_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.stage import Stage


class Aid:
    """Answers the keys of help on one stage; each key is open unless it is open already."""

    def __init__(
        self,
        stage: Stage,
        *,
        settings: Callable[[], None] | None = None,
        guide: Callable[[], None] | None = None,
    ) -> None:
        """`settings` opens them, `guide` calls or leaves the guide; without them nothing does."""
        self.stage = stage
        self.settings, self.guide = settings, guide

    def __call__(self, key: str) -> bool:
        """Open what a key asks for; False if it asks for nothing here."""
        page = self.stage.top.screen
        if key in ("?", "f1") and isinstance(page, Help):
            return False
        if key == "?":
            self.stage.open(Help(type(page).__name__))
        elif key == "f1":
            self.stage.open(Help(type(page).__name__, word=word_at(self.stage.focus)))
        elif key == "f10" and self.settings is not None:
            self.settings()
        elif key == "f2" and self.guide is not None:
            self.guide()
        elif key == "f3" and isinstance(self.stage.beside, Guide):
            self.stage.beside.forward()
        else:
            return False
        return True
