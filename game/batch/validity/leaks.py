"""Checks 3 and 13: what true and false leaks do, and what it costs to deny or dismiss a true one."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Record, Sheet, at, never, play
from game.batch.validity.protocol import resampled
from game.batch.validity.verdict import Findings, Verdict, difference, number

TRUE = "A true leak hurts more than a false one in the long run; a false one is worn down by debunking, and leaves a residue."
TRUE_BASIS = "Chan et al. 2017; the recalled ambassadors of 2011"
DISMISSED = "Denying or dismissing a true leak costs more than believing it, and suspicion of everything does not pay."
DISMISSED_BASIS = "Schweitzer, Hershey and Bradlow 2006; symmetric prices of fact checks are this project's own demand"

HELD = {("holds", "borland", "dossier"): 1.0}
LEAK = "leak_authentic dossier via press"
FORGE = "leak_forged avenia via press"
FORGERY = "forged_dossier"


def _checkers(line: str, first: int) -> dict[str, Sheet]:
    """Both checkers look into it from a turn on, turn after turn."""
    plan = {turn: [line] for turn in range(first, 11)}
    return {"courier": at(plan), "watch": at(plan)}


def check(pairs: int) -> Verdict:
    """Return the verdict on check 3 over so many pairs."""
    quiet = {"avenia": never()}
    none = play(Arm("none", {**quiet, "borland": never(), "courier": never(), "watch": never()}, begin=HELD), pairs)
    confirm = _checkers("fact_check.confirm dossier_story via press", 3)
    debunk = _checkers(f"fact_check.debunk {FORGERY} via press", 3)
    true = play(Arm("true", {**quiet, "borland": at({1: [LEAK]}), **confirm}, begin=HELD), pairs)
    false = play(Arm("false", {**quiet, "borland": at({1: [FORGE]}), **debunk}, begin=HELD), pairs)
    found = Findings()
    lost = {arm: _loss(none, record) for arm, record in (("true", true), ("false", false))}
    found.more("credibility lost after ten turns, true over false", lost["true"][-1], lost["false"][-1])
    path = lost["false"].mean(axis=1)
    share = path[-1] / path.max()
    found.note("the false leak has lost half of its peak after debunking", share <= 0.5,
               f"peak {number(path.max())}, at the end {number(path[-1])} ({share:.0%})")
    low = resampled(lost["false"][-1])[0]
    found.note("and leaves a residue", low > 0, difference(lost["false"][-1]))
    path = lost["true"].mean(axis=1)
    kept = path[-1] / path.max()
    found.note("the true leak keeps at least 80 % of its peak", kept >= 0.8,
               f"peak {number(path.max())}, at the end {number(path[-1])} ({kept:.0%})")
    dyads = [none.last("trust", one, "avenia") - true.last("trust", one, "avenia") for one in ("cressa", "borland")]
    found.more("trust lost with the actor the documents name over one they do not", dyads[0], dyads[1])
    return Verdict(3, TRUE, ("A: Borland leaks a true secret of Avenia in turn 1; checkers confirm from turn 3", "B: it leaks a forgery; checkers debunk from turn 3", "C: no leak"), found.clauses, TRUE_BASIS)


def _loss(none: Record, record: Record) -> Array:
    """Return (T + 1, G) the victim's credibility lost against the arm without a leak."""
    return none.mean("credibility", "avenia", "*") - record.mean("credibility", "avenia", "*")


def check_dismissal(pairs: int) -> Verdict:
    """Return the verdict on check 13 over so many pairs."""
    found = Findings()
    leak = {"borland": at({1: [LEAK]})}
    proof = {**leak, "watch": at({4: ["fact_check.confirm dossier_story via press"]}), "courier": never()}
    deny = {"avenia": at({2: ["decline_or_deny.deny_claim dossier_story via press"]})}
    denied, borne = (play(Arm(name, {**proof, **own}, begin=HELD), pairs) for name, own in (("denied", deny), ("borne", {"avenia": never()})))
    a, b = (one.last("credibility", "avenia", "world") for one in (denied, borne))
    found.more("credibility of the exposed: bearing a true leak over denying it", b, a)
    a, b = (one.last("trust", "cressa", "avenia") for one in (denied, borne))
    found.more("trust of the actor named: bearing it over denying it", b, a)
    verdicts = ("debunk", "confirm")
    dismissed, believed = (_checker(leak, {3: [f"fact_check.{word} dossier_story via press"]}, pairs) for word in verdicts)
    found.more("credibility of the checker: believing a true leak over dismissing it", believed, dismissed)
    both = {"borland": at({1: [LEAK, "disinformation_story hoax via press"]})}
    claims = ("hoax", "dossier_story")
    arms = {name: _checker(both, plan, pairs) for name, plan in (
        ("suspicious", {turn: [f"fact_check.debunk {claims[turn % 2]} via press"] for turn in range(3, 9)}),
        ("silent", {}),
        ("careful", {turn: [f"fact_check.{verdicts[turn % 2]} {claims[turn % 2]} via press"] for turn in range(3, 9)}),
    )}
    found.more("credibility of a checker: silence over suspicion of everything", arms["silent"], arms["suspicious"])
    careful = {3: ["fact_check.confirm dossier_story via press"], 4: ["fact_check.debunk hoax via press"]}
    found.more("and judging each case over suspicion of everything", _checker(both, careful, pairs), arms["suspicious"])
    return Verdict(13, DISMISSED, ("A true secret of Avenia is leaked in turn 1; Avenia denies it (A) or bears it (B)", "The Watch dismisses it (C) or believes it (D)", "A hoax and a true leak are out; the Watch calls all false (E), is silent (F), judges each (G)"), found.clauses, DISMISSED_BASIS)


def _checker(others: dict[str, Sheet], plan: dict[int, list[str]], pairs: int) -> Array:
    """Return (G,) the credibility of the Watch at the end, when it does as planned."""
    sheets = {**others, "avenia": never(), "watch": at(plan)}
    return np.asarray(play(Arm("checker", sheets, begin=HELD), pairs).last("credibility", "watch", "world"))
