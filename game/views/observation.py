"""The observation: all a person or a policy ever gets of a world.

It is another type than `World` and holds a narrower vector: a field that is not copied here does
not exist for a seat.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.world import Pending
from game.language import t_later, t_now
from game.views.booklet import Booklet, ObjectiveCard
from game.views.invited import Invitations
from game.views.menu import Menu
from game.views.told import Heard
from game.views.why import Why

Array = npt.NDArray[Any]

STOCKS = ("staff", "money", "political")


READINGS = {
    "at least": t_later("{now} now, wanted at least {needed}"),
    "more than": t_later("{now} now, wanted more than {needed}"),
    "at most": t_later("{now} now, wanted at most {needed}"),
    "less than": t_later("{now} now, wanted less than {needed}"),
    "exactly": t_later("{now} now, wanted exactly {needed}"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One number as the seat knows it: None where it does not; exact unless rounded."""

    value: float | None
    exact: bool


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective as the seat sees it stand.

    state: met, not met or not known; now and needed: the number it turns on and what it must
    reach, where the condition is one comparison and the seat knows the number; sign: its operator;
    reads: that number's measure and things, () where it is not one.
    """

    card: ObjectiveCard
    state: str
    now: float | None
    needed: float | None
    sign: str
    reads: tuple[str, ...] = ()

    @property
    def reading(self) -> str:
        """The distance in words, '' where there is none to tell."""
        if self.now is None or self.needed is None:
            return ""
        values = {"now": f"{self.now:g}", "needed": f"{self.needed:g}"}
        said = READINGS.get(self.sign, READINGS["exactly"])
        return t_now(said, **values)


@dataclass(frozen=True, slots=True)
class EndingCard:
    """How the game ended: its name, what is said of it, and the seat's own score, 0..100."""

    key: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class MeasureMap:
    """Where a measure lies in `Observation.seen`: columns and rounding over its axes."""

    columns: Array
    step: Array
    axes: tuple[str, ...]


def given(value: Any) -> Any:
    """Return what has been looked up already."""
    return value


@dataclass(frozen=True, eq=False)
class Observation:
    """What one seat knows of G games at one moment.

    turn: the turn now being ordered, from 1; ended: (G,) bool; seen: (G, V + 1) the numbers it
    knows, NaN where it does not (yet); audiences are counted in nodes; running: its own work that
    still runs and its joint orders that wait, in one game.
    """

    booklet: Booklet
    turn: int
    ended: Array
    look: Callable[[], Array]
    menu: Menu
    listen: Callable[[], Heard]
    ask: Callable[[], Invitations]
    bearing: Array
    unmet: Array
    maps: Mapping[str, MeasureMap]
    endings: tuple[EndingCard | None, ...] = ()
    known_texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    objective_views: tuple[tuple[ObjectiveView, ...], ...] = ()
    reasons: Mapping[int, Why] = field(default_factory=dict)  # by column, of one game
    running: Pending | None = None

    @property
    def games(self) -> int:
        """G, the number of games."""
        return len(self.ended)

    @cached_property
    def seen(self) -> Array:
        """(G, V + 1) the numbers the seat knows, NaN where it does not (yet)."""
        return self.look()

    @cached_property
    def heard(self) -> Heard:
        """The deeds of the last turn that the seat was told of."""
        return self.listen()

    @cached_property
    def invitations(self) -> Invitations:
        """What others wait for the seat to join."""
        return self.ask()

    @property
    def stocks(self) -> Array:
        """(G, 3) staff, money and political will at hand."""
        return self.menu.stocks

    def measure(self, name: str) -> Array:
        """Return a measure as (G, *axes), NaN where the seat does not know; KeyError if none."""
        return np.asarray(self.seen[:, self.maps[name].columns])

    def exact(self, name: str) -> Array:
        """Return (axes) bool: where the seat knows the measure exactly, if it knows it."""
        return np.asarray(self.maps[name].step == 0)

    def value(self, name: str, *things: str) -> Reading:
        """Return one number of the first game, of an audience of many the mean of its nodes.

        Raises KeyError for an unknown measure and ValueError for an unknown thing.
        """
        place = self.maps[name]
        pairs = zip(place.axes, things, strict=True)
        where = tuple(self._places(axis, thing) for axis, thing in pairs)
        columns = place.columns[np.ix_(*where)] if where else place.columns
        values = self.seen[0, columns]
        if np.isnan(values).any():
            return Reading(None, exact=False)
        steps = place.step[np.ix_(*where)] if where else place.step
        return Reading(float(values.mean()), exact=bool((steps == 0).all()))

    def why(self, name: str, *things: str) -> Why | None:
        """Return why a number of the one game is what it is since the seat last looked.

        None where it did not move, where the seat does not know it exactly, or where it is that of
        an audience of many. Raises KeyError and ValueError as `value` does.
        """
        place = self.maps[name]
        pairs = zip(place.axes, things, strict=True)
        where = tuple(self._places(axis, thing) for axis, thing in pairs)
        columns = np.ravel(place.columns[np.ix_(*where)] if where else place.columns)
        return self.reasons.get(int(columns[0])) if len(columns) == 1 else None

    def _places(self, axis: str, thing: str) -> Array:
        index = self.booklet.keys[axis].index(thing)
        if axis == "audience":
            return np.flatnonzero(self.audience_of_node == index)
        return np.array([index])

    @cached_property
    def audience_of_node(self) -> Array:
        """(U,) the audience that each node belongs to."""
        return self.maps["audience of node"].columns

    def ending(self, game: int = 0) -> EndingCard | None:
        """Return how a game ended, None while it runs."""
        return self.endings[game] if self.endings else None

    def objectives(self, game: int = 0) -> list[ObjectiveView]:
        """Return the seat's objectives as they stand, as far as it can know."""
        return list(self.objective_views[game])

    def claims(self) -> dict[str, str]:
        """Return the texts of the claims known in the first game: its own, and those made."""
        return dict(self.known_texts.get("claim", {}))

    def secrets(self) -> dict[str, str]:
        """Return the texts of the secrets known in the first game: held, or published."""
        return dict(self.known_texts.get("secret", {}))
