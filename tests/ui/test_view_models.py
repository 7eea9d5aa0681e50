"""What a screen says of figures: pure functions, a hand-made observation in, words out."""

import math

import pytest

from game.ui.view_models import atlas, compose, desk, places, sheet, words
from game.ui.view_models.briefing import paragraphs
from game.ui.view_models.index import Draft, Index
from game.ui.view_models.notebook import Notebook, value
from tests.ui.fake_place import FakePlace


@pytest.fixture
def book(place):
    found = Notebook()
    found.note(place.look(), place.hear())
    return found


@pytest.fixture
def index(place):
    return Index.of(place.look())


@pytest.mark.parametrize(
    ("number", "word"), [(0, "Very low"), (40, "Fair"), (59.9, "Fair"), (60, "Good"), (100, "High")]
)
def test_a_level_has_a_word(number, word):
    assert words.level(number) == word


@pytest.mark.parametrize("number", [None, math.nan])
def test_what_is_not_known_is_said_to_be_so(number):
    assert words.level(number) == "not known"


@pytest.mark.parametrize(("tension", "rung"), [(0, 1), (9.9, 1), (10, 2), (99, 10), (100, 10)])
def test_tension_is_ten_rungs(tension, rung):
    assert words.rung(tension) == rung


@pytest.mark.parametrize(
    ("sure", "word"), [(30, "unlikely"), (50, "even"), (80, "likely"), (85, "nearly sure")]
)
def test_confidence_has_a_word(sure, word):
    assert words.sure(sure) == word


def test_a_share_is_read_as_per_cent_and_a_level_as_it_is():
    assert words.reading(0.384, 0.85, "at least") == "38\u00a0% now, at least 85\u00a0% wanted"
    assert words.reading(59.76, 60, "at least") == "59.8 now, at least 60 wanted"
    assert words.reading(None, 60, "at least") == ""


def test_the_hours_of_a_turn_follow_from_the_first():
    assert words.when(1, "Tuesday, 12:00", "6 h") == "day 1, 12:00–18:00"
    assert words.when(4, "Tuesday, 12:00", "6 h") == "day 2, 06:00–12:00"
    assert words.when(4, "some day", "6 h") == "6 h a turn"
    assert words.when(4, "", "") == ""


def test_marks_have_two_letters_and_no_two_the_same():
    names = {"a": "The Lantern Committee", "b": "Lantern Club", "c": "Belmora", "d": "حكومة"}
    codes = words.codes(names)
    assert codes["a"] == "LC"
    assert len(set(codes.values())) == 4
    assert all(codes[key].isascii() for key in "abc")


def test_a_short_line_without_a_stop_is_a_heading():
    found = paragraphs("First words here.\n\n\nThe country\n\nGoverned by **decree** for years.")
    assert [part.heading for part in found] == [False, True, False]


def test_objectives_that_can_still_be_met_are_open_and_not_lost(place):
    states = [goal.word for goal in desk.goals(place.look())]
    assert states == ["Not yet", "Not yet", "Met"]


def test_an_objective_that_was_to_hold_throughout_is_lost_once_broken(place):
    place.booklet.objectives[1].holds = "throughout"
    assert desk.goals(place.look())[1].word == "Not yet", "nothing is judged before the first turn"
    place.turn = 2
    assert desk.goals(place.look())[1].word == "Lost"


def test_an_objective_whose_turn_has_passed_is_lost(place):
    place.booklet.objectives[0].by = 1
    place.turn = 2
    assert desk.goals(place.look())[0].word == "Lost"


def test_a_change_needs_two_known_values(place, book):
    assert book.change("credibility", "tessaly", "at_home") is None
    place.say([])
    book.note(place.look(), place.hear())
    assert book.change("credibility", "tessaly", "at_home") == -8
    assert book.change("credibility", "tessaly", "provinces") is None


def test_a_measure_that_the_scenario_lacks_is_not_known(place):
    place.look().value = lambda *names: {}[names]
    assert value(place.look(), "located", "tessaly") is None


def test_a_cut_network_hatches_its_land_and_says_how_far(place, book):
    place.say([])
    book.note(place.look(), place.hear())
    land = next(land for land in atlas.atlas(book).lands if land.key == "belmora")
    assert land.cut
    assert land.note == "Urban youth: 10\u00a0% online"


def test_places_that_an_author_left_out_are_filled_in_and_stay(place):
    place.booklet.actors["chirp"].at, kept = None, place.booklet.actors["chirp"].at
    try:
        one, other = places.positions(place.booklet), places.positions(place.booklet)
    finally:
        place.booklet.actors["chirp"].at = kept
    assert one == other
    assert all(0 <= part <= 1 for part in one["chirp"])
    assert one["belmora"] == (0.42, 0.25)


def test_a_planned_order_is_a_tie_of_its_own(book):
    ties = atlas.atlas(book, planned=(("engineer", "order 1"),)).of("engineer")
    assert [tie.planned for tie in ties if tie.source == "tessaly"] == ["order 1"]


def test_one_row_a_move_whatever_its_variants(index):
    rows = sheet.move_rows(index, ())
    assert [row.key for row in rows].count("statement") == 1
    assert [row.tier for row in rows] == sorted((r.tier for r in rows), key=sheet.TIERS.index)


def test_what_leaves_no_choice_is_chosen(index):
    index.rows["private_message"] = index.rows["private_message"][:1]
    draft = sheet.begin(index, Draft(), "private_message")
    assert (draft.target, draft.via) == ("belmora", "chirp")


def test_another_move_keeps_what_still_fits(index):
    draft = (
        sheet.begin(index, Draft(), "private_message").put("via", "press").put("target", "chirp")
    )
    draft = sheet.begin(index, draft, "answer")
    assert (draft.via, draft.target) == ("press", "")


def test_an_example_can_be_given(index):
    assert index.candidate(sheet.example(index)) is not None


def test_a_whole_sheet_is_not_taken_for_more_than_the_seat_has(book, index):
    kept = tuple(Draft("answer", target=a, via="press", kept=True) for a in ("at_home", "diaspora"))
    third = Draft("answer", target="provinces", via="press")
    view = compose.composer(book, index, third, kept)
    assert (view.ready, view.why) == (False, "1 staff left; this takes 2")


def test_nothing_is_said_of_confidence_that_nobody_gave(index):
    draft = Draft("consular_alert", kept=True)
    [order] = sheet.orders(index, (draft,))
    assert order.confidence is None


def test_the_fake_place_ends():
    place = FakePlace(turns=1)
    place.say([])
    assert desk.over(place.look())
