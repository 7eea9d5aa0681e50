"""What happens to a text under the keys: caret, selection, undo. No drawing, no pygame.

Places count letters in logical order; where a caret is seen is the typesetter's affair.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.text.marks import is_mark

KEPT_STEPS = 200


@dataclass(slots=True)
class Editor:
    """A text with a caret; `anchor` is the other end of the selection, equal to it when none."""

    text: str = ""
    caret: int = 0
    anchor: int = 0
    most: int = 0  # letters allowed; 0: as many as you like
    lines: bool = False  # whether Enter makes a new line
    _undo: list[tuple[str, int]] = field(default_factory=list)
    _redo: list[tuple[str, int]] = field(default_factory=list)

    @property
    def selection(self) -> tuple[int, int]:
        """First and last place of what is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        first, last = self.selection
        return self.text[first:last]

    def follow(self, text: str) -> None:
        """Take over a text that was changed elsewhere: another order, a cleared form."""
        if text != self.text:
            self.text = text
            self.caret = self.anchor = len(text)
            self._undo.clear()
            self._redo.clear()

    def insert(self, typed: str) -> None:
        """Put text where the caret is, instead of what is selected."""
        typed = typed if self.lines else typed.replace("\n", " ")
        first, last = self.selection
        room = self.most - (len(self.text) - (last - first)) if self.most else len(typed)
        typed = typed[: max(0, room)]
        self._keep()
        self.text = self.text[:first] + typed + self.text[last:]
        self.caret = self.anchor = first + len(typed)

    def delete(self, by: int, *, word: bool = False) -> None:
        """Take away what is selected, else a letter or a word before or after the caret."""
        if self.caret == self.anchor:
            # Delete takes a letter with its marks, Backspace the last mark alone: as is the custom.
            on = self._letter(1) if by > 0 else max(self.caret - 1, 0)
            self.anchor = self._word(by) if word else on
        if self.caret != self.anchor:
            self.insert("")

    def move(self, by: int, *, word: bool = False, keep: bool = False) -> None:
        """Caret left or right; `keep` holds the anchor, which selects."""
        if not keep and self.caret != self.anchor:
            self.place(self.selection[0 if by < 0 else 1])
            return
        to = self._word(by) if word else self._letter(by)
        self.place(to, keep=keep)

    def place(self, at: int, *, keep: bool = False) -> None:
        """Put the caret somewhere."""
        self.caret = min(max(at, 0), len(self.text))
        if not keep:
            self.anchor = self.caret

    def select_all(self) -> None:
        """Everything."""
        self.anchor, self.caret = 0, len(self.text)

    def undo(self) -> None:
        """Back to before the last change."""
        self._swap(self._undo, self._redo)

    def redo(self) -> None:
        """Forward again."""
        self._swap(self._redo, self._undo)

    def _keep(self) -> None:
        """Remember the text as it is; typing letter after letter is one step a word."""
        before = self.text[: self.caret]
        if not self._undo or not before or before[-1].isspace() or self.caret != self.anchor:
            self._undo.append((self.text, self.caret))
            del self._undo[:-KEPT_STEPS]
        self._redo.clear()

    def _swap(self, here: list[tuple[str, int]], there: list[tuple[str, int]]) -> None:
        """Take a remembered text and remember this one."""
        if here:
            there.append((self.text, self.caret))
            self.text, self.caret = here.pop()
            self.anchor = self.caret

    def _letter(self, by: int) -> int:
        """The edge of the next letter in a direction, past the marks that stand on it."""
        at = min(max(self.caret + by, 0), len(self.text))
        while 0 < at < len(self.text) and is_mark(self.text[at]):
            at += by
        return at

    def _word(self, by: int) -> int:
        """The next word's edge in a direction."""
        at = self.caret
        if by < 0:
            while at > 0 and self.text[at - 1].isspace():
                at -= 1
            while at > 0 and not self.text[at - 1].isspace():
                at -= 1
            return at
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        while at < len(self.text) and not self.text[at].isspace():
            at += 1
        return at
