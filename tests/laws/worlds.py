"""The worlds that the laws are tried on: a shipped scenario and the theater of all moves."""

from pathlib import Path

from tests.story import Story

THEATER = (Path(__file__).parents[1] / "moves" / "theater.yaml").read_text(encoding="utf-8")
WORLDS = {"blackout": "blackout", "theater": THEATER}


def world(name, **options):
    """A story in one of the worlds of the laws."""
    return Story(WORLDS[name], **options)
