"""The turn recap tells what a seat may know of a turn, and says what it does not know."""

from dataclasses import dataclass, field

import pytest

from game.ui.testing import Driver
from game.ui.view_models import headline, timeline
from game.ui.view_models.changes import heavies
from game.ui.view_models.notebook import Notebook
from game.ui.view_models.turn_account import account, came_true
from game.views import Order, Told
from tests.ui.fake_place import FakePlace


@dataclass
class Place(FakePlace):
    """A seat that can mark moments, and whose turn brings more than its own orders."""

    marked: list = field(default_factory=list)
    more: tuple = ()

    def __post_init__(self):
        FakePlace.__init__(self)

    def mark(self, text):
        self.marked.append(text)

    def say(self, orders):
        turn = self.turn
        FakePlace.say(self, orders)
        self.waiting = [
            Told(
                turn,
                "failed" if order.move == "harden" else "deed",
                "tessaly",
                order.target,
                order.via,
                f"Tessaly did this: {order.move}.",
                "known exactly",
                "",
                mine=True,
                deed=order.move,
            )
            for order in orders
        ]
        self.waiting += [
            Told(turn, "deed", "belmora", None, None, "A decree.", "seen by all", "", mine=False),
            Told(turn, "exposed", None, None, None, "A leak.", "came to light", "", mine=False),
        ]
        return []


@pytest.fixture
def desk():
    return Driver(Place())


def hand_in(driver, *moves):
    for move in moves:
        driver.press("/").type(move).press("enter", "ctrl+enter")
    return driver.press("ctrl+shift+enter", "enter")


def rows(driver, name):
    return [row["label"] for row in driver.find(name).tree()["children"]]


def test_done_and_failed_are_said_beside_what_was_seen(desk):
    hand_in(desk, "consular", "protect")
    done, failed = rows(desk, "recap/orders")
    assert done == (
        "Done. Consular alert. Tessaly did this: consular_alert. "
        "Credibility with Tessaly public: ▲ 2.2 by this"
    )
    assert failed == (
        "Failed. Protect systems. Tessaly did this: harden. "
        "You cannot know why. It cost 1 staff, 1 money"
    )


def test_the_heaviest_lines_come_first_and_v_puts_them_in_time(desk):
    hand_in(desk)
    assert rows(desk, "recap/others")[0].startswith("A leak.")
    desk.press("v")
    assert rows(desk, "recap/others")[-1].startswith("A leak.")


def test_who_was_not_heard_of_is_said_too(desk):
    desk.app.work.booklet.seats["palace"].actor, kept = "oriandar", "belmora"
    try:
        hand_in(desk)
        assert "No deed was seen of: Oriandar." in rows(desk, "recap/quiet")
    finally:
        desk.app.work.booklet.seats["palace"].actor = kept


def test_b_marks_the_line_for_the_debrief(desk):
    hand_in(desk, "consular")
    desk.press("down", "b")
    [marked] = desk.app.work.place.marked
    assert marked.startswith("Turn 1: Done. Consular alert")
    assert any(text.startswith("Marked for the debrief") for text in desk.texts())


def test_enter_goes_to_the_desk_and_the_strip_opens_the_page_again(desk):
    hand_in(desk)
    assert "Since your last turn" in desk.texts()
    desk.press("enter")
    assert len(desk.stage.layers) == 1
    desk.go("turns/strip").press("left", "enter")
    assert desk.find("recap/go").label == "Go to the desk"
    desk.press("esc")
    assert desk.focus == "turns/strip"


def test_an_older_turn_is_named_by_its_number(desk):
    hand_in(desk).press("enter")
    hand_in(desk).press("enter")
    desk.go("turns/strip").press("home", "enter")
    assert "Turn 1, what came of it" in desk.texts()


def test_a_change_says_before_and_after_and_opens_its_causes(desk):
    hand_in(desk)
    assert {"58", "50, Fair", "▼ 8 points", "known exactly"} <= set(desk.texts())
    desk.press("w", "enter")
    assert desk.focus == "why/0/lines"


def test_what_is_not_known_makes_no_card():
    place = FakePlace()
    old = place.look()
    place.say([])
    new = place.look()
    new.values.pop("credibility/tessaly/diaspora")
    found = {heavy.name for heavy in heavies(old, new)}
    assert "Credibility with Diaspora" not in found
    assert "Credibility with Tessaly public" in found


@pytest.mark.parametrize(
    ("expects", "held"),
    [
        ("crisis <= 40", True),
        ("crisis > 40 and crisis < 90", False),
        ("credibility(tessaly, at_home) >= 50", True),
        ("credibility(tessaly, provinces) >= 50", None),
        ("They will calm down", None),
        ("", None),
    ],
)
def test_only_a_condition_over_exact_figures_is_judged(expects, held):
    place = FakePlace()
    place.say([])
    assert came_true(place.look(), expects) is held


def test_an_expectation_stands_beside_what_was_seen():
    place, book = Place(), Notebook()
    book.note(place.look(), place.hear())
    order = Order("ministry", "consular_alert", expects="crisis >= 30", confidence=0.65)
    book.ordered[1] = [order]
    place.say([order])
    book.note(place.look(), place.hear())
    [outcome] = account(book, 1).orders
    assert outcome.expected == "crisis >= 30 (likely 65\u00a0%)"
    assert (outcome.verdict, outcome.good) == ("as expected", True)


def test_a_turn_says_that_a_network_was_cut(desk):
    hand_in(desk).press("enter")
    marks = timeline.turns(desk.app.work.book)
    assert (marks[0].cut, marks[1].cut, marks[1].fresh) == (False, True, True)
    assert marks[1].spoken == "Turn 2, rung 4, Sharp notes, network cut"


@dataclass
class Ticking:
    """A clock as a table gives it."""

    left: float | None = 522.0
    per_turn: float | None = 900.0
    runs: bool = True


def test_the_header_shows_the_clock_of_the_table(desk):
    assert "no clock" in desk.texts()
    desk.app.work.place.clock = Ticking()
    desk.stage.dirty = True
    assert {"08:42", "to hand in"} <= set(desk.texts())
    desk.app.work.place.clock.left = 521.0
    desk.board.tick(1.0)
    assert "08:41" in desk.texts()


@pytest.mark.parametrize(
    ("left", "note", "alert"),
    [(30.0, "to hand in", True), (0.0, "time is up", True), (500.0, "to hand in", False)],
)
def test_a_clock_that_runs_out_is_an_alert(left, note, alert):
    face = headline.face(Ticking(left))
    assert (face.note, face.alert) == (note, alert)


def test_no_limit_is_no_clock():
    assert headline.face(Ticking(None, None)) is None
    assert headline.face(None) is None
