"""The briefing of a seat as pages of headings and paragraphs. Pure: values in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.view_models import words
from game.ui.view_models.desk import Goal, goals

if TYPE_CHECKING:
    from game.views import Observation

HEADING_LENGTH = 60  # a paragraph of one short line without a full stop is a heading


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of reading text."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the briefing."""

    key: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Neighbor:
    """Another seat at the table."""

    key: str
    actor: str
    name: str
    aim: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a seat reads before the first turn."""

    title: str
    scenario: str
    sections: tuple[Section, ...]
    around: tuple[Neighbor, ...]
    goals: tuple[Goal, ...]
    stocks: tuple[tuple[str, str], ...]  # name and amount
    secrets: tuple[str, ...]


def briefing(observation: Observation) -> Briefing:
    """The briefing of the observation's seat."""
    booklet = observation.booklet
    seat = booklet.seats[booklet.seat]
    sections = [
        Section("situation", "Situation", paragraphs(booklet.situation or booklet.summary)),
        Section("task", "Your task", paragraphs(booklet.brief or booklet.aim)),
        Section("short", "In short", paragraphs(booklet.short)),
        Section("turn", "How a turn goes", paragraphs(HOW)),
    ]
    around = tuple(
        Neighbor(key, card.actor, card.name, words.sentence(card.aim))
        for key, card in booklet.seats.items()
        if key != booklet.seat
    )
    have = zip(words.STOCKS, observation.stocks[0], strict=True)
    return Briefing(
        title=seat.name,
        scenario=booklet.title,
        sections=tuple(s for s in sections if s.paragraphs),
        around=around,
        goals=goals(observation),
        stocks=tuple((name, words.amount(float(n))) for (_, name), n in have),
        secrets=tuple(words.sentence(s) for s in observation.secrets().values()),
    )


HOW = """Each turn something happens first, and you read what reached you.

Then everyone writes orders at the same time, in secret. Your staff is whole again each turn, less
what running work holds; money and political will come back slowly, if at all.

When all sheets are in, everything is resolved at once: protection first, then deeds, then words.
Then news spreads from audience to audience.

You are told what your seat may know of it. An order that could not be done is void and costs
nothing; one that met something you could not know has failed, and has cost its price.

Others know things that you do not. That is a rule of the game and not a trick."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of a long text; empty lines part them, a short one without a stop is a heading."""
    found = []
    for part in re.split(r"\n\s*\n", text.strip()):
        plain = words.rich(part)
        if plain:
            short = len(plain) <= HEADING_LENGTH and plain[-1] not in '.!?:;,"”'
            found.append(Paragraph(plain, heading=short))
    return tuple(found)
