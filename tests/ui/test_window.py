"""The loop itself, in a process of its own: it opens, hears, draws and ends."""

import subprocess
import sys

LOOP = """
import pygame
from game.ui import open_window
from tests.ui.fake_place import FakePlace

pygame.display.init()
for event in EVENTS:
    pygame.event.post(pygame.event.Event(event[0], **event[1]))
place = FakePlace()
open_window(place, size=(800, 600))
print(len(place.said), pygame.display.get_init())
"""


def run(events):
    code = LOOP.replace("EVENTS", f"[{events}]")
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )


def key(name, mod="KMOD_NONE"):
    return f"(pygame.KEYDOWN, dict(key=pygame.{name}, mod=pygame.{mod}))"


def test_closing_the_window_ends_the_loop_and_says_nothing():
    done = run("(pygame.QUIT, {})")
    assert (done.stdout.strip(), done.stderr) == ("0 False", "")


def test_a_person_takes_the_seat_hands_in_and_leaves():
    enter = f"{key('K_RETURN')}, (pygame.KEYUP, dict(key=pygame.K_RETURN, mod=0))"
    seal = "(pygame.KEYDOWN, dict(key=pygame.K_RETURN, mod=pygame.KMOD_CTRL | pygame.KMOD_SHIFT))"
    up = "(pygame.KEYUP, dict(key=pygame.K_RETURN, mod=0))"
    done = run(f"{enter}, {seal}, {up}, {enter}, (pygame.QUIT, {{}})")
    assert (done.stdout.strip(), done.stderr) == ("1 False", "")


def test_without_a_display_a_sentence_says_what_to_do(monkeypatch):
    code = """
import os
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_VIDEO_DRIVER"] = "x11"
os.environ["DISPLAY"] = ":987"
from game.ui.window import NoWindow, open_window
try:
    open_window(None)
except NoWindow as problem:
    print(problem)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert "play in the terminal with `play --text`" in done.stdout
    assert "Traceback" not in done.stderr
