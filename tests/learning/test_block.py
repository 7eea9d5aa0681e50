"""A block of games for learning agents: the same games as everywhere, and nothing more to see."""

import numpy as np
import pytest

from game.batch import BatchError, block_env
from game.engine import state_hash
from game.scenario import find, load

BLACKOUT = load(find("blackout"))


@pytest.fixture(scope="module")
def block():
    return block_env(BLACKOUT)


def choices(block, luck):
    """A random allowed action of every agent in every game."""
    found = {}
    for agent in block.agents:
        allowed = block.allowed(agent)
        found[agent] = np.array([luck.choice(np.flatnonzero(row)) for row in allowed])
    return found


def play(block, seeds, turns=2):
    """The actions and the final hashes of some turns, for each seed."""
    block.reset(seeds)
    luck, actions = np.random.default_rng(1), []
    for _ in range(turns * block.slots):
        actions.append(choices(block, luck))
        block.step(actions[-1])
    return actions, [state_hash(block.world, game) for game in range(block.games)]


def test_a_game_is_the_same_alone_and_in_a_block(block):
    seeds = block.seeds_of(3, 4)
    actions, together = play(block, seeds)
    block.reset(seeds[2:3])
    for step in actions:
        block.step({agent: some[2:3] for agent, some in step.items()})
    assert state_hash(block.world) == together[2]


def test_passing_always_is_the_game_of_idle_seats(block):
    block.reset(block.seeds_of(1, 2))
    for _ in range(block.slots * 2):
        block.step({})
    passed = [state_hash(block.world, game) for game in range(2)]
    idle = block_env(BLACKOUT, [block.agents[0]], dict.fromkeys(block.agents[1:], "idle"))
    idle.reset(idle.seeds_of(1, 2))
    for _ in range(idle.slots * 2):
        idle.step({})
    assert [state_hash(idle.world, game) for game in range(2)] == passed


def test_an_action_that_is_not_allowed_counts_as_a_pass_and_says_so(block):
    block.reset(block.seeds_of(1, 2))
    agent = block.agents[0]
    closed = int(np.flatnonzero(~block.allowed(agent)[0])[0])
    wrong = block.step({agent: np.array([closed, 10**9])}).illegal
    assert wrong[agent].tolist() == [True, True]
    assert not wrong[block.agents[1]].any()
    assert (block.allowed(agent) == block_after_a_pass(agent)).all()


def block_after_a_pass(agent):
    other = block_env(BLACKOUT)
    other.reset(other.seeds_of(1, 2))
    other.step({})
    return other.allowed(agent)


def test_an_order_stands_in_a_sheet_once_and_takes_its_price(block):
    block.reset(block.seeds_of(1, 1))
    agent = block.agents[0]
    allowed = block.allowed(agent)[0]
    action = int(np.flatnonzero(allowed)[1])
    block.step({agent: np.array([action])})
    later = block.allowed(agent)[0]
    assert allowed[action]
    assert not later[action]
    assert not (later & ~allowed).any()


def test_an_ended_game_only_passes_and_gets_nothing(block):
    block.reset(block.seeds_of(1, 3))
    for _ in range(block.rulebook.turns * block.slots):
        block.step({})
    assert block.ended.all()
    hashes = [state_hash(block.world, game) for game in range(3)]
    rewards = [block.step({}).rewards for _ in range(block.slots)]
    assert all(not gained.any() for step in rewards for gained in step.values())
    assert [state_hash(block.world, game) for game in range(3)] == hashes
    assert all(block.allowed(agent).sum() == 3 for agent in block.agents)


def test_rewards_sum_to_the_change_of_the_score(block):
    block.reset(block.seeds_of(2, 2))
    scores = block.rulebook.layout.view(block.world.cells, "score").copy()
    luck, gained = np.random.default_rng(2), np.zeros((len(block.agents), 2))
    for _ in range(3 * block.slots):
        rewards = block.step(choices(block, luck)).rewards
        gained += np.array([rewards[agent] for agent in block.agents])
    after = block.rulebook.layout.view(block.world.cells, "score")
    seats = [block.rulebook.keys["seat"].index(agent) for agent in block.agents]
    assert gained == pytest.approx((after - scores).T[seats] / 100)


def test_worlds_that_differ_only_behind_the_curtain_look_the_same(block):
    """Change every cell that a seat does not see: what its agent reads and may do stays."""
    block.reset(block.seeds_of(4, 1))
    before = block.sights()
    cells = block.world.cells.copy(order="K")
    for agent in block.agents:
        sight = block._views[agent].sight
        hidden = np.setdiff1d(np.arange(cells.shape[1] - 1), sight.cells)
        listened = sight.ear[sight.ear >= 0]  # whether it listens is its own to know
        hidden = np.setdiff1d(hidden, listened)
        assert len(hidden)
        other = cells.copy(order="K")
        low, high = block.rulebook.layout.low[hidden], block.rulebook.layout.high[hidden]
        other[:, hidden] = np.where(np.isfinite(high), high, np.maximum(low, 0) + 7)
        after = seen_in(block, agent, other)
        assert (after.numbers == before[agent].numbers).all()
        assert (after.mask == before[agent].mask).all()


def seen_in(block, agent, cells):
    """What an agent reads in a world with these cells."""
    from dataclasses import replace

    from game.views import observe

    kept = block.world, block._seen
    block.world = replace(block.world, cells=cells)
    block._seen = {**block._seen, agent: observe(block._views[agent], block.world, None)}
    found = block.sights()[agent]
    block.world, block._seen = kept
    return found


def test_numbers_stay_within_their_space(block):
    block.reset(block.seeds_of(5, 8))
    luck = np.random.default_rng(5)
    for _ in range(4 * block.slots):
        block.step(choices(block, luck))
        for sight in block.sights().values():
            assert sight.numbers.dtype == np.float32
            assert np.abs(sight.numbers).max() <= 1
    assert np.abs(block.state()).max() <= 1


def test_seats_without_an_agent_are_played_by_stand_ins():
    few = block_env(BLACKOUT, ["ministry"], {"palace": "echo"})
    assert few.agents == ("ministry",)
    assert len(few.sights()) == 1
    few.reset(few.seeds_of(1, 1))
    begun = state_hash(few.world)
    for _ in range(few.slots):
        few.step({})
    assert state_hash(few.world) != begun


def test_an_unknown_seat_is_refused_with_those_there_are():
    with pytest.raises(BatchError, match=r"blackout has no seat 'nobody': name one of .*ministry"):
        block_env(BLACKOUT, ["nobody"])


def test_an_action_can_be_read(block):
    block.reset(block.seeds_of(1, 1))
    agent = block.agents[0]
    assert block.order(agent, 0) == "pass"
    assert block.order(agent, 1).split()[0] in {deed.key for deed in block.rulebook.deeds}
