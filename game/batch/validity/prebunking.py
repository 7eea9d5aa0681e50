"""Check 6: a warning beforehand lowers belief and sharing, fades in weeks, spares true news."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, at, play
from game.batch.validity.protocol import resampled
from game.batch.validity.verdict import Findings, Verdict, difference, number

STATEMENT = (
    "Prebunking reduces later belief and sharing, fades in weeks, and does not wreck "
    "trust in true news."
)
BASIS = "Lu et al. 2023; Maertens et al. 2025; Banas and Rains 2010"
ARMS = (
    (
        "A, B, C: two trusted bodies warn 1, 8 or 20 turns (days) before a rumor "
        "is planted in turn 22"
    ),
    (
        "D: nobody warns. Everybody else is idle: a rumor that is known of would "
        "be passed on for 21 turns by a random crowd"
    ),
)
ATTACK = 22
TRUSTED: Begin = {
    ("credibility", "courier", "*"): 70.0,
    ("credibility", "watch", "*"): 70.0,
    ("out", "rumor"): 1.0,
}
WARNING = "prebunk_train rumor via press"
Beliefs = tuple[Array, Array, Array]


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    plain = _attacked(pairs, 0)
    warned = [_attacked(pairs, before) for before in (1, 8, 20)]
    found = Findings()
    effects = [plain[0] - one[0] for one in warned]
    found.rising("effect on belief 20, 8 and 1 turns before the attack", effects[::-1])
    sizes = [_size(one[0], plain[0]) for one in warned]
    found.between("d of a warning one turn before", sizes[0], -0.7, -0.15)
    share = float(effects[2].mean() / effects[0].mean())
    found.note(
        "effect 20 turns before, share of that at 1",
        share <= 0.6,
        f"{share:.2f}, wanted at most 0.6; d {sizes[0]:.2f}, {sizes[1]:.2f}, {sizes[2]:.2f}",
    )
    fewer = plain[1] - warned[0][1]
    found.note("fewer audiences hear it", resampled(fewer)[0] > 0, difference(fewer))
    margin = 0.2 * float(np.std(plain[2], ddof=1))
    found.equal(
        f"belief in what is true (margin {number(margin)}, 0.2 sd)", warned[0][2], plain[2], margin
    )
    return Verdict(6, STATEMENT, ARMS, found.clauses, BASIS)


def _size(warned: Array, plain: Array) -> float:
    """Return d, the standardized difference of means of independent groups."""
    pooled = np.sqrt((np.var(warned, ddof=1) + np.var(plain, ddof=1)) / 2)
    return float((warned.mean() - plain.mean()) / pooled) if pooled else 0.0


def _attacked(pairs: int, before: int) -> Beliefs:
    """Return (G,) belief in the rumor, audiences it reached, and belief in a true report."""
    plan = {ATTACK - before: [WARNING]} if before else {}
    told = {**plan, ATTACK: [*plan.get(ATTACK, []), "post_statement.neutral fact via press"]}
    sheets = {
        "borland": at({ATTACK: ["disinformation_story rumor via press"]}),
        "courier": at(told),
        "watch": at(plan),
    }
    record = play(Arm("attack", sheets, crowd="idle", begin=TRUSTED), pairs, turns=ATTACK + 2)
    audiences = record.stage.rulebook.keys["audience"]
    reached = np.sum([record.last("aware", one, "rumor") for one in audiences], axis=0)
    return record.mean("belief", "*", "rumor")[-1], reached, record.mean("belief", "*", "fact")[-1]
