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
    return [fault for name, value in changes.items() for fault in _change(tree, name, value)]


def _change(tree: Mapping, name: str, value: Plain) -> list[Fault]:
    place = Place(MADE_BY.format(name=name))
    steps = name.split(STEP)
    if steps[0] not in Content.model_fields:
        steps = [PARAMETERS, name]
    here: Node = tree
    for step in steps[:-1]:
        if isinstance(here, Mapping):
            here.keys.setdefault(step, place)
            here = here.values.setdefault(step, Mapping(place))
    if not isinstance(here, Mapping):
        message = f"'{name}' leads into something that has no parts"
        return [Fault(*place, "no-such-part", message, "name a value, such as actors.arden.staff")]
    here.keys.setdefault(steps[-1], place)
    here.values[steps[-1]] = Scalar(value, "" if value is None else str(value), place)
    return []
