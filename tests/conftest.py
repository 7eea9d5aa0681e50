"""What every test stands on: no window, no sound, no color, nobody's real saves, fixed examples."""

import os

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports pygame: a test opens no window and plays no sound.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

# Output is compared as text: whatever the terminal or the CI asks for, it stays plain.
for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "BACKCHANNEL_DATA"):
    os.environ.pop(name, None)
os.environ["NO_COLOR"] = "1"

# The same examples in every run, and no clock: a slow machine is not a wrong rule.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(autouse=True, scope="session")
def _saves_in_a_temporary_folder(tmp_path_factory):
    """Games that tests play are never saved among a person's own."""
    os.environ["BACKCHANNEL_SAVES"] = str(tmp_path_factory.mktemp("saves"))
