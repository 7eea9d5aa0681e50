"""Where a world begins, and that adding a thing to it leaves the rest as it was."""

import numpy as np

from tests.models.influence import text
from tests.story import Story


def two_cities(*others):
    audiences = {name: {"name": name} for name in others}
    audiences["city"] = {"name": "City", "population": {"nodes": 300, "degree": 4}}
    claims = {"rumor": {"aware": {"city": 0.3}, "infectiousness": 1}}
    return Story(text(audiences, {}, claims=claims, turns=5))


def heard(story):
    first = story.scenario.nodes().first[story.rulebook.keys["audience"].index("city")]
    return story.layout.view(story.world.cells, "aware")[0, first : first + 300, 0]


def test_a_share_of_a_population_has_heard_before_the_game():
    assert 60 < heard(two_cities()).sum() < 120


def test_another_audience_changes_neither_who_has_heard_nor_who_will():
    """Chance knows people by name, not by their place in an array."""
    alone, beside = two_cities(), two_cities("a_village", "z_village")
    assert np.array_equal(heard(alone), heard(beside))

    alone.idle(3)
    beside.idle(3)

    assert np.array_equal(heard(alone), heard(beside))
