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


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class TurnRecord:
    """The sheets of all seats for one turn, as handed in."""

    turn: Annotated[int, Field(ge=1)]
    orders: tuple[Order, ...]


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Intervention:
    """What the facilitator did by hand in a turn: an inject fired or held, a seat taken over."""

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


Record = Header | TurnRecord | Intervention | HashRecord

KINDS: dict[str, type[Record]] = {
    "header": Header,
    "turn": TurnRecord,
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
