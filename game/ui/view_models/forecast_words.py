"""Words of a forecast: what may come of a sheet, and which open question matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t
from game.ui.view_models import words

if TYPE_CHECKING:
    from game.views import Observation, Question

GOOD = ("breaks_in", "obeys")
RARE = 1 / 12


def hazard_said(name: str, share: float) -> tuple[str, bool]:
    """A chance of the rulebook with how likely it is, and whether one hopes for it."""
    what = chance_name(name)
    good = name in GOOD
    if share < RARE:
        return t("{what}: rather not", what=what), good
    count = 6 if share >= 1 else min(5, max(1, round(share * 6)))
    return t("{what} in about {count} of 6", what=what, count=count), good


def chance_name(name: str) -> str:
    """What a chance is called."""
    found = {
        "blocked": t("Blocked"),
        "breach": t("Breach of secrecy"),
        "breaks_in": t("Break-in succeeds"),
        "caught": t("Caught"),
        "detected": t("Detected"),
        "exposed": t("Exposed"),
        "gaffe": t("Blunder"),
        "hijacked": t("Hijacked"),
        "incident": t("Incident"),
        "obeys": t("They obey"),
        "overdone": t("Overdone"),
        "overheard": t("Overheard"),
        "question_leaks": t("Question leaks"),
        "scandal": t("Scandal"),
        "screenshot": t("Screenshot gets out"),
        "seen_through": t("Seen through"),
        "source_lost": t("Source lost"),
        "split": t("Split"),
        "traced": t("Traced to you"),
        "vetoed": t("Vetoed"),
        "violence": t("Violence"),
    }.get(name, "")
    return found or name.replace("_", " ").capitalize()


def question_said(now: Observation, question: Question) -> str:
    """The open question that widens the bands most, as a sentence; '' if it has no words."""
    if question.kind == "truth":
        claim = now.claims().get(question.things[0])
        return (
            t("Not known: is it true that “{claim}”?", claim=words.sentence(claim)) if claim else ""
        )
    if question.kind == "orders":
        seat, deed = question.things
        actor = now.booklet.actors[now.booklet.seats[seat].actor].name
        move = now.booklet.moves[deed].name
        return t("Not known: does {actor} choose “{move}”?", actor=actor, move=move)
    return _measure_said(now, question.things)


def _measure_said(now: Observation, measure: tuple[str, ...]) -> str:
    """A measure that is not known, as a question."""
    booklet = now.booklet
    kind, *things = measure
    first = booklet.actors[things[0]].name if things and things[0] in booklet.actors else ""
    audience = next((booklet.audiences[k].name for k in things if k in booklet.audiences), "")
    match kind:
        case "credibility":
            return t("Not known: do {audience} believe {actor}?", audience=audience, actor=first)
        case "trust":
            other = booklet.actors[things[1]].name
            return t("Not known: how far does {actor} trust {other}?", actor=first, other=other)
        case "opinion":
            issue = booklet.issues[things[1]].name
            return t(
                "Not known: where do {audience} stand: {issue}?", audience=audience, issue=issue
            )
        case "aware" | "belief":
            claim = now.claims().get(things[1])
            if claim is None:
                return t("Not known: what have {audience} heard?", audience=audience)
            said = words.sentence(claim)
            return t("Not known: do {audience} believe “{claim}”?", audience=audience, claim=said)
        case "holds":
            return t("Not known: what does {actor} know?", actor=first)
        case "defense" | "poise":
            return t("Not known: how well is {actor} prepared?", actor=first)
        case "evidence":
            return t("Not known: whom does {actor} suspect?", actor=first)
        case "tension":
            other = booklet.actors[things[1]].name
            return t("Not known: how do {actor} and {other} stand?", actor=first, other=other)
    return ""
