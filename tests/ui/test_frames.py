"""How long a frame takes, told as a ratio: a machine may be slow, a page may not be wasteful."""

import time

from game.ui.testing import Driver
from tests.ui.fake_place import FakePlace

BUDGET_MS = 16.0


def milliseconds(work, times=10):
    """The middle one of several runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return sorted(taken)[times // 2]


def test_a_second_frame_costs_a_fraction_of_the_first():
    """Fonts, corners, icons and the map are drawn once and kept: a bad cache key shows here."""
    begin = time.perf_counter()
    driver = Driver(FakePlace(), size=(1920, 1080), scale=1.5)
    first = (time.perf_counter() - begin) * 1000

    def frame():
        driver.stage.dirty = True
        driver.draw()

    later = milliseconds(frame)
    print(f"\nfirst frame {first:.0f} ms, full redraw {later:.1f} ms of {BUDGET_MS:.0f} ms")
    assert later < first / 2


def test_nothing_is_drawn_while_nothing_changes():
    driver = Driver(FakePlace())
    driver.board.tick(0.1)
    driver.draw()
    driver.board.tick(0.2)
    assert not driver.board.needs_frame()
