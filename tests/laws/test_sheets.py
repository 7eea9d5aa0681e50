"""Law 6: what the menu allows is never void; a void order changes nothing; a failed one is paid."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import Kind, Void, World, read_orders
from game.engine.orders import Orders, join
from game.engine.world import nothing_pending
from game.views import rows_of
from tests.laws.worlds import WORLDS, world
from tests.story import Story

STOCKS = ("staff", "money", "political")


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_no_single_order_the_menu_allows_is_void(name):
    """Every candidate of every seat, each alone in a game of its own, after two lively turns."""
    for seat_number in range(3):
        played = world(name, seed=seat_number).play("uniform", turns=2).begin()
        seat = played.seats[(seat_number * 5 + 1) % len(played.seats)]
        menu = played.look(seat).menu
        candidates = np.flatnonzero(menu.allowed()[0])[:: 1 if name == "theater" else 3]
        story = world(name, games=len(candidates))
        story.world = repeated(played.world, len(candidates))
        plan = story.stage.views[seat].plan
        story._open = True
        story.close(rows_of(plan, story.seats.index(seat), candidates[:, None]))

        assert not (story.events.kind == Kind.VOID).any()


def repeated(one, games):
    """The same world in several games."""
    cells = np.repeat(one.cells.T, games, axis=1).T
    return World(
        np.repeat(one.seed, games),
        np.repeat(one.turn, games),
        np.repeat(one.ended, games),
        cells,
        nothing_pending(),
    )


@pytest.mark.parametrize("name", sorted(WORLDS))
@settings(max_examples=2)
@given(seed=st.integers(0, 999))
def test_no_sheet_within_the_menu_is_void(name, seed):
    """Random sheets of allowed orders, without duplicates, that the stocks pay for together."""
    story = world(name, games=6, seed=seed)
    dice = np.random.default_rng(seed)
    slots = story.rulebook.orders_per_turn
    for _ in range(4):
        parts = []
        for place, seat in enumerate(story.seats):
            menu = story.look(seat).menu
            chosen = np.full((story.world.games, slots), -1)
            for game in range(story.world.games):
                left = menu.stocks[game].copy()
                allowed = np.flatnonzero(menu.allowed()[game])
                taken = 0
                for candidate in dice.permutation(allowed)[: 3 * slots]:
                    if taken < slots and (left >= menu.price[candidate]).all():
                        chosen[game, taken] = candidate
                        left -= menu.price[candidate]
                        taken += 1
            parts.append(rows_of(story.stage.views[seat].plan, place, chosen))
        story.close(join(parts))

        assert not (story.events.kind == Kind.VOID).any()


def anything(story, dice, count):
    """Rows of orders that make no sense: any seat, deed and operands."""
    draw = {
        "game": dice.integers(0, story.world.games, count),
        "seat": dice.integers(0, len(story.seats), count),
        "slot": dice.integers(0, 20, count),
        "deed": dice.integers(-1, len(story.rulebook.deeds) + 1, count),
        "target": dice.integers(-1, 12, count),
        "about": dice.integers(-1, 12, count),
        "via": dice.integers(-1, 5, count),
    }
    return Orders(**draw)


@pytest.mark.parametrize("name", sorted(WORLDS))
@settings(max_examples=2)
@given(seed=st.integers(0, 999))
def test_void_orders_leave_no_trace(name, seed):
    """Rubbish is played; then the same turn with only those of its rows that were not void."""
    one, other = world(name, games=3, seed=seed), world(name, games=3, seed=seed)
    rubbish = anything(one, np.random.default_rng(seed), 300)
    known = (rubbish.deed >= 0) & (rubbish.deed < len(one.rulebook.deeds))
    rubbish = rubbish.take(known)
    one.begin().close(rubbish)
    void = one.events.kind == Kind.VOID
    columns = ("game", "seat", "target", "about", "via")
    voided = {
        (deed, *row)
        for deed, *row in zip(
            one.events.what[void], *(getattr(one.events, c)[void] for c in columns), strict=True
        )
    }
    assert len(voided) > 50
    sheets = zip(rubbish.deed, *(getattr(rubbish, c) for c in columns), strict=True)
    fine = np.array([row not in voided for row in sheets])
    other.begin().close(rubbish.take(fine))

    assert np.array_equal(one.world.cells, other.world.cells)
    for column in fields(one.world.pending):
        first, second = (getattr(s.world.pending, column.name) for s in (one, other))
        assert np.array_equal(first, second)


def test_every_void_order_tells_its_seat_why_and_nobody_else():
    story = world("theater")
    story.turn(
        arden=[
            "leak_authentic cellar",  # its own
            "post_statement.neutral stay",
            "post_statement.neutral stay",  # twice
            "public_attribution.sure arden",  # itself
        ]
    )
    told = [one for one in story.told("arden") if one.kind == "void"]
    assert len(told) == 3
    assert all("at no cost" in one.text for one in told)
    for seat in story.seats:
        if seat != "arden":
            assert not [one for one in story.told(seat) if one.kind == "void"]


def test_orders_beyond_the_sheet_are_void():
    story = Story("arden corva", orders_per_turn=2)
    story.turn(
        arden=["private_message.plain corva", "harden_train", "monitor_mine.listen arden_public"]
    )

    assert sorted(story.outcomes("arden")) == ["DONE", "DONE", "VOID"]
    assert story.events.reason.max() == Void.TOO_MANY


def test_what_is_left_pays_in_the_order_of_the_sheet():
    """Three staff: training takes two, mining needs money besides, listening takes the last."""
    story = Story("arden corva", actors={"arden": {"staff": 3, "money": 3}})
    listen = [f"monitor_mine.{how} corva_public" for how in ("mine", "listen")]
    story.turn(arden=["harden_train", *listen])

    void = story.events.kind == Kind.VOID
    assert story.events.reason[void].tolist() == [Void.UNPAID]
    assert story.rulebook.deeds[int(story.events.what[void][0])].variant == "mine"
    assert story.insight("arden", "corva_public") > 0


def test_a_need_is_judged_on_what_the_seat_saw_not_on_what_others_do_meanwhile():
    """Both leak one secret: neither is void although each makes it public."""
    story = Story(
        "arden brenmark corva",
        secrets={"survey": {"of": "brenmark", "holders": ["arden", "corva"], "text": "It was."}},
        chance=0.0,
    )
    story.turn(arden="leak_authentic survey", corva="leak_authentic survey")

    assert story.outcomes("arden") == story.outcomes("corva") == ["DONE"]
    assert story.turn(arden="leak_authentic survey").outcomes("arden") == ["VOID"]


def test_a_failed_order_costs_its_price_and_tells_no_number():
    """Corva does not trust Arden enough to take its word; Arden learns only that it failed."""
    story = Story(
        "arden brenmark corva",
        secrets={"survey": {"of": "brenmark", "holders": ["arden"], "text": "It was."}},
        start={"trust(corva, arden)": 12.5, "trust(*, *)": 40},
    )
    before = story.political("arden"), story.trust("corva", "arden")
    story.turn(arden="share_intelligence.secret corva survey")

    assert story.outcomes("arden") == ["FAILED"]
    assert (story.holds("corva", "survey"), story.trust("corva", "arden")) == (0, before[1])
    (told,) = [one for one in story.told("arden") if one.kind == "failed"]
    assert "12" not in told.text
    assert "trust" not in told.text.lower()
    assert not [one for one in story.told("brenmark") if "Arden" in one.text]


def test_a_failed_order_has_cost_its_price():
    """Staff comes back by itself, so the price is looked for in political will."""
    story = Story("arden brenmark corva", start={"trust(*, *)": 5})
    story.turn(
        arden="offer_mediation.mediate brenmark corva",
        brenmark="offer_mediation.accept arden",
        corva="offer_mediation.accept arden",
    )

    assert "FAILED" in story.outcomes("arden")
    assert story.political("arden") == 48


def test_orders_in_words_and_as_rows_are_the_same_orders():
    story = world("theater").begin()
    words = story.sheet("arden", ["post_statement.neutral peace via press", "harden_train"])
    rows = read_orders(story.rulebook, words)
    menu = story.look("arden").menu

    assert [menu.find(order) is not None for order in words] == [True, True]
    assert [int(d) for d in rows.deed] == [
        next(i for i, deed in enumerate(story.rulebook.deeds) if deed.key == order.move)
        for order in words
    ]
