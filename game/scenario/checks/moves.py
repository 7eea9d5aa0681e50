"""Moves: expressions read, partners and counters exist, no need looks behind the curtain."""

import re
from collections.abc import Iterator, Mapping

from game.scenario.checks.effects import Reader
from game.scenario.checks.names import deed_fault
from game.scenario.curtain import hidden_reads
from game.scenario.deeds import Deed, deeds_of
from game.scenario.desk import Desk, fault
from game.scenario.draft import Draft
from game.scenario.expression import ExpressionError, parse
from game.scenario.faults import Fault
from game.scenario.move import ANYTHING, Move, Partner, Rulebook, Text
from game.scenario.nodes import Path
from game.scenario.vocabulary import resolve

DECISIVE = frozenset(["by", "target", "about", "via", "let", "variants"])
BRACES = re.compile(r"\{([^{}]*)\}")


def own_moves(desk: Desk) -> Iterator[Fault]:
    """Faults of the moves that the scenario tunes or adds."""
    made = desk.own_moves.made
    if made is not None:
        yield from move_faults(desk, desk.own_moves, made.moves)


def move_faults(desk: Desk, draft: Draft[Rulebook], moves: Mapping[str, Move]) -> Iterator[Fault]:
    """Faults of moves whose places a draft knows, each told once."""
    told: set[Fault] = set()
    for key, move in moves.items():
        if not _clear(draft, key):
            continue
        for found in _of_move(desk, draft, key, move):
            if found not in told:
                told.add(found)
                yield found


def _clear(draft: Draft[Rulebook], key: str) -> bool:
    """Whether what the words of a move mean is known: its operands and numbers are sound."""
    known = set(Move.model_fields) | {"with", "else", "while"}
    for path in draft.damaged:
        if path[:2] != ("moves", key):
            continue
        field = path[2] if len(path) > 2 else "variants"
        if field in DECISIVE or field not in known:
            return False
    return True


def _of_move(desk: Desk, draft: Draft[Rulebook], key: str, move: Move) -> Iterator[Fault]:
    root: Path = ("moves", key)
    for deed in deeds_of(key, move):
        yield from _of_deed(desk, draft, root, deed)
    for number, name in enumerate(move.counters):
        if not desk.knows("move", name):
            yield _unknown(desk, draft, (*root, "counters", number), name)
    for turns in move.after:
        if turns < 1:
            place = draft.key((*root, "after", str(turns)))
            yield fault(
                place, "out-of-range", "a later stage comes after 1 turn or more", "write 1"
            )
    yield from _braces(draft, (*root, "says"), move.says, move)


def _of_deed(desk: Desk, draft: Draft[Rulebook], root: Path, deed: Deed) -> Iterator[Fault]:
    reader = Reader(desk, draft, desk.scope()).with_words(dict(deed.roles), dict(deed.let))
    at = {part: (*root, *path) for part, path in deed.at.items()}
    for need in deed.needs:
        if need.at is not None:
            path = (*root, *need.at)
            faults = list(reader.condition(path, need.condition, key=need.named))
            yield from faults or _hidden(reader, path, need.condition, named=need.named)
    for part, condition in (("works", deed.works), ("during", deed.during)):
        if condition is not None:
            yield from reader.condition(at[part], condition)
    yield from reader.effects(at["effects"], deed.effects)
    yield from reader.effects(at["adds"], deed.adds)
    yield from reader.effects(at["otherwise"], deed.otherwise)
    for turns, effects in deed.after.items():
        yield from reader.effects((*at["after"], str(turns)), effects)
    for number, partner in enumerate(deed.partners):
        yield from _partner(desk, draft, (*at["partners"], number), partner, deed)


def _hidden(reader: Reader, path: Path, text: str, *, named: bool) -> Iterator[Fault]:
    """What a need reads that its seat does not know exactly: a menu would give it away."""
    try:
        tree = parse(text)
        if reader.desk.vague(tree):
            return
        meaning, _ = resolve(tree, reader.scope)
    except ExpressionError:
        return
    for name in hidden_reads(meaning, reader.desk.measures):
        place = reader.draft.key(path) if named else reader.draft.place(path)
        message = f"'{name}' is not known exactly to who orders this"
        hint = "put the condition into works:, which may stay hidden"
        yield fault(place, "hidden-need", message, hint)


def _partner(
    desk: Desk, draft: Draft[Rulebook], path: Path, partner: Partner, deed: Deed
) -> Iterator[Fault]:
    roles = [role for role, axis in deed.roles.items() if axis == "actor"]
    for field, role in (("who", partner.who), ("on", partner.on)):
        if role not in roles or (field == "who" and role == "me"):
            allowed = [name for name in roles if field == "on" or name != "me"]
            place = draft.place((*path, field))
            hint = f"write {' or '.join(allowed)}" if allowed else "give it target: actor"
            yield fault(place, "unknown-name", f"'{role}' is no actor of this order", hint)
    found = deed_fault(desk, partner.move)
    if found is not None:
        yield fault(draft.place((*path, "move")), "unknown-name", *found)
        return
    yield from _no_answer(desk, draft, path, partner, deed)


def _no_answer(
    desk: Desk, draft: Draft[Rulebook], path: Path, partner: Partner, deed: Deed
) -> Iterator[Fault]:
    """A partner whose order could never match, whoever gave it."""
    key = partner.move.split(".")[0]
    ways = deeds_of(key, desk.moves[key]) if key in desk.moves else []
    meant = [way for way in ways if partner.move in (way.key, way.move)]
    if meant and not any(way.axes[0] == "actor" for way in meant):
        place = draft.place((*path, "move"))
        message = f"'{partner.move}' names no actor: nobody could order it on '{partner.on}'"
        yield fault(place, "no-partner", message, "name a move with target: actor")
    if partner.about is None or partner.about == ANYTHING:
        return
    axis = deed.roles.get(partner.about)
    if axis is None:
        roles = " or ".join([*deed.roles, ANYTHING])
        place = draft.place((*path, "about"))
        message = f"'{partner.about}' is nothing that this order names"
        yield fault(place, "unknown-name", message, f"write {roles}")
    elif meant and not any(way.axes[1] == axis for way in meant):
        place = draft.place((*path, "about"))
        message = f"'{partner.move}' is not about {partner.about} ({axis})"
        yield fault(place, "no-partner", message, f"write about: {ANYTHING}")


def _unknown(desk: Desk, draft: Draft[Rulebook], path: Path, name: str) -> Fault:
    message, hint = deed_fault(desk, name) or ("", "")
    return fault(draft.place(path), "unknown-name", message, hint)


def _braces(draft: Draft[Rulebook], path: Path, says: Text, move: Move) -> Iterator[Fault]:
    """Words in braces that are filled in with nothing."""
    operands = [operand for deed in deeds_of("", move) for operand in deed.roles.items()]
    roles = {"me", *(role for role, _ in operands)}
    if any(axis == "secret" for _, axis in operands):
        roles.add("story")  # what is published when the secret comes out
    for text in says.values() if isinstance(says, dict) else [says]:
        for match in BRACES.finditer(text):
            if match[1] not in roles:
                place = draft.place(path)
                message = f"{{{match[1]}}} stands for nothing in this move"
                listed = ", ".join(f"{{{role}}}" for role in sorted(roles))
                yield fault(place, "unknown-name", message, f"there are: {listed}", "warning")
