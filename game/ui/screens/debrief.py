"""The debrief: a question leads, and the turns of a game that is over serve it.

It holds a finished `Review` and nothing of the game. All truth is in it, so it is shown after the
end, or to the facilitator. What the room decides about an expectation is handed to `decide`, which
keeps it in the journal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.language import t as say
from game.report import with_outcome
from game.ui import theme as t
from game.ui.layout import Box, row
from game.ui.screen import Screen
from game.ui.screens import debrief_panels as panels
from game.ui.screens import debrief_scrubber as scrubber
from game.ui.screens.debrief_note import note_of
from game.ui.screens.debrief_panels import bookmark, tagged
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


@dataclass(frozen=True, slots=True)
class Doors:
    """What the debrief asks of the house: keep a decision, make the page, the other colors, leave.

    `write` says in a sentence where the page is; None where there is no journal to make it of.
    """

    leave: Callable[[], None]
    theme: Callable[[], None]
    decide: Callable[[OrderPart, Came], None] | None = None
    write: Callable[[Review], str] | None = None


class Debrief(Screen):
    """One game talked over."""

    first = "scrubber"

    def __init__(self, review: Review, doors: Doors) -> None:
        """A debrief of a review; it begins with the first question and the first turn."""
        self.review, self.doors = review, doors
        self.talk = model.begun(review)
        self.title = say("Debrief: {title}", title=review.title)
        self._next = 0.0  # when the next turn is shown, while it plays

    def build(self, stage: Stage) -> list[Widget]:
        """Header, question, three panels, scrubber."""
        area = stage.area
        body = Box(
            t.GUTTER,
            t.HEADER + QUESTION_HIGH,
            area.w - 2 * t.GUTTER,
            area.h - t.HEADER - QUESTION_HIGH - scrubber.HIGH - 2 * t.GUTTER,
        )
        share = (body.w - 2 * t.GUTTER) / 1248
        left, middle, right = row(body, [440 * share, 440 * share, 368 * share], t.GUTTER)
        foot = Box(t.GUTTER, body.bottom + t.GUTTER, body.w, scrubber.HIGH)
        truth = "" if self.review.seat else say("Ground truth")
        seats = model.seats_of(self.review)
        self.expected = model.expected(self.review, self.talk.seat)
        name = model.seat_name(self.review, self.talk.seat)
        said = model.confidence(self.review, self.talk.seat)
        sides = model.sides(self.review, self.talk)
        return [
            self._header(stage, area.top(t.HEADER)),
            self._question(stage, Box(0, t.HEADER, area.w, QUESTION_HIGH)),
            panels.views(left, seats, self.talk, sides, self._look, truth=truth),
            panels.expectations(
                middle, stage, self.expected, name, lambda key: self._why(stage, key)
            ),
            sureness(right, said, self.talk, self._table, stage),
            self._scrubber(stage, foot),
        ]

    def _header(self, stage: Stage, box: Box) -> Widget:
        """Title, the four steps, what can be done with all of it."""
        setter = stage.setter()
        found: list[Widget] = []
        x = box.right - 16
        for key, label, do in self._acts(stage):
            wide = setter.width(label, t.BODY) + 28
            x -= wide
            button = Button(f"debrief/{key}", Box(x, box.y + 16, wide, t.CONTROL), label)
            button.press = do
            found.append(button)
            x -= 8
        steps = model.steps()
        wide = sum(setter.width(label, t.SMALL) + 24 for _, label in steps)
        x -= wide + 4
        choices = Choices(
            "debrief/step", Box(x, box.y + 16, wide, t.CONTROL), say("Step"), chips=False
        )
        choices.items = [Choice(key, label) for key, label in steps]
        choices.chosen, choices.choose = self.talk.step, self._step
        title = Text("debrief/title", Box(48, box.y + 10, x - 64, 22), value=self.title)
        title.kind = t.TITLE
        about = say("What was planned · what happened · why · what to keep or change")
        under = Text("debrief/about", Box(48, box.y + 34, x - 64, 16), value=about)
        under.kind, under.color = t.SMALL, "muted"
        mark = Paint("debrief/mark", Box(16, box.y + 20, 24, 24), "", paint=bookmark)
        return Group("debrief", box, children=[mark, title, under, choices, *reversed(found)])

    def _acts(self, stage: Stage) -> list[tuple[str, str, Callable[[], None]]]:
        """The buttons of the header, from the right."""
        acts: list[tuple[str, str, Callable[[], None]]] = [
            ("leave", say("Leave"), self.doors.leave),
            ("projector", say("Projector view"), self.doors.theme),
        ]
        if self.doors.write is not None:
            acts.insert(1, ("write", say("Make the review"), lambda: self._write(stage)))
        return acts

    def _question(self, stage: Stage, box: Box) -> Widget:
        """The question that leads, with its number."""
        asked = model.asked(self.review, self.talk)
        told = say("Question {number} of {count}", number=asked.number, count=asked.count)
        tag = Paint("question/number", Box(16, box.y + 18, 118, 32), told, paint=tagged(told))
        wide = box.w - 146 - 104
        high = min(2, len(stage.setter().wrap(asked.text, QUESTION, wide))) * QUESTION.line
        place = Box(146, box.y + (box.h - high) / 2, wide, high)
        text = Text("question", place, value=asked.text)
        text.kind, text.wrap, text.most = QUESTION, True, 2
        back = Button(
            "question/back", Box(box.right - 88, box.y + 18, 32, 32), say("Question before")
        )
        back.icon, back.press = (
            "rewind",
            lambda: self._to(model.next_question(self.review, self.talk, -1)),
        )
        ahead = Button(
            "question/next", Box(box.right - 48, box.y + 18, 32, 32), say("Next question")
        )
        ahead.icon, ahead.press = (
            "skip",
            lambda: self._to(model.next_question(self.review, self.talk, 1)),
        )
        return Group("asked", box, children=[tag, text, back, ahead])

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
        self.doors.decide(order, wanted)
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
