"""An examination in words: findings with their places, coverage, scores and luck."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.batch.deep.examining import Examination
from game.batch.deep.findings import Covered, Finding
from game.scenario import located, render

NAMED = 6  # things that a row of coverage names before it only counts


def lines_of(found: Examination, path: str | Path) -> Iterator[str]:
    """Return what an examination found in the scenario at a path, as lines for a terminal."""
    places = located(
        path, [(one.path, one.code, one.message, one.evidence) for one in found.findings]
    )
    for finding, place in zip(found.findings, places, strict=True):
        yield render(place)
        yield from (f"  see: {command}" for command in [finding.command] if command)
    if found.findings:
        yield ""
    yield f"Coverage, {found.games} games"
    widest = max(len(row.what) for row in found.coverage)
    for row in found.coverage:
        yield f"  {row.what:<{widest}}  {row.seen:>3} of {row.of:<3} {_missing(row)}".rstrip()
    if found.scores:
        yield ""
        yield from _scores(found)
    yield ""
    yield _closing(found.findings)


def _missing(row: Covered) -> str:
    if not row.missing:
        return ""
    more = len(row.missing) - NAMED
    names = ", ".join(row.missing[:NAMED])
    return f"not: {names}" + (f" and {more} more" if more > 0 else "")


def _scores(found: Examination) -> Iterator[str]:
    widest = max(len(seat) for seat in found.scores)
    yield "Mean score of each seat, and the share of games in which its own orders change it by 10"
    yield f"  {'':<{widest}}  doctrine  uniform   idle   sway"
    for seat, (doctrine, uniform, idle) in found.scores.items():
        row = f"{doctrine:8.0f}  {uniform:7.0f}  {idle:5.0f}  {found.sway[seat]:5.0%}"
        yield f"  {seat:<{widest}}  {row}"


def _closing(findings: Sequence[Finding]) -> str:
    return f"{len(findings)} to look at." if findings else "Nothing to look at."
