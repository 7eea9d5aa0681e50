"""The report of a batch, made of the folder its tables lie in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.engine.endings import TIME
from game.report.batch_acts import Acts, acts_in
from game.report.batch_deciding import (
    CERTAIN,
    Array,
    Finding,
    Link,
    clearest,
    decisions,
    injects,
    links,
)
from game.report.batch_fans import Fan, fans
from game.report.batch_model import (
    BINS,
    BatchReview,
    Counted,
    EndingRow,
    FanRow,
    GoalRow,
    InjectRow,
    MoveRow,
    ScoreRow,
)
from game.report.batch_runs import Runs, runs_of
from game.report.batch_sums import share, spread
from game.report.batch_tables import Folder, open_folder
from game.report.batch_turning import turning
from game.report.naming import flat
from game.scenario import Scenario
from game.scenario.deeds import deeds_of
from game.scenario.model import Inject

MOST_FANS = 8
MOST_FINDINGS = 10
OUTCOMES = ("done", "failed", "void", "standing")
MARKS = ("anchor", "attained")  # in the tables by turn, but no curve worth a row


def batch_review(path: Path, scenario: Scenario) -> BatchReview:
    """What the tables in a folder come to; the scenario gives names, conditions and planned turns.

    Raises:
        NoBatch: the folder holds no whole batch.
    """
    folder = open_folder(path)
    runs = runs_of(folder, scenario)
    planned = max(scenario.content.turns, int(runs.turns.max()))
    half = planned // 2
    acts = acts_in(folder, half)
    curves, rest, still = _fans(folder, scenario)
    found = _deciding(acts, runs, scenario, half)
    goals = scenario.objectives
    return BatchReview(
        title=flat(scenario.say(scenario.content.title)),
        folder=path,
        played=folder.played,
        same_text=scenario.digest == folder.played.digest,
        games=folder.games,
        planned=planned,
        half=half,
        turns=spread(runs.turns.astype(np.float64)),
        endings=_endings(runs, scenario),
        scores=_scores(runs),
        goals=tuple(
            GoalRow(key, goals[key].weight if key in goals else 1.0, share(count, folder.games))
            for key, count in runs.attained.items()
        ),
        fans=curves,
        all_fans=rest,
        still=still,
        moves=tuple(_moves(acts, folder.games)),
        unordered=_unordered(acts, scenario),
        voids=tuple(sorted(((*key, count) for key, count in acts.reasons.items()), key=_most)),
        channels=_channels(acts, scenario, folder.games),
        claims=_claims(runs, folder.games),
        secrets=_secrets(runs, folder.games),
        injects=tuple(_injects(runs, scenario, folder.games)),
        overall=found.overall,
        by_score=found.by_score,
        by_ending=found.by_ending,
        tried=found.tried,
        clear=found.clear,
        orders=acts.total,
    )


def _most(row: tuple[str, str, str, int]) -> tuple[int, str, str, str]:
    return -row[3], *row[:3]


def _fans(folder: Folder, scenario: Scenario) -> tuple[tuple[FanRow, ...], tuple[Fan, ...], int]:
    """The curves that come first, all that move in three turns, and how many do not move."""
    there = folder.measures("turns")
    flat_ones = [name for name in there if "[" not in name]
    wanted = turning(scenario)
    by_worth = dict.fromkeys((*(name for name in wanted if name in there), *flat_ones))
    shown = [name for name in by_worth if name.partition("[")[0] not in MARKS]
    first = [FanRow(fan, wanted.get(fan.column, ())) for fan in fans(folder, shown) if fan.curved][
        :MOST_FANS
    ]
    (_, turns), *_ = folder.read("turns", ["turn"])
    last = int(turns.max())
    only = tuple(dict.fromkeys((1, (1 + last) // 2, last)))
    listed = [name for name in there if name.partition("[")[0] not in MARKS]
    every = [fan for fan in fans(folder, listed, only) if fan.moves]
    return tuple(first), tuple(every), len(listed) - len(every)


def _endings(runs: Runs, scenario: Scenario) -> tuple[EndingRow, ...]:
    """Every ending, the most frequent first; those that never came too."""
    games = len(runs.ending)
    known = dict.fromkeys((*sorted(scenario.content.endings), TIME, *np.unique(runs.ending)))
    rows = []
    for key in map(str, known):
        here = np.flatnonzero(runs.ending == key)
        first = int(here[0]) if len(here) else None
        rows.append(
            EndingRow(
                key=key,
                share=share(len(here), games),
                run=first,
                seed=None if first is None else int(runs.seed[first]),
                scores=tuple(float(row[here].mean()) for row in runs.scores.values())
                if len(here)
                else (),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.share.count, row.key)))


def _scores(runs: Runs) -> tuple[ScoreRow, ...]:
    """The scores of each seat."""
    if not runs.scores:
        return ()
    best = np.max(list(runs.scores.values()), axis=0)
    return tuple(
        ScoreRow(
            seat=seat,
            spread=spread(row),
            bins=tuple(int(n) for n in np.histogram(row, BINS, (0.0, 100.0))[0]),
            first=share(int((row >= best).sum()), len(row)),
        )
        for seat, row in runs.scores.items()
    )


def _moves(acts: Acts, games: int) -> Iterator[MoveRow]:
    """Every decision, by seat, the most ordered first."""
    rows = []
    for seat, deed in sorted(acts.early):
        done, failed, void, standing = (acts.fates[seat, deed, fate] for fate in OUTCOMES)
        orders = done + failed + void + standing
        rows.append(
            MoveRow(
                seat=seat,
                deed=deed,
                orders=orders,
                done=done,
                failed=failed,
                void=void,
                standing=standing,
                exposed=acts.exposed[seat, deed],
                games=share(acts.games((seat, deed)), games),
            )
        )
    yield from sorted(rows, key=lambda row: (row.seat, -row.orders, row.deed))


def _unordered(acts: Acts, scenario: Scenario) -> tuple[str, ...]:
    """Deeds that actors of these kinds may order, and nobody did."""
    content = scenario.content
    kinds = {content.actors[seat.actor].kind for seat in content.seats.values()}
    ordered = {deed for _, deed in acts.early}
    return tuple(
        deed.key
        for key, move in sorted(scenario.moves.items())
        for deed in deeds_of(key, move)
        if deed.key not in ordered and (not deed.by or kinds & set(deed.by))
    )


def _channels(acts: Acts, scenario: Scenario, games: int) -> tuple[Counted, ...]:
    """Every channel; `via` of other deeds names other things, which are left out."""
    rows = (
        Counted(key, share(int(acts.reached[key].sum()) if key in acts.reached else 0, games),
                acts.channels[key])
        for key in scenario.keys["channel"]
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.more, row.key)))


def _claims(runs: Runs, games: int) -> tuple[Counted, ...]:
    rows = [
        Counted(key, share(count, games), runs.reached.get(key, 0) / games)
        for key, count in runs.out.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.games.count, -row.more, row.key)))


def _secrets(runs: Runs, games: int) -> tuple[Counted, ...]:
    return tuple(
        Counted(key, share(count, games), int(runs.learned[key].sum()) / games)
        for key, count in runs.public.items()
        if key in runs.learned
    )


def _injects(runs: Runs, scenario: Scenario, games: int) -> Iterator[InjectRow]:
    """Every inject, the earliest first, those that never came last."""
    rows = []
    for key, fired in runs.fired.items():
        came = fired[fired > 0]
        turns = (int(came.min()), int(came.max())) if len(came) else None
        how = _how(scenario.content.msel.get(key))
        rows.append(InjectRow(key, share(len(came), games), turns, how))
    yield from sorted(rows, key=lambda row: (row.turns is None, row.turns or (0, 0), row.key))


def _how(row: Inject | None) -> str:
    """What an inject waits for."""
    if row is None or row.by_hand:
        return "hand"
    if row.when is not None or row.contingency is not None:
        return "condition"
    return "chance" if row.chance < 1 else "turn"


@dataclass(frozen=True, slots=True)
class _Deciding:
    """What went with the outcome, as the review holds it."""

    overall: tuple[Finding, ...]
    by_score: tuple[tuple[str, tuple[Finding, ...]], ...]
    by_ending: tuple[tuple[str, tuple[Finding, ...]], ...]
    tried: int
    clear: int


def _deciding(acts: Acts, runs: Runs, scenario: Scenario, half: int) -> _Deciding:
    """Every decision and inject against every score and every ending that is in doubt."""
    factors = [
        *decisions(acts, runs.turns, half),
        *injects(runs.fired, scenario.content.msel, runs.turns, half),
    ]
    doubtful: dict[str, Array] = {}
    for key in map(str, np.unique(runs.ending)):
        came = (runs.ending == key).astype(np.float64)
        if 1 - CERTAIN < came.mean() < CERTAIN:
            doubtful[key] = came
    of_scores, of_endings = links(factors, runs.scores, doubtful)

    def listed(found: list[Link], outcome: str) -> tuple[str, tuple[Finding, ...]]:
        own = (one for one in found if one.outcome == outcome)
        return outcome, clearest(own, factors, MOST_FINDINGS)

    return _Deciding(
        overall=clearest(of_scores, factors, MOST_FINDINGS),
        by_score=tuple(listed(of_scores, key) for key in runs.scores),
        by_ending=tuple(listed(of_endings, key) for key in doubtful),
        tried=len(of_scores) + len(of_endings),
        clear=sum(one.clear for one in (*of_scores, *of_endings)),
    )
