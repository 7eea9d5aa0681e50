"""The front of the house: launcher, seats, a game, and back; and what holds on every page.

It knows scenarios and saved games only as cards and paths. Whoever runs the program hands it two
functions: `lay` lays the table of a wish and gives its sitting, `shelf` says what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game import language
from game.language import t as say
from game.ui import settings as kept
from game.ui.aid import Aid
from game.ui.app import App
from game.ui.notices import Notice
from game.ui.screens.account import Account
from game.ui.screens.guide import Guide
from game.ui.screens.knobs import Knobs
from game.ui.screens.launcher import Doors, Launcher
from game.ui.screens.lobby import Lobby
from game.ui.screens.note import Act, Note, Words
from game.ui.screens.opening import Opening
from game.ui.screens.preferences import Preferences
from game.ui.settings import Settings
from game.ui.view_models.launch import Poster, Shelf, Wish

if TYPE_CHECKING:
    from pathlib import Path

    from game.session import Place
    from game.ui.board import Board


@dataclass(frozen=True, slots=True)
class Sitting:
    """A table that was laid: the places of the seats that people hold, by seat.

    `open` shows the first page where that is another than a seat's own, as with a curtain or a
    facilitator; `close` puts the journal away; `account` is what a watched game tells; `debrief`
    talks the game over once it has ended, and hears what leads back.
    """

    places: Mapping[str, Place]
    new: bool = True
    close: Callable[[], None] | None = None
    open: Callable[[Board, Callable[[], None]], object] | None = None
    account: tuple[str, ...] = ()
    debrief: Callable[[Board, Callable[[], None]], None] | None = None


Lay = Callable[[Wish], "Sitting | str"]


class Front:
    """Shows the launcher and what comes after it, until the window is closed."""

    def __init__(
        self,
        board: Board,
        shelf: Shelf,
        lay: Lay,
        *,
        file: Path | None,
        speaks: str | None = None,
        quick: bool = False,
    ) -> None:
        """Put on what was set, but speak what was asked for, and show the launcher.

        Without a file nothing that is set is kept. `quick` shows it before the saved games are
        read: they follow at once.
        """
        self.board, self.shelf, self.lay, self.file = board, shelf, lay, file
        self.stage = board.stage
        self.settings, trouble = kept.load(file) if file else (Settings(), "")
        self.spoken = speaks
        self.playing: object = None
        self.sitting: Sitting | None = None
        kept.apply(self._worn(), self.stage)
        self.stage.dressed = self._dressed
        self.stage.aid = Aid(self.stage, settings=self.preferences, guide=self.call_guide)
        self.launcher(quick=quick)
        if trouble:
            self.stage.tell(Notice(trouble, icon="warn", kind="alert"))

    def _worn(self) -> Settings:
        """What is set, with the language of the command line, which wins."""
        return replace(self.settings, language=self.spoken) if self.spoken else self.settings

    def _dressed(self) -> None:
        """Somebody changed how it looks: keep it; the launcher says everything anew."""
        self.keep()
        page = self.stage.layers[0].screen if self.stage.layers else None
        if isinstance(page, Launcher) and page.spoken != language.current():
            page.posters, page.spoken = self.shelf.posters(), language.current()
            page.saves = self.shelf.saves()

    def keep(self) -> str:
        """Save what the stage now is; what went wrong comes back."""
        found = kept.seen(self.stage, self.settings)
        if self.spoken and found.language == self.spoken:  # asked for once, not set
            found = replace(found, language=self.settings.language)
        else:
            self.spoken = None
        if found == self.settings:
            return ""
        self.settings = found
        return kept.save(found, self.file) if self.file else ""

    def launcher(self, *, quick: bool = False) -> None:
        """The first page; a game that was left is put away."""
        if self.sitting is not None and self.sitting.close is not None:
            self.sitting.close()
        self.sitting = self.playing = self.stage.beside = self.board.debriefs = None
        self.stage.warden = None
        self.stage.memory.clear()
        self.stage.caption = "Backchannel"
        doors = Doors(
            begin=self._wished,
            settings=self.preferences,
            help=self.stage.help,
            file=lambda: self.stage.open(Opening(self._named)),
            write=lambda: self.stage.open(_writing()),
            speak=lambda code: self.stage.dress(speaks=code),
        )
        saves = [] if quick else self.shelf.saves()
        page = Launcher(self.shelf.posters(), saves, doors, guide=self.settings.guide)
        page.later = self.shelf.saves if quick else None
        self.stage.show(page)

    def preferences(self) -> None:
        """Settings, over whatever is shown."""
        self.stage.open(Preferences(self.keep, playing=self.sitting is not None))

    def _wished(self, wish: Wish) -> None:
        """Somebody at the launcher chose; whether a guide comes is remembered."""
        if wish.journal is None and wish.guide != self.settings.guide:
            self.settings = replace(self.settings, guide=wish.guide)
            if self.file:
                kept.save(self.settings, self.file)
        self.begin(wish)

    def begin(self, wish: Wish) -> None:
        """Play what is wished for; seats are chosen first where people are to sit."""
        poster = next((p for p in self.shelf.posters() if p.key == wish.scenario), None)
        if poster is None or wish.way == "watch" or wish.seats or wish.journal is not None:
            return self._play(wish)
        page = Lobby(
            poster.title,
            " ".join(poster.summary.split()),
            poster.offers,
            many=wish.way != "alone",
            least={"hot_seat": 2}.get(wish.way, 1),
            sit=lambda seats: self._play(replace(wish, seats=seats)),
            back=self.launcher,
            adjust=(lambda: self._adjust(wish.scenario, page)) if poster.dials else None,
        )
        return self.stage.show(page)

    def _adjust(self, scenario: str, page: Lobby) -> None:
        """Let a teacher turn the knobs of a scenario; its seats may change with them."""

        def now() -> Poster:
            return next(one for one in self.shelf.posters() if one.key == scenario)

        def turn(knob: str, choice: str) -> None:
            stand = {dial.key: dial.stands for dial in now().dials}
            self.shelf.turn(scenario, {**stand, knob: choice})
            page.reseat(now().offers)
            self.stage.dirty = True

        self.stage.open(Knobs(lambda: now().dials, turn))

    def _play(self, wish: Wish) -> None:
        """Lay the table and turn to its first page; a sentence if that cannot be done."""
        sitting = self.lay(wish)
        if isinstance(sitting, str):
            said = Words(sitting)
            self.stage.open(Note(say("This cannot be played"), [said], [_close()], icon="warn"))
            return
        self.sitting = sitting
        if (talk := sitting.debrief) is not None:
            self.board.debriefs = lambda back: talk(self.board, back)
        if sitting.account:
            self.stage.show(Account(sitting.account, self.launcher))
        elif sitting.open is not None:
            self.playing = sitting.open(self.board, self.launcher)
        else:
            seat, place = next(iter(sitting.places.items()))
            app = App(place, self.board, briefing=sitting.new, seat=seat)
            app.home = self.launcher
            self.playing = app
            if wish.guide and sitting.new:
                self.call_guide()

    def call_guide(self) -> None:
        """Let the guide play this turn with the newcomer, or leave it."""
        if self.stage.beside is not None:
            self.stage.beside = None
        elif isinstance(self.playing, App):
            self.stage.beside = Guide(self.playing)
        self.stage.dirty = True

    def _named(self, text: str) -> str:
        """Open what a path names; why not, if it cannot be."""
        found = self.shelf.named(text)
        if isinstance(found, str):
            return found
        if isinstance(found, Poster):
            page = self.stage.layers[0].screen
            self.stage.close()
            if isinstance(page, Launcher):
                page.posters = [p for p in page.posters if p.key != found.key] + [found]
                page.chosen = found.key
            return ""
        self.stage.close()
        self.begin(found)
        return ""


def _close() -> Act:
    """The button of a note that is only read."""
    return Act("close", say("Close"), primary=True)


def _writing() -> Note:
    """How a scenario is written: with an editor and the check, outside this window."""
    said = [
        Words(say("A scenario is a folder with a YAML file; any editor will do.")),
        Words(say("Start one, change it, and keep the check running:")),
        Words("main.py new FOLDER"),
        Words("main.py watch FOLDER"),
        Words(say("It names every mistake with its line; docs/scenario-format.md explains all.")),
        Words(say("Then open the folder here with O and play it.")),
    ]
    return Note(say("Write a scenario"), said, [_close()], icon="edit")
