"""Coverage: how much of a scenario its games have met."""

from collections.abc import Iterable, Iterator

import numpy as np

from game.batch.deep.findings import Covered, Evidence
from game.engine.endings import ending_names


def coverage(evidence: Evidence) -> list[Covered]:
    """Return a row for each sort of thing an author writes, in the order of play."""
    return [_row(what, things) for what, things in _sorts(evidence)]


def _sorts(evidence: Evidence) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    content, keys = evidence.scenario.content, evidence.rulebook.keys
    fired = evidence.rose("fired")
    by_hand = {key for key, inject in content.msel.items() if inject.by_hand}
    given = [(n, key) for n, key in _all(keys["inject"]) if key not in by_hand]
    yield "injects", [(key, bool(fired[n])) for n, key in given]
    legal = np.asarray(evidence.legal().any(axis=0))
    chosen = evidence.total("chosen").sum(axis=0)
    moves = sorted({deed.move for deed in evidence.rulebook.deeds})
    of_move = {
        move: [n for n, deed in enumerate(evidence.rulebook.deeds) if deed.move == move]
        for move in moves
    }
    yield "moves open to somebody", [(move, bool(legal[of_move[move]].any())) for move in moves]
    yield "moves ordered", [(move, bool(chosen[of_move[move]].any())) for move in moves]
    used = evidence.total("channels")
    yield "channels used", [(key, bool(used[n])) for n, key in _all(keys["channel"])]
    learned = evidence.rose("holds", 0) | evidence.rose("public")
    yield "secrets learned", [(key, bool(learned[n])) for n, key in _all(keys["secret"])]
    new = evidence.rose("aware", 0)
    mine = [(n, key) for n, key in _all(keys["claim"]) if key in content.claims]
    yield "claims spread", [(key, bool(new[n])) for n, key in mine]
    met, unmet = evidence.total("met"), evidence.total("unmet")
    goals = list(_all(keys["objective"]))
    yield "objectives seen met and unmet", [(key, bool(met[n] and unmet[n])) for n, key in goals]
    names = ending_names(evidence.rulebook)
    reached = {names[int(n)] for trial in evidence.trials for n in np.unique(trial.ending)}
    yield "endings reached", [(key, key in reached) for key in content.endings]


def _all(keys: Iterable[str]) -> Iterator[tuple[int, str]]:
    return enumerate(keys)


def _row(what: str, things: list[tuple[str, bool]]) -> Covered:
    missing = tuple(key for key, seen in things if not seen)
    return Covered(what, len(things) - len(missing), len(things), missing)
