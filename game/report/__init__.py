"""The debrief: what a journal or a batch says, for people to draw their own conclusions from.

`review` makes an after-action review of a film of a game, `written` turns it into one file of HTML.
Any other page is made of `blocks` and drawings (`plots.drawn`) and turned into a file by `write`.
Nothing here passes a verdict: it counts, shows and asks.
"""

from game.report.model import (
    Came,
    Change,
    Confidence,
    OrderPart,
    Review,
    TurnPart,
    ViewPart,
    ViewRow,
)
from game.report.page import write
from game.report.paper import written
from game.report.review import NoSuchSeat, review
from game.report.weighing import FEW, confidence_of, with_outcome

__all__ = [
    "FEW",
    "Came",
    "Change",
    "Confidence",
    "NoSuchSeat",
    "OrderPart",
    "Review",
    "TurnPart",
    "ViewPart",
    "ViewRow",
    "confidence_of",
    "review",
    "with_outcome",
    "write",
    "written",
]
