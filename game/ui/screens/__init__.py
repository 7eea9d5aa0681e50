"""The pages of the window. A page reads view-models and speaks to the table through `Work`."""

from game.ui.screens.briefing import Briefing
from game.ui.screens.desk import Desk
from game.ui.screens.ending import Ending
from game.ui.screens.lobby import Lobby
from game.ui.screens.work import Work

__all__ = ["Briefing", "Desk", "Ending", "Lobby", "Work"]
