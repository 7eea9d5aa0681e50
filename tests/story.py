"""The harness: the only place that sets up a game for a test.

A `Story` is a block of games of one scenario, written in a few words, as a YAML text, or found by
the name of a shipped one. Whatever it is made of goes through the real loader, from a file. It
plays turns with orders in words and reads measures by name. `chance` fixes the dice at the one
door through which every draw passes: 0 is a world in which nothing uncertain happens, 1 one in
which everything possible does.
"""

import contextlib
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from unittest.mock import patch

import numpy as np
import yaml

from game import engine, policies, views
from game.engine.chance import UNIT
from game.engine.orders import join
from game.engine.tiers import Draft
from game.rules import compile_rulebook
from game.scenario import find, load

SMALL_WORDS = ("about", "at", "by", "in", "on", "through", "to", "via", "with")


@dataclass(frozen=True, eq=False)
class Stage:
    """A scenario loaded and compiled, with the viewpoint of every seat."""

    scenario: object
    rulebook: object

    @cached_property
    def views(self):
        seats = self.rulebook.keys["seat"]
        return {seat: views.viewpoint(self.scenario, self.rulebook, seat) for seat in seats}


@lru_cache(maxsize=64)
def stage(text, name="story"):
    """A YAML text as a stage, by way of a file and the real loader."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        scenario = load(path)
    return Stage(scenario, compile_rulebook(scenario))


@lru_cache(maxsize=8)
def shipped(name):
    """A shipped scenario as a stage."""
    scenario = load(find(name))
    return Stage(scenario, compile_rulebook(scenario))


def small_world(names, **sections):
    """A scenario in a few words: states with a public each, two channels, one issue, one claim.

    `sections` are joined to those of the same name, so a test says only what it is about.
    """
    actors = names.split()
    audiences = {
        f"{actor}_public": {"name": actor.title(), "of": actor, "channels": {"microblog": 1.0}}
        for actor in actors
    }
    rich = {"kind": "state", "staff": 50, "money": 50, "political": 50}
    world = {
        "format": 1,
        "title": "A story",
        "turns": 50,
        "orders_per_turn": 10,
        "actors": {actor: {**rich, "name": actor.title()} for actor in actors},
        "audiences": audiences,
        "issues": {"blame": {"name": "Blame"}},
        "channels": {"microblog": {}, "press": {}},
        "claims": {"story": {"issue": "blame", "infectiousness": 0}},
        "seats": {actor: {"actor": actor} for actor in actors},
    }
    for section, rows in sections.items():
        if isinstance(rows, Mapping):
            old = world.get(section, {})
            merged = {key: _merged(old.get(key), row) for key, row in rows.items()}
            world[section] = {**old, **merged}
        else:
            world[section] = rows
    return written(world)


class Plainly(yaml.SafeDumper):
    """Writes everything out: scenario files know no aliases."""

    def ignore_aliases(self, data):
        return True


def written(world):
    """A scenario as YAML text, in the order of its dictionaries."""
    return yaml.dump(world, Dumper=Plainly, sort_keys=False)


def _merged(old, new):
    both = isinstance(old, Mapping) and isinstance(new, Mapping)
    return {**old, **new} if both else new


class Story:
    """A block of games of one scenario, played turn by turn.

    `world` is a YAML text, the name of a shipped scenario, or a line of actors for `small_world`.
    """

    def __init__(self, world, *, chance=None, seed=1, games=1, ledger=False, **sections):
        if "\n" in world:
            self.stage = stage(world)
        elif world == "blackout":
            self.stage = shipped(world)
        else:
            self.stage = stage(small_world(world, **sections))
        self.scenario, self.rulebook = self.stage.scenario, self.stage.rulebook
        self.layout, self.seats = self.rulebook.layout, self.rulebook.keys["seat"]
        self.chance = chance
        self.ledger = engine.Ledger() if ledger else None
        seeds = engine.run_seeds(seed, np.arange(games))
        self.world = engine.start(self.rulebook, seeds)
        self.events = None  # of the last turn
        self.given = None  # injects of the turn that is open
        self._open = False

    # ------------------------------------------------------------------------------------ playing

    def begin(self, **by_hand):
        """Open the turn: its injects are given, and those fired or held by hand."""
        if not self._open:
            with dice(self.chance):
                self.world, self.given = engine.open_turn(
                    self.world, self.rulebook, by_hand, self.ledger
                )
            self._open = True
        return self

    def close(self, rows):
        """Play the turn with orders as rows."""
        self.begin()
        with dice(self.chance):
            self.world, self.events = engine.close_turn(
                self.world, self.rulebook, rows, self.ledger
            )
        self._open = False
        return self

    def turn(self, *, times=1, **sheets):
        """Play a turn (or several equal ones) with orders in words: `arden="leak_... survey"`."""
        for _ in range(times):
            orders = [order for seat, sheet in sheets.items() for order in self.sheet(seat, sheet)]
            parts = [
                engine.read_orders(self.rulebook, orders, game)
                for game in range(self.world.games)
                if orders
            ]
            self.close(join(parts))
        return self

    def idle(self, turns=1):
        """Play turns in which nobody orders anything."""
        return self.turn(times=turns)

    def sheet(self, seat, orders):
        """The orders of a seat, from words."""
        if isinstance(orders, str):
            orders = [orders]
        return [self.order(seat, words) if isinstance(words, str) else words for words in orders]

    def order(self, seat, words):
        """One order from words: the deed, then what it names, in the order target, about, via."""
        key, *things = [word for word in words.split() if word not in SMALL_WORDS]
        deed = next((one for one in self.rulebook.deeds if one.key == key), None)
        axes = deed.axes if deed else ()
        found = dict(zip([r for r, a in zip(ROLES, axes, strict=False) if a], things, strict=False))
        if deed and axes[2] and "via" not in found:
            found["via"] = "microblog"
        return engine.Order(seat, key, **found)

    def rows(self, policy, seat_order=None):
        """The orders of all seats' stand-ins: one policy for all, or `{seat: policy}`."""
        parts = []
        for seat in seat_order or self.seats:
            made = policy.get(seat) if isinstance(policy, Mapping) else policy
            made = policies.make(made) if isinstance(made, str) else made
            if made is not None:
                chosen = made.choose(self.look(seat), self.luck(seat))
                plan = self.stage.views[seat].plan
                parts.append(views.rows_of(plan, self.seats.index(seat), chosen))
        return join(parts)

    def play(self, policy, turns=None):
        """Play turns with stand-ins in all seats, to the end of the game if no number is given."""
        left = self.rulebook.turns - int(self.world.turn.max(initial=0))
        for _ in range(left if turns is None else turns):
            self.begin()
            self.close(self.rows(policy))
        return self

    # ------------------------------------------------------------------------------------ reading

    def look(self, seat):
        """What a seat may know now; the turn is opened if it was not."""
        self.begin()
        return views.observe(self.stage.views[seat], self.world, self.events)

    def luck(self, seat):
        """The draws of a seat's stand-in for the open turn."""
        turn = int(self.world.turn.max(initial=0)) + 1
        return views.draws_for(self.world.seed, seat, turn)

    def told(self, seat, events=None, game=0):
        """What a seat was told of the last turn (or of other events)."""
        events = self.events if events is None else events
        turn = int(self.world.turn[game])
        booklet = self.stage.views[seat].booklet
        return views.tell_seat(self.scenario, self.rulebook, booklet, events, turn, {}, game)

    def injects(self):
        """The names of the injects given in the open turn, in any of its games."""
        rows = self.begin().given.kind == engine.Kind.INJECT
        names = self.rulebook.keys["inject"]
        return [names[int(what)] for what in self.given.what[rows]]

    def outcomes(self, seat):
        """What became of a seat's orders last turn, in the order of the events."""
        place = self.seats.index(seat)
        rows = np.flatnonzero(self.events.seat == place)
        return [engine.Kind(int(kind)).name for kind in self.events.kind[rows]]

    def cell(self, name, *things):
        """A measure by names in every game (G,); of a population the mean of its nodes."""
        values = self.layout.read(self.world.cells, name)
        axes = self.layout.stretches[name].axes
        for axis, thing in reversed(list(enumerate(things))):
            place = self.rulebook.keys[axes[axis]].index(thing)
            if axes[axis] == "audience":
                inside = np.flatnonzero(self.scenario.nodes().owner == place)
                values = values.take(inside, axis=axis + 1).mean(axis=axis + 1)
            else:
                values = values.take(place, axis=axis + 1)
        return values

    def __getattr__(self, name):
        """`story.tension("arden", "brenmark")` reads that measure of the first game."""
        if name.startswith("_") or name not in self.layout.stretches:
            raise AttributeError(name)
        return lambda *things: float(self.cell(name, *things)[0])


ROLES = ("target", "about", "via")


@contextlib.contextmanager
def dice(chance):
    """Fix every draw of the engine: 0 makes nothing uncertain happen, 1 everything possible."""
    if chance is None:
        yield
        return
    number = {0.0: 1 - UNIT, 1.0: 0.0}[float(chance)]

    def draw(_, game: np.ndarray, *names: Iterable):
        return np.full(np.broadcast(game, *names).shape, number)

    with patch.object(Draft, "draw", draw):
        yield
