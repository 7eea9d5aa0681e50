"""The desk: a seat's page in the order phase. Information above and at the left, action below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_later, t_now
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import (
    accounts,
    atlas_panel,
    feed_panel,
    figures,
    header,
    information,
    sheet_panel,
)
from game.ui.screens.ladder import open_ladder
from game.ui.screens.marking import open_marking
from game.ui.screens.turn_page import open_turn
from game.ui.screens.why_layer import close_why
from game.ui.view_models import compose, desk, sheet
from game.ui.widgets import Choice, Choices, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage

LEFT, RIGHT, OWN, TURNS = 288.0, 324.0, 352.0, 64.0
COMPACT_WIDE, COMPACT_HIGH = 1200.0, 640.0
TABS = (
    ("map", t_later("Map")),
    ("own", t_later("Your seat")),
    ("inbox", t_later("Inbox")),
    ("feed", t_later("Feed")),
    ("turns", t_later("Turns")),
    ("sheet", t_later("Sheet")),
)
POLL_SECONDS = 0.5
JUMPS = {
    "f": "feed/list",
    "i": "inbox/list",
    "o": "sheet/moves",
    "y": "own/goals",
    "l": "turns/strip",
    "t": "map/table",
}


class Desk(Screen):
    """The page on which a turn is played."""

    first = "sheet/moves"

    def __init__(self, work: Work, leave: Callable[[Stage, str], None]) -> None:
        """A desk; `leave` goes to another page: "ending", "briefing" or "theme"."""
        self.work, self.leave = work, leave
        self.tab = "map"
        self.looked = 0.0

    @property
    def title(self) -> str:  # type: ignore[override]
        """The scenario's title, for the window's frame."""
        return self.work.booklet.title

    def build(self, stage: Stage) -> list[Widget]:
        """The header and the panels, side by side or one at a time."""
        self.work.foresee(stage.errands)
        area = stage.area
        acts = {
            "briefing": lambda: self.leave(stage, "briefing"),
            "ladder": lambda: open_ladder(stage, self.work),
            "theme": lambda: self.leave(stage, "theme"),
            "help": stage.help,
        }
        top = header.of(stage, area.top(t.HEADER), self.work, acts)
        body = area.below(t.HEADER).inset(t.GUTTER, t.GUTTER)
        if area.w < COMPACT_WIDE or area.h < COMPACT_HIGH:
            return [top, *self._compact(stage, body)]
        return [top, *self._wide(stage, body)]

    def _wide(self, stage: Stage, body: Box) -> list[Widget]:
        """Three columns over the sheet's drawer."""
        gap = t.GUTTER
        foot = sheet_panel.FOOT if self.work.open else sheet_panel.CLOSED
        left = body.left(LEFT)
        center = Box(left.right + gap, body.y, body.w - LEFT - RIGHT - 2 * gap, body.h - foot - gap)
        right = Box(body.right - RIGHT, body.y, RIGHT, center.h)
        goals = len(self.work.booklet.objectives)
        tall = min(OWN + 39 * max(0, goals - 3), 430.0) + max(0.0, body.h - 640) * 0.4
        work, shown = self.work, atlas_panel.shown(self.work)
        return [
            information.own(stage, left.top(tall), work, shown),
            information.inbox(stage, left.below(tall + gap), work),
            atlas_panel.panel(stage, center.top(center.h - TURNS - gap), work),
            information.turns(stage, Box(center.x, center.bottom - TURNS, center.w, TURNS), work),
            information.feed(stage, right, work, shown),
            self._sheet(stage, Box(center.x, center.bottom + gap, body.right - center.x, foot)),
        ]

    def _compact(self, stage: Stage, body: Box) -> list[Widget]:
        """One panel at a time, chosen by tabs: for small windows and large type."""

        def choose(key: str) -> None:
            self.tab = key

        tabs = Choices("tabs", body.top(28), say("Panels"), chosen=self.tab, choose=choose)
        tabs.items = [Choice(key, t_now(label)) for key, label in TABS]
        box, work = body.below(36), self.work
        match self.tab:
            case "map":
                panel = atlas_panel.panel(stage, box, work)
            case "own":
                panel = information.own(stage, box, work, atlas_panel.shown(work))
            case "inbox":
                panel = information.inbox(stage, box, work)
            case "feed":
                panel = information.feed(stage, box, work, atlas_panel.shown(work))
            case "turns":
                panel = information.turns(stage, box.top(TURNS), work)
            case _:
                panel = self._sheet(stage, box)
        return [tabs, panel]

    def _sheet(self, stage: Stage, box: Box) -> Widget:
        """The composer."""
        acts = sheet_panel.Acts(
            changed=lambda: None,
            move=lambda key: self._take_move(stage, key),
            keep=lambda: self._keep(stage),
            hand_in=lambda: self._confirm(stage),
            toggle=self._toggle,
        )
        return sheet_panel.panel(stage, box, self.work, acts)

    def _toggle(self) -> None:
        """Open or close the drawer."""
        self.work.open = not self.work.open

    def _take_move(self, stage: Stage, key: str) -> None:
        """Begin an order with a move; a closed one only says why."""
        work = self.work
        row = next(r for r in sheet.move_rows(work.index, work.kept, work.find) if r.key == key)
        if row.reason:
            stage.open(accounts.closed_move(row))
            return
        work.draft = sheet.begin(work.index, work.draft, row.deed)
        stage.rebuild()
        stage.focus = self._next_field(stage)

    def _next_field(self, stage: Stage) -> str:
        """Where writing goes on: the first operand that is open, else the text."""
        view = compose.composer(
            self.work.book, self.work.index, self.work.draft, self.work.others()
        )
        open_slot = next((o.slot for o in view.operands if not o.chosen), "")
        name = f"sheet/{open_slot}" if open_slot else "sheet/text"
        return name if stage.top.find(name) else stage.focus

    def _keep(self, stage: Stage) -> None:
        """Put the draft into the sheet, if it can be."""
        work = self.work
        if work.draft.kept or not work.draft.deed:
            return
        view = compose.composer(work.book, work.index, work.draft, work.others())
        if view.ready:
            work.keep()
            stage.rebuild()
            full = work.draft.kept
            stage.focus = "sheet/hand_in" if full else "sheet/moves"

    def _confirm(self, stage: Stage) -> None:
        """Ask before the sheet is sealed."""
        if self.work.sealed or self.work.unfinished():
            return
        stage.open(accounts.confirm(self.work, lambda: self._hand_in(stage)))

    def _hand_in(self, stage: Stage) -> None:
        """Say the sheet; then what happened, or what was refused."""
        self.work.hand_in(stage.errands, lambda taken: self._answered(stage, taken=taken))

    def _answered(self, stage: Stage, *, taken: bool) -> None:
        """The table has answered: it took the sheet, or said why not."""
        stage.dirty = True
        if stage.layers[0].screen is not self:  # a curtain fell meanwhile: this is for no other
            return
        if not taken:
            stage.open(accounts.refused(self.work.refusals))
            return
        self.leave(stage, "handed in")
        if stage.layers[0].screen is self:
            self.arrive(stage)

    def arrive(self, stage: Stage) -> None:
        """See whether the turn was resolved: then recap, or the end."""
        if not self.work.listen():
            return
        close_why(stage)
        for name in ("turns/strip", "inbox/list", "sheet/moves"):
            stage.memory.pop(name, None)
        stage.rebuild()
        if desk.over(self.work.now):
            self.leave(stage, "ending")
        else:
            stage.focus = "sheet/moves"
            open_turn(stage, self.work, self.work.now.turn - 1)

    def tick(self, stage: Stage, now: float) -> None:
        """Tell of a figure under a resting pointer; while sealed, ask whether the others are in."""
        if stage.top.screen is self:
            figures.rest(stage, self.work)
        header.tick(stage, self.work)
        if self.work.sealed and not self.work.playing and now - self.looked >= POLL_SECONDS:
            self.looked = now
            self.arrive(stage)

    def on(self, press: Press, stage: Stage) -> bool:
        """Shortcuts of the desk."""
        if press.kind == "text":
            return self._sign(press.text, stage)
        if press.kind != "key":
            return False
        if press.ctrl and press.key == "enter":
            if press.shift:
                self._confirm(stage)
            else:
                self._keep(stage)
            return True
        if press.named("esc") and self.work.find:
            self.work.find = ""
            return True
        if press.named("esc"):
            stage.open(accounts.leave(lambda: self.leave(stage, "quit")))
            return True
        return press.plain and self._letter(press, stage)

    def _sign(self, text: str, stage: Stage) -> bool:
        """Signs that stand on other keys in other countries."""
        if text == "?":
            stage.help()
        elif text == "/" and stage.focus.startswith("feed/"):
            feed_panel.look_for(stage)
        elif text == "/":
            self._jump(stage, "sheet/find")
        return text in ("?", "/")

    def _letter(self, press: Press, stage: Stage) -> bool:
        """Single letters, outside of text fields."""
        key = press.key
        if key in ("1", "2", "3") and int(key) <= len(self.work.drafts):
            self.work.current = int(key) - 1
        elif key == "m":
            atlas_panel.open_full(stage, self.work)
        elif key == "b":
            open_marking(stage, self.work.place)
        elif key == "g":
            open_ladder(stage, self.work)
        elif key == "w":
            figures.ask(stage, self.work)
        elif key == "p":
            figures.pin(stage, self.work)
        elif key == "f1":
            stage.help()
        elif key in JUMPS:
            if key == "t":
                self.work.table = not self.work.table
                self._jump(stage, "map/table" if self.work.table else "map/graph")
                return True
            self._jump(stage, JUMPS[key])
        else:
            return False
        return True

    def _jump(self, stage: Stage, name: str) -> None:
        """Go to a widget, opening its panel first."""
        panel = name.split("/", maxsplit=1)[0]
        self.tab = panel if panel in dict(TABS) else self.tab
        self.work.open = self.work.open or panel == "sheet"
        stage.rebuild()
        found = stage.top.find(name)
        if found is None:
            found = next((w for w in stage.stops() if w.id.startswith(f"{panel}/")), None)
        if found is not None:
            stage.focus = found.id
