"""The menu: what a seat could order, what is open, at what price, and why the rest is not."""

import numpy as np
import pytest

from tests.laws.worlds import WORLDS, world
from tests.story import Story


def reason(story, seat, words):
    menu = story.look(seat).menu
    return menu.reason(menu.find(story.order(seat, words)))


def test_a_closed_order_says_which_need_is_missing():
    story = Story("arden corva", chance=0.0)

    assert reason(story, "arden", "decline_or_deny.deny corva") == (
        "They have not accused you of anything"
    )
    story.turn(corva="public_attribution.bluff arden")
    assert reason(story, "arden", "decline_or_deny.deny corva") == ""


def test_an_order_that_cannot_be_paid_says_what_is_short():
    story = Story("arden corva", actors={"arden": {"staff": 1}})

    assert reason(story, "arden", "harden_train") == "needs 2 staff, 1 left"


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_every_closed_candidate_has_a_reason_and_every_allowed_one_none(name):
    story = world(name).play("uniform", turns=1)
    for seat in story.seats:
        menu = story.look(seat).menu
        allowed = menu.allowed()[0]
        for candidate in range(0, len(allowed), 7):
            assert bool(menu.reason(candidate)) != allowed[candidate]


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_candidates_and_orders_in_words_are_one_to_one(name):
    story = world(name)
    for seat in story.seats:
        menu = story.look(seat).menu
        for candidate in range(0, len(menu.deed), 5):
            order = menu.order(candidate)
            assert order.seat == seat
            assert menu.find(order) == candidate


def test_the_same_order_is_open_in_one_game_and_closed_in_another():
    story = Story("arden corva", games=2)
    story.world.cells[1, story.rulebook.cell("accused", "arden", "corva")] = 1
    menu = story.look("arden").menu
    candidate = menu.find(story.order("arden", "decline_or_deny.deny corva"))

    assert menu.open()[:, candidate].tolist() == [False, True]
    assert menu.reason(candidate, game=0)
    assert not menu.reason(candidate, game=1)


def test_prices_are_those_of_the_booklet():
    story = world("theater")
    look = story.look("arden")
    for candidate in range(0, len(look.menu.deed), 11):
        card = look.booklet.moves[look.menu.order(candidate).move]
        assert tuple(look.menu.price[candidate]) == card.price


def test_nobody_is_offered_what_their_kind_cannot_do():
    story = world("theater")
    for seat, never in (("tidewire", "internet_shutdown"), ("arden", "platform_enforce.label")):
        menu = story.look(seat).menu
        assert never not in {menu.deeds[deed] for deed in np.unique(menu.deed)}


def test_a_tuned_price_stands_in_the_menu():
    story = Story("arden corva", moves={"harden_train": {"cost": {"staff": 3, "money": 1}}})
    look = story.look("arden")
    candidate = look.menu.find(story.order("arden", "harden_train"))

    assert look.menu.price[candidate].tolist() == [3, 1, 0]
