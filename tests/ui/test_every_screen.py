"""What holds on every page, at every size: nothing overlaps or is cut silently, Tab gets there."""

from functools import lru_cache

import pytest

from game.ui import theme as t
from game.ui.testing import Driver
from tests.ui.fake_place import FakePlace

SIZES = [
    ((1280, 720), 1.0),
    ((1920, 1080), 1.0),
    ((1280, 720), 1.75),
]  # 1.5 and 2 are tried by test_tree.py
PAINTED_ON = {"decoration", "map"}


def desk(driver):
    return driver


def composing(driver):
    driver.press("/").type("private").press("enter")
    return driver


def typed_long(driver):
    composing(driver)
    if driver.stage.top.find("sheet/text"):
        driver.go("sheet/text").type("Donaudampfschifffahrt " * 12)
        driver.go("sheet/intent").type("long " * 30)
    return driver


def dropped(driver):
    composing(driver)
    if driver.stage.top.find("sheet/target"):
        driver.go("sheet/target").press("enter")
    return driver


def foretold(driver):
    """An order that is whole, with its forecast."""
    composing(driver)
    for slot in ("sheet/target", "sheet/via"):
        if driver.stage.top.find(slot):
            driver.go(slot).press("right")
    return imagined(driver)


def imagined(driver):
    driver.stage.errands.run()
    driver.stage.dirty = True
    driver.draw()
    return driver


def kept(driver):
    foretold(driver).press("ctrl+enter", "1")
    return imagined(driver)


def how_foretold(driver):
    foretold(driver)
    if driver.stage.top.find("sheet/forecast/worlds"):
        driver.go("sheet/forecast/worlds").press("enter")
    return driver


def confirming(driver):
    return driver.press("ctrl+shift+enter")


def recap(driver):
    return confirming(driver).press("enter")


def later(driver):
    return recap(driver).press("enter")


def ties(driver):
    return driver.press("t")


def full_map(driver):
    return driver.press("m")


def keys(driver):
    return driver.click("header/help")


def ladder(driver):
    return driver.press("g")


def why(driver):
    later(driver)
    if driver.stage.top.find("tabs"):
        driver.press("y")
    return driver.go("own/beliefs").press("enter")


def why_deep(driver):
    """A cause opened, and a number behind it: as many cards as there can be."""
    return why(driver).press("enter", "end", "enter")


def why_tension(driver):
    later(driver)
    return driver.go("header/tension").press("w", "enter")


def why_in_recap(driver):
    return recap(driver).press("w", "enter")


def ladder_later(driver):
    return later(driver).press("g")


def briefing(driver):
    return driver.click("header/briefing")


def ending(driver):
    for _ in range(3):
        recap(driver)
        if driver.stage.top.find("recap/go"):
            driver.press("enter")
    return driver


PAGES = [
    desk,
    composing,
    typed_long,
    dropped,
    foretold,
    kept,
    how_foretold,
    confirming,
    recap,
    later,
    ties,
    full_map,
    keys,
    ladder,
    ladder_later,
    why,
    why_deep,
    why_tension,
    why_in_recap,
    briefing,
    ending,
]

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
sizes = pytest.mark.parametrize(("size", "scale"), SIZES, ids=str)


@lru_cache
def built(page, size, scale):
    """A page is brought about once; the tests only look at it and end where they began."""
    return page(Driver(FakePlace(), size=size, scale=scale))


@pytest.fixture
def shown(page, size, scale):
    return built(page, size, scale)


def siblings(widget):
    """Groups of widgets that must not lie on one another."""
    yield [child for child in widget.children if child.role not in PAINTED_ON]
    for child in widget.children:
        yield from siblings(child)


@pages
@sizes
def test_no_two_siblings_overlap(shown):
    for layer in shown.stage.layers:
        groups = [[w for w in layer.widgets if w.role not in PAINTED_ON]]
        for widget in layer.widgets:
            groups += siblings(widget)
        for group in groups:
            for n, one in enumerate(group):
                for other in group[:n]:
                    assert not one.box.overlaps(other.box, slack=0.6), (
                        one.id,
                        one.box,
                        other.id,
                        other.box,
                    )


@pages
@sizes
def test_what_can_be_used_is_inside_the_window(shown):
    for widget in shown.stage.stops():
        holders = shown.stage.top.path(widget.id)[:-1]
        if not any(holder.clip for holder in holders):
            assert widget.box.within(shown.stage.area, slack=0.6), (widget.id, widget.box)
        assert widget.box.w >= 24
        assert widget.box.h >= 18


@pages
@sizes
def test_no_text_leaves_its_box_or_the_window(shown):
    for note in shown.draw().written:
        assert note.used.w <= note.box.w + 1.5, note
        assert note.used.x >= note.box.x - 1.5, note
        assert note.used.right <= shown.stage.area.right + 1, note


@pages
@sizes
def test_no_two_texts_lie_on_one_another(shown):
    """But for the map, which has a test of its own."""
    canvas = shown.draw()
    maps = [widget.box for widget in shown.stage.top.all() if widget.role == "map"]
    notes = [note for note in canvas.written[canvas.layer :] if min(note.seen.w, note.seen.h) > 1]
    notes = [note for note in notes if not any(note.seen.overlaps(box) for box in maps)]
    for n, one in enumerate(notes):
        for other in notes[:n]:
            assert not one.seen.overlaps(other.seen, slack=2.5), (one.text, other.text)


@pages
@sizes
def test_tab_reaches_every_control_and_comes_back(shown):
    stops = [widget.id for widget in shown.stage.stops()]
    assert len(set(stops)) == len(stops)
    met = []
    for _ in stops:
        met.append(shown.focus)
        shown.press("tab")
    assert sorted(met) == sorted(stops)
    assert shown.focus == met[0]


@pages
@sizes
def test_ids_are_unique(shown):
    for layer in shown.stage.layers:
        names = [widget.id for widget in layer.all()]
        assert len(names) == len(set(names))


@pages
def test_at_most_one_button_is_primary(page):
    shown = page(Driver(FakePlace()))
    primary = [w.id for w in shown.stage.top.all() if getattr(w, "primary", False)]
    assert len(primary) <= 1


@pages
@pytest.mark.parametrize("theme", t.THEMES, ids=lambda theme: theme.name)
def test_controls_have_a_name(page, theme):
    shown = page(Driver(FakePlace(), theme=theme))
    assert all(widget.label for widget in shown.stage.stops())
