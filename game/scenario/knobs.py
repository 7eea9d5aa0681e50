"""Knobs: the few things a teacher may turn without opening a scenario's file.

A knob offers choices, and each choice is a handful of changes by name, as `--set` writes them. The
default changes nothing, so that the file as it stands is what is played unless somebody turns one.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Named
from copy import deepcopy
from dataclasses import dataclass, replace

from game.scenario.changes import change_nodes, target_of
from game.scenario.complaints import near
from game.scenario.desk import Desk
from game.scenario.faults import Fault, Place
from game.scenario.nodes import Mapping, Node, children, find, key_place

KNOBS = "knobs"
MADE_BY = "--knob {name}"  # what messages call the place of a choice


def read_choices(words: list[str]) -> dict[str, str]:
    """Return {knob: choice} of words such as `pace=fast`; later ones count.

    Raises:
        ValueError: a word is not KNOB=CHOICE; a sentence.
    """
    found: dict[str, str] = {}
    for word in words:
        name, sign, choice = (part.strip() for part in word.partition("="))
        if not name or not sign or not choice:
            raise ValueError(f"'{word}' is not KNOB=CHOICE, such as pace=fast")
        found[name] = choice
    return found


def turn(tree: Mapping, chosen: Named[str, str]) -> list[Fault]:
    """Turn knobs of a scenario's tree; what cannot be turned comes back as faults."""
    return [fault for name in sorted(chosen) for fault in _turn(tree, name, chosen[name])]


def _turn(tree: Mapping, name: str, choice: str) -> list[Fault]:
    place = Place(MADE_BY.format(name=name))
    knobs = tree.values.get(KNOBS)
    choices = find(tree, (KNOBS, name, "choices"))
    for there, what, asked in ((knobs, "knob", name), (choices, f"choice of {name}", choice)):
        known = list(there.values) if isinstance(there, Mapping) else []
        if asked not in known:
            close = near(asked, known)
            hint = f"there are: {', '.join(known)}" if known else "this scenario has none"
            hint = f"did you mean '{close}'?" if close else hint
            return [Fault(*place, "unknown-knob", f"there is no {what} '{asked}'", hint)]
    return change_nodes(tree, _changes(tree, name, choice))


@dataclass(frozen=True, slots=True)
class Variant:
    """A choice that changes something: its words, its place, and a tree in which it is turned."""

    words: str
    place: Place
    own: frozenset[Place]  # where its values stand
    tree: Mapping
    faults: tuple[Fault, ...]  # what could not be put where its name says

    def told(self, fault: Fault) -> Fault:
        """A fault that only this choice has, at the choice unless it stands in its values."""
        place = Place(fault.file, fault.line, fault.column)
        if place in self.own:
            return replace(fault, message=f"with {self.words}, {fault.message}")
        message = f"with {self.words}, in {fault.file}, line {fault.line}: {fault.message}"
        return Fault(*self.place, fault.code, message, fault.hint, fault.severity)


def variants(tree: Mapping) -> Iterator[Variant]:
    """Every choice of every knob that changes something, turned alone."""
    knobs = tree.values.get(KNOBS)
    for name, knob in knobs.values.items() if isinstance(knobs, Mapping) else ():
        choices = find(knob, ("choices",))
        for choice in choices.values if isinstance(choices, Mapping) else ():
            changes = _changes(tree, name, choice)
            if changes:
                other = deepcopy(tree)
                faults = tuple(change_nodes(other, _changes(other, name, choice)))
                place = key_place(tree, (KNOBS, name, "choices", choice))
                own = frozenset(at for node in changes.values() for at in _places(node))
                yield Variant(f"{name}={choice}", place, own, other, faults)


def _places(node: Node) -> Iterator[Place]:
    yield node.place
    yield from node.keys.values() if isinstance(node, Mapping) else ()
    for _, below in children(node):
        yield from _places(below)


def _changes(tree: Mapping, name: str, choice: str) -> dict[str, Node]:
    below = find(tree, (KNOBS, name, "choices", choice, "set"))
    return dict(below.values) if isinstance(below, Mapping) else {}


def choices(desk: Desk) -> Iterator[Fault]:
    """Defaults that are no choice or change something; two knobs that change the same."""
    owners: dict[tuple[str, ...], str] = {}
    for key, knob in desk.content.knobs.items():
        path = (KNOBS, key)
        if knob.default not in knob.choices:
            known = list(knob.choices)
            close = near(knob.default, known)
            hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(known)}"
            message = f"there is no choice '{knob.default}'"
            yield desk.error((*path, "default"), "unknown-name", message, hint)
        elif knob.choices[knob.default].changes:
            where = (*path, "choices", knob.default, "set")
            message = "the default is the scenario as written, and changes nothing"
            hint = "write these values into the scenario, or make another choice the default"
            yield desk.error(where, "default-changes", message, hint, key=True)
        yield from _contested(desk, key, owners)


def _contested(desk: Desk, key: str, owners: dict[tuple[str, ...], str]) -> Iterator[Fault]:
    """What a knob changes that another changes already, or a part of it."""
    for choice, said in desk.content.knobs[key].choices.items():
        for name in said.changes:
            steps = target_of(name)
            path = (KNOBS, key, "choices", choice, "set", name)
            if steps[0] == KNOBS:
                message = "a knob cannot change knobs"
                yield desk.error(path, "knob-of-knobs", message, key=True)
            for cut in range(1, len(steps) + 1):
                other = owners.get(steps[:cut], key)
                if other != key:
                    message = f"the knob '{other}' changes this too: only one of them would count"
                    yield desk.error(path, "two-knobs", message, "join the two knobs", key=True)
                    break
            owners.setdefault(steps, key)
