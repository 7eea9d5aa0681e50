"""The laboratory: thousands of games played by stand-ins, as tables and a summary.

`run` is the one door: a Scenario in, Parquet tables in a folder and a `Summary` out. Game 1,234 of
a batch is the same game whatever the number of games, blocks and workers, and `play --seed` with
its seed plays it again.
"""

from game.batch.errors import BatchError
from game.batch.laboratory import run
from game.batch.learning import block_env, env, parallel_env
from game.batch.seating import parse_policies
from game.batch.summary import Share, Spread, Summary
from game.batch.wording import show, text_of

__all__ = [
    "BatchError",
    "Share",
    "Spread",
    "Summary",
    "block_env",
    "env",
    "parallel_env",
    "parse_policies",
    "run",
    "show",
    "text_of",
]
