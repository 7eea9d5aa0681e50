"""A card or a cable opened: in full, with the thread that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.screens.cards import quoted
from game.ui.screens.note import Note, Words, reading
from game.ui.view_models import feed

if TYPE_CHECKING:
    from game.ui.view_models.feed import Card
    from game.ui.view_models.notebook import Notebook


def letter(book: Notebook, view: Card) -> Note:
    """The note of one card."""
    said = [Words(view.source, t.SMALL, "muted")] if view.source else []
    said.append(Words(view.text, t.READING))
    if view.quote:
        said.append(Words(quoted(view), t.READING, "muted", air=12))
    more = [line for line in (view.believed, view.removed) if line]
    said += [Words(line[:1].upper() + line[1:], t.SMALL, "muted", air=12) for line in more]
    said += _thread(book, view)
    aside = say("turn {number}", number=view.turn)
    return reading(view.name, said, icon=view.tag_icon or "wave", aside=aside)


def _thread(book: Notebook, view: Card) -> list[Words]:
    """What else was said of the same, as it went."""
    others = [c for c in feed.thread(book, view.thread) if c.key != view.key] if view.thread else []
    if not others:
        return []
    title = t_count("{count} more in this thread", "{count} more in this thread", len(others))
    said = [Words(title, t.SMALL_BOLD, "muted", air=18)]
    for other in others:
        head = say("{name} · turn {number}", name=other.name, number=other.turn)
        said += [Words(head, t.BODY_BOLD, air=10), Words(other.text, t.BODY, air=2)]
        if other.quote:
            said.append(Words(quoted(other), t.BODY, "muted", air=2))
    return said
