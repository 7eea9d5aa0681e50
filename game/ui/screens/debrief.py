"""The debrief: a question leads, and the turns of a game that is over serve it.

It holds a finished `Review` and nothing of the game. All truth is in it, so it is shown after the
end, or to the facilitator. What the room decides about an expectation is handed to `decide`, which
keeps it in the journal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.language import t as say
from game.report import with_outcome
from game.ui import theme as t
from game.ui.layout import Box, row
from game.ui.notices import Notice
from game.ui.screen import Screen
from game.ui.screens import debrief_header as header
from game.ui.screens import debrief_panels as panels
from game.ui.screens import debrief_scrubber as scrubber
from game.ui.screens.debrief_header import Doors
from game.ui.screens.debrief_note import note_of
from game.ui.screens.debrief_panels import tagged
from game.ui.screens.debrief_sure import sureness
from game.ui.screens.note import Act, Note, Words
from game.ui.view_models import debrief as model
from game.ui.view_models import words
from game.ui.widgets import Button, Choice, Choices, Group, Paint, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.report import Came, OrderPart, Review
    from game.ui.press import Press
    from game.ui.stage import Stage

TURN_SECONDS = 2.0
QUESTION = t.Type(18, 26, bold=True)
QUESTION_HIGH = 68.0
WIDTHS = (440.0, 440.0, 368.0)  # of the panels
SMALL = (1000.0, 620.0)  # windows less wide or high show one panel at a time


class Debrief(Screen):
    """One game talked over."""

    first = "scrubber"

    def __init__(self, review: Review, doors: Doors) -> None:
        """A debrief of a review; it begins with the first question and the first turn."""
        self.review, self.doors = review, doors
        self.talk = model.begun(review)
        self.title = say("Debrief: {title}", title=review.title)
        self.panel = "views"  # the one that is shown in a small window
        self._next = 0.0  # when the next turn is shown, while it plays

    def build(self, stage: Stage) -> list[Widget]:
        """Header, question, three panels, scrubber; in a small window one panel at a time."""
        area = stage.area
        small = area.w < SMALL[0] or area.h < SMALL[1]
        top, foot = (48.0, scrubber.LOW) if small else (t.HEADER, scrubber.HIGH)
        asked = 52.0 if small else QUESTION_HIGH
        wide = area.w - 2 * t.GUTTER
        high = area.h - top - asked - foot - 2 * t.GUTTER
        body = Box(t.GUTTER, top + asked, wide, high)
        self.expected = model.expected(self.review, self.talk.seat)
        middle = self._tabs(stage, body) if small else self._panels(stage, body)
        head = header.Headed(self.title, self.talk.step, self._step, self.doors, self._write)
        return [
            header.strip(head, stage, area.top(top), small=small),
            self._question(stage, Box(0, top, area.w, asked), small=small),
            *middle,
            self._scrubber(stage, Box(t.GUTTER, body.bottom + t.GUTTER, wide, foot)),
        ]

    def _panels(self, stage: Stage, body: Box) -> list[Widget]:
        """The three panels side by side."""
        share = (body.w - 2 * t.GUTTER) / sum(WIDTHS)
        boxes = row(body, [wide * share for wide in WIDTHS], t.GUTTER)
        makers = (self._views, self._expectations, self._sureness)
        return [make(stage, box, True) for make, box in zip(makers, boxes, strict=True)]

    def _tabs(self, stage: Stage, body: Box) -> list[Widget]:
        """One of the panels, and which."""
        makers = {"views": self._views, "expected": self._expectations, "sure": self._sureness}
        names = (say("Views"), say("Expected and happened"), say("Confidence"))
        choices = Choices("debrief/panel", body.top(28), say("Panel"))
        choices.items = [Choice(key, label) for key, label in zip(makers, names, strict=True)]
        choices.chosen, choices.choose = self.panel, self._turn_to
        return [choices, makers[self.panel](stage, body.below(32), False)]

    def _turn_to(self, panel: str) -> None:
        self.panel = panel

    def _views(self, stage: Stage, box: Box, head: bool) -> Widget:
        """Two views of the turn."""
        del stage
        truth = "" if self.review.seat else say("Ground truth")
        seats, sides = model.seats_of(self.review), model.sides(self.review, self.talk)
        return panels.views(box, seats, self.talk, sides, self._look, truth=truth, head=head)

    def _expectations(self, stage: Stage, box: Box, head: bool) -> Widget:
        """What was expected, and what happened."""
        name = model.seat_name(self.review, self.talk.seat)
        return panels.expectations(
            box, stage, self.expected, name, lambda key: self._why(stage, key), head=head
        )

    def _sureness(self, stage: Stage, box: Box, head: bool) -> Widget:
        """How sure, and what came."""
        said = model.confidence(self.review, self.talk.seat)
        return sureness(box, said, self.talk, self._table, stage, head=head)

    def _question(self, stage: Stage, box: Box, *, small: bool) -> Widget:
        """The question that leads, with its number."""
        asked = model.asked(self.review, self.talk)
        told = say("Question {number} of {count}", number=asked.number, count=asked.count)
        kind = t.BODY_BOLD if small else QUESTION
        setter, middle = stage.setter(), box.y + box.h / 2
        side = setter.width(told, t.SMALL) + 24
        tag = Paint("question/number", Box(16, middle - 16, side, 32), told, paint=tagged(told))
        wide = box.w - side - 28 - 104
        high = min(2, len(setter.wrap(asked.text, kind, wide))) * kind.line
        text = Text("question", Box(side + 28, middle - high / 2, wide, high), value=asked.text)
        text.kind, text.wrap, text.most = kind, True, 2
        ways = (
            ("back", "rewind", say("Question before"), -1),
            ("next", "skip", say("Next question"), 1),
        )
        buttons: list[Widget] = []
        for n, (key, icon, label, by) in enumerate(ways):
            place = Box(box.right - 88 + 40 * n, middle - 16, 32, 32)
            button = Button(f"question/{key}", place, label, icon=icon)
            button.press = lambda by=by: self._to(model.next_question(self.review, self.talk, by))
            buttons.append(button)
        return Group("asked", box, children=[tag, text, *buttons])

    def _scrubber(self, stage: Stage, box: Box) -> Widget:
        """The strip of turns."""
        review, talk = self.review, self.talk
        doing = scrubber.Doing(
            go=lambda turn: self._go(stage, turn),
            step=lambda by: self._go(stage, model.moved(review, self.talk, by).turn),
            play=lambda: self._play(stage),
        )
        when = words.when(talk.turn, review.starts, review.turn_length)
        columns = model.columns(review)
        return scrubber.panel(box, columns, talk.turn, doing, when=when, playing=talk.playing)

    def _to(self, talk: model.Talk) -> None:
        self.talk = talk

    def _step(self, step: str) -> None:
        self.talk = replace(self.talk, step=step, question=0)

    def _table(self, table: bool) -> None:
        self.talk = replace(self.talk, table=table)

    def _look(self, seat: str, beside: str) -> None:
        """Another pair of views; a seat is not shown beside itself."""
        self.talk = replace(self.talk, seat=seat, beside=model.TRUTH if beside == seat else beside)

    def _go(self, stage: Stage, turn: int) -> None:
        """Another turn; the list of expectations follows it."""
        self.talk = replace(self.talk, turn=turn)
        first = next((n for n, one in enumerate(self.expected) if one.order.turn >= turn), None)
        rows = stage.top.find("expected/rows")
        if first is not None and isinstance(rows, Rows):
            _bring(rows, str(first), stage)
        stage.dirty = True

    def _play(self, stage: Stage) -> None:
        """Turn after turn by itself, from the start if it stands at the end; or stop."""
        playing = not self.talk.playing
        last = self.review.turns[-1].turn if self.review.turns else self.talk.turn
        if playing and self.talk.turn == last:
            self._go(stage, self.review.turns[0].turn)
        self.talk = replace(self.talk, playing=playing)
        self._next = stage.now + TURN_SECONDS
        stage.dirty = True

    def tick(self, stage: Stage, now: float) -> None:
        """While it plays, the next turn comes every two seconds."""
        if not self.talk.playing or now < self._next:
            return
        self._next = now + TURN_SECONDS
        ahead = model.moved(self.review, self.talk, 1)
        if ahead.turn == self.talk.turn:
            self.talk = replace(self.talk, playing=False)
            stage.dirty = True
        else:
            self._go(stage, ahead.turn)

    def on(self, press: Press, stage: Stage) -> bool:
        """The keys of the page."""
        if press.named("left", "right"):
            by = -1 if press.key == "left" else 1
            self._go(stage, model.moved(self.review, self.talk, by, marked=press.shift).turn)
            return True
        if press.named("space"):
            self._play(stage)
            return True
        if press.named("esc"):
            self.doors.leave()
            return True
        return press.kind == "text" and self._letter(press.text.casefold(), stage)

    def _letter(self, letter: str, stage: Stage) -> bool:
        """1 to 4 a step, Q question, S seat, C curve or table, P projector, Y N X decide, W why."""
        keys = [key for key, _ in model.steps()]
        if letter.isdecimal() and 0 < int(letter) <= len(keys):
            self._step(keys[int(letter) - 1])
            return True
        acts: dict[str, Callable[[], None]] = {
            "q": lambda: self._to(model.next_question(self.review, self.talk, 1)),
            "s": self._other_seat,
            "c": lambda: self._table(not self.talk.table),
            "p": self.doors.theme,
            "w": lambda: self._why(stage, self._current(stage)),
            "y": lambda: self._decide("yes", stage),
            "n": lambda: self._decide("no", stage),
            "x": lambda: self._decide("cannot", stage),
        }
        act = acts.get(letter)
        if act is not None:
            act()
        return act is not None

    def _other_seat(self) -> None:
        """The next seat's view."""
        keys = [key for key, _ in model.seats_of(self.review)]
        if keys:
            at = keys.index(self.talk.seat) if self.talk.seat in keys else -1
            self._look(keys[(at + 1) % len(keys)], self.talk.beside)

    def _current(self, stage: Stage) -> str:
        """The key of the order that the keyboard is on; '' where nothing was expected."""
        rows = stage.top.find("expected/rows")
        return rows.state(stage.memory).current if isinstance(rows, Rows) else ""

    def _decide(self, came: Came, stage: Stage, order: OrderPart | None = None) -> None:
        """What the room decides of the current order; what is a condition decides itself."""
        key = self._current(stage)
        if order is None and key:
            order = self.expected[int(key)].order
        if order is None or self.doors.decide is None or order.decided == "condition":
            return
        wanted: Came = "" if order.came == came else came
        if refused := self.doors.decide(order, wanted):
            stage.tell(Notice(refused, icon="warn", kind="alert"))
            return
        self.review = with_outcome(self.review, order, wanted)
        stage.dirty = True

    def _why(self, stage: Stage, key: str) -> None:
        """An order in full: what was written, what it moved and how, and what the room decides."""
        if not key:
            return
        one = self.expected[int(key)]
        decides = self.doors.decide is not None and one.order.decided != "condition"
        answer = (lambda came: self._decide(came, stage, one.order)) if decides else None
        stage.open(note_of(one, answer))

    def _write(self, stage: Stage) -> None:
        """Make the page, and say where it is."""
        if self.doors.write is not None:
            said = self.doors.write(self.review)
            close = [Act("close", say("Close"), primary=True)]
            stage.open(Note(say("The review"), [Words(said)], close))


def _bring(rows: Rows, key: str, stage: Stage) -> None:
    """Make a row current and scroll to it."""
    state = rows.state(stage.memory)
    keys = [one.key for one in rows.rows]
    state.current = key
    state.offset = sum(one.height for one in rows.rows[: keys.index(key)])
