"""The briefing of a seat as sections of headings and paragraphs. Pure: values in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_in, t_later, t_now
from game.ui.view_models import words
from game.ui.view_models.desk import Goal, goals
from game.ui.view_models.launch import skill_name

if TYPE_CHECKING:
    from game.views import Booklet, Observation

HEADING_LENGTH = 60  # a paragraph of one short line without a full stop is a heading
READING_SPEED = 180  # words a minute: a guess, slow, for people who read in a second language
MILD, SERIOUS = 0.4, 0.7  # severities of secrets below which they are called so (guesses)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of reading text."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the briefing; "know" and "turn" have more than paragraphs."""

    key: str
    title: str
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbor:
    """Another seat at the table; `by` says that a stand-in plays it, where that is known."""

    key: str
    actor: str
    name: str
    aim: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A secret: what it is, whose it is and who may know, how bad it would be."""

    text: str
    whose: str
    tag: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a turn, as a box."""

    icon: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a seat reads before the first turn."""

    title: str
    scenario: str
    when: str
    minutes: int
    sections: tuple[Section, ...]
    around: tuple[Neighbor, ...]
    goals: tuple[Goal, ...]
    stocks: tuple[tuple[str, str], ...]  # what it is, and how much of it there is
    secrets: tuple[Held, ...]
    phases: tuple[Phase, ...]
    practices: str


def briefing(observation: Observation) -> Briefing:
    """The briefing of the observation's seat."""
    booklet = observation.booklet
    seat = booklet.seats[booklet.seat]
    situation = paragraphs(booklet.situation or booklet.summary)
    task = paragraphs(booklet.brief or booklet.aim)
    short = paragraphs(booklet.short)
    sections = [
        Section("short", t("In short"), short),
        Section("situation", t("Situation"), situation),
        Section("task", t("Your task"), task),
    ]
    around = tuple(
        Neighbor(
            key,
            card.actor,
            card.name,
            words.sentence(card.aim),
            t("stand-in") if getattr(card, "policy", None) else "",
        )
        for key, card in booklet.seats.items()
        if key != booklet.seat
    )
    have = zip(STOCKS, observation.stocks[0], strict=True)
    read = sum(len(p.text.split()) for p in (*situation, *task, *short))
    return Briefing(
        title=seat.name,
        scenario=booklet.title,
        when=booklet.starts,
        minutes=max(1, round(read / READING_SPEED)),
        sections=(
            *(s for s in sections if s.paragraphs),
            Section("know", t("What you know")),
            Section("turn", t("How a turn goes"), paragraphs(t_now(HOW))),
        ),
        around=around,
        goals=goals(observation),
        stocks=tuple((t_now(name), words.amount(float(n))) for name, n in have),
        secrets=_secrets(observation),
        phases=_phases(booklet),
        practices=words.listed(skill_name(code) for code in getattr(booklet, "trains", ())),
    )


STOCKS = (
    t_later("Staff, renewed each turn"),
    t_later("Money"),
    t_later("Political will, slow to return"),
)
HOW = t_later(
    "Each turn something happens first, and you read what reached you.\n\n"
    "Then everyone writes orders at the same time, in secret. Your staff is whole again each turn, "
    "less what running work holds; money and political will come back slowly, if at all.\n\n"
    "When all sheets are in, everything is resolved at once: protection first, then deeds, then "
    "words. Then news spreads from audience to audience.\n\n"
    "You are told what your seat may know of it. An order that could not be done is void and costs "
    "nothing; one that met something you could not know has failed, and has cost its price."
)


def _secrets(observation: Observation) -> tuple[Held, ...]:
    """The secrets that the seat holds now, worst first."""
    booklet = observation.booklet
    found = []
    for key, text in observation.secrets().items():
        card = booklet.secrets.get(key)
        severity = float(getattr(card, "size", None) or 0.0)
        owner = getattr(card, "of", None)
        found.append((severity, Held(words.sentence(text), _whose(booklet, owner), _bad(severity))))
    return tuple(held for _, held in sorted(found, key=lambda pair: -pair[0]))


def _whose(booklet: Booklet, owner: str | None) -> str:
    """Whose secret it is. Who else holds it a seat does not know."""
    if owner is None:
        return ""
    if owner == booklet.me:
        return t("It is about you. Whether others hold it too, you do not know.")
    name = booklet.actors[owner].name if owner in booklet.actors else owner
    return t("It is about {actor}, who may not know that you hold it.", actor=name)


def _bad(severity: float) -> str:
    """How bad it would be if it came out, in words."""
    if severity < MILD:
        return t("secret, mild")
    return t("secret, serious") if severity < SERIOUS else t("secret, severe")


def _phases(booklet: Booklet) -> tuple[Phase, ...]:
    """The five phases of a turn."""
    most = booklet.orders_per_turn
    return (
        Phase("flag", t_in("phase", "Inject"), t("Something happens")),
        Phase("eye", t_in("phase", "Observe"), t("Read what reached you")),
        Phase("edit", t_in("phase", "Order"), t("Up to {count} orders, sealed", count=most)),
        Phase("target", t_in("phase", "Adjudicate"), t("All at the same time")),
        Phase("wave", t_in("phase", "Reveal"), t("Only what you may see")),
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of a long text; empty lines part them, a short one without a stop is a heading."""
    found = []
    for part in re.split(r"\n\s*\n", text.strip()):
        plain = words.rich(part)
        if plain:
            short = len(plain) <= HEADING_LENGTH and plain[-1] not in '.!?:;,"”'
            found.append(Paragraph(plain, heading=short))
    return tuple(found)
