"""Marking a moment for the debrief, from a seat: no other seat hears of it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.session import JournalRefused
from game.ui.notices import Notice
from game.ui.screens.asking import Ask, Blank

if TYPE_CHECKING:
    from game.session import Place
    from game.ui.stage import Stage


def open_marking(stage: Stage, place: Place) -> None:
    """Ask what is worth talking about later, and mark it."""

    def do(answers: dict[str, str]) -> str:
        if not answers["text"].strip():
            return say("Write some words to go on.")
        try:
            place.mark(answers["text"])
        except JournalRefused as refusal:
            return str(refusal)
        stage.tell(Notice(say("Marked for the debrief"), icon="mark"))
        return ""

    blanks = (Blank("text", say("What is worth talking about afterwards?")),)
    about = say("The facilitator can read it now; the other seats only in the debrief.")
    title = say("Mark this moment")
    stage.open(Ask(title, blanks, do, verb=say("Mark"), icon="mark", about=about))
