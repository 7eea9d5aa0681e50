"""The script: YAML files -> a frozen scenario, or every mistake in them with its place."""

from game.scenario.atable import read_effects
from game.scenario.changes import read_changes
from game.scenario.faults import Fault, ScenarioError, render
from game.scenario.knobs import read_choices
from game.scenario.load import check, find, load, load_within, located, shipped_names
from game.scenario.population import Nodes
from game.scenario.scenario import Scenario, say

__all__ = [
    "Fault",
    "Nodes",
    "Scenario",
    "ScenarioError",
    "check",
    "find",
    "load",
    "load_within",
    "located",
    "read_changes",
    "read_choices",
    "read_effects",
    "render",
    "say",
    "shipped_names",
]
