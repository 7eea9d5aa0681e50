"""Judging: whether the conditions of each row hold, needs and hidden ones alike."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.bundle import Elements, gather
from game.engine.rows import Rows, pairs
from game.engine.rulebook import Required, Rulebook

Array = npt.NDArray[Any]

NONE_FAILS = np.iinfo(np.int64).max


def judge(cells: Array, rulebook: Rulebook, rows: Rows, required: Required) -> tuple[Array, Array]:
    """Return (R,) whether all conditions of each row hold, and the rank of the first that fails.

    The rank is NONE_FAILS where they do.
    """
    failing = np.full(len(rows), NONE_FAILS)
    row, condition = pairs(rows, required.owner)
    if len(row):
        nobody = np.zeros_like(row)
        elements = Elements(cells, rulebook.tables, rows, row, nobody, nobody)
        truth = gather(required.reads, elements, condition).work_out(required.truth)
        bad = np.flatnonzero(truth == 0)
        np.minimum.at(failing, row[bad], required.rank[condition[bad]])
    return failing == NONE_FAILS, failing
