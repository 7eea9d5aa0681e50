"""What the story holds and nobody ever meets: injects, endings, secrets, channels, claims."""

from collections.abc import Iterator

import numpy as np

from game.batch.deep.findings import Evidence, Finding
from game.engine.endings import ending_names


def injects(evidence: Evidence) -> Iterator[Finding]:
    """Injects that never come, and conditional ones that always do."""
    fired = (evidence.cells("fired") > 0).sum(axis=0)
    for place, key in enumerate(evidence.rulebook.keys["inject"]):
        inject = evidence.scenario.content.msel[key]
        tied = inject.when is not None or inject.contingency is not None
        if inject.by_hand or not (tied or inject.turn is not None or inject.chance < 1):
            continue
        count, games = int(fired[place]), evidence.games
        said = f"it came in {count} of {games} games, whoever played"
        command = evidence.command(evidence.arm("doctrine").arm)
        if not count:
            yield Finding("inject-never", ("msel", key), "this inject never comes", said, command)
        elif count == games and tied and inject.chance == 1:
            message = "this inject has a condition and comes in every game all the same"
            yield Finding("inject-always", ("msel", key), message, said, command)


def endings(evidence: Evidence) -> Iterator[Finding]:
    """Endings that no game reached."""
    names = ending_names(evidence.rulebook)
    reached = {names[int(n)] for trial in evidence.trials for n in np.unique(trial.ending)}
    for key in evidence.scenario.content.endings:
        if key not in reached:
            said = f"0 of {evidence.games} games ended so, whoever played"
            command = evidence.command(evidence.arm("uniform").arm)
            message = "no game reaches this ending"
            yield Finding("ending-never", ("endings", key), message, said, command)


def secrets(evidence: Evidence) -> Iterator[Finding]:
    """Secrets that nobody beyond their first holders ever learns."""
    learned = evidence.rose("holds", 0) | evidence.rose("public")
    for place, key in enumerate(evidence.rulebook.keys["secret"]):
        if not learned[place]:
            said = f"in {evidence.games} games nobody learned it and it was never published"
            command = evidence.command(evidence.arm("uniform").arm)
            message = "nobody can learn this secret"
            yield Finding("secret-never-learned", ("secrets", key), message, said, command)


def channels(evidence: Evidence) -> Iterator[Finding]:
    """Channels that no order ever takes."""
    used = evidence.total("channels")
    for place, key in enumerate(evidence.rulebook.keys["channel"]):
        if not used[place]:
            said = f"in {evidence.games} games no order went by it"
            command = evidence.command(evidence.arm("uniform").arm)
            message = "nobody uses this channel"
            yield Finding("channel-unused", ("channels", key), message, said, command)


def claims(evidence: Evidence) -> Iterator[Finding]:
    """Claims of the author that reach no audience they had not reached before."""
    new = evidence.rose("aware", 0)
    for place, key in enumerate(evidence.rulebook.keys["claim"]):
        if key in evidence.scenario.content.claims and not new[place]:
            said = f"in {evidence.games} games it reached no audience that had not heard it"
            command = evidence.command(evidence.arm("uniform").arm)
            message = "this claim never spreads"
            yield Finding("claim-never-spreads", ("claims", key), message, said, command)
