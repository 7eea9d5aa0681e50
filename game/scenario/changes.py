"""Changes to a scenario from outside its file: one value by its name, checked like all others.

A name is a path such as `actors.arden.staff` or `turns`; a name alone that is no part of a scenario
is a parameter of the rulebook. What is changed counts as written, so the digest changes with it.
"""

from collections.abc import Mapping as Named

from game.scenario.faults import Fault, Place
from game.scenario.model import Content
from game.scenario.nodes import Mapping, Node, Scalar
from game.scenario.scalars import Plain, UnusableNumber, resolve

STEP = "."
PARAMETERS = "parameters"
MADE_BY = "--set {name}"  # what messages call the place of a change


def read_changes(words: list[str]) -> dict[str, Plain]:
    """Return {name: value} of words such as `turns=8`; later ones count.

    Raises:
        ValueError: a word is not NAME=VALUE; a sentence.
    """
    found: dict[str, Plain] = {}
    for word in words:
        name, sign, value = (part.strip() for part in word.partition("="))
        if not name or not sign or not value:
            raise ValueError(f"'{word}' is not NAME=VALUE, such as turns=8")
        try:
            found[name] = resolve(value)
        except UnusableNumber as problem:
            raise ValueError(f"'{word}': {problem}") from None
    return found


def change(tree: Mapping, changes: Named[str, Plain]) -> list[Fault]:
    """Write values into a tree where their names say; what cannot be written comes back."""
    made: dict[str, Node] = {}
    for name, value in changes.items():
        place = Place(MADE_BY.format(name=name))
        made[name] = Scalar(value, "" if value is None else str(value), place)
    return change_nodes(tree, made)


def change_nodes(tree: Mapping, changes: Named[str, Node]) -> list[Fault]:
    """Put nodes into a tree where their names say; each keeps the place it comes from."""
    return [fault for name, node in changes.items() for fault in _change(tree, name, node)]


def target_of(name: str) -> tuple[str, ...]:
    """Return the path that a name means: a path, or a parameter of the rulebook."""
    steps = tuple(name.split(STEP))
    return steps if steps[0] in Content.model_fields else (PARAMETERS, name)


def _change(tree: Mapping, name: str, value: Node) -> list[Fault]:
    place, steps = value.place, target_of(name)
    here: Node = tree
    for step in steps[:-1]:
        if isinstance(here, Mapping):
            here.keys.setdefault(step, place)
            here = here.values.setdefault(step, Mapping(place))
    if not isinstance(here, Mapping):
        message = f"'{name}' leads into something that has no parts"
        return [Fault(*place, "no-such-part", message, "name a value, such as actors.arden.staff")]
    here.keys.setdefault(steps[-1], place)
    here.values[steps[-1]] = value
    return []
