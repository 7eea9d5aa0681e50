"""A page in a language read from right to left is the mirror image, but for what must not be."""

import pygame
import pytest

from game import language
from game.ui import theme as t
from game.ui.ground import Ground
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Paint
from tests.ui.toolkit_page import driver


@pytest.fixture(autouse=True)
def _arabic():
    language.use("ar")
    yield
    language.use("en")


class Drawing(Screen):
    """One painter over the whole window."""

    def __init__(self, paint, *, mirrors=True):
        self.paint, self.mirrors = paint, mirrors

    def build(self, stage):
        box = Box(100, 100, 200, 100)
        return [Paint("drawing", box, mirrors=self.mirrors, paint=self.paint)]


def ink(surface):
    """The box of everything that is not ground."""
    return pygame.mask.from_threshold(surface, t.DARK.text, (40, 40, 40, 255)).get_bounding_rects()


def drawn(paint, **more):
    return driver(Drawing(paint, **more))


def test_a_shape_stands_on_the_other_side():
    shown = drawn(lambda c, box, look: c.fill(Box(110, 110, 20, 10), c.theme.text))
    assert ink(shown.surface) == [pygame.Rect(640 - 130, 110, 20, 10)]


def test_what_keeps_its_geography_is_moved_and_not_turned():
    shown = drawn(lambda c, box, look: c.fill(Box(110, 110, 20, 10), c.theme.text), mirrors=False)
    assert ink(shown.surface) == [pygame.Rect(640 - 300 + 10, 110, 20, 10)]


def test_text_starts_at_the_right_and_is_itself_not_turned():
    shown = drawn(lambda c, box, look: c.text("14:30", box, t.BODY))
    note = next(n for n in shown.draw().written if n.text == "14:30")
    assert note.used.x == pytest.approx(100, abs=1)
    plain = pygame.Surface((640, 360))
    plain.fill(t.DARK.bg)
    line = shown.stage.setter().line("14:30", t.BODY)
    assert [run.face.rtl for run in line.runs] == [False]


def test_a_click_meets_what_is_seen_there():
    shown = driver()
    x = 640 - shown.find("button").box.center[0]
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        shown.board.feed(
            pygame.event.Event(kind, pos=(x, 36), button=1, rel=(0, 0), buttons=(0, 0, 0))
        )
    assert shown.page.done == ["button"]


def test_left_is_on_among_choices_and_on_a_slider():
    shown = driver().go("tabs").press("left")
    assert shown.page.values["tab"] == "two"
    shown.go("slider").press("left")
    assert shown.page.values["slider"] == 55


def test_the_caret_follows_the_eye_in_both_scripts():
    shown = driver().go("field").type("ab").press("left")
    assert shown.stage.memory["field"].caret == 1
    shown.press("ctrl+a").type("سلام").press("right")
    assert shown.stage.memory["field"].caret == 3


def test_lines_are_higher_so_that_no_dot_is_cut():
    assert (t.BODY.line, t.READING.line) == (21, 26)


def test_only_icons_that_point_along_the_text_turn():
    def paint(canvas, box, look):
        canvas.icon("send", 100, 100, 24, canvas.theme.text)
        canvas.icon("play", 140, 100, 24, canvas.theme.text)

    shown = drawn(paint)
    icons, color = shown.board.icons, t.DARK.text

    def turned(name, x):
        place = pygame.Rect(640 - x - 24, 100, 24, 24)
        expected = pygame.Surface((24, 24))
        expected.fill(t.DARK.bg)
        expected.blit(pygame.transform.flip(icons.picture(name, 24, color), True, False), (0, 0))
        seen = shown.surface.subsurface(place)
        return pygame.image.tobytes(seen, "RGB") == pygame.image.tobytes(expected, "RGB")

    assert turned("send", 100)
    assert not turned("play", 140)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_neighbors_stay_neighbors_and_places_come_back(scale):
    ground = Ground(scale, 1000, mirrored=True)
    one, other = Box(10.3, 0, 33.3, 10), Box(43.6, 0, 20.2, 10)
    assert ground.rect(one).left == ground.rect(other).right
    assert ground.back(ground.rect(one)).x == pytest.approx(10.3, abs=1)


@pytest.mark.parametrize(
    ("text", "figures"),
    [("التغير -5 نقاط", "-5"), ("قبل 14:30 يوم 23/11", "14:30"), ("+0.4 اليوم", "+0.4")],
)
def test_figures_in_a_sentence_keep_sign_and_order(text, figures):
    runs = driver().stage.setter().line(text, t.BODY).runs
    assert any(figures in run.text and not run.face.rtl for run in runs)


def test_an_arrow_points_along_the_sentence():
    runs = driver().stage.setter().line("كانت 5 → 7 أمس", t.BODY).runs
    assert any("←" in run.text for run in runs)


def test_a_sentence_that_begins_with_a_latin_name_still_reads_from_the_right():
    assert driver().stage.setter().line("Bright Line تسأل", t.BODY).rtl
