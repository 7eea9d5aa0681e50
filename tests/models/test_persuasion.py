"""What claims do to opinion: belief pushes, the anchor keeps, evidence adds up, deeds weigh."""

import math

import pytest

from tests.models.influence import opinions, peers, text
from tests.story import Story

PUSH = {"aware": ["a"], "issue": "issue", "pushes": 40}


def rumor_world(*, effects=(), later=(), parameters=None, **claim):
    """One audience of its own mind (own weight 3/4) beside one that never speaks of the issue."""
    sections = {} if parameters is None else {"parameters": parameters}
    news = enumerate((effects, later), start=2)
    msel = {f"news_{turn}": {"turn": turn, "text": "-", "effects": list(e)} for turn, e in news}
    return text(
        {"a": {"name": "A", "opinion": {"issue": 0}}, "b": {"name": "B"}},
        {"b": {"a": 0.25}},
        issues={"issue": {"name": "Issue"}},
        claims={"rumor": {**PUSH, "infectiousness": 0, **claim}},
        msel=msel,
        turns=50,
        **sections,
    )


def test_belief_brought_by_an_inject_moves_opinion_and_anchor():
    """Full belief pulls by persuasion 0.15 of the push 40, less what the averaging takes back."""
    told = [{"shift": "belief(a, rumor)", "by": 1}]
    story = Story(rumor_world(effects=told)).idle(2)

    assert story.belief("a", "rumor") == 1
    assert story.anchor("a", "issue") == pytest.approx(6)
    assert story.opinion("a", "issue") == pytest.approx(6 - 0.25 * 0.25 * 6)


def test_a_push_lasts_as_far_as_lasting_says():
    """With lasting 0 the anchor never moves, and what is left fades by susceptibility."""
    told = [{"shift": "belief(a, rumor)", "by": 1}]
    flighty = Story(rumor_world(effects=told, parameters={"lasting": 0})).idle(12)
    loyal = Story(rumor_world(effects=told, parameters={"lasting": 1})).idle(12)

    assert flighty.anchor("a", "issue") == 0
    assert flighty.opinion("a", "issue") == pytest.approx(0, abs=1e-6)
    assert loyal.anchor("a", "issue") == pytest.approx(6)
    assert loyal.opinion("a", "issue") == pytest.approx(6 * 0.75 / (1 - 0.25 * 0.75), abs=1e-6)


def test_an_effect_on_an_opinion_moves_the_anchor_by_its_own_lasting():
    shifted = [{"shift": "opinion(a, issue)", "by": 10, "lasting": 0.5}]
    story = Story(rumor_world(effects=shifted)).idle().begin()

    assert story.opinion("a", "issue") == 10
    assert story.anchor("a", "issue") == 5


def test_a_disbelieved_claim_takes_its_push_back():
    told = [{"shift": "belief(a, rumor)", "by": 1}]
    refuted = [{"shift": "belief(a, rumor)", "by": -1}]
    story = Story(rumor_world(effects=told, later=refuted)).idle(2)
    raised = story.anchor("a", "issue")

    assert raised == pytest.approx(6)
    assert story.idle().anchor("a", "issue") == 0


def test_belief_in_a_claim_without_an_issue_moves_nothing():
    told = [{"shift": "belief(a, rumor)", "by": 1}]
    story = Story(rumor_world(effects=told, issue=None, pushes=40)).idle(2)

    assert (story.belief("a", "rumor"), story.opinion("a", "issue")) == (1, 0)


def test_a_group_without_news_keeps_its_anchors():
    story = Story(peers([[0.5, 0.5], [0.5, 0.5]], [40, -40])).idle(20)

    assert story.layout.view(story.world.cells, "anchor")[0, :, 0].tolist() == [40, -40]
    assert opinions(story) == pytest.approx([20, -20], abs=1e-4)


@pytest.mark.parametrize(
    ("prior", "hits", "odds"),
    [
        (0.2, 0, 1 / 5),
        (0.2, 1, 2 / 3),
        (0.2, 2, 16 / 17),
        (0.2, 3, 128 / 129),
        (0.5, 0, 1 / 2),
        (0.5, 1, 8 / 9),
        (0.5, 2, 64 / 65),
        (0.5, 3, 512 / 513),
    ],
)
def test_markers_add_up_as_bayes_says(prior, hits, odds):
    """A marker present with 0.8 if guilty and 0.1 if not is worth ln 8; suspicion is Bayes."""
    markers = [{"shift": "evidence(arden, corva)", "by": math.log(8)}] * hits
    suspicion = {"shift": "prestige(arden)", "by": "100 * prob(evidence(arden, corva))"}
    story = Story(
        "arden corva",
        start={"evidence(arden, corva)": math.log(prior / (1 - prior)), "prestige(arden)": 0},
        msel={
            "markers": {"turn": 1, "text": "Traces.", "effects": markers},
            "verdict": {"turn": 2, "text": "Verdict.", "effects": [suspicion]},
        },
    )
    story.idle().begin()

    assert story.prestige("arden") == pytest.approx(100 * odds, abs=1e-9)


def test_the_prior_suspicion_of_the_table_is_one_in_five():
    story = Story("arden corva")

    assert 1 / (1 + math.exp(-story.evidence("arden", "corva"))) == pytest.approx(0.2, abs=1e-3)


RIVERA = {
    "de_escalation": -2,
    "status_quo": 0,
    "posturing": 4,
    "non_violent_escalation": 12,
    "violent_escalation": 28,
    "nuclear": 60,
}


def weighed_moves():
    return {f"do_{rung}": {"name": rung, "by": "any", "codes": {"rivera": rung}} for rung in RIVERA}


def test_deeds_weigh_what_rivera_and_others_say():
    story = Story(" ".join(f"n{place}" for place in range(6)), moves=weighed_moves())
    story.turn(**{f"n{place}": f"do_{rung}" for place, rung in enumerate(RIVERA)})

    weights = [story.escalation(f"n{place}") for place in range(6)]
    assert weights == list(RIVERA.values())


def test_escalation_is_the_hand_total_of_a_fixed_log():
    """Two turns of three: 12 - 2, then 28 + 4 + 4, then nothing."""
    story = Story("arden corva", moves=weighed_moves(), orders_per_turn=3)
    story.turn(arden=["do_non_violent_escalation", "do_de_escalation"])
    story.turn(arden="do_violent_escalation", corva=["do_posturing"]).turn(corva="do_posturing")
    story.idle()

    assert story.escalation("arden") == 12 - 2 + 28
    assert story.escalation("corva") == 4 + 4
