"""Where text is written: a field of one line, or an area of several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import clipboard
from game.ui.widgets.base import Look, Ring, Widget
from game.ui.widgets.editor import Editor

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.text import Line, Typesetter

PADDING = 9.0


@dataclass(slots=True)
class Field(Widget):
    """A text that can be written. `changed` hears every change; `enter` Enter in a single line."""

    role: str = "textbox"
    focusable: bool = True
    ring: Ring = "border"
    prompt: str = ""  # muted words while it is empty
    icon: str = ""
    key: str = ""  # the shortcut that leads here, in a small box
    area: bool = False
    most: int = 0
    error: bool = False
    changed: Callable[[str], None] | None = None
    enter: Callable[[], None] | None = None

    def editor(self, memory: dict[str, Any]) -> Editor:
        """The editor that is remembered, with the value as it is now."""
        editor: Editor = memory.setdefault(
            self.id, Editor(self.value, len(self.value), len(self.value))
        )
        editor.lines, editor.most = self.area, self.most
        editor.follow(self.value)
        return editor

    def inner(self) -> Box:
        """Where the text stands."""
        left = 28.0 if self.icon else PADDING
        right = 28.0 if self.key else PADDING
        y = 6.0 if self.area else 0.0
        b = self.box
        return Box(b.x + left, b.y + y, max(8.0, b.w - left - right), b.h - 2 * y)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Frame, icon, then prompt or text with selection and caret."""
        theme = canvas.theme
        if self.disabled:
            canvas.dashed(self.box, theme.border)
        else:
            edge = theme.alert if self.error else (theme.text if look.hovered else theme.border)
            canvas.box(self.box, theme.field, edge)
        if self.icon:
            canvas.icon(self.icon, self.box.x + 8, self.box.y + (self.box.h - 16) / 2, 16)
        if self.key and not look.focused:
            cap = Box(self.box.right - 24, self.box.y + (self.box.h - 18) / 2, 16, 18)
            canvas.box(cap, None, theme.border, radius=3)
            canvas.text(self.key, cap, t.SMALL, theme.muted, align="center")
        editor = self.editor(look.memory)
        if not editor.text:
            self._prompt(canvas)
        if editor.text or look.focused:
            inner = self.inner()
            with canvas.clipped(inner.inset(-2, 0)), canvas.straight(inner):
                self._text(canvas, look, editor)

    def _prompt(self, canvas: Canvas) -> None:
        """What is expected here."""
        words = self.disabled or self.prompt
        if self.area:
            canvas.block(words, self.inner(), t.BODY, canvas.theme.muted, most=3)
        else:
            canvas.text(words, self.inner(), t.BODY, canvas.theme.muted)

    def layout(self, setter: Typesetter, editor: Editor) -> list[tuple[int, int, Line]]:
        """First letter, last letter and line of everything written."""
        text = editor.text
        spans = [(0, len(text))]
        if self.area:
            spans = setter.spans(text, t.BODY, self.inner().w)
        found = []
        for first, last in spans:  # every line of a paragraph has its direction
            begin = text.rfind("\n", 0, first) + 1
            paragraph = text[begin:].split("\n", 1)[0]
            line = setter.line(text[first:last], t.BODY, setter.starts_right(paragraph))
            found.append((first, last, line))
        return found

    def _start(self, setter: Typesetter, line: Line) -> float:
        """How far from the left a line stands: one that reads from the right stands there."""
        spare = max(0.0, self.inner().w - line.width / setter.scale)
        return spare if line.rtl or (setter.rtl and not line.text) else 0.0

    def _text(self, canvas: Canvas, look: Look, editor: Editor) -> None:
        """Each line with its part of the selection; then the caret."""
        inner, high = self.inner(), t.BODY.line
        rows = self.layout(canvas.type, editor)
        here = _row_of(rows, editor.caret)
        caret = canvas.type.caret(rows[here][2], editor.caret - rows[here][0]) / canvas.scale
        shift, drop = self._shift(caret, inner, here, len(rows))
        first, last = editor.selection
        for number, (start, end, line) in enumerate(rows):
            x = inner.x - shift + self._start(canvas.type, line)
            place = Box(x, inner.y + number * high - drop, inner.w, high)
            if not self.area:
                place = Box(x, inner.y, inner.w, inner.h)
            if look.focused and first < end and last > start:
                self._select(canvas, place, line, max(first, start) - start, min(last, end) - start)
            canvas.plain(line, x, place, t.BODY, canvas.theme.text)
            if look.focused and number == here:
                self._caret(canvas, look, Box(x + caret, place.y, place.w, place.h), line.rtl)

    def _caret(self, canvas: Canvas, look: Look, place: Box, rtl: bool) -> None:
        """The caret; what an input method has not finished stands there instead, underlined."""
        if not look.composing:
            if int(look.clock / t.BLINK_SECONDS) % 2 == 0:
                canvas.post(place.x, place.y + (place.h - 17) / 2, 17, canvas.theme.text)
            return
        line = canvas.type.line(look.composing, t.BODY)
        wide = line.width / canvas.scale
        x = place.x - (wide if rtl else 0.0)
        canvas.fill(Box(x, place.y + 1, wide, place.h - 2), canvas.theme.field)
        canvas.plain(line, x, place, t.BODY, canvas.theme.text)
        canvas.rule(x, place.center[1] + 9, wide, canvas.theme.accent)

    def _shift(self, caret: float, inner: Box, row: int, rows: int) -> tuple[float, float]:
        """How far the text is moved so that the caret is seen."""
        if not self.area:
            return max(0.0, caret - inner.w + 2), 0.0
        tall = rows * t.BODY.line
        wanted = (row + 1) * t.BODY.line - inner.h
        return 0.0, min(max(0.0, wanted), max(0.0, tall - inner.h))

    def _select(self, canvas: Canvas, place: Box, line: Line, first: int, last: int) -> None:
        """The ground under selected letters."""
        ends = [canvas.type.caret(line, i) / canvas.scale for i in (first, last)]
        ground = Box(place.x + min(ends), place.y, abs(ends[1] - ends[0]), place.h)
        canvas.fill(ground, canvas.theme.selection)

    def on(self, press: Press, stage: Stage) -> bool:
        """Typing, editing keys, the clipboard, a click that places the caret."""
        if self.disabled:
            return press.kind == "down"
        if stage.mirrored:  # letters do not mirror
            press = press.turned(self.inner().x + self.inner().right)
        editor = self.editor(stage.memory)
        before = editor.text
        if press.kind == "text":
            editor.insert(press.text)
            taken = True
        elif press.kind == "down" or (press.kind == "move" and stage.held == self.id):
            taken = self._click(press, stage, editor, drag=press.kind == "move")
        else:
            taken = press.kind == "key" and self._key(press, stage, editor)
        if editor.text != before and self.changed is not None:
            self.value = editor.text
            self.changed(editor.text)
        return taken

    def _key(self, press: Press, stage: Stage, editor: Editor) -> bool:
        """A key: True for all that belong to a text."""
        if press.ctrl:
            return self._command(press, stage, editor)
        word = press.alt
        match press.key:
            case "left" | "right":
                editor.move(self._way(press.key, stage, editor), word=word, keep=press.shift)
            case "up" | "down":
                return self.area and self._vertical(press, stage, editor)
            case "home" | "end":
                self._line_edge(press, stage, editor)
            case "backspace" | "delete":
                editor.delete(-1 if press.key == "backspace" else 1, word=word)
            case "enter":
                return self._enter(editor)
            case key:
                return len(key) == 1 or key == "space"
        return True

    def _enter(self, editor: Editor) -> bool:
        """A new line in an area; what the page wants in a field."""
        if self.area:
            editor.insert("\n")
        elif self.enter is not None:
            self.enter()
        return True

    def _command(self, press: Press, stage: Stage, editor: Editor) -> bool:
        """Ctrl and a key."""
        match press.key:
            case "a":
                editor.select_all()
            case "c" | "x":
                if editor.selected:
                    clipboard.put(editor.selected)
                    if press.key == "x":
                        editor.insert("")
            case "v":
                editor.insert(clipboard.get())
            case "z" if not press.shift:
                editor.undo()
            case "y" | "z":
                editor.redo()
            case "home" | "end":
                editor.place(0 if press.key == "home" else len(editor.text), keep=press.shift)
            case "left" | "right":
                editor.move(self._way(press.key, stage, editor), word=True, keep=press.shift)
            case "backspace" | "delete":
                editor.delete(-1 if press.key == "backspace" else 1, word=True)
            case _:
                return False
        return True

    def _way(self, key: str, stage: Stage, editor: Editor) -> int:
        """On or back in the text: in a line that reads from the right, Left is on."""
        rows = self.layout(stage.setter(), editor)
        line = rows[_row_of(rows, editor.caret)][2]
        by = -1 if key == "left" else 1
        return -by if line.rtl or (stage.mirrored and not line.text) else by

    def _line_edge(self, press: Press, stage: Stage, editor: Editor) -> None:
        """Home and End: the edges of the line the caret is on."""
        rows = self.layout(stage.setter(), editor)
        start, end, _ = rows[_row_of(rows, editor.caret)]
        text = editor.text
        goes_on = end < len(text) and text[end] != "\n"  # wrapped: its end begins the next line
        editor.place(start if press.key == "home" else end - int(goes_on), keep=press.shift)

    def _vertical(self, press: Press, stage: Stage, editor: Editor) -> bool:
        """A line up or down, at the same distance from the edge."""
        setter = stage.setter()
        rows = self.layout(setter, editor)
        here = _row_of(rows, editor.caret)
        there = here + (-1 if press.key == "up" else 1)
        if not 0 <= there < len(rows):
            return True
        x = setter.caret(rows[here][2], editor.caret - rows[here][0])
        editor.place(rows[there][0] + setter.index_at(rows[there][2], x), keep=press.shift)
        return True

    def _click(self, press: Press, stage: Stage, editor: Editor, *, drag: bool) -> bool:
        """Put the caret under the pointer; dragging selects."""
        setter, inner = stage.setter(), self.inner()
        rows = self.layout(setter, editor)
        here = _row_of(rows, editor.caret)
        caret = setter.caret(rows[here][2], editor.caret - rows[here][0]) / setter.scale
        shift, drop = self._shift(caret, inner, here, len(rows))
        number = int((press.at[1] - inner.y + drop) // t.BODY.line) if self.area else 0
        start, _, line = rows[min(max(number, 0), len(rows) - 1)]
        x = (press.at[0] - inner.x + shift - self._start(setter, line)) * setter.scale
        editor.place(start + setter.index_at(line, x), keep=press.shift or drag)
        return True


def _row_of(rows: list[tuple[int, int, Line]], caret: int) -> int:
    """The line on which a caret stands: the last that begins at or before it."""
    return max(number for number, row in enumerate(rows) if row[0] <= caret)
