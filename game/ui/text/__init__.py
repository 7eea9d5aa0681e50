"""Text on the screen: fonts with a fallback, lines that wrap, and text of mixed direction.

The one type to know is `Typesetter`: it turns a string, a `theme.Type` and a width into
`Line`s that know their own width and can be painted.
"""

from game.ui.text.fonts import FontBook
from game.ui.text.layout import Line, Typesetter

__all__ = ["FontBook", "Line", "Typesetter"]
