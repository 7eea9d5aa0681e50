"""What a journal says: the header of a game, its orders turn by turn, interventions, state hashes.

Records are values with a plain form of strings, numbers, lists and dicts. Orders of stand-ins are
recorded like those of people, so playing a game again needs no policy, only the scenario. State is
never recorded: it is played again, and the hash of a turn proves that it came out the same.
"""

import dataclasses
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config

from game.engine.orders import Order

FORMAT = 1
PERSON = "person"

STRICT = ConfigDict(strict=True, allow_inf_nan=False)


class InvalidRecord(ValueError):
    """A record that no game has written; the message says what is wrong with it."""


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Parent:
    """The game that a branch was taken from: it shares all that came before one turn."""

    journal: str  # name of its file, for people
    turn: Annotated[int, Field(ge=1)]  # the first turn that is played anew
    row: Annotated[int, Field(ge=1)]  # the last row of the parent that the branch repeats
    seal: str  # that row's hash: proves of which journal


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Header:
    """What a game is a game of: enough, with the orders, to play it again."""

    scenario: str  # its name, for display and for finding the file
    digest: str  # of the scenario's text
    rulebook: str  # digest of the rulebook
    engine: str  # version of the engine
    seed: Annotated[int, Field(ge=0, lt=2**64)]
    seats: dict[str, str]  # seat -> "person", or the name of the policy that holds it
    language: str = "en"  # of the texts; changes no result
    format: int = FORMAT
    parent: Parent | None = None  # of a branch
    knobs: dict[str, str] = field(default_factory=dict)  # what a teacher turned, with its choice


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class TurnRecord:
    """The sheets of all seats for one turn, as handed in."""

    turn: Annotated[int, Field(ge=1)]
    orders: tuple[Order, ...]


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class SheetRecord:
    """One seat's sheet that waits, sealed, for the others; the record of its turn repeats it."""

    turn: Annotated[int, Field(ge=1)]
    seat: str
    orders: tuple[Order, ...]


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Intervention:
    """What was done by hand: `kind` says what, `data` on what, `turn` when it takes effect.

    hold, release {inject}: it does not come, from this turn on; it may come again.
    fire {inject}: it comes when this turn begins. give {inject}: it comes now, in mid-turn.
    edit {inject, text}: it is told in these words from now on.
    write {name, text, source, to, effects}: a new inject, given now.
    set {measure, things, to, was}: a number of the world is made another.
    order {seat, struck, put}: an order of a sealed sheet is struck, and perhaps one put for it.
    seat {seat, to, was}: who holds a seat from this turn on.
    skip {missing}: the turn was played without these seats' sheets.
    mark {text, seat}: a moment for the debrief; of a seat, if one marked it.
    """

    turn: Annotated[int, Field(ge=1)]
    kind: str
    by: str
    why: str
    data: dict[str, Any] = field(default_factory=dict)


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class HashRecord:
    """The hash of the world after a turn; turn 0 is the world at the start."""

    turn: Annotated[int, Field(ge=0)]
    hash: str


Record = Header | TurnRecord | SheetRecord | Intervention | HashRecord

KINDS: dict[str, type[Record]] = {
    "header": Header,
    "turn": TurnRecord,
    "sheet": SheetRecord,
    "intervention": Intervention,
    "hash": HashRecord,
}


def kind_of(record: Record) -> str:
    """The word under which a journal files this record."""
    return next(kind for kind, made in KINDS.items() if made is type(record))


def plain(record: Record) -> dict[str, Any]:
    """The record as strings, numbers, lists and dicts, without its kind."""
    return dataclasses.asdict(record)


def written(record: Record) -> str:
    """The record as one line of JSON: keys sorted, so that equal records are equal text.

    Raises:
        InvalidRecord: a number in it is not finite, or something in it is no plain value.
    """
    try:
        return json.dumps(
            plain(record),
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            allow_nan=False,
        )
    except (TypeError, ValueError) as error:
        raise InvalidRecord(f"a {kind_of(record)} record cannot be written: {error}") from error


def read_record(kind: str, text: str) -> Record:
    """The record that `written` made into this line.

    Raises:
        InvalidRecord: no such kind, no JSON, or a field missing, unknown or of another type.
    """
    if kind not in KINDS:
        raise InvalidRecord(f"'{kind}' is no kind of record: {', '.join(KINDS)} are")
    try:
        record: Record = _reader(kind).validate_json(text)
        values = json.loads(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidRecord(f"in a {kind} record, {place or 'all'}: {first['msg']}") from error
    _refuse_unknown(kind, values, KINDS[kind])
    for order in values.get("orders", ()):
        _refuse_unknown(kind, order, Order)
    return record


@cache
def _reader(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def _refuse_unknown(kind: str, values: dict[str, Any], made: type[Any]) -> None:
    names = [each.name for each in dataclasses.fields(made)]
    unknown = [key for key in values if key not in names]
    if unknown:
        raise InvalidRecord(f"in a {kind} record, {unknown[0]}: no field of this name")
