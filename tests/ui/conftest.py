"""A window that nobody sees: SDL draws into memory, and nothing makes a sound."""

import os

for name in ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER", "SDL_AUDIODRIVER", "SDL_AUDIO_DRIVER"):
    os.environ[name] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame  # noqa: E402  (after the drivers are named)
import pytest  # noqa: E402

from game.ui.testing import Driver  # noqa: E402
from tests.ui.fake_place import FakePlace  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def _display():
    pygame.display.init()
    yield
    pygame.display.quit()


@pytest.fixture
def place():
    """A seat of two turns with three things told."""
    return FakePlace()


@pytest.fixture
def desk(place):
    """A person at the desk."""
    return Driver(place)
