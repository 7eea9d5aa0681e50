"""What the desk shows of an observation: the seat's own panel. Pure: values in and out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from game.language import t, t_later, t_now
from game.ui.view_models import words
from game.ui.view_models.course import course
from game.ui.view_models.figures import called
from game.ui.view_models.notebook import Notebook, value
from game.ui.view_models.why import moved

if TYPE_CHECKING:
    from game.ui.view_models.figures import Measure
    from game.views import Forecast, ObjectiveView, Observation

STATES = {
    "met": t_later("Met"),
    "open": t_later("Not yet"),
    "on course": t_later("On course"),
    "behind": t_later("Behind"),
    "at risk": t_later("At risk"),
    "lost": t_later("Lost"),
    "not met": t_later("Not met"),
    "not known": t_later("Not known"),
}
Tone = Literal["good", "bad", "plain"]


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective with where it stands."""

    name: str
    state: str  # a key of STATES
    word: str
    reading: str
    weight: str
    text: str
    measure: Measure = ()  # the number it turns on, if it is one
    asks: bool = False  # whether there is something to tell of why it moved


@dataclass(frozen=True, slots=True)
class Stock:
    """Something to spend: what is there, and what the sheet and the draft would take."""

    key: str
    name: str
    have: float
    sheet: float
    draft: float
    asks: bool = False

    @property
    def free(self) -> float:
        """What would be left."""
        return self.have - self.sheet - self.draft


@dataclass(frozen=True, slots=True)
class Belief:
    """How far an audience believes this seat's actor."""

    key: str
    name: str
    value: float | None
    exact: bool
    word: str
    change: float | None
    asks: bool = False

    @property
    def measure(self) -> Measure:
        """The number it shows."""
        return tuple(self.key.split("/"))


@dataclass(frozen=True, slots=True)
class Own:
    """The seat's own panel."""

    name: str
    role: str
    goals: tuple[Goal, ...]
    stocks: tuple[Stock, ...]
    beliefs: tuple[Belief, ...]
    gauges: tuple[Belief, ...]
    me: str

    def measure(self, place: str, row: str) -> Measure:
        """The number that a row of a list, or a stock, shows; () if it is not one number."""
        if place.startswith("own/stocks/"):
            return (place.removeprefix("own/stocks/"), self.me)
        if row.startswith("goal/"):
            return self.goals[int(row.removeprefix("goal/"))].measure
        return tuple(row.split("/")) if row else ()


def over(observation: Observation) -> bool:
    """Whether the game has ended."""
    return bool(observation.ended[0])


def goals(observation: Observation) -> tuple[Goal, ...]:
    """The seat's objectives as it can judge them."""
    seen = observation.objectives()
    total = sum(view.card.weight for view in seen) or 1.0
    states = [standing(observation, view) for view in seen]
    return tuple(
        Goal(
            name=view.card.name[:1].upper() + view.card.name[1:],
            state=state,
            word=t_now(STATES[state]),
            reading=words.reading(view.now, view.needed, view.sign),
            weight=share(view.card.weight / total),
            text=words.sentence(view.card.text),
            measure=tuple(view.reads),
            asks=moved(observation, tuple(view.reads)),
        )
        for view, state in zip(seen, states, strict=True)
    )


def standing(observation: Observation, view: ObjectiveView) -> str:
    """How an objective stands: what is not met yet is open, what cannot be met any more is lost."""
    if view.state != "not met":
        return view.state
    if over(observation):
        return "not met"
    card = view.card
    judged = observation.turn > 1  # objectives are judged at the end of a turn
    too_late = card.by is not None and observation.turn > card.by
    return "lost" if judged and (too_late or card.holds == "throughout") else "open"


def share(part: float) -> str:
    """How much of the score an objective is, in words where a word is exact."""
    named = {
        1.0: t_later("the whole score"),
        0.5: t_later("half of the score"),
        0.25: t_later("a quarter of the score"),
    }
    near = next((said for size, said in named.items() if abs(size - part) < 0.005), "")
    return t_now(near) if near else t("{share} of the score", share=words.percent(part))


def stocks(
    observation: Observation, sheet: tuple[float, ...] = (), draft: tuple[float, ...] = ()
) -> tuple[Stock, ...]:
    """What can be spent, less what the sheet takes and what the draft would take."""
    none = (0.0, 0.0, 0.0)
    rows = zip(words.STOCKS, observation.stocks[0], sheet or none, draft or none, strict=True)
    me = observation.booklet.me
    return tuple(
        Stock(key, t_now(name), float(have), s, d, moved(observation, (key, me)))
        for (key, name), have, s, d in rows
    )


def courses(book: Notebook, idle: Forecast | None = None) -> tuple[Goal, ...]:
    """The objectives with the way they are going; `idle` is what comes without any order."""
    now = book.now
    first = book.seen[min(book.seen)]
    shares = idle.goals if idle is not None else ()
    found = []
    for place, (goal, view) in enumerate(zip(goals(now), now.objectives(), strict=True)):
        share_met = shares[place] if place < len(shares) else None
        state = goal.state if over(now) else course(now, view, goal.state, first, share_met)
        reading = words.reading(view.now, view.needed, view.sign, by=view.card.by)
        found.append(replace(goal, state=state, word=t_now(STATES[state]), reading=reading))
    return tuple(found)


def own(
    book: Notebook,
    sheet: tuple[float, ...] = (),
    draft: tuple[float, ...] = (),
    idle: Forecast | None = None,
) -> Own:
    """The panel at the left: objectives first, then stocks, then who believes us."""
    now = book.now
    booklet = now.booklet
    seat = booklet.seats[booklet.seat]
    actor = booklet.actors[booklet.me]
    return Own(
        name=actor.name,
        role=seat.name
        if seat.name != actor.name
        else t_now(actor.kind.replace("_", " ")).capitalize(),
        goals=courses(book, idle),
        stocks=stocks(now, sheet, draft),
        beliefs=_beliefs(book),
        gauges=_gauges(book),
        me=booklet.me,
    )


def _beliefs(book: Notebook) -> tuple[Belief, ...]:
    """Credibility by audience, the seat's own public first."""
    now = book.now
    booklet = now.booklet
    mine = [k for k, card in booklet.audiences.items() if card.of == booklet.me]
    keys = mine + [k for k in booklet.audiences if k not in mine]
    rows = [_belief(book, booklet.audiences[k].name, "credibility", booklet.me, k) for k in keys]
    return tuple(sorted(rows, key=lambda row: row.value is None))


def _gauges(book: Notebook) -> tuple[Belief, ...]:
    """Measures of the whole world, or of the seat's actor, that a scenario declared itself."""
    now = book.now
    booklet = now.booklet
    found = []
    for name, card in booklet.measures.items():
        if not card.axes and name != "crisis":
            row = _belief(book, called(now, name), name)
            number = value(now, name)
            if number is not None:
                found.append(replace(row, word=words.amount(number)))
    return tuple(found)


def _belief(book: Notebook, label: str, measure: str, *keys: str) -> Belief:
    """One measure as a row: as a share of its range, with a word and its change."""
    now = book.now
    card = now.booklet.measures.get(measure)
    number = value(now, measure, *keys)
    if card is None or number is None:
        return Belief("/".join((measure, *keys)), label, None, False, words.not_known(), None)
    percent = 100 * (number - card.low) / ((card.high - card.low) or 1)
    return Belief(
        key="/".join((measure, *keys)),
        name=label,
        value=percent,
        exact=bool(now.value(measure, *keys).exact),
        word=words.level(percent),
        change=book.change(measure, *keys),
        asks=moved(now, (measure, *keys)),
    )
