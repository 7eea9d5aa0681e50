"""The window beside its budget: the first picture, a frame in which all changes, and doing nothing.

It is drawn without a display, so what a graphics driver adds is not in these figures; but SDL's
dummy driver asks for events every millisecond, which alone is most of the processor's time at rest.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import process_time

from tests.bench.row import Row, by_turns, timed

HOUSE = Path(__file__).resolve().parent.parent.parent
BUDGET_MS, FIRST_SECONDS, IDLE_SHARE = 16.0, 1.5, 0.02
FRAMES = 40
IDLE_SECONDS = 4.0

# In a process of its own: nothing is loaded yet, as when a person starts the program.
BEGIN = """
import os
for name in ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER", "SDL_AUDIODRIVER", "SDL_AUDIO_DRIVER"):
    os.environ[name] = "dummy"
import time
from game.cli.picturing import sets
from game.scenario import find, load
from game.ui import window
from game.ui.board import Board

begin = next(start for name, start in sets(
    load(find("blackout")), None, 1, {}) if name == SET)

rested = []  # when it first had nothing to draw: the clock, and the processor's time

def first(board):
    kept = begin(board)
    tick = board.tick
    def stop(now):
        tick(now)
        if not rested and not board.needs_frame() and not board.stage.errands.busy("imagine"):
            rested.extend((now, time.process_time()))
        if rested and now - rested[0] >= SECONDS:
            board.stage.done = True
    board.tick = stop
    return kept

window.run(first, size=(1920, 1080))
print(time.process_time() - rested[1])
"""


def rows():
    """Yield the window's figures; "plain loop" holds the budget."""
    first, bare = by_turns(lambda: _run("front", 0.0), lambda: _python("-c", ""), times=5)
    yield _row("window: first picture of the launcher", (first - bare) * 1000, FIRST_SECONDS * 1000)
    for name, took in _frames():
        yield _row(f"window: {name}, all of it changed, 1920x1080", took, BUDGET_MS)
    spent = _run("middle", IDLE_SECONDS) / IDLE_SECONDS
    yield Row("window: processor while nothing happens", f"{spent:.1%}", f"{IDLE_SHARE:.0%}")


def _row(what, here, budget):
    return Row(what, f"{here:,.1f} ms", f"{budget:,.0f} ms", f"{budget / here:.1f} x")


def _frames():
    """Yield the processor time of whole frames: every widget made anew and drawn."""
    from game.cli.picturing import sets
    from game.scenario import find, load
    from game.ui import theme
    from game.ui.gallery import SCENES, Looks, shown
    from game.ui.window import need_pygame_ce

    need_pygame_ce()
    script = load(find("blackout"))
    seat = next(iter(script.content.seats))
    found = sets(script, seat, 1, {})
    begin = next(start for name, start in found if name == "middle")
    for scene in SCENES:
        if scene.name in ("desk", "desk-order", "recap"):
            driver = shown(scene, begin, Looks((1920, 1080), 1.5, theme.DARK))
            yield scene.name, median(_frame(driver) for _ in range(FRAMES)) * 1000


def _frame(driver):
    driver.stage.dirty = True
    began = process_time()
    driver.draw()
    return process_time() - began


def _run(stands, seconds):
    """Seconds until the first picture; with a time to wait, the processor's seconds meanwhile."""
    code = BEGIN.replace("SET", repr(stands)).replace("SECONDS", repr(seconds))
    if not seconds and stands == "front":
        return timed(lambda: _python("-c", code))
    return float(_python("-c", code).stdout.split()[-1])


def _python(*words):
    return subprocess.run(
        [sys.executable, *words], cwd=HOUSE, capture_output=True, check=True, text=True
    )
