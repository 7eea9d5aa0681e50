"""Check 12: strategy beats activity, and small budgets can matter."""

from game.batch.validity.arms import Arm, Array, Record, Sheet, always, never, play
from game.batch.validity.protocol import resampled
from game.batch.validity.verdict import Findings, Verdict, number

STATEMENT = "Strategy beats activity, and small budgets can matter."
BASIS = "Riordan 2016; the sizes are guesses"
ARMS = (
    "A: Avenia settles goal, audience and channel, then speaks and answers there",
    "B: the same staff over k = 1, 2, 4 desks without a strategy",
    "C, D: Cressa, a tenth of the money, posts and answers, or sends notes and visits",
    "E: Avenia posts 0, 1, 2 or 3 times a turn and answers with the staff left",
)
CHANNELS = ("press", "microblog", "messenger")
PLACES = ("world", "capital", "border", "province")
ANSWERS = ("engage_reply.replies world via press", "engage_reply.replies capital via microblog")


def _coherent(turn: int) -> tuple[str, ...]:
    """One goal, one audience, one channel: settle it, then speak there and answer there."""
    if turn == 1:
        return (
            "declare_strategy.internal world about accord via press",
            "post_statement.neutral pledge via press",
        )
    return (
        "post_statement.neutral pledge via press",
        "post_statement.empathetic pledge via press",
        "engage_reply.replies world via press",
    )


def _scattered(turn: int) -> tuple[str, ...]:
    """As much staff on as many orders, wherever a desk happens to stand."""
    place = PLACES[turn % 4]
    if turn == 1:
        return (
            "post_statement.neutral pledge via press",
            "post_statement.neutral pledge via microblog",
        )
    first, second = CHANNELS[turn % 3], CHANNELS[(turn + 1) % 3]
    return (
        f"post_statement.neutral pledge via {first}",
        f"post_statement.empathetic pledge via {second}",
        f"engage_reply.replies {place} via microblog",
    )


def _digital(claim: str) -> Sheet:
    return lambda turn: (
        (f"post_statement.neutral {claim} via press",)
        if turn % 2
        else ("engage_reply.replies world via press",)
    )


def _traditional(turn: int) -> tuple[str, ...]:
    """Notes and visits, as far as the purse goes."""
    return (
        ("private_message.plain avenia", "private_message.plain borland")
        if turn % 3
        else ("meet_in_person.talk avenia",)
    )


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    found = Findings()
    coherent = _against_desks(found, pairs)
    digital, traditional = (
        _alone("cressa", sheet, pairs).last("score", "cressa")
        for sheet in (_digital("appeal"), _traditional)
    )
    found.more("(b) small state: score, digital over traditional", digital, traditional)
    found.more(
        "(b) and a great power's strategy over the small state's",
        coherent.last("score", "avenia"),
        digital,
    )
    _concave(found, pairs)
    return Verdict(12, STATEMENT, ARMS, found.clauses, BASIS)


def _against_desks(found: Findings, pairs: int) -> Record:
    """Compare a strategy with the same staff over 1, 2 and 4 desks; return the strategy's games."""
    coherent = _alone("avenia", _coherent, pairs)
    desks = {k: _alone("avenia", _scattered, pairs, units=k - 1.0) for k in (4, 2, 1)}
    scores = [one.last("score", "avenia") for one in (coherent, desks[4])]
    found.more("(a) score of a strategy over four desks without one", scores[0], scores[1])
    staff = [float(one.spent("avenia").mean()) for one in (coherent, desks[4])]
    same = abs(staff[0] - staff[1]) <= 0.05 * staff[1]
    found.note("(a) for the same staff", same, f"{staff[0]:.1f} and {staff[1]:.1f}")
    beliefs = [one.mean("credibility", "avenia", "*")[-1] for one in desks.values()]
    found.rising("(a) desks that contradict each other lose credibility: 4 < 2 < 1", beliefs)
    return coherent


def _alone(seat: str, sheet: Sheet, pairs: int, units: float = 0.0) -> Record:
    """Return the games in which one of Avenia and Cressa acts and the other keeps still."""
    sheets = {"avenia": never(), "cressa": never(), seat: sheet}
    return play(Arm("alone", sheets, begin={("units", "avenia"): units}), pairs)


def _concave(found: Findings, pairs: int) -> None:
    """Demand that the score bend down as posts take the staff of answers."""
    columns: list[Array] = []
    for posts in range(4):
        lines = [f"post_statement.neutral pledge via {channel}" for channel in CHANNELS[:posts]]
        sheet = always(*lines, *ANSWERS[: 3 - posts])
        columns.append(_alone("avenia", sheet, pairs).last("score", "avenia"))
    bend = (columns[0] - columns[1] - columns[2] + columns[3]) / 4  # of the parabola of best fit
    low, high = resampled(bend)
    shown = ", ".join(number(float(one.mean())) for one in columns)
    found.note(
        "(c) score against posts is concave at fixed staff",
        high < 0,
        f"{shown} for 0 to 3 posts; quadratic term [{number(low)}, {number(high)}]",
    )
