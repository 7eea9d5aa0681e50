"""Told events: what a seat hears of a turn, in words and as arrays for policies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.endings import ending_names
from game.engine.events import Events, Kind, Void
from game.engine.rulebook import Rulebook
from game.language import t_later
from game.scenario import Scenario
from game.views.booklet import Booklet
from game.views.wording import Wording

Array = npt.NDArray[Any]

Quotes = Mapping[tuple[str, str, str, str, str], str]
"""What people wrote, by (seat, move, target, about, via); '' for what an order did not name."""

KINDS = {
    Kind.DONE: "deed",
    Kind.FAILED: "failed",
    Kind.VOID: "void",
    Kind.STANDING: "standing",
    Kind.BROKEN_OFF: "failed",
    Kind.CHANCE: "exposed",
    Kind.INJECT: "inject",
    Kind.ENDING: "ending",
    Kind.BREACH: "breach",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing a seat heard, in words.

    kind: inject, deed, void, failed, standing, exposed or ending; who: the actor that did it, None
    if it is not named; to: what the deed was aimed at; source: how the seat knows; quote: what
    people wrote; mine: whether it is the seat's own deed; deed: the key of that deed, '' of others;
    about: the claim that its text names, '' if it names none.
    """

    turn: int
    kind: str
    who: str | None
    to: str | None
    channel: str | None
    text: str
    source: str
    quote: str
    mine: bool
    deed: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """Deeds of the last turn that a seat was told of, one row each. E rows; arrays (E,).

    actor: -1 where nobody was named; severity: the Rivera weight of the deed.
    """

    game: Array
    actor: Array
    deed: Array
    target: Array
    severity: Array


def heard_by(rulebook: Rulebook, events: Events, seat: int) -> Heard:
    """Return the deeds that a seat was told of, those of nobody named last.

    Rows come in the order of their seats, so the place of an unnamed one would name it.
    """
    rows = np.flatnonzero((events.kind == Kind.DONE) & events.told[:, seat])
    deed = rulebook.table.stage_deed[events.what[rows]]
    actor = np.where(events.named[rows, seat], rulebook.seat_actor[events.seat[rows]], -1)
    severity = rulebook.table.severity[deed]
    columns = (events.game[rows], actor, deed, events.target[rows], severity)
    unnamed = actor < 0
    order = np.lexsort((columns[3] * unnamed, deed * unnamed, unnamed))
    return Heard(*(column[order] for column in columns))


def nothing_heard() -> Heard:
    """Return what a seat has heard before the first turn."""
    none = np.zeros(0, dtype=np.int64)
    return Heard(none, none, none, none, np.zeros(0))


def tell_seat(
    scenario: Scenario,
    rulebook: Rulebook,
    booklet: Booklet,
    events: Events,
    turn: int,
    quotes: Quotes | None = None,
    game: int = 0,
) -> list[Told]:
    """Return what a seat heard in one game, injects first, its own deeds before others'.

    What nobody is named for comes last, by its text: its place among the rest would name the doer.
    """
    seat = rulebook.keys["seat"].index(booklet.seat)
    wording = Wording(scenario, rulebook, booklet)
    rows = np.flatnonzero((events.game == game) & events.told[:, seat])
    told = [_told(wording, events.take(np.array([row])), seat, turn, quotes or {}) for row in rows]
    rank = {"inject": 0, "void": 1, "failed": 1, "standing": 1, "ending": 9}

    def place(one: Told) -> tuple[object, ...]:
        unnamed = one.kind in {"deed", "exposed"} and not one.mine and one.who is None
        words = (one.text, one.to or "", one.channel or "") if unnamed else ()
        return rank.get(one.kind, 2), not one.mine, unnamed, words

    return sorted(told, key=place)


def _told(wording: Wording, event: Events, seat: int, turn: int, quotes: Quotes) -> Told:
    kind = Kind(int(event.kind[0]))
    what = int(event.what[0])
    if kind is Kind.INJECT:
        return _inject(wording, what, turn)
    if kind is Kind.ENDING:
        name = ending_names(wording.rulebook)[what]
        text = wording.ending(name)
        return Told(turn, "ending", None, None, None, text, t_later("seen by all"), "", mine=False)
    if kind is Kind.BREACH:
        breaker = wording.rulebook.keys["actor"][int(event.target[0])]
        own = breaker == wording.booklet.me
        text = wording.breach(what, breaker)
        return Told(turn, "breach", breaker, None, None, text, t_later("seen by all"), "", mine=own)
    mine = int(event.seat[0]) == seat
    named = bool(event.named[0, seat])
    who = wording.actor_of(int(event.seat[0])) if named else None
    operands = (int(event.target[0]), int(event.about[0]), int(event.via[0]))
    if kind is Kind.CHANCE:
        text = wording.chance(what, who, operands)
        source = t_later("known exactly") if mine else t_later("came to light")
        return Told(turn, "exposed", who, None, None, text, source, "", mine=mine)
    deed = what if kind is Kind.VOID else int(wording.rulebook.table.stage_deed[what])
    words = wording.operands(deed, operands)
    text = _text(
        wording, kind, deed, what, who, operands, Void(min(5, int(event.reason[0]))), event
    )
    seat_key = wording.rulebook.keys["seat"][int(event.seat[0])]
    key = (seat_key, wording.rulebook.deeds[deed].key, *(word or "" for word in words))
    quote = quotes.get((key[0], key[1], key[2], key[3], key[4]), "") if what == deed else ""
    source = _source(mine=mine, seen=wording.rulebook.deeds[deed].seen)
    row = (turn, KINDS[kind], who, words[0], words[2], text, source, quote, mine)
    about = _claim_named(wording, deed, words[1], text)
    return Told(*row, deed=key[1] if mine else "", about=about)


def _claim_named(wording: Wording, deed: int, about: str | None, text: str) -> str:
    """The claim a deed was about, if the sentence that the seat reads names it anyhow."""
    if about is None or wording.rulebook.deeds[deed].axes[1] != "claim":
        return ""
    return about if wording.name("claim", about) in text else ""


def _text(
    wording: Wording,
    kind: Kind,
    deed: int,
    stage: int,
    who: str | None,
    operands: tuple[int, int, int],
    void: Void,
    event: Events,
) -> str:
    if kind is Kind.VOID:
        return wording.void(deed, operands, void, int(event.reason[0]) - int(Void.NEED))
    if kind is Kind.FAILED:
        return wording.failed(deed, operands)
    if kind is Kind.STANDING:
        return wording.standing(deed, who, operands)
    if kind is Kind.BROKEN_OFF:
        return wording.broken_off(deed, operands)
    return wording.done(deed, who, operands, later=stage != deed)


def _inject(wording: Wording, inject: int, turn: int) -> Told:
    text, source, to_all = wording.inject(inject)
    how = t_later("seen by all") if to_all else t_later("told to you")
    return Told(
        turn,
        "inject",
        None,
        None,
        None,
        text,
        f"{source}, {how}" if source else how,
        "",
        mine=False,
    )


def _source(*, mine: bool, seen: str) -> str:
    if mine:
        return t_later("known exactly")
    known = {"public": t_later("seen by all"), "covert": t_later("source unknown")}
    return known.get(seen, t_later("told to you"))
