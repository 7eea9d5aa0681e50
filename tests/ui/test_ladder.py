"""The ladder names ways down that the seat's own menu holds, and says who must take each."""

from dataclasses import replace

import pytest

from game.scenario import find, load
from game.session import begin
from game.ui.testing import Driver
from game.ui.view_models import ladder


@pytest.fixture(scope="module")
def scenario():
    return load(find("blackout"))


def sit(scenario, seat):
    return Driver(begin(scenario, 7, {seat: "person"}).place(seat))


def ramps(driver):
    work = driver.app.work
    return ladder.ramps(work.index, ladder.dyads(work.now)[0])


def test_the_worst_pair_of_states_comes_first(scenario):
    found = ladder.dyads(sit(scenario, "ministry").app.work.now)
    assert {found[0].one, found[0].other} == {"belmora", "tessaly"}
    assert [d.tension for d in found] == sorted((d.tension for d in found), reverse=True)


def test_ways_down_are_orders_that_the_menu_allows(scenario):
    driver = sit(scenario, "ministry")
    menu = driver.app.work.index.menu
    allowed = {menu.order(row).move for row in menu.allowed()[0].nonzero()[0]}
    found = ramps(driver)
    assert any(ramp.open for ramp in found)
    assert all(ramp.deed in allowed for ramp in found if ramp.open)


def test_a_closed_way_says_why_and_a_joint_one_who_else_must_come(scenario):
    found = {ramp.deed: ramp for ramp in ramps(sit(scenario, "ministry"))}
    assert found["concede"].closed == "They have given you no ultimatum"
    assert found["meet_in_person.talk"].who == "you, together with Belmora"
    assert found["private_message.plain"].who == "you, alone"


def test_a_bystander_may_mediate_and_a_seat_without_a_way_is_told_so(scenario):
    found = ramps(sit(scenario, "embassy"))
    assert [(ramp.deed, ramp.by) for ramp in found] == [("offer_mediation.mediate", 15.0)]
    driver = sit(scenario, "checkers").press("g")
    assert "No way down from here" in driver.texts()


def test_what_cannot_be_paid_is_not_open(scenario):
    work = sit(scenario, "ministry").app.work
    work.index.menu = replace(work.index.menu, stocks=work.now.stocks * 0)
    worst = ladder.dyads(work.now)[0]
    assert not any(ramp.open for ramp in ladder.ramps(work.index, worst))


def test_enter_on_a_way_down_writes_it_into_the_sheet(scenario):
    driver = sit(scenario, "ministry").press("g", "enter")
    draft = driver.app.work.draft
    assert (draft.deed, draft.target) == ("meet_in_person.talk", "belmora")
    assert len(driver.stage.layers) == 1


def test_the_header_names_the_best_way_down(scenario):
    driver = sit(scenario, "ministry")
    assert any(said.startswith("Off-ramp: Meet in person") for said in driver.texts())
