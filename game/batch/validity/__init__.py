"""The validity checks: whether the rules move the way that evidence says, as paired experiments.

`examine` runs them; `report` says what came out. docs/validity.md describes each, says which
numbers were chosen with a check in view, and what the checks do not show. A check that fails says
so.
"""

from game.batch.validity.page import write_page
from game.batch.validity.suite import CHECKS, PAIRS, examine, report
from game.batch.validity.verdict import Clause, Verdict, lines_of

__all__ = ["CHECKS", "PAIRS", "Clause", "Verdict", "examine", "lines_of", "report", "write_page"]
