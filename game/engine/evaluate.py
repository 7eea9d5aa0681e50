"""Evaluation: the value of a formula for every element of a frame."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.formula import Apply, Constant, Data, Formula, Leaf, Over, Shape, Store
from game.engine.frame import Frame
from game.engine.operators import OPERATORS, divide

Array = npt.NDArray[Any]

LOOP_LIMIT = 64  # larger sets are summed in one pass


def evaluate(frame: Frame, formula: Formula) -> Array:
    """Return the value of each element's formula: (E,), or (E, G) of a wide frame.

    Where the value is the same for all elements or games, that axis may have length 1.
    """
    return _value(frame, formula.shape, formula.data)


def walk(shape: Shape, load: Callable[[Any], Array]) -> Array:
    """Return the value of a shape; `load` returns that of each of its ends."""
    if isinstance(shape, Apply):
        return OPERATORS[shape.op](*[walk(arg, load) for arg in shape.args])
    return load(shape)


def _value(frame: Frame, shape: Shape, data: Data) -> Array:
    return walk(shape, lambda end: _end(frame, end, data))


def _end(frame: Frame, end: Leaf | Constant | Over, data: Data) -> Array:
    match end:
        case Constant(slot):
            return _stand(frame, frame.picked(data.numbers[slot]))
        case Leaf():
            return _leaf(frame, end, data)
        case Over():
            return _over(frame, end, data)


def _leaf(frame: Frame, leaf: Leaf, data: Data) -> Array:
    found = frame.address(leaf, data)
    if leaf.store is Store.FACT:
        return _stand(frame, frame.tables.facts.take(found))
    if leaf.store is Store.INDEX:
        return _stand(frame, found)
    if frame.column is not None:
        found = frame.column.take(found)
    if frame.wide:
        return frame.cells.T.take(found, axis=0)
    by_cell = frame.cells.T.reshape(-1, copy=False)
    return by_cell.take(found * len(frame.cells) + frame.game())


def _stand(frame: Frame, values: Array) -> Array:
    """Return one value an element, as a column where every game is asked."""
    return values[:, None] if frame.wide else values


def _over(frame: Frame, shape: Over, data: Data) -> Array:
    """Aggregate over sets; an empty set gives 0."""
    inside, _, counts = frame.members(shape.group, data, frame.size())
    values = _full(inside, _value(inside, shape.body, data))
    if shape.weight is None:
        return _fold(shape.op, values, counts)
    weights = _full(inside, _value(inside, shape.weight, data))
    weights = np.broadcast_to(weights, np.broadcast_shapes(values.shape, weights.shape))
    return divide(_fold("sum", values * weights, counts), _fold("sum", weights, counts))


def _full(frame: Frame, values: Array) -> Array:
    """Return values as numbers, one for each element."""
    shape = (frame.size(), *values.shape[1:])
    return np.broadcast_to(np.asarray(values, dtype=np.float64), shape)


def _fold(op: str, values: Array, counts: Array) -> Array:
    """Fold the elements by stretches of `counts`, member after member in fixed order."""
    first = np.cumsum(counts) - counts
    result = np.zeros((len(counts), *values.shape[1:]))
    combine = {"sum": np.add, "mean": np.add, "min": np.minimum, "max": np.maximum}[op]
    if len(counts) and int(counts.max()) > LOOP_LIMIT:
        some = np.flatnonzero(counts)
        result[some] = combine.reduceat(values, first[some], axis=0)
    else:
        for step in range(int(counts.max()) if len(counts) else 0):
            on = np.flatnonzero(counts > step)
            value = values[first[on] + step]
            result[on] = value if step == 0 else combine(result[on], value)
    if op != "mean":
        return result
    return divide(result, counts.astype(np.float64).reshape(-1, *(1,) * (values.ndim - 1)))
