"""The way an objective is going: on course, behind, at risk. Pure.

What holds now is on course unless the worlds imagined without an order say otherwise. What does not
is measured by its distance: behind, and at risk once more of the time is gone than of the way.
The limits are guesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.views import ObjectiveView, Observation

KEPT = 0.75  # share of the worlds in which what holds now has to hold after the turn
WON = 0.5  # share in which what does not hold yet comes to hold by itself
LAG = 0.2  # of the whole way: so much less than of the time is a risk
LATE = 2  # turns left at which what has no distance is a risk


def course(
    now: Observation,
    view: ObjectiveView,
    state: str,
    first: Observation,
    share: float | None,
) -> str:
    """How an objective goes that stands as `state`.

    `first` is the earliest observation there is, `share` in how many of the worlds imagined
    without an order it stands met after this turn.
    """
    if state == "met":
        if view.card.holds == "once":
            return "met"
        return "at risk" if share is not None and share < KEPT else "on course"
    if state != "open":
        return state
    if share is not None and share >= WON:
        return "on course"
    return "at risk" if _late(now, view, first) else "behind"


def _late(now: Observation, view: ObjectiveView, first: Observation) -> bool:
    """Whether more of the time is gone than of the way, or hardly any time is left."""
    deadline = view.card.by or now.booklet.turns
    gone = (now.turn - 1) / max(1, deadline)
    begun = next((v.now for v in first.objectives() if v.card.key == view.card.key), None)
    if view.now is None or view.needed is None or begun is None:
        return deadline - now.turn + 1 <= LATE
    whole = view.needed - begun
    way = (view.now - begun) / whole if whole else 0.0
    return way < gone - LAG or (way < 1 and deadline - now.turn + 1 < LATE)
