"""Environments for learning agents: any scenario, any of its seats, one game or a whole block.

`block_env` steps thousands of games at once with numpy alone; `parallel_env` and `env` are one game
of it behind PettingZoo's interfaces. Agents get what a seat gets: an observation and a menu.
"""

from game.batch.learning.block import BlockEnv, Sight, Step, block_env
from game.batch.learning.doors import env, parallel_env

__all__ = ["BlockEnv", "Sight", "Step", "block_env", "env", "parallel_env"]
