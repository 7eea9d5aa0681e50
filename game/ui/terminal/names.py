"""What things are called: keys of the scenario turned into the names that people read.

A secret that the seat does not know, and a claim nobody has made yet, have no name here: already
their keys would say too much.
"""

from game.language import t_later, t_now
from game.ui.terminal.speech import plain
from game.views import Booklet, Observation

SHELVES = {
    "actor": "actors",
    "audience": "audiences",
    "channel": "channels",
    "issue": "issues",
    "seat": "seats",
    "move": "moves",
}
UNKNOWN = {
    "claim": t_later("a claim you do not know of"),
    "secret": t_later("a secret you do not know of"),
}


def called(book: Booklet, axis: str | None, key: str | None) -> str:
    """The name of a thing that everybody knows, or its key in plain letters if it has none."""
    if key is None:
        return ""
    card = getattr(book, SHELVES.get(axis or "", ""), {}).get(key)
    return plain(getattr(card, "name", "")) or key.replace("_", " ").replace(".", ", ")


def named(seen: Observation, axis: str | None, key: str | None) -> str:
    """The same for whatever an order may be about: a claim is its words, a secret its title."""
    if axis not in UNKNOWN or key is None:
        return called(seen.booklet, axis, key)
    if not knows(seen, axis, key):
        return t_now(UNKNOWN[axis])
    if axis == "claim":
        return f"“{plain(seen.claims()[key]).rstrip('.')}”"
    card = seen.booklet.secrets.get(key)
    return plain(card.name if card else seen.secrets()[key])


def knows(seen: Observation, axis: str, key: str) -> bool:
    """Whether this seat may be told that there is such a thing."""
    if axis == "claim":
        return key in seen.claims()
    if axis == "secret":
        return key in seen.secrets()
    return axis in SHELVES


def measure_words(name: str) -> str:
    """The name of a measure as words."""
    return t_now(name.replace("_", " "))
