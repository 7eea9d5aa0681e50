"""A case judged: whatever it expects and is not so, each with its place and what is so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from game import views
from game.batch.cases.checking import RUNNING, Question, parts, question, written
from game.batch.cases.fates import Became
from game.batch.cases.model import Case, Expected, Facts, Turn
from game.batch.cases.playing import Setting, Trace, play, replayed, setting
from game.batch.cases.reading import Page, moments, texts
from game.engine import World, ending_names, state_hash
from game.rules.asking import Asked, ask
from game.scenario import Fault
from game.scenario.expression import parse
from game.scenario.nodes import Path
from game.scenario.words import Read

CODE = "not-so"
MOVED = 5e-7  # as for conditions: state hashes round to six decimals
WAYS = ("rises", "falls", "stays")


@dataclass(frozen=True, eq=False)
class Book:
    """A page with every question of its cases compiled, and how its cases have ended."""

    page: Page
    asked: Asked
    place: Mapping[str, int]  # text -> number of the question
    ends: dict[str, str] = field(default_factory=dict)  # case -> state hash


def open_book(page: Page) -> Book:
    """Return a page ready to be played; its faults must have been told before."""
    found: dict[str, Question] = {}
    for number, case in enumerate(page.chapter.cases):
        for below, moment in moments(case):
            path: Path = ("cases", number, *below)
            for kind in ("expect", *WAYS):
                for place, text in texts(getattr(moment, kind), (*path, kind)):
                    found.setdefault(text, question(page, place, text, condition=kind == "expect"))
                    for piece in _pieces(page, text):
                        found.setdefault(piece, question(page, place, piece, condition=False))
    meanings = [one.meaning for one in found.values()]
    asked = ask(page.scenario, page.rulebook, meanings)
    return Book(page, asked, {text: number for number, text in enumerate(found)})


def judge(book: Book, number: int) -> list[Fault]:
    """Play a case of a book, alone, from its records and among others; return what is not so."""
    case, path = book.page.chapter.cases[number], ("cases", number)
    at = setting(book.page, case)
    trace = play(case, at)
    book.ends[case.number] = state_hash(trace.end)
    faults = list(_again(book.page, case, at, trace, path))
    for place, turn in enumerate(case.turns):
        here = [index for index, of in enumerate(trace.turn_of) if of == place]
        before = trace.moments[here[0] - 1].world if here[0] else trace.begin
        judged = _Judge(book, at, trace, (before, here[0], here[-1]), (*path, "turns", place))
        faults += [*judged.expected(turn), *judged.orders(turn)]
    whole = _Judge(book, at, trace, (trace.begin, 0, len(trace.moments) - 1), path)
    faults += [*whole.expected(case), *_same(book, case, path)]
    return sorted(set(faults))


def _again(page: Page, case: Case, at: Setting, trace: Trace, path: Path) -> Iterator[Fault]:
    """Whether the case comes out the same from its journal, alone and in a block of three."""
    hashes = trace.hashes()
    for games, how in ((1, "played again from its journal"), (3, "played among two other games")):
        found = replayed(case, at, trace, games)
        if found != hashes:
            turn = next(
                i for i, pair in enumerate(zip(found, hashes, strict=True), 1) if len({*pair}) > 1
            )
            message = f"{how}, this case differs from turn {turn} on"
            yield page.fault((*path, "number"), "not-the-same", message)


def _same(book: Book, case: Case, path: Path) -> Iterator[Fault]:
    """Whether the case ends in the same state as another of its file."""
    if case.same_as is None:
        return
    if case.same_as not in book.ends:
        numbers = [one.number for one in book.page.chapter.cases]
        other = book.page.chapter.cases[numbers.index(case.same_as)]
        book.ends[case.same_as] = state_hash(play(other, setting(book.page, other)).end)
    if book.ends[case.number] != book.ends[case.same_as]:
        message = f"it does not end in the same state as {case.same_as}"
        yield book.page.fault((*path, "same_as"), CODE, message)


@dataclass(frozen=True, eq=False)
class _Judge:
    """Judges one moment; `span` is the world before it, and its first and last turn played."""

    book: Book
    at: Setting
    trace: Trace
    span: tuple[World, int, int]
    path: Path

    @property
    def after(self) -> World:
        return self.trace.moments[self.span[2]].world

    def expected(self, moment: Expected) -> Iterator[Fault]:
        """What holds of the world and of what seats know, after a turn or at the end."""
        for place, text in texts(moment.expect, (*self.path, "expect")):
            if not self._value(text, self.after):
                yield self._no(place, f"{text} is not so", self._so(text))
        for kind in WAYS:
            for place, text in texts(getattr(moment, kind), (*self.path, kind)):
                yield from self._moved(place, text, kind)
        yield from self._told(moment)
        yield from self._known(moment.known, "known", wanted=True)
        yield from self._known(moment.not_known, "not_known", wanted=False)
        yield from self._ending(moment)

    def orders(self, turn: Turn) -> Iterator[Fault]:
        """What became of the orders of a turn, and of earlier ones."""
        last = self.trace.moments[self.span[2]]
        for kind, found in (("outcome", last.outcomes), ("work", last.work)):
            for seat, said in getattr(turn, kind).items():
                became = found.get(seat, ())
                wanted = texts(said, (*self.path, kind, seat))
                for number, (place, text) in enumerate(wanted):
                    one = became[number] if number < len(became) else None
                    if one is None or not _fits(text, one):
                        yield self._no(place, f"'{text}' is not what came of it", _shown(one))
                if kind == "work" and len(became) > len(wanted):
                    more = "; ".join(_shown(one) for one in became[len(wanted) :])
                    yield self._no((*self.path, kind, seat), "there was more work", more)

    def _moved(self, place: Path, text: str, kind: str) -> Iterator[Fault]:
        before, after = self._value(text, self.span[0]), self._value(text, self.after)
        moved = after - before
        so = {"rises": moved > MOVED, "falls": moved < -MOVED, "stays": abs(moved) <= MOVED}[kind]
        if not so:
            yield self._no(place, f"{text} has not {_past(kind)}", f"{before:g} -> {after:g}")

    def _told(self, moment: Expected) -> Iterator[Fault]:
        turns = self.trace.moments[self.span[1] : self.span[2] + 1]
        for kind, wanted in (("told", True), ("not_told", False)):
            for seat, said in getattr(moment, kind).items():
                heard = [text for turn in turns for text in turn.told[seat]]
                for place, text in texts(said, (*self.path, kind, seat)):
                    hits = [one for one in heard if text.lower() in one.lower()]
                    if wanted and not hits:
                        so = f"it is told: {' / '.join(heard)}" if heard else "it is told nothing"
                        yield self._no(place, f"'{seat}' is not told '{text}'", so)
                    if hits and not wanted:
                        yield self._no(place, f"'{seat}' is told '{text}'", hits[0])

    def _known(self, said: Facts, kind: str, *, wanted: bool) -> Iterator[Fault]:
        for seat, things in said.items():
            seen = views.observe(self.at.view(seat), self.after)
            for place, text in texts(things, (*self.path, kind, seat)):
                known = self._knows(seen, text)
                if known != wanted:
                    does = "knows" if known else "does not know"
                    yield self._no(place, f"'{seat}' {does} {text}", "")

    def _knows(self, seen: views.Observation, text: str) -> bool:
        if text in seen.booklet.keys["secret"]:
            return text in seen.secrets()
        if text in seen.booklet.keys["claim"]:
            return text in seen.claims()
        meaning = question(self.book.page, (), text, condition=False).meaning
        if not isinstance(meaning, Read):
            return False
        return seen.value(meaning.name, *(thing.name for thing in meaning.args)).exact

    def _ending(self, moment: Expected) -> Iterator[Fault]:
        if moment.ending is None:
            return
        ended = int(self.after.ended[0])
        name = ending_names(self.at.rulebook)[ended] if ended >= 0 else RUNNING
        if name != moment.ending:
            yield self._no((*self.path, "ending"), f"the ending is not {moment.ending}", name)

    def _value(self, text: str, world: World) -> float:
        return float(self.book.asked.answer(self.book.place[text], world.cells)[0])

    def _so(self, text: str) -> str:
        found = (
            f"{piece} is {self._value(piece, self.after):.6g}"
            for piece in _pieces(self.book.page, text)
        )
        return ", ".join(found)

    def _no(self, path: Path, message: str, so: str) -> Fault:
        inner = "turns" in self.path
        last = int(np.max(self.after.turn))
        when = f"after turn {last}" if inner else "at the end"
        return self.book.page.fault(path, CODE, f"{when}, {message}", so)


def _pieces(page: Page, text: str) -> list[str]:
    """The numbers a condition turns on, in words."""
    return [written(piece) for piece in parts(parse(text), page.scenario.measures)]


def _past(kind: str) -> str:
    return {"rises": "risen", "falls": "fallen", "stays": "stayed"}[kind]


def _fits(text: str, became: Became) -> bool:
    """Whether `void: it is out already` fits what became of an order."""
    outcome, _, reason = (part.strip() for part in text.partition(":"))
    return outcome == became.outcome and reason.lower() in became.reason.lower()


def _shown(became: Became | None) -> str:
    if became is None:
        return "nothing came of it"
    return f"{became.deed}: {became.outcome}{f': {became.reason}' if became.reason else ''}"
