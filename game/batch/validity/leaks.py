"""Check 3: a true leak lasts, a false one can be taken apart, and both leave something behind."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, Record, Sheet, at, never, play
from game.batch.validity.protocol import resampled
from game.batch.validity.verdict import Findings, Verdict, difference, number

STATEMENT = (
    "A true leak hurts more than a false one in the long run; a false one is worn down by "
    "debunking, and leaves a residue."
)
BASIS = "Chan et al. 2017; the recalled ambassadors of 2011"
ARMS = (
    "A: Borland leaks a true secret of Avenia in turn 1; checkers confirm from turn 3",
    "B: it leaks a forgery; checkers debunk from turn 3",
    "C: no leak",
)
HELD: Begin = {("holds", "borland", "dossier"): 1.0}
LEAK = "leak_authentic dossier via press"
FORGE = "leak_forged avenia via press"


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    none = _leaked((), "", pairs)
    true = _leaked((LEAK,), "fact_check.confirm dossier_story via press", pairs)
    false = _leaked((FORGE,), "fact_check.debunk forged_dossier via press", pairs)
    lost = [_believed(none) - _believed(one) for one in (true, false)]
    found = Findings()
    found.more("credibility lost after ten turns, true over false", lost[0][-1], lost[1][-1])
    kept = [path[-1] / path.max() for path in (one.mean(axis=1) for one in lost)]
    found.note(
        "the false leak has lost half of its peak after debunking",
        kept[1] <= 0.5,
        f"peak {number(lost[1].mean(axis=1).max())}, {kept[1]:.0%} of it left",
    )
    found.note("and leaves a residue", resampled(lost[1][-1])[0] > 0, difference(lost[1][-1]))
    found.note(
        "the true leak keeps at least 80 % of its peak",
        kept[0] >= 0.8,
        f"peak {number(lost[0].mean(axis=1).max())}, {kept[0]:.0%} of it left",
    )
    named, unnamed = (
        none.last("trust", one, "avenia") - true.last("trust", one, "avenia")
        for one in ("cressa", "borland")
    )
    found.more("trust lost with the actor the documents name over another", named, unnamed)
    return Verdict(3, STATEMENT, ARMS, found.clauses, BASIS)


def _leaked(leak: tuple[str, ...], verdict: str, pairs: int) -> Record:
    """Return the games of one leak; both checkers look into it from turn 3 on."""
    looks: Sheet = at({turn: [verdict] for turn in range(3, 11) if verdict})
    sheets = {"avenia": never(), "borland": at({1: leak}), "courier": looks, "watch": looks}
    return play(Arm("leak", sheets, begin=HELD), pairs)


def _believed(record: Record) -> Array:
    """Return (T + 1, G) how far the victim is believed."""
    return np.asarray(record.mean("credibility", "avenia", "*"))
