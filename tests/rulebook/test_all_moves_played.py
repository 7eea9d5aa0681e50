"""Stand-ins that do anything at random do everything, and complete every joint move."""

from pathlib import Path

import numpy as np

from game.engine import Kind
from game.scenario import load
from game.scenario.deeds import deeds_of
from tests.story import Story

FIXTURES = Path(__file__).parent / "fixtures"
SMALL = ("parley", "profiles", "walls")


def played(name, games):
    """What was done in some `uniform` games of a scenario: `{deed+turns later: how often}`."""
    path = FIXTURES / f"{name}.yaml"
    story = Story(path.read_text(encoding="utf-8") if name in SMALL else name, games=games)
    table, deeds = story.rulebook.table, story.rulebook.deeds
    count = np.zeros(len(table.stage_deed), dtype=int)
    for _ in range(story.rulebook.turns):
        story.begin()
        story.close(story.rows("uniform"))
        done = story.events.what[story.events.kind == Kind.DONE]
        count += np.bincount(done, minlength=len(count))
    stages = zip(table.stage_deed.tolist(), table.stage_delay.tolist(), count.tolist(), strict=True)
    return {(deeds[deed].key, delay): times for deed, delay, times in stages}


def never_done(games):
    """The moves, joint deeds and later stages that no game of four scenarios saw."""
    counts = [played(name, number) for name, number in games.items()]
    moves = load(FIXTURES / "parley.yaml").moves
    deeds = [deed for name in sorted(moves) for deed in deeds_of(name, moves[name])]
    seen = {stage for count in counts for stage, times in count.items() if times}
    lone = {deed.move for deed in deeds} - {key.split(".")[0] for key, _ in seen}
    joint = {deed.key for deed in deeds if deed.partners and (deed.key, 0) not in seen}
    late = {(deed.key, turns) for deed in deeds for turns in deed.after} - seen
    return sorted(lone), sorted(joint), sorted(late)


def test_a_thousand_games_see_every_move_to_its_last_stage():
    moves, joint, late = never_done({"blackout": 250, "parley": 250, "profiles": 250, "walls": 250})

    assert not moves
    assert not joint
    assert not late
