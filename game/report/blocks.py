"""What a page of a report is made of: paragraphs, tables, plots with their tables, writing lines.

A page is a value. Whoever makes one says what stands on it and never how it looks; the texts are
plain, and markup in them is shown, not obeyed. `page.write` turns it into HTML.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

Mark = Literal["", "good", "bad", "muted", "alert"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `more` are further lines under the text; `boxes` are to be ticked.

    mark: a color with its sign: good is a check, bad a cross; muted and alert have none.
    """

    text: str
    mark: Mark = ""
    more: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head; figures stand at the end of their column, `share` is of the width, in %."""

    text: str
    figures: bool = False
    share: int = 0


Row = tuple[str | Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; a long one may break over pages and repeats its heads there.

    `named`: how many columns of each row name the row, for readers that read aloud; `small`: type
    for tables of many columns; `empty`: what stands there when there is no row.
    """

    kind: ClassVar[str] = "table"
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    long: bool = False
    named: int = 1
    small: bool = False
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing, what it shows in a sentence, and the same as a table right after it."""

    kind: ClassVar[str] = "plot"
    svg: str  # as `plots.drawn` made it
    caption: str
    table: Table
    beside: bool = False  # the table stands beside the drawing, where the page is wide enough


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a note is small and muted."""

    kind: ClassVar[str] = "words"
    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Subhead:
    """A head inside a section."""

    kind: ClassVar[str] = "subhead"
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Short sentences, one under the other."""

    kind: ClassVar[str] = "listing"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with lines to write on."""

    kind: ClassVar[str] = "question"
    text: str
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Blocks side by side where the page is wide enough."""

    kind: ClassVar[str] = "pair"
    blocks: "tuple[Block, ...]"


Block = Table | Plot | Words | Subhead | Listing | Question | Pair


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a page; `key` is its anchor."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that leads: what it is of, itself, and what it is measured against."""

    label: str
    figure: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page. `kicker` stands over the title, `lead` under it, `foot` at the very end.

    `running` is the line in the margin of printed pages.
    """

    title: str
    kicker: str
    lead: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, ...] = ()
    running: str = ""
