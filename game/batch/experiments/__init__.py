"""Experiments: a scenario played many times with something changed on purpose.

A design file says what varies; `run_design` plays all of its points with the same seeds, `analyze`
says what each change did. `compare` sets two versions of a scenario against one another, game by
game.
"""

from game.batch.experiments.analysis import Effect, analyze, effect_lines
from game.batch.experiments.comparison import Comparison, compare, comparison_lines
from game.batch.experiments.design import Design, read_design
from game.batch.experiments.running import run_design
from game.batch.experiments.sensitivity import Index, index_lines, sensitivity

__all__ = [
    "Comparison",
    "Design",
    "Effect",
    "Index",
    "analyze",
    "compare",
    "comparison_lines",
    "effect_lines",
    "index_lines",
    "read_design",
    "run_design",
    "sensitivity",
]
