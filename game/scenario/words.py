"""The words the expression language knows, and the tree of meanings they make.

A fact is a number fixed by the scenario; a relation leads from one thing to another; a set has
members, one of which is meant at a time.
"""

from dataclasses import dataclass

from game.scenario.move import Known

# Facts never change during play: name -> (axes, who knows them).
FACTS: dict[str, tuple[tuple[str, ...], Known]] = {
    "citizens": (("actor",), "all"),
    "weight": (("actor",), "all"),
    "providers": (("actor",), "all"),
    "severity": (("secret",), "nobody"),
    "names": (("secret", "actor"), "nobody"),
    "truth": (("claim",), "nobody"),
    "falsehood": (("claim",), "nobody"),
    "infectiousness": (("claim",), "nobody"),
    "pushes": (("claim",), "all"),
    "author": (("actor", "claim"), "own"),
    "listed": (("actor", "claim"), "own"),
    "invented": (("actor", "claim"), "own"),
    "size": (("audience",), "all"),
    "takes": (("channel", "audience"), "all"),
    "tie": (("actor", "audience"), "all"),
    "owns": (("actor", "channel"), "all"),
    "digital": (("channel",), "all"),
    "anonymous": (("channel",), "all"),
    "party": (("actor", "undertaking"), "all"),
}
# Roles of something: name -> {axis it is asked of: axis of the answer}.
RELATIONS: dict[str, dict[str, str]] = {
    "owner": {"secret": "actor", "channel": "actor"},
    "of": {"audience": "actor"},
    "subject": {"claim": "actor"},
    "issue": {"claim": "issue"},
    "story": {"secret": "claim"},
    "host": {"actor": "actor"},
    "forgery": {"actor": "claim"},
    "alarm": {"actor": "claim"},
}
# Sets: name -> (axis of what it is asked of, or none; axis of its members).
SETS: dict[str, tuple[str | None, str]] = {
    "reached": (None, "audience"),
    "everyone": (None, "audience"),
    "publics": ("actor", "audience"),
    "abroad": ("actor", "audience"),
    "others": (None, "actor"),
    "states": (None, "actor"),
    "suspects": ("actor", "actor"),
    "named": ("secret", "actor"),
    "channels": (None, "channel"),
    "issues": (None, "issue"),
}
AGGREGATES = ("min", "max", "mean", "sum")
FUNCTIONS = {"min": 2, "max": 2, "log1p": 1, "prob": 1, "abs": 1}


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing on an axis: a role of the order, a key of the scenario, or a relation's answer."""

    axis: str
    name: str  # the role, key or relation
    sort: str  # "role" | "key" | "relation" | "member"
    inner: "Entity | None" = None  # what the relation is asked of


@dataclass(frozen=True, slots=True)
class Group:
    """A set of things on an axis; `reached` and `suspects` carry a weight for each member."""

    axis: str
    name: str
    inner: Entity | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a measure or fact (`turn` is a fact without axes)."""

    name: str
    args: tuple[Entity, ...]
    fact: bool


@dataclass(frozen=True, slots=True)
class Same:
    """Whether two things are one."""

    left: Entity
    right: Entity


@dataclass(frozen=True, slots=True)
class Apply:
    """An operator or function over meanings."""

    op: str
    args: "tuple[Meaning, ...]"


@dataclass(frozen=True, slots=True)
class Over:
    """An aggregate of `body` over the members of `group`; means weigh audiences by their size."""

    op: str
    group: Group
    body: "Meaning"


Meaning = Constant | Read | Same | Apply | Over
