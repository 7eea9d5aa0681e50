"""What a screen shows, worked out from what a seat may know: pure functions, no pygame.

An observation and the told events go in, small frozen records of words and figures come out.
Screens draw these records and nothing else, so what is not here cannot leak.
"""

from game.ui.view_models.lobby import Offer
from game.ui.view_models.notebook import Notebook

__all__ = ["Notebook", "Offer"]
