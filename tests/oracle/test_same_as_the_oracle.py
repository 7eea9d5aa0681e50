"""The rules told twice: whatever the engine plays, the oracle's plain objects and loops play too.

Every measure, every order's fate, all running work and the ending are compared after the injects
and after the orders of every turn; see `Pair.check` for the few last bits that may differ.
"""

import random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from game.engine import Order, chance
from tests.laws.worlds import world
from tests.oracle import dice
from tests.oracle.compare import Pair
from tests.oracle.worlds import random_world
from tests.story import Story

SEEDS = st.integers(0, 2**32 - 1)
AS_DRAWN = (Phase.explicit, Phase.generate)  # a smaller seed is no simpler world
NUMBERS = st.integers(0, 2**64 - 1)


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_a_draw_is_the_same_with_arrays_and_without(parts):
    bits = chance.mix(*(chance.np.array([part], dtype=chance.np.uint64) for part in parts))

    assert int(bits[0]) == dice.mix(*parts)
    assert float(chance.uniform(bits)[0]) == dice.number(dice.mix(*parts))


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_thing_has_the_same_name_for_both(words):
    assert int(chance.key(*words)) == dice.name(*words)


@pytest.mark.parametrize("policy", ["uniform", "doctrine"])
@pytest.mark.parametrize("name", ["blackout", "theater"])
def test_a_game_of_stand_ins_comes_out_the_same(name, policy):
    story = world(name, seed=7)
    pair = Pair(story)
    for _ in range(10):
        story.begin()
        pair.turn(rows=story.rows(policy))
        if pair.plain.ending is not None:
            break


def random_orders(dice, scenario, deeds):
    """Sheets for every seat, most orders possible and some not: [Order].

    `deeds` are the deeds of the game by key, with the axes of their operands.
    """
    orders = []
    for seat in scenario.keys["seat"]:
        kind = scenario.content.actors[scenario.content.seats[seat].actor].kind
        own = [key for key in deeds if key.startswith("act_")]
        fit = [key for key in deeds if not deeds[key].by or kind in deeds[key].by]
        for _ in range(dice.randint(0, 4)):
            move = dice.choice([*own, dice.choice(fit), dice.choice(fit)])
            if dice.random() < 0.05:
                move = dice.choice(list(deeds))
            words = {
                role: dice.choice(scenario.keys[axis])
                for role, axis in deeds[move].axes.items()
                if scenario.keys[axis] and dice.random() < 0.97
            }
            orders.append(Order(seat, move, **words))
            if dice.random() < 0.1:
                orders.append(dice.choice(orders))
    return orders


def play_anything(seed):
    """A random world with random sheets, some from the menu and some that no menu would allow.

    Half of them are played with the book of causes kept, which must change nothing.
    """
    luck = random.Random(seed)
    story = Story(random_world(luck), seed=seed, ledger=seed % 2 == 1)
    pair = Pair(story)
    injects = story.rulebook.keys["inject"]
    told = []
    while pair.plain.ending is None:
        by_hand = [(name, luck.random() < 0.5) for name in injects if luck.random() < 0.2]
        if luck.random() < 0.3:
            story.begin(**dict(by_hand))
            told += pair.turn(rows=story.rows("uniform"), by_hand=by_hand)
        else:
            orders = random_orders(luck, story.scenario, pair.plain.deeds)
            told += pair.turn(orders=orders, by_hand=by_hand)
    return told


@settings(max_examples=30, phases=AS_DRAWN)
@given(SEEDS)
def test_any_world_comes_out_the_same(seed):
    play_anything(seed)


@pytest.mark.slow
@settings(max_examples=600, phases=AS_DRAWN)
@given(SEEDS)
def test_many_worlds_come_out_the_same(seed):
    play_anything(seed)


def test_the_random_worlds_see_every_fate_of_an_order():
    """A comparison of games in which nothing happens would prove nothing."""
    told = [one for seed in range(8) for one in play_anything(seed)]
    fates = {one[0] for one in told}
    reasons = {min(one[-1], 5) for one in told if one[-1]}

    assert fates >= {"done", "failed", "void", "standing", "broken_off", "chance"}
    assert reasons == {1, 2, 3, 4, 5}
