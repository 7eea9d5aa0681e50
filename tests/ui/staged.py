"""The sets of the gallery, built once for all tests: a game that stands still at its moments."""

import functools

from game.cli.picturing import sets
from game.data import data_path
from game.scenario import find, load
from game.ui.board import Board
from game.ui.gallery import SCENES, shown

SEED = 1


@functools.cache
def begun(stands):
    """How a set begins, and what keeps its moment: the game goes no further."""
    script = load(find("blackout"))
    found = sets(script, next(iter(script.content.seats)), SEED, {})
    begin = next(begin for name, begin in found if name == stands)
    return begin, found


@functools.cache
def board(look):
    """One board a look: its fonts are opened and its letters drawn once."""
    return Board(look.size, look.scale, assets=data_path("assets"), theme=look.theme)


def drawn(scene, look):
    """A page in a look; the language is spoken by whoever asks."""
    return shown(scene, begun(scene.stands)[0], look, board(look))


def scene_of(name):
    """The scene of that name."""
    return next(scene for scene in SCENES if scene.name == name)
