"""What a turn brought, as far as its seat may know: from observations and told events only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui.view_models import words
from game.ui.view_models.desk import Tone, goals
from game.ui.view_models.feed import named
from game.ui.view_models.notebook import value
from game.ui.view_models.why import Step, card
from game.ui.view_models.why import moved as has_causes

if TYPE_CHECKING:
    from game.ui.view_models.figures import Measure
    from game.ui.view_models.notebook import Notebook

TONES: dict[str, Tone] = {"met": "good", "lost": "bad", "not met": "bad"}
MOST = 6  # lines of each part; the feed has all
TOLD = ("crisis", "credibility")  # measures that have a line of their own
SMALLEST = 1.0  # a change of less than this is noise to a reader; a guess


@dataclass(frozen=True, slots=True)
class Change:
    """A measure that moved, as a sentence."""

    text: str
    size: float
    tone: Tone
    goal: bool = False  # an objective, which the ending shows anyhow
    measure: Measure = ()  # what to ask why of, if it has moved for reasons


@dataclass(frozen=True, slots=True)
class Recap:
    """The last turn."""

    ours: tuple[str, ...]
    others: tuple[str, ...]
    changes: tuple[Change, ...]
    coming: tuple[str, ...]


def recap(book: Notebook) -> Recap:
    """Your orders, what changed, what others did, what is new on the desk."""
    turn = book.now.turn
    past = [t for t in book.told if t.turn == turn - 1 and t.kind != "inject"]
    ours = [words.sentence(t.text) for t in past if t.mine]
    others = [words.sentence(t.text) for t in past if not t.mine]
    coming = [
        f"{named(t, book.now.booklet)}: {words.sentence(t.text)}"
        for t in book.told
        if t.turn == turn and t.kind == "inject"
    ]
    return Recap(_most(ours), _most(others), _changes(book), _most(coming))


def _most(lines: list[str]) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    if len(lines) <= MOST:
        return tuple(lines)
    more = t_count(
        "And {count} more event, in the feed.",
        "And {count} more events, in the feed.",
        len(lines) - MOST,
    )
    return (*lines[:MOST], more)


def _changes(book: Notebook) -> tuple[Change, ...]:
    """Objectives that changed their state first, then measures, largest first."""
    return (*_goals(book), *_measures(book))


def _goals(book: Notebook) -> list[Change]:
    """Objectives whose state is another one now; before the first turn nothing was judged."""
    before = book.before()
    if before is None:
        return []
    found = []
    for old, new in zip(goals(before), goals(book.now), strict=True):
        first = before.turn == 1 and new.state == "met"
        if old.state != new.state and not first:
            said = f"{new.name}: {new.word.lower()}" + (f", {new.reading}" if new.reading else "")
            tone = TONES.get(new.state, "plain")
            found.append(Change(said, 100.0, tone, True, new.measure if new.asks else ()))
        elif new.asks and new.reading != old.reading and new.measure[0] not in TOLD:
            told = card(book.now, Step(new.measure))
            if told is not None:
                said = f"{told.total[:1]} {new.name}: {new.reading}"
                found.append(Change(said, 50.0, told.tone, True, new.measure))
    return found


def _measures(book: Notebook) -> list[Change]:
    """Tension of the crisis and belief in us."""
    booklet = book.now.booklet
    found = []
    tension = book.change("crisis")
    if tension is not None and abs(tension) >= SMALLEST:
        rung = words.rung(value(book.now, "crisis") or 0.0)
        tone: Tone = "bad" if tension > 0 else "good"
        at = {"rung": rung, "name": words.rung_name(rung)}
        if tension > 0:
            said = say("▲ Tension rose: rung {rung}, {name}", **at)
        else:
            said = say("▼ Tension fell: rung {rung}, {name}", **at)
        found.append(
            Change(
                said,
                abs(tension),
                tone,
                measure=_asked(book, "crisis"),
            )
        )
    for key, audience in booklet.audiences.items():
        moved = book.change("credibility", booklet.me, key)
        if moved is not None and abs(moved) >= SMALLEST:
            level = words.level(value(book.now, "credibility", booklet.me, key))
            at = {"audience": audience.name, "level": level, "change": f"{moved:+.0f}"}
            if moved > 0:
                said = say("▲ {audience} believes you more: {level} ({change})", **at)
            else:
                said = say("▼ {audience} believes you less: {level} ({change})", **at)
            asked = _asked(book, "credibility", booklet.me, key)
            tone = "good" if moved > 0 else "bad"
            found.append(Change(said, abs(moved), tone, measure=asked))
    return sorted(found, key=lambda c: -c.size)[:MOST]


def _asked(book: Notebook, *measure: str) -> Measure:
    """The figure, if there is something to tell of why it moved."""
    return measure if has_causes(book.now, measure) else ()
