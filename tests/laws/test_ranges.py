"""Law 4: measures stay in their range, and a world in which nobody acts hardly drifts."""

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.worlds import THEATER, WORLDS, world
from tests.story import Story, written


@pytest.mark.parametrize("name", sorted(WORLDS))
@settings(max_examples=1)
@given(seed=st.integers(0, 999))
def test_every_measure_stays_in_its_range_and_is_a_number(name, seed):
    story = world(name, games=8, seed=seed)
    layout = story.layout
    for _ in range(6):
        story.play("uniform", turns=1)

        assert np.isfinite(story.world.cells).all()
        assert (story.world.cells >= layout.low).all()
        assert (story.world.cells <= layout.high).all()
        assert not story.world.cells[:, layout.sink].any()


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_the_range_holds_whatever_the_dice_say(chance):
    story = world("theater", games=4, chance=chance).play("uniform", turns=8)

    assert (story.world.cells >= story.layout.low).all()
    assert (story.world.cells <= story.layout.high).all()


def test_every_number_is_a_whole_multiple_of_its_grain():
    """That is why sums are exact: there is nothing to round."""
    story = world("theater", games=4).play("uniform", turns=5)
    parts = story.world.cells[:, :-1] / story.layout.grain[:-1]

    assert np.array_equal(parts, np.rint(parts))


def test_ranges_that_binary_numbers_cannot_hold_are_kept_all_the_same():
    """A scale from 0 to 0.7 and a measure up to 0.3, driven against both ends."""
    story = Story(
        "arden corva",
        issues={"blame": {"name": "Blame", "scale": [0, 0.7]}},
        measures={"heat": {"range": [0.1, 0.3], "start": 0.2, "text": "Heat."}},
        claims={"story": {"issue": "blame", "pushes": 0}},
        moves={
            "stoke": {
                "name": "Stoke",
                "by": "any",
                "effects": [
                    {"shift": "heat", "by": 1},
                    {"shift": "opinion(arden_public, blame)", "by": 0.123},
                ],
            },
            "cool": {"name": "Cool", "by": "any", "effects": [{"shift": "heat", "by": -1}]},
        },
    )
    for _ in range(8):
        story.turn(arden="stoke")
        assert story.heat() == pytest.approx(0.3, abs=1e-12)
    parts = story.world.cells[:, :-1] / story.layout.grain[:-1]
    assert np.array_equal(parts, np.rint(parts))
    story.turn(arden="cool")
    assert story.heat() == pytest.approx(0.1, abs=1e-12)


def quiet(content):
    """The same world with no claim out, nothing on the list of events and no running trouble."""
    quiet_claims = {
        key: {part: value for part, value in claim.items() if part != "aware"}
        for key, claim in content["claims"].items()
    }
    start = {k: v for k, v in content["start"].items() if not k.startswith(("out(", "waiting("))}
    return {**content, "msel": {}, "claims": quiet_claims, "start": start}


def test_an_idle_world_drifts_by_less_than_a_point_in_ten_turns():
    """What may move by itself is opinion (its own law), income, and what returns to its start."""
    content = quiet(yaml.safe_load(THEATER))
    for actor in content["actors"].values():
        actor.pop("income", None)
    story = Story(written(content))
    first = story.world.cells.copy()
    for _ in range(10):
        story.idle()
        moved = np.abs(story.world.cells - first)
        for stretch in story.layout.stretches.values():
            if stretch.name not in ("opinion", "turn", "attained", "score"):
                part = moved[:, stretch.first : stretch.first + stretch.size]
                assert part.max(initial=0) < 1, stretch.name


def test_idle_opinion_moves_as_friedkin_and_johnsen_say():
    """Against the matrix of the theater's four publics, in both issues."""
    story = Story(written(quiet(yaml.safe_load(THEATER))))
    nodes = story.scenario.nodes()
    weights = np.zeros((4, 4))
    weights[nodes.target, nodes.source] = nodes.weight
    own = 1 - weights.sum(axis=1)
    start = story.layout.view(story.world.cells, "opinion")[0].copy()
    now = start
    for _ in range(10):
        inner = weights @ now + own[:, None] * now
        now = (1 - own)[:, None] * inner + own[:, None] * start
        story.idle()

        found = story.layout.view(story.world.cells, "opinion")[0]
        assert found == pytest.approx(now, abs=1e-9)
