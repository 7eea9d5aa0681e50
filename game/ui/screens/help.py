"""Help over any page: its keys, and what the words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_in
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.view_models import help as words
from game.ui.widgets import Button, Choice, Choices, Field, Panel, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.help import KeyRow, Word

WIDE, HIGH, KEY = 680.0, 600.0, 200.0


class Help(Screen):
    """Keys of the page under it, or the glossary; Tab to change over."""

    dims = True

    def __init__(self, page: str, *, word: str = "") -> None:
        """Help for a page; with a word, the glossary at that word."""
        self.page, self.word = page, word
        self.tab = "words" if word else "keys"
        self.find = ""
        self.first = "help/list"
        self.title = say("Help")

    def build(self, stage: Stage) -> list[Widget]:
        """Tabs, the list, a button."""
        area = stage.area
        wide, high = min(WIDE, area.w - 24), min(HIGH, area.h - 24)
        box = Box((area.w - wide) / 2, (area.h - high) / 2, wide, high)
        whole = Panel("help", box, say("Help"), icon="help", role="dialog")
        named = 36 + stage.setter().width(say("Help"), t.BODY_BOLD) + 16
        tabs = Choices("help/tabs", Box(box.x + named, box.y + 6, 300, 28), say("Pages"))
        tabs.items = [
            Choice("keys", t_in("tab of the help", "Keys")),
            Choice("words", t_in("tab of the help", "Words")),
        ]
        tabs.chosen, tabs.choose = self.tab, self._turn
        inner = Box(box.x + 12, box.y + 48, wide - 20, high - 104)
        children: list[Widget] = [tabs]
        if self.tab == "words":
            find = Field("help/find", Box(box.x + 16, box.y + 48, wide - 32, 32), say("Find"))
            find.prompt, find.icon, find.value = say("Find a word"), "search", self.find
            find.changed = self._find
            children.append(find)
            inner = Box(inner.x, inner.y + 40, inner.w, inner.h - 40)
        rows = self._keys(inner.w) if self.tab == "keys" else self._words(stage, inner.w)
        listed = Rows("help/list", inner, say("Help"), rows=rows)
        if self.word:
            state = listed.state(stage.memory)
            state.current = self.word
            tops = [row.height for row in rows[: [row.key for row in rows].index(self.word)]]
            state.offset = sum(tops)
            self.word = ""
        close = Button(
            "help/close", Box(box.right - 128, box.bottom - 44, 112, t.CONTROL), say("Close")
        )
        close.primary, close.press, close.key = True, stage.close, "Esc"
        whole.children = [*children, listed, close]
        return [whole]

    def _turn(self, tab: str) -> None:
        """The other list."""
        self.tab = tab

    def _find(self, text: str) -> None:
        """Only words that hold this."""
        self.find = text

    def _keys(self, wide: float) -> list[Row]:
        """One row for keys that belong together."""
        del wide
        return [
            Row(str(n), f"{row.keys} {row.does}", 32, _key(row), heading=not row.keys)
            for n, row in enumerate(words.key_rows(self.page))
        ]

    def _words(self, stage: Stage, wide: float) -> list[Row]:
        """A word, and under it what it means."""
        rows = []
        for word in words.glossary(self.find):
            lines = len(stage.setter().wrap(word.means, t.BODY, wide - 24))
            high = 20 + lines * t.BODY.line + 16
            rows.append(Row(word.key, f"{word.word}: {word.means}", high, _word(word)))
        return rows

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter and ? close it, left and right change over."""
        if press.named("enter") or (press.kind == "text" and press.text == "?"):
            stage.close()
        elif press.named("left", "right"):
            self.tab = "words" if self.tab == "keys" else "keys"
        else:
            return False
        return True


def _key(row: KeyRow) -> Callable[[Canvas, Box, RowLook], None]:
    """Keys at the left, what they do beside them; a heading alone."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        inner = Box(box.x + 8, box.y, box.w - 20, box.h)
        if not row.keys:
            canvas.text(row.does, Box(inner.x, box.y + 8, inner.w, 20), t.BODY_BOLD)
            canvas.rule(inner.x, box.bottom - 1, inner.w)
            return
        keys = min(KEY, box.w * 0.4)
        canvas.text(row.keys, Box(inner.x, box.y, keys - 8, box.h), t.BODY_BOLD, theme.accent)
        canvas.text(row.does, Box(inner.x + keys, box.y, inner.w - keys, box.h), t.BODY)

    return paint


def _word(word: Word) -> Callable[[Canvas, Box, RowLook], None]:
    """A word in bold over its meaning."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        inner = Box(box.x + 8, box.y + 6, box.w - 24, 20)
        canvas.text(word.word, inner, t.BODY_BOLD)
        canvas.block(
            word.means, Box(inner.x, box.y + 26, inner.w, box.h - 26), t.BODY, canvas.theme.muted
        )
        canvas.rule(inner.x, box.bottom - 1, inner.w)

    return paint
