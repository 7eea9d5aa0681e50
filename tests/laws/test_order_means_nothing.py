"""Law 3: who answers first, what stands first in a file, and what things are called, is all one."""

import random
from dataclasses import replace

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.data import data_path
from game.engine.orders import join
from tests.laws.worlds import THEATER, world
from tests.story import Story, shipped, written


def merged(name):
    """A shipped scenario with what it includes, as one dictionary."""
    folder = data_path("scenarios", name)
    content = yaml.safe_load(folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
    for part in content.pop("include", []):
        more = yaml.safe_load(folder.joinpath(part).read_text(encoding="utf-8"))
        for section, rows in more.items():
            content[section] = {**content[section], **rows} if section in content else rows
    return content


def shuffled(tree, dice):
    """The same tree with every dictionary in another order; lists stay as they are."""
    if isinstance(tree, dict):
        keys = list(tree)
        dice.shuffle(keys)
        return {key: shuffled(tree[key], dice) for key in keys}
    return [shuffled(one, dice) for one in tree] if isinstance(tree, list) else tree


def renamed(tree):
    """The same tree with every display name changed."""
    if isinstance(tree, dict):
        return {
            key: f"Zz {value}" if key == "name" and isinstance(value, str) else renamed(value)
            for key, value in tree.items()
        }
    return [renamed(one) for one in tree] if isinstance(tree, list) else tree


CONTENTS = {"blackout": lambda: merged("blackout"), "theater": lambda: yaml.safe_load(THEATER)}


@pytest.mark.parametrize("name", sorted(CONTENTS))
@settings(max_examples=1)
@given(seed=st.integers(1, 999))
def test_the_order_of_declaration_changes_nothing(name, seed):
    content = CONTENTS[name]()
    one = Story(written(content), games=2, seed=seed).play("uniform", turns=3)
    other = Story(written(shuffled(content, random.Random(seed))), games=2, seed=seed)
    other.play("uniform", turns=3)

    assert one.scenario.digest == other.scenario.digest
    assert np.array_equal(one.world.cells, other.world.cells)


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_display_names_change_nothing(name):
    content = CONTENTS[name]()
    one = Story(written(content), games=2).play("doctrine", turns=3)
    other = Story(written(renamed(content)), games=2).play("doctrine", turns=3)

    assert np.array_equal(one.world.cells, other.world.cells)


def test_a_scenario_in_one_file_is_the_one_in_several():
    one = Story(written(merged("blackout")), games=2).play("doctrine", turns=3)
    several = world("blackout", games=2).play("doctrine", turns=3)

    assert one.scenario.digest == shipped("blackout").scenario.digest
    assert np.array_equal(one.world.cells, several.world.cells)


@pytest.mark.parametrize("name", ["blackout", "theater"])
@settings(max_examples=2)
@given(dice=st.randoms(use_true_random=False))
def test_whoever_answers_first_changes_nothing(name, dice):
    """The rows of all seats in any order: the same world, and everyone is told the same."""
    one, other = world(name, games=2), world(name, games=2)
    for _ in range(3):
        rows = one.begin().rows("uniform")
        places = list(range(len(rows)))
        dice.shuffle(places)
        one.close(rows)
        other.close(join([rows.take(np.array([place])) for place in places]))

        assert np.array_equal(one.world.cells, other.world.cells)
        for seat in one.seats:
            assert sorted(map(repr, one.told(seat))) == sorted(map(repr, other.told(seat)))


def test_seats_in_another_order_are_told_the_same_in_the_same_order():
    one, other = world("blackout"), world("blackout")
    for _ in range(4):
        one.begin().close(one.rows("uniform"))
        other.begin().close(other.rows("uniform", seat_order=list(reversed(other.seats))))

        for seat in one.seats:
            assert one.told(seat) == other.told(seat)


def test_where_an_order_stands_on_a_sheet_that_is_paid_for_changes_nothing():
    one, other = world("theater", games=3, seed=2), world("theater", games=3, seed=2)
    for _ in range(3):
        rows = one.begin().rows("uniform")
        one.close(rows)
        other.begin().close(replace(rows, slot=9 - rows.slot))

        assert np.array_equal(one.world.cells, other.world.cells)
