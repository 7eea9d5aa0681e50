"""The debrief: what a journal or a batch says, for people to draw their own conclusions from.

`review` makes an after-action review of a film of a game, `written` turns it into one file of HTML;
`batch_review` and `batch_written` do the same for the folder of a batch. Any other page is made of
`blocks` and drawings (`plots.drawn`) and turned into a file by `write`.
Nothing here passes a verdict: it counts, shows and asks.
"""

from game.report.batch_model import BatchReview
from game.report.batch_page import batch_written
from game.report.batch_review import batch_review
from game.report.batch_tables import NoBatch, open_folder
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
    "BatchReview",
    "Came",
    "Change",
    "Confidence",
    "NoBatch",
    "NoSuchSeat",
    "OrderPart",
    "Review",
    "TurnPart",
    "ViewPart",
    "ViewRow",
    "batch_review",
    "batch_written",
    "confidence_of",
    "open_folder",
    "review",
    "with_outcome",
    "write",
    "written",
]
