"""The map keeps its words apart, at every size, and is read and walked as a person would."""

import random
from pathlib import Path

import pygame
import pytest

from game.data import data_path
from game.scenario import load
from game.session import begin
from game.ui import theme as t
from game.ui.graphlayout import place
from game.ui.graphspots import MARK, around
from game.ui.layout import Box
from game.ui.testing import Driver
from game.ui.text import FontBook, Typesetter
from game.ui.view_models.atlas import Atlas, Mark, Tie, atlas, folded
from game.ui.view_models.lands import Land, outline
from game.ui.view_models.notebook import Notebook
from tests.ui.fake_place import FakePlace

DESK, FULL = Box(0, 0, 628, 224), Box(0, 0, 932, 614)  # dp: the same at 1280x720 and 1920x1080
NAMES = ("Oriandar", "Northgate engineer", "Belmora abroad", "Wire agencies", "Chirp", "At home")
SCENARIOS = [
    Path("scenarios/blackout/blackout.yaml"),
    Path("scenarios/validity/validity.yaml"),
    Path("scenarios/validity/crowd.yaml"),
]


@pytest.fixture(scope="module")
def measure():
    setter = Typesetter(FontBook(data_path("assets", "fonts")), 1.0)
    return lambda text: setter.width(text, t.SMALL_BOLD)


def crowd(count, seed):
    """A map of so many marks, a third of them audiences of the first ones, at random places."""
    draw = random.Random(seed)
    actors = count - count // 3
    marks = []
    for number in range(count):
        audience = number >= actors
        marks.append(
            Mark(
                key=f"k{number}",
                name=f"{NAMES[number % len(NAMES)]} {number}",
                code=f"{number:02}",
                shape="diamond" if audience else ("circle", "hexagon")[number % 2],
                at=(draw.random(), draw.random()),
                bloc=number % 5,
                mine=number == 0,
                audience=audience,
                kind="audience" if audience else "state",
                about="",
                patron=f"k{draw.randrange(4)}" if audience else "",
            )
        )
    pairs = {(f"k{draw.randrange(count)}", f"k{draw.randrange(count)}") for _ in range(count * 2)}
    ties = [Tie(a, z, "fair", 0.3) for a, z in sorted(pairs) if a != z]
    ties.append(Tie("k0", "k1", "strong", 1.0, "order 1"))
    land = Land("k0", "Tessaly", outline((marks[0].at, marks[-1].at)), True, True, "Network cut")
    return Atlas(tuple(marks), (land,), tuple(ties))


def words_of(picture):
    """Every word with its box, and the marks' boxes under their keys."""
    found = [(label.key, label.box) for label in picture.labels]
    found += [("title", box) for _, box in picture.titles]
    found += [("badge", box) for _, box in picture.badges]
    return found + [("word", tie.box) for tie in picture.ties if tie.box]


def assert_apart(picture, area):
    found = words_of(picture)
    for n, (name, box) in enumerate(found):
        assert box.within(area, slack=1), (name, box)
        for other, taken in found[:n]:
            assert not box.overlaps(taken, slack=1), (name, box, other, taken)
        for row in picture.marks:
            chip = any(label.chip and label.box == box for label in picture.labels)
            if not chip:
                assert not box.overlaps(around(row.spot, row.size), slack=1), (name, row.mark.name)


def assert_marks_apart(picture):
    for n, one in enumerate(picture.marks):
        for other in picture.marks[:n]:
            between = around(one.spot, one.size).clip(around(other.spot, other.size))
            assert between.w * between.h < 0.15 * MARK * MARK, (one.mark.key, other.mark.key)


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_no_word_lies_on_another_in_any_shipped_scenario(file, measure):
    scenario = load(file)
    seats = sorted(scenario.content.seats)
    table = begin(scenario, 7, {seats[0]: "person"})
    book = Notebook()
    seat = table.place(seats[0])
    book.note(seat.look(), seat.hear())
    whole = atlas(book)
    for area in (DESK, FULL):
        for mark in whole.marks:
            assert_apart(place(folded(whole, mark.key), area, mark.key, measure), area)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("count", "area"), [(24, DESK), (40, DESK), (24, FULL), (40, FULL)])
def test_no_word_lies_on_another_on_a_crowded_map(count, area, seed, measure):
    whole = crowd(count, seed)
    for focus in ("k0", f"k{count - 1}"):
        picture = place(folded(whole, focus), area, focus, measure)
        assert_apart(picture, area)
        assert_marks_apart(picture)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("count", "area", "least"), [(24, DESK, 0.75), (40, FULL, 1.0)])
def test_a_crowded_map_still_says_its_names(count, area, least, seed, measure):
    picture = place(folded(crowd(count, seed), "k0"), area, "k0", measure)
    assert len(picture.labels) >= least * len(picture.marks)


def test_the_focus_always_has_its_name_in_full(measure):
    for seed in range(3):
        whole = crowd(40, seed)
        for focus in (m.key for m in whole.marks[:4]):
            picture = place(folded(whole, focus), DESK, focus, measure)
            label = next(one for one in picture.labels if one.key == focus)
            assert label.box.w >= measure(label.text)


def test_names_and_marks_stay_where_they_are_when_the_focus_moves(measure):
    whole = crowd(24, 1)
    one, other = (place(whole, FULL, key, measure) for key in ("k0", "k3"))
    assert [row.spot for row in one.marks] == [row.spot for row in other.marks]
    assert {x.key: x.box for x in one.labels} == {x.key: x.box for x in other.labels}


def test_audiences_of_a_crowded_map_fold_until_their_patron_has_the_focus():
    whole = crowd(40, 2)
    patron = next(m.patron for m in whole.marks if m.audience)
    away = folded(whole, "k9")
    assert not any(m.audience for m in away.marks)
    count = sum(m.patron == patron for m in whole.marks)
    assert away.mark(patron).folded == count
    near = folded(whole, patron)
    assert sum(m.audience for m in near.marks) == count
    assert near.mark(patron).folded == 0


def test_an_audience_in_focus_stands_out_with_its_neighbors():
    whole = crowd(40, 2)
    one = next(m for m in whole.marks if m.audience)
    shown = {m.key for m in folded(whole, one.key).marks}
    assert {m.key for m in whole.marks if m.patron == one.patron} <= shown


def test_an_order_to_a_folded_audience_leads_to_its_patron():
    whole = crowd(40, 2)
    far = next(m for m in whole.marks if m.audience and m.patron != "k0")
    planned = Atlas(whole.marks, (), (Tie("k0", far.key, "strong", 1.0, "order 1"),))
    assert [tie.target for tie in folded(planned, "k9").ties] == [far.patron]


def test_few_marks_never_fold():
    whole = crowd(24, 3)
    assert folded(whole, "k9") is whole


@pytest.fixture
def desk():
    return Driver(FakePlace())


def view(driver):
    return driver.stage.memory.get("map/graph/view")


def drag(driver, by):
    x, y = driver.find("map/graph").box.center
    for kind, at in (
        (pygame.MOUSEBUTTONDOWN, (x, y)),
        (pygame.MOUSEMOTION, (x + by[0] / 2, y + by[1] / 2)),
        (pygame.MOUSEMOTION, (x + by[0], y + by[1])),
        (pygame.MOUSEBUTTONUP, (x + by[0], y + by[1])),
    ):
        more = (
            {"button": 1} if kind != pygame.MOUSEMOTION else {"rel": (0, 0), "buttons": (1, 0, 0)}
        )
        driver._post(kind, pos=(round(at[0]), round(at[1])), **more)
    return driver


def test_the_wheel_zooms_about_the_pointer_and_a_drag_moves_the_map(desk):
    desk.wheel("map/graph", 1).wheel("map/graph", 1)
    assert view(desk).zoom == 1.5
    before, focus = view(desk), desk.app.work.focus
    drag(desk, (60, 0))
    assert view(desk).x < before.x
    assert desk.app.work.focus == focus
    desk.wheel("map/graph", -1).wheel("map/graph", -1)
    assert (view(desk).zoom, view(desk).x, view(desk).y) == (1.0, 0.5, 0.5)


def test_keys_zoom_pan_and_show_all_again(desk):
    desk.go("map/graph").press("+", "+", "+")
    assert view(desk).zoom == 2.0
    left = view(desk).x
    desk.press("shift+right")
    assert view(desk).x > left
    desk.press("0")
    assert view(desk).zoom == 1.0


def test_buttons_zoom_too(desk):
    desk.click("map/more").click("map/more").click("map/less")
    assert view(desk).zoom == 1.25


def test_the_view_follows_the_focus_as_it_walks(desk):
    desk.go("map/graph").press(*["+"] * 6)
    for key in ("right", "left", "left", "left", "up", "down"):
        desk.press(key)
        graph = desk.find("map/graph")
        corner = graph.corner(desk.stage.memory)
        spot = graph._placed(desk.stage).spot(desk.app.work.focus)
        assert graph.box.holds((spot[0] + corner[0], spot[1] + corner[1]))


def test_a_click_on_a_mark_still_lands_when_the_map_is_zoomed(desk):
    desk.go("map/graph").press("+", "+")
    graph = desk.find("map/graph")
    corner = graph.corner(desk.stage.memory)
    rows = graph._placed(desk.stage).marks
    seen = [
        r for r in rows if graph.box.inset(20).holds((r.spot[0] + corner[0], r.spot[1] + corner[1]))
    ]
    other = next(r for r in seen if r.mark.key != desk.app.work.focus)
    desk.click_at(other.spot[0] + corner[0], other.spot[1] + corner[1])
    assert desk.app.work.focus == other.mark.key


def test_the_table_shows_all_ties_on_a_and_says_how_each_is_known(desk):
    def rows():
        return [r["label"] for r in desk.find("map/table").tree()["children"]][1:]

    desk.press("t")
    own = rows()
    desk.press("a")
    assert len(rows()) == 11 > len(own)
    assert set(own) <= set(rows())
    desk.press("end", "enter")
    assert desk.app.work.focus != "tessaly"


def test_what_is_not_known_of_a_stance_says_how_to_learn_it(desk):
    desk.press("t", "a")
    labels = [r["label"] for r in desk.find("map/table").tree()["children"]]
    assert any(label.endswith("not known; listen to learn") for label in labels)


def test_the_full_map_tells_what_is_known_of_its_focus(desk):
    desk.press("m", "left")
    name = desk.find("context/words").label
    assert name in desk.texts()
    assert "Known ties" in desk.texts()


def test_a_region_that_its_author_drew_is_the_land(monkeypatch):
    place = FakePlace()
    belmora = place.booklet.actors["belmora"]
    corners = ((0.2, 0.1), (0.6, 0.1), (0.6, 0.9), (0.2, 0.9))
    monkeypatch.setattr(belmora, "region", corners, raising=False)
    book = Notebook()
    book.note(place.look(), place.hear())
    land = next(one for one in atlas(book).lands if one.key == "belmora")
    assert len(land.outline) == 4
    monkeypatch.setattr(belmora, "region", corners[:2])
    hull = next(one for one in atlas(book).lands if one.key == "belmora")
    assert len(hull.outline) > 4
