"""Batches: games a second with the curtain on and the tables written, and the memory they take."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import numpy as np

from game.batch.blocks import play, set_up
from game.batch.parts import BLOCK
from game.engine import run_seeds
from game.scenario import find, load
from tests.bench.plain import Crisis
from tests.bench.row import Row, rate, timed

HOUSE = Path(__file__).resolve().parent.parent.parent
PLAIN_GAMES = {"uniform": 15, "doctrine": 15}  # enough to be timed

BATCH = """
import resource, sys, time
from pathlib import Path
from game import batch
from game.scenario import find, load

if __name__ == "__main__":
    name, policy, games, workers, out = sys.argv[1:]
    scenario = load(find(name))
    policies = batch.parse_policies([f"all={policy}"], scenario)
    began = time.perf_counter()
    batch.run(
        scenario, runs=int(games), seed=1, policies=policies, workers=int(workers), out=Path(out)
    )
    print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def played(scenario, policy, games, workers=1):
    """Return the seconds a batch takes in a process of its own, and its memory in MB."""
    with tempfile.TemporaryDirectory() as out:
        asked = [sys.executable, "-c", BATCH, scenario, policy, str(games), str(workers), out]
        said = subprocess.run(asked, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    duration, memory = said.split()
    return float(duration), float(memory) / 1024


def rows(scenario, games):
    """Yield games a second of stand-ins in every seat, and how memory grows with a batch."""
    for policy, some in PLAIN_GAMES.items():
        here, plain, memory = [], [], {}
        for _ in range(3):
            duration, memory[games // 4] = played(scenario, policy, games // 4)
            here.append(games // 4 / duration)
            plain.append(some / timed(lambda p=policy, n=some: loop(p, n)))
        yield rate(f"{scenario}, {policy} everywhere, games", median(here), median(plain))
        yield rate("  without tables", without_tables(scenario, policy), median(plain))
        duration, memory[games] = played(scenario, policy, games)
        yield rate(f"  in a batch of {games}", games / duration, median(plain))
        duration, _ = played(scenario, policy, games, workers=2)
        yield rate("  the same on two workers", games / duration, median(plain))
        told = " / ".join(f"{most:,.0f}" for most in memory.values())
        yield Row(f"  memory for {' / '.join(map(str, memory))} games", f"{told} MB")


def without_tables(scenario, policy):
    """Return games a second of one block, when nothing is written or set up."""
    script = load(find(scenario))
    bench = set_up(script, dict.fromkeys(script.keys["seat"], policy))
    seeds = run_seeds(1, np.arange(BLOCK))
    return BLOCK / min(timed(lambda: play(bench, seeds)) for _ in range(3))


def loop(policy, games):
    """Play some games of the plain crisis."""
    for seed in range(games):
        Crisis(seed).play(policy)
