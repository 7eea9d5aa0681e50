"""What a scenario file may say: frozen models, one a thing, names as keys.

The models are the schema that editors complete and `check` enforces; numbers carry their unit and
range here and nowhere else.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from game.scenario.move import Amount, Effect, Gauge, Key, Kind, Pair, Part, Share, Text, Texts

ChannelKind = Literal[
    "site", "microblog", "video", "messenger", "broadcaster", "press", "conference", "street"
]
Picture = Annotated[str, Field(pattern=r"^$|^[A-Za-z0-9_-]+\.(png|jpg)$", max_length=80)]


class Actor(Part):
    """A state or non-state body that can act."""

    kind: Kind
    name: Text
    staff: Amount = 3
    money: Amount = 2
    political: Amount = 2
    income: dict[Literal["money", "political"], Amount] = Field(default_factory=dict)
    at: Pair | None = Field(None, description="place on the map, 0..1 each")
    region: list[Pair] = Field(
        default_factory=list, max_length=60, description="corners of its land on the map"
    )
    citizens: Annotated[float, Field(ge=0)] = Field(0, description="nationals abroad at risk")
    host: Key | None = Field(None, description="the actor in whose country those nationals are")
    located: Share = Field(0.3, description="share of them whose whereabouts are known")
    providers: Annotated[int, Field(ge=0, le=999)] = Field(9, description="providers to order")
    weight: Amount = Field(1, description="economic weight: how far its words move markets")
    defense: Share = 0.3
    poise: Share = 0.3
    exploits: Annotated[float, Field(ge=0, le=9)] = 2
    bloc: Key | None = Field(None, description="whom the map colors it with")
    about: Text = Field("", description="one sentence for those who do not know it")


class Population(Part):
    """Many people behind one audience, drawn once by networkx from the audience's name."""

    nodes: Annotated[int, Field(ge=2, le=2_000_000)]
    graph: Literal["small_world", "preferential"] = "small_world"
    degree: Annotated[int, Field(ge=2, le=100)] = 10
    rewire: Share = 0.1
    weight: Share = Field(0.8, description="influence that arrives at a person from its ties")
    passes: Share = Field(0.1, description="chance that a person hands a claim to one tie")


class Audience(Part):
    """A public: it holds opinions and gives no orders."""

    name: Text
    of: Key | None = Field(None, description="the actor whose own public it is")
    size: Annotated[float, Field(gt=0)] = Field(1, description="people")
    opinion: dict[Key, float] = Field(default_factory=dict, description="starting place by issue")
    channels: dict[Key, Share] | None = Field(None, description="what it takes from each channel")
    susceptibility: Share | None = Field(
        None, description="Friedkin-Johnsen; else 1 less its own weight"
    )
    bounded_confidence: Annotated[float, Field(gt=0)] | None = Field(
        None, description="Hegselmann-Krause: averages only opinions this near"
    )
    mobilized: Share = 0.05
    population: Population | None = None
    at: Pair | None = None
    about: Text = ""


class Tie(Part):
    """Directed influence; a bare number is its weight."""

    weight: Share
    passes: Share | None = Field(None, description="chance to hand a claim on; else the weight")


class Issue(Part):
    """An axis of opinion."""

    name: Text
    scale: Pair = (-100, 100)
    means: Text = Field("", description="what the ends of the scale stand for")


class Channel(Part):
    """Where messages travel."""

    owner: Key | None = None
    name: Text | None = None
    kind: ChannelKind | None = Field(None, description="else the key, if it is one; else site")
    anonymous: bool = Field(default=True, description="may be used without a name")


class Secret(Part):
    """Something true that not everybody holds."""

    of: Key
    holders: list[Key] = Field(default_factory=list, description="who holds it beside its owner")
    names: list[Key] = Field(default_factory=list, description="actors it discusses")
    severity: Share = 0.5
    story: Key | None = Field(None, description="the claim that appears when it is published")
    text: Text
    title: Text | None = None


class Claim(Part):
    """A statement that spreads: true, false, forged, or a position (null)."""

    text: Text | None = None
    issue: Key | None = None
    subject: Key | None = Field(None, description="the actor it speaks about")
    pushes: float = Field(0, description="where full belief pulls the issue, in its units")
    truth: bool | Literal["forged"] | None = None
    infectiousness: Annotated[float, Field(ge=0, le=20)] = 1
    spread: Literal["cascade", "threshold"] = "cascade"
    by: list[Key] = Field(default_factory=list, description="who can bring it up; empty: anyone")
    aware: list[Key] | dict[Key, Share] = Field(
        default_factory=list, description="audiences it has reached before the game"
    )
    alarm: bool = Field(default=False, description="what a hijacked account of its subject says")


class Seat(Part):
    """A place at the table."""

    actor: Key
    name: Text | None = None
    brief: Text = ""
    short: Text = Field("", description="the brief in at most 400 words")
    aim: Text = Field("", description="its public aim, which the others read")
    policy: str | None = Field(None, description="the stand-in that plays it by default")
    doctrine: dict[str, float] = Field(
        default_factory=dict, description="weights of moves for the doctrine policy"
    )


class Contingency(Part):
    """An inject of its own kind: given where an expected action did not come."""

    of: Key = Field(description="the inject whose expected action is missing")
    after: Annotated[int, Field(ge=1, le=999)] = 1


class Inject(Part):
    """A row of the master scenario events list."""

    turn: Annotated[int, Field(ge=1)] | None = None
    when: str | None = Field(None, description="condition that must hold")
    chance: Share = 1
    by_hand: bool = Field(default=False, description="only the facilitator gives it")
    contingency: Contingency | None = None
    to: list[Key] = Field(default_factory=list, description="seats it is told to; empty: all")
    mode: Literal["post", "call", "cable", "paper", "image", "rumor", "broadcast"] = "cable"
    source: Text = ""
    text: Text
    synopsis: Text = ""
    expects: list[str] = Field(default_factory=list, description="moves it should prompt")
    trains: Texts = Field(default_factory=list)
    evaluates: Text = ""
    effects: list[Effect] = Field(default_factory=list)


class Objective(Part):
    """What a seat is to reach."""

    when: str
    weight: Annotated[float, Field(gt=0, le=100)] = 1
    by: Annotated[int, Field(ge=1)] | None = Field(None, description="turn at whose end it counts")
    holds: Literal["at_end", "once", "throughout"] = "at_end"
    name: Text | None = None
    text: Text = ""


class Ending(Part):
    """A condition that ends the game."""

    when: str
    says: Text
    name: Text | None = None


class Commitment(Part):
    """Something the engine can see kept or broken once every party has signed; one promise each.

    `spares`: no open hostile deed at that actor. `stays_below`: tension `with_whom`, every turn.
    `shares`: a secret with `with_whom`, and `lifts`: a channel for an audience, both `by` a turn.
    """

    who: Key
    spares: Key | None = None
    stays_below: Annotated[float, Field(ge=0, le=100)] | None = None
    shares: Key | None = None
    lifts: Key | None = None
    with_whom: Key | None = Field(None, alias="with")
    audience: Key | None = Field(None, alias="for")
    by: Annotated[int, Field(ge=1)] | None = None


class Undertaking(Part):
    """What parties may agree on: their words, and what each promises."""

    name: Text
    text: Text = ""
    parties: Annotated[list[Key], Field(min_length=2)]
    commitments: list[Commitment] = Field(default_factory=list)


class Debrief(Part):
    """A question for the debrief, in the order of a good one."""

    step: Literal["planned", "happened", "why", "keep_or_change"] = "why"
    ask: Text


class Choice(Part):
    """One way a knob can stand."""

    name: Text | None = Field(None, description="how it is called; else its key")
    changes: dict[str, Any] = Field(
        default_factory=dict,
        alias="set",
        description="values by name that then count, such as turns: 6; the names of --set",
    )


class Knob(Part):
    """Something a teacher may turn without opening the file."""

    name: Text = Field(description="how it is called, in a word or two")
    text: Text = Field("", description="what it changes, in one sentence")
    default: Key = Field(description="the choice that is the scenario as written")
    choices: Annotated[dict[Key, Choice], Field(min_length=2)]


class Content(Part):
    """A whole scenario, as its author wrote it."""

    format: Literal[1]
    title: Text
    summary: Text = ""
    language: str = "en"
    trains: list[str] = Field(default_factory=list)
    practices: Text = Field("", description="what it trains, in one line for whoever chooses")
    minutes: Annotated[int, Field(ge=1, le=10_000)] | None = Field(None, description="of play")
    debrief_minutes: Annotated[int, Field(ge=1, le=10_000)] | None = None
    picture: Picture = Field("", description="a .png or .jpg beside the scenario")
    picture_alt: Text = Field("", description="the picture in words, for who cannot see it")
    turns: Annotated[int, Field(ge=1, le=10_000)]
    turn_length: str = ""
    starts: Text = Field("", description="date and hour of the first turn, as the story has it")
    orders_per_turn: Annotated[int, Field(ge=1, le=10)] = 3
    situation: Text = Field("", description="what every seat reads first")
    actors: dict[Key, Actor]
    audiences: dict[Key, Audience] = Field(default_factory=dict)
    ties: dict[Key, dict[Key, Tie | Share]] = Field(default_factory=dict)
    issues: dict[Key, Issue] = Field(default_factory=dict)
    channels: dict[Key, Channel] = Field(default_factory=dict)
    secrets: dict[Key, Secret] = Field(default_factory=dict)
    claims: dict[Key, Claim] = Field(default_factory=dict)
    seats: dict[Key, Seat] = Field(default_factory=dict)
    msel: dict[Key, Inject] = Field(default_factory=dict)
    objectives: dict[Key, dict[Key, Objective]] = Field(default_factory=dict)
    undertakings: dict[Key, Undertaking] = Field(default_factory=dict)
    endings: dict[Key, Ending] = Field(default_factory=dict)
    measures: dict[Key, Gauge] = Field(default_factory=dict)
    parameters: dict[Key, float] = Field(default_factory=dict)
    start: dict[str, float] = Field(
        default_factory=dict, description="'trust(a, b)': value; * stands for everyone"
    )
    moves: dict[Key, Any] = Field(default_factory=dict, description="tuned or new moves")
    knobs: dict[Key, Knob] = Field(
        default_factory=dict, max_length=5, description="what a teacher may turn"
    )
    debrief: list[Debrief] = Field(default_factory=list)
