"""The stand-ins: each has a manner, and can be known by it."""

import numpy as np
import pytest

from game import policies
from game.engine import Order
from game.policies import Scripted
from tests.laws.worlds import world
from tests.story import Story, dice


def deeds_chosen(story, seat, policy, turns=1):
    """The keys of the deeds that a stand-in orders in all games of a block."""
    observation = story.look(seat)
    chosen = policies.make(policy).choose(observation, story.luck(seat))
    menu = observation.menu
    return [menu.deeds[menu.deed[c]] for c in chosen[chosen >= 0]]


def test_the_idle_one_gives_no_orders():
    assert deeds_chosen(world("theater", games=5), "arden", "idle") == []


@pytest.mark.parametrize("seat", ["arden", "chirp", "envoy"])
def test_the_random_one_orders_everything_that_is_open_sooner_or_later(seat):
    story = world("theater", games=1500).begin()
    menu = story.look(seat).menu
    allowed = np.flatnonzero(menu.allowed()[0])
    open_deeds = {menu.deeds[deed] for deed in menu.deed[allowed]}

    assert set(deeds_chosen(story, seat, "uniform")) == open_deeds


def test_the_random_one_reaches_every_operand():
    story = world("theater", games=4000)
    observation = story.look("arden")
    chosen = policies.make("uniform").choose(observation, story.luck("arden"))
    menu = observation.menu
    meant = [
        c for c in range(len(menu.deed)) if menu.deeds[menu.deed[c]] == "private_message.plain"
    ]
    targets = {menu.order(c).target for c in np.unique(chosen[chosen >= 0]) if c in set(meant)}

    assert targets == set(story.rulebook.keys["actor"]) - {"arden"}


def test_the_random_one_is_as_likely_to_order_one_deed_as_another():
    """Between deeds, not between their many operands; and every length of sheet alike."""
    story = world("theater", games=6000)
    observation = story.look("guard")
    chosen = policies.make("uniform").choose(observation, story.luck("guard"))
    menu = observation.menu
    allowed = menu.allowed()[0]
    deeds = sorted(set(menu.deed[allowed].tolist()))
    first = chosen[:, 0][chosen[:, 0] >= 0]
    counts = np.array([(menu.deed[first] == deed).sum() for deed in deeds])
    expected = len(first) / len(deeds)

    assert (np.abs(counts - expected) < 5 * np.sqrt(expected)).all()
    lengths = np.bincount((chosen >= 0).sum(axis=1), minlength=11)
    assert lengths[0] == pytest.approx(6000 / 11, rel=0.25)


def test_the_broadcaster_speaks_and_never_answers():
    story = world("theater", games=60)
    for seat in ("arden", "aid"):
        moves = {deed.split(".")[0] for deed in deeds_chosen(story, seat, "broadcaster")}

        assert "post_statement" in moves
        assert moves <= {"post_statement", "issue_campaign"}


def test_doctrine_follows_the_weights_of_its_seat():
    """Nine parts of training to one of listening, all else never."""
    story = Story(
        "arden corva",
        games=2000,
        orders_per_turn=1,
        moves={"drill": {"name": "Drill", "by": "any"}},
        seats={"arden": {"doctrine": {"drill": 9, "monitor_mine": 1}}},
    )
    chosen = deeds_chosen(story, "arden", "doctrine")

    assert {deed.split(".")[0] for deed in chosen} == {"drill", "monitor_mine"}
    assert chosen.count("drill") / len(chosen) == pytest.approx(0.9, abs=0.03)


def leanings(objective):
    """How often Arden turns to Corva, not to Brenmark, with one thing to do and one objective."""
    story = Story(
        "arden brenmark corva",
        games=2000,
        orders_per_turn=1,
        seats={"arden": {"doctrine": {"private_message.plain": 1}}},
        objectives={"arden": {"goal": {"when": objective}}},
    )
    observation = story.look("arden")
    chosen = policies.make("doctrine").choose(observation, story.luck("arden"))
    targets = [observation.menu.order(c).target for c in chosen[chosen >= 0]]
    return targets.count("corva") / len(targets)


def test_doctrine_leans_to_what_its_objectives_name():
    """Three parts to one to whom the goal speaks of, though a message does nothing for it."""
    assert leanings("prestige(corva) >= 99") == pytest.approx(0.75, abs=0.04)


def test_doctrine_turns_to_those_who_bring_an_unmet_goal_nearer():
    """A message is thanked with trust by whom it reaches: six times three parts to one."""
    assert leanings("trust(corva, arden) >= 99") == pytest.approx(18 / 19, abs=0.02)


def test_doctrine_keeps_from_what_takes_a_goal_further_off():
    """A twelfth of three parts."""
    assert leanings("trust(corva, arden) <= 99") == pytest.approx(0.2, abs=0.04)


def test_doctrine_shares_a_moves_weight_among_what_is_open_of_it():
    """Half and half, though one of the two moves comes in two ways, and those to two actors."""
    story = Story(
        "arden brenmark corva",
        games=2000,
        orders_per_turn=1,
        moves={"drill": {"name": "Drill", "by": "any"}},
        seats={"arden": {"doctrine": {"drill": 1, "private_message": 1}}},
    )
    chosen = deeds_chosen(story, "arden", "doctrine")

    assert chosen.count("drill") / len(chosen) == pytest.approx(0.5, abs=0.04)


def mediated(willing, objective):
    """How often Arden accepts Corva's offer to mediate between it and Brenmark."""
    story = Story(
        "arden brenmark corva",
        games=1000,
        orders_per_turn=1,
        moves={"drill": {"name": "Drill", "by": "any"}},
        seats={"arden": {"doctrine": {"drill": 99, "offer_mediation.accept": willing}}},
        objectives={"arden": {"goal": {"when": objective}}},
    )
    story.turn(corva="offer_mediation.mediate arden brenmark")
    orders = deeds_chosen(story, "arden", "doctrine")
    return orders.count("offer_mediation.accept") / 1000


def test_doctrine_joins_what_serves_a_goal_and_often_what_harms_none():
    assert mediated(1, "tension(arden, brenmark) < 1") == pytest.approx(0.9, abs=0.04)
    assert mediated(1, "prestige(arden) >= 99") == pytest.approx(0.6, abs=0.06)


def test_doctrine_joins_nothing_that_harms_a_goal_or_that_its_seat_never_does():
    assert mediated(1, "tension(arden, brenmark) > 60") < 0.05
    assert mediated(0, "tension(arden, brenmark) < 1") == 0


def echo_after(deed):
    """What an echo in Arden's seat orders after Corva has done a deed."""
    story = Story("arden brenmark corva", games=40, start={"relations(*, *)": 1})
    with dice(0.0):
        story.turn(corva=deed)
    observation = story.look("arden")
    chosen = policies.make("echo").choose(observation, story.luck("arden"))
    cards = observation.booklet.moves
    orders = [observation.menu.order(c) for c in chosen[chosen >= 0]]
    assert orders
    return orders, [cards[order.move].severity for order in orders]


def test_the_echo_answers_hostility_with_hostility_at_its_doer():
    orders, severities = echo_after("public_criticism arden")

    assert {order.target for order in orders} == {"corva"}
    assert min(severities) >= 4


def test_the_echo_answers_friendliness_with_friendliness():
    _, severities = echo_after("private_message.plain arden")

    assert max(severities) <= 0


def test_the_echo_does_not_avenge_others():
    _, severities = echo_after("public_criticism brenmark")

    assert max(severities) <= 0


def test_the_echo_opens_friendly():
    story = Story("arden corva", games=40)
    cards = story.look("arden").booklet.moves

    assert max(cards[deed].severity for deed in deeds_chosen(story, "arden", "echo")) <= 0


def test_a_script_is_spoken_line_by_line_as_far_as_the_menu_allows():
    story = Story("arden corva")
    script = Scripted(
        {
            1: [Order("arden", "harden_train"), Order("arden", "hack_exfiltrate", "corva", "none")],
            3: [Order("arden", "private_message.plain", "corva")],
        }
    )
    outcomes = []
    for _ in range(3):
        story.begin().close(story.rows({"arden": script}))
        outcomes.append(story.outcomes("arden"))

    assert outcomes[0] == ["DONE"]
    assert outcomes[1] == ["DONE"]  # the later stage of the training
    assert "DONE" in outcomes[2]
    assert story.line("arden", "corva") > 0


def test_an_unknown_policy_is_refused_with_those_there_are():
    with pytest.raises(KeyError, match=r"choose one of .*doctrine.*uniform"):
        policies.make("genius")


def test_stand_ins_have_luck_of_their_own():
    """Two seats in one situation draw differently, and no draw is one of the game's."""
    story = Story("arden corva", games=30)
    one = policies.make("uniform").choose(story.look("arden"), story.luck("arden"))
    other = policies.make("uniform").choose(story.look("arden"), story.luck("corva"))

    assert not np.array_equal(one, other)
