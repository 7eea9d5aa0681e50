"""The language of the rulebook: measures, parameters, effects and moves, as YAML may say them.

Expressions stay text in this module: `vocabulary` gives them meaning.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Strict, Tag

Text = str | dict[str, str]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Share = Annotated[float, Field(ge=0, le=1)]
Amount = Annotated[float, Field(ge=0, le=999)]
Pair = Annotated[tuple[float, float], Strict(strict=False)]
Texts = str | list[str]
Kind = Literal[
    "state",
    "international_organization",
    "ngo",
    "media",
    "platform",
    "company",
    "collective",
    "armed_group",
    "diaspora",
    "individual",
]
Axis = Literal[
    "actor",
    "audience",
    "issue",
    "claim",
    "secret",
    "channel",
    "move",
    "inject",
    "seat",
    "objective",
    "undertaking",
]
Known = Literal["own", "parties", "all", "listeners", "nobody"]
Tier = Literal["shield", "act", "speak"]
Seen = Literal["public", "parties", "covert", "private"]
Operand = Literal["actor", "audience", "secret", "claim", "channel", "issue", "undertaking"]
Needs = list[str] | dict[str, Text]


class Part(BaseModel):
    """Whatever a scenario declares: nothing unknown is let in, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Gauge(Part):
    """A row of the table of measures."""

    axes: list[Axis] = Field(default_factory=list, max_length=2)
    range: Pair | Literal["scale"] = (0, 100)
    start: float | str = 0
    fade: Share = 0
    symmetric: bool = False
    known: Known = "nobody"
    glimpsed: Known = "nobody"
    step: Annotated[float, Field(gt=0)] = 10
    text: Text = ""


class Parameter(Part):
    """A number of the models."""

    value: float
    text: Text


class Shift(Part):
    """Adds to a measure."""

    shift: str
    by: float | str
    when: str | None = Field(None, alias="if")
    join: Literal["sum", "most"] = "sum"
    lasting: Share | None = Field(None, description="for opinions: share that moves the anchor")


class Expose(Part):
    """Brings a claim to audiences, each by its own chance."""

    expose: str
    to: str
    belief: float | str = Field(0, description="belief that those it reaches gain")
    when: str | None = Field(None, alias="if")


class Chance(Part):
    """Something that may happen, and what follows either way."""

    chance: Key
    p: float | str
    says: Text = ""
    tells: Literal["all", "parties", "target", "me", "nobody"] = "me"
    names: bool = Field(default=False, description="whether the one told learns who did it")
    then: "list[Effect]" = Field(default_factory=list)
    otherwise: "list[Effect]" = Field(default_factory=list, alias="else")


def _effect_tag(value: Any) -> str | None:
    """Name the kind of an effect by the key that only it has."""
    if isinstance(value, str):
        return "fragment"
    if isinstance(value, dict):
        return next((kind for kind in ("shift", "expose", "chance") if kind in value), None)
    return type(value).__name__.lower()


Effect = Annotated[
    Annotated[Shift, Tag("shift")]
    | Annotated[Expose, Tag("expose")]
    | Annotated[Chance, Tag("chance")]
    | Annotated[Key, Tag("fragment")],
    Discriminator(_effect_tag),
]


class Codes(Part):
    """Where the move stands in the field's code books; 'none' where nothing fits."""

    cameo: Texts = "none"
    goldstein: float | list[float] | None = None
    plover: Texts = "none"
    disarm: Texts = "none"
    rivera: Literal[
        "de_escalation",
        "status_quo",
        "posturing",
        "non_violent_escalation",
        "violent_escalation",
        "nuclear",
    ] = "status_quo"


class Price(Part):
    """What a move costs; delay lies in its stages."""

    staff: Amount = 0
    money: Amount = 0
    political: Amount = 0


ANYTHING = "any"  # a partner's order may be about whatever it likes


class Partner(Part):
    """The order that must match for a joint move."""

    who: str = Field(description="target or about")
    move: str = Field(description="a move, or move.variant")
    on: str = Field("me", description="whom that order must name")
    about: str | None = Field(
        None,
        description="what it must be about, or any; unsaid: the same, where both are about one",
    )


class Variant(Part):
    """A way of doing a move: what it gives replaces the move's own, `adds` is appended."""

    name: Text | None = None
    by: list[Kind] | Literal["any"] | None = None
    target: Operand | None = None
    about: Operand | None = None
    via: Literal["channel"] | None = None
    seen: Seen | None = None
    cost: Price | None = None
    needs: Needs = Field(default_factory=list, description="in addition to the move's own")
    works: str | None = None
    partners: list[Partner] | None = Field(None, alias="with")
    let: dict[Key, float] = Field(default_factory=dict)
    effects: list[Effect] | None = None
    adds: list[Effect] = Field(default_factory=list)
    otherwise: list[Effect] | None = Field(None, alias="else")
    after: dict[int, list[Effect]] | None = None
    says: Text | None = None
    codes: Codes | None = None


class Move(Part):
    """A kind of deed in the rulebook."""

    name: Text
    text: Text = Field("", description="one sentence of what it is for")
    by: list[Kind] | Literal["any"]
    target: Operand | None = None
    about: Operand | None = None
    via: Literal["channel"] | None = None
    seen: Seen = "public"
    tier: Tier = "speak"
    cost: Price = Field(default_factory=Price)
    needs: Needs = Field(default_factory=list, description="what its seat knows must hold")
    works: str | None = Field(None, description="hidden condition: else it fails, at its price")
    partners: list[Partner] = Field(default_factory=list, alias="with")
    waits: Annotated[int, Field(ge=0, le=99)] = Field(0, description="turns a joint order stands")
    let: dict[Key, float] = Field(default_factory=dict)
    effects: list[Effect] = Field(default_factory=list)
    otherwise: list[Effect] = Field(default_factory=list, alias="else")
    after: dict[int, list[Effect]] = Field(default_factory=dict, description="turns later: effects")
    during: str | None = Field(None, alias="while", description="else running work breaks off")
    variants: dict[Key, Variant] = Field(default_factory=dict)
    says: Text = ""
    counters: list[Key] = Field(default_factory=list)
    codes: Codes = Field(default_factory=Codes)
    source: Text = ""


class Rulebook(Part):
    """The standard rulebook as its files say it, or what a scenario makes of it."""

    measures: dict[Key, Gauge] = Field(default_factory=dict)
    parameters: dict[Key, Parameter] = Field(default_factory=dict)
    fragments: dict[Key, list[Effect]] = Field(default_factory=dict)
    moves: dict[Key, Move] = Field(default_factory=dict)
