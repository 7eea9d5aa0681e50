"""Check 8: sudden blocks of a popular network create people who go around, and reach further."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, Record, at, never, play
from game.batch.validity.protocol import resampled
from game.batch.validity.reach import domestic_reach
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = "Sudden popular blocks create bypassers who reach further blocked content."
BASIS = "Hobbs and Roberts 2018; the virtual embassy in Tehran, 2011"
ARMS = (
    "A: Avenia blocks the microblog at once in turn 3",
    "B: in two announced steps, turns 3 and 4, to the same extent",
    "C: not at all; another network is blocked from the start in all arms",
)
HOME = ("capital", "province")
BLOCKED_BEFORE: Begin = {("open", "messenger", place): 0.0 for place in HOME}


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    plans = {
        "sudden": at({3: ["block_content.sudden microblog"]}),
        "gradual": at({turn: ["block_content.gradual microblog"] for turn in (3, 4)}),
        "none": never(),
    }
    records = {
        name: play(Arm(name, {"avenia": plan}, begin=BLOCKED_BEFORE), pairs)
        for name, plan in plans.items()
    }
    sudden, gradual, none = (records[name] for name in ("sudden", "gradual", "none"))
    found = Findings()
    ends = [float(one.read("open", "microblog", "capital")[4].mean()) for one in (sudden, gradual)]
    found.note(
        "both blocks end at the same extent",
        abs(ends[0] - ends[1]) < 0.02,
        f"open share {ends[0]:.2f} and {ends[1]:.2f} after turn 4",
    )
    found.more(
        "share that goes around after turn 4, sudden over gradual",
        _around(sudden)[4],
        _around(gradual)[4],
    )
    other = [domestic_reach(one, ("messenger",), HOME)[5] for one in (sudden, none)]
    found.more(
        "what was blocked before reaches more people than without the block", other[0], other[1]
    )
    network = domestic_reach(sudden, ("microblog",), HOME)
    share = network[4] / network[2].mean()
    high = resampled(share)[1]
    found.note(
        "reach of the blocked network, share of before",
        high < 0.4,
        f"mean {share.mean():.3f}, 95 % up to {high:.3f}, wanted below 0.4",
    )
    eyes = [one.read("attention", "accord")[3:6].mean(axis=0) for one in (sudden, none)]
    more = float((eyes[0] > eyes[1] + 1e-9).mean())
    found.note(
        "attention abroad rises (Streisand)", more >= 0.6, f"in {more:.0%} of pairs, 60 % wanted"
    )
    return Verdict(8, STATEMENT, ARMS, found.clauses, BASIS)


def _around(record: Record) -> Array:
    """Return (T + 1, G) the share that goes around at home."""
    return np.asarray(np.mean([record.read("bypass", place) for place in HOME], axis=0))
