"""The deep check: a scenario is played by stand-ins before people meet it, and what came is read.

`examine` is the one door. Arms of games are played with different stand-ins (`arms`, `trial`); each
module of lints reads what was seen in them and says what an author should look at.
"""

from game.batch.deep.arms import FULL, QUICK, Size
from game.batch.deep.examining import Examination, examine
from game.batch.deep.findings import Finding
from game.batch.deep.printing import lines_of

__all__ = ["FULL", "QUICK", "Examination", "Finding", "Size", "examine", "lines_of"]
