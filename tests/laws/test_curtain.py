"""Law 5: worlds that differ only behind the curtain look the same from in front of it."""

import pickle
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import engine, policies, views
from tests.laws.worlds import WORLDS, world

LISTENING = 0.1  # insight from which an audience is heard; the same number as in game/views/sight


@cache
def table_of(stage, seat):
    """What the table of measures lets a seat see, cell by cell, and whom it must listen to.

    Written again from the words of measures.yaml, so that it can disagree with the views. Two
    vectors (N + 1,): 0 for exactly, a step if rounded, else NaN; and the cell of the insight that
    it takes, -1 for none. The objectives of its own seat count as seen.
    """
    story = stage
    keys, layout = story.rulebook.keys, story.rulebook.layout
    me = story.scenario.content.seats[seat].actor
    owner = story.scenario.nodes().owner
    sees, ear = np.full(layout.size + 1, np.nan), np.full(layout.size + 1, -1)
    for name, gauge in story.scenario.measures.items():
        stretch = layout.stretches[name]
        for where in np.ndindex(*stretch.shape):
            things = [
                keys[axis][owner[i] if axis == "audience" else i]
                for axis, i in zip(gauge.axes, where, strict=True)
            ]
            actors = [t for t, axis in zip(things, gauge.axes, strict=True) if axis == "actor"]
            step = np.nan
            for level, rounding in ((gauge.glimpsed, gauge.step), (gauge.known, 0.0)):
                own = actors[:1] == [me] and gauge.axes[0] == "actor"
                party = me in actors
                if level == "all" or (level == "own" and own) or (level == "parties" and party):
                    step = rounding
            if gauge.known == "listeners" and "audience" in gauge.axes:
                node = where[gauge.axes.index("audience")]
                ear[layout.address(name, *where)] = layout.address(
                    "insight", keys["actor"].index(me), node
                )
            if name == "attained" and things[0].startswith(f"{seat}."):
                step = 0.0
            cell = layout.address(name, *where)
            best = [one for one in (sees[cell], step) if not np.isnan(one)]
            sees[cell] = min(best) if best else np.nan
    sees[layout.stretches["turn"].first] = 0.0
    return sees, ear


def seen_by(story, seat):
    """(N + 1,) what a seat sees now: 0 exactly, a step if rounded, else NaN."""
    sees, ear = table_of(story.stage, seat)
    listens = (ear >= 0) & (story.world.cells[0, ear] >= LISTENING)
    return np.where(listens, 0.0, sees)


def otherwise(story, seat, dice):
    """The same world with everything the seat cannot see drawn anew within its range."""
    layout, cells = story.layout, story.world.cells.copy(order="K")
    sees = seen_by(story, seat)
    low, high, grain = layout.low, layout.high, layout.grain
    drawn = np.rint((low + (high - low) * dice.random(len(low))) / grain) * grain
    hidden = np.isnan(sees)
    hidden[layout.alias != np.arange(len(hidden))] = False  # a pair's second cell holds nothing
    hidden[-1] = False
    cells[0, hidden] = np.clip(drawn, low, high)[hidden]
    for cell in np.flatnonzero(sees > 0):  # rounded: anywhere within the same step
        step = sees[cell]
        middle = np.rint(cells[0, cell] / step) * step
        moved = middle + (dice.random() - 0.5) * 0.98 * step
        cells[0, cell] = np.clip(np.rint(moved / grain[cell]) * grain[cell], low[cell], high[cell])
    return replace(story.world, cells=cells, seed=story.world.seed + np.uint64(12345))


@pytest.mark.parametrize("name", sorted(WORLDS))
@settings(max_examples=2)
@given(turns=st.integers(0, 3), seed=st.integers(0, 999))
def test_what_a_seat_cannot_see_changes_nothing_it_can(name, turns, seed):
    story = world(name, seed=seed).play("uniform", turns=turns).begin()
    dice = np.random.default_rng(seed)
    for seat in story.seats:
        view = story.stage.views[seat]
        before = views.observe(view, story.world, story.events)
        after = views.observe(view, otherwise(story, seat, dice), story.events)

        assert np.array_equal(before.seen, after.seen, equal_nan=True)
        assert np.array_equal(before.menu.open(), after.menu.open())
        assert np.array_equal(before.menu.allowed(), after.menu.allowed())
        some = range(0, len(before.menu.deed), 97)
        assert [before.menu.reason(c) for c in some] == [after.menu.reason(c) for c in some]
        assert before.objectives() == after.objectives()
        assert before.claims() == after.claims()
        assert before.secrets() == after.secrets()
        assert pickle.dumps(before) == pickle.dumps(after)


def test_stand_ins_choose_the_same_in_worlds_that_look_the_same():
    story = world("blackout").play("uniform", turns=2).begin()
    dice = np.random.default_rng(3)
    for seat in story.seats:
        view, luck = story.stage.views[seat], story.luck(seat)
        other = otherwise(story, seat, dice)
        for policy in ("uniform", "doctrine", "echo", "broadcaster"):
            stand_in = policies.make(policy)
            one = stand_in.choose(views.observe(view, story.world, story.events), luck)
            two = stand_in.choose(views.observe(view, other, story.events), luck)

            assert np.array_equal(one, two)


def test_the_curtain_test_can_fail():
    """What a seat does see changes its observation, so the law above is not empty."""
    story = world("theater").begin()
    cells = story.world.cells.copy(order="K")
    cells[0, story.rulebook.cell("prestige", "arden")] += 1
    before = story.look("brenmark")
    after = views.observe(story.stage.views["brenmark"], replace(story.world, cells=cells))

    assert not np.array_equal(before.seen, after.seen, equal_nan=True)


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_told_events_hang_on_nothing_that_was_not_told(name):
    """Untold rows dropped, unnamed doers exchanged, their rows elsewhere: the same feed."""
    story = world(name, seed=4, chance=1.0)
    dice = np.random.default_rng(9)
    for _ in range(4):
        story.play("uniform", turns=1)
        for place, seat in enumerate(story.seats):
            events = story.events
            told = np.flatnonzero(events.told[:, place])
            unnamed = ~events.named[told, place] & (events.seat[told] >= 0)
            unnamed &= events.seat[told] != place
            rank = np.where(unnamed, dice.random(len(told)) * len(told), np.arange(len(told)))
            kept = events.take(told[np.argsort(rank, kind="stable")])
            unnamed = ~kept.named[:, place] & (kept.seat >= 0) & (kept.seat != place)
            others = [s for s in range(len(story.seats)) if s != place]
            doer = np.where(unnamed, dice.choice(others, len(kept)), kept.seat)
            hidden = dice.random(kept.told.shape) < 0.5
            hidden[:, place] = True
            masked = replace(kept, seat=doer, told=hidden & kept.told)

            assert story.told(seat, masked) == story.told(seat)
            one = views.heard_by(story.rulebook, events, place)
            other = views.heard_by(story.rulebook, masked, place)
            assert rows(one) == rows(other)


def rows(heard):
    columns = (heard.game, heard.actor, heard.deed, heard.target, heard.severity)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def secrets_of(story, seat):
    """Every text that this seat must not read at the start, with what it is."""
    content, say = story.scenario.content, story.scenario.say
    me = content.seats[seat].actor
    for key, secret in content.secrets.items():
        if me not in (secret.of, *secret.holders):
            yield f"secret {key}", say(secret.text)
            if secret.title:
                yield f"title of {key}", say(secret.title)
    for key, claim in story.scenario.claims.items():
        hidden = story.out(key) == 0 and claim.by and me not in claim.by
        if claim.text and hidden:
            yield f"claim {key}", say(claim.text)
    for key, other in content.seats.items():
        if key != seat:
            yield f"brief of {key}", say(other.brief)
            yield f"short brief of {key}", say(other.short)
            for name, goal in content.objectives.get(key, {}).items():
                yield f"objective {key}.{name}", say(goal.text)
    for key, inject in content.msel.items():
        yield f"inject {key}", say(inject.text)
    for key, ending in content.endings.items():
        yield f"ending {key}", say(ending.says)


def readable(text, seat_reads):
    """Whether a text also stands in what the seat reads anyway."""
    return not text or text in seat_reads


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_no_text_behind_the_curtain_hides_in_an_observation(name):
    """Neither in what it prints nor in its pickle, which is what a log or a network would carry."""
    story = world(name)
    for seat in story.seats:
        observation = story.look(seat)
        content, say = story.scenario.content, story.scenario.say
        reads = " ".join(
            [
                *(say(goal.text) for goal in content.objectives.get(seat, {}).values()),
                say(content.seats[seat].brief),
                say(content.situation),
            ]
        )
        raw = pickle.dumps(observation)
        prints = repr(observation) + str(observation) + repr(observation.booklet)
        for what, text in secrets_of(story, seat):
            if not readable(text, reads):
                assert text.encode() not in raw, f"{seat} carries {what}"
                assert text not in prints, f"{seat} prints {what}"
                assert repr(text)[1:-1] not in prints, f"{seat} prints {what}"


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_an_observation_holds_no_world(name):
    """Walk everything that can be reached from it: no world, no ledger, no compiled rulebook."""
    story = world(name).play("uniform", turns=1)
    forbidden = (engine.World, engine.Ledger, engine.Rulebook, engine.Events)
    for seat in story.seats:
        for found in reachable(story.look(seat)):
            assert not isinstance(found, forbidden), type(found)
            assert type(found).__name__ not in ("Scenario", "Content"), type(found)


def reachable(root):
    """Everything of ours that can be reached from a value by its fields."""
    seen, stack = set(), [root]
    while stack:
        thing = stack.pop()
        if id(thing) in seen or isinstance(thing, (str, bytes, int, float, np.ndarray, type(None))):
            continue
        seen.add(id(thing))
        yield thing
        if isinstance(thing, dict):
            stack += [*thing.keys(), *thing.values()]
        elif isinstance(thing, (list, tuple, set, frozenset)):
            stack += thing
        elif type(thing).__module__.startswith("game."):
            names = [*getattr(thing, "__slots__", ()), *getattr(thing, "__dict__", {})]
            stack += [getattr(thing, name) for name in names if hasattr(thing, name)]
