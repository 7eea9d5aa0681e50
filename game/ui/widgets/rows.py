"""A list of rows of any height: one Tab stop, arrows inside, only what is seen is drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from game.ui.layout import Box
from game.ui.widgets.base import Look, Ring, Widget
from game.ui.widgets.panel import WHEEL_STEP, thumb

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row stands."""

    current: bool  # the keyboard is on it
    focused: bool  # and the list has the focus
    hovered: bool
    whole: Look = field(default_factory=Look)  # the list's own look: its clock and what moves


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a key for code, words for readers, and how it is drawn."""

    key: str
    label: str
    height: float
    paint: Callable[[Canvas, Box, RowLook], None]
    disabled: str = ""
    heading: bool = False  # not a choice: arrows pass over it


@dataclass(slots=True)
class ListState:
    """What a list remembers between rebuilds."""

    current: str = ""
    offset: float = 0.0
    find: str = ""
    find_at: float = 0.0


@dataclass(slots=True)
class Rows(Widget):
    """A list. `choose` is Enter or a click; `move` tells which row the keyboard is on."""

    role: str = "list"
    focusable: bool = True
    ring: Ring = "none"
    clip: bool = True
    rows: list[Row] = field(default_factory=list)
    choose: Callable[[str], None] | None = None
    move: Callable[[str], None] | None = None
    finds: bool = False  # typing letters goes to the row that begins so

    def _tops(self) -> list[float]:
        """Where each row begins, and where the last one ends."""
        return [0.0, *accumulate(row.height for row in self.rows)]

    def state(self, memory: dict[str, Any]) -> ListState:
        """What is remembered, put right if the rows have changed."""
        state: ListState = memory.setdefault(self.id, ListState())
        keys = [row.key for row in self.rows if not row.heading]
        if state.current not in keys:
            state.current = keys[0] if keys else ""
        tall = sum(row.height for row in self.rows)
        state.offset = min(max(0.0, state.offset), max(0.0, tall - self.box.h))
        return state

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The rows that are seen, the ring inside the current one, and the thumb."""
        state = self.state(look.memory)
        tops = self._tops()
        with canvas.clipped(self.box):
            for number in range(max(0, bisect_right(tops, state.offset) - 1), len(self.rows)):
                row = self.rows[number]
                y = self.box.y + tops[number] - state.offset
                if y >= self.box.bottom:
                    break
                self._row(canvas, look, row, Box(self.box.x, y, self.box.w, row.height))
        thumb(canvas, self.box, state.offset, tops[-1])

    def _row(self, canvas: Canvas, look: Look, row: Row, box: Box) -> None:
        """One row with its state."""
        current = row.key == self.state(look.memory).current
        hovered = look.hovered and box.holds(look.pointer) and not row.heading
        row.paint(canvas, box, RowLook(current, look.focused and current, hovered, look))
        if look.focused and current:
            canvas.ring(box.inset(1), "inside")

    def on(self, press: Press, stage: Stage) -> bool:
        """Arrows, Home, End, pages, Enter, the wheel, a click."""
        state = self.state(stage.memory)
        if press.kind == "wheel":
            before = state.offset
            state.offset -= press.amount * WHEEL_STEP
            return self.state(stage.memory).offset != before
        if press.kind == "down":
            return self._click(press, state)
        if press.named("up", "down", "home", "end", "pageup", "pagedown"):
            return self._arrow(press.key, state)
        if press.named("enter", "space") and self.choose is not None and state.current:
            self.choose(state.current)
            return True
        if self.finds and press.kind == "text":
            return self._find(press.text, state, stage.now)
        return self.finds and press.kind == "key" and press.plain and len(press.key) == 1

    def at(self, point: tuple[float, float], memory: dict[str, Any]) -> str:
        """The key of the row under a point; '' if there is none, or a heading."""
        tops, offset = self._tops(), self.state(memory).offset
        number = bisect_right(tops, point[1] - self.box.y + offset) - 1
        found = self.box.holds(point) and 0 <= number < len(self.rows)
        return "" if not found or self.rows[number].heading else self.rows[number].key

    def place(self, key: str, memory: dict[str, Any]) -> Box:
        """Where a row stands now, as far as it is seen."""
        number = [row.key for row in self.rows].index(key)
        y = self.box.y + self._tops()[number] - self.state(memory).offset
        return Box(self.box.x, y, self.box.w, self.rows[number].height).clip(self.box)

    def _click(self, press: Press, state: ListState) -> bool:
        """A row under the pointer becomes current and is chosen."""
        tops = self._tops()
        number = bisect_right(tops, press.at[1] - self.box.y + state.offset) - 1
        if 0 <= number < len(self.rows) and not self.rows[number].heading:
            self._go(number, state)
            if self.choose is not None:
                self.choose(self.rows[number].key)
        return True

    def _arrow(self, key: str, state: ListState) -> bool:
        """Move the current row; headings are passed over."""
        open_rows = [n for n, row in enumerate(self.rows) if not row.heading]
        if not open_rows:
            return False
        keys = [row.key for row in self.rows]
        at = open_rows.index(keys.index(state.current))
        page = max(1, int(self.box.h / max(24.0, self.rows[0].height)) - 1)
        ends = {"home": -len(keys), "end": len(keys)}
        by = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, **ends}[key]
        self._go(open_rows[min(max(at + by, 0), len(open_rows) - 1)], state)
        return True

    def _go(self, number: int, state: ListState) -> None:
        """Make a row current and bring it into sight, with its heading if that is just above."""
        tops = self._tops()
        state.current = self.rows[number].key
        first = number - 1 if number and self.rows[number - 1].heading else number
        if tops[first] < state.offset:
            state.offset = tops[first]
        elif tops[number + 1] > state.offset + self.box.h:
            state.offset = tops[number + 1] - self.box.h
        if self.move is not None:
            self.move(state.current)

    def _find(self, typed: str, state: ListState, now: float) -> bool:
        """Go to the first row, else the first word of a row, that begins with what was typed."""
        state.find = state.find + typed if now - state.find_at < 1.0 else typed
        state.find_at = now
        sought = state.find.casefold()
        labels = [(n, row.label.casefold()) for n, row in enumerate(self.rows) if not row.heading]
        begins = (n for n, label in labels if label.startswith(sought))
        inside = (n for n, label in labels if f" {sought}" in label)  # a later word begins so
        number = next(begins, next(inside, None))
        if number is not None:
            self._go(number, state)
        return True

    def tree(self) -> dict[str, Any]:
        """The list with its rows as options, in logical places."""
        # Zero-argument super() breaks in a slotted dataclass, hence the name of the base.
        own = Widget.tree(self)
        own["children"] = [
            {
                "id": f"{self.id}/{row.key}",
                "role": "heading" if row.heading else "option",
                "label": row.label,
                "disabled": row.disabled,
                "children": [],
            }
            for row in self.rows
        ]
        return own
