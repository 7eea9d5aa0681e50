"""A window whose display changes or goes away: the loop goes on, or says that the game is kept."""

import subprocess
import sys

from game.scenario import find, load
from game.session import resume
from game.ui.testing import Driver

CODE = """
import pygame
from game.ui import window
from tests.ui.fake_place import FakePlace

flip, failed = pygame.display.flip, []

def fails():
    if len(failed) < TIMES:
        failed.append(pygame.display.get_window_size())
        raise pygame.error("Video subsystem has gone")
    flip()
    pygame.event.post(pygame.event.Event(pygame.QUIT))

pygame.display.flip = fails
place = FakePlace()
try:
    window.open_window(place, size=(800, 600), briefing=False)
except window.NoWindow as sentence:
    print(sentence)
print(len(failed))
"""


def run(code):
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert "Traceback" not in done.stderr
    return done.stdout.strip().splitlines()


def test_a_display_that_comes_back_is_drawn_on_again():
    assert run(CODE.replace("TIMES", "1")) == ["1"]


def test_a_display_that_is_gone_for_good_ends_in_a_sentence():
    said, times = run(CODE.replace("TIMES", "9"))
    assert times == "2"
    assert "The game is kept" in said


def test_another_size_gives_another_layout_and_keeps_what_was_written(desk):
    desk.press("/").type("private").press("enter")
    desk.go("sheet/text").type("Nothing political.")
    desk.board.resize(2560, 1440)
    assert (desk.stage.scale, desk.find("sheet/text").value) == (2.0, "Nothing political.")
    desk.board.resize(900, 500)
    desk.draw()
    assert desk.app.work.draft.text == "Nothing political."


def test_a_size_that_somebody_chose_stays_when_the_window_changes(desk):
    desk.press("ctrl+=")
    desk.board.resize(1920, 1080)
    assert desk.stage.scale == 1.25
    desk.press("ctrl+0")
    assert desk.stage.scale == 1.5


KILLED = """
import os
import pygame
from pathlib import Path
from game.scenario import find, load
from game.session import begin
from game.ui import window

script = load(find("blackout"))
table = begin(script, 7, {"ministry": "person"}, Path(FILE))
seal = dict(key=pygame.K_RETURN, mod=pygame.KMOD_CTRL | pygame.KMOD_SHIFT)
pygame.display.init()
for press in (seal, dict(key=pygame.K_RETURN, mod=0)):
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, **press))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, **press))
show = window._show

def dies(board):
    show(board)
    if table.game.turn == 2:
        os._exit(9)

window._show = dies
window.open_window(table.place("ministry"), briefing=False)
"""


def test_a_game_goes_on_after_its_process_was_killed(tmp_path):
    file = tmp_path / "game.journal"
    code = KILLED.replace("FILE", repr(str(file)))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 9, done.stderr.decode()[-500:]

    table = resume(load(find("blackout")), file)

    assert Driver(table.place("ministry")).app.work.now.turn == 2
    table.close()


HELD = """
import pygame
from game.ui import window
from tests.ui.fake_place import FakePlace

done = []

class Listens:
    def feed(self, event):
        if event.type == pygame.KEYDOWN:
            done.append(pygame.key.name(event.key))

def down(key):
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))

def begin(board):
    board.feed, board.tick = Listens().feed, lambda now: None

pygame.display.init()
for key in (pygame.K_RETURN, pygame.K_RETURN, pygame.K_RETURN, pygame.K_DOWN, pygame.K_DOWN):
    down(key)
pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0))
down(pygame.K_RETURN)
pygame.event.post(pygame.event.Event(pygame.QUIT))
window._show = lambda board: None
window.run(begin)
print(*done)
"""


def test_a_key_held_too_long_does_its_deed_once_and_an_arrow_goes_on():
    assert run(HELD) == ["return down down return"]
