"""The golden pictures: what a dozen pages look like, as a hash and a thumbnail each.

`python -m tests.ui.goldens` draws them anew and rewrites tests/golden/pictures.json; the review is
to look at the pictures that it saves beside, and at which lines of the file changed.
`python -m tests.ui.goldens DIR` says where to save them (else a folder of the system's own).
"""

import base64
import hashlib
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

for name in ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER", "SDL_AUDIODRIVER", "SDL_AUDIO_DRIVER"):
    os.environ[name] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame  # noqa: E402  (after the drivers are named)

from game.ui import theme as t  # noqa: E402
from game.ui.gallery import Looks  # noqa: E402
from tests.ui.pseudo import speaking  # noqa: E402
from tests.ui.staged import drawn, scene_of  # noqa: E402

FILE = Path(__file__).resolve().parent.parent / "golden" / "pictures.json"
GRID = (32, 18)  # cells of a thumbnail: enough to say where a page has changed

SMALL = Looks((1280, 720), 1.0, t.DARK, "en")
LARGE = Looks((1920, 1080), 1.5, t.PROJECTOR, "en")
ARABIC = Looks((1280, 720), 1.0, t.DARK, "arabic")
PICTURES = {
    "launcher": SMALL,
    "briefing": SMALL,
    "desk": SMALL,
    "desk on a projector": LARGE,
    "desk in Arabic letters": ARABIC,
    "desk-order": LARGE,
    "ties": SMALL,
    "map": SMALL,
    "ladder": SMALL,
    "why": SMALL,
    "recap": SMALL,
    "ending": LARGE,
}


def pinned():
    """What the pictures depend on beside our own code."""
    sdl = ".".join(str(part) for part in pygame.get_sdl_version())
    return f"pygame-ce {pygame.version.ver}, SDL {sdl}, {sys.platform} {platform.machine()}"


def picture(name):
    """The surface of a picture, drawn now."""
    look = PICTURES[name]
    with speaking(look.language):
        return drawn(scene_of(name.split(" ", maxsplit=1)[0]), look).surface


def described(surface):
    """A picture as its hash and its thumbnail."""
    pixels = pygame.image.tobytes(surface, "RGB")
    return {
        "hash": hashlib.sha256(pixels).hexdigest(),
        "thumbnail": base64.b64encode(thumbnail(surface)).decode("ascii"),
    }


def thumbnail(surface):
    """The mean color of each cell of a grid."""
    return pygame.image.tobytes(pygame.transform.smoothscale(surface, GRID), "RGB")


def moved(surface, told):
    """Cells (column, row) whose mean color differs by more than a trace from what was told."""
    before, now = base64.b64decode(told["thumbnail"]), thumbnail(surface)
    cells = range(GRID[0] * GRID[1])
    apart = [max(abs(before[3 * n + c] - now[3 * n + c]) for c in range(3)) for n in cells]
    return [(n % GRID[0], n // GRID[0]) for n in cells if apart[n] > 2]


def read():
    """What the file tells."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def rewrite(folder):
    """Draw all pictures anew, save them for the eye, and write the file."""
    pygame.display.init()
    told = {"made with": pinned(), "pictures": {}}
    for name in PICTURES:
        surface = picture(name)
        told["pictures"][name] = described(surface)
        pygame.image.save(surface, folder / f"{name}.png")
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(PICTURES)} pictures written to {FILE}; look at them in {folder}")


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="goldens-"))
    where.mkdir(parents=True, exist_ok=True)
    rewrite(where)
