"""Names of things for accounts: keys, cells and orders as people call them.

For eyes that may see everything, such as the account of a demonstration; what one seat may read is
worded by `game.views`.
"""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import numpy as np

from game.engine import Order, Rulebook, Void
from game.engine.rulebook import Deed
from game.language import t_later, t_now
from game.scenario import Scenario
from game.scenario.move import Text
from game.views.booklet import deed_name
from game.views.wording import VOID_REASONS

ROLES = {
    "target": t_later("target {name}"),
    "about": t_later("about {name}"),
    "via": t_later("via {name}"),
}


class Namebook:
    """The names of one scenario."""

    def __init__(self, scenario: Scenario, rulebook: Rulebook) -> None:
        self.scenario = scenario
        self.rulebook = rulebook
        self._stretches = sorted(rulebook.layout.stretches.values(), key=lambda one: one.first)
        self._firsts = [stretch.first for stretch in self._stretches]

    def thing(self, axis: str, key: str) -> str:
        """The name of a thing on an axis, or its key in plain letters."""
        content = self.scenario.content
        shelves: Mapping[str, Mapping[str, Any]] = {
            "actor": content.actors,
            "audience": content.audiences,
            "channel": content.channels,
            "issue": content.issues,
            "secret": content.secrets,
            "seat": content.seats,
        }
        card = shelves.get(axis, {}).get(key)
        if axis == "claim" and self.scenario.claims[key].text:
            return f"“{self.say(self.scenario.claims[key].text).rstrip('.')}”"
        name = getattr(card, "name", None) or getattr(card, "title", None)
        if axis == "seat" and not name:
            return self.thing("actor", content.seats[key].actor)
        return self.say(name) or key.replace("_", " ").replace(".", ", ")

    def say(self, text: Text | None) -> str:
        """A text of the scenario on one line."""
        return " ".join(self.scenario.say(text).split())

    def deed(self, key: str) -> str:
        """The name of a move with its variant."""
        move, _, variant = key.partition(".")
        return deed_name(self.scenario.moves[move], variant, self.scenario)

    def order(self, order: Order) -> str:
        """An order in names: what, at what or whom, about what, through what."""
        deed = self._deed(order.move)
        parts = [self.deed(order.move)]
        for role, axis in zip(ROLES, deed.axes, strict=True):
            key = getattr(order, role)
            if key is not None and axis is not None:
                parts.append(t_now(ROLES[role], name=self.thing(axis, key)))
        return ", ".join(parts)

    def void(self, order: Order, reason: int) -> str:
        """Why an order was void."""
        if reason >= Void.NEED:
            return t_now(self._deed(order.move).reasons[reason - Void.NEED])
        return t_now(VOID_REASONS[Void(reason)])

    def cell(self, cell: int) -> tuple[str, str]:
        """The measure that a cell belongs to, and that measure of these things in words."""
        stretch = self._stretches[bisect_right(self._firsts, cell) - 1]
        indices = np.unravel_index(cell - stretch.first, stretch.shape) if stretch.axes else ()
        names = [
            self.thing(axis, self._key(axis, int(index)))
            for axis, index in zip(stretch.axes, indices, strict=True)
        ]
        words = t_now(stretch.name.replace("_", " "))
        return stretch.name, f"{words} ({', '.join(names)})" if names else words

    def _key(self, axis: str, index: int) -> str:
        if axis == "audience":
            index = int(self.scenario.nodes().owner[index])
        return self.rulebook.keys[axis][index]

    def _deed(self, key: str) -> Deed:
        return next(deed for deed in self.rulebook.deeds if deed.key == key)
