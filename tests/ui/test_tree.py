"""What holds on every page of the gallery, in every size, theme and language tried here.

Nothing overlaps, no text leaves its box, Tab reaches everything, and all can be read. The game is
a real one, with stand-ins; each language is spoken on every page.
"""

import pytest

from game.ui import theme as t
from game.ui.gallery import SCENES, Looks
from game.ui.press import Press
from tests.ui.pseudo import speaking
from tests.ui.staged import drawn

PAINTED_ON = {"decoration", "map"}
OVER = {"alert"}  # lies over the page on purpose
READABLE = 4.5
SLACK = 1.5  # dp: a rounded letter

LOOKS = {
    "en": Looks((1280, 720), 1.0, t.DARK, "en"),
    "fr": Looks((1280, 720), 1.0, t.PROJECTOR, "fr"),
    "es": Looks((1280, 720), 1.0, t.DARK, "es"),
    "id, large": Looks((1920, 1080), 2.0, t.DARK, "id"),
    "ar, on a projector": Looks((1920, 1080), 1.5, t.PROJECTOR, "ar"),
}


@pytest.fixture
def look(name):
    made = LOOKS[name]
    with speaking(made.language):
        yield made


def groups(widgets):
    """Widgets that must not lie on one another."""
    yield [w for w in widgets if w.role not in PAINTED_ON | OVER]
    for widget in widgets:
        yield from groups(widget.children)


def overlapping(stage):
    for layer in stage.layers:
        for group in groups(layer.widgets):
            for n, one in enumerate(group):
                for other in group[:n]:
                    if one.box.overlaps(other.box, slack=0.6):
                        yield f"{one.id} and {other.id} overlap: {one.box}, {other.box}"


def outside(stage):
    for widget in stage.stops():
        holders = stage.top.path(widget.id)[:-1]
        if not any(h.clip for h in holders) and not widget.box.within(stage.area, slack=0.6):
            yield f"{widget.id} is outside the window: {widget.box}"
        if widget.box.w < 24 or widget.box.h < 18:
            yield f"{widget.id} is too small: {widget.box}"


def overflowing(stage, canvas):
    for note in canvas.written:
        if note.used.w > note.box.w + SLACK or note.used.x < note.box.x - SLACK:
            yield f"'{note.text}' leaves its box: {note.used} of {note.box}"
        if note.used.right > stage.area.right + 1 or note.used.x < -1:
            yield f"'{note.text}' leaves the window: {note.used}"


def colliding(stage, canvas):
    maps = [widget.box for widget in stage.top.all() if widget.role == "map"]
    notes = [n for n in canvas.written[canvas.layer :] if min(n.seen.w, n.seen.h) > 1]
    notes = [n for n in notes if not any(n.seen.overlaps(box) for box in maps)]
    for n, one in enumerate(notes):
        for other in notes[:n]:
            if one.seen.overlaps(other.seen, slack=2.5):
                yield f"'{one.text}' lies on '{other.text}': {one.seen}, {other.seen}"


def unreadable(stage, canvas):
    faded = [widget.box for widget in stage.top.all() if widget.role == "map"]
    for note in canvas.written[canvas.layer :]:
        on_map = any(note.seen.overlaps(box) for box in faded)
        if min(note.seen.w, note.seen.h) > 1 and not on_map:
            ratio = t.contrast(note.ink, note.ground)
            if ratio < READABLE:
                yield f"'{note.text}' has {ratio:.1f}:1, {note.ink} on {note.ground}"


def unreached(stage):
    """Stops from which Tab does not go to the next; nothing is built anew in between."""
    stops = [widget.id for widget in stage.stops()]
    if len(set(stops)) != len(stops):
        yield f"an id is there twice: {stops}"
    for name, following in zip(stops, stops[1:] + stops[:1], strict=True):
        stage.top.focus, stage.dirty = name, False
        stage.on(Press("key", key="tab"))
        if stage.focus != following:
            yield f"Tab leads from {name} to {stage.focus}, not to {following}"


def unnamed(stage):
    yield from (f"{w.id} has no name" for w in stage.stops() if not w.label)


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_page_is_in_order(scene, look):
    driver = drawn(scene, look)
    stage, canvas = driver.stage, driver.draw()
    wrong = [
        *overlapping(stage),
        *outside(stage),
        *overflowing(stage, canvas),
        *colliding(stage, canvas),
        *unreadable(stage, canvas),
        *unnamed(stage),
        *unreached(stage),
    ]
    assert not wrong, "\n".join(wrong)
