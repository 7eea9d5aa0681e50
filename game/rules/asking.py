"""Asking: conditions and numbers of a scenario, put to worlds from outside of play.

Whoever asks (a numbered case, a debrief) uses the language of endings and objectives, but play
knows nothing of it: what is asked is compiled beside the rulebook, on the same board.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.evaluate import evaluate
from game.engine.formula import Formula, Tables
from game.engine.frame import Frame
from game.engine.layout import whole
from game.engine.rulebook import Rulebook
from game.rules.board import number
from game.rules.population import over_nodes
from game.rules.starts import starts_of
from game.rules.writing import Press, Writer
from game.scenario import Scenario
from game.scenario.words import Apply, Constant, Meaning

Array = npt.NDArray[Any]

NEAR = 5e-7  # numbers that differ by less count as equal: state hashes round to six decimals
EXACT = {"==", "!=", "<", "<=", ">", ">="}


@dataclass(frozen=True, eq=False)
class Asked:
    """Questions ready to be put to worlds of one scenario."""

    tables: Tables
    formulas: tuple[Formula, ...]

    def answer(self, question: int, cells: Array) -> Array:
        """Return (G,) the answer of one question for a block of cells (G, N + 1)."""
        nobody = np.zeros(1, dtype=np.int64)
        frame = Frame(cells, self.tables, (nobody,) * 4)
        value = evaluate(frame, self.formulas[question])
        return np.asarray(np.broadcast_to(value, (1, len(cells)))[0], dtype=np.float64)


def ask(scenario: Scenario, rulebook: Rulebook, meanings: Sequence[Meaning]) -> Asked:
    """Return the questions whose meanings these are, none of them with a set left free."""
    board = number(scenario)
    press = Press(board)
    formulas = []
    for meaning in meanings:
        writer = Writer(press)
        shape = writer.shape(over_nodes(tolerant(meaning), None, board))
        formulas.append(Formula(shape, writer.data()))
    return Asked(press.tables(), tuple(formulas))


def tolerant(meaning: Meaning) -> Meaning:
    """Return a condition in which numbers that are NEAR each other are equal."""
    if not isinstance(meaning, Apply):
        return meaning
    if meaning.op not in EXACT:
        return Apply(meaning.op, tuple(tolerant(arg) for arg in meaning.args))
    gap = Apply("-", meaning.args)
    match meaning.op:
        case "==":
            return Apply("<", (Apply("abs", (gap,)), Constant(NEAR)))
        case "!=":
            return Apply(">=", (Apply("abs", (gap,)), Constant(NEAR)))
        case "<" | ">=":
            return Apply(meaning.op, (gap, Constant(-NEAR)))
    return Apply(meaning.op, (gap, Constant(NEAR)))


def restart(rulebook: Rulebook, scenario: Scenario) -> Rulebook:
    """Return the rulebook with the starting values that a scenario says, of which it was made.

    Only `starts` may differ from the scenario that the rulebook was compiled from.
    """
    layout = rulebook.layout
    start = np.zeros(layout.size + 1)
    found = starts_of(scenario, rulebook.keys, layout.counts, scenario.nodes())
    for name, values in found.items():
        stretch = layout.stretches[name]
        start[stretch.first : stretch.first + stretch.size] = np.asarray(values).ravel()
    start = np.clip(whole(start, layout.grain), layout.low, layout.high)
    return replace(rulebook, layout=replace(layout, start=start))
