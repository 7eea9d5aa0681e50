"""Check 10: attribution pays with calibrated confidence only; a denial disproved costs most."""

from math import log

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, Record, Sheet, at, never, play
from game.batch.validity.protocol import rank_correlation, resampled
from game.batch.validity.verdict import Findings, Verdict, number
from game.engine.chance import key, mix, uniform

STATEMENT = (
    "Attribution pays only with calibrated confidence; wrong or false-flag attribution "
    "backfires; a denial later disproved is worse than silence."
)
BASIS = (
    "Edwards, Furnas, Forrest and Axelrod 2017; Schweitzer, Hershey and Bradlow 2006; "
    "Bayes with an indicator of .8 and .1"
)
ARMS = (
    (
        "A to D: Avenia names Borland at confidence .4, .6, .8, .95, and is "
        "right that often; against silence"
    ),
    (
        "E, F: a platform names whom the markers point to, in a world without "
        "false flags and in one where half are"
    ),
    (
        "G, H: Avenia denies or declines in turn 1 and is proved guilty in turn "
        "2; then writes to its victim for 20 turns"
    ),
)
LEVELS = (0.4, 0.6, 0.8, 0.95)
INCIDENTS = 8  # in a pair, so that a rate of one half can be told from none in almost every pair
GUILTY, INNOCENT, PRIOR = 0.8, 0.1, 0.2  # chance of a marker if guilty and if not; before any
ACCUSE = ("public_attribution.sure borland via press", "public_attribution.bluff borland via press")


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    found = Findings()
    worth = [_accusing(level, pairs) for level in LEVELS]
    means = [float(one.mean()) for one in worth]
    rho = rank_correlation(np.array(LEVELS), np.array(means))
    shown = ", ".join(
        f"{number(mean)} at {level}" for level, mean in zip(LEVELS, means, strict=True)
    )
    found.note(
        "value rises with confidence (Spearman over four arms)",
        rho > 0.9,
        f"rho {rho:.2f}: {shown}",
    )
    low, high = resampled(worth[0])
    found.note(
        "and is negative below one half", high < 0, f"at 0.4 [{number(low)}, {number(high)}]"
    )
    honest, flagged = _incidents(pairs)
    found.more(
        "value of attributing without false flags over half of all incidents under one",
        honest,
        flagged,
    )
    brier, bayes = _calibration()
    found.note(
        "the meter is calibrated (Brier score, one look at a marker)",
        brier <= bayes + 0.02,
        f"{brier:.4f}, Bayes {bayes:.4f} + .02 allowed",
    )
    _denial(found, pairs)
    return Verdict(10, STATEMENT, ARMS, found.clauses, BASIS)


def _lots(question: str, count: int) -> Array:
    """Return (count,) numbers in [0, 1) that all arms share."""
    return uniform(mix(key("validity", question), np.arange(count, dtype=np.uint64)))


def _standing(record: Record, accuser: str, accused: str) -> Array:
    """Return (G,) how much better the accuser is believed in the world than the accused."""
    return record.last("credibility", accuser, "world") - record.last(
        "credibility", accused, "world"
    )


def _accusing(level: float, pairs: int) -> Array:
    """Return (G,) what naming Borland is worth against silence, guilty in a share of games."""
    guilty = (_lots("guilt", pairs) < level).astype(np.float64)
    begin: Begin = {
        ("evidence", "avenia", "borland"): log(level / (1 - level)),
        ("wronged", "avenia", "borland"): guilty,
    }
    sheets: tuple[Sheet, ...] = (at({1: ACCUSE}), never())
    spoken, silent = (
        play(Arm("name", {"avenia": sheet, "borland": never()}, begin=begin), pairs, turns=3)
        for sheet in sheets
    )
    return _standing(spoken, "avenia", "borland") - _standing(silent, "avenia", "borland")


def _incidents(pairs: int) -> tuple[Array, Array]:
    """Return (G,) values of attributing without false flags, and where half of incidents are."""
    count = pairs * INCIDENTS
    honest = {"borland": at({1: ["cyber_disrupt.covert microblog"]}), "cressa": never()}
    framed = {
        "cressa": at({1: ["cyber_disrupt.framed microblog about borland"]}),
        "borland": never(),
    }
    names: tuple[Sheet, ...] = (at({2: ACCUSE[:1]}), never())
    begin: Begin = {("evidence", "chatter", "*"): 0.0, ("money", "cressa"): 5.0}
    values = []
    for attack in (honest, framed):
        spoken, silent = (
            play(
                Arm(
                    "incident",
                    {**attack, "avenia": never(), "chatter": name},
                    crowd="idle",
                    begin=begin,
                ),
                count,
                turns=3,
            )
            for name in names
        )
        values.append(
            _standing(spoken, "chatter", "borland") - _standing(silent, "chatter", "borland")
        )
    planted = _lots("flag", count) < 0.5
    mixed = np.where(planted, values[1], values[0])
    return values[0].reshape(pairs, -1).mean(axis=1), mixed.reshape(pairs, -1).mean(axis=1)


def _calibration(count: int = 20_000) -> tuple[float, float]:
    """Return the Brier scores of the engine's meter and of Bayes after one look at a marker."""
    traced = play(
        Arm(
            "trace",
            {"borland": at({1: ["disinformation_story hoax via press"]}), "avenia": never()},
            crowd="idle",
        ),
        100,
        turns=1,
    )
    meter = traced.read("evidence", "avenia", "borland")
    start, step = float(meter[0, 0]), float((meter[1] - meter[0]).max())
    guilty = _lots("truth", count) < PRIOR
    marker = _lots("marker", count) < np.where(guilty, GUILTY, INNOCENT)
    shown = 1 / (1 + np.exp(-(start + step * marker)))
    hit = PRIOR * GUILTY / (PRIOR * GUILTY + (1 - PRIOR) * INNOCENT)
    miss = PRIOR * (1 - GUILTY) / (PRIOR * (1 - GUILTY) + (1 - PRIOR) * (1 - INNOCENT))
    exact = np.where(marker, hit, miss)
    return float(np.mean((shown - guilty) ** 2)), float(np.mean((exact - guilty) ** 2))


def _denial(found: Findings, pairs: int) -> None:
    """Compare a denial and a refusal to comment, both followed by proof, and what trust becomes."""
    begin: Begin = {
        ("accused", "avenia", "borland"): 1.0,
        ("wronged", "borland", "avenia"): 1.0,
        ("evidence", "borland", "avenia"): 2.0,
    }
    proof = at({2: ["public_attribution.sure avenia via press"]})
    records = {}
    for word in ("deny", "decline"):
        plan = {turn: ["private_message.plain borland"] for turn in range(3, 23)}
        plan[1] = [f"decline_or_deny.{word} borland via press"]
        records[word] = play(
            Arm(word, {"avenia": at(plan), "borland": proof}, begin=begin), pairs, turns=22
        )
    deny, decline = records["deny"], records["decline"]
    a, b = (one.read("credibility", "avenia", "world")[2] for one in (decline, deny))
    found.more("credibility after the proof: declined over denied", a, b)
    trust = deny.read("trust", "borland", "avenia")
    share = trust[3:].max(axis=0) / trust[0]
    found.note(
        "after a deception trust never passes 95 % of its start in 20 turns",
        bool((share <= 0.95).all()),
        f"highest share {share.max():.2f} in any game, {share.mean():.2f} on average",
    )
    found.more(
        "and without one it comes back further",
        decline.last("trust", "borland", "avenia"),
        trust[-1],
    )
