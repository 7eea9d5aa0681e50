"""Orders that need a partner's: they meet in the same turn, or wait for the next."""

from tests.story import Story

MEETING = {
    "name": "Meet",
    "by": "any",
    "target": "actor",
    "cost": {"staff": 3, "money": 2},
    "needs": ["target != me"],
    "with": [{"who": "target", "move": "meet"}],
    "waits": 1,
    "effects": [{"shift": "prestige(me)", "by": 1}],
    "after": {2: [{"shift": "trust(target, me)", "by": 10}]},
}
HOSTING = {
    "name": "Host talks",
    "by": "any",
    "target": "actor",
    "about": "actor",
    "with": [{"who": "target", "move": "attend"}, {"who": "about", "move": "attend"}],
    "waits": 1,
    "effects": [{"shift": "tension(target, about)", "by": -15}],
}
ATTENDING = {"name": "Attend", "by": "any", "target": "actor"}
PACTS = {
    pact: {"name": "A pact", "parties": ["arden", "corva"], "commitments": []}
    for pact in ("fishing", "mining")
}
SIGNING = {
    "name": "Sign",
    "by": "any",
    "target": "actor",
    "about": "undertaking",
    "with": [{"who": "target", "move": "sign"}],
    "waits": 1,
    "effects": [{"shift": "bound(me, about)", "by": 1}],
}


def trio():
    moves = {"meet": MEETING, "host": HOSTING, "attend": ATTENDING}
    return Story("arden brenmark corva", moves=moves)


def test_two_who_ask_for_each_other_meet_and_gain_two_turns_later():
    story = trio().turn(arden="meet corva", corva="meet arden")
    assert story.outcomes("arden") == story.outcomes("corva") == ["DONE"]
    assert (story.prestige("arden"), story.trust("arden", "corva")) == (21, 50)

    assert story.idle().trust("arden", "corva") == 50
    assert story.idle().trust("arden", "corva") == 60


def test_an_order_waits_a_turn_for_its_partner():
    story = trio().turn(arden="meet corva")
    assert story.outcomes("arden") == ["STANDING"]

    story.turn(corva="meet arden")
    assert story.outcomes("arden") == story.outcomes("corva") == ["DONE"]


def test_an_order_that_waits_is_told_to_whom_it_concerns():
    story = trio()
    story.turn(corva="private_message.plain arden")
    waiting = trio().turn(arden="meet corva")

    assert [one.kind for one in waiting.told("arden")] == ["standing"]


def test_who_is_not_answered_in_time_has_paid_and_gained_nothing():
    story = trio().turn(arden="meet corva").idle()
    assert story.outcomes("arden") == ["FAILED"]

    story.turn(corva="meet arden")
    assert story.outcomes("corva") == ["STANDING"]
    assert (story.money("arden"), story.prestige("arden")) == (48, 20)


def test_two_who_want_to_meet_a_third_do_not_meet_each_other():
    story = trio().turn(arden="meet corva", brenmark="meet corva")

    assert story.outcomes("arden") == story.outcomes("brenmark") == ["STANDING"]


def test_asking_again_while_the_first_order_stands_does_not_meet_twice():
    """Impatience costs its price and nothing more: one meeting, one gain."""
    story = trio().turn(arden="meet corva")
    story.turn(arden="meet corva", corva="meet arden").idle(2)

    assert (story.prestige("arden"), story.trust("corva", "arden")) == (21, 60)
    assert story.money("arden") == 46


def test_asking_again_makes_the_order_stand_longer():
    story = trio().turn(arden="meet corva").turn(arden="meet corva").turn(corva="meet arden")

    assert story.outcomes("corva") == ["DONE"]


def test_staff_is_bound_until_the_last_stage():
    story = trio().turn(arden="meet corva", corva="meet arden")

    assert [story.staff("arden"), story.idle().staff("arden"), story.idle().staff("arden")] == [
        47,
        47,
        50,
    ]


def test_talks_need_both_sides_in_one_turn():
    story = trio().turn(arden="host brenmark corva", brenmark="attend arden")
    assert "STANDING" in story.outcomes("arden")
    assert story.tension("brenmark", "corva") == 20

    story.turn(brenmark="attend arden", corva="attend arden")
    assert story.tension("brenmark", "corva") == 5


def test_the_partner_may_be_named_in_any_order():
    story = trio().turn(arden="host corva brenmark", brenmark="attend arden", corva="attend arden")

    assert story.tension("brenmark", "corva") == 5


def signing(**partner):
    move = {**SIGNING, "with": [{**SIGNING["with"][0], **partner}]}
    return Story("arden brenmark corva", moves={"sign": move}, undertakings=PACTS)


def test_two_who_sign_different_papers_have_signed_nothing():
    story = signing().turn(arden="sign corva fishing", corva="sign arden mining")
    assert story.outcomes("arden") == story.outcomes("corva") == ["STANDING"]

    story.turn(corva="sign arden fishing")
    assert story.bound("arden", "fishing") == story.bound("corva", "fishing") == 1
    assert story.bound("corva", "mining") == 0


def test_a_partner_may_be_let_to_order_about_anything():
    story = signing(about="any").turn(arden="sign corva fishing", corva="sign arden mining")

    assert story.bound("arden", "fishing") == story.bound("corva", "mining") == 1


def test_three_meet_who_each_name_the_next_and_the_one_after():
    needed = [
        {"who": "target", "move": "round_table", "on": "about", "about": "me"},
        {"who": "about", "move": "round_table", "on": "me", "about": "target"},
    ]
    table = {**HOSTING, "with": needed, "effects": [{"shift": "prestige(me)", "by": 1}]}
    story = Story("arden brenmark corva", moves={"round_table": table})
    story.turn(arden="round_table brenmark corva", brenmark="round_table corva arden")
    assert story.outcomes("arden") == story.outcomes("brenmark") == ["STANDING"]

    story.turn(corva="round_table arden brenmark")
    assert [story.prestige(one) for one in ("arden", "brenmark", "corva")] == [21, 21, 21]


def test_whoever_cannot_do_its_own_part_is_no_partner():
    """Corva's order fails at its hidden condition: Arden meets nobody, and waits."""
    unsure = {**MEETING, "works": "trust(target, me) >= 50"}
    lines = {"trust(arden, corva)": 10}
    story = Story("arden brenmark corva", moves={"meet": unsure}, start=lines)
    story.turn(arden="meet corva", corva="meet arden")

    assert (story.outcomes("arden"), story.outcomes("corva")) == (["STANDING"], ["FAILED"])


def test_whoever_waits_for_a_third_is_no_partner_yet():
    """Arden counts on Brenmark, who counts on Corva, who has ordered nothing."""
    chain = {
        "lead": {**MEETING, "with": [{"who": "target", "move": "follow"}], "after": {}},
        "follow": {**HOSTING, "with": [{"who": "about", "move": "attend"}]},
        "attend": ATTENDING,
    }
    story = Story("arden brenmark corva", moves=chain)
    story.turn(arden="lead brenmark", brenmark="follow arden corva")
    assert story.outcomes("arden") == story.outcomes("brenmark") == ["STANDING"]

    story.turn(corva="attend brenmark")
    assert story.outcomes("arden") == story.outcomes("brenmark") == ["DONE"]


def test_an_order_on_something_that_is_no_actor_answers_nobody():
    """Corva asks its own public, the first of the audiences, as Arden is the first of actors."""
    ask = {
        "name": "Ask",
        "by": "any",
        "variants": {
            "a_state": {"target": "actor", "with": [{"who": "target", "move": "ask"}]},
            "a_public": {"target": "audience"},
        },
        "effects": [{"shift": "prestige(me)", "by": 1}],
    }
    story = Story("arden corva", moves={"ask": ask})
    story.turn(arden="ask.a_state corva", corva="ask.a_public arden_public")

    assert story.outcomes("arden") == ["FAILED"]
