"""What a booklet says lowers a tension: only what is certain once the deed is done."""

from game import views
from game.rules import compile_rulebook
from game.scenario import find, load
from game.views import Ease


def booklet(seat="ministry"):
    scenario = load(find("blackout"))
    return views.viewpoint(scenario, compile_rulebook(scenario), seat).booklet


def test_a_deed_says_between_whom_it_lowers_tension_and_who_must_join():
    moves = booklet().moves
    assert moves["meet_in_person.talk"].eases == (Ease("me", "target", 5.0),)
    assert moves["meet_in_person.talk"].partners == ("target",)
    assert moves["offer_mediation.mediate"].eases == (Ease("target", "about", 15.0),)
    assert moves["lift_decree"].eases == (Ease("belmora", "tessaly", 3.0),)


def test_what_hangs_on_a_tone_or_a_condition_is_not_said_to_lower_anything():
    moves = booklet().moves
    assert not any(c.eases for key, c in moves.items() if key.startswith("post_statement"))


def test_no_deed_of_harm_is_called_an_off_ramp():
    assert all(card.severity <= 0 for card in booklet().moves.values() if card.eases)
