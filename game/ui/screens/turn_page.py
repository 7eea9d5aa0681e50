"""The turn recap: what changed since a turn, what came of the orders, what others did.

A page to read before the desk, built from observations and told events alone: this is where a
secret would leak first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count, t_in
from game.ui import theme as t
from game.ui.layout import Box, row
from game.ui.notices import Notice
from game.ui.screen import Screen
from game.ui.screens import header, turn_rows
from game.ui.screens.emptiness import empty
from game.ui.screens.ladder import open_ladder
from game.ui.screens.turn_cards import change_card
from game.ui.screens.why_layer import open_why
from game.ui.view_models.turn_account import Account, account
from game.ui.widgets import (
    Button,
    Choice,
    Choices,
    Figure,
    Paint,
    Panel,
    Row,
    Rows,
    Scroller,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.changes import Heavy

CARD, CARDS, TITLE, GAP = 140.0, 3, 48.0, 16.0
WIDE, HIGH = 1100.0, 600.0
TALL = 260.0  # of a panel where all stand in one column
LISTS = ("recap/orders", "recap/others", "recap/desk")


class TurnPage(Screen):
    """A layer over everything. Enter goes to the desk; V changes the order; B marks a moment."""

    first = "recap/go"
    covers = True

    def __init__(self, work: Work, turn: int, *, helps: Callable[[], None] | None = None) -> None:
        """The account of a turn that has been played; `helps` opens the page of keys."""
        self.work, self.turn, self.helps = work, turn, helps
        self.view: Account = account(work.book, turn)
        self.by_time = False
        self.title = say("Since your last turn") if self._last else self._named

    @property
    def _last(self) -> bool:
        """Whether this is the turn just played."""
        return self.turn == self.work.now.turn - 1

    @property
    def _named(self) -> str:
        """The turn by its number."""
        return say("Turn {number}, what came of it", number=self.turn)

    def build(self, stage: Stage) -> list[Widget]:
        """The header, the title row, cards, then panels; one column in a small window."""
        area = stage.area
        acts = {"ladder": lambda: open_ladder(stage, self.work)}
        if self.helps is not None:
            acts["help"] = self.helps
        top = header.of(stage, area.top(t.HEADER), self.work, acts, observing=self._last)
        body = area.below(t.HEADER).inset(24, 8)
        found = [top, *self._title(stage, body.top(TITLE))]
        rest = body.below(TITLE + 8)
        rest = Box(rest.x, rest.y, rest.w, rest.h - 8)
        if area.w >= WIDE and area.h >= HIGH:
            return [*found, *self._wide(stage, rest)]
        scroll = Scroller("recap/all", rest, self.title, place=lambda box: self._column(stage, box))
        return [*found, scroll.filled(stage)]

    def _title(self, stage: Stage, box: Box) -> list[Widget]:
        """What this page is, in which order it stands, and the way on."""
        setter = stage.setter()
        label = say("Go to the desk") if self._last else say("Close")
        wide = setter.width(label, t.BODY_BOLD) + setter.width("Enter", t.SMALL) + 48
        go = Button("recap/go", Box(box.right - wide, box.y + 8, wide, 36), label)
        go.press, go.primary, go.key = stage.close, True, "Enter"
        order = Choices("recap/order", Box(0, box.y + 12, 0, 28), say("Order of lines"))
        order.items = [
            Choice("weight", t_in("order of lines", "By weight")),
            Choice("time", t_in("order of lines", "By time")),
        ]
        order.chosen, order.choose = "time" if self.by_time else "weight", self._order
        places = order.places(lambda text: setter.width(text, t.SMALL))
        order_wide = places[-1].right - places[0].x
        order.box = Box(go.box.x - order_wide - 16, box.y + 12, order_wide, 28)
        name = self.work.booklet.actors[self.work.booklet.me].name
        known = say("Turn {number}, as far as {name} may know", number=self.turn, name=name)
        room = order.box.x - box.x - 16
        title_wide = min(setter.width(self.title, t.PAGE) + 2, room)
        found: list[Widget] = [
            Text(
                "recap/title", Box(box.x, box.y + 8, title_wide, 32), value=self.title, kind=t.PAGE
            )
        ]
        if room - title_wide > 120:
            aside = Box(box.x + title_wide + 12, box.y + 14, room - title_wide - 12, 22)
            found.append(Text("recap/known", aside, value=known, kind=t.BODY, color="muted"))
        return [*found, order, go]

    def _order(self, key: str) -> None:
        """By weight or by time."""
        self.by_time = key == "time"

    def _wide(self, stage: Stage, box: Box) -> list[Widget]:
        """Three cards over a left column of orders and a right one of what others did."""
        cards = self._cards(stage, box.top(CARD))
        rest = box.below(CARD + GAP) if cards else box
        left, right = row(rest, [rest.w * 0.487, 0.0], GAP)
        others = right.top(max(120.0, right.h * 0.46))
        low = right.below(others.h + GAP)
        desk, silent = row(low, [0.0, 0.0], GAP)
        return [
            *cards,
            self._orders(stage, left),
            self._others(stage, others),
            self._desk(stage, desk),
            self._silent(stage, silent),
        ]

    def _column(self, stage: Stage, box: Box) -> tuple[list[Widget], float]:
        """Everything under one another."""
        wide = box.w - 8
        found: list[Widget] = []
        y = box.y
        for number, heavy in enumerate(self.view.heavy[:CARDS]):
            found.append(self._card(stage, Box(box.x, y, wide, CARD), number, heavy))
            y += CARD + GAP
        for part in (self._orders, self._others, self._desk, self._silent):
            found.append(part(stage, Box(box.x, y, wide, TALL)))
            y += TALL + GAP
        return found, y - box.y

    def _cards(self, stage: Stage, box: Box) -> list[Widget]:
        """The heaviest changes."""
        heavy = self.view.heavy[:CARDS]
        boxes = row(box, [0.0] * max(2, len(heavy)), GAP)
        return [
            self._card(stage, place, number, one)
            for number, (place, one) in enumerate(zip(boxes, heavy, strict=False))
        ]

    def _card(self, stage: Stage, box: Box, number: int, heavy: Heavy) -> Widget:
        """One change, with the way to its causes."""
        panel = change_card(f"recap/card/{number}", box, heavy)
        new = self.work.book.seen.get(self.turn + 1)
        if heavy.measure and new is not None:
            label = say("why")
            wide = stage.setter().width(label, t.BODY) + 2
            place = Box(box.right - 16 - wide, box.y + 88, wide, t.BODY.line)
            spoken = say("{name}: {before}, now {after}. Why?", **_words(heavy))
            figure = Figure(f"recap/why/{number}", place, spoken, label, color="muted")
            figure.press = lambda: _ask(stage, self.work, self.turn, heavy, figure.box)
            panel.children.append(figure)
        return panel

    def _orders(self, stage: Stage, box: Box) -> Widget:
        """What was ordered, beside what can be seen of it."""
        title = say("Your orders")
        said = say("what you wrote, beside what you can see")
        panel = Panel("recap/left", box, title, icon="send", aside=said)
        marks = 36.0
        body = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - 3 - marks)
        rows = [
            turn_rows.order_row(stage, str(n), outcome, body.w)
            for n, outcome in enumerate(self.view.orders)
        ]
        panel.children = [_list("recap/orders", body, title, rows, say("You gave no orders."))]
        foot = Box(box.x + 16, box.bottom - marks, box.w - 32, marks)
        mark = Button("recap/mark", foot.inset(0, 4).left(min(330.0, foot.w)), say("Mark this"))
        mark.press = lambda: self._mark(stage)
        mark.paint = turn_rows.marker(say("Mark one of these for the debrief"))
        panel.children.append(mark)
        return panel

    def _others(self, stage: Stage, box: Box) -> Widget:
        """What was seen or heard of the others."""
        lines = self.view.others
        if not self.by_time:
            lines = tuple(sorted(lines, key=lambda line: -line.weight))
        return self._heard(stage, box, ("recap/others", say("What others did"), "eye"), lines)

    def _desk(self, stage: Stage, box: Box) -> Widget:
        """What is new, and how much is unread."""
        unread = t_count("{count} unread cable", "{count} unread cables", self.view.unread)
        title = say("New on your desk")
        return self._heard(
            stage,
            box,
            ("recap/desk", title, "flag"),
            self.view.desk,
            unread if self.view.unread else "",
        )

    def _heard(
        self,
        stage: Stage,
        box: Box,
        named: tuple[str, str, str],
        lines: tuple[turn_rows.Heard, ...],
        aside: str = "",
    ) -> Widget:
        """A panel of lines."""
        name, title, icon = named
        panel = Panel(f"{name}/panel", box, title, icon=icon, aside=aside)
        body = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - 3)
        rows = [turn_rows.heard_row(stage, str(n), line, body.w) for n, line in enumerate(lines)]
        nothing = {
            "recap/others": say("Nothing was heard of the others."),
            "recap/desk": say("Nothing new has arrived."),
        }[name]
        panel.children = [_list(name, body, title, rows, nothing)]
        return panel

    def _silent(self, stage: Stage, box: Box) -> Widget:
        """What was not heard."""
        title = say("Nothing heard")
        panel = Panel("recap/silent", box, title, icon="eyeoff")
        body = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - 3)
        rows = [
            turn_rows.silent_row(stage, str(n), line, body.w)
            for n, line in enumerate(self.view.silent)
        ]
        said = say("Everybody at the table was heard of.")
        panel.children = [_list("recap/quiet", body, title, rows, said)]
        return panel

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter and Esc close; V, B, W, Up and Down."""
        if press.named("enter", "esc"):
            stage.close()
        elif press.named("v"):
            self.by_time = not self.by_time
        elif press.named("b"):
            self._mark(stage)
        elif press.named("w"):
            figure = next((w.id for w in stage.stops() if isinstance(w, Figure)), "")
            stage.focus = figure or stage.focus
        elif press.named("up", "down") and stage.top.find("recap/orders"):
            stage.focus = "recap/orders"
        else:
            return False
        return True

    def _mark(self, stage: Stage) -> None:
        """Mark the line that the keyboard is on, else the turn, for the debrief."""
        text = say("Turn {number}", number=self.turn)
        name = stage.focus if stage.focus in LISTS else "recap/orders"
        listed = stage.top.find(name)
        if isinstance(listed, Rows) and listed.rows:
            current = listed.state(stage.memory).current
            chosen = next((r.label for r in listed.rows if r.key == current), "")
            text = say("{turn}: {line}", turn=text, line=chosen)
        self.work.place.mark(text)
        stage.tell(Notice(say("Marked for the debrief: {line}", line=text), icon="mark"))


def open_turn(stage: Stage, work: Work, turn: int) -> None:
    """Open the account of a turn."""
    stage.open(TurnPage(work, turn, helps=stage.help))


def _list(name: str, body: Box, title: str, rows: list[Row], nothing: str) -> Widget:
    """Rows, or words where there are none."""
    if rows:
        return Rows(name, body, title, rows=rows)
    words = Paint(f"{name}/none", body, title, nothing, role="note")
    words.paint = empty("eyeoff", nothing, "", line=False)
    return words


def _words(heavy: Heavy) -> dict[str, str]:
    """A change in words."""
    return {"name": heavy.name, "before": heavy.before, "after": heavy.after}


def _ask(stage: Stage, work: Work, turn: int, heavy: Heavy, box: Box) -> None:
    """The causes of a change, as they were told after that turn."""
    open_why(stage, work.book.seen[turn + 1], heavy.measure, box)
