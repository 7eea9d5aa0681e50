"""What the models want at a place of a file, found by walking types beside the words of a fault.

pydantic places a mistake by a trail in which names of the file and names of types alternate; one
word (`shift`) may be either. Only the types themselves tell which is which.
"""

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Tag

from game.scenario.nodes import Path


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a trail leads: the path in the file, what is wanted there, and in which model.

    `tagged` says that the trail went on into one of several types that may stand at the path;
    `key` that it means the name at the end of the path, not what stands under it.
    """

    path: Path
    wanted: Any
    model: type[BaseModel] | None
    tagged: bool
    key: bool


def trace(model: type[BaseModel], trail: tuple[str | int, ...]) -> Spot:
    """The spot in a file of type `model` to which a trail of pydantic leads."""
    path: Path = ()
    here: Any = model
    wanted: Any = model
    owner: type[BaseModel] | None = None
    tagged = False
    for part in trail:
        if part == "[key]":
            return Spot(path, wanted, owner, tagged=False, key=True)
        here = bare(here)
        if is_union(here):
            here, tagged = _member(here, str(part)), True
            continue
        path, tagged = (*path, part), False
        owner = here if _is_model(here) else None
        here = wanted = step(here, part)
    return Spot(path, wanted, owner, tagged=tagged, key=False)


@cache
def fields(model: type[BaseModel]) -> dict[str, Any]:
    """The keys that a model knows, as a file writes them, with their types."""
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def step(here: Any, part: str | int) -> Any:
    """What is wanted under a key or a number of something of a type."""
    if _is_model(here):
        return fields(here).get(str(part), Any)
    origin, args = get_origin(here), get_args(here)
    if origin is dict:
        return args[1]
    if origin is list or (origin is tuple and args):
        return args[0]
    return Any


def bare(wanted: Any) -> Any:
    """A type without its annotations, and without None where something else may stand."""
    while get_origin(wanted) is Annotated:
        wanted = get_args(wanted)[0]
    if is_union(wanted):
        members = members_of(wanted)
        if len(members) == 1:
            return bare(members[0])
    return wanted


def is_union(wanted: Any) -> bool:
    """Whether several types may stand there."""
    return get_origin(wanted) in (Union, types.UnionType)


def members_of(wanted: Any) -> list[Any]:
    """The types that may stand there, None left out."""
    if not is_union(wanted):
        return [wanted]
    return [member for member in get_args(wanted) if member is not types.NoneType]


def kinds(wanted: Any) -> list[str]:
    """What may stand there: of text, number, integer, truth, list, pair, mapping, word, any."""
    found: list[str] = []
    for member in members_of(bare(wanted)):
        inner = bare(member)
        found += kinds(inner) if is_union(inner) else [_kind(inner)]
    return list(dict.fromkeys(found))


def words_of(wanted: Any) -> list[str]:
    """The words one of which is wanted there, if any."""
    found: list[str] = []
    for member in members_of(bare(wanted)):
        inner = bare(member)
        if get_origin(inner) is Literal:
            found += [str(word) for word in get_args(inner)]
    return found


def _kind(wanted: Any) -> str:
    simple = {str: "text", float: "number", int: "integer", bool: "truth"}
    origin = get_origin(wanted)
    if wanted in simple:
        return simple[wanted]
    if origin is Literal:
        return "word"
    if origin is tuple:
        return "pair"
    if origin is list:
        return "list"
    return "mapping" if origin is dict or _is_model(wanted) else "any"


def _is_model(wanted: Any) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, BaseModel)


def _member(union: Any, label: str) -> Any:
    """The member of a union that pydantic calls by a label."""
    plain = label.removeprefix("constrained-").split("[")[0]
    for member in members_of(union):
        inner = bare(member)
        tags = [tag.tag for tag in get_args(member)[1:] if isinstance(tag, Tag)]
        name = getattr(get_origin(inner) or inner, "__name__", str(get_origin(inner)))
        if label in tags or (not tags and plain == name.lower()) or label == name:
            return inner
    return Any
