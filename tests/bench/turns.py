"""A single game: one turn of it by the engine alone; and how long the program takes to open."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from game.batch.blocks import order, set_up
from game.engine import close_turn, open_turn, run_seeds, start
from game.scenario import find, load
from tests.bench.plain import TURNS, Crisis
from tests.bench.row import by_turns, seconds, timed

HOUSE = Path(__file__).resolve().parent.parent.parent
GAMES = 12


def rows(scenario):
    """Yield a turn of one game: by the engine, and with observing and ordering."""
    script = load(find(scenario))
    bench = set_up(script, dict.fromkeys(script.keys["seat"], "uniform"))
    engine, whole, plain = [], [], []
    for seed in run_seeds(1, np.arange(GAMES)):
        for alone, full in turns(bench, seed):
            engine.append(alone)
            whole.append(full)
        plain.append(timed(lambda s=int(seed): Crisis(s).play("uniform")) / TURNS)
    yield seconds("one turn of one game, engine only", median(engine))
    yield seconds("  with observing and ordering", median(whole), median(plain))


def turns(bench, seed):
    """Yield the seconds of each turn of a game: by the engine, and with what seats do."""
    world, events = start(bench.rulebook, np.array([seed])), None
    while world.ended[0] < 0:
        began = perf_counter()
        world, _ = open_turn(world, bench.rulebook)
        opened = perf_counter()
        orders = order(bench, world, events)
        ordered = perf_counter()
        world, events = close_turn(world, bench.rulebook, orders)
        closed = perf_counter()
        yield closed - began - (ordered - opened), closed - began


def opening():
    """Yield how long `--help` takes, beside an interpreter that does nothing."""

    def run(*words):
        subprocess.run([sys.executable, *words], cwd=HOUSE, capture_output=True, check=True)

    shown, bare = by_turns(lambda: run("main.py", "--help"), lambda: run("-c", ""), times=5)
    yield seconds("--help, beside a bare interpreter", shown, bare)
