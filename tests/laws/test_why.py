"""What a seat is told of why: it adds up bit for bit, leaves no change out and names nobody hidden.

The truth it is held against is the game's own: the numbers before, and the events as they were.
"""

from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from game.engine.events import Kind
from game.scenario import find, load
from game.session.running import Running
from game.session.shelf import header_of
from game.session.stand_ins import StandIn
from game.views.why import UNSEEN

THEATER = Path(__file__).parents[1] / "moves" / "theater.yaml"
GAMES = [("blackout", "doctrine", 3), ("blackout", "uniform", 11), ("theater", "uniform", 5)]
TURNS = 7


class Watched:
    """A game in which every seat looks once a turn, and what was seen and told before is kept."""

    def __init__(self, name, policy, seed):
        scenario = load(find(name) if name == "blackout" else THEATER)
        seats = dict.fromkeys(scenario.keys["seat"], policy)
        self.game = Running(scenario, header_of(scenario, seed, seats))
        self.hands = {seat: StandIn(policy, seat, seed) for seat in self.game.seats}
        self.before, self.events = {}, None

    def turns(self):
        """Play; after every turn each seat in turn, with what it knew before and knows now."""
        self.game.begin()
        for _ in range(TURNS):
            self.before = {seat: self.game.observe(seat) for seat in self.game.seats}
            orders = [
                o for seat in self.game.seats for o in self.hands[seat].sheet(self.before[seat])
            ]
            self.events = self.game.close(orders)
            if self.game.ended:
                return
            self.game.begin()
            for seat in self.game.seats:
                yield seat, self.before[seat], self.game.observe(seat)

    def shown(self, seat):
        """What a deed is called whose doer this seat was shown this turn, or that is its own."""
        place, keys = self.game.seats.index(seat), self.game.rulebook.keys
        names = set()
        for row in np.flatnonzero(np.isin(self.events.kind, (Kind.DONE, Kind.STANDING))):
            doer = int(self.events.seat[row])
            deed = int(self.game.rulebook.table.stage_deed[self.events.what[row]])
            name = self.game.views[seat].booklet.moves[self.game.rulebook.deeds[deed].key].name
            if doer == place or self.events.named[row, place]:
                actor = keys["actor"][int(self.game.rulebook.seat_actor[doer])]
                names.add(f"{name}, by {self.game.views[seat].booklet.actors[actor].name}")
        return names


@lru_cache
def played(game):
    """All that the seats of a game saw: game, seat, its view before and after, doers shown."""
    watched = Watched(*game)
    return [
        (watched.game, seat, before, now, watched.shown(seat))
        for seat, before, now in watched.turns()
    ]


def exact_columns(view):
    """The columns of a seat's view that it sees exactly."""
    return np.flatnonzero(view.sight.step == 0)


games = pytest.mark.parametrize("game", GAMES, ids=lambda game: "-".join(map(str, game)))


@games
def test_every_change_a_seat_knows_exactly_is_told_whole_bit_for_bit(game):
    met = 0
    for table, seat, before, now, _ in played(game):
        view = table.views[seat]
        clock = view.sight.column[table.rulebook.layout.stretches["turn"].first]
        for column in exact_columns(view):
            old, new = before.seen[0, column], now.seen[0, column]
            if column == clock or np.isnan(new):
                continue
            why = now.reasons.get(int(column))
            if why is None:
                assert np.isnan(old) or old == new, "a number moved and nobody says why"
                continue
            met += 1
            assert why.after == new
            assert np.isnan(old) or why.before == old
            assert Fraction(why.before) + sum(Fraction(r.amount) for r in why.reasons) == why.after
    assert met > 100


@games
def test_no_cause_names_a_doer_that_the_seat_was_not_shown(game):
    named = 0
    for _, _, _, now, shown in played(game):
        for why in now.reasons.values():
            for reason in why.reasons:
                if ", by " in reason.words and not reason.words.endswith(", by you"):
                    assert reason.words in shown
                    named += 1
    assert named > 10


@games
def test_there_are_hidden_deeds_and_they_are_one_sum_without_a_name(game):
    hidden = 0
    for _, _, _, now, _ in played(game):
        for why in now.reasons.values():
            unseen = [reason for reason in why.reasons if reason.words == UNSEEN]
            assert len(unseen) <= 1
            assert unseen in ([], list(why.reasons[-1:])), "what is not seen stands last"
            assert not any(reason.factors for reason in unseen)
            hidden += len(unseen)
    assert hidden > 10


@games
def test_a_factor_has_a_value_only_where_the_seat_knows_what_it_was_made_of(game):
    """Those that are one number of the world: the seat reads that number exactly."""
    for _, seat, before, now, _ in played(game):
        for why in now.reasons.values():
            for factor in (f for reason in why.reasons for f in reason.factors if f.measure):
                name, *things = factor.measure
                assert factor.value is not None
                assert name == "done" or any(
                    one.value(name, *things).exact for one in (before, now)
                ), (seat, factor)


@games
def test_factors_multiply_to_their_amount(game):
    met = 0
    for _, _, _, now, _ in played(game):
        for why in now.reasons.values():
            for reason in why.reasons:
                values = [factor.value for factor in reason.factors]
                if (
                    values
                    and None not in values
                    and "tension between" not in reason.factors[0].words
                ):
                    assert np.prod(values) == pytest.approx(reason.amount, abs=1e-9)
                    met += 1
    assert met > 5
