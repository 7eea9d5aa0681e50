"""Check 11: conciliatory scripts end lower than hostile ones, and a spiral needs two."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Record, Sheet, always, never, play
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "Escalation: conciliatory scripts end lower than hostile ones; tit for tat stays "
    "bounded; digital moves alone do not reach war; ladders are ordered."
)
BASIS = "Rivera et al. 2024; Goldstein 1992; Axelrod (tit for tat)"
ARMS = (
    "A: Avenia and Borland write to each other and speak with sympathy",
    "B: kind and hostile in turn",
    "C: both criticize and threaten",
    "D: both answer in kind (echo)",
    "E: Avenia is hostile, Borland passive",
)
PAIR = (("avenia", "borland"), ("borland", "avenia"))
WAR = 95.0
CLAIMS = {"avenia": "pledge", "borland": "boast"}


def _kind(seat: str, other: str) -> Sheet:
    return always(
        f"private_message.plain {other}", f"post_statement.empathetic {CLAIMS[seat]} via press"
    )


def _harsh(seat: str, other: str) -> Sheet:
    return always(f"public_criticism {other} via press", f"ultimatum.public {other} via press")


def _mixed(seat: str, other: str) -> Sheet:
    kind, harsh = _kind(seat, other), _harsh(seat, other)
    return lambda turn: kind(turn) if turn % 2 else harsh(turn)


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    scripts = {"conciliatory": _kind, "mixed": _mixed, "hostile": _harsh}
    records = {
        name: play(Arm(name, {a: script(a, b) for a, b in PAIR}), pairs)
        for name, script in scripts.items()
    }
    found = Findings()
    ends = {name: one.last("tension", "avenia", "borland") for name, one in records.items()}
    found.rising("final tension: conciliatory < mixed < hostile", list(ends.values()))
    found.rising(
        "mean Goldstein value of what they do: hostile < mixed < conciliatory",
        [_goldstein(one) for one in records.values()][::-1],
    )
    exact = all(_rivera_adds_up(one) for one in records.values())
    found.note(
        "Rivera weights add up to the sum by hand, in every game",
        exact,
        "exactly" if exact else "they differ",
    )
    war = float((records["mixed"].read("tension", "avenia", "borland").max(axis=0) > WAR).mean())
    found.note(
        "mixed script: runs that pass a tension of 95", war < 0.02, f"{war:.1%}, wanted below 2 %"
    )
    echoes = {
        "tit for tat": Arm("echo", stand_ins={one: "echo" for one, _ in PAIR}),
        "tit for tat against a mixed script": Arm(
            "answered", {"avenia": _mixed(*PAIR[0])}, stand_ins={"borland": "echo"}
        ),
    }
    for name, arm in echoes.items():
        _bounded(found, name, play(arm, pairs).read("tension", *PAIR[0]), ends["hostile"])
    passive = play(
        Arm("passive", {"avenia": _harsh("avenia", "borland"), "borland": never()}), pairs
    )
    found.more(
        "a spiral needs two: hostile against hostile over hostile against passive",
        ends["hostile"],
        passive.last("tension", "avenia", "borland"),
    )
    return Verdict(11, STATEMENT, ARMS, found.clauses, BASIS)


def _bounded(found: Findings, name: str, tension: Array, hostile: Array) -> None:
    """Demand that tension (T + 1, G) end below all hostile and hardly ever pass the break."""
    found.more(f"{name} ends below all hostile", hostile, tension[-1])
    over = float((tension.max(axis=0) > WAR).mean())
    peak = tension.mean(axis=1).max()
    found.note(f"{name} stays bounded", over < 0.02, f"mean peak {peak:.1f}, {over:.1%} pass 95")


def _goldstein(record: Record) -> Array:
    """Return (G,) the mean Goldstein value of all that the two did."""
    scenario, book = record.stage.scenario, record.stage.rulebook
    values = []
    for deed in book.deeds:
        move = scenario.moves[deed.move]
        variant = move.variants.get(deed.variant)
        codes = variant.codes if variant and variant.codes else move.codes
        values.append(float(np.mean(codes.goldstein)) if codes.goldstein is not None else 0.0)
    worth = np.array(values)
    total = sum(record.done(seat, lambda deed: worth[deed]) for seat, _ in PAIR)
    count = sum(record.done(seat, lambda deed: np.ones(len(deed))) for seat, _ in PAIR)
    return np.asarray(total / np.maximum(count, 1))


def _rivera_adds_up(record: Record) -> bool:
    """Whether the engine's escalation is the sum of severities of what each did."""
    severity = record.stage.rulebook.table.severity
    sums = [
        (record.done(seat, lambda deed: severity[deed]), record.last("escalation", seat))
        for seat, _ in PAIR
    ]
    return all(bool((hand == engine).all()) for hand, engine in sums)
