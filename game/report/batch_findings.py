"""What went with an outcome: drawn with intervals, and in a table all there is to know of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import t
from game.report import batch_charts as charts
from game.report import plots
from game.report.batch_deciding import Finding, Link
from game.report.batch_figures import between, chance, count, one, ranked, signed
from game.report.batch_naming import Titles
from game.report.blocks import Cell, Head, Plot, Row, Table
from game.report.naming import clipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def findings(
    key: str, title: str, found: Sequence[Finding], titles: Titles, *, shares: bool, whose: bool
) -> Plot:
    """Differences with their intervals, and all there is to know of each in a table.

    shares: of endings, in points of per cent; whose: each line names the seat whose score it is.
    """
    factor = 100.0 if shares else 1.0

    def paint(axes: "Axes") -> None:
        names = [_label(one.link, titles, whose=whose) for one in found]
        charts.lying(axes, names)
        for place, finding in enumerate(found):
            that = finding.link.difference
            color = plots.ACCENT if that.value > 0 else plots.ALERT
            mark = "o" if that.value > 0 else "s"
            axes.plot([factor * that.low, factor * that.high], [place] * 2, color=color)
            axes.plot([factor * that.value], [place], mark, color=color)
        axes.axvline(0, color=plots.TEXT, linewidth=0.9)
        axes.set_xlabel(t("share with less share without, %") if shares else
                        t("mean score with less mean score without"))  # fmt: skip

    top = found[0].link
    said = t(
        "Largest: {what}, {difference}.",
        what=words(top, titles, whose=whose),
        difference=signed(factor * top.difference.value),
    )
    size = (7.1, 0.6 + charts.ROW * len(found))
    svg = plots.drawn(key, title=title, description=said, paint=paint, size=size)
    caption = t("{title}; the lines are 95 % intervals. {said}", title=title, said=said)
    return Plot(svg, caption, _finding_table(title, found, titles, shares=shares, whose=whose))


def _finding_table(
    title: str, found: Sequence[Finding], titles: Titles, *, shares: bool, whose: bool
) -> Table:
    heads = (
        Head(t("Decision or inject"), share=34),
        Head(t("Games with"), figures=True),
        Head(t("without"), figures=True),
        Head(t("Share with") if shares else t("Mean with"), figures=True),
        Head(t("without"), figures=True),
        Head(t("Difference"), figures=True),
        Head(t("95 % interval"), figures=True),
        Head(t("Rank correlation"), figures=True),
        Head(t("Adjusted p"), figures=True),
    )
    rows = tuple(_finding_row(one, titles, shares=shares, whose=whose) for one in found)
    return Table(title, heads, rows, long=True, small=True)


def _finding_row(finding: Finding, titles: Titles, *, shares: bool, whose: bool) -> Row:
    link, factor = finding.link, 100.0 if shares else 1.0
    that = link.difference
    more = [t("drawn by chance: an effect")] if link.drawn else []
    if finding.alike:
        others = "; ".join(words(one, titles, whose=False) for one in finding.alike)
        more.append(t("in nearly the same games, or their opposite: {others}", others=others))
    return (
        Cell(words(link, titles, whose=whose, long=True), more=tuple(more)),
        count(link.with_it),
        count(link.without),
        one(factor * link.mean_with),
        one(factor * link.mean_without),
        signed(factor * that.value),
        between(signed(factor * that.low), signed(factor * that.high)),
        ranked(link.rank),
        chance(link.q),
    )


def words(link: Link, titles: Titles, *, whose: bool, long: bool = False) -> str:
    """A decision or an inject in words, and whose score it is about, if wanted."""
    seat, thing = link.key
    if seat:
        said = _timed(link, t("{seat}: {deed}", seat=titles.seat(seat), deed=titles.deed(thing)))
    else:
        name = titles.inject(thing) if long else titles.short_inject(thing)
        said = t("inject {inject}", inject=_timed(link, name))
    return t("{whose} ← {what}", whose=titles.seat(link.outcome), what=said) if whose else said


def _label(link: Link, titles: Titles, *, whose: bool) -> str:
    """The same beside a line of a drawing, where seats are called by their keys to save room."""
    seat, thing = link.key
    said = titles.deed(thing) if seat else titles.short_inject(thing)
    said = t("{seat}: {deed}", seat=seat or t("inject"), deed=_timed(link, said))
    said = t("{whose} ← {what}", whose=link.outcome, what=said) if whose else said
    return clipped(said, charts.LABEL)


def _timed(link: Link, said: str) -> str:
    """What was ordered or came, and whether early or late, if that is what counts."""
    if link.when == "early":
        return t("(early) {what}", what=said)
    return t("(late) {what}", what=said) if link.when == "late" else said
