"""What is offered in the lobby: seats as everybody may see them, before any is taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat as everybody may see it: its public aim, and who its actor is."""

    key: str
    name: str
    aim: str
    about: str = ""
