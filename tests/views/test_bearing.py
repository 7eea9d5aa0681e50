"""What serves a seat's objectives, and who waits for it: from the rules, and from what was told."""

import numpy as np

from tests.story import Story


def bearing(story, seat, words, objective=0):
    look = story.look(seat)
    return int(look.bearing[look.menu.find(story.order(seat, words)), objective])


def with_goals(*conditions, **asked):
    """A story in which Arden has one objective for each condition."""
    goals = {f"goal_{place}": {"when": when} for place, when in enumerate(conditions)}
    return Story("arden brenmark corva", objectives={"arden": goals}, **asked)


def test_an_order_bears_on_what_the_rulebook_says_it_shifts():
    """A message lowers tension and earns trust, of the one it goes to and of nobody else."""
    story = with_goals("tension(arden, corva) < 10", "trust(corva, arden) >= 99")

    assert bearing(story, "arden", "private_message.plain corva", 0) == 1
    assert bearing(story, "arden", "private_message.plain corva", 1) == 1
    assert bearing(story, "arden", "private_message.plain brenmark", 0) == 0
    assert bearing(story, "arden", "harden_train", 1) == 0


def test_what_moves_a_number_the_wrong_way_bears_against_the_objective():
    story = with_goals("tension(corva, arden) > 90 and turn >= 3")

    assert bearing(story, "arden", "private_message.plain corva") == -1


def test_an_objective_that_does_not_hold_is_unmet_and_so_is_one_the_seat_cannot_judge():
    story = with_goals("staff(arden) >= 1", "staff(arden) >= 99", "staff(corva) >= 1")
    story.turn()

    assert story.look("arden").unmet.tolist() == [[False, True, True]]


def test_nobody_is_invited_before_anything_happened():
    assert len(with_goals("staff(arden) >= 1").look("arden").invitations.game) == 0


def test_who_is_waited_for_is_told_how_to_answer_and_what_it_would_serve():
    """In every game where the offer stands, and nobody but those it goes to."""
    story = with_goals("tension(arden, brenmark) < 1", games=3)
    story.turn(corva="offer_mediation.mediate arden brenmark")
    look, host = story.look("arden"), story.look("corva")

    asked = look.invitations
    assert asked.game.tolist() == [0, 1, 2]
    answer = look.menu.order(int(asked.candidate[0]))
    assert (answer.move, answer.target) == ("offer_mediation.accept", "corva")
    assert asked.bearing.tolist() == [[1]] * 3
    assert len(host.invitations.game) == 0


def test_a_meeting_is_answered_by_the_same_order_the_other_way_round():
    story = with_goals("trust(corva, arden) >= 99", start={"relations(*, *)": 1})
    story.turn(corva="meet_in_person.talk arden")
    look = story.look("arden")

    orders = {look.menu.order(int(c)) for c in np.unique(look.invitations.candidate)}
    assert {(order.move, order.target) for order in orders} == {("meet_in_person.talk", "corva")}
    assert len(story.look("brenmark").invitations.game) == 0
