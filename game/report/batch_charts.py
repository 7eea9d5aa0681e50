"""The drawings of the report of a batch, each with its table: endings, scores, curves, findings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import t
from game.report import plots
from game.report.batch_figures import (
    count,
    games_of,
    interval,
    measure,
    one,
    percent,
)
from game.report.batch_model import BINS, BatchReview, EndingRow, FanRow
from game.report.batch_naming import Titles
from game.report.batch_sums import Share
from game.report.blocks import Cell, Head, Plot, Row, Table
from game.report.figures import scale_of
from game.report.harmless import one_line
from game.report.naming import clipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABEL = 48  # signs beside a bar
ROW = 0.27  # inches a bar
FAN = (3.4, 1.85)


def endings(review: BatchReview, titles: Titles) -> Plot:
    """How often the games came to each ending, with intervals."""
    rows = [row for row in review.endings if row.share.count]
    names = [titles.ending(row.key) for row in rows]

    def paint(axes: "Axes") -> None:
        lying(axes, names)
        values = [100 * row.share.share for row in rows]
        low = [100 * max(0.0, row.share.share - row.share.low) for row in rows]
        high = [100 * max(0.0, row.share.high - row.share.share) for row in rows]
        places = range(len(rows))
        axes.barh(places, values, height=0.55, color=plots.ACCENT, alpha=0.8)
        axes.errorbar(values, places, xerr=(low, high), fmt="none", ecolor=plots.TEXT, capsize=2.5)
        axes.set_xlabel(t("games, %"))
        axes.set_xlim(left=0)

    said = t(
        "Most often: {ending}, {share} of the games.",
        ending=names[0],
        share=percent(rows[0].share.share),
    )
    title = t("How the games ended")
    size = (7.1, 0.55 + ROW * 1.2 * len(rows))
    svg = plots.drawn("endings", title=title, description=said, paint=paint, size=size)
    caption = t("Share of the games; the lines are 95 % intervals (Wilson). {said}", said=said)
    return Plot(svg, caption, _ending_table(review, titles))


def _ending_table(review: BatchReview, titles: Titles) -> Table:
    heads = (
        Head(t("Ending"), share=36),
        Head(t("Games"), figures=True),
        Head(t("Share"), figures=True),
        Head(t("95 % interval"), figures=True),
        Head(t("Run to look at"), figures=True),
        Head(t("Its seed"), figures=True),
    )
    rows = tuple(_ending_row(row, titles) for row in review.endings)
    return Table(t("Endings, those that never came too"), heads, rows)


def _ending_row(row: EndingRow, titles: Titles) -> Row:
    never = row.run is None
    return (
        Cell(titles.ending(row.key), "muted" if never else ""),
        count(row.share.count),
        percent(row.share.share),
        interval(row.share),
        "–" if row.run is None else str(row.run),
        "–" if row.seed is None else str(row.seed),
    )


def scores(review: BatchReview, titles: Titles) -> Plot:
    """How the scores of each seat lie: a row of bars a seat, a diamond at the mean."""
    names = [titles.seat(row.seat) for row in review.scores]
    width = 100 / BINS
    lefts = [width * place for place in range(BINS)]

    def paint(axes: "Axes") -> None:
        lying(axes, names)
        for place, row in enumerate(review.scores):
            most = max(row.bins)
            heights = [-0.75 * games / most for games in row.bins]  # the axis points down
            axes.bar(
                lefts, heights, bottom=place + 0.4, width=0.92 * width, align="edge",
                color=plots.ACCENT, alpha=0.55, linewidth=0,
            )  # fmt: skip
            axes.plot([row.spread.mean], [place + 0.4], "D", color=plots.ALERT, markersize=4.5)
        axes.set_xlim(0, 100)
        axes.set_xticks(range(0, 101, 10))
        axes.set_xlabel(t("score"))

    best = max(review.scores, key=lambda row: row.spread.mean)
    said = t(
        "Highest mean: {seat}, {mean}.", seat=titles.seat(best.seat), mean=one(best.spread.mean)
    )
    title = t("Scores by seat")
    size = (7.1, 0.6 + 0.52 * len(names))
    svg = plots.drawn("scores", title=title, description=said, paint=paint, size=size)
    caption = t(
        "How many games of each seat lie in each ten points, each seat to its own height; the "
        "diamond is the mean. {said}",
        said=said,
    )
    heads = [Head(t("Seat"), share=20)]
    for place in range(BINS):
        last = place == BINS - 1
        heads.append(Head(f"{place * 10}–{place * 10 + (10 if last else 9)}", figures=True))
    rows = tuple(
        (titles.seat(row.seat), *(count(games) for games in row.bins)) for row in review.scores
    )
    table = Table(
        t("Games by score: from 10 to below 20 and so on"), tuple(heads), rows, small=True
    )
    return Plot(svg, caption, table)


def fan(place: int, row: FanRow, titles: Titles) -> Plot:
    """A measure over the turns: median, half of the games, nine in ten."""
    scenario, column = titles.scenario, row.fan.column
    name = column.partition("[")[0]
    scale = scale_of(scenario, name)
    bands = [tuple(scale.factor * value for value in band) for band in row.fan.bands]
    turns = row.fan.turns

    def paint(axes: "Axes") -> None:
        plots.turns_axis(axes, turns)
        least, q25, median, q75, most = (list(line) for line in zip(*bands, strict=True))
        axes.fill_between(turns, least, most, color=plots.ACCENT, alpha=0.16, linewidth=0)
        axes.fill_between(turns, q25, q75, color=plots.ACCENT, alpha=0.32, linewidth=0)
        plots.line(axes, turns, median)
        for limit in row.limits:
            if least and min(least) <= scale.factor * limit <= max(most):
                plots.goal(axes, scale.factor * limit, scale.plain(limit))
        axes.margins(y=0.12)

    title = titles.column(column)
    first, last = (scale.plain(row.fan.bands[n][2]) for n in (0, -1))
    said = t(
        "Median {first} after turn {one}, {last} after turn {other}.",
        first=first,
        one=turns[0],
        last=last,
        other=turns[-1],
    )
    svg = plots.drawn(f"fan-{place}", title=title, description=said, paint=paint, size=FAN)
    unit = t("In {unit}.", unit=scale.unit.strip()) if scale.unit else ""
    limits = t("Dashed: a limit that an objective or an ending sets.") if row.limits else ""
    caption = " ".join(part for part in (said, unit, limits) if part)
    return Plot(svg, caption, _fan_table(row, titles), beside=True)


def _fan_table(row: FanRow, titles: Titles) -> Table:
    heads = (
        Head(t("Turn")),
        Head(t("Games"), figures=True),
        *(Head(name, figures=True) for name in ("5\u00a0%", "25\u00a0%", t("median"))),
        *(Head(name, figures=True) for name in ("75\u00a0%", "95\u00a0%")),
    )
    rows = tuple(
        (
            str(turn),
            count(games),
            *(
                measure(titles.scenario, row.fan.column, value).removesuffix("\u00a0%")
                for value in band
            ),
        )
        for turn, games, band in zip(row.fan.turns, row.fan.games, row.fan.bands, strict=True)
    )
    return Table(t("The same as a table"), heads, rows, small=True)


def of_games(share: Share) -> tuple[str, str]:
    """A share of the games, and its interval."""
    return games_of(share), interval(share)


def lying(axes: "Axes", names: Sequence[str]) -> None:
    """Make rows from top to bottom, each with its name."""
    axes.set_yticks(range(len(names)), [clipped(one_line(name), LABEL) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(visible=False, axis="y")
    axes.grid(visible=True, axis="x")
