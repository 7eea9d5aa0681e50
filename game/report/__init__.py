"""The debrief: what a journal or a batch says, for people to draw their own conclusions from.

`review` makes an after-action review of a film of a game, `written` turns it into one file of HTML.
Any other page is made of `blocks` and drawings (`plots.drawn`) and turned into a file by `write`.
Nothing here passes a verdict: it counts, shows and asks.
"""

from game.report.model import Review
from game.report.page import write
from game.report.paper import written
from game.report.review import NoSuchSeat, review

__all__ = ["NoSuchSeat", "Review", "review", "write", "written"]
