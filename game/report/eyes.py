"""Whose eyes a review is made with: one seat's, or eyes that may see everything.

Every number, cause and name of a review passes here. A seat's copy is made of that seat's own
observations and told events and of nothing else, so there is nothing in it to be cut out.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.engine.ledger import Entry
from game.engine.world import World
from game.report.naming import Names, Number
from game.views import Eyes, Observation, Why, explain, eyes_of
from game.views.film import Film, Scene


@dataclass(frozen=True, slots=True)
class Seen:
    """A number as it was seen: None if it was not; exact unless it was an estimate."""

    value: float | None
    exact: bool = False


@dataclass(frozen=True, eq=False)
class Eye:
    """What one seat knew, or everything (`seat` None), of each turn of a film."""

    film: Film
    seat: str | None

    @cached_property
    def names(self) -> Names:
        """What things are called to it."""
        return Names(self.film, self.seat)

    def value(self, scene: Scene, number: Number) -> Seen:
        """A number at the end of a turn."""
        if self.seat is None:
            return Seen(truth(self.film, scene.closed, number), exact=True)
        return seen_by(scene.after[self.seat], number)

    def start(self, number: Number) -> Seen:
        """A number before the first turn; a seat first looks when that turn has begun."""
        if not self.film.scenes:
            return Seen(None)
        first = self.film.scenes[0]
        if self.seat is None:
            return Seen(truth(self.film, first.before, number), exact=True)
        return seen_by(first.ordering[self.seat], number)

    def why(
        self, scene: Scene, number: Number, entries: tuple[Entry, ...] | None = None
    ) -> Why | None:
        """Why a number moved in a turn; None where that is not told: not known exactly, of many.

        `entries` are those in question, all of the turn if not given.
        """
        cells = cells_of(self.film, number)
        if len(cells) != 1 or not self.value(scene, number).exact:
            return None
        after = float(scene.closed.cells[0, cells[0]])
        some = scene.entries if entries is None else entries
        return explain(some, cells[0], after, self.names.wording, self._eyes(scene))

    def _eyes(self, scene: Scene) -> Eyes:
        if self.seat is None:
            return Eyes()
        view = self.film.views[self.seat]
        return eyes_of(view, scene.after[self.seat].seen[0], scene.events)


def seen_by(observation: Observation, number: Number) -> Seen:
    """A number as an observation shows it."""
    reading = observation.value(number[0], *number[1:])
    return Seen(reading.value, reading.exact)


def cells_of(film: Film, number: Number) -> list[int]:
    """The cells behind a number: one, or one for each node of an audience of many."""
    name, *keys = number
    layout, places = film.rulebook.layout, film.rulebook.keys
    stretch = layout.stretches[name]
    if not stretch.axes:
        return [stretch.first]
    owner = film.scenario.nodes().owner
    where = [
        np.flatnonzero(owner == places[axis].index(key)).tolist()
        if axis == "audience"
        else [places[axis].index(key)]
        for axis, key in zip(stretch.axes, keys, strict=True)
    ]
    pairs = [[one] for one in where[0]]
    for more in where[1:]:
        pairs = [[*pair, one] for pair in pairs for one in more]
    return [int(layout.alias[layout.address(name, *pair)]) for pair in pairs]


def truth(film: Film, world: World, number: Number) -> float:
    """A number of the world as it is; of an audience of many the mean of its nodes."""
    return float(np.mean(world.cells[0, cells_of(film, number)]))
