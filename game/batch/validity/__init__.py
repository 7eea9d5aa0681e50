"""The validity checks: whether the rules move the way that evidence says, as paired experiments.

`examine` runs them; `report` says what came out. docs/validity.md describes each. Nothing here is
tuned for a check: a check that fails says so.
"""

from game.batch.validity.suite import CHECKS, PAIRS, examine, report
from game.batch.validity.verdict import Clause, Verdict, lines_of

__all__ = ["CHECKS", "PAIRS", "Clause", "Verdict", "examine", "lines_of", "report"]
