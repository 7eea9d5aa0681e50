"""Check 13, this project's own: suspicion of everything must not pay.

A game in which whoever cries "fake" wins would teach exactly what it should not.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, Sheet, at, never, play
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "Denying or dismissing a true leak costs more than believing it, and suspicion of "
    "everything does not pay."
)
BASIS = "Schweitzer, Hershey and Bradlow 2006; that fact checks cost alike both ways is our demand"
ARMS = (
    "A true secret of Avenia is leaked in turn 1 and confirmed; Avenia denies it (A), bears it (B)",
    "The Watch dismisses it (C) or believes it (D)",
    "A hoax and a true leak are out; the Watch calls all false (E), is silent (F), judges each (G)",
)
HELD: Begin = {("holds", "borland", "dossier"): 1.0}
LEAK = "leak_authentic dossier via press"
HOAX = "disinformation_story hoax via press"
CLAIMS = ("hoax", "dossier_story")
Plan = Mapping[int, Sequence[str]]


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    found = Findings()
    _denial(found, pairs)
    verdicts = ("fact_check.debunk", "fact_check.confirm")
    dismissed, believed = (
        _checker((LEAK,), {3: [f"{word} dossier_story via press"]}, pairs) for word in verdicts
    )
    found.more("credibility of a checker: believing a true leak", believed, dismissed)
    every = {turn: [f"fact_check.debunk {CLAIMS[turn % 2]} via press"] for turn in range(3, 9)}
    each = {turn: [f"{verdicts[turn % 2]} {CLAIMS[turn % 2]} via press"] for turn in range(3, 9)}
    suspicious, silent, judging = (
        _checker((LEAK, HOAX), plan, pairs) for plan in (every, {}, each)
    )
    found.more("silence over calling everything false", silent, suspicious)
    found.more("judging each case over calling everything false", judging, suspicious)
    return Verdict(13, STATEMENT, ARMS, found.clauses, BASIS)


def _denial(found: Findings, pairs: int) -> None:
    """Compare an owner who denies a true leak with one who bears it; it is confirmed later."""
    deny: Sheet = at({2: ["decline_or_deny.deny_claim dossier_story via press"]})
    confirm: Sheet = at({4: ["fact_check.confirm dossier_story via press"]})
    others = {"borland": at({1: [LEAK]}), "watch": confirm, "courier": never()}
    denied, borne = (
        play(Arm("denial", {**others, "avenia": sheet}, begin=HELD), pairs)
        for sheet in (deny, never())
    )
    for says, words in (
        (
            "credibility of the exposed: bearing it over denying it",
            ("credibility", "avenia", "world"),
        ),
        ("trust of the actor named: bearing it over denying it", ("trust", "cressa", "avenia")),
    ):
        found.more(says, borne.last(*words), denied.last(*words))


def _checker(out: Sequence[str], plan: Plan, pairs: int) -> Array:
    """Return (G,) the credibility of the Watch at the end, when it does as planned."""
    sheets = {"borland": at({1: out}), "avenia": never(), "watch": at(plan)}
    record = play(Arm("checker", sheets, begin=HELD), pairs)
    return np.asarray(record.last("credibility", "watch", "world"))
