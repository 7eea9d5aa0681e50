"""One game behind PettingZoo's interface, for the libraries of the field.

It adds nothing to `BlockEnv` but names and spaces: what an agent knows is decided there.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
from gymnasium import spaces
from pettingzoo import ParallelEnv

from game.batch.learning.block import BlockEnv, Step
from game.engine.endings import ending_names

Array = npt.NDArray[Any]
Seen = dict[str, Array]

FIRST_SEED = 0  # of an environment that was never given one


class CrisisEnv(ParallelEnv[str, Seen, int]):  # type: ignore[misc]  # it ships no types
    """A crisis as a ParallelEnv. Agents are called SEAT_0.

    An observation is a dict: "observation" (n,) float32 within -1..1, "action_mask" (C + 1,) int8.
    A reward is the change of the seat's score since the last turn, in hundredths. Without a seed
    `reset` begins the next game of the same batch, so a run of games is told by its first seed.
    """

    metadata: ClassVar[dict[str, Any]] = {
        "name": "backchannel_v1",
        "render_modes": ["human", "ansi"],
        "is_parallelizable": True,
    }

    def __init__(
        self, block: BlockEnv, max_cycles: int | None = None, render_mode: str | None = None
    ) -> None:
        """Play one game of this block at a time."""
        self.block = block
        self.max_cycles = max_cycles
        self.render_mode = render_mode
        self.seats = {f"{seat}_0": seat for seat in block.agents}
        self.possible_agents = list(self.seats)
        self.agents: list[str] = []
        self.state_space = spaces.Box(-1.0, 1.0, (block.state_size,), np.float32)
        self._actions = {name: spaces.Discrete(block.actions(s)) for name, s in self.seats.items()}
        self._observations = {name: self._space(seat) for name, seat in self.seats.items()}
        self._seed, self._game, self._cycles = FIRST_SEED, 0, 0

    def _space(self, seat: str) -> spaces.Dict:
        size = self.block.encoders[seat].size
        mask = (self.block.actions(seat),)
        return spaces.Dict(
            {
                "observation": spaces.Box(-1.0, 1.0, (size,), np.float32),
                "action_mask": spaces.Box(0, 1, mask, np.int8),
            }
        )

    def observation_space(self, agent: str) -> spaces.Dict:
        """Return what this agent's observations look like, always the same object."""
        return self._observations[agent]

    def action_space(self, agent: str) -> spaces.Discrete:
        """Return this agent's actions, always the same object; 0 passes."""
        return self._actions[agent]

    def reset(
        self, seed: int | None = None, options: Mapping[str, Any] | None = None
    ) -> tuple[dict[str, Seen], dict[str, dict[str, Any]]]:
        """Begin a game; return observations and empty infos by agent. There are no `options`."""
        self._game = self._game + 1 if seed is None else 0
        self._seed = self._seed if seed is None else seed
        seeds = self.block.seeds_of(self._seed, self._game + 1)[-1:]
        self.block.reset(seeds)
        self.agents = list(self.possible_agents)
        self._cycles = 0
        return self._sights(), {name: {} for name in self.agents}

    def step(
        self, actions: Mapping[str, int]
    ) -> tuple[
        dict[str, Seen],
        dict[str, float],
        dict[str, bool],
        dict[str, bool],
        dict[str, dict[str, Any]],
    ]:
        """Take an action of each agent; return what PettingZoo's agents expect, each by agent.

        An action that is not allowed counts as a pass, and the agent's info says `illegal`.
        """
        if not self.agents:
            return {}, {}, {}, {}, {}
        chosen = {self.seats[name]: np.array([action]) for name, action in actions.items()}
        done = self.block.step(chosen)
        self._cycles += 1
        over = bool(done.ended[0])
        cut = self.max_cycles is not None and self._cycles >= self.max_cycles and not over
        told = self.agents
        results = (
            self._sights(),
            {name: float(done.rewards[self.seats[name]][0]) for name in told},
            dict.fromkeys(told, over),
            dict.fromkeys(told, cut),
            {name: self._info(done, name) for name in told},
        )
        if over or cut:
            self.agents = []
        return results

    def state(self) -> Array:
        """Return (state_size,) float32: everything true, for critics that may know it."""
        return np.asarray(self.block.state()[0])

    def render(self) -> str | None:
        """Return (`ansi`) or print (`human`) one line: turn, slot, ending and scores."""
        line = self._line()
        if self.render_mode == "ansi":
            return line
        if self.render_mode == "human":
            print(line)  # noqa: T201 - that is what rendering for people means here
        return None

    def close(self) -> None:
        """Nothing is held open."""

    def _sights(self) -> dict[str, Seen]:
        sights = self.block.sights()
        return {
            name: {"observation": sights[seat].numbers[0], "action_mask": sights[seat].mask[0]}
            for name, seat in self.seats.items()
        }

    def _info(self, done: Step, name: str) -> dict[str, Any]:
        return {"illegal": True} if done.illegal[self.seats[name]][0] else {}

    def _line(self) -> str:
        world, rulebook = self.block.world, self.block.rulebook
        turn = min(int(world.turn[0]) + 1, rulebook.turns)
        where = f"turn {turn} of {rulebook.turns}, order {self.block.slot + 1}"
        if self.block.ended[0]:
            where = f"ended: {ending_names(rulebook)[int(world.ended[0])]}"
        scores = rulebook.layout.view(world.cells, "score")[0]
        seats = rulebook.keys["seat"]
        told = ", ".join(f"{seat} {scores[seats.index(seat)]:.0f}" for seat in self.block.agents)
        return f"{where}; {told}"
