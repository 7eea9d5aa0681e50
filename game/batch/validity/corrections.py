"""Check 5: corrections help, do not erase, and come too late where a falsehood has settled."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, Sheet, at, never, play
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "Corrections help but do not erase; later and repeated misinformation is harder; no "
    "average backfire."
)
BASIS = (
    "Walter and Tukachinsky 2020; Chan et al. 2017; Wood and Porter 2019; Hassan and Barber 2021"
)
ARMS = (
    "A: Borland plants a hoax in turn 1; two checkers correct it in turn 2",
    "B: in turn 5",
    "C: never",
    "D: no hoax",
    "E, F: the hoax is planted in each of turns 1 to 5, and corrected in turn 6 or never",
)
TRUSTED: Begin = {("credibility", "courier", "*"): 80.0, ("credibility", "watch", "*"): 80.0}
LIE = "disinformation_story hoax via press"
CHECK = "fact_check.debunk hoax via press"
CHECK_TOO = "fact_check.debunk hoax via microblog"


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    never_told = _believed(pairs, lies=0)
    none, late, early = (_believed(pairs, corrected=turn) for turn in (0, 5, 2))
    often = _believed(pairs, lies=5)
    found = Findings()
    found.rising(
        "belief: never told < corrected early < corrected late < never corrected",
        [never_told, early, late, none],
    )
    found.between(
        "residue of the early correction, share of the uncorrected belief",
        float(early.mean() / none.mean()),
        0.1,
        0.6,
    )
    found.between(
        "residue of the late correction, share of the uncorrected belief",
        float(late.mean() / none.mean()),
        0.1,
        0.6,
    )
    backfire = float((early > none + 1e-9).mean())
    found.note(
        "runs in which belief ends above the uncorrected",
        backfire < 0.1,
        f"{backfire:.1%}, wanted below 10 %",
    )
    found.more("belief, told five times over once", often, none)
    once, repeated = (_believed(pairs, lies=lies, corrected=6) for lies in (1, 5))
    found.more(
        "belief left after a correction in turn 6, told five times over once", repeated, once
    )
    shares = (float(once.mean() / none.mean()), float(repeated.mean() / often.mean()))
    found.note(
        "and a larger share of it is left",
        shares[1] > shares[0],
        f"{shares[1]:.2f} after five times, {shares[0]:.2f} after once",
    )
    return Verdict(5, STATEMENT, ARMS, found.clauses, BASIS)


def _believed(pairs: int, lies: int = 1, corrected: int = 0) -> Array:
    """Return (G,) the mean belief in the hoax after ten turns; corrected in turn 0 means never."""
    once: Sheet = at({corrected: [CHECK]})
    twice: Sheet = at({corrected: [CHECK, CHECK_TOO]})
    sheets = {
        "avenia": never(),
        "borland": at({turn: [LIE] for turn in range(1, lies + 1)}),
        "courier": twice,
        "watch": once,
    }
    record = play(Arm("hoax", sheets, begin=TRUSTED), pairs)
    return np.asarray(record.mean("belief", "*", "hoax")[-1])
