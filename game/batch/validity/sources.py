"""Check 4: credibility gates effect at once, and the gap narrows as the source is forgotten."""

import numpy as np

from game.batch.validity.arms import Arm, Record, at, play
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "Source credibility gates immediate effect; the gap narrows with time (sleeper "
    "effect), if the source is forgotten."
)
BASIS = "Hovland and Weiss 1951; Kumkale and Albarracin 2004 (signs)"
ARMS = (
    "A: the Courier says it once, with credibility 85 everywhere",
    "B: the same, with credibility 20",
)
LATER = 8  # turns


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    high, low = (
        _said(name, credibility, pairs)
        for name, credibility in (("credible", 85.0), ("discredited", 20.0))
    )
    a, b = (one.mean("belief", "*", "bulletin") for one in (high, low))
    found = Findings()
    found.more("belief right after, credible over discredited source", a[1], b[1])
    ratio = a[1].mean() / b[1].mean()
    found.note("ratio of the two", ratio >= 1.5, f"{ratio:.2f}, wanted at least 1.5")
    left = (a - b)[1 + LATER].mean() / (a - b)[1].mean()
    found.note(
        "gap eight turns later, share of the gap at first",
        left < 0.7,
        f"{left:.2f}, wanted below 0.7",
    )
    grew = float((b[1 + LATER] >= b[1]).mean())
    found.note(
        "discredited source: effect later at least as large",
        grew >= 0.55,
        (
            f"in {grew:.0%} of runs, 55 % wanted; mean {np.mean(b[1]):.4f}, later "
            f"{np.mean(b[1 + LATER]):.4f}"
        ),
    )
    return Verdict(4, STATEMENT, ARMS, found.clauses, BASIS)


def _said(name: str, credibility: float, pairs: int) -> Record:
    sheets = {"courier": at({1: ["post_statement.neutral bulletin via press"]})}
    return play(Arm(name, sheets, begin={("credibility", "courier", "*"): credibility}), pairs)
