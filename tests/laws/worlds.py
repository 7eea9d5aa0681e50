"""The worlds that the laws are tried on: a shipped scenario and the theater of all moves."""

from pathlib import Path

import yaml

from tests.story import Story, written

THEATER = (Path(__file__).parents[1] / "moves" / "theater.yaml").read_text(encoding="utf-8")
WORLDS = {"blackout": "blackout", "theater": THEATER}


def crowded():
    """The theater with populations for audiences, one large enough to be summed in one pass."""
    content = yaml.safe_load(THEATER)
    content["audiences"]["harbor"]["population"] = {"nodes": 80, "degree": 6}
    content["audiences"]["world"]["population"] = {
        "nodes": 20,
        "degree": 4,
        "graph": "preferential",
    }
    return written(content)


def world(name, **options):
    """A story in one of the worlds of the laws."""
    return Story(WORLDS[name], **options)
