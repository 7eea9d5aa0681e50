"""Joint orders: what takes two is done only where each has ordered it of the other.

A partner counts if its own order can go ahead: one whose hidden condition fails, or who waits for a
third, has not done its part. So rows leave until all that are left have each other.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.frame import spans
from game.engine.rows import Rows
from game.engine.rulebook import Partnership, Rulebook

Array = npt.NDArray[Any]


def going(rulebook: Rulebook, rows: Rows, able: Array) -> Array:
    """Return (R,) whether each row goes ahead: it is `able`, and so are all whom it needs."""
    joint = [one for one in rulebook.partnerships if rows.count[one.deed]]
    left = able
    while joint:
        before, left = left, left.copy()
        for one in joint:
            span = slice(rows.first[one.deed], rows.first[one.deed] + rows.count[one.deed])
            left[span] &= _answered(rows, one, span, before)
        if (left == before).all():
            break
    return left


def _answered(rows: Rows, needed: Partnership, span: slice, able: Array) -> Array:
    """Return whether each row of a span has the answer it needs, from one that is able."""
    columns = rows.operands
    answers = spans(rows.first.take(needed.answers), rows.count.take(needed.answers))
    answers = answers[able[answers]]
    given = [rows.game[answers], rows.me[answers], rows.target[answers]]
    wanted = [rows.game[span], columns[needed.who][span], columns[needed.on][span]]
    if needed.about is not None:
        given.append(rows.about[answers])
        wanted.append(columns[needed.about][span])
    return listed(wanted, given)


def listed(columns: list[Array], others: list[Array]) -> Array:
    """Return (R,) bool: which rows of some columns stand among the rows of others.

    Both are whole numbers from -1 on; a row becomes one number, to be compared as such.
    """
    wanted, given = columns[0], others[0]
    for column, other in zip(columns[1:], others[1:], strict=True):
        base = 2 + max(int(column.max(initial=0)), int(other.max(initial=0)))
        wanted, given = wanted * base + column, given * base + other
    return np.isin(wanted, given)
