"""A summary in words and columns: plain text that is never wrapped, or a table on terminals."""

import sys
from dataclasses import dataclass

from game.batch.summary import Share, Spread, Summary


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts: the first column names the rows, the others are numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def text_of(summary: Summary) -> str:
    """Return a summary as plain text, one line a row."""
    grids = ("\n".join(_aligned(grid)) for grid in _grids(summary))
    return "\n\n".join([_first_line(summary), *grids, *_last_line(summary)]) + "\n"


def show(summary: Summary) -> None:
    """Print a summary on stdout: plain, or with rules and bold heads where that is a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(text_of(summary))
        return
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(_first_line(summary), highlight=False, markup=False, soft_wrap=True)
    for grid in _grids(summary):
        table = Table(*grid.heads[:1], show_edge=False)
        for head in grid.heads[1:]:
            table.add_column(head, justify="right")
        for row in grid.rows:
            table.add_row(*row)
        console.width = max(console.width, *(len(line) + 20 for line in _aligned(grid)))
        console.print("", table, markup=False, soft_wrap=True)
    for line in _last_line(summary):
        console.print("", line, sep="\n", highlight=False, markup=False, soft_wrap=True)


def _first_line(summary: Summary) -> str:
    turns = summary.turns
    return (
        f"{summary.scenario}: {summary.runs} games, {turns.mean:.1f} turns each "
        f"({turns.least:.0f} to {turns.most:.0f}). Intervals are 95 %."
    )


def _last_line(summary: Summary) -> list[str]:
    same = len(summary.measures) - len(_moved(summary))
    told = f"Left out: {same} measures that came out the same in every game; summary.json has them."
    return [told] if same else []


def _moved(summary: Summary) -> list[Spread]:
    """The measures that differ between games; of a single game all of them."""
    return [one for one in summary.measures if one.least < one.most or summary.runs == 1]


def _grids(summary: Summary) -> list[Grid]:
    """Endings, scores, and the measures that differ."""
    heads = ("mean", "interval", "sd", "least", "q25", "median", "q75", "most")
    endings = Grid(
        ("ending", "games", "share", "interval"), tuple(_share(one) for one in summary.endings)
    )
    scores = Grid(("score", *heads), tuple(_spread(one) for one in summary.scores))
    measures = Grid(("measure", *heads), tuple(_spread(one) for one in _moved(summary)))
    return [grid for grid in (endings, scores, measures) if grid.rows]


def _share(one: Share) -> tuple[str, ...]:
    interval = f"{one.low:.1%} to {one.high:.1%}"
    return (one.name, str(one.games), f"{one.share:.1%}", interval)


def _spread(one: Spread) -> tuple[str, ...]:
    sd = "" if one.sd is None else f"{one.sd:.2f}"
    interval = "" if one.low is None or one.high is None else f"{one.low:.2f} to {one.high:.2f}"
    quantiles = (one.least, one.q25, one.median, one.q75, one.most)
    return (one.name, f"{one.mean:.2f}", interval, sd, *(f"{value:.2f}" for value in quantiles))


def _aligned(grid: Grid) -> list[str]:
    rows = (grid.heads, *grid.rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(grid.heads))]
    return [
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
