"""The first parts of the report of a batch: what was played, how it ended, what went with that."""

from pathlib import Path

from game import __version__
from game.language import t, t_count
from game.report import batch_charts as charts
from game.report.batch_deciding import CLEAR, LEAST
from game.report.batch_figures import between, count, interval, one, percent
from game.report.batch_findings import findings
from game.report.batch_model import BatchReview
from game.report.batch_naming import Titles
from game.report.blocks import Block, Head, Listing, Row, Section, Subhead, Table, Words
from game.report.figures import percent as whole_percent


def played(review: BatchReview, titles: Titles) -> Section:
    """What the tables are of: the manifest in words, and who played whom."""
    said = review.played
    rows: tuple[Row, ...] = (
        (t("Scenario"), f"{review.title} ({said.scenario})"),
        (t("Games"), count(review.games)),
        (t("Seed of the batch"), str(said.seed)),
        (
            t("Turns played"),
            t(
                "{mean} on average, {least} to {most}; {planned} are planned",
                mean=one(review.turns.mean),
                least=count(review.turns.least),
                most=count(review.turns.most),
                planned=review.planned,
            ),
        ),
        (t("Orders given"), count(review.orders)),
        (t("Version of the program, of the rules"), f"{said.program}, {said.rules}"),
        (t("Scenario text (SHA-256)"), said.digest),
        (t("Report made by version"), __version__),
    )
    heads = (Head(t("What"), share=30), Head(t("Value")))
    blocks: list[Block] = [Table(t("The batch"), heads, rows)]
    if not review.same_text:
        blocks.append(Words(_other_text()))
    seats = tuple((titles.seat(key), key, name) for key, name in said.policies.items())
    columns = (Head(t("Seat")), Head(t("Key")), Head(t("Played by the stand-in")))
    blocks.append(Table(t("Around the table"), columns, seats))
    blocks.append(
        Words(t("Stand-ins played every seat. What people would do, a batch does not tell."))
    )
    return Section("played", t("What was played"), tuple(blocks))


def _other_text() -> str:
    return t(
        "The scenario's text was another one when this was played: it has been edited since, or "
        "the batch was played with --set. Figures are of the tables; names, conditions and "
        "limits are read from the text as it is now."
    )


def ended(review: BatchReview, titles: Titles) -> Section:
    """Endings, and the mean scores in each."""
    came = [row for row in review.endings if row.share.count]
    heads = (
        Head(t("Seat"), share=24),
        *(
            Head(t_count("{ending} ({count} game)", "{ending} ({count} games)", row.share.count,
                         ending=titles.ending(row.key)), figures=True)
            for row in came
        ),
    )  # fmt: skip
    rows = tuple(
        (titles.seat(seat), *(one(row.scores[place]) for row in came))
        for place, seat in enumerate(review.seats)
    )
    table = Table(t("Mean score of each seat, by ending"), heads, rows, small=True)
    return Section("ended", t("How it ended"), (charts.endings(review, titles), table))


def scored(review: BatchReview, titles: Titles) -> Section:
    """The scores of each seat, and the objectives they are made of."""
    if not review.scores:
        words = t("No seat of this scenario has objectives, so nobody is scored.")
        return Section("scores", t("Scores"), (Words(words),))
    heads = (
        Head(t("Seat"), share=20),
        Head(t("Mean"), figures=True),
        Head(t("95 % interval"), figures=True),
        *(Head(name, figures=True) for name in ("sd", t("least"), "5\u00a0%", "25\u00a0%")),
        *(Head(name, figures=True) for name in (t("median"), "75\u00a0%", "95\u00a0%", t("most"))),
        Head(t("None scored higher"), figures=True),
    )
    rows = []
    for row in review.scores:
        that = row.spread
        whole = (
            "–" if that.low is None or that.high is None else between(one(that.low), one(that.high))
        )
        sd = "–" if that.sd is None else one(that.sd)
        points = (that.least, *that.fan, that.most)
        first = f"{percent(row.first.share)} ({interval(row.first)})"
        rows.append((titles.seat(row.seat), one(that.mean), whole, sd, *map(one, points), first))
    table = Table(t("Scores, 0 to 100"), heads, tuple(rows), small=True)
    return Section(
        "scores",
        t("Scores by seat"),
        (charts.scores(review, titles), table, _goals(review, titles)),
    )


def _goals(review: BatchReview, titles: Titles) -> Table:
    """In how many games each objective was met."""
    heads = (
        Head(t("Seat"), share=22),
        Head(t("Objective"), share=36),
        Head(t("Weight"), figures=True),
        Head(t("Met"), figures=True),
        Head(t("95 % interval"), figures=True),
    )
    rows = tuple(
        (
            titles.seat(row.key.partition(".")[0]),
            titles.objective(row.key),
            f"{row.weight:g}",
            percent(row.met.share),
            interval(row.met),
        )
        for row in review.goals
    )
    return Table(t("Objectives met"), heads, rows, long=True, named=2)


def decided(review: BatchReview, titles: Titles) -> Section:
    """What went with scores and endings, with all that keeps it from being a cause."""
    blocks: list[Block] = [Words(_how_read()), Listing(_cautions(review))]
    if not review.tried:
        said = t(
            "Nothing could be compared: it takes at least {least} games on either side.",
            least=LEAST,
        )
        return Section("decided", _heading(), (Words(said), *blocks))
    blocks.append(Words(_counted(review)))
    if review.overall:
        title = t("The clearest of all seats' scores")
        shown = findings("overall", title, review.overall, titles, shares=False, whose=True)
        blocks.append(shown)
    for seat, found in review.by_score:
        blocks.append(Subhead(t("Score of {seat}", seat=titles.seat(seat))))
        title = t("What went with the score of {seat}", seat=titles.seat(seat))
        key = f"score-{len(blocks)}"
        blocks.append(
            findings(key, title, found, titles, shares=False, whose=False)
            if found
            else Words(t("Nothing stands after correction."), note=True)
        )
    for ending, found in review.by_ending:
        blocks.append(Subhead(t("Ending: {ending}", ending=titles.ending(ending))))
        title = t("What went with the ending {ending}", ending=titles.ending(ending))
        key = f"ending-{len(blocks)}"
        blocks.append(
            findings(key, title, found, titles, shares=True, whose=False)
            if found
            else Words(t("Nothing stands after correction."), note=True)
        )
    return Section("decided", _heading(), tuple(blocks))


def _heading() -> str:
    return t("What went with the outcome")


def _how_read() -> str:
    return t(
        "Each line compares games in which something was ordered, or came in, with games in which "
        "it was not. That is an association in these games, not yet a cause: stand-ins answer the "
        "world, so a move may be ordered because things went badly. To see a cause, change one "
        "thing and play the same seeds: `compare`, or an experiment (`batch --design`)."
    )


def _cautions(review: BatchReview) -> tuple[str, ...]:
    return (
        t(
            "Ordered: at least once, void orders left out. Early: in turns 1 to {half}; late: "
            "after it, and compared only with games that went on beyond turn {half}. For each "
            "decision the clearest of the three stands here.",
            half=review.half,
        ),
        t(
            "A game that ends early has less time for orders and injects: what came at all, or "
            "late, goes with length too, above all beside an ending. An inject with a condition "
            "may follow from what decided."
        ),
        t(
            "“Drawn by chance”: an inject of a set turn that only the dice give or withhold. Its "
            "difference is an effect in these games, but for games that had ended before its turn."
        ),
        t(
            "In order of how large the difference is at least, at the nearer end of its interval. "
            "Intervals are of each line alone; p is adjusted for all {tried} pairs tried "
            "(Benjamini and Hochberg 1995), and what is listed has at most {clear}: of lines "
            "listed so, at most about one in {one_in} is expected to be chance.",
            tried=count(review.tried),
            clear=CLEAR,
            one_in=round(1 / CLEAR),
        ),
        t(
            "Rank correlation (Spearman): how often it was ordered against the outcome, over all "
            "games. Fewer than {least} games on either side are not compared (a guess).",
            least=LEAST,
        ),
    )


def _counted(review: BatchReview) -> str:
    return t_count(
        "{tried} pairs of a decision or inject and an outcome were compared; {count} stands after "
        "correction ({share}).",
        "{tried} pairs of a decision or inject and an outcome were compared; {count} stand after "
        "correction ({share}).",
        review.clear,
        tried=count(review.tried),
        share=whole_percent(review.clear / review.tried),
    )


def folder_name(folder: Path) -> str:
    """A folder as a command names it: its last part, so that a copy elsewhere is the same page."""
    return folder.resolve().name
