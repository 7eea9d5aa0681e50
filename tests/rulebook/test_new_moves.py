"""What the younger moves do: agreements, ultimatums, strategies, desks, lanes and false names."""

from pathlib import Path

import pytest

from tests.story import Story

FIXTURES = Path(__file__).parent / "fixtures"


def profiles(**how):
    return Story((FIXTURES / "profiles.yaml").read_text(encoding="utf-8"), **{"chance": 0.0, **how})


def walls(**how):
    return Story((FIXTURES / "walls.yaml").read_text(encoding="utf-8"), **{"chance": 0.0, **how})


def test_an_undertaking_binds_those_who_sign_it_together_a_turn_after_they_agreed():
    story = profiles().turn(
        lumen="hybrid_conference.sign corvane good_neighbors",
        corvane="hybrid_conference.sign lumen good_neighbors",
    )
    assert story.bound("lumen", "good_neighbors") == 0

    story.idle()

    assert story.bound("lumen", "good_neighbors") == story.bound("corvane", "good_neighbors") == 1


def test_nobody_signs_what_does_not_bind_him():
    plan = profiles().stage.views["signal"].plan

    signing = {deed for deed in set(plan.deed.tolist()) if plan.deeds[deed].endswith(".sign")}

    assert not signing


def test_a_third_party_joins_what_another_has_signed_and_not_before():
    story = walls().turn(assembly="norms_initiative.accede vashtin flights")
    assert story.outcomes("assembly") == ["VOID"]

    story.turn(
        oriandar="meet_in_person.sign vashtin flights",
        vashtin="meet_in_person.sign oriandar flights",
    ).idle(2)
    story.turn(assembly="norms_initiative.accede vashtin flights")

    assert story.bound("assembly", "flights") == 1


def test_breaking_a_signed_word_shows_and_costs_trust():
    story = profiles().turn(
        lumen="hybrid_conference.sign corvane good_neighbors",
        corvane="hybrid_conference.sign lumen good_neighbors",
    )
    story.idle(2)
    before = story.trust("lumen", "corvane")

    story.turn(corvane="public_criticism lumen press")

    assert story.broken("corvane", "good_neighbors") == 1
    assert story.trust("lumen", "corvane") <= before - 20


def test_an_ultimatum_that_nothing_follows_costs_its_author_belief():
    story = profiles().turn(corvane="ultimatum.public lumen press")
    before = story.credibility("corvane", "abroad_readers")

    story.idle(2)

    assert story.credibility("corvane", "abroad_readers") <= before - 7
    assert story.threat("corvane", "lumen") == 0


@pytest.mark.parametrize("late", [0, 1])
@pytest.mark.parametrize(
    "answer", [{"lumen": "concede corvane"}, {"corvane": "reduce_relations.recall lumen"}]
)
def test_an_ultimatum_that_is_answered_or_carried_out_in_time_costs_no_belief(answer, late):
    story = profiles().turn(corvane="ultimatum.public lumen press").idle(late)
    before = story.credibility("corvane", "abroad_readers")

    story.turn(**answer).idle(1 - late)

    assert story.threat("corvane", "lumen") == 0
    assert story.credibility("corvane", "abroad_readers") == pytest.approx(before, abs=1)


def test_words_that_fit_the_strategy_weigh_more_than_the_same_words_without_one():
    def believed(plan):
        story = profiles(chance=1.0).turn(lumen=plan)
        return story.turn(lumen="post_statement.neutral safe press").belief("islanders", "safe")

    fitting = believed("declare_strategy.internal islanders vote press")
    elsewhere = believed("declare_strategy.internal corvane_home privacy kite_app")

    assert fitting > elsewhere == believed([])


def test_a_new_strategy_takes_the_place_of_the_old():
    story = profiles().turn(lumen="declare_strategy.internal islanders vote press")

    story.turn(lumen="declare_strategy.internal fishermen vote kite_app")

    assert (story.aim("lumen", "islanders"), story.aim("lumen", "fishermen")) == (0, 1)
    assert story.theme("lumen", "vote") == 1


def test_focus_is_lost_by_speaking_without_a_strategy():
    story = profiles().turn(lumen="post_statement.neutral safe press", times=3)

    assert story.focus("lumen") < 0.3


def test_many_desks_without_a_strategy_blunder_more_often_than_one():
    def blunders(*plan):
        story = profiles(chance=None, games=600)
        for order in plan:
            story.turn(lumen=order)
        story.turn(lumen="post_statement.neutral safe press", times=2)
        return (story.cell("gaffe", "lumen") > 0).mean()

    assert blunders(["open_unit.open"], ["open_unit.open"]) > 1.3 * blunders([], [])


def test_a_fast_lane_slows_the_others_until_a_law_forbids_it():
    story = profiles().turn(prism="paid_priority.sell kite_app islanders")
    assert story.lane("kite_app", "islanders") == pytest.approx(1.4)
    assert story.lane("press", "islanders") == 1  # no network

    story.turn(lumen="paid_priority.forbid").turn(prism="paid_priority.sell kite_app islanders")

    assert story.outcomes("prism") == ["VOID"]


def test_a_service_that_was_attacked_is_slow_for_a_turn_or_two():
    story = profiles().turn(corvane="cyber_disrupt.covert kite_app")
    low = story.lane("kite_app", "islanders")

    assert low < 0.3
    assert story.idle(2).lane("kite_app", "islanders") > 0.7


def test_a_false_flag_points_at_somebody_else():
    story = profiles().turn(corvane="cyber_disrupt.framed kite_app signal")

    assert story.evidence("kite", "signal") > story.evidence("kite", "corvane")


def test_a_false_alarm_moves_the_market_once_and_it_comes_back():
    story = profiles(chance=1.0).turn(corvane="impersonate_hijack lumen kite_app")
    fallen = story.market()

    assert fallen < 98
    assert story.idle(5).market() > fallen + 1
    story.turn(corvane="impersonate_hijack lumen kite_app")
    assert story.outcomes("corvane") == ["VOID"]


def test_targeted_messages_need_data_and_move_little():
    story = profiles().turn(prism="targeted_ads islanders law kite_app")

    assert 0 < story.belief("islanders", "law") < 0.1
    story.turn(corvane="targeted_ads islanders stolen kite_app")
    assert story.outcomes("corvane") == ["VOID"]


def test_false_accounts_have_to_be_built_before_they_can_push():
    story = walls().turn(wave=["extremist_propaganda.recruit spies loop"])
    story.turn(wave="covert_amplify.push spies loop")
    assert story.outcomes("wave") == ["VOID"]

    story.turn(wave="covert_amplify.build").turn(wave="covert_amplify.push spies loop")

    assert story.outcomes("wave") == ["DONE"]


def test_who_sponsored_a_norm_pays_more_for_being_caught():
    def credibility(norm):
        text = (FIXTURES / "profiles.yaml").read_text(encoding="utf-8")
        started = text.replace("start:\n", f'start:\n  "norm(corvane)": {norm}\n')
        story = Story(started, chance=1.0).turn(corvane="cyber_disrupt.covert kite_app")
        return story.credibility("corvane", "abroad_readers")

    assert credibility(0.0) - credibility(1.0) == pytest.approx(6)


def test_two_who_speak_together_are_believed_more_than_one_alone():
    together = profiles(chance=1.0).turn(
        lumen="joint_statement signal law press", signal="joint_statement lumen law press"
    )
    alone = profiles(chance=1.0).turn(lumen="joint_statement signal law press")

    assert together.belief("islanders", "law") > alone.belief("islanders", "law") == 0


def test_a_virtual_embassy_is_for_where_there_is_no_other():
    story = walls().turn(oriandar="virtual_embassy campus welcome").idle(2)
    assert story.insight("oriandar", "campus") > 0
    assert story.belief("campus", "welcome") > 0
    story = profiles().turn(lumen="virtual_embassy corvane_home safe")
    assert story.outcomes("lumen") == ["VOID"]


def test_an_invitation_reaches_whom_it_invites_and_nobody_else():
    story = profiles().turn(lumen="meet_in_person.talk corvane")

    heard = {seat: [one.text for one in story.told(seat)] for seat in story.seats}
    assert "Lumen Isles is ready and waits" in heard["corvane"][0]
    assert not heard["signal"] + heard["kite"] + heard["prism"]
