"""What holds for each of the shipped moves: somebody can play it, it costs what it says, it does
something, and it is coded for those who compare.
"""

import re
from itertools import islice
from string import Formatter

import numpy as np
import pytest

from game.engine import Order, read_orders
from game.engine.rulebook import STOCKS
from game.rules.tabling import SEVERITY
from tests.laws.worlds import THEATER
from tests.story import Story, stage

STAGE = stage(THEATER)
DEEDS = [deed.key for deed in STAGE.rulebook.deeds]
MOVES = sorted(STAGE.scenario.moves)
BOOKKEEPING = {"staff", "money", "political", "done", "escalation", "hostile", "turn"}


def theater(**options):
    return Story(THEATER, **options)


def allowed_orders(story, key):
    """Orders of a deed that some seat's menu allows and whose partners could join in."""
    for seat in story.seats:
        menu = story.look(seat).menu
        mine = menu.deed == menu.deeds.index(key)
        for candidate in np.flatnonzero(menu.allowed()[0] & mine):
            order = menu.order(int(candidate))
            joined = (story.look(one.seat).menu.find(one) for one in partners(story, order))
            if all(other is not None for other in joined):
                yield order


def partners(story, order):
    """The orders of others that a joint order needs."""
    move, _, variant = order.move.partition(".")
    row = story.scenario.moves[move]
    way = row.variants[variant] if variant else None
    needed = way.partners if way and way.partners is not None else row.partners
    me = story.scenario.content.seats[order.seat].actor
    for partner in needed:
        actor = {"target": order.target, "about": order.about}[partner.who]
        deed = next(d for d in story.rulebook.deeds if d.key == partner.move)
        same = {
            role: getattr(order, role)
            for role, axis in zip(("about", "via"), deed.axes[1:], strict=True)
            if axis
        }
        yield Order(actor, partner.move, target=me, **same)


def played(order, **options):
    """A story in which an order and what it needs of others has been given."""
    story = theater(**options).begin()
    orders = [order, *partners(story, order)]
    return story.close(read_orders(story.rulebook, orders))


@pytest.mark.parametrize("key", DEEDS)
def test_somebody_in_the_theater_can_play_it(key):
    assert next(allowed_orders(theater(), key), None) is not None


@pytest.mark.parametrize("key", DEEDS)
def test_it_can_be_done_and_costs_its_price(key):
    """Each deed succeeds for somebody, on somebody, and takes from its doer what it says."""
    for order in islice(allowed_orders(theater(), key), 60):
        story = played(order, chance=1.0, ledger=True)
        kinds = set(story.outcomes(order.seat)) - {"CHANCE"}
        assert kinds in ({"DONE"}, {"FAILED"})
        for stock, price in zip(STOCKS, story.rulebook.table.price[DEEDS.index(key)], strict=True):
            entries = story.ledger.why(story.rulebook.cell(stock, order.seat), turn=1)
            paid = [e.amount for e in entries if e.cause.detail == "price"]
            assert sum(paid) == -price
        if kinds == {"DONE"}:
            return
    pytest.fail(f"{key} failed for all who may order it")


@pytest.mark.parametrize("key", [key for key in DEEDS if "accept" not in key])
def test_it_changes_something(key):
    """At once or within three turns, and not only its price: else why would anybody order it?"""
    for order in islice(allowed_orders(theater(), key), 60):
        story, idle = played(order, chance=1.0), theater(chance=1.0).idle()
        for _ in range(4):
            if differing(story, idle) - BOOKKEEPING:
                return
            story.idle()
            idle.idle()
    pytest.fail(f"{key} changed nothing but what it cost")


def differing(one, other):
    """The measures in which two stories differ."""
    return {
        stretch.name
        for stretch in one.layout.stretches.values()
        if not np.array_equal(
            one.layout.view(one.world.cells, stretch.name),
            other.layout.view(other.world.cells, stretch.name),
        )
    }


def fields_of(axes):
    """The fields that a sentence with operands on these axes may use."""
    named = {role for role, axis in zip(("target", "about", "via"), axes, strict=True) if axis}
    return {"me", *named} | ({"story"} if axes[0] == "secret" else set())


@pytest.mark.parametrize("key", DEEDS)
def test_its_sentence_names_only_what_it_has(key):
    """A field that nobody fills would stand in the feed as a bare word."""
    deed = STAGE.rulebook.deeds[DEEDS.index(key)]
    filled = fields_of(deed.axes)
    fields = {name for _, name, _, _ in Formatter().parse(deed.says) if name is not None}

    assert fields <= filled


def test_what_a_chance_says_names_only_what_its_move_has():
    for card in STAGE.rulebook.chances:
        axes = STAGE.rulebook.deeds[card.deed].axes if card.deed >= 0 else (None,) * 3
        filled = fields_of(axes)
        fields = {name for _, name, _, _ in Formatter().parse(card.says) if name is not None}

        assert fields <= filled, card.name


@pytest.mark.parametrize("key", MOVES)
def test_it_is_named_explained_and_sourced(key):
    move = STAGE.scenario.moves[key]
    say = STAGE.scenario.say

    assert say(move.name)
    assert say(move.text).endswith(".")
    assert say(move.source)
    assert set(move.counters) <= set(MOVES)


PATTERNS = {
    "cameo": r"\d{2,4}",
    "plover": r"[A-Z]+(-[a-z-]+)?",
    "disarm": r"(T\d{4}(\.\d{3})?|C\d{5})",
}


@pytest.mark.parametrize("key", MOVES)
def test_its_codes_are_codes(key):
    move = STAGE.scenario.moves[key]
    for codes in [move.codes, *(v.codes for v in move.variants.values() if v.codes)]:
        assert codes.rivera in SEVERITY
        for scheme, pattern in PATTERNS.items():
            given = getattr(codes, scheme)
            for code in [given] if isinstance(given, str) else given:
                assert code == "none" or re.fullmatch(pattern, code), code
        cameo = [codes.cameo] if isinstance(codes.cameo, str) else codes.cameo
        if codes.goldstein is not None:
            weights = codes.goldstein if isinstance(codes.goldstein, list) else [codes.goldstein]
            assert len(weights) == len(cameo)
            assert all(-10 <= weight <= 10 for weight in weights)
        else:
            assert cameo == ["none"]
