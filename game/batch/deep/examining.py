"""An examination: all arms played, all lints read, what they found in the order of the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.batch.blocks import Bench
from game.batch.deep import choices, outcomes, stories, words
from game.batch.deep.arms import FULL, Arm, Size, arms_of
from game.batch.deep.coverage import coverage
from game.batch.deep.findings import Covered, Evidence, Finding, Lint
from game.batch.deep.outcomes import sway
from game.batch.deep.trial import Trial, play_arm, prepared
from game.batch.progress import Progress, shown
from game.scenario import Scenario

LINTS: tuple[Lint, ...] = (
    stories.injects,
    stories.endings,
    stories.secrets,
    stories.channels,
    stories.claims,
    choices.own_moves,
    choices.doctrines,
    choices.dominant,
    choices.without_choice,
    outcomes.objectives,
    outcomes.winners,
    outcomes.runaways,
    outcomes.luck,
    words.too_long,
    words.untranslated,
    words.undescribed,
)


@dataclass(frozen=True, slots=True)
class Examination:
    """What an examination came to.

    games: played in all; sway: by seat the share of games in which its orders matter to its score,
    0..1; scores: by seat its mean score, 0..100, by doctrine, at random and idle everywhere.
    """

    findings: Sequence[Finding]
    coverage: Sequence[Covered]
    games: int
    sway: Mapping[str, float]
    scores: Mapping[str, tuple[float, float, float]]


def examine(
    scenario: Scenario,
    *,
    size: Size = FULL,
    seed: int = 1,
    workers: int = 1,
    progress: Progress | None = None,
) -> Examination:
    """Play a scenario with stand-ins and return what an author should look at.

    The same scenario, seed and size give the same examination on any number of workers. A
    scenario without seats is not played: nothing is found but what can be read.
    """
    arms = arms_of(scenario, size)
    total, done, trials = sum(arm.games for arm in arms), 0, []
    with shown(progress) as tell:
        tell(done, total)
        for trial in _played(scenario, arms, seed, workers):
            trials.append(trial)
            done += trial.games
            tell(done, total)
    evidence = Evidence(scenario, prepared(scenario).rulebook, trials, seed)
    seats = evidence.rulebook.keys["seat"]
    whole = [evidence.arm(name).score.mean(axis=0) for name in ("doctrine", "uniform", "idle")]
    return Examination(
        findings=[finding for lint in LINTS for finding in lint(evidence)],
        coverage=coverage(evidence),
        games=evidence.games,
        sway={seat: sway(evidence, seat, n) for n, seat in enumerate(seats)},
        scores={
            seat: (float(whole[0][n]), float(whole[1][n]), float(whole[2][n]))
            for n, seat in enumerate(seats)
        },
    )


def _played(scenario: Scenario, arms: Sequence[Arm], seed: int, workers: int) -> Iterator[Trial]:
    """Return the trials of all arms in their order, played here or on workers."""
    if workers <= 1:
        ready = prepared(scenario)
        yield from (play_arm(ready, arm, seed) for arm in arms)
        return
    import joblib

    hands = [arms[first::workers] for first in range(workers)]
    with joblib.parallel_config(backend="loky", inner_max_num_threads=1):
        pool = joblib.Parallel(n_jobs=workers, return_as="generator")
        found = pool(joblib.delayed(_hand)(scenario, hand, seed) for hand in hands)
        by_name = {trial.arm.name: trial for hand in found for trial in hand}
    yield from (by_name[arm.name] for arm in arms)


def _hand(scenario: Scenario, arms: Sequence[Arm], seed: int) -> list[Trial]:
    """Return what one worker plays."""
    ready: Bench = prepared(scenario)
    return [play_arm(ready, arm, seed) for arm in arms]
