"""The runbook: every inject of the list, what has become of it, and what brings it."""

from dataclasses import dataclass

from game.engine import due_next
from game.engine.journal import Intervention
from game.rules import planned
from game.session.running import Running

LAST = 10_000  # where injects without a turn of their own stand


@dataclass(frozen=True, slots=True)
class Planned:
    """An inject as the facilitator sees it.

    state: fired, next (it comes next turn if nothing changes), planned, conditional, by hand, held
    or skipped (its turn has passed); turn: when it came or is to come, None if that is open; due:
    whether it would come next turn; when: the condition in the author's words; hold: who keeps it
    back and why.
    """

    name: str
    state: str
    turn: int | None
    due: bool
    when: str
    to: tuple[str, ...]
    text: str
    source: str
    mode: str
    trains: str
    edited: bool
    written: bool = False
    hold: Intervention | None = None


def runbook(game: Running) -> list[Planned]:
    """Every inject in the order in which they come, written ones among them."""
    keys = game.rulebook.keys["inject"]
    hands = planned(game.hands, game.turn + 1)
    due = due_next(game.world, game.rulebook, hands)[0] if not game.ended else [False] * len(keys)
    fired = game.rulebook.layout.view(game.world.cells, "fired")[0]
    rows = [
        _planned(game, name, int(fired[place]), coming=bool(due[place]))
        for place, name in enumerate(keys)
    ]
    rows += [_written(game, done) for done in game.hands if done.kind == "write"]
    return sorted(rows, key=lambda row: (row.turn or LAST, row.name))


def _planned(game: Running, name: str, fired: int, *, coming: bool) -> Planned:
    inject, say = game.scenario.content.msel[name], game.scenario.say
    hold = _holding(game, name)
    after = inject.contingency
    when = inject.when or (f"{after.of}: +{after.after}" if after is not None else "")
    if fired:
        state = "fired"
    elif hold is not None:
        state = "held"
    elif coming:
        state = "next"
    elif inject.turn is not None and inject.turn <= game.turn:
        state = "skipped"
    elif when:
        state = "conditional"
    else:
        state = "planned" if inject.turn is not None else "by hand"
    edited = any(done.kind == "edit" and done.data.get("inject") == name for done in game.hands)
    trains = inject.trains if isinstance(inject.trains, str) else ", ".join(map(str, inject.trains))
    said = (say(inject.text), say(inject.source), inject.mode, trains)
    turn = fired or inject.turn
    return Planned(name, state, turn, coming, when, tuple(inject.to), *said, edited, hold=hold)


def _written(game: Running, done: Intervention) -> Planned:
    data = done.data
    given = done.turn < game.turn or (done.turn == game.turn and game.begun)
    to = tuple(map(str, data.get("to", ())))
    said = (str(data["text"]), str(data.get("source", "")), "cable", "")
    state = "fired" if given else "next"
    name = str(data["name"])
    return Planned(name, state, done.turn, not given, "", to, *said, edited=False, written=True)


def _holding(game: Running, name: str) -> Intervention | None:
    """The entry that keeps an inject back, if one does."""
    found = None
    for done in game.hands:
        if done.data.get("inject") == name and done.kind in ("hold", "release", "fire", "give"):
            found = done if done.kind == "hold" else None
    return found
