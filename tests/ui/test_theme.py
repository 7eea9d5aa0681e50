import itertools

import pytest

from game.ui import theme as t

TEXTS = ("text", "muted", "accent", "leak", "alert", "positive")

themes = pytest.mark.parametrize("theme", t.THEMES, ids=lambda theme: theme.name)


@themes
@pytest.mark.parametrize("ground", ["panel", "field", "selection"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground_it_stands_on(theme, ground, text):
    assert t.contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@themes
@pytest.mark.parametrize("ground", ["panel", "field", "selection"])
def test_the_edge_of_a_control_stands_out(theme, ground):
    assert t.contrast(theme.border, getattr(theme, ground)) >= 3


@themes
def test_ink_can_be_read_on_the_accent(theme):
    assert t.contrast(theme.ink, theme.accent) >= 4.5


@themes
def test_a_bloc_can_be_seen_on_a_mark(theme):
    assert all(t.contrast(bloc, theme.mark) >= 3 for bloc in theme.blocs)


@themes
def test_blocs_differ(theme):
    assert all(one != other for one, other in itertools.combinations(theme.blocs, 2))


def test_contrast_agrees_with_the_standards_own_extremes():
    assert t.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert t.contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_the_scale_that_fits_is_the_same_layout_on_both_common_screens():
    assert t.auto_scale(1280, 720) == 1.0
    assert t.auto_scale(1920, 1080) == 1.5
    assert t.auto_scale(640, 360) == 1.0
    assert t.auto_scale(7680, 4320) == 3.0
