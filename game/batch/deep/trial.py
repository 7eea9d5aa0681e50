"""An arm played to its end, and what was seen in it: counts and last values, no tables."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game import policies
from game.batch.blocks import Bench, order, running, set_up
from game.batch.deep.arms import Arm
from game.batch.seating import seated
from game.engine import RUNNING, Kind, Orders, World, close_turn, open_turn, run_seeds, start
from game.policies.exploiter import Exploiter, moves_of
from game.scenario import Scenario
from game.views import draws_for, observe

Array = npt.NDArray[Any]


@dataclass(eq=False)
class Trial:
    """What was seen in the G games of an arm. S seats, D deeds, O objectives, N cells.

    score: (G, S) at the end; ending: (G,); first, final: (N + 1,) and (G, N + 1) cells before the
    first turn and after the last; legal: (S, D) bool, open to that seat at some time; chosen: (S,
    D) orders given; done: (D,) orders and later stages that took place; channels: (H,) orders that
    went by each; met, unmet: (O,) turns in which an objective stood so; prey: (G,) the move that an
    exploiter played, a place in `moves`.
    """

    arm: Arm
    score: Array
    ending: Array
    first: Array
    final: Array
    legal: Array
    chosen: Array
    done: Array
    channels: Array
    met: Array
    unmet: Array
    prey: Array
    moves: tuple[str, ...] = field(default=())

    @property
    def games(self) -> int:
        """G, the number of games."""
        return len(self.ending)


def prepared(scenario: Scenario) -> Bench:
    """Return a scenario made ready for all arms; each seats its own stand-ins."""
    return set_up(scenario, seated(scenario, {}))


def play_arm(ready: Bench, arm: Arm, seed: int) -> Trial:
    """Return what came of an arm, its games being the first of the batch of that seed."""
    seats = ready.rulebook.keys["seat"]
    bench = replace(ready, stand_ins=tuple(policies.make(arm.holders[seat]) for seat in seats))
    seeds = run_seeds(seed, np.arange(arm.games))
    trial = _blank(bench, arm, start(bench.rulebook, seeds))
    if arm.policy == "exploiter":
        trial.moves, trial.prey = _prey(bench, arm, seeds)
    world, events, live = start(bench.rulebook, seeds), None, np.arange(arm.games)
    for _ in range(bench.rulebook.turns):
        world, _ = open_turn(world, bench.rulebook)
        _note_menus(bench, world, trial)
        orders = order(bench, world, events)
        world, events = close_turn(world, bench.rulebook, orders)
        _note_orders(orders, trial)
        stages = events.what[events.kind == Kind.DONE]
        np.add.at(trial.done, bench.rulebook.table.stage_deed[stages], 1)
        attained = bench.rulebook.layout.view(world.cells, "attained") > 0
        trial.met += attained.sum(axis=0)
        trial.unmet += (~attained).sum(axis=0)
        trial.ending[live] = world.ended
        trial.final[live] = world.cells
        world, events, going = running(world, events)
        live = live[going]
        if not len(live):
            break
    trial.score = bench.rulebook.layout.view(np.asfortranarray(trial.final), "score").copy()
    return trial


def _blank(bench: Bench, arm: Arm, world: World) -> Trial:
    rulebook, keys = bench.rulebook, bench.rulebook.keys
    seats, deeds = len(keys["seat"]), len(rulebook.deeds)
    return Trial(
        arm=arm,
        score=np.zeros((arm.games, seats)),
        ending=np.full(arm.games, RUNNING),
        first=world.cells[0].copy(),
        final=np.array(world.cells),
        legal=np.zeros((seats, deeds), dtype=bool),
        chosen=np.zeros((seats, deeds), dtype=np.int64),
        done=np.zeros(deeds, dtype=np.int64),
        channels=np.zeros(len(keys["channel"]), dtype=np.int64),
        met=np.zeros(len(keys["objective"]), dtype=np.int64),
        unmet=np.zeros(len(keys["objective"]), dtype=np.int64),
        prey=np.full(arm.games, -1),
    )


def _note_menus(bench: Bench, world: World, trial: Trial) -> None:
    """Note which deeds are open to which seats, in any of the games."""
    for seat, view in enumerate(bench.views):
        menu = observe(view, world).menu
        open_ways = menu.ways.any(axis=1)
        trial.legal[seat, menu.plan.way_deed[open_ways]] = True


def _note_orders(orders: Orders, trial: Trial) -> None:
    np.add.at(trial.chosen, (orders.seat, orders.deed), 1)
    np.add.at(trial.channels, orders.via[orders.via >= 0], 1)


def _prey(bench: Bench, arm: Arm, seeds: Array) -> tuple[tuple[str, ...], Array]:
    """Return the moves of the exploiter's seat, and which of them it plays in each game."""
    view = next(one for one in bench.views if one.booklet.seat == arm.seat)
    menu = observe(view, start(bench.rulebook, seeds)).menu
    return moves_of(menu)[0], Exploiter().prey(menu, draws_for(seeds, arm.seat, 1))
