"""Check 2: a cut lowers reach at home, draws eyes abroad, is got around and scatters protest."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Record, at, never, play
from game.batch.validity.protocol import resampled
from game.batch.validity.reach import domestic_reach, herfindahl
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "A shutdown cuts domestic reach but raises foreign attention and is partly "
    "circumvented; protest disperses."
)
BASIS = "Egypt 2011 (93 % of networks unreachable); Hassanpour 2014; Hobbs and Roberts 2018 (signs)"
ARMS = ("A: Avenia cuts its network in turns 3 to 7", "B: it does not")
HOME = ("capital", "province")
CUT = (3, 7)
NETWORKS = ("microblog", "messenger")


def _home(record: Record, name: str) -> Array:
    return np.asarray(np.mean([record.read(name, place) for place in HOME], axis=0))


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    plan = {turn: ["internet_shutdown"] for turn in range(CUT[0], CUT[1] + 1)}
    cut = play(Arm("cut", {"avenia": at(plan)}), pairs)
    calm = play(Arm("calm", {"avenia": never()}), pairs)
    a, b = (domestic_reach(one, NETWORKS, HOME) for one in (cut, calm))
    during = slice(CUT[0], CUT[1] + 1)
    found = Findings()
    share = a[during].mean(axis=0) / b[during].mean()
    high = resampled(share)[1]
    found.note(
        "reach of networks at home during the cut, share of the other arm",
        high <= 0.15,
        f"mean {share.mean():.3f}, 95 % up to {high:.3f}, wanted at most 0.15",
    )
    eyes = [one.read("attention", "accord")[during].mean(axis=0) for one in (cut, calm)]
    found.more("attention abroad during the cut", eyes[0], eyes[1])
    bypass = _home(cut, "bypass")[CUT[1]]
    found.note(
        "share that gets around it lies in (0, 0.4), and above 0 in 95 % of runs",
        bool(bypass.mean() < 0.4 and (bypass > 0).mean() >= 0.95),
        f"mean {bypass.mean():.3f}, above 0 in {(bypass > 0).mean():.0%}",
    )
    found.more(
        "protest is less concentrated (Herfindahl over places)",
        herfindahl(calm, HOME)[CUT[1]],
        herfindahl(cut, HOME)[CUT[1]],
    )
    found.more(
        "market below the other arm", calm.read("market")[CUT[1]], cut.read("market")[CUT[1]]
    )
    back = a[CUT[1] + 2].mean() / b[CUT[1] + 2].mean()
    found.between("reach two turns after the cut, share of the other arm", float(back), 0.9, 1.5)
    return Verdict(2, STATEMENT, ARMS, found.clauses, BASIS)
