"""An order of the debrief in full: what was written, what it moved and how, and who decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.screens.note import Act, Note, Words
from game.ui.view_models import debrief as model

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.report import Came
    from game.ui.view_models.debrief import Expected


def note_of(one: Expected, answer: Callable[[Came], None] | None) -> Note:
    """The note of an order; `answer` hears what the room decides, where it is to decide."""
    acts = [Act("close", say("Close"), primary=True)]
    if answer is not None:
        told: tuple[tuple[Came, str], ...] = (
            ("yes", say("It came true")),
            ("no", say("It did not")),
            ("cannot", say("It cannot be said")),
        )
        acts += [Act(came, label, partial(answer, came)) for came, label in told]
    return Note(one.title, _account(one), acts, wide=620)


def _account(one: Expected) -> list[Words]:
    """An order in words, for the note."""
    order = one.order
    found = [Words(say("Turn {turn}: {word}", turn=order.turn, word=one.word), t.BODY_BOLD)]
    if order.text:
        found.append(Words(f"“{order.text}”", t.READING))
    if order.intent:
        found.append(Words(say("Intent: {words}", words=order.intent), color="muted"))
    found.append(Words(say("Expected: {words}", words=one.expected)))
    found.append(Words(say("Happened: {words}", words=one.happened)))
    if one.because:
        found.append(Words(say("Because: {words}", words=one.because)))
    found.append(Words(say("What the order moved by itself"), t.BODY_BOLD, air=14))
    found += [Words(line, t.BODY, "muted", air=3) for line in model.reasons(order)]
    return found
