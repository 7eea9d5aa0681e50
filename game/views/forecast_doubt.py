"""Doubt: the scenario as one seat could retell it, the rest made up.

A forecast must not know whether a rumor is true, who holds which secret or what the others are
after. So it is not played by the scenario at the table but by ones in which all of that is drawn:
what the seat may read stays, everything behind the curtain is replaced. Doubts come in pairs that
take opposite sides, so half of the imagined worlds believe each thing that is in doubt.
"""

from dataclasses import dataclass, replace

from game.engine.chance import key, mix, uniform
from game.scenario import Scenario
from game.scenario.model import Actor, Audience, Claim, Objective, Seat, Secret
from game.views.booklet import Booklet

NEVER = "turn < 0"
INFECTIOUS = (0.6, 1.8)  # how readily a claim that nobody knows better is handed on (a guess)
SEVERITY = (0.25, 0.75)  # how grave a secret is (a guess)
NUMBERS = ("staff", "money", "political", "income", "located", "defense", "poise", "exploits")


@dataclass(frozen=True, slots=True)
class Known:
    """What a seat has learned of the scenario beside its booklet: claims and secrets by key."""

    claims: frozenset[str]
    secrets: frozenset[str]


def doubted(scenario: Scenario, booklet: Booklet, known: Known, side: int) -> Scenario:
    """Return the scenario with all that this seat cannot read drawn anew; `side` is 0 or 1.

    Names, ties, channels, moves and the seat's own things stay, so every cell keeps its place.
    """
    lots = _Lots(scenario, booklet, known, side)
    content = scenario.content
    claims = {name: lots.claim(name, claim) for name, claim in scenario.claims.items()}
    changed = {
        "actors": {name: lots.actor(name, one) for name, one in content.actors.items()},
        "audiences": {name: _audience(one) for name, one in content.audiences.items()},
        "secrets": {name: lots.secret(name, one) for name, one in content.secrets.items()},
        "claims": {name: claims[name] for name in content.claims},
        "seats": {name: lots.seat(name, one) for name, one in content.seats.items()},
        "objectives": {
            seat: {name: lots.objective(seat, one) for name, one in group.items()}
            for seat, group in content.objectives.items()
        },
        "endings": {
            name: one.model_copy(update={"when": NEVER}) for name, one in content.endings.items()
        },
    }
    made_up = content.model_copy(update=changed)
    return replace(scenario, content=made_up, claims=claims, starts=_starts(scenario, booklet.me))


@dataclass(frozen=True, slots=True)
class _Lots:
    """Draws for everything in doubt: a function of names and of the side, nothing else."""

    scenario: Scenario
    booklet: Booklet
    known: Known
    side: int

    def number(self, *words: str) -> float:
        """A number in [0, 1) for a question; the other side gets its counterpart."""
        number = float(uniform(mix(key("doubt", self.booklet.seat, *words))))
        return 1.0 - number if self.side else number

    def within(self, limits: tuple[float, float], *words: str) -> float:
        """The low or the high end of two limits, as the draw falls."""
        return limits[int(self.number(*words) >= 0.5)]

    def another(self, *words: str) -> str:
        """Some actor other than the seat's own, where there is one."""
        actors = sorted(self.scenario.content.actors)
        others = [name for name in actors if name != self.booklet.me] or actors
        return others[min(int(self.number(*words) * len(others)), len(others) - 1)]

    def actor(self, name: str, actor: Actor) -> Actor:
        """Another actor with the resources that any of its kind could have."""
        if name == self.booklet.me:
            return actor
        plain = {
            field: Actor.model_fields[field].get_default(call_default_factory=True)
            for field in NUMBERS
        }
        return actor.model_copy(update=plain)

    def secret(self, name: str, secret: Secret) -> Secret:
        """A secret held keeps its owner; of others not even that is known, nor how grave any is."""
        drawn: dict[str, object] = {"severity": self.within(SEVERITY, "severity", name)}
        if name not in self.known.secrets:
            drawn |= {"of": self.another("owner", name), "holders": [], "names": []}
        return secret.model_copy(update=drawn)

    def claim(self, name: str, claim: Claim) -> Claim:
        """Only its maker knows whether a claim is true; of one never heard, nothing is known."""
        drawn: dict[str, object] = {
            "infectiousness": self.within(INFECTIOUS, "infectious", name),
            "aware": [],
        }
        mine = self.booklet.me in claim.by
        if not mine and claim.by:
            drawn["by"] = [self.another("maker", name)]
        if name not in self.known.claims and not mine:
            drawn["subject"] = self.another("subject", name)
        told_by = {self.scenario.story(secret) for secret in self.known.secrets}
        if not mine and name not in self.scenario.slots and name not in told_by:
            drawn["truth"] = self.number("truth", name) >= 0.5
        return claim.model_copy(update=drawn)

    def seat(self, name: str, seat: Seat) -> Seat:
        """Of another seat its actor and public aim; what it is told and leans to is its own."""
        if name == self.booklet.seat:
            return seat
        return seat.model_copy(update={"brief": "", "short": "", "doctrine": {}})

    def objective(self, seat: str, objective: Objective) -> Objective:
        """Objectives of others are not known."""
        if seat == self.booklet.seat:
            return objective
        return objective.model_copy(update={"when": NEVER, "name": None, "text": ""})


def _audience(audience: Audience) -> Audience:
    """An audience without what one only learns by listening."""
    return audience.model_copy(update={"opinion": {}})


def _starts(scenario: Scenario, me: str) -> dict[tuple[str, tuple[str, ...]], float]:
    """Return the starting values that a seat could have read off its own desk."""
    kept: dict[tuple[str, tuple[str, ...]], float] = {}
    for (name, things), value in scenario.starts.items():
        known = scenario.measures[name].known
        if known == "all" or (known == "parties" and me in things):
            kept[name, things] = value
        elif known == "own" and things and things[0] in (me, "*"):
            kept[name, (me, *things[1:])] = value
    return kept
