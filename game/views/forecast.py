"""The forecast: what a sheet would do, as far as its seat could know.

It plays one turn in worlds that the seat could be in, with other seats as somebody might play them,
and the same worlds without the sheet: equal chance on both sides, so what differs is what the sheet
does. It is handed rulebooks of doubted scenarios and stand-ins; it never meets the real world.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from game.engine.events import Events, Kind
from game.engine.orders import Order, Orders, join
from game.engine.reading import read_orders
from game.engine.rulebook import Rulebook
from game.engine.turn import close_turn
from game.engine.world import World
from game.language import t
from game.views.answering import rows_of
from game.views.draws import Draws, draws_for
from game.views.forecast_questions import Asked, Question, claims_named, questions, widest
from game.views.forecast_rows import Lookout, Row, goals_met, look_out, rows_read
from game.views.forecast_worlds import imagine
from game.views.observation import Observation
from game.views.viewpoint import Viewpoint, observe

Array = npt.NDArray[Any]

WORLDS = 200
LEAST_WORLDS = 20
LARGEST = 300_000  # cells a game: what is larger would take gigabytes to imagine
UNDONE = (Kind.FAILED, Kind.VOID, Kind.STANDING)
MOST_CELLS = 2_000_000  # of all imagined worlds together: crowds get fewer worlds


class StandIn(Protocol):
    """Plays another seat in the imagined worlds."""

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return (G, orders_per_turn) candidates of the menu, -1 for none."""
        ...


@dataclass(frozen=True, slots=True)
class Odds:
    """A chance of the sheet: its name in the rulebook, of which order, and in what share it comes.

    order is its place on the sheet, from 0; -1 where more than one order may bring it.
    """

    name: str
    order: int
    share: float


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one order: shares of the worlds; the rest is done."""

    failed: float
    void: float
    waits: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a sheet would do. rows: the measures it is about, those it moves most first.

    worlds: how many were imagined; goals: in what share of them each objective stands met, None
    where that cannot be judged; fates: what becomes of each order; not_known: the question whose
    answer would narrow the bands most, None where none stands out; orders: how many were weighed;
    others: the seats that stand-ins played.
    """

    worlds: int
    turn: int
    orders: int
    rows: tuple[Row, ...]
    goals: tuple[float | None, ...]
    odds: tuple[Odds, ...]
    fates: tuple[Fate, ...]
    not_known: Question | None
    others: tuple[str, ...]

    @property
    def uncertain(self) -> bool:
        """Whether nothing can be said of anything it is about."""
        return bool(self.rows) and all(row.uncertain for row in self.rows)

    @property
    def void(self) -> bool:
        """Whether some order of the sheet would do nothing in any world."""
        return any(fate.void == 1.0 for fate in self.fates)


@dataclass(frozen=True, eq=False)
class Doubts:
    """How one seat may take the scenario: rulebooks of doubted scenarios, and the other seats.

    rulebooks: two that take opposite sides; each plays half of the worlds; others: the viewpoint
    and the stand-in of every other seat, by the first of them.
    """

    rulebooks: tuple[Rulebook, ...]
    others: Mapping[str, tuple[Viewpoint, StandIn]]


@dataclass(eq=False)
class Imagination:
    """What one seat imagines in one turn: its worlds are drawn once and asked about every draft."""

    view: Viewpoint
    doubts: Doubts
    observation: Observation
    _before: list[World] = field(default_factory=list)
    _others: list[Orders] = field(default_factory=list)
    _lookout: Lookout | None = None
    _asked: tuple[Asked, ...] = ()

    def forecast(self, orders: Sequence[Order]) -> Forecast:
        """Return what these orders of the seat would do in this turn.

        Raises:
            InvalidOrder: an order names something that this game does not have.
            ValueError: the world is too large to be imagined many times.
        """
        lookout = self._prepared()
        own = read_orders(self.view.rulebook, [_unsaid(order) for order in orders])
        played = [self._play(side, own) for side in range(len(self._before))]
        after = [world for world, _ in played]
        rows = rows_read(lookout, after)
        events = [events for _, events in played]
        games = sum(world.games for world in after)
        return Forecast(
            worlds=games,
            turn=self.observation.turn,
            orders=len(orders),
            rows=rows,
            goals=goals_met(self.view, after),
            odds=self._odds(events, own, games),
            fates=self._fates(events, own, games),
            not_known=widest(self.view, self._asked, after, rows, self._named(own)),
            others=tuple(sorted(self.doubts.others)),
        )

    def _prepared(self) -> Lookout:
        """Draw the worlds, let the other seats write their sheets, and play on without this one."""
        if self._lookout is not None:
            return self._lookout
        first = self.doubts.rulebooks[0]
        size = max(1, first.layout.size)
        if size > LARGEST:
            raise ValueError(t("so many people are too large a world to imagine"))
        sides = len(self.doubts.rulebooks)
        each = min(WORLDS, max(LEAST_WORLDS, MOST_CELLS // size)) // sides
        seat = self.view.booklet.seat
        for side, rulebook in enumerate(self.doubts.rulebooks):
            world = imagine(rulebook, self.view.sight, self.observation, each, seat, side)
            self._before.append(world)
            self._others.append(self._sheets(world))
        none = read_orders(self.view.rulebook, [])
        self._asked = questions(self.view, self._before, self._others)
        idle = [self._play(side, none)[0] for side in range(sides)]
        self._lookout = look_out(self.view, self.observation, idle)
        return self._lookout

    def _sheets(self, world: World) -> Orders:
        """What the other seats order in each world, each from what it would see there."""
        found = []
        for seat, (view, stand_in) in sorted(self.doubts.others.items()):
            draws = draws_for(world.seed, seat, self.observation.turn)
            chosen = stand_in.choose(observe(view, world), draws)
            found.append(rows_of(view.plan, view.seat, chosen))
        return join(found)

    def _play(self, side: int, own: Orders) -> tuple[World, Events]:
        """One turn of one side's worlds, with the seat's orders in each of them."""
        world, others = self._before[side], self._others[side]
        many = own.take(np.tile(np.arange(len(own)), world.games))
        many = replace(many, game=np.repeat(np.arange(world.games), len(own)))
        return close_turn(world, self.doubts.rulebooks[side], join([others, many]))

    def _named(self, own: Orders) -> frozenset[str]:
        """The claims that the sheet and the seat's running work are about."""
        named = claims_named(self.view, own.deed, (own.target, own.about, own.via))
        work = self.observation.running
        if work is None:
            return named
        deed = self.view.rulebook.table.stage_deed[work.stage]
        return named | claims_named(self.view, deed, (work.target, work.about, work.via))

    def _odds(self, events: Sequence[Events], own: Orders, games: int) -> tuple[Odds, ...]:
        """In what share of the worlds each chance of the sheet came true."""
        cards = self.doubts.rulebooks[0].chances
        met: dict[int, set[tuple[int, int]]] = {}
        for side, one in enumerate(events):
            mine = (one.kind == Kind.CHANCE) & (one.seat == self.view.seat)
            for what, game in zip(one.what[mine].tolist(), one.game[mine].tolist(), strict=True):
                met.setdefault(what, set()).add((side, game))
        found = []
        for what in sorted(met):
            by = np.flatnonzero(own.deed == cards[what].deed)
            place = int(by[0]) if len(by) == 1 else -1
            if len(by):
                found.append(Odds(cards[what].name, place, len(met[what]) / games))
        return tuple(sorted(found, key=lambda one: (-one.share, one.name, one.order)))

    def _fates(self, events: Sequence[Events], own: Orders, games: int) -> tuple[Fate, ...]:
        """What becomes of each order."""
        stage_deed = self.doubts.rulebooks[0].table.stage_deed
        counts = np.zeros((len(own), len(Kind)))
        for one in events:
            some = one.take((one.seat == self.view.seat) & np.isin(one.kind, UNDONE))
            stage = np.where(some.kind == Kind.VOID, 0, some.what)
            deed = np.where(some.kind == Kind.VOID, some.what, stage_deed[stage])
            for place in range(len(own)):
                same = deed == own.deed[place]
                for name in ("target", "about", "via"):
                    same &= getattr(some, name) == getattr(own, name)[place]
                counts[place] += np.bincount(some.kind[same], minlength=len(Kind))
        failed, void, waits = (counts[:, kind] / games for kind in UNDONE)
        return tuple(map(Fate, failed.tolist(), void.tolist(), waits.tolist()))


def _unsaid(order: Order) -> Order:
    """An order without its words, which no rule reads."""
    return replace(order, text="", intent="", expects="", confidence=None)
