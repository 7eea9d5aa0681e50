"""The runbook: every inject of the list, what has become of it, and what brings it."""

from dataclasses import dataclass

from game.engine import due_at
from game.engine.journal import Intervention
from game.language import t
from game.rules import planned
from game.rules.phrases import Phrases
from game.session.running import Running

LAST = 10_000  # where injects without a turn of their own stand


@dataclass(frozen=True, slots=True)
class Planned:
    """An inject as the facilitator sees it.

    state: fired, next (it comes next turn if nothing changes), planned, conditional, by hand, held
    or skipped (its turn has passed); turn: when it came or is to come, None if that is open; due:
    whether it would come in its turn if the world stayed as it is; when: its condition in words;
    hold: who keeps it back and why.
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
    fired = game.rulebook.layout.view(game.world.cells, "fired")[0]
    msel = game.scenario.content.msel
    turns = {name: msel[name].turn or game.turn + 1 for name in keys}
    later = sorted({turn for turn in turns.values() if turn > game.turn})
    due = {turn: due_at(game.world, game.rulebook, hands, turn)[0] for turn in later}
    rows = []
    for place, name in enumerate(keys):
        turn = turns[name]
        holds = not game.ended and turn in due and bool(due[turn][place])
        rows.append(_planned(game, name, int(fired[place]), holds=holds))
    rows += [_written(game, done) for done in game.hands if done.kind == "write"]
    return sorted(rows, key=lambda row: (row.turn or LAST, row.name))


def _planned(game: Running, name: str, fired: int, *, holds: bool) -> Planned:
    inject, say = game.scenario.content.msel[name], game.scenario.say
    hold = _holding(game, name)
    after = inject.contingency
    when = Phrases({}, game.scenario.measures).say(inject.when) if inject.when else ""
    if after is not None:
        when = t("nobody answers {inject} within {turns}", inject=after.of, turns=after.after)
    coming = holds and inject.turn in (None, game.turn + 1)
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
    return Planned(name, state, turn, holds, when, tuple(inject.to), *said, edited, hold=hold)


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
