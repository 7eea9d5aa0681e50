"""The standard rulebook is whole: all forty moves of the catalogue, and what each owes."""

import re
from functools import cache
from pathlib import Path

import pytest

from game.scenario import find, load
from game.scenario.deeds import deeds_of
from game.scenario.load import check_rulebook
from tests.story import Story

FIXTURES = Path(__file__).parent / "fixtures"

CATALOGUE = """
post_statement engage_reply decline_or_deny issue_campaign hashtag_mobilize targeted_ads
consular_alert assist_citizens virtual_embassy private_message meet_in_person hybrid_conference
offer_mediation apologize_correct public_criticism public_attribution ultimatum reduce_relations
norms_initiative diaspora_recognition leak_authentic leak_forged disinformation_story
covert_amplify impersonate_hijack hack_exfiltrate cyber_disrupt block_content internet_shutdown
circumvent_block platform_enforce fact_check prebunk_train monitor_mine remote_sensing
crowd_analysis_game share_intelligence harden_train street_protest extremist_propaganda
"""
FORTY = CATALOGUE.split()
# What the forty need beside them: an answer to an ultimatum, a strategy to fit, and so on.
BESIDE = ["concede", "declare_strategy", "joint_statement", "open_unit", "paid_priority"]

FORMS = {
    "cameo": r"\d{3,4}",
    "plover": r"[A-Z]+(-[a-z-]+)?",
    "disarm": r"T\d{4}(\.\d{3})?|C\d{5}",
}


@cache
def standard():
    """The standard moves, as a scenario without moves of its own loads them."""
    return load(FIXTURES / "parley.yaml").moves


@cache
def worlds():
    """Blackout and the small fixture scenarios, by name, each as a story."""
    texts = {
        path.stem: path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.yaml"))
    }
    return {"blackout": "blackout", **texts}


def deeds():
    return [deed for name in sorted(standard()) for deed in deeds_of(name, standard()[name])]


def listed(value):
    return [value] if isinstance(value, str) else list(value)


def test_the_catalogue_has_forty_moves_and_the_rulebook_all_of_them():
    assert len(set(FORTY)) == 40
    assert sorted(standard()) == sorted(FORTY + BESIDE)


def test_the_rulebook_has_no_fault():
    assert check_rulebook() == []


@pytest.mark.parametrize("name", FORTY + BESIDE)
def test_a_move_says_who_when_seen_how_and_at_what_price(name):
    move = standard()[name]
    given = move.model_fields_set

    assert {"name", "text", "by", "tier", "seen", "cost", "counters", "codes", "source"} <= given
    assert move.text.endswith(".")
    assert sum(move.cost.model_dump().values()) > 0
    assert {"cameo", "plover", "disarm", "rivera"} <= move.codes.model_fields_set


@pytest.mark.parametrize("deed", deeds(), ids=lambda deed: deed.key)
def test_what_others_may_see_is_said_in_a_sentence(deed):
    """Only what nobody but the doer learns of may go without."""
    assert deed.says or deed.seen in ("covert", "private")


@pytest.mark.parametrize("deed", deeds(), ids=lambda deed: deed.key)
def test_a_closed_deed_says_why_in_forty_characters(deed):
    for need in deed.needs:
        assert need.reason != f"needs {need.condition}", need.condition
        assert 0 < len(need.reason) <= 40, need.condition


@pytest.mark.parametrize("deed", deeds(), ids=lambda deed: deed.key)
def test_work_that_takes_turns_can_be_interrupted(deed):
    assert not deed.after or deed.during


@pytest.mark.parametrize("name", FORTY + BESIDE)
def test_counters_are_moves_that_exist(name):
    assert set(standard()[name].counters) <= set(standard())


@pytest.mark.parametrize("deed", deeds(), ids=lambda deed: deed.key)
def test_codes_have_the_form_of_their_books_and_cameo_its_weights(deed):
    for book, form in FORMS.items():
        for code in listed(getattr(deed.codes, book)):
            assert code == "none" or re.fullmatch(form, code), (book, code)
    cameo = [code for code in listed(deed.codes.cameo) if code != "none"]
    goldstein = deed.codes.goldstein
    weights = goldstein if isinstance(goldstein, list) else [goldstein]

    assert len(cameo) == len([weight for weight in weights if weight is not None])


def test_every_deed_can_be_ordered_by_somebody():
    found = set()
    for world in worlds().values():
        story = Story(world)
        for view in story.stage.views.values():
            found |= {view.plan.deeds[deed] for deed in set(view.plan.deed.tolist())}

    assert not [deed.key for deed in deeds() if deed.key not in found]


def test_blackout_and_the_strait_compile_with_all_of_them():
    for path in (find("blackout"), Path(__file__).parents[1] / "scenario" / "strait.yaml"):
        assert set(FORTY) <= set(load(path).moves)
