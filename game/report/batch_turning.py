"""The numbers that objectives and endings turn on: whose curves come first in a report."""

from collections.abc import Iterator

from game.scenario import Scenario
from game.scenario.expression import ExpressionError, parse
from game.scenario.vocabulary import Scope, resolve
from game.scenario.words import Apply, Constant, Meaning, Over, Read

SIGNS = (">=", ">", "<=", "<", "==")
WORTH = {"ending": 2, "objective": 1}  # a guess: an ending weighs as two objectives do


def turning(scenario: Scenario) -> dict[str, tuple[float, ...]]:
    """Columns that objectives and endings read, the most read first, with the limits set to them.

    A condition that reads a whole set of things names no column and is left out.
    """
    read: dict[str, float] = {}
    limits: dict[str, dict[float, None]] = {}
    for worth, text in _conditions(scenario):
        try:
            meaning, _ = resolve(parse(text), Scope(scenario.measures, scenario.keys))
        except ExpressionError:
            continue
        for name, limit in _reads(meaning, scenario):
            read[name] = read.get(name, 0) + worth
            limits.setdefault(name, {})
            if limit is not None:
                limits[name][limit] = None
    order = sorted(read, key=lambda name: (-read[name], name))
    return {name: tuple(sorted(limits[name])) for name in order}


def _conditions(scenario: Scenario) -> Iterator[tuple[int, str]]:
    for _, ending in sorted(scenario.content.endings.items()):
        yield WORTH["ending"], ending.when
    for _, goal in sorted(scenario.objectives.items()):
        yield WORTH["objective"], goal.when


def _reads(meaning: Meaning, scenario: Scenario) -> Iterator[tuple[str, float | None]]:
    """The columns a condition reads, each with the limit it is held against, if one."""
    match meaning:
        case Read():
            yield from ((name, None) for name in _column(meaning, scenario))
        case Apply(sign, (Read() as read, Constant(limit))) if sign in SIGNS:
            yield from ((name, limit) for name in _column(read, scenario))
        case Apply(_, args):
            for arg in args:
                yield from _reads(arg, scenario)
        case Over(_, _, body):
            yield from _reads(body, scenario)


def _column(read: Read, scenario: Scenario) -> Iterator[str]:
    """The name of a number's column; of a symmetric pair the sorted one."""
    if read.fact or any(arg.sort != "key" for arg in read.args):
        return
    keys = [arg.name for arg in read.args]
    if scenario.measures[read.name].symmetric:
        keys.sort()
    yield f"{read.name}[{','.join(keys)}]" if keys else read.name
