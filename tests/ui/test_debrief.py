"""The debrief on the screen: a question leads, turns are scrubbed, people decide, by key alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from game import language
from game.cli.debriefing import after
from game.engine import Order
from game.engine.journal import Intervention
from game.report import review
from game.scenario import load
from game.session import begin, read
from game.session.film import film_of
from game.ui import theme
from game.ui.screens.debrief import Debrief
from game.ui.screens.debrief_header import Doors
from game.ui.testing import Driver
from game.ui.view_models import debrief as model
from tests.ui import test_every_screen as every

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
TURNS = 4


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    strait = load(STRAIT)
    store = tmp_path_factory.mktemp("talked") / "game.journal"
    table = begin(strait, 7, {"ministry": "person", "rival": "person"}, store)
    for _ in range(TURNS):
        hand_in(table, "ministry", "brenmark")
        hand_in(table, "rival", "arden")
    table.journal.append(Intervention(3, "mark", by="F", why="who spoke first?", data={}))
    table.close()
    return review(film_of(read(store), strait))


def hand_in(table, seat, other):
    expects = ["tension(arden, brenmark) <= 100", "they answer"]
    orders = [
        Order(seat, "private_message.plain", target=other, expects=expects[0], confidence=0.9),
        Order(seat, "monitor_mine.listen", target="uplands", expects=expects[1], confidence=0.6),
    ]
    assert not table.hand_in(seat, orders)


class Room:
    """Whoever debriefs: what they decided and where they went."""

    def __init__(self, made, **more):
        self.decided, self.went = [], []
        self.doors = Doors(
            leave=lambda: self.went.append("leave"),
            theme=lambda: self.went.append("theme"),
            decide=lambda order, came: self.decided.append((order.turn, order.seat, came)),
            write=lambda _: "The review is in game.review.html.",
        )
        self.page = Debrief(made, self.doors)
        self.driver = Driver(screen=self.page, **more)

    @property
    def talk(self):
        return self.page.talk


@pytest.fixture
def room(made):
    return Room(made)


def test_the_first_question_leads_and_the_first_turn_is_shown(room):
    assert room.driver.find("question").value.startswith("What did each seat mean to do")
    assert room.driver.find("scrubber").value.startswith("Turn 1")
    assert room.driver.focus == "scrubber"


def test_left_and_right_scrub_and_with_shift_go_to_marked_moments(room):
    room.driver.press("right")
    assert room.talk.turn == 2
    room.driver.press("left", "left")
    assert room.talk.turn == 1, "there is nothing before the first turn"
    room.driver.press("shift+right")
    assert room.talk.turn == 3
    assert "who spoke first?" in room.driver.find("scrubber").value


def test_space_plays_two_seconds_a_turn_and_stops_at_the_end(room):
    room.driver.press("space")
    shown = []
    for second in range(1, 12):
        room.driver.board.tick(float(second))
        shown.append(room.talk.turn)
    assert shown[:6] == [1, 2, 2, 3, 3, 4]
    assert not room.talk.playing


def test_figures_choose_a_step_and_q_the_next_question(room):
    room.driver.press("3")
    assert room.talk.step == "why"
    room.driver.press("q")
    assert room.talk.step == "keep_or_change"
    room.driver.press("q")
    assert room.talk.step == "keep_or_change", "after the last question comes none"


def test_s_changes_the_seat_and_each_panel_follows(room):
    first = room.driver.find("expected/rows").rows[0].label
    room.driver.press("s")
    assert room.talk.seat == "rival"
    assert room.driver.find("views/seat").chosen == "rival"
    assert room.driver.find("expected/rows").rows[0].label != first


def test_c_turns_the_curve_into_a_table(room):
    assert "4 of 4" in room.driver.find("sure/curve").value
    room.driver.press("c")
    assert [row.label for row in room.driver.find("sure/table").rows][1].endswith("4, 4")


def test_what_people_decide_is_kept_and_counts_and_can_be_taken_back(room):
    room.driver.go("expected/rows").press("down", "n")
    assert room.decided == [(1, "ministry", "no")]
    assert "not as expected" in room.driver.find("expected/rows").rows[1].label
    assert model.confidence(room.page.review, "ministry").decided == TURNS + 1
    room.driver.press("n")
    assert room.decided[-1] == (1, "ministry", "")
    assert model.confidence(room.page.review, "ministry").decided == TURNS


def test_what_cannot_be_kept_is_said_and_counts_for_nothing(room):
    room.page.doors = replace(room.doors, decide=lambda *_: "The disk is full.")
    room.driver.go("expected/rows").press("down", "n")

    assert "The disk is full." in " ".join(room.driver.texts())
    assert model.confidence(room.page.review, "ministry").decided == TURNS


def test_a_condition_is_not_for_people_to_decide(room):
    room.driver.go("expected/rows").press("n")
    assert room.decided == []
    assert "as expected" in room.driver.find("expected/rows").rows[0].label


def test_enter_on_an_order_tells_all_of_it_and_lets_the_room_decide(room):
    room.driver.go("expected/rows").press("down", "enter")
    text = " ".join(w.value for w in room.driver.stage.top.all())
    assert "they answer" in text
    assert "What the order moved by itself" in text
    room.driver.click("note/yes")
    assert room.decided == [(1, "ministry", "yes")]


def test_a_seat_is_shown_beside_the_truth_or_beside_another(made):
    talk = model.begun(made)
    truth = {one.name: one for one in model.sides(made, talk)}
    both = {one.name: one for one in model.sides(made, replace(talk, beside="rival"))}

    tension = next(name for name in truth if name.startswith("Tension"))
    assert truth[tension].left == truth[tension].right
    assert {one.state for one in both.values()} <= {"same", "differs", "not shown"}
    assert both[tension].state == "same"


def test_p_is_the_projector_view_and_the_page_is_made_on_demand(room):
    room.driver.press("p")
    room.driver.click("debrief/write")
    assert room.went == ["theme"]
    assert "game.review.html" in " ".join(w.value for w in room.driver.stage.top.all())
    room.driver.press("esc").click("debrief/leave")
    assert room.went[-1] == "leave"


def test_nobody_who_said_how_sure_they_were_is_told_so_and_no_row_of_marks_is_shown(made):
    silent = replace(made, turns=tuple(replace(turn, orders=(), marks=()) for turn in made.turns))
    room = Room(silent)

    assert room.driver.find("sure/counted").value.startswith("Nobody said how sure they were.")
    assert room.driver.stage.top.find("scrubber/marks") is None
    assert room.driver.find("expected/none").value.startswith("Nobody wrote")


PANELS = ("views", "expected", "sure")
LAID = (
    every.test_no_two_siblings_overlap,
    every.test_what_can_be_used_is_inside_the_window,
    every.test_no_text_leaves_its_box_or_the_window,
    every.test_no_two_texts_lie_on_one_another,
    every.test_tab_reaches_every_control_and_comes_back,
    every.test_ids_are_unique,
)


@pytest.mark.parametrize(("size", "scale"), every.SIZES, ids=str)
@pytest.mark.parametrize("keys", [(), ("right", "3", "c"), ("s", "tab", "tab", "w")], ids=str)
def test_nothing_overlaps_is_cut_or_cannot_be_reached(made, size, scale, keys):
    driver = Room(made, size=size, scale=scale).driver.press(*keys)

    for laid in LAID:
        laid(driver)


def test_a_small_window_shows_one_panel_at_a_time_and_all_of_them(made):
    driver = Room(made, scale=2.0).driver
    seen = []
    for _ in range(3):
        seen += [name for name in PANELS if driver.stage.top.find(name)]
        for laid in LAID:
            laid(driver)
        driver.go("debrief/panel").press("right")

    assert seen == list(PANELS)


def test_the_page_is_drawn_in_both_sets_of_colors_and_mirrored(made):
    try:
        for colors in theme.THEMES:
            for code in ("en", "ar"):
                language.use(code)
                driver = Room(made, theme=colors).driver
                every.test_no_text_leaves_its_box_or_the_window(driver)
    finally:
        language.use("en")


def test_from_the_ending_a_game_is_talked_over_and_its_journal_keeps_what_is_decided(tmp_path):
    store = tmp_path / "game.journal"
    table = begin(load(STRAIT), 7, {"ministry": "person", "rival": "doctrine"}, store)
    while not table.game.ended:
        wait = Order("ministry", "monitor_mine.listen", target="uplands", expects="calm")
        assert not table.hand_in("ministry", [replace(wait, confidence=0.7)])
    board = Driver(screen=Debrief(review_of(store), Doors(print, print))).board
    board.debriefs = lambda back: after(table, store)(board, back)
    driver = Driver(table.place("ministry"), board=board)

    driver.click("ending/debrief").go("expected/rows").press("y")
    assert "as expected" in driver.find("expected/rows").rows[0].label
    assert read(store).records[-1].data == {"seat": "ministry", "order": 0, "came": "yes"}

    driver.click("debrief/write").press("esc")
    assert store.with_name("game.review.html").is_file()
    driver.press("esc")
    assert driver.find("ending/score")
    table.close()


def review_of(store):
    return review(film_of(read(store), load(STRAIT)))
