"""The review of a game: figures that add up with the ledger, and proposals that say their sums."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine import Order
from game.engine.journal import Intervention
from game.report import NoSuchSeat, review, written
from game.report.eyes import cells_of, truth
from game.report.figures import Scale, scale_of, shared_out, turn_list
from game.report.model import Bin, OrderPart
from game.report.weighing import confidence_of
from game.scenario import load
from game.session import begin, read
from game.session.film import film_of

STRAIT = Path(__file__).parents[1] / "scenario" / "strait.yaml"
TURNS = 5


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    strait = load(STRAIT)
    store = tmp_path_factory.mktemp("reviewed") / "game.journal"
    table = begin(strait, 7, {"ministry": "person", "rival": "doctrine"}, store)
    for turn in range(TURNS):
        assert not table.hand_in("ministry", sheet(turn))
    table.journal.append(Intervention(2, "mark", by="Ann Ames", why="a quarrel", data={}))
    told = {"seat": "ministry", "order": 1, "came": "no"}
    table.journal.append(Intervention(1, "outcome", by="Ann Ames", why="", data=told))
    table.close()
    return film_of(read(store), strait)


def sheet(turn):
    """Two orders a turn: one that expects a condition, one that people must decide."""
    typed = Order(
        "ministry", "monitor_mine.listen", target="harbor_towns", intent=f"hear them {turn}",
        expects="tension(arden, brenmark) <= 100", confidence=0.8,
    )  # fmt: skip
    free = Order(
        "ministry",
        "private_message.plain",
        target="brenmark",
        expects="they calm down",
        confidence=0.6,
    )
    return [typed, free]


@pytest.fixture(scope="module")
def full(film):
    return review(film)


def figure(text):
    """A figure as it is written, as a number of last digits."""
    return int(re.sub(r"[^\d-]", "", text.replace("−", "-").replace("±", "")))


def changes(made):
    return [change for curve in made.curves for change in curve.changes] + [
        effect for order in made.orders for effect in order.effects
    ]


@pytest.mark.parametrize("seat", [None, "ministry", "rival"])
def test_on_the_page_causes_add_up_to_the_change_and_the_change_to_the_figures(film, seat):
    told = [change for change in changes(review(film, seat)) if change.told]

    assert len(told) > 5
    for change in told:
        assert sum(figure(part.amount) for part in change.parts) == figure(change.change)
        assert figure(change.before) + figure(change.change) == figure(change.after)


def test_figures_are_those_of_the_world_and_causes_those_of_the_ledger(film, full):
    for curve in full.curves:
        for scene, change in zip(film.scenes, curve.changes, strict=True):
            scale = scale_of(film.scenario, curve.number[0])
            assert scale.plain(truth(film, scene.closed, curve.number)) == change.after
            [cell] = cells_of(film, curve.number)
            moved = sum(entry.amount for entry in scene.entries if entry.cell == cell)
            real = truth(film, scene.closed, curve.number) - truth(film, scene.before, curve.number)
            assert moved == pytest.approx(real)


def test_every_order_is_there_with_what_was_meant_expected_and_became_of_it(full):
    own = [order for order in full.orders if order.seat == "ministry"]

    assert len(own) == 2 * TURNS
    assert {order.fate for order in own} == {"done"}
    assert own[2].intent == "hear them 1"
    assert own[0].expects == "tension(arden, brenmark) <= 100"
    assert own[0].effects


def test_a_condition_is_held_against_its_turn_and_words_are_left_to_people(full):
    own = [order for order in full.orders if order.seat == "ministry"]

    assert {order.came for order in own[::2]} == {"yes"}
    assert {order.decided for order in own[::2]} == {"condition"}
    assert own[0].measured
    assert (own[1].came, own[1].decided) == ("no", "people")
    assert {order.came for order in own[3::2]} == {""}


def test_confidence_counts_what_is_decided_and_nothing_else(full):
    said = full.confidence

    assert (said.stated, said.decided, said.undecided) == (2 * TURNS, TURNS + 1, TURNS - 1)
    assert said.brier == pytest.approx((TURNS * 0.2**2 + 0.6**2) / (TURNS + 1))
    assert [(one.mean, one.stated, one.came) for one in said.bins] == [
        (0.6, 1, 0),
        (pytest.approx(0.8), TURNS, TURNS),
    ]


def test_an_off_ramp_that_was_taken_is_told_with_the_turns_in_which_it_eased(full):
    taken = [ramp for ramp in full.ramps if ramp.seat == "ministry" and ramp.ordered]

    assert [ramp.words for ramp in taken] == ["Private message (plain): Brenmark"]
    assert taken[0].open == taken[0].ordered == taken[0].done == tuple(range(1, TURNS + 1))
    assert any(not ramp.ordered for ramp in full.ramps), "and others were missed"


def stated(sure, came):
    return OrderPart(1, "a", 0, "", "", "", "x", sure, "done", "", (), (), came, "people")


def test_many_different_figures_are_put_in_bins_of_ten_points():
    said = confidence_of([stated(n / 20, "yes" if n % 2 else "no") for n in range(1, 21)])

    assert [one.stated for one in said.bins] == [1, 2, 2, 2, 2, 2, 2, 2, 2, 3]
    assert said.bins[-1] == Bin(0.9, 1.0, 3, 1, pytest.approx(0.95))


def test_nobody_who_said_how_sure_they_were_is_told_so(film):
    silent = [replace(scene, orders=()) for scene in film.scenes]

    html = written(review(replace(film, scenes=tuple(silent))))

    assert "Nobody said how sure they were." in html
    assert "Nobody wrote what they expected." in html
    assert 'id="calibration-title"' not in html


def test_an_unfinished_game_says_so_and_proposes_nothing_yet(full):
    html = written(full)

    assert f"after turn {TURNS} of 8" in html
    assert {goal.rating for goal in full.goals} == {""}
    assert {goal.because for goal in full.goals} == {"not due yet"}


def test_persons_are_numbered_unless_their_names_are_wanted(film):
    assert "Ann Ames" not in written(review(film))
    assert "Ann Ames" in written(review(film, names=True))


def test_marked_moments_stand_in_their_turn_and_what_the_room_decided_does_not(full):
    assert [mark.why for mark in full.turns[1].marks] == ["a quarrel"]
    assert [hand.kind for hand in full.hands] == ["mark"]
    assert full.turns[1].note == "a quarrel"


def test_a_seat_that_does_not_exist_is_refused_by_naming_those_that_do(film):
    with pytest.raises(NoSuchSeat, match="there are ministry, rival"):
        review(film, "nobody")


def test_every_drawing_has_its_table_right_after_it(full):
    html = written(full)
    drawings = html.split("<figure>")[1:]

    assert len(drawings) == len(full.curves) + 2
    for drawing in drawings:
        after = drawing.partition("</figure>")[2]
        assert "<table" in after.partition("<figure>")[0]
        assert re.search(r'<svg [^>]*role="img" aria-labelledby=', drawing)
        assert re.search(r"<title id=[^>]*>[^<]+</title><desc", drawing)


def test_equal_games_are_equal_pages(film):
    assert written(review(film)) == written(review(film))


def test_questions_come_in_the_order_of_a_good_debrief_with_lines_under_each(full):
    assert [step for step, _ in full.questions] == ["planned", "happened", "why", "keep_or_change"]
    assert all(asked for _, asked in full.questions)
    html = written(full)
    assert html.count('class="line"') == 2 * html.count('class="question"')
    assert "Corrective actions" in html


@pytest.mark.parametrize(
    ("parts", "total", "shared"),
    [
        ([0.4, 0.4, 0.4], 1, [1, 0, 0]),
        ([1.4, -0.6], 1, [1, 0]),
        ([2.2, 2.2, 2.2], 7, [3, 2, 2]),
        ([-0.6, -0.6], -1, [0, -1]),
        ([], 0, []),
    ],
)
def test_rounded_parts_are_whole_and_add_up(parts, total, shared):
    found = shared_out(parts, total)

    assert sum(found) == total
    assert all(abs(n - part) < 1 for n, part in zip(found, parts, strict=True))
    assert sorted(found) == sorted(shared)


def test_figures_carry_their_sign_and_unit():
    share = Scale(100.0, 1, "\u00a0%")

    assert share.plain(0.125) == "12.5\u00a0%"
    assert share.signed(-5) == "−0.5\u00a0%"
    assert Scale().signed(0) == "±0.0"
    assert turn_list([1, 3, 4, 5, 8, 9]) == "1, 3–5, 8, 9"
