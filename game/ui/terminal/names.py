"""What things are called: keys of the scenario turned into the names that people read."""

from game.ui.terminal.speech import plain
from game.views import Booklet

SHELVES = {
    "actor": "actors",
    "audience": "audiences",
    "channel": "channels",
    "issue": "issues",
    "claim": "claims",
    "secret": "secrets",
    "seat": "seats",
    "move": "moves",
}


def called(booklet: Booklet, axis: str | None, key: str | None) -> str:
    """The name of a thing, or its key in plain letters where it has no name of its own."""
    if key is None:
        return ""
    card = getattr(booklet, SHELVES.get(axis or "", ""), {}).get(key)
    name = card if isinstance(card, str) else getattr(card, "name", "")
    return plain(name) or key.replace("_", " ").replace(".", ", ")


def anyone(booklet: Booklet, key: str | None) -> str:
    """The name of an actor or an audience, whichever the key is of."""
    axis = "actor" if key in booklet.actors else "audience"
    return called(booklet, axis, key)


def measure_words(name: str) -> str:
    """The name of a measure as words."""
    return name.replace("_", " ")
