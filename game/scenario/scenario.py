"""A scenario that can be played: everything its files say, checked, merged and frozen."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.scenario.model import Claim, Content, Inject, Objective, Tie
from game.scenario.move import Effect, Gauge, Move, Text
from game.scenario.population import Nodes, expand, tie_of

if TYPE_CHECKING:
    import networkx as nx

STORY = "story_of_{}"  # the claim that appears when a secret without a `story` is published
FORGERY = "forgery_on_{}"  # what a forged document about an actor says
ALARM = "alarm_by_{}"  # what a hijacked account of an actor says


@dataclass(frozen=True)
class Scenario:
    """What an author wrote, with the standard rulebook under it.

    `claims` and `stories` hold the author's claims and one more for every secret whose story no
    claim of his tells. `keys` holds the sorted names on every axis.
    """

    content: Content
    measures: Mapping[str, Gauge]
    parameters: Mapping[str, float]
    fragments: Mapping[str, list[Effect]]
    moves: Mapping[str, Move]
    claims: Mapping[str, Claim]
    stories: Mapping[str, str]  # secret -> claim
    forgeries: Mapping[str, str]  # actor -> claim
    alarms: Mapping[str, str]  # actor -> claim
    keys: Mapping[str, tuple[str, ...]]
    starts: Mapping[tuple[str, tuple[str, ...]], float]  # (measure, names); "*" is everyone
    digest: str
    rulebook_digest: str
    path: Path
    name: str
    language: str = "en"
    knobs: Mapping[str, str] = field(default_factory=dict)  # those that were turned, with choices

    def say(self, text: Text | None) -> str:
        """The text in the language of play, else in English, else in its first language."""
        return say(text, self.language)

    def story(self, secret: str) -> str:
        """The claim that appears when a secret is published."""
        return self.stories[secret]

    @cached_property
    def slots(self) -> frozenset[str]:
        """The claims that only a deed brings into the world: stories, forgeries and alarms."""
        rows = (self.stories, self.forgeries, self.alarms)
        return frozenset(claim for row in rows for claim in row.values())

    @cached_property
    def ties(self) -> dict[str, dict[str, Tie]]:
        """Every tie to another in full: from, to, weight and passes."""
        written = self.content.ties.items()
        return {
            key: {to: tie_of(tie) for to, tie in ties.items() if to != key} for key, ties in written
        }

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """The objectives of all seats, by `seat.name`."""
        groups = self.content.objectives.items()
        return {f"{seat}.{key}": goal for seat, group in groups for key, goal in group.items()}

    def with_inject(self, name: str, inject: Inject) -> "Scenario":
        """The same with one inject more, or with another in its place; its keys stay as they are.

        For a game in which a facilitator rewrites or adds one: it is told, but nothing plans it.
        """
        other = copy(self)
        msel = {**self.content.msel, name: inject}
        object.__setattr__(other, "content", self.content.model_copy(update={"msel": msel}))
        return other

    def graph(self) -> "nx.DiGraph[str]":
        """The influence graph the author meant, with everything said about actors and audiences."""
        from game.scenario.graph import graph_of

        return graph_of(self)

    def nodes(self) -> Nodes:
        """The nodes that hold opinions, and the ties between them."""
        return self._nodes

    @cached_property
    def _nodes(self) -> Nodes:
        return expand(self.content)


def say(text: Text | None, language: str) -> str:
    """A text in a language, else in English, else in the first it has; '' if there is none."""
    if text is None or isinstance(text, str):
        return text or ""
    if language in text:
        return text[language]
    return text.get("en") or next(iter(text.values()), "")


def stories_of(content: Content) -> tuple[dict[str, Claim], dict[str, str]]:
    """The claims of a scenario with one for every secret, and which of them is whose story."""
    claims = dict(content.claims)
    stories: dict[str, str] = {}
    for key, secret in sorted(content.secrets.items()):
        stories[key] = secret.story or STORY.format(key)
        if secret.story is None:
            claims[stories[key]] = Claim(text=secret.text, subject=secret.of, truth=True)
    return claims, stories


def fakes_of(content: Content) -> tuple[dict[str, Claim], dict[str, str], dict[str, str]]:
    """Claims that nobody has made yet: a forgery on, and an alarm by, each actor with a public.

    The author's own come first: a claim about the actor whose truth is `forged`, or an `alarm`.
    What comes back are the claims made here, the forgery of each actor and the alarm of each.
    """
    publics = {audience.of or "" for audience in content.audiences.values()}
    made: dict[str, Claim] = {}
    forgeries: dict[str, str] = {}
    alarms: dict[str, str] = {}
    for key, claim in sorted(content.claims.items()):
        if claim.subject is not None and claim.alarm:
            alarms.setdefault(claim.subject, key)
        elif claim.subject is not None and claim.truth == "forged":
            forgeries.setdefault(claim.subject, key)
    for actor in sorted(publics & set(content.actors)):
        name = content.actors[actor].name
        for found, pattern, text in (
            (forgeries, FORGERY, "A document that compromises"),
            (alarms, ALARM, "An alarm from the account of"),
        ):
            if actor not in found:
                found[actor] = pattern.format(actor)
                words = f"{text} {say(name, 'en')}"
                made[found[actor]] = Claim(text=words, subject=actor, truth="forged")
    return made, forgeries, alarms


def keys_of(content: Content, moves: Mapping[str, Move]) -> dict[str, tuple[str, ...]]:
    """The sorted names on every axis."""
    claims = {**stories_of(content)[0], **fakes_of(content)[0]}
    goals = [f"{seat}.{key}" for seat, group in content.objectives.items() for key in group]
    return {
        "actor": tuple(sorted(content.actors)),
        "audience": tuple(sorted(content.audiences)),
        "issue": tuple(sorted(content.issues)),
        "claim": tuple(sorted(claims)),
        "secret": tuple(sorted(content.secrets)),
        "channel": tuple(sorted(content.channels)),
        "move": tuple(sorted(moves)),
        "inject": tuple(sorted(content.msel)),
        "seat": tuple(sorted(content.seats)),
        "objective": tuple(sorted(goals)),
        "undertaking": tuple(sorted(content.undertakings)),
    }
