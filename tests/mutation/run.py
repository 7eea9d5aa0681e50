"""Break the rules on purpose and see whether a test notices: `python tests/mutation/run.py`.

mutmut makes mutants of every function in game/engine and game/rules (pyproject.toml says how). A
seeded sample of them is tried against the fast tests of the rules; whoever survives those is then
tried against the slower ones. The first call also measures which test runs which function, which
takes some minutes; `mutants/` keeps that, and should be deleted when code or tests have changed.
docs/mutation.md holds the last results and says why each survivor lives.
"""

import argparse
import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"
ROOMS = ("game/engine", "game/rules")
FIRST = "game.rules.pace.*"  # a small module, so that the first call is mostly preparation
SLOWER = ("tests/laws", "tests/rulebook", "tests/views", "tests/batch", "tests/session")
FATES = {None: "untried", 0: "survived", 1: "killed", 3: "killed", 5: "untested", 33: "untested"}
LIVING = ("survived", "untested")


def main():
    """Try a sample of mutants and print what became of it; 1 if fewer than the goal are killed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--goal", type=float, default=0.85)
    asked = parser.parse_args()
    if not MUTANTS.exists():
        mutmut("run", "--max-children", str(asked.jobs), FIRST)
    names = sorted(fates())
    chosen = random.Random(asked.seed).sample(names, min(asked.sample, len(names)))
    mutmut("run", "--max-children", str(asked.jobs), *chosen)
    found = fates()
    if any(found[name] == "untried" for name in chosen):
        sys.exit("mutmut broke off before it had tried the sample: see what it said above")
    living = sorted(name for name in chosen if found[name] in LIVING)
    if living and is_killed_by(SLOWER, "nobody"):
        sys.exit("the slower tests fail in mutants/ without any mutant: delete it and try again")
    killed_later = [name for name in living if is_killed_by(SLOWER, name)]
    survivors = [name for name in living if name not in killed_later]
    share = 1 - len(survivors) / len(chosen)
    print(f"{len(chosen)} of {len(names)} mutants: {dict(Counter(found[n] for n in chosen))}")
    print(f"{len(killed_later)} more killed by {', '.join(SLOWER)}")
    print(f"{share:.1%} killed; {len(survivors)} survive:")
    for name in survivors:
        mutmut("show", name)
    return 0 if share >= asked.goal else 1


def mutmut(*words):
    """Call mutmut in the project's folder; what it prints goes through."""
    subprocess.run([sys.executable, "-m", "mutmut", *words], cwd=ROOT, check=False)


def fates():
    """What became of every mutant, by name; `timeout` for all other ways to end."""
    found = {}
    for room in ROOMS:
        for meta in sorted((MUTANTS / room).rglob("*.py.meta")):
            codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
            found |= {name: FATES.get(code, "timeout") for name, code in codes.items()}
    return found


def is_killed_by(tests, name):
    """Whether some test fails with this mutant in place of what it was made of."""
    there = [test for test in tests if (MUTANTS / test).exists()]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "MUTANT_UNDER_TEST": name}
    command += ["--numprocesses=0", *there]
    done = subprocess.run(command, cwd=MUTANTS, env=environment, check=False, **quiet)
    return done.returncode not in (0, 5)


if __name__ == "__main__":
    sys.exit(main())
