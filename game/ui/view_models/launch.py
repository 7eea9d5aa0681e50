"""What the launcher shows: scenarios, saved games, ways to play; and what is wished for there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from game.language import t, t_count, t_later, t_now
from game.ui.view_models.lobby import Dial, Offer

State = Literal["going", "ended", "damaged", "foreign", "unreadable"]
Way = Literal["alone", "hot_seat", "facilitated", "watch"]
SHORT = 60  # minutes: the longest that still fits a lesson

# The learning objectives that shipped scenarios name by their codes.
SKILLS = {
    "L1": t_later("choosing tools after goals"),
    "L2": t_later("listening before speaking"),
    "L3": t_later("answering the public at a cost one can bear"),
    "L4": t_later("consular communication without a network"),
    "L5": t_later("protecting secrets, planning for leaks"),
    "L6": t_later("attributing with calibrated confidence"),
    "L7": t_later("calming a public quarrel"),
    "L8": t_later("repairing trust"),
    "L9": t_later("working with platforms and companies"),
    "L10": t_later("building coalitions of non-state actors"),
    "L11": t_later("mixing online, hybrid and face-to-face"),
    "L12": t_later("verifying under time pressure"),
    "L13": t_later("governing data privacy"),
    "L14": t_later("speaking with one voice"),
}
WAYS: dict[Way, tuple[str, str]] = {
    "alone": (t_later("Alone"), t_later("The other seats are played for you")),
    "hot_seat": (t_later("Hot seat"), t_later("One laptop passed round, a PIN each")),
    "facilitated": (
        t_later("With a facilitator"),
        t_later("Injects, pauses and debrief by a trainer"),
    ),
    "watch": (t_later("Watch"), t_later("Stand-ins play it; nothing is kept secret")),
}


@dataclass(frozen=True, slots=True)
class Poster:
    """A scenario as a card; `mistakes` above 0 means that it cannot be played."""

    key: str
    title: str
    summary: str = ""
    practices: str = ""
    skills: tuple[str, ...] = ()
    turns: int = 0
    minutes: int | None = None
    debrief: int | None = None
    offers: tuple[Offer, ...] = ()
    picture: Path | None = None
    spots: tuple[tuple[float, float, str], ...] = ()  # x and y, 0..1, and the shape of the mark
    mistakes: int = 0
    dials: tuple[Dial, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved game: what it is of, how far it has come, and what can be done with it."""

    path: Path
    title: str
    state: State
    turn: int = 0
    turns: int = 0
    people: int = 1
    sealed: int = 0
    when: str = ""
    picture: Path | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody at the launcher wants to play."""

    scenario: str = ""
    way: Way = "alone"
    seats: tuple[str, ...] = ()
    journal: Path | None = None  # a saved game to go on with
    guide: bool = False


class Shelf(Protocol):
    """Where scenarios and saved games come from: the launcher knows no files."""

    def posters(self) -> list[Poster]:
        """The scenarios that can be chosen, in the language now spoken."""
        ...

    def turn(self, name: str, knobs: Mapping[str, str]) -> None:
        """Offer a scenario with its knobs turned so."""
        ...

    def saves(self) -> list[Saved]:
        """The saved games, the newest first."""
        ...

    def named(self, text: str) -> Wish | Poster | str:
        """What a typed path is: a saved game, a scenario, or a sentence why it is neither."""
        ...


@dataclass(slots=True)
class Filter:
    """Which scenarios are shown."""

    length: Literal["all", "short", "solo"] = "all"
    skill: str = ""
    words: str = field(default="")

    def lets(self, poster: Poster) -> bool:
        """Whether a scenario passes."""
        if self.length == "short" and (poster.minutes is None or poster.minutes > SHORT):
            return False
        if self.length == "solo" and not poster.offers:
            return False
        if self.skill and self.skill not in poster.skills:
            return False
        said = f"{poster.title} {poster.summary} {poster.practices}".casefold()
        return all(word in said for word in self.words.casefold().split())


def shown(posters: Sequence[Poster], wanted: Filter) -> list[Poster]:
    """The scenarios that pass."""
    return [poster for poster in posters if wanted.lets(poster)]


def skills_of(posters: Sequence[Poster]) -> list[str]:
    """The codes of all skills that some scenario trains, in their order."""
    codes = {code for poster in posters for code in poster.skills}
    return sorted(codes, key=lambda code: (code not in SKILLS, len(code), code))


def skill_name(code: str) -> str:
    """A skill in words; one that an author made up is its code."""
    return t_now(SKILLS[code]) if code in SKILLS else code


def length_of(poster: Poster) -> str:
    """How long a scenario takes, on its card."""
    if poster.minutes is not None:
        return t("{minutes} min", minutes=poster.minutes)
    return t_count("{count} turn", "{count} turns", poster.turns)


def tags_of(poster: Poster) -> list[str]:
    """Turns, and the time of play with that of the debrief, which is part of it."""
    tags = [t_count("{count} turn", "{count} turns", poster.turns)]
    if poster.minutes is not None and poster.debrief is not None:
        said = t(
            "{minutes} min + debrief {debrief}", minutes=poster.minutes, debrief=poster.debrief
        )
        tags.append(said)
    elif poster.minutes is not None:
        tags.append(length_of(poster))
    return tags


def seats_of(poster: Poster) -> str:
    """How many people it is for."""
    most = len(poster.offers)
    if most <= 1:
        return t_count("{count} seat", "{count} seats", most)
    return t("1 to {most} seats", most=most)


def progress_of(saved: Saved) -> str:
    """How far a saved game has come, or what is wrong with it."""
    if saved.state == "damaged":
        return t("Damaged after turn {turn}: read only.", turn=saved.turn)
    if saved.state == "foreign":
        return t("Other rules or text: read only.")
    if saved.state == "unreadable":
        return t("This file cannot be read.")
    if saved.state == "ended":
        return t("Finished after turn {turn}.", turn=saved.turn)
    said = t("Turn {turn} of {turns}", turn=saved.turn, turns=saved.turns)
    if saved.people > 1:
        return t(
            "{turn}, {sealed} of {people} sheets in",
            turn=said,
            sealed=saved.sealed,
            people=saved.people,
        )
    return said


def kind_of(saved: Saved) -> str:
    """When it was played last, and how."""
    how = t("hot seat") if saved.people > 1 else t("one person")
    return t("{when}, {how}", when=saved.when, how=how)


def opens(saved: Saved) -> bool:
    """Whether a saved game can be played on or looked at as a seat."""
    return saved.state in ("going", "ended")
