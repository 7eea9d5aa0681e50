"""A block of games that learning agents step together: one slot of everybody's sheet at a time.

A turn has as many steps as a sheet has slots; in each step every agent chooses one order of its
menu or passes, and after the last the turn is played. Seats that no agent holds are stand-ins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from game import policies as stand_ins
from game.batch.errors import BatchError
from game.batch.learning.encoding import Encoder, Scale
from game.batch.seating import seated
from game.engine import RUNNING, Events, Orders, Rulebook, close_turn, open_turn, run_seeds, start
from game.engine.orders import join
from game.rules import compile_rulebook
from game.scenario import Scenario, find, load
from game.views import Observation, Viewpoint, draws_for, observe, rows_of, viewpoint

Array = npt.NDArray[Any]

PASS = 0  # the action of every agent that orders nothing
NO_POLICIES: Mapping[str, str] = {}
KEPT = 2  # scenarios whose compiled rulebook is kept for the next environment
_READY: dict[tuple[str, str, str], tuple[Rulebook, dict[str, Viewpoint]]] = {}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one agent reads of G games.

    numbers: (G, n) float32 within -1..1 (see `Encoder`); mask: (G, C + 1) int8, 1 where an action
    is allowed: 0 passes, k orders candidate k - 1 of the seat's menu.
    """

    numbers: Array
    mask: Array


@dataclass(frozen=True, slots=True)
class Step:
    """What a step came to.

    rewards: by agent (G,) float64, how its seat's score changed in this step, in hundredths;
    ended: (G,) bool; illegal: by agent (G,) bool, where an action was not allowed and counted as a
    pass.
    """

    rewards: dict[str, Array]
    ended: Array
    illegal: dict[str, Array]


def block_env(
    scenario: str | Path | Scenario = "blackout",
    seats: Sequence[str] | None = None,
    policies: Mapping[str, str] = NO_POLICIES,
) -> "BlockEnv":
    """Return an environment of blocks of games; `seats` are those of agents, all if not named.

    `policies` names stand-ins of other seats; without one a seat keeps the scenario's own. With
    `seats=[]` stand-ins play everything, to compare with.

    Raises:
        BatchError: no such seat or stand-in.
        ScenarioError: the scenario has mistakes.
    """
    script = scenario if isinstance(scenario, Scenario) else load(find(str(scenario)))
    every = script.keys["seat"]
    for seat in seats or ():
        if seat not in every:
            raise BatchError(f"{script.name} has no seat '{seat}': name one of {', '.join(every)}.")
    chosen = every if seats is None else tuple(seat for seat in every if seat in seats)
    return BlockEnv(script, chosen, seated(script, policies))


def _compiled(scenario: Scenario) -> tuple[Rulebook, dict[str, Viewpoint]]:
    """Return a scenario's rulebook and viewpoints: made once for many environments of it."""
    name = (scenario.digest, scenario.rulebook_digest, scenario.language)
    if name not in _READY:
        rulebook = compile_rulebook(scenario)
        seats = rulebook.keys["seat"]
        while len(_READY) >= KEPT:
            del _READY[next(iter(_READY))]
        _READY[name] = rulebook, {seat: viewpoint(scenario, rulebook, seat) for seat in seats}
    return _READY[name]


class BlockEnv:
    """G games side by side. `agents` are seats; each has its own menu of C candidates.

    `reset` begins, `sights` is what agents read, `step` takes a choice of each. An ended game no
    longer changes: its agents may only pass, and get nothing for it.
    """

    def __init__(
        self, scenario: Scenario, agents: Sequence[str], holders: Mapping[str, str]
    ) -> None:
        """Make ready to play; `holders` names a stand-in for every seat that is no agent's."""
        self.scenario = scenario
        self.rulebook, self._views = _compiled(scenario)
        self.agents = tuple(agents)
        self.slots = scenario.content.orders_per_turn
        seats = self.rulebook.keys["seat"]
        self._stand_ins = {s: stand_ins.make(holders[s]) for s in seats if s not in self.agents}
        self.encoders = {seat: Encoder(self._views[seat]) for seat in self.agents}
        self._truth = Scale(self.rulebook, np.arange(self.rulebook.layout.size))
        self.reset(np.zeros(1, dtype=np.uint64))

    @property
    def games(self) -> int:
        """G, the number of games."""
        return self.world.games

    @property
    def ended(self) -> Array:
        """(G,) bool: which games are over."""
        return np.asarray(self.world.ended != RUNNING)

    @property
    def state_size(self) -> int:
        """How many numbers `state` has."""
        return self.rulebook.layout.size + 1

    def actions(self, agent: str) -> int:
        """Return C + 1, how many actions an agent has in all."""
        return len(self._views[agent].plan.deed) + 1

    def order(self, agent: str, action: int) -> str:
        """Return an action in words, such as `post_statement.empathetic -> urban_youth`."""
        if action == PASS:
            return "pass"
        order = self._seen[agent].menu.order(action - 1)
        things = [thing for thing in (order.target, order.about, order.via) if thing]
        return " ".join([order.move, *(["->", *things] if things else [])])

    def seeds_of(self, seed: int, games: int) -> Array:
        """Return (G,) the seeds that `batch --seed` would give to its first games."""
        return run_seeds(seed, np.arange(games))

    def reset(self, seeds: Array) -> None:
        """Begin a game for each seed (G,) uint64; `play --seed` with one of them is that game."""
        self.world = start(self.rulebook, np.asarray(seeds, dtype=np.uint64))
        self._events: Events | None = None
        self._begin_turn()

    def sights(self) -> dict[str, Sight]:
        """Return what each agent reads now."""
        return {
            agent: Sight(
                self.encoders[agent].encode(self._seen[agent], self.slot, self._left[agent]),
                self.allowed(agent).astype(np.int8),
            )
            for agent in self.agents
        }

    def allowed(self, agent: str) -> Array:
        """Return (G, C + 1) bool: actions that are open, paid for and not in the sheet already."""
        menu, chosen = self._seen[agent].menu, self._sheets[agent]
        allowed = np.empty((self.games, self.actions(agent)), dtype=bool)
        allowed[:, PASS] = True
        allowed[:, 1:] = menu.open() & ~self.ended[:, None]
        for stock, prices in enumerate(menu.price.T):
            allowed[:, 1:] &= prices[None, :] <= self._left[agent][:, stock, None]
        games, slots = np.nonzero(chosen >= 0)
        allowed[games, chosen[games, slots] + 1] = False
        return allowed

    def step(self, actions: Mapping[str, Array]) -> Step:
        """Take one action (G,) int of each agent, an agent left out passing; play a full turn.

        An action that is not allowed, or is none at all, counts as a pass and says so.
        """
        illegal = {agent: self._choose(agent, actions.get(agent)) for agent in self.agents}
        before = self.scores()
        self.slot += 1
        if self.slot == self.slots:
            self._play_turn()
        after = self.scores()
        rewards = {agent: (after[agent] - before[agent]) / 100 for agent in self.agents}
        return Step(rewards, self.ended, illegal)

    def scores(self) -> dict[str, Array]:
        """Return by seat, also of stand-ins, its score now (G,), 0..100."""
        scores = self.rulebook.layout.view(self.world.cells, "score")
        return {seat: scores[:, view.seat].copy() for seat, view in self._views.items()}

    def state(self) -> Array:
        """Return (G, state_size) float32: everything true, for critics that may know it."""
        scaled = self._truth(self.world.cells[:, :-1])
        time = np.full((self.games, 1), self.slot / self.slots)
        return np.concatenate([scaled, time], axis=1, dtype=np.float32)

    def _choose(self, agent: str, action: Array | None) -> Array:
        """Write each game's choice into the agent's sheet; return where it was not allowed."""
        if action is None:
            return np.zeros(self.games, dtype=bool)
        wanted = np.broadcast_to(np.asarray(action, dtype=np.int64), (self.games,))
        allowed, rows = self.allowed(agent), np.arange(self.games)
        known = (wanted >= 0) & (wanted < allowed.shape[1])
        legal = known & allowed[rows, np.where(known, wanted, PASS)]
        orders = np.flatnonzero(legal & (wanted != PASS))
        candidate = wanted[orders] - 1
        self._sheets[agent][orders, self.slot] = candidate
        self._left[agent][orders] -= self._seen[agent].menu.price[candidate]
        return np.asarray(~legal & ~self.ended)

    def _begin_turn(self) -> None:
        """Give the injects, let every seat look, and lay out empty sheets."""
        self.world, _ = open_turn(self.world, self.rulebook)
        self.slot = 0
        self._seen = {s: observe(view, self.world, self._events) for s, view in self._views.items()}
        self._left = {agent: self._seen[agent].stocks.copy() for agent in self.agents}
        shape = (self.games, self.slots)
        self._sheets = {agent: np.full(shape, -1, dtype=np.int64) for agent in self.agents}

    def _play_turn(self) -> None:
        """Adjudicate everyone's sheets, then begin the next turn."""
        orders = join([self._orders(seat) for seat in self._views])
        self.world, self._events = close_turn(self.world, self.rulebook, orders)
        self._begin_turn()

    def _orders(self, seat: str) -> Orders:
        """Return what a seat orders: an agent's sheet, or what its stand-in chooses."""
        view, seen = self._views[seat], self._seen[seat]
        return rows_of(view.plan, view.seat, self._sheet(seat, seen))

    def _sheet(self, seat: str, seen: Observation) -> Array:
        if seat in self._sheets:
            return self._sheets[seat]
        return self._stand_ins[seat].choose(seen, draws_for(self.world.seed, seat, seen.turn))
