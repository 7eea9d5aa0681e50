"""The curtain: what a seat may know and do.

`Observation` is all that policies and screens ever see of a world; a field that `observe` does not
copy does not exist for them. They never import the engine or the scenario, so they cannot cheat,
even by accident.
"""

from game.engine.orders import Order
from game.views.answering import rows_of
from game.views.booklet import Booklet, Card, DeedCard, MeasureCard, ObjectiveCard, SeatCard
from game.views.draws import Draws, draws_for
from game.views.forecast import Doubts, Fate, Forecast, Imagination, Odds
from game.views.forecast_doubt import Known, doubted
from game.views.forecast_questions import Question
from game.views.forecast_rows import Row
from game.views.invited import Invitations
from game.views.menu import Menu
from game.views.observation import EndingCard, ObjectiveView, Observation, Reading
from game.views.offramps import Ease
from game.views.plan import Plan
from game.views.told import Heard, Told, heard_by, tell_seat
from game.views.viewpoint import Viewpoint, eyes_of, observe, viewpoint
from game.views.why import Eyes, Factor, Reason, Why, explain, in_lines, in_words

__all__ = [
    "Booklet",
    "Card",
    "DeedCard",
    "Doubts",
    "Draws",
    "Ease",
    "EndingCard",
    "Eyes",
    "Factor",
    "Fate",
    "Forecast",
    "Heard",
    "Imagination",
    "Invitations",
    "Known",
    "MeasureCard",
    "Menu",
    "ObjectiveCard",
    "ObjectiveView",
    "Observation",
    "Odds",
    "Order",
    "Plan",
    "Question",
    "Reading",
    "Reason",
    "Row",
    "SeatCard",
    "Told",
    "Viewpoint",
    "Why",
    "doubted",
    "draws_for",
    "explain",
    "eyes_of",
    "heard_by",
    "in_lines",
    "in_words",
    "observe",
    "rows_of",
    "tell_seat",
    "viewpoint",
]
