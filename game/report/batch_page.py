"""The report of a batch as a page: what leads, then its parts."""

from game.language import t, t_count
from game.report import batch_parts, batch_rest, page
from game.report.batch_figures import count, interval, one, percent
from game.report.batch_model import BatchReview
from game.report.batch_naming import Titles
from game.report.blocks import Fact, Page
from game.scenario import Scenario


def batch_written(review: BatchReview, scenario: Scenario) -> str:
    """The report as one file of HTML, in the language now spoken."""
    return page.write(batch_laid_out(review, scenario))


def batch_laid_out(review: BatchReview, scenario: Scenario) -> Page:
    """The report as a page of blocks."""
    titles = Titles(scenario)
    sections = (
        batch_parts.played(review, titles),
        batch_parts.ended(review, titles),
        batch_parts.scored(review, titles),
        batch_parts.decided(review, titles),
        batch_rest.curves(review, titles),
        batch_rest.coverage(review, titles),
        batch_rest.measures(review, titles),
        batch_rest.made(review),
    )
    return Page(
        title=review.title,
        kicker=" · ".join((t("Backchannel"), t("batch report"))),
        lead=_lead(review),
        facts=_facts(review, titles),
        sections=sections,
        foot=(_foot(review),),
        running=t("{title} · {count} games", title=review.title, count=count(review.games)),
    )


def _lead(review: BatchReview) -> str:
    games = t_count(
        "{count} game, played by stand-ins.", "{count} games, played by stand-ins.", review.games
    )
    about = t(
        "This page counts what happened in them. It tells what this scenario does with these "
        "stand-ins and these numbers, many of them guesses; not what the world would do."
    )
    return f"{games} {about}"


def _facts(review: BatchReview, titles: Titles) -> tuple[Fact, ...]:
    """Figures that lead: games, the most frequent ending, the scores that lie furthest apart."""
    turns = t("{turns} turns each", turns=one(review.turns.mean))
    facts = [Fact(t("Games"), count(review.games), turns)]
    top = review.endings[0]
    beside = f"{titles.ending(top.key)}, {interval(top.share)}"
    facts.append(Fact(t("Most frequent ending"), percent(top.share.share), beside))
    if review.scores:
        by_mean = sorted(review.scores, key=lambda row: row.spread.mean)
        for label, row in (
            (t("Highest mean score"), by_mean[-1]),
            (t("Lowest mean score"), by_mean[0]),
        ):
            facts.append(Fact(label, one(row.spread.mean), titles.seat(row.seat)))
    return tuple(facts)


def _foot(review: BatchReview) -> str:
    said = review.played
    return t(
        "Made from the tables of a batch of {scenario}, text {digest}…, seed {seed}, played by "
        "version {program}.",
        scenario=said.scenario,
        digest=said.digest[:8],
        seed=said.seed,
        program=said.program,
    )
