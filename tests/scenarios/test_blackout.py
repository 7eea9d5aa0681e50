"""Blackout in Belmora, as its readers and players meet it."""

from functools import cache

import numpy as np
import pytest

from game import policies
from game.engine import close_turn, ending_names, open_turn, run_seeds, start
from game.engine.orders import join
from game.rules import compile_rulebook
from game.scenario import check, find, load
from game.views import draws_for, observe, rows_of, viewpoint

PEOPLE = ("ministry", "palace", "committee", "witness", "embassy")
LANGUAGES = ("en", "id")
GAMES = 120

blackout = cache(lambda: load(find("blackout")))
rulebook = cache(lambda: compile_rulebook(blackout()))
view = cache(lambda seat: viewpoint(blackout(), rulebook(), seat))


@cache
def play(**seats):
    """Play a block with a policy in each seat, `doctrine` unless named; return the last world."""
    book, seeds = rulebook(), run_seeds(7, np.arange(GAMES))
    world, events = start(book, seeds), None
    stand_ins = {s: policies.make(seats.get(s, "doctrine")) for s in book.keys["seat"]}
    for turn in range(1, book.turns + 1):
        world, _ = open_turn(world, book)
        sheets = []
        for place, (seat, policy) in enumerate(stand_ins.items()):
            seen = observe(view(seat), world, events)
            chosen = policy.choose(seen, draws_for(seeds, seat, turn))
            sheets.append(rows_of(view(seat).plan, place, chosen))
        world, events = close_turn(world, book, join(sheets))
    return world


def score(world, seat):
    """Return the mean score of a seat."""
    scores = rulebook().layout.view(world.cells, "score")
    return float(scores[:, rulebook().keys["seat"].index(seat)].mean())


def test_blackout_has_neither_mistake_nor_warning():
    """What ships is an example: `check` has nothing to say about it."""
    assert check([find("blackout")]) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seat", PEOPLE)
def test_a_brief_can_be_read_before_the_game(seat, language):
    """At most 2,500 words with the situation that all share; the short form at most 400."""
    content = blackout().content
    words = f"{content.situation[language]} {content.seats[seat].brief[language]}".split()

    assert 1000 < len(words) <= 2500
    assert 150 < len(content.seats[seat].short[language].split()) <= 400


@pytest.mark.parametrize("seat", PEOPLE)
def test_a_brief_has_the_same_paragraphs_in_every_language(seat):
    """A paragraph lost, or a heading with a full stop, would be read as something else."""
    content = blackout().content
    read = [content.situation, content.seats[seat].brief, content.seats[seat].short]
    shapes = [
        [[p.endswith((".", "?")) for p in text[at].split("\n") if p] for at in LANGUAGES]
        for text in read
    ]

    assert all(first == second for first, second in shapes)


@pytest.mark.parametrize("seat", PEOPLE)
def test_every_seat_of_people_has_three_or_more_aims(seat):
    """Each with a sentence that can be read without the rulebook."""
    aims = blackout().content.objectives[seat]

    assert 3 <= len(aims) <= 5
    assert all(aim.name and aim.text for aim in aims.values())


@pytest.mark.parametrize("seat", PEOPLE)
def test_something_comes_to_every_seat_before_the_network_is_cut(seat):
    """An inject of its own in the first three turns, beside what all are told."""
    own = [i for i in blackout().content.msel.values() if seat in i.to and (i.turn or 99) <= 3]

    assert own


def test_true_and_false_items_are_balanced():
    """Whoever disbelieves everything is wrong as often as whoever believes everything."""
    truths = [claim.truth for claim in blackout().content.claims.values()]

    assert truths.count(True) >= 3
    assert truths.count(False) >= 3


def test_everything_the_scenario_trains_is_prompted_by_an_inject():
    """No learning objective stands on the cover alone."""
    injects = blackout().content.msel.values()
    listed = [[i.trains] if isinstance(i.trains, str) else i.trains for i in injects]
    prompted = {one for trained in listed for one in trained}

    assert set(blackout().content.trains) <= prompted


def test_the_debrief_goes_from_plans_to_what_to_keep():
    """Its questions stand in the order in which a good debrief asks them."""
    order = ["planned", "happened", "why", "keep_or_change"]
    steps = [order.index(question.step) for question in blackout().content.debrief]

    assert steps == sorted(steps)
    assert set(steps) == set(range(len(order)))


def test_no_ending_is_certain():
    """With a stand-in in every seat more than one ending comes about, and none nearly always."""
    ended = play().ended
    share = np.bincount(ended, minlength=len(ending_names(rulebook()))) / GAMES

    assert share.max() < 0.85
    assert (share > 0).sum() >= 3


@pytest.mark.parametrize("seat", PEOPLE)
def test_goals_first_does_better_than_doing_nothing(seat):
    """The other seats being played alike, the doctrine beats idleness and mere broadcasting."""
    worth = score(play(), seat)

    assert worth > score(play(**{seat: "idle"}), seat)
    assert worth > score(play(**{seat: "broadcaster"}), seat)


@pytest.mark.parametrize("seat", PEOPLE)
def test_no_seat_is_hopeless_and_none_is_safe(seat):
    """A stand-in without foresight reaches part of its objectives, not all of them."""
    assert 20 < score(play(), seat) < 95
