"""What is wrong in a scenario file, and where.

A fault carries its own source line, so that whoever shows it needs to read no file again. Text
of the file is quoted with control and direction-changing characters escaped: a scenario comes
from a stranger, and a terminal obeys what is printed on it.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]

# Cc control, Cf format (bidirectional overrides among them), Cs surrogates, Zl/Zp line breaks.
UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
SHOWN = 96  # columns of a source line that are shown around its caret
LONGEST = 400  # characters of a message: a key may be a megabyte long


class Place(NamedTuple):
    """A point in a file. Lines and columns start at 1; columns count code points."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake: its place, a stable code, a sentence, and the next step."""

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    source_line: str = field(default="", compare=False, repr=False)

    @property
    def is_error(self) -> bool:
        """Whether the scenario cannot be played as it stands."""
        return self.severity == "error"


class ScenarioError(Exception):
    """A scenario that cannot be played, with every fault found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__("\n".join(render(fault) for fault in self.faults))


def render(fault: Fault, source_line: str | None = None) -> str:
    """The fault as `file:line:column: code: message (hint)`, its line, and a caret below."""
    head = f"{escape(fault.file)}:{fault.line}:{fault.column}: {fault.code}: "
    head += "warning: " if fault.severity == "warning" else ""
    head += shorten(escape(fault.message))
    if fault.hint:
        head += f" ({shorten(escape(fault.hint))})"
    line = fault.source_line if source_line is None else source_line
    if not line.strip():
        return head
    shown, caret = _window(line, fault.column - 1)
    return f"{head}\n  {shown}\n  {' ' * caret}^"


def escape(text: str) -> str:
    """The text, with every character that a terminal might obey written as its number."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe(character) for character in text)


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, cut in its middle if it is longer than `longest`."""
    if len(text) <= longest:
        return text
    half = (longest - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def _safe(character: str) -> str:
    if character == "\t":
        return " "
    if unicodedata.category(character) not in UNSAFE:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _cells(shown: str) -> int:
    """Terminal columns that a safe piece of text takes."""
    return sum(_width(character) for character in shown)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column, and the terminal column of the caret in it."""
    column = min(max(column, 0), len(line))
    start = column
    room = SHOWN * 2 // 3
    while start > 0 and room > 0:
        start -= 1
        room -= _cells(_safe(line[start]))
    lead = "…" if start else ""
    before = lead + "".join(_safe(character) for character in line[start:column])
    after, room = "", SHOWN - _cells(before)
    for position in range(column, len(line)):
        piece = _safe(line[position])
        room -= _cells(piece)
        if room < 0:
            after += "…"
            break
        after += piece
    return (before + after).rstrip(), _cells(before)
