"""The standard moves, as an author reads them and a player meets them."""

import re
from functools import cache

import pytest

from game.scenario import find, load

moves = cache(lambda: load(find("blackout")).moves)

STANDARD = [
    "post_statement",
    "engage_reply",
    "decline_or_deny",
    "consular_alert",
    "assist_citizens",
    "private_message",
    "meet_in_person",
    "offer_mediation",
    "apologize_correct",
    "public_criticism",
    "public_attribution",
    "hashtag_mobilize",
    "leak_authentic",
    "disinformation_story",
    "hack_exfiltrate",
    "block_content",
    "internet_shutdown",
    "circumvent_block",
    "fact_check",
    "monitor_mine",
]
CODES = {
    "cameo": r"\d{3,4}",
    "plover": r"[A-Z]+(-[a-z-]+)?",
    "disarm": r"T\d{4}(\.\d{3})?|C\d{5}",
}


def listed(value):
    """Return a text or a list of texts as a list."""
    return [value] if isinstance(value, str) else value


def needs_of(move):
    """Return {condition: reason} of a move and all its variants."""
    found = dict(move.needs) if move.needs else {}
    for variant in move.variants.values():
        found |= dict(variant.needs) if variant.needs else {}
    return found


@pytest.mark.parametrize("name", STANDARD)
def test_a_standard_move_says_what_it_is_for_and_where_it_comes_from(name):
    """A name, a sentence, a source."""
    move = moves()[name]

    assert move.name
    assert move.text.endswith(".")
    assert move.source


@pytest.mark.parametrize("name", STANDARD)
def test_a_closed_move_says_why_in_forty_characters(name):
    """The reason stands beside the move on the desk, and there is no room for more."""
    for condition, reason in needs_of(moves()[name]).items():
        assert 0 < len(reason) <= 40, condition


@pytest.mark.parametrize("name", STANDARD)
def test_codes_look_like_those_of_their_code_books(name):
    """CAMEO has numbers, each with its Goldstein value; DISARM red T and blue C; else 'none'."""
    codes = moves()[name].codes
    for book, form in CODES.items():
        for code in listed(getattr(codes, book)):
            assert code == "none" or re.fullmatch(form, code), (book, code)
    cameo = [code for code in listed(codes.cameo) if code != "none"]
    values = codes.goldstein if isinstance(codes.goldstein, list) else [codes.goldstein]

    assert len(cameo) == len([value for value in values if value is not None])
