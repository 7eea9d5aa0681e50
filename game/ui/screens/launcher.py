"""The launcher: saved games at the left, scenarios in the middle, how to play at the right.

A trainer chooses by skill, length and number of people; those stand on the cards. In a narrow
window the three columns become three tabs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game import language
from game.language import t as say
from game.language import t_in
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import launcher_play, launcher_saves
from game.ui.screens.launcher_cards import Cards
from game.ui.view_models import launch
from game.ui.view_models.launch import Filter, Poster, Saved, Way, Wish
from game.ui.widgets import Button, Choice, Choices, DropDown, Field, Option, Paint, Text, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.widgets import Look

LEFT, RIGHT = 288.0, 324.0
NARROW = 1100.0


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the launcher leads: each is asked when somebody goes there."""

    begin: Callable[[Wish], None]
    settings: Callable[[], None]
    help: Callable[[], None]
    file: Callable[[], None]
    write: Callable[[], None]
    speak: Callable[[str], None]


class Launcher(Screen):
    """The first page."""

    first = "launcher/cards"

    def __init__(
        self, posters: list[Poster], saves: list[Saved], doors: Doors, *, guide: bool = True
    ) -> None:
        """The scenarios and saved games, and where the buttons lead."""
        self.posters, self.saves, self.doors = posters, saves, doors
        self.filter = Filter()
        self.chosen = posters[0].key if posters else ""
        self.way: Way = "alone"
        self.guide = guide
        self.tab = "scenarios"
        self.spoken = language.current()
        self.later: Callable[[], list[Saved]] | None = None  # reads the saved games
        self.ticks = 0

    @property
    def poster(self) -> Poster | None:
        """The scenario one is looking at."""
        return next((p for p in self.posters if p.key == self.chosen), None)

    @property
    def last(self) -> Saved | None:
        """The newest game that can be played on or looked at."""
        return next((saved for saved in self.saves if launch.opens(saved)), None)

    def build(self, stage: Stage) -> list[Widget]:
        """Header, and three columns or the one of the tab."""
        area = stage.area
        body = area.below(t.HEADER).inset(t.GUTTER)
        found = self._header(stage, area.top(t.HEADER))
        if area.w >= NARROW:
            middle = Box(body.x + LEFT + 8, body.y, body.w - LEFT - RIGHT - 2 * t.GUTTER, body.h)
            found += [
                launcher_saves.panel(self, body.left(LEFT)),
                *self._middle(stage, middle),
                launcher_play.panel(self, stage, body.last(RIGHT)),
            ]
            return found
        tabs = Choices("launcher/tabs", body.top(t.CONTROL_SMALL), say("Pages"), chips=False)
        tabs.items = [
            Choice("saves", say("Continue")),
            Choice("scenarios", say("Scenarios")),
            Choice("play", say("Play")),
        ]
        tabs.chosen, tabs.choose = self.tab, self._turn
        rest = body.below(t.CONTROL_SMALL + 8)
        found.append(tabs)
        if self.tab == "saves":
            return [*found, launcher_saves.panel(self, rest)]
        if self.tab == "play":
            return [*found, launcher_play.panel(self, stage, rest)]
        return [*found, *self._middle(stage, rest)]

    def _turn(self, tab: str) -> None:
        """Another tab of a narrow window."""
        self.tab = tab

    def _header(self, stage: Stage, box: Box) -> list[Widget]:
        """Name, language, settings, help."""
        name = Paint("launcher/name", box, "Backchannel", role="banner", paint=_name)
        setter = stage.setter()
        buttons: list[Widget] = []
        x = box.right - 8
        for key, icon, label, press, sign in (
            ("help", "help", say("Help"), self.doors.help, "?"),
            ("settings", "gear", say("Settings"), self.doors.settings, "S"),
        ):
            wide = setter.width(label, t.BODY) + 76
            x -= wide
            place = Box(x, box.y + 16, wide, t.CONTROL)
            button = Button(f"launcher/{key}", place, label, icon=icon, press=press)
            button.quiet, button.key = True, sign
            buttons.append(button)
            x -= 8
        if box.w > 720:
            place = Box(x - 176, box.y + 16, 176, t.CONTROL)
            speaks = DropDown("launcher/language", place, say("Language"))
            speaks.options = languages()
            speaks.chosen, speaks.choose = language.current(), self.doors.speak
            buttons.append(speaks)
        name.children = buttons[::-1]
        return [name]

    def _middle(self, stage: Stage, box: Box) -> list[Widget]:
        """Heading with filters, then the cards."""
        shown = launch.shown(self.posters, self.filter)
        if shown and self.chosen not in [p.key for p in shown]:
            self.chosen = shown[0].key
        title = Text(
            "launcher/title", Box(box.x, box.y + 6, 120, 24), value=say("Scenarios"), kind=t.TITLE
        )
        wide = box.w >= 480
        setter = stage.setter()
        chips = Choices("launcher/length", Box(0, 0, 0, 0), say("Length"))
        chips.items = [
            Choice("all", say("All {count}", count=len(self.posters))),
            Choice("short", say("Up to {minutes} min", minutes=launch.SHORT)),
        ]
        chips.chosen, chips.choose = self.filter.length, self._length
        high = 40.0 if wide else 76.0
        used = sum(setter.width(item.label, t.SMALL) + 22 for item in chips.items)
        top = box.y if wide else box.y + 36
        at = box.x + 124 if wide else box.x
        chips.box = Box(at, top + 2, used, t.CONTROL_SMALL)
        rest = Box(at + used + 8, top, box.right - at - used - 8, t.CONTROL)
        skill = DropDown("launcher/skill", rest.left(rest.w / 2 - 4), say("Skill"))
        skill.options = [Option("", say("Any skill"))]
        skill.options += [
            Option(code, launch.skill_name(code)) for code in launch.skills_of(self.posters)
        ]
        skill.chosen, skill.choose = self.filter.skill, self._skill
        skill.hint = skill.shown()
        find = Field("launcher/find", rest.last(rest.w / 2 - 4), say("Find"))
        find.value, find.prompt, find.icon = self.filter.words, say("Find"), "search"
        find.key, find.changed = "/", self._find
        cards = Cards("launcher/cards", box.below(high), say("Scenarios"), posters=shown)
        cards.chosen, cards.look, cards.choose = self.chosen, self._look, lambda _: self.go()
        found: list[Widget] = [title, chips, skill, find, cards]
        if not shown:
            said = say("Nothing found. Clear the filters with Esc.")
            found.append(
                Text("launcher/none", box.below(high + 16).top(40), value=said, color="muted")
            )
        return found

    def _length(self, key: str) -> None:
        """Filter by length."""
        self.filter.length = "short" if key == "short" else "all"

    def _skill(self, key: str) -> None:
        """Filter by skill."""
        self.filter.skill = key

    def _find(self, text: str) -> None:
        """Filter by words."""
        self.filter.words = text

    def _look(self, key: str) -> None:
        """Look at a scenario."""
        self.chosen = key

    def go(self) -> None:
        """On to the seats, or at once if there is nothing to choose."""
        poster = self.poster
        if poster is not None and not poster.mistakes:
            self.doors.begin(Wish(poster.key, self.way, guide=self.guide))

    def proceed(self, saved: Saved) -> None:
        """Go on with a saved game."""
        self.doors.begin(Wish(journal=saved.path))

    def tick(self, stage: Stage, now: float) -> None:
        """Read the saved games once the first picture stands."""
        del now
        self.ticks += 1
        if self.later is not None and self.ticks > 1:
            self.saves, self.later = self.later(), None
            stage.dirty = True

    def on(self, press: Press, stage: Stage) -> bool:
        """C continue, O open, W write, S settings, 1 to 4 the way, Enter choose seats."""
        if press.named("/"):
            stage.focus = "launcher/find"
        elif press.named("c") and self.last is not None:
            self.proceed(self.last)
        elif press.named("o"):
            self.doors.file()
        elif press.named("w"):
            self.doors.write()
        elif press.named("s"):
            self.doors.settings()
        elif press.named(*"1234"):
            self.way = list(launch.WAYS)[int(press.key) - 1]
        elif press.named("enter"):
            self.go()
        elif press.named("esc") and self.filter != Filter():
            self.filter = Filter()
        else:
            return False
        return True


def languages() -> list[Option]:
    """Every language by the name its speakers give it, with a word where nobody has read it."""
    unread = say("unreviewed")
    return [
        Option(code, name, unread if code in language.UNREVIEWED else "")
        for code, name in language.LANGUAGES.items()
    ]


def _name(canvas: Canvas, box: Box, look: Look) -> None:
    """The name of the program, with what it is for."""
    theme = canvas.theme
    canvas.fill(box, theme.panel)
    canvas.rule(box.x, box.bottom - 1, box.w)
    canvas.icon("fork", box.x + 18, box.y + 18, 28, theme.accent)
    room = min(420.0, box.w * 0.4)
    canvas.text("Backchannel", Box(box.x + 60, box.y + 13, room, 22), t.TITLE)
    said = t_in("under the program's name", "Diplomatic crises, rehearsed around one table")
    canvas.text(said, Box(box.x + 60, box.y + 35, room, 16), t.SMALL, theme.muted)
