"""The rulebook: moves written in YAML become deeds, and the models of opinion, claims and trust.

A new move is a block in scenarios/rulebook/moves; a new model is a function of the spread phase.
`compile_rulebook` is the one door: a checked Scenario in, the engine's Rulebook out.
"""

from game.rules.byhand import ACTS, Handled, Impossible, cells_of, intervene, planned, with_written
from game.rules.compile import VERSION, compile_rulebook

__all__ = [
    "ACTS",
    "VERSION",
    "Handled",
    "Impossible",
    "cells_of",
    "compile_rulebook",
    "intervene",
    "planned",
    "with_written",
]
