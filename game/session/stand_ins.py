"""Stand-ins at the table: policies that write the sheets of seats no person holds.

A stand-in gets the observation of its seat, as a person would, and draws its luck from seeds of its
own, so that who plays a seat never changes the chance of the game.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from game import policies
from game.engine import Order
from game.engine.journal import PERSON, Header
from game.scenario import Scenario
from game.session.reading import JournalRefused
from game.views import Observation, draws_for

DEFAULT = "doctrine"


class StandIn:
    """A policy in a seat."""

    def __init__(self, name: str, seat: str, seed: int) -> None:
        self._policy = policies.make(name)
        self._seat = seat
        self._seeds = np.array([seed], dtype=np.uint64)

    def sheet(self, seen: Observation) -> tuple[Order, ...]:
        """Its orders for the turn that this observation is of."""
        draws = draws_for(self._seeds, self._seat, seen.turn)
        chosen = self._policy.choose(seen, draws)[0]
        return tuple(seen.menu.order(int(candidate)) for candidate in chosen if candidate >= 0)


def seated(scenario: Scenario, wanted: Mapping[str, str]) -> dict[str, str]:
    """Who holds each seat: as wanted, else the scenario's own stand-in, else `doctrine`.

    Raises:
        ValueError: a seat or a stand-in of that name does not exist; says which there are.
    """
    seats = scenario.keys["seat"]
    own = scenario.content.seats
    holders = {seat: wanted.get(seat) or own[seat].policy or DEFAULT for seat in seats}
    for seat in wanted:
        if seat not in seats:
            raise ValueError(f"{scenario.name} has no seat '{seat}'; it has {', '.join(seats)}.")
    for seat, holder in holders.items():
        if holder != PERSON and holder not in policies.POLICIES:
            raise ValueError(
                f"{seat}: no stand-in is called '{holder}'; there are "
                f"{', '.join(policies.POLICIES)}, and '{PERSON}' for somebody who plays."
            )
    return holders


def must_be_seated(header: Header, scenario: Scenario, path: Path) -> None:
    """Refuse a journal whose seats cannot be filled here.

    Raises:
        JournalRefused: a seat or a stand-in does not exist, or a seat is missing.
    """
    try:
        whole = seated(scenario, header.seats) == header.seats
    except ValueError as problem:
        raise JournalRefused(f"{path}: {problem}") from problem
    if not whole:
        raise JournalRefused(f"{path}: this journal does not say who holds each seat.")
