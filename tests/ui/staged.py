"""The sets of the gallery, built once for all tests: a game that stands still at its moments."""

import functools

from game.cli.picturing import moments, others
from game.data import data_path
from game.scenario import find, load
from game.ui.board import Board
from game.ui.gallery import SCENES, shown

SEED = 1
MOMENTS = ("start", "middle", "ending")


@functools.cache
def script():
    return load(find("blackout"))


@functools.cache
def lasting():
    """The sets that stay good, by name."""
    seat = next(iter(script().content.seats))
    return Kept(others(script(), seat, SEED, {}))


class Kept:
    """What a generator yields, by name, taken from it as far as was asked."""

    def __init__(self, sets):
        self.sets, self.known = sets, {}

    def find(self, name):
        while name not in self.known:
            key, begin = next(self.sets)
            self.known[key] = begin
        return self.known[name]


class Watched:
    """One game at its moments: it goes on to a later one, and begins anew for an earlier."""

    def __init__(self):
        self.sets, self.now = iter(()), ("", None)

    def find(self, name):
        while self.now[0] != name:
            found = next(self.sets, None)
            if found is None:
                self.sets = moments(script(), next(iter(script().content.seats)), SEED, {})
                found = next(self.sets)
            self.now = found
        return self.now[1]


WATCHED = Watched()


def begun(stands):
    """How a set begins."""
    return WATCHED.find(stands) if stands in MOMENTS else lasting().find(stands)


@functools.cache
def board(look):
    """One board a look: its fonts are opened and its letters drawn once."""
    return Board(look.size, look.scale, assets=data_path("assets"), theme=look.theme)


def drawn(scene, look):
    """A page in a look; the language is spoken by whoever asks."""
    return shown(scene, begun(scene.stands), look, board(look))


def scene_of(name):
    """The scene of that name."""
    return next(scene for scene in SCENES if scene.name == name)
