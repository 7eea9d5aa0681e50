"""What a file of cases may say: orders that are given, and what is so afterwards.

The language of scenarios goes on here: names are keys, conditions are those of endings. A file is
for people first: each case has a number to cite and a sentence that claims something.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from game.scenario.move import Key, Part, Texts

Number = Annotated[str, Field(pattern=r"^\d+\.[A-Z]\.\d+$")]
Facts = dict[Key, Texts]  # seat -> what holds for it


class Line(Part):
    """One order, as a journal has it."""

    move: str
    target: Key | None = None
    about: Key | None = None
    via: Key | None = None


class Expected(Part):
    """What is so: after a turn, or at the end of the case."""

    expect: Texts = Field(default_factory=list, description="conditions that hold")
    rises: Texts = Field(default_factory=list, description="numbers that are higher than before")
    falls: Texts = Field(default_factory=list, description="numbers that are lower than before")
    stays: Texts = Field(default_factory=list, description="numbers that are as before")
    told: Facts = Field(default_factory=dict, description="words of what a seat is told")
    not_told: Facts = Field(default_factory=dict, description="words that no such text holds")
    known: Facts = Field(default_factory=dict, description="what a seat knows exactly")
    not_known: Facts = Field(default_factory=dict, description="what it does not")
    ending: Key | None = Field(None, description="how the game ended; none while it runs")


class Turn(Expected):
    """What happens in a turn, and what is so after it; `before` means before this turn."""

    orders: dict[Key, list[Line]] = Field(default_factory=dict, description="sheets by seat")
    by_hand: dict[Key, bool] = Field(default_factory=dict, description="injects fired or held")
    outcome: Facts = Field(default_factory=dict, description="of each order of a sheet, in order")
    work: Facts = Field(default_factory=dict, description="of what was ordered earlier")
    times: Annotated[int, Field(ge=1, le=999)] = 1


class Case(Expected):
    """One claim about adjudication; `before` means before its first turn."""

    number: Number
    name: Annotated[str, Field(min_length=1)]
    because: str = Field("", description="how the expectation is worked out")
    seed: Annotated[int, Field(ge=0, lt=2**64)] = 1
    dice: Literal[0, 1] | None = Field(None, description="0: only what is certain; 1: whatever can")
    start: dict[str, float] = Field(default_factory=dict, description="as in a scenario")
    policies: dict[Key, str] = Field(default_factory=dict, description="stand-ins by seat")
    turns: Annotated[list[Turn], Field(min_length=1)]
    same_as: Number | None = Field(None, description="a case of this file that ends in this state")


class Chapter(Part):
    """A file of cases: a chapter of the book, on one scenario."""

    title: str
    about: str = ""
    sections: dict[Annotated[str, Field(pattern="^[A-Z]$")], str] = Field(default_factory=dict)
    scenario: str | dict[str, Any] = Field(description="a path, a shipped name, or a whole one")
    cases: Annotated[list[Case], Field(min_length=1)]
