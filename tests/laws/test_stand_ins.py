"""Law 10: a stand-in never orders what its observation forbids."""

import numpy as np
import pytest

from game import policies
from game.engine import Kind
from tests.laws.worlds import WORLDS, world


@pytest.mark.parametrize("name", sorted(WORLDS))
@pytest.mark.parametrize("policy", sorted(policies.POLICIES))
def test_stand_ins_order_what_is_allowed_and_can_pay_for_all_of_it(name, policy):
    story = world(name, games=6, seed=3)
    slots = story.rulebook.orders_per_turn
    for _ in range(3):
        for seat in story.seats:
            observation = story.look(seat)
            chosen = policies.make(policy).choose(observation, story.luck(seat))
            menu, allowed = observation.menu, observation.menu.allowed()

            assert chosen.shape == (6, slots)
            assert chosen.min() >= -1
            assert chosen.max() < len(menu.deed)
            for game, sheet in enumerate(chosen):
                given = sheet[sheet >= 0]
                assert allowed[game, given].all()
                assert len(set(given.tolist())) == len(given)
                assert (menu.price[given].sum(axis=0) <= menu.stocks[game]).all()
        story.play(policy, turns=1)

        assert not (story.events.kind == Kind.VOID).any()


def test_stand_ins_order_nothing_in_a_game_that_is_over():
    story = world("blackout", games=2).play("doctrine")
    for seat in story.seats:
        observation = story.look(seat)

        assert observation.ended.all()
        for policy in policies.POLICIES:
            assert (policies.make(policy).choose(observation, story.luck(seat)) == -1).all()


@pytest.mark.parametrize("policy", sorted(policies.POLICIES))
def test_a_stand_in_chooses_the_same_alone_and_in_a_block(policy):
    many = world("blackout", games=6).play("uniform", turns=2)
    for game in (0, 4):
        alone = world("blackout")
        alone.world = many.world.take(np.array([game]))
        for seat in many.seats:
            stand_in = policies.make(policy)
            together = stand_in.choose(look(many, seat), many.luck(seat))[game]
            single = stand_in.choose(look(alone, seat), alone.luck(seat))[0]

            assert together.tolist() == single.tolist()


def look(story, seat):
    """What a seat sees, nothing having been told."""
    story.events = None
    return story.look(seat)
