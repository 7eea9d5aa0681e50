"""What comes from outside: by turn, by condition, by chance, by hand, and where nobody answered."""

import pytest

from tests.story import Story

CALL = {"text": "A call.", "effects": [{"shift": "prestige(arden)", "by": 1}]}


def five_turns(story, **orders):
    """What was given in each of five turns."""
    return [(story.injects(), story.turn(**orders))[0] for _ in range(5)]


def test_an_inject_comes_in_its_turn_and_once():
    story = Story("arden corva", msel={"call": {**CALL, "turn": 2}})

    assert five_turns(story) == [[], ["call"], [], [], []]
    assert story.prestige("arden") == 21
    assert story.fired("call") == 2


def test_an_inject_with_a_condition_comes_when_it_holds_and_never_again():
    story = Story("arden corva", msel={"call": {**CALL, "when": "tension(arden, corva) >= 28"}})

    assert five_turns(story, arden="public_criticism corva") == [[], [], ["call"], [], []]


def test_a_turn_and_a_condition_are_both_needed():
    missed = {**CALL, "turn": 2, "when": "tension(arden, corva) >= 90"}
    story = Story("arden corva", msel={"call": missed})

    assert five_turns(story) == [[]] * 5


def test_an_inject_by_chance_comes_in_that_share_of_games():
    story = Story("arden corva", games=4000, msel={"call": {**CALL, "turn": 1, "chance": 0.3}})

    assert len(story.injects()) / 4000 == pytest.approx(0.3, abs=0.03)


def test_the_facilitator_fires_and_holds_by_hand():
    msel = {"asleep": {**CALL, "by_hand": True}, "due": {**CALL, "turn": 1}}
    story = Story("arden corva", msel=msel)
    story.begin(asleep=True, due=False)

    assert story.injects() == ["asleep"]
    assert five_turns(story.idle()) == [[]] * 5


def test_what_has_come_does_not_come_again_by_hand():
    story = Story("arden corva", msel={"call": {**CALL, "turn": 1}}).idle()
    story.begin(call=True)

    assert story.injects() == []


def test_an_inject_that_strains_a_pair_strains_the_crisis_before_anyone_orders():
    shock = {"text": "Shots.", "turn": 1, "effects": [{"shift": "tension(arden, corva)", "by": 30}]}
    story = Story("arden corva", msel={"shock": shock}).begin()

    assert story.tension("arden", "corva") == story.crisis() == 50


REPLY = {"text": "Why so quiet?", "contingency": {"of": "call", "after": 2}}


def test_a_contingency_comes_where_the_expected_did_not():
    msel = {"call": {**CALL, "turn": 1, "expects": ["harden_train"]}, "reply": REPLY}
    silent = Story("arden corva", msel=msel)
    prompt = Story("arden corva", msel=msel)

    assert five_turns(silent) == [["call"], [], ["reply"], [], []]
    assert five_turns(prompt, arden="harden_train") == [["call"], [], [], [], []]


def test_only_those_who_were_told_can_answer():
    row = {**CALL, "turn": 1, "to": ["arden"], "expects": ["harden_train"]}
    story = Story("arden corva", msel={"call": row, "reply": REPLY})

    assert five_turns(story, corva="harden_train") == [["call"], [], ["reply"], [], []]


def test_an_inject_may_bring_a_claim_to_audiences():
    expose = {"expose": "story", "to": "corva_public", "belief": 0.4}
    story = Story("arden corva", msel={"news": {"turn": 1, "text": "-", "effects": [expose]}})
    story.begin()

    assert story.aware("corva_public", "story") == 1
    assert story.belief("corva_public", "story") == pytest.approx(0.4)
    assert story.aware("arden_public", "story") == 0
    assert story.out("story") == 1


def test_injects_of_one_turn_read_the_same_snapshot():
    double = {"shift": "prestige(arden)", "by": "prestige(arden)"}
    rows = {name: {"turn": 1, "text": "-", "effects": [double]} for name in ("one", "two")}
    story = Story("arden corva", msel=rows)
    story.begin()

    assert story.prestige("arden") == 60


def test_a_cause_names_its_inject_and_the_factors_of_the_amount():
    news = {"turn": 1, "text": "X", "effects": [{"shift": "market", "by": "-3 * weight(arden)"}]}
    story = Story("arden brenmark", msel={"crash": news}, ledger=True).begin()

    (entry,) = story.ledger.why(story.rulebook.cell("market"), 1)

    assert (entry.cause.rule, entry.cause.deed) == ("inject", "crash")
    assert [number for _, number in entry.cause.factors] == [-3, 1]
