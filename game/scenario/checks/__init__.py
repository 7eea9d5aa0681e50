"""What can only be seen of a scenario as a whole: small functions, each yielding faults."""

from game.scenario.checks.everything import all_faults

__all__ = ["all_faults"]
