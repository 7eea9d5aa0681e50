"""The laws again where audiences are populations: many nodes, a sparse step, means over people."""

from collections import defaultdict

import numpy as np

from game import engine, views
from tests.laws.worlds import crowded
from tests.story import Story


def test_games_with_populations_are_the_same_alone_and_in_a_block():
    many = Story(crowded(), games=3, seed=3)
    seeds = many.world.seed
    many.play("uniform", turns=3)
    alone = Story(crowded())
    alone.world = engine.start(alone.rulebook, seeds[1:2])
    alone.play("uniform", turns=3)

    assert np.array_equal(alone.world.cells[0], many.world.cells[1])


def test_causes_add_up_for_every_person_of_a_population():
    story = Story(crowded(), seed=4, ledger=True)
    first = story.world.cells.copy()
    story.play("uniform", turns=3)
    sums = defaultdict(float)
    for entry in story.ledger.entries:
        sums[entry.cell] += entry.amount
    for stretch in story.layout.stretches.values():
        if stretch.name != "turn":
            for cell in range(stretch.first, stretch.first + stretch.size):
                assert first[0, cell] + sums[cell] == story.world.cells[0, cell], stretch.name


def test_what_the_menu_allows_of_a_population_is_never_void():
    story = Story(crowded(), games=3, seed=5)
    for _ in range(3):
        story.play("uniform", turns=1)

        assert not (story.events.kind == engine.Kind.VOID).any()


def test_a_seat_hears_the_people_it_listens_to_and_no_others():
    story = Story(crowded(), chance=0.0).turn(arden="monitor_mine.listen harbor")
    look = story.look("arden")
    seen = ~np.isnan(look.measure("opinion")[0, :, 0])
    harbor = story.rulebook.keys["audience"].index("harbor")

    assert np.array_equal(seen, story.scenario.nodes().owner == harbor)
    assert look.value("opinion", "harbor", "blame").value is not None
    assert look.value("opinion", "world", "blame") == views.Reading(None, exact=False)
