"""The parts of a review's page that hold one thing against another.

What a seat could know beside how it was, how sure people were beside what came, objectives beside
what was measured.
"""

from game.language import t, t_count
from game.report import charts
from game.report.blocks import Block, Cell, Head, Row, Section, Table, Words
from game.report.model import Review, ViewPart
from game.report.weighing import FEW
from game.report.wordings import names_of, stacked

WIDEST = 10  # turns side by side in a table of views
RATINGS = ("P", "S", "M", "U")


def known(review: Review) -> Section:
    """Each seat's view beside the truth; then secrets and claims."""
    blocks: list[Block] = []
    for view in review.views:
        blocks += _views(review, view)
    legend = t(
        "✕ differs from the truth, or was an estimate; “not known” was not shown to the seat."
    )
    if not review.seat:
        blocks.append(Words(legend, note=True))
        blocks += _revealed(review)
    return Section("known", t("What each seat could know"), tuple(blocks))


def _views(review: Review, view: ViewPart) -> list[Block]:
    """One seat's view: two rows a number, one column a turn."""
    name = names_of(review)[view.seat]
    caption = t("What {seat} saw at the end of each turn", seat=name)
    if not review.seat:
        caption = t("What {seat} saw at the end of each turn, and how it was", seat=name)
    blocks: list[Block] = []
    for start in range(0, len(view.turns), WIDEST):
        span = range(start, min(start + WIDEST, len(view.turns)))
        turns = (Head(str(view.turns[n]), figures=True) for n in span)
        heads = (Head(t("Measure"), share=20), Head("", share=8), *turns)
        rows: list[Row] = []
        for place, row in enumerate(view.rows[start]):
            saw = tuple(_saw(view, n, place) for n in span)
            same = all(view.rows[n][place].state == "same" for n in span)
            rows.append((row.name, t("saw, was") if same and not review.seat else t("saw"), *saw))
            if not review.seat and not same:
                rows.append(("", t("was"), *(view.rows[n][place].truth for n in span)))
        blocks.append(Table(caption, heads, tuple(rows), long=True, small=True, named=2))
    return blocks


def _saw(view: ViewPart, turn: int, place: int) -> Cell:
    row = view.rows[turn][place]
    if row.state == "not shown":
        return Cell("?", "muted")
    return Cell(row.saw, "bad" if row.state == "differs" and row.truth else "")


def _revealed(review: Review) -> list[Block]:
    """Secrets and claims as they were."""
    heads = (
        Head(t("Secret"), share=22),
        Head(t("Whose")),
        Head(t("In words"), share=38),
        Head(t("Held by, out")),
    )
    rows: tuple[Row, ...] = tuple(
        (one.name, one.truth, one.text, stacked(one.since)) for one in review.secrets
    )
    claims: tuple[Row, ...] = tuple(
        (one.name, one.truth, ", ".join(one.since)) for one in review.claims
    )
    told = (Head(t("Claim"), share=60), Head(t("Was")), Head(t("Made")))
    return [
        Table(t("Secrets"), heads, rows, long=True, small=True, empty=t("There were none.")),
        Table(
            t("Claims made in public"),
            told,
            claims,
            long=True,
            small=True,
            empty=t("None was made."),
        ),
    ]


def sure(review: Review) -> Section:
    """How sure people were, and what came of it."""
    confidence = review.confidence
    blocks: list[Block] = []
    if not confidence.stated:
        said = t("Nobody said how sure they were. Next time: the slider in the sheet.")
        blocks.append(Words(said))
    elif confidence.brier is None:
        said = t_count(
            "{count} statement says how sure its seat was; it is not decided yet.",
            "{count} statements say how sure their seats were; none is decided yet.",
            confidence.stated,
        )
        where = t("Tick the boxes in part 3, or decide on the screen: `main.py debrief`.")
        blocks.append(Words(f"{said} {where}"))
    else:
        blocks.append(charts.calibration(confidence))
        blocks.append(Words(_score(review)))
    return Section("sure", t("Confidence and outcome"), tuple(blocks))


def _score(review: Review) -> str:
    """The score, and how little it may say."""
    confidence = review.confidence
    parts = [
        t(
            "Brier score {score}: 0 is perfect, 0.25 is what a coin gets that is called a coin.",
            score=f"{confidence.brier:.2f}",
        )
    ]
    if confidence.undecided:
        parts.append(t("{count} more not decided.", count=confidence.undecided))
    if confidence.cannot:
        parts.append(t("{count} cannot be decided.", count=confidence.cannot))
    if confidence.decided < FEW:
        parts.append(t("Few cases: read with care."))
    return " ".join(parts)


def reached(review: Review) -> Section:
    """Objectives: measured, proposed, and boxes for what the facilitator finds."""
    heads = (
        Head(t("Objective"), share=20),
        Head(t("Measured"), share=34),
        Head(t("Proposal")),
        Head(t("Facilitator")),
        Head(t("Reason"), share=12),
    )
    blocks: list[Block] = []
    for seat, name in names_of(review).items():
        rows: list[Row] = [
            (
                goal.name,
                stacked(goal.measured),
                Cell(goal.rating or "–", more=(goal.because,)),
                Cell("", boxes=RATINGS),
                "",
            )
            for goal in review.goals
            if goal.seat == seat
        ]
        if rows:
            blocks.append(
                Table(
                    t("Objectives of {seat}", seat=name), heads, tuple(rows), long=True, small=True
                )
            )
    blocks.append(Words(_ratings(), note=True))
    return Section("reached", t("Objectives: proposals, to be overruled"), tuple(blocks))


def _ratings() -> str:
    return t(
        "P performed, S with some challenges, M with major challenges, U unable: the ratings of "
        "HSEEP. Proposed by arithmetic alone: met is P, met with a number set by hand S; missed by "
        "a tenth of the way from the start or less S, by less than the whole way M, else U. The "
        "box counts."
    )
