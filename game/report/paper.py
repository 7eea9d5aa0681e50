"""The review as a page: what leads, the parts of a good debrief in order, what it is made from."""

from game.language import t, t_count
from game.report import keeping, page, sights, story
from game.report.blocks import Fact, Page
from game.report.model import Review


def written(review: Review) -> str:
    """The review as one file of HTML, in the language now spoken."""
    return page.write(laid_out(review))


def laid_out(review: Review) -> Page:
    """The review as a page of blocks."""
    sections = (
        story.planned(review),
        story.happened(review),
        story.why(review),
        sights.known(review),
        sights.sure(review),
        sights.reached(review),
        keeping.keep(review),
        keeping.appendix(review),
    )
    return Page(
        title=title_of(review),
        kicker=_kicker(review),
        lead=_lead(review),
        facts=_facts(review),
        sections=sections,
        foot=_foot(review),
        running=t("{title} · review", title=review.title),
    )


def title_of(review: Review) -> str:
    """The title; an unfinished game says how far it went."""
    if review.ended:
        return review.title
    return t(
        "{title}, after turn {played} of {planned}",
        title=review.title,
        played=review.played,
        planned=review.planned,
    )


def _kicker(review: Review) -> str:
    said = [t("Backchannel"), t("after-action review")]
    if review.seat:
        said.append(t("the copy of {seat}", seat=review.seat_name))
    return " · ".join(said)


def _lead(review: Review) -> str:
    turns = t_count("{count} turn was played.", "{count} turns were played.", review.played)
    about = t(
        "This page holds what was ordered, what was expected and what happened. It draws no "
        "conclusions: those are yours."
    )
    if review.seat:
        about = t(
            "This page holds what {seat} ordered, expected, saw and was told, and nothing else. It "
            "draws no conclusions: those are yours.",
            seat=review.seat_name,
        )
    return " ".join(part for part in (turns, review.branch, about, review.flaw) if part)


def _facts(review: Review) -> tuple[Fact, ...]:
    """Figures that lead: tension, objectives, statements."""
    facts = []
    highest = max(review.turns, key=lambda turn: turn.tension or 0, default=None)
    if highest is not None and highest.rung:
        rung = t("rung {rung} of 10", rung=highest.rung)
        facts.append(Fact(t("Highest tension"), rung, t("turn {turn}", turn=highest.turn)))
    met = sum(goal.rating == "P" for goal in review.goals)
    due = [goal for goal in review.goals if goal.rating]
    if due:
        figure = t("{met} of {all}", met=met, all=len(due))
        facts.append(Fact(t("Objectives met"), figure, _seats_weighed(review)))
    confidence = review.confidence
    if confidence.stated:
        facts.append(_came_true(review))
    marks = sum(hand.kind == "mark" for hand in review.hands)
    by_hand = t_count("{count} marked moment", "{count} marked moments", marks)
    facts.append(Fact(t("Done by hand"), str(len(review.hands) - marks), by_hand))
    return tuple(facts)


def _seats_weighed(review: Review) -> str:
    seats = len({goal.seat for goal in review.goals})
    return t_count("of {count} seat", "of {count} seats", seats)


def _came_true(review: Review) -> Fact:
    confidence = review.confidence
    came = sum(one.came for one in confidence.bins)
    label = t("Expectations come true")
    if confidence.brier is None:
        return Fact(label, t("not decided"), t("{count} stated", count=confidence.stated))
    figure = t("{came} of {decided}", came=came, decided=confidence.decided)
    return Fact(label, figure, t("Brier {score}", score=f"{confidence.brier:.2f}"))


def _foot(review: Review) -> tuple[str, ...]:
    made = t(
        "Made from journal {seal} by Backchannel {engine}; played again, turn by turn.",
        seal=f"{review.seal[:8]}…{review.seal[-4:]}",
        engine=review.engine,
    )
    copy = t("This copy: everything. With --seat, a copy holds what that seat may keep.")
    if review.seat:
        copy = t("This copy: what {seat} may keep.", seat=review.seat_name)
    people = t("Seats stand for the people who held them; persons are not named unless asked for.")
    return (f"{made} {copy}", people)
