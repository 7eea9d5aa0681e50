"""What moves arrives within the time that the design allows, and then nothing is drawn."""

import pygame
import pytest

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.motion import Motion
from game.ui.screen import Screen
from game.ui.widgets import Text
from tests.ui.toolkit_page import driver


def moving():
    motion = Motion()
    motion.on = True
    return motion


class Card(Screen):
    def build(self, stage):
        return [Text("card", Box(40, 40, 200, 20), value="A card")]


def bytes_of(shown):
    shown.draw()
    return pygame.image.tobytes(shown.surface, "RGB")


def test_a_bar_glides_from_where_it_is_to_its_new_value():
    motion = moving()
    assert motion.glide("bar", 40.0, 0.18) == 40.0
    assert motion.glide("bar", 60.0, 0.18) == 40.0
    motion.now = 0.09
    assert 40.0 < motion.glide("bar", 60.0, 0.18) < 60.0
    assert motion.moving
    motion.now = 0.18
    assert (motion.glide("bar", 60.0, 0.18), motion.moving) == (60.0, False)


def test_a_new_goal_on_the_way_begins_where_the_value_is():
    motion = moving()
    motion.glide("bar", 0.0, 0.2)
    motion.glide("bar", 10.0, 0.2)
    motion.now = 0.1
    half = motion.glide("bar", 10.0, 0.2)
    assert motion.glide("bar", 0.0, 0.2) == pytest.approx(half)


def test_cells_move_one_after_another():
    motion = moving()
    for name, wait in (("a", 0.0), ("b", 0.04)):
        motion.glide(name, 0.0, 0.1)
        motion.glide(name, 1.0, 0.1, wait=wait)
    motion.now = 0.03
    assert motion.glide("a", 1.0, 0.1) > 0 == motion.glide("b", 1.0, 0.1, wait=0.04)


def test_less_motion_means_none():
    motion = Motion()
    motion.glide("bar", 40.0, 0.18)
    assert motion.glide("bar", 60.0, 0.18) == 60.0
    assert not motion.moving


def test_a_layer_slides_in_and_then_stands_as_without_motion():
    still, shown = driver(), driver()
    shown.stage.motion.on = True
    for one in (still, shown):
        one.stage.open(Card())
    assert bytes_of(shown) != bytes_of(still)
    shown.board.tick(t.SLIDE_SECONDS / 2)
    assert shown.board.needs_frame()
    shown.board.tick(t.SLIDE_SECONDS + 0.01)
    assert bytes_of(shown) == bytes_of(still)


def test_when_all_has_arrived_nothing_is_drawn():
    shown = driver()
    shown.stage.motion.on = True
    shown.stage.open(Card())
    shown.draw()
    for now in (0.05, 0.3, 0.35):
        shown.board.tick(now)
        shown.draw()
    shown.board.tick(0.4)
    assert not shown.board.needs_frame()


def test_the_color_under_the_pointer_comes_and_goes():
    shown = driver()
    shown.stage.motion.on = True
    at_rest = bytes_of(shown)
    box = shown.find("button").box
    shown._post(pygame.MOUSEMOTION, pos=(30, 30), rel=(0, 0), buttons=(0, 0, 0))
    assert bytes_of(shown) == at_rest
    shown.board.tick(0.2)
    assert bytes_of(shown) != at_rest
    assert box.holds((30, 30))
    shown._post(pygame.MOUSEMOTION, pos=(600, 350), rel=(0, 0), buttons=(0, 0, 0))
    shown.board.tick(0.4)
    assert bytes_of(shown) == at_rest
