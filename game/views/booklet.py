"""The booklet: what one seat may read about the scenario, printed before the game.

It holds names, texts and prices in one language, and nothing of how the world stands. What a seat
does not hold (a secret, a claim not yet made) has no text here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.rulebook import TIERS, Rulebook
from game.language import t_now
from game.scenario import Scenario
from game.scenario.deeds import deed_of
from game.scenario.expression import names_in, parse
from game.scenario.move import Move, Text
from game.views.offramps import Ease, eased_pairs, partners

UNPRINTED = ("inject", "ending", "objective")  # their very names would tell the story


@dataclass(frozen=True, slots=True)
class Card:
    """One thing of the scenario in words. `of` is its owner or patron, `at` its place, 0..1."""

    name: str
    kind: str = ""
    about: str = ""
    of: str | None = None
    bloc: str | None = None
    at: tuple[float, float] | None = None
    region: tuple[tuple[float, float], ...] = ()
    size: float = 1


@dataclass(frozen=True, slots=True)
class SeatCard:
    """A place at the table as the others see it."""

    name: str
    actor: str
    aim: str
    policy: str | None


@dataclass(frozen=True, slots=True)
class DeedCard:
    """A way of acting. price: staff, money, political; target, about, via: axes or None."""

    name: str
    text: str
    move: str
    variant: str
    price: tuple[float, float, float]
    target: str | None
    about: str | None
    via: str | None
    seen: str
    tier: str
    delay: int
    says: str
    severity: float
    eases: tuple[Ease, ...] = ()  # pairs whose tension it lowers
    partners: tuple[str, ...] = ()  # roles of those who must order their part too


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """A measure in words; low and high are of its range (of the widest scale for opinions)."""

    axes: tuple[str, ...]
    low: float
    high: float
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveCard:
    """What the seat is to reach. `by` is the turn at whose end it counts, or None for the last."""

    key: str
    name: str
    text: str
    weight: float
    by: int | None
    holds: str
    mentions: tuple[str, ...]  # the things its condition names


@dataclass(frozen=True, eq=False)
class Booklet:
    """What a seat may read; `keys` gives the names on each axis, in the order of the arrays."""

    title: str
    summary: str
    situation: str
    turns: int
    turn_length: str
    starts: str
    trains: tuple[str, ...]
    orders_per_turn: int
    language: str
    seat: str
    me: str
    seat_name: str
    brief: str
    short: str
    aim: str
    doctrine: Mapping[str, float]
    keys: Mapping[str, tuple[str, ...]]
    actors: Mapping[str, Card]
    audiences: Mapping[str, Card]
    channels: Mapping[str, Card]
    issues: Mapping[str, Card]
    claims: Mapping[str, Card]
    secrets: Mapping[str, Card]
    undertakings: Mapping[str, Card]
    ties: tuple[tuple[str, str, float], ...]
    seats: Mapping[str, SeatCard]
    moves: Mapping[str, DeedCard]
    measures: Mapping[str, MeasureCard]
    objectives: tuple[ObjectiveCard, ...]
    debrief: tuple[str, ...]


def print_booklet(scenario: Scenario, rulebook: Rulebook, seat: str) -> Booklet:
    """Return the booklet of a seat, in the scenario's language."""
    content, say = scenario.content, scenario.say
    mine = content.seats[seat]
    return Booklet(
        title=say(content.title),
        summary=say(content.summary),
        situation=say(content.situation),
        turns=content.turns,
        turn_length=content.turn_length,
        starts=say(content.starts),
        trains=tuple(content.trains),
        orders_per_turn=content.orders_per_turn,
        language=scenario.language,
        seat=seat,
        me=mine.actor,
        seat_name=say(mine.name or content.actors[mine.actor].name),
        brief=say(mine.brief),
        short=say(mine.short),
        aim=say(mine.aim),
        doctrine=dict(sorted(mine.doctrine.items())),
        keys={axis: names for axis, names in rulebook.keys.items() if axis not in UNPRINTED},
        actors=_actors(scenario),
        audiences=_audiences(scenario),
        channels=_channels(scenario),
        issues={key: Card(say(i.name), about=say(i.means)) for key, i in content.issues.items()},
        claims=_claims(scenario, mine.actor),
        secrets=_secrets(scenario, mine.actor),
        undertakings={
            key: Card(say(row.name), "undertaking", say(row.text))
            for key, row in sorted(content.undertakings.items())
        },
        ties=tuple(
            (source, target, tie.weight)
            for source, row in sorted(scenario.ties.items())
            for target, tie in sorted(row.items())
        ),
        seats=_seats(scenario),
        moves=_moves(scenario, rulebook),
        measures=_measures(scenario, rulebook),
        objectives=_objectives(scenario, seat),
        debrief=tuple(say(question.ask) for question in content.debrief),
    )


def _actors(scenario: Scenario) -> dict[str, Card]:
    say = scenario.say
    return {
        key: Card(say(a.name), a.kind, say(a.about), bloc=a.bloc, at=a.at, region=tuple(a.region))
        for key, a in sorted(scenario.content.actors.items())
    }


def _audiences(scenario: Scenario) -> dict[str, Card]:
    say = scenario.say
    return {
        key: Card(say(a.name), "audience", say(a.about), of=a.of, at=a.at, size=a.size)
        for key, a in sorted(scenario.content.audiences.items())
    }


def _channels(scenario: Scenario) -> dict[str, Card]:
    cards = {}
    for key, channel in sorted(scenario.content.channels.items()):
        name = scenario.say(channel.name) or key.replace("_", " ")
        cards[key] = Card(name, channel.kind or key, of=channel.owner)
    return cards


def _claims(scenario: Scenario, me: str) -> dict[str, Card]:
    """Return the claims the seat could make itself, or that are out from the start."""
    cards = {}
    for key, claim in sorted(scenario.claims.items()):
        mine = me in claim.by or (not claim.by and key not in scenario.slots)
        if mine or claim.aware:
            cards[key] = claim_card(scenario, key)
    return cards


def claim_card(scenario: Scenario, key: str) -> Card:
    """Return a claim in words; whether it is true is on no card."""
    claim = scenario.claims[key]
    text = scenario.say(claim.text) or key.replace("_", " ")
    return Card(text, "claim", of=claim.subject, bloc=claim.issue)


def _secrets(scenario: Scenario, me: str) -> dict[str, Card]:
    """Return the secrets the seat holds before the game."""
    held = [k for k, s in scenario.content.secrets.items() if me in (s.of, *s.holders)]
    return {key: secret_card(scenario, key) for key in sorted(held)}


def secret_card(scenario: Scenario, key: str) -> Card:
    """Return a secret in words, for those who hold it; its size is its severity, 0..1."""
    secret = scenario.content.secrets[key]
    title = scenario.say(secret.title) if secret.title else key.replace("_", " ")
    return Card(title, "secret", scenario.say(secret.text), of=secret.of, size=secret.severity)


def _seats(scenario: Scenario) -> dict[str, SeatCard]:
    content, say = scenario.content, scenario.say
    return {
        key: SeatCard(say(s.name or content.actors[s.actor].name), s.actor, say(s.aim), s.policy)
        for key, s in sorted(content.seats.items())
    }


def _moves(scenario: Scenario, rulebook: Rulebook) -> dict[str, DeedCard]:
    cards = {}
    for place, deed in enumerate(rulebook.deeds):
        move = scenario.moves[deed.move]
        whole = deed_of(deed.move, move, deed.variant)
        price = tuple(float(part) for part in rulebook.table.price[place])
        cards[deed.key] = DeedCard(
            name=deed_name(move, deed.variant, scenario),
            text=t_now(scenario.say(move.text)),
            move=deed.move,
            variant=deed.variant,
            price=(price[0], price[1], price[2]),
            target=deed.axes[0],
            about=deed.axes[1],
            via=deed.axes[2],
            seen=deed.seen,
            tier=TIERS[deed.tier],
            delay=deed.delay,
            says=t_now(deed.says),
            severity=float(rulebook.table.severity[place]),
            eases=eased_pairs(scenario, whole),
            partners=partners(whole),
        )
    return cards


def deed_name(move: Move, variant: str, scenario: Scenario) -> str:
    """Return the name of a deed, such as `Publish a statement (empathetic)`."""
    name = t_now(scenario.say(move.name))
    if not variant:
        return name
    own: Text | None = move.variants[variant].name
    return f"{name} ({t_now(scenario.say(own)) if own else called(variant)})"


def called(key: str) -> str:
    """Return what a thing without a name of its own is called."""
    return t_now(key.replace("_", " "))


def _measures(scenario: Scenario, rulebook: Rulebook) -> dict[str, MeasureCard]:
    layout = rulebook.layout
    cards = {}
    for name, gauge in sorted(scenario.measures.items()):
        stretch = layout.stretches[name]
        span = slice(stretch.first, stretch.first + stretch.size)
        low = float(layout.low[span].min(initial=0))
        high = float(layout.high[span].max(initial=0))
        cards[name] = MeasureCard(
            tuple(gauge.axes), low, high, t_now(scenario.say(gauge.text)), called(name)
        )
    return cards


def _objectives(scenario: Scenario, seat: str) -> tuple[ObjectiveCard, ...]:
    say = scenario.say
    return tuple(
        ObjectiveCard(
            key=f"{seat}.{key}",
            name=say(row.name) or key.replace("_", " "),
            text=say(row.text),
            weight=row.weight,
            by=row.by,
            holds=row.holds,
            mentions=tuple(sorted(set(names_in(parse(row.when))))),
        )
        for key, row in sorted(scenario.content.objectives.get(seat, {}).items())
    )
