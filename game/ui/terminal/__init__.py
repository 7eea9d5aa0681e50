"""Play in text, complete, for people who cannot use a picture, and for pipes.

The same `Place` and the same observation as the window has, told line by line: no color, no
boxes, nothing that moves. It never loads pygame.
"""

from game.ui.terminal.conversation import play
from game.ui.terminal.sharing import share
from game.ui.terminal.turns import play_in_turns

__all__ = ["play", "play_in_turns", "share"]
