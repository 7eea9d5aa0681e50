"""A dozen pages look as they did when somebody last looked at them.

Exactly so with the versions the file names; elsewhere letters may be drawn a little differently,
which is a warning with the place. See `goldens.py` for the command that takes them anew.
"""

import warnings

import pygame
import pytest

from tests.ui import goldens


@pytest.mark.parametrize("name", goldens.PICTURES)
def test_a_page_looks_as_it_did(name, tmp_path):
    told, surface = goldens.read(), goldens.picture(name)
    before = told["pictures"][name]
    if goldens.described(surface)["hash"] == before["hash"]:
        return
    cells = goldens.moved(surface, before)
    file = tmp_path / f"{name}.png"
    pygame.image.save(surface, file)
    where = f"cells {cells[:6]} of {goldens.GRID}" if cells else "less than a cell's trace"
    said = f"'{name}' has changed in {where}; see {file}, then `python -m tests.ui.goldens`"
    if told["made with"] == goldens.pinned():
        pytest.fail(said)
    else:
        warnings.warn(f"{said} ({goldens.pinned()}, not {told['made with']})", stacklevel=1)


def test_the_file_tells_of_every_picture_and_no_other():
    assert list(goldens.read()["pictures"]) == list(goldens.PICTURES)


def test_a_change_is_found_where_it_is():
    surface = pygame.Surface((320, 180))
    before = goldens.described(surface)
    surface.fill((255, 255, 255), (0, 170, 10, 10))
    assert goldens.moved(surface, before) == [(0, 17)]
