"""Whole games are kept as text; a game that plays differently has to say so in its file."""

from difflib import unified_diff

import pytest

from tests.golden.playthrough import GAMES, HERE, REWRITE, playthrough


@pytest.mark.parametrize("file", sorted(GAMES))
def test_the_game_is_played_as_it_is_written(file):
    written = HERE.joinpath(file).read_text(encoding="utf-8").splitlines()
    played = playthrough(file).splitlines()
    difference = list(unified_diff(written, played, "written", "played", lineterm="", n=1))

    assert not difference, (
        f"{file} is played differently now. If that is meant, run `{REWRITE}` and read the"
        f" difference:\n" + "\n".join(difference[:40])
    )


def test_a_golden_game_is_the_same_every_time():
    file = "blackout-doctrine.txt"

    assert playthrough(file) == playthrough(file)
