"""The window: screens, widgets, text and theme, drawn with pygame-ce.

A screen reads only what `game.views` tells a seat and holds a `Place` with its three verbs;
it works out no rule of the game. Opening this door loads no pygame: that happens when a
window, or a picture of one, is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.ui.window import open_window, screenshots

__all__ = ["open_window", "screenshots"]


def __getattr__(name: str) -> Any:
    """The windows and the pictures, loaded at first use: they bring pygame with them."""
    if name not in __all__:
        raise AttributeError(f"module 'game.ui' has no attribute '{name}'")
    from game.ui import window

    return getattr(window, name)
