"""The benchmark: `python -m tests.bench` prints one table, and asserts nothing.

Seconds differ from machine to machine and from minute to minute, so what is compared is measured
in turn, several times, in one run: only the ratios tell anything. `--games N` is the size of the
larger batch, `--scenario NAME` plays another one than Blackout.
"""

import argparse
from itertools import chain

from tests.bench import batches, crowds, frames, turns


def main():
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("--games", type=int, default=4000)
    asked.add_argument("--scenario", default="blackout")
    words = asked.parse_args()
    print(f"{'what':56}{'here':>14}{'plain loop':>14}{'ratio':>9}", flush=True)
    for row in chain(
        batches.rows(words.scenario, words.games),
        turns.rows(words.scenario),
        crowds.rows(),
        turns.opening(),
        frames.rows(),
    ):
        print(f"{row.what:56}{row.here:>14}{row.plain:>14}{row.ratio:>9}", flush=True)


if __name__ == "__main__":
    main()
