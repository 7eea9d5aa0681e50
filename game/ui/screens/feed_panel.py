"""The feed: what happened and what others say, newest first, in threads, with a way to find.

New cards never move what is being read: a chip says how many there are above.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.cards import card_row
from game.ui.screens.emptiness import empty
from game.ui.view_models import feed as model
from game.ui.widgets import (
    Button,
    Choice,
    Choices,
    Field,
    ListState,
    Paint,
    Panel,
    Row,
    Rows,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.feed import Card
    from game.ui.widgets import Look

CHIPS = 34.0
FIND = 36.0
LIST = "feed/list"


@dataclass(slots=True)
class FeedState:
    """What the panel remembers between rebuilds."""

    find: str | None = None  # what is looked for; None while nobody looks
    first: str = ""  # the newest card when the panel was last built
    above: int = 0  # cards that came above what is being read


@dataclass(slots=True)
class Feed(Panel):
    """The panel; a slash begins to find, Esc ends it."""

    state: FeedState | None = None

    def on(self, press: Press, stage: Stage) -> bool:
        """Esc leaves the search; a slash typed on the list begins one."""
        if self.state is None or not press.named("esc") or self.state.find is None:
            return False
        self.state.find = None
        stage.top.focus = LIST
        return True


def state_of(stage: Stage) -> FeedState:
    """What is remembered of the feed."""
    state: FeedState = stage.memory.setdefault("feed", FeedState())
    return state


def look_for(stage: Stage) -> None:
    """Begin to find something in the feed."""
    state = state_of(stage)
    state.find = state.find or ""
    stage.rebuild()
    if stage.top.find("feed/find") is not None:
        stage.focus = "feed/find"


def panel(
    stage: Stage,
    box: Box,
    cards: tuple[Card, ...],
    atlas: Atlas,
    *,
    chosen: str,
    filters: Callable[[str], None],
    opens: Callable[[str], None],
) -> Widget:
    """The panel with its filters; `cards` are those that filter and search let through."""
    state = state_of(stage)
    found, y = _chips(stage, box, chosen, filters)
    if state.find is not None:
        found.append(_finder(stage, Box(box.x + 8, y, box.w - 16, 28), state))
        y += FIND
    body = Box(box.x + 1, y, box.w - 2, box.bottom - y - 2)
    if cards:
        rows = [card_row(stage, card, atlas.mark(card.actor), body.w) for card in cards]
        _anchor(stage, state, rows)
        found.append(Rows(LIST, body, say("Feed"), rows=rows, choose=opens))
    else:
        found += _nothing(stage, body, state, chosen, filters)
    whole = Feed("feed", box, say("Feed"), icon="wave", line=False, state=state)
    whole.children = [*_head(stage, box, state, sum(card.new for card in cards)), *found]
    return whole


def _head(stage: Stage, box: Box, state: FeedState, new: int) -> list[Widget]:
    """How many are new, or the way up to them; the way to find."""
    search = Button("feed/search", Box(box.right - 40, box.y + 6, 28, 28), say("Find in the feed"))
    search.icon, search.quiet, search.hint = "search", True, say("Find (/)")
    search.press = lambda: look_for(stage)
    if state.above:
        said = t_count("{count} new ↑", "{count} new ↑", state.above)

        def up() -> None:
            state.above = 0
            stage.memory[LIST] = ListState()
            stage.top.focus = LIST

        wide = stage.setter().width(said, t.SMALL) + 24
        chip = Button("feed/newer", Box(search.box.x - wide - 4, box.y + 6, wide, 28), said)
        chip.press, chip.chosen = up, True
        return [chip, search]
    if not new:
        return [search]
    said = t_count("{count} new", "{count} new", new)
    wide = stage.setter().width(said, t.SMALL) + 2
    place = Box(search.box.x - wide - 6, box.y + 10, wide, 20)
    count = Paint("feed/new", place, say("New"), said, role="status")
    count.paint = _small(said)
    return [count, search]


def _small(said: str) -> Callable[[Canvas, Box, Look], None]:
    """A painter of small muted words."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(said, box, t.SMALL, canvas.theme.muted)

    return paint


def _chips(
    stage: Stage, box: Box, chosen: str, filters: Callable[[str], None]
) -> tuple[list[Widget], float]:
    """The filters in one row, or two where words are long; and what is under them."""
    labels = model.labels()
    items = [Choice(key, labels[key]) for key in model.FILTERS]
    rows: list[list[Choice]] = [[]]
    x = 0.0
    for item in items:
        wide = stage.setter().width(item.label, t.SMALL) + 22
        if rows[-1] and x + wide > box.w - 16:
            rows.append([])
            x = 0.0
        rows[-1].append(item)
        x += wide
    found: list[Widget] = []
    for number, row in enumerate(rows):
        place = Box(box.x + 8, box.y + 42 + 30 * number, box.w - 16, 28)
        name = "feed/filter" if not number else f"feed/filter/{number}"
        chips = Choices(name, place, say("Filter"), chosen=chosen, choose=filters)
        chips.items = row
        found.append(chips)
    return found, box.y + 40 + CHIPS + 30 * (len(rows) - 1)


def _finder(stage: Stage, box: Box, state: FeedState) -> Widget:
    """The field to find with."""

    def changed(text: str) -> None:
        state.find = text
        stage.memory.pop(LIST, None)

    def enter() -> None:
        stage.rebuild()
        if stage.top.find(LIST) is not None:
            stage.focus = LIST

    field = Field("feed/find", box, say("Find in the feed"), state.find or "", icon="search")
    field.prompt, field.changed, field.enter = say("Find in the feed"), changed, enter
    return field


def _anchor(stage: Stage, state: FeedState, rows: list[Row]) -> None:
    """Keep what is being read where it is when cards come above it."""
    listed = stage.memory.get(LIST)
    keys = [row.key for row in rows]
    if not isinstance(listed, ListState) or listed.offset <= 0:
        state.above = 0
    elif state.first in keys[1:] and state.find is None:
        count = keys.index(state.first)
        listed.offset += sum(row.height for row in rows[:count])
        state.above += count
    state.first = keys[0]


def _nothing(
    stage: Stage, box: Box, state: FeedState, chosen: str, filters: Callable[[str], None]
) -> list[Widget]:
    """What would stand here, and one way out."""
    title, said = model.emptiness(chosen)
    label, key = say("Show all posts"), "all"
    if state.find:
        title = say("Nothing found for “{words}”", words=state.find)
        said, label, key = say("Esc clears the search."), say("Clear"), ""
    way = key != chosen or bool(state.find)
    nothing = Paint("feed/empty", box.top(box.h - (44 if way else 0)), title, said, role="note")
    nothing.paint = empty("leak" if chosen == "leaks" else "wave", title, said)
    if not way:
        return [nothing]

    def out() -> None:
        state.find = None
        if key:
            filters(key)

    wide = stage.setter().width(label, t.SMALL) + 32
    place = Box(box.center[0] - wide / 2, box.bottom - 40, wide, 28)
    return [nothing, Button("feed/out", place, label, press=out)]
