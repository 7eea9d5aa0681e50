"""Lines of text: wrapped in logical order, cut with an ellipsis, ordered by direction.

Wrapping happens before reordering, as Unicode asks: SDL's own wrapping loses letters in
right-to-left text. A line is a row of runs, each of one family and one direction.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.text import bidi
from game.ui.text.fonts import Face, FontBook
from game.ui.text.marks import is_mark
from game.ui.theme import BOLD

if TYPE_CHECKING:
    from game.ui.theme import Type

ELLIPSIS = "…"
KEPT_LINES = 20000
ARROWS = str.maketrans("→←", "←→")  # in a stretch read from the right they point along it
BREAK_AFTER = " \t-–—/\u200b"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one face: where it starts in the text, and where on the line."""

    text: str
    face: Face
    start: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ready to be painted; widths and places in pixels."""

    text: str
    runs: tuple[Run, ...]
    width: int
    rtl: bool  # the direction of the paragraph: decides on which side it starts
    cut: bool = False  # an ellipsis stands for what did not fit


class Typesetter:
    """Sets text at one scale; keeps what it has set."""

    def __init__(self, fonts: FontBook, scale: float, *, rtl: bool = False) -> None:
        """A setter for this scale, and for pages read from right to left or not.

        Another scale or direction is another setter, so no cache goes stale.
        """
        self.fonts = fonts
        self.scale = scale
        self.rtl = rtl
        self._lines: OrderedDict[tuple[str, int, bool, bool | None], Line] = OrderedDict()
        self._blocks: OrderedDict[tuple[str, Type, int, int], tuple[Line, ...]] = OrderedDict()

    def starts_right(self, text: str) -> bool:
        """The direction of a paragraph: its first strong letter's.

        On a page read from right to left one such letter anywhere is enough: a sentence of that
        page may well begin with a Latin name.
        """
        return bidi.has_rtl(text) if self.rtl else bidi.base_is_rtl(text)

    def px(self, kind: Type) -> int:
        """The size of a type in pixels."""
        return round(kind.size * self.scale)

    def width(self, text: str, kind: Type) -> float:
        """How many dp a text takes on one line."""
        return self.line(text, kind).width / self.scale

    def line(self, text: str, kind: Type, rtl: bool | None = None) -> Line:
        """The whole text on one line; its direction is worked out unless given."""
        key = (text, self.px(kind), kind.bold, rtl)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._set(text, kind, rtl)
            if len(self._lines) > KEPT_LINES:
                self._lines.popitem(last=False)
        return found

    def fit(self, text: str, kind: Type, width: float) -> Line:
        """One line no wider than `width` dp, cut with an ellipsis if it must be."""
        text = text.replace("\n", " ")
        whole = self.line(text, kind)
        room = int(width * self.scale + 0.5)
        if whole.width <= room:
            return whole
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._shortened(text, middle, kind, whole.rtl).width <= room:
                low = middle
            else:
                high = middle - 1
        short = self._shortened(text, low, kind, whole.rtl)
        return Line(short.text, short.runs, short.width, short.rtl, cut=True)

    def _shortened(self, text: str, length: int, kind: Type, rtl: bool) -> Line:
        """The first letters of a text and an ellipsis."""
        return self.line(text[:length].rstrip() + ELLIPSIS, kind, rtl)

    def wrap(self, text: str, kind: Type, width: float, most: int = 0) -> tuple[Line, ...]:
        """Lines no wider than `width` dp; with `most` the last of so many ends in an ellipsis."""
        room = int(width * self.scale + 0.5)
        key = (text, kind, room, most)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = tuple(self._wrap(text, kind, room, most))
            if len(self._blocks) > KEPT_LINES:
                self._blocks.popitem(last=False)
        return found

    def spans(self, text: str, kind: Type, width: float) -> list[tuple[int, int]]:
        """Where each wrapped line starts and ends in the text: what an editor's caret needs."""
        room = int(width * self.scale + 0.5)
        found: list[tuple[int, int]] = []
        start = 0
        for paragraph in text.split("\n"):
            found += [(start + a, start + z) for a, z in self._breaks(paragraph, kind, room)]
            start += len(paragraph) + 1
        return found

    def _wrap(self, text: str, kind: Type, room: int, most: int) -> list[Line]:
        """Set every paragraph; the direction of a paragraph is that of its first strong letter."""
        lines: list[Line] = []
        for paragraph in text.split("\n"):
            rtl = self.starts_right(paragraph)
            for start, end in self._breaks(paragraph, kind, room):
                if most and len(lines) == most - 1 and self._more_follows(text, paragraph, end):
                    lines.append(
                        self._last(_part(paragraph, start, len(paragraph)), kind, room, rtl)
                    )
                    return lines
                lines.append(self.line(_part(paragraph, start, end), kind, rtl))
        return lines

    @staticmethod
    def _more_follows(text: str, paragraph: str, end: int) -> bool:
        """Whether anything is left to be shown after this line."""
        return bool(paragraph[end:].strip()) or not text.rstrip().endswith(paragraph.rstrip())

    def _last(self, rest: str, kind: Type, room: int, rtl: bool) -> Line:
        """The last line that is allowed: it ends in an ellipsis."""
        line = self.fit(rest, kind, room / self.scale)
        if line.cut:
            return line
        added = self.line(rest.rstrip() + ELLIPSIS, kind, rtl)
        return Line(added.text, added.runs, added.width, rtl, cut=True)

    def _breaks(self, text: str, kind: Type, room: int) -> list[tuple[int, int]]:
        """Start and end of each line of one paragraph, in logical order."""
        found: list[tuple[int, int]] = []
        start = 0
        while True:
            end = self._break(text, start, kind, room)
            found.append((start, end))
            if end >= len(text):
                return found
            start = end

    def _break(self, text: str, start: int, kind: Type, room: int) -> int:
        """Where the line that begins at `start` ends: after a word, or inside one too long."""
        best = start
        at = start
        while at < len(text):
            word = _word_end(text, at)
            if self.line(_part(text, start, word), kind).width > room:
                return best if best > start else self._inside(text, start, kind, room)
            best = at = word
        return len(text)

    def _inside(self, text: str, start: int, kind: Type, room: int) -> int:
        """A break inside a word that is wider than the whole line; at least one letter goes on."""
        low, high = start + 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.line(_part(text, start, middle), kind).width <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def _set(self, text: str, kind: Type, rtl: bool | None) -> Line:
        """Cut a text into runs of one face and put them side by side as they are seen."""
        base = self.starts_right(text) if rtl is None else rtl
        runs: list[Run] = []
        x = 0
        for start, end, right_to_left in bidi.visual_runs(text, base, signs=True):
            pieces = self._faces(text, start, end, kind, right_to_left)
            for first, last, face in reversed(pieces) if right_to_left else pieces:
                shown = self.fonts.drawable(bidi.shown(text[first:last]))
                if right_to_left or self._lone_arrow(text):
                    shown = shown.translate(ARROWS)
                width = self.fonts.width(shown, face) if shown else 0
                runs.append(Run(shown, face, first, x, width))
                x += width
        return Line(text, tuple(runs), x, base)

    def _lone_arrow(self, text: str) -> bool:
        """A sign between two things placed by hand, on a mirrored page: it points the other way."""
        return self.rtl and text.strip() in ("→", "←")

    def _faces(
        self, text: str, start: int, end: int, kind: Type, rtl: bool
    ) -> list[tuple[int, int, Face]]:
        """Stretches of one family, in logical order; spaces stay with what came before."""
        found: list[tuple[int, int, Face]] = []
        px = self.px(kind)
        bold = kind.bold or text[:start].count(BOLD) % 2 == 1
        for at in range(start, end):
            char = text[at]
            if char == BOLD:
                bold = kind.bold or not bold
            stays = char in " " + BOLD and found
            face = Face(found[-1][2].family if stays else self.fonts.family(char), px, bold, rtl)
            if found and found[-1][2] == face:
                found[-1] = (found[-1][0], at + 1, face)
            else:
                found.append((at, at + 1, face))
        return found

    def caret(self, line: Line, index: int) -> int:
        """Pixels from the line's left edge to the caret before the letter `index`."""
        for run in line.runs:
            if run.start <= index < run.start + len(run.text):
                part = self.fonts.width(run.text[: index - run.start], run.face)
                return run.x + (run.width - part if run.face.rtl else part)
        return 0 if line.rtl else line.width

    def index_at(self, line: Line, x: float) -> int:
        """The letter before which a click at `x` pixels puts the caret."""
        text = line.text
        places = (i for i in range(len(text) + 1) if i == len(text) or not is_mark(text[i]))
        return min(places, key=lambda i: abs(self.caret(line, i) - x))


def _part(text: str, start: int, end: int) -> str:
    """Some letters of a text without blanks at the end; bold goes on from what came before."""
    part = text[start:end].rstrip()
    return BOLD + part if BOLD in text and text[:start].count(BOLD) % 2 else part


def _word_end(text: str, at: int) -> int:
    """The place after the next word and the blanks that follow it."""
    end = at
    while end < len(text) and text[end] not in BREAK_AFTER:
        end += 1
    while end < len(text) and text[end] in BREAK_AFTER:
        end += 1
    return end
