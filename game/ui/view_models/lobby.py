"""What is offered in the lobby: seats as everybody may see them, and what may be turned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat as everybody may see it: its public aim, and who its actor is."""

    key: str
    name: str
    aim: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Dial:
    """A knob of a scenario: what it changes, its choices by key and name, and how it stands."""

    key: str
    name: str
    text: str
    choices: tuple[tuple[str, str], ...]
    stands: str
