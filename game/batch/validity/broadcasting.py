"""Check 1: broadcasting without answering erodes credibility, answering restores it."""

import numpy as np

from game.batch.validity.arms import Arm, always, never, play
from game.batch.validity.protocol import slope
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "Broadcasting without responding erodes credibility; replying restores it, at a cost in staff."
)
BASIS = "Kampf, Manor and Segev 2015 (sign); Riordan 2016"
ARMS = (
    "A: two statements a turn, never an answer",
    "B: one statement a turn and answers as far as staff goes",
    "C: silence",
)

POST = "post_statement.neutral pledge via press"
AGAIN = "post_statement.neutral pledge via microblog"
OTHERS = ("capital", "province", "border")


def _answers(turn: int) -> tuple[str, ...]:
    """One post, and replies to the world and one audience after another."""
    next_one = OTHERS[turn % len(OTHERS)]
    return (
        POST,
        "engage_reply.replies world via press",
        f"engage_reply.replies {next_one} via microblog",
    )


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    broadcasts = play(Arm("broadcasts", {"avenia": always(POST, AGAIN)}), pairs)
    answers = play(Arm("answers", {"avenia": _answers}), pairs)
    silent = play(Arm("silent", {"avenia": never()}), pairs)
    a, b, c = (one.mean("credibility", "avenia", "*") for one in (broadcasts, answers, silent))
    found = Findings()
    found.more("credibility after ten turns, answering over broadcasting", b[-1], a[-1])
    found.more("credibility of the broadcaster below its own start", a[0], a[-1])
    found.more(
        "staff used, answering over broadcasting",
        answers.spent("avenia"),
        broadcasts.spent("avenia"),
    )
    waiting = broadcasts.mean("waiting", "avenia", "*")
    fall = slope(waiting[1:], np.diff(a, axis=0))
    found.more("the more stands unanswered, the more is lost that turn", np.zeros(pairs), fall)
    found.equal("drift of the silent state", c[-1], c[0], 2.0)
    return Verdict(1, STATEMENT, ARMS, found.clauses, BASIS)
