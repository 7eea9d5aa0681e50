"""What the launcher is told: which scenarios and saved games there are; and how a wish is met."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.asked import some_seed
from game.cli.debriefing import after
from game.cli.offers import dials_of, offers_of
from game.language import current, t

if TYPE_CHECKING:
    from game.engine.journal import Header
    from game.scenario import Scenario
    from game.session import Reading, Table
    from game.ui.front import Sitting
    from game.ui.view_models.launch import Poster, Saved, State, Wish

MOST_SAVES = 10  # the newest; older ones are opened by their path
SHAPES = {"state": "circle", "international_organization": "square"}
OTHER_SHAPE = "hexagon"
Turned = tuple[tuple[str, str], ...]  # knobs and choices, in order


class Shelf:
    """The scenarios and saved games of this machine; each scenario is read once a language."""

    def __init__(self) -> None:
        """Nothing is read before it is asked for."""
        self._scripts: dict[tuple[str, str, Turned], Scenario | int] = {}
        self._turned: dict[str, Mapping[str, str]] = {}
        self._opened: list[str] = []  # paths of scenarios that were opened by hand

    def turn(self, name: str, knobs: Mapping[str, str]) -> None:
        """Offer a scenario with its knobs turned so."""
        self._turned[name] = knobs

    def script(self, name: str, knobs: Mapping[str, str] | None = None) -> "Scenario | int":
        """A scenario in the language now spoken; else the number of its mistakes.

        Its knobs stand as they were turned here, unless others are given.
        """
        from game.scenario import ScenarioError, load

        stand = self._turned.get(name, {}) if knobs is None else knobs
        key = (name, current(), tuple(sorted(stand.items())))
        if key not in self._scripts:
            try:
                self._scripts[key] = load(name, language=current(), knobs=stand)
            except ScenarioError as error:
                self._scripts[key] = len(error.faults)
        return self._scripts[key]

    def called(self, header: "Header") -> "Scenario | int":
        """The scenario of a saved game: an opened one of its name, else a shipped one."""
        for opened in self._opened:
            script = self.script(opened, header.knobs)
            if not isinstance(script, int) and script.name == header.scenario:
                return script
        return self.script(header.scenario, header.knobs)

    def open(self, name: str) -> None:
        """Offer a scenario that does not come with the program, too."""
        from game.scenario import shipped_names

        if name not in self._opened and name not in shipped_names():
            self._opened.append(name)

    def posters(self) -> "list[Poster]":
        """The scenarios with a seat for a person, shipped ones first."""
        from game.scenario import shipped_names

        found = [self._poster(name) for name in (*shipped_names(), *self._opened)]
        return [poster for poster in found if poster.offers or poster.mistakes]

    def _poster(self, name: str) -> "Poster":
        from game.ui.view_models.launch import Poster

        script = self.script(name)
        if isinstance(script, int):
            return Poster(name, Path(name).stem, mistakes=script)
        content, say = script.content, script.say
        picture = script.path.parent / content.picture if content.picture else None
        return Poster(
            key=name,
            title=say(content.title),
            summary=say(content.summary),
            practices=say(content.practices),
            skills=tuple(content.trains),
            turns=content.turns,
            minutes=content.minutes,
            debrief=content.debrief_minutes,
            offers=tuple(offers_of(script)),
            dials=tuple(dials_of(script)),
            picture=picture,
            spots=tuple(
                (actor.at[0], actor.at[1], SHAPES.get(actor.kind, OTHER_SHAPE))
                for actor in content.actors.values()
                if actor.at
            ),
        )

    def saves(self) -> "list[Saved]":
        """The newest saved games of whoever is logged in."""
        from game.data import user_data_path

        files = [(file.stat().st_mtime, file) for file in user_data_path().glob("*.journal")]
        newest = sorted(files, reverse=True)[:MOST_SAVES]
        return [self._saved(file, moment) for moment, file in newest]

    def _saved(self, file: Path, moment: float) -> "Saved":
        from game.session import JournalRefused, read
        from game.ui.view_models.launch import Saved

        when = _when(moment)
        try:
            reading = read(file)
        except JournalRefused:
            return Saved(file, file.stem, "unreadable", when=when)
        header = reading.header
        played = sum(kind == "turn" for kind in _kinds(reading))
        script = self.called(header)
        if isinstance(script, int):
            return Saved(file, header.scenario, "foreign", turn=played, when=when)
        state = _state(reading, script, played)
        people = sum(holder == "person" for holder in header.seats.values())
        content = script.content
        return Saved(
            path=file,
            title=script.say(content.title),
            state=state,
            turn=played if state in ("ended", "damaged") else played + 1,
            turns=content.turns,
            people=people,
            sealed=_sealed(reading),
            when=when,
            picture=script.path.parent / content.picture if content.picture else None,
        )

    def named(self, text: str) -> "Wish | Poster | str":
        """A saved game to go on with, a scenario to choose, or why it is neither."""
        from game.session import JournalRefused, read
        from game.ui.view_models.launch import Wish

        path = Path(text).expanduser()
        if path.suffix == ".journal":
            try:
                read(path)
            except JournalRefused as refusal:
                return str(refusal)
            return Wish(journal=path)
        if not path.exists():
            return t("There is no file or folder {path}.", path=path)
        name = str(path)
        poster = self._poster(name)
        if poster.mistakes:
            return t("It has mistakes. Run: main.py check {path}", path=path)
        if not poster.offers:
            return t("This scenario has no seat for a person.")
        self.open(name)
        return poster


@dataclass(frozen=True, slots=True)
class Terms:
    """What the command line says of a game: its seed, stand-ins by seat, and its file."""

    seed: int | None = None
    led: bool = False  # a facilitator chooses a PIN first
    minutes: float | None = None  # of a sitting
    when_over: str = "decide"  # what then happens, or "empty": no order
    policies: Mapping[str, str] = field(default_factory=dict)
    journal: Path | None = None


def lay(wish: "Wish", shelf: Shelf, terms: Terms | None = None) -> "Sitting | str":
    """The table of a wish, or why it cannot be laid."""
    from game.session import JournalRefused, demonstration
    from game.ui.front import Sitting

    try:
        if wish.journal is not None:
            return _resumed(wish.journal, shelf, terms or Terms())
        script = shelf.script(wish.scenario)
        if isinstance(script, int):
            return t("It has mistakes. Run: main.py check {path}", path=wish.scenario)
        if wish.way == "watch":
            told = demonstration(script, some_seed(terms.seed if terms else None))
            return Sitting({}, account=tuple(told))
        return _begun(script, wish, terms or Terms())
    except JournalRefused as refusal:
        return str(refusal)


def _resumed(journal: Path, shelf: Shelf, terms: Terms) -> "Sitting | str":
    """A saved game, taken up again."""
    from game.session import Pins, read, resume
    from game.ui.front import Sitting

    header = read(journal).header
    script = shelf.called(header)
    if isinstance(script, int):
        name = header.scenario
        return t("The scenario '{name}' of this game is not here or has mistakes.", name=name)
    table = resume(script, journal)
    places = {seat: table.place(seat) for seat in table.persons}
    led = terms.led or Pins(journal).chosen("facilitator")
    if not places and not led:
        table.close()
        return t("No person holds a seat in this game.")
    if len(places) > 1 or led:
        return _shared(table, journal, replace(terms, led=led), new=False)
    talk = after(table, journal)
    return Sitting(places, new=False, close=table.close, debrief=talk)


def _shared(table: "Table", journal: Path, terms: Terms, *, new: bool) -> "Sitting":
    """A table whose seats share the laptop: a curtain stands between them, with PINs."""
    from game.session import Clock, HotSeat, Pins
    from game.ui.front import Sitting
    from game.ui.sharing import Sharing

    table.clock = Clock(terms.minutes and 60 * terms.minutes, terms.when_over)
    door = HotSeat(table, Pins(journal), led=terms.led)
    return Sitting(
        {},
        new=new,
        close=door.close,
        open=lambda board, home: Sharing(board, door, new=new, led=terms.led, home=home),
        debrief=after(table, journal),
    )


def _begun(script: "Scenario", wish: "Wish", terms: Terms) -> "Sitting":
    """A new game with people on the seats that were chosen."""
    from game.session import begin, default_journal_path
    from game.ui.front import Sitting

    holders = {**terms.policies, **dict.fromkeys(wish.seats, "person")}
    journal = terms.journal or default_journal_path(script.name)
    table = begin(script, some_seed(terms.seed), holders, journal)
    if wish.way in ("hot_seat", "facilitated"):
        led = terms.led or wish.way == "facilitated"
        return _shared(table, journal, replace(terms, led=led), new=True)
    places = {seat: table.place(seat) for seat in wish.seats}
    return Sitting(places, close=table.close, debrief=after(table, journal))


def _kinds(reading: "Reading") -> Iterator[str]:
    """What each record of a journal is."""
    from game.engine.journal import kind_of

    for record in reading.records:
        yield kind_of(record)


def _state(reading: "Reading", script: "Scenario", played: int) -> "State":
    """Whether a saved game can be played on."""
    from game.session import JournalRefused
    from game.session.shelf import must_fit

    if reading.broken:
        return "damaged"
    try:
        must_fit(reading.header, script, script.path)
    except JournalRefused:
        return "foreign"
    return "ended" if played >= script.content.turns else "going"


def _sealed(reading: "Reading") -> int:
    """How many sheets are in for the turn that is being played."""
    count = 0
    for kind in _kinds(reading):
        count = 0 if kind == "turn" else count + (kind == "sheet")
    return count


def _when(moment: float) -> str:
    """A time today, else a day."""
    then = datetime.fromtimestamp(moment).astimezone()
    today = datetime.now().astimezone().date()
    if then.date() == today:
        return t("today, {time}", time=f"{then:%H:%M}")
    return f"{then:%Y-%m-%d}"
