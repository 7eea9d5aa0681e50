"""A scenario looked at again whenever its author saves it: its files, its faults, its graph.

One look is a value. Who watches compares the moments of its files with what is on the disk, and
looks again when they differ; nothing here waits or prints.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.scenario.faults import Fault, ScenarioError, escape
from game.scenario.include import gather
from game.scenario.load import check, find, load
from game.scenario.population import tie_of
from game.scenario.scenario import Scenario

GONE = -1  # the moment of a file that is not there
NAMED = 8  # things of a sort that are named before they are only counted

Moments = dict[Path, tuple[int, int]]  # when each file was written, in ns, and its size


@dataclass(frozen=True, slots=True)
class Look:
    """A scenario as it stood at one moment; `script` is None where it cannot be played."""

    moments: Moments
    faults: tuple[Fault, ...]
    script: Scenario | None

    @property
    def stale(self) -> bool:
        """Whether one of its files is not as it was."""
        return any(_moment(file) != then for file, then in self.moments.items())

    @property
    def errors(self) -> int:
        """How many faults keep it from being played."""
        return sum(fault.is_error for fault in self.faults)


def look(path: str | Path, language: str = "en") -> Look:
    """Look at the scenario at a path, with all that it includes."""
    moments: Moments = {}
    for _ in range(2):  # a file saved meanwhile, or one newly included, counts at once
        before, moments = moments, _moments(path)
        if before.keys() == moments.keys():
            break
    faults = tuple(check(path))
    script = None
    if not any(fault.is_error for fault in faults):
        try:
            script = load(path, language=language)
        except ScenarioError as error:  # saved again between the two
            faults = tuple(error.faults)
    return Look(moments, faults, script)


def graph_lines(script: Scenario) -> Iterator[str]:
    """What the graph of a scenario holds, in a few lines: who listens to whom, and who is alone."""
    content = script.content
    yield _listed("actors", script.keys["actor"])
    yield _listed("audiences", script.keys["audience"])
    yield _listed("channels", script.keys["channel"])
    ties = [
        (tie_of(tie).weight, source, target)
        for source, targets in content.ties.items()
        for target, tie in targets.items()
        if source != target
    ]
    strongest = sorted(ties, key=lambda tie: (-tie[0], *tie[1:]))
    yield _listed(
        "ties", [f"{source} > {target} {weight:g}" for weight, source, target in strongest]
    )
    told = {target for _, _, target in ties}
    heard = {source for _, source, _ in ties}
    owners = {channel.owner for channel in content.channels.values()}
    publics = {audience.of for audience in content.audiences.values()}
    seated = {seat.actor for seat in content.seats.values()}
    deaf = [key for key in script.keys["audience"] if key not in told | heard]
    alone = [key for key in script.keys["actor"] if key not in heard | owners | publics | seated]
    yield _listed("isolated", [*alone, *deaf])


def _listed(what: str, names: "tuple[str, ...] | list[str]") -> str:
    if not names:
        return f"{what:<10} none"
    more = len(names) - NAMED
    said = ", ".join(escape(name) for name in names[:NAMED])
    return f"{what:<10} {len(names):>3}: {said}" + (f" and {more} more" if more > 0 else "")


def _moments(path: str | Path) -> Moments:
    """The files of a scenario with their moments; only the path itself where none can be read."""
    try:
        found = find(path)
    except ScenarioError:
        return {Path(path): _moment(Path(path))}
    library = gather(found, str(found))
    files = [found, *(Path(name) for name in library.lines)]
    folder = [found.parent] if found.parent.is_dir() else []  # a file that was missing may come
    return {file: _moment(file) for file in dict.fromkeys([*files, *folder])}


def _moment(file: Path) -> tuple[int, int]:
    try:
        state = file.stat()
    except OSError:
        return GONE, 0
    return state.st_mtime_ns, state.st_size
