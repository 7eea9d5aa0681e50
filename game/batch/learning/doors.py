"""The two names by which PettingZoo's users and its test suite ask for an environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.batch.errors import BatchError
from game.batch.learning.block import NO_POLICIES, block_env

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from game.batch.learning.environment import CrisisEnv
    from game.scenario import Scenario


def parallel_env(
    scenario: str | Path | Scenario = "blackout",
    max_cycles: int | None = None,
    *,
    seats: Sequence[str] | None = None,
    policies: Mapping[str, str] = NO_POLICIES,
    render_mode: str | None = None,
) -> CrisisEnv:
    """Return one game as a PettingZoo ParallelEnv, its agents named after their seats.

    `seats` are those of agents (all, if not named), `policies` the stand-ins of others; a game is
    truncated after `max_cycles` steps. Needs the extra `rl`.

    Raises:
        BatchError: pettingzoo is missing, a name is unknown, or there is no agent.
        ScenarioError: the scenario has mistakes.
    """
    try:
        from game.batch.learning.environment import CrisisEnv
    except ImportError as error:
        raise BatchError(
            f"PettingZoo is missing ({error}): run `pip install 'backchannel[rl]'`."
        ) from error
    block = block_env(scenario, seats, policies)
    if not block.agents:
        raise BatchError("An environment needs an agent on at least one seat: name one.")
    return CrisisEnv(block, max_cycles, render_mode)


def env(
    scenario: str | Path | Scenario = "blackout", max_cycles: int | None = None, **options: Any
) -> Any:
    """Return the same game as a PettingZoo AECEnv, in which agents step one after another.

    All of a step's actions still count together, as at the table. Takes and raises what
    `parallel_env` does.
    """
    game = parallel_env(scenario, max_cycles, **options)
    from pettingzoo.utils import wrappers
    from pettingzoo.utils.conversions import parallel_to_aec

    return wrappers.OrderEnforcingWrapper(parallel_to_aec(game))
