"""Law 9: no number without a cause, and causes add up to the change exactly."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.worlds import WORLDS, world

UNWRITTEN = ("turn",)  # the clock


@pytest.mark.parametrize("name", sorted(WORLDS))
@settings(max_examples=1)
@given(seed=st.integers(1, 999))
def test_start_and_causes_add_up_to_every_number(name, seed):
    story = world(name, seed=seed, games=2, ledger=True)
    first, layout = story.world.cells.copy(), story.layout
    story.play("uniform", turns=5)
    sums = defaultdict(float)
    for entry in story.ledger.entries:
        sums[entry.game, entry.cell] += entry.amount
    for stretch in layout.stretches.values():
        if stretch.name in UNWRITTEN:
            continue
        for cell in range(stretch.first, stretch.first + stretch.size):
            for game in range(2):
                total = first[game, cell] + sums[game, cell]
                assert total == story.world.cells[game, cell], (stretch.name, cell)


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_a_game_with_its_book_kept_is_the_game_without(name):
    kept = world(name, games=3, ledger=True).play("uniform", turns=5)
    not_kept = world(name, games=3).play("uniform", turns=5)

    assert np.array_equal(kept.world.cells, not_kept.world.cells)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_causes_add_up_at_the_ends_of_ranges_too(chance):
    """All dice alike for many turns: numbers run into their limits, and the book says so."""
    story = world("theater", chance=chance, ledger=True).play("uniform", turns=10)
    sums = defaultdict(float)
    for entry in story.ledger.entries:
        sums[entry.cell] += entry.amount
    for name in ("credibility", "tension", "trust", "belief", "opinion", "staff", "waiting"):
        stretch = story.layout.stretches[name]
        for cell in range(stretch.first, stretch.first + stretch.size):
            assert story.layout.start[cell] + sums[cell] == story.world.cells[0, cell]
    assert any(entry.cause.rule == "the end of its range" for entry in story.ledger.entries)


def test_every_cause_has_a_name_and_every_entry_an_amount():
    story = world("blackout", ledger=True).play("doctrine", turns=6)

    assert story.ledger.entries
    for entry in story.ledger.entries:
        assert entry.amount != 0
        assert entry.cause.rule
        assert 1 <= entry.turn <= 6
        if entry.cause.rule == "deed":
            assert entry.cause.seat in story.seats
            assert entry.cause.deed in {deed.key for deed in story.rulebook.deeds}
            assert entry.cause.detail


def test_why_tells_the_deed_its_author_and_the_words_of_the_rule():
    story = world("theater", ledger=True, chance=0.0)
    story.turn(tidewire="leak_authentic survey via press")
    cell = story.rulebook.cell("credibility", "brenmark", "world")
    causes = [entry.cause for entry in story.ledger.why(cell, turn=1)]

    (leak,) = [cause for cause in causes if cause.rule == "deed"]
    assert (leak.seat, leak.deed, leak.target, leak.via) == (
        "tidewire",
        "leak_authentic",
        "survey",
        "press",
    )
    assert "severity" in leak.detail
