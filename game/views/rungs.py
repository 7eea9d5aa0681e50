"""The ladder of a crisis: ten rungs of ten points of tension each, the same wherever they are read.

That a hundred points are cut into ten is a guess that reads well.
"""

RUNGS = 10
POINTS = 10.0  # of tension in a rung


def rung(tension: float) -> int:
    """Return the rung 1..10 of a tension from 0 to 100."""
    return min(RUNGS, 1 + int(max(0.0, tension) // POINTS))
