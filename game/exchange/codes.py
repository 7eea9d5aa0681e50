"""The code books of the field, as far as every deed names its place in them."""

from dataclasses import dataclass
from functools import cached_property

from game.scenario import Scenario
from game.scenario.deeds import deeds_of

NONE = "none"


@dataclass(frozen=True)
class DeedCodes:
    """Where one deed stands. cameo: its first code, '' for none; goldstein: -10..10 or None."""

    name: str
    text: str
    cameo: str
    goldstein: float | None
    disarm: tuple[str, ...]


class Codebook:
    """The codes of every deed of a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        """Read them from its moves."""
        self.scenario = scenario

    @cached_property
    def deeds(self) -> dict[str, DeedCodes]:
        """By the deed's key."""
        say = self.scenario.say
        found = {}
        for key, move in sorted(self.scenario.moves.items()):
            for deed in deeds_of(key, move):
                cameo, goldstein = _first(deed.codes.cameo), deed.codes.goldstein
                found[deed.key] = DeedCodes(
                    name=": ".join(say(text) for text in deed.name),
                    text=say(deed.text),
                    cameo=cameo,
                    goldstein=goldstein[0] if isinstance(goldstein, list) else goldstein,
                    disarm=_all(deed.codes.disarm),
                )
        return found


def _all(codes: str | list[str]) -> tuple[str, ...]:
    """Return the codes there are, none for `none`."""
    listed = codes if isinstance(codes, list) else [codes]
    return tuple(code for code in listed if code and code != NONE)


def _first(codes: str | list[str]) -> str:
    """Return the first code: books list the closest one first."""
    return next(iter(_all(codes)), "")
