"""Who plays which seat of a batch."""

from collections.abc import Iterable, Mapping

from game.batch.errors import BatchError
from game.policies import POLICIES
from game.scenario import Scenario

ALL = "all"
DEFAULT = "doctrine"


def parse_policies(words: Iterable[str], scenario: Scenario) -> dict[str, str]:
    """Return the stand-in of every seat from words such as `all=idle` and `ministry=doctrine`.

    Later words override earlier ones; a seat that none names keeps the scenario's own stand-in.

    Raises:
        BatchError: a word is not SEAT=NAME, or there is no such seat or stand-in.
    """
    seats = scenario.keys["seat"]
    wanted: dict[str, str] = {}
    for word in words:
        seat, sign, name = (part.strip() for part in word.partition("="))
        if not (seat and sign and name):
            raise BatchError(f"--policy {word}: write SEAT=NAME, for example {ALL}={DEFAULT}.")
        chosen = dict.fromkeys(seats, name) if seat == ALL else {seat: name}
        _must_exist(scenario, chosen)
        wanted |= chosen
    return seated(scenario, wanted)


def seated(scenario: Scenario, wanted: Mapping[str, str]) -> dict[str, str]:
    """Return the stand-in of every seat: the wanted one, else the scenario's own, else doctrine.

    Raises:
        BatchError: there is no such seat or stand-in.
    """
    _must_exist(scenario, wanted)
    seats = scenario.content.seats
    names = {seat: seats[seat].policy or DEFAULT for seat in scenario.keys["seat"]}
    _must_exist(scenario, names)
    return names | dict(wanted)


def _must_exist(scenario: Scenario, wanted: Mapping[str, str]) -> None:
    seats = scenario.keys["seat"]
    for seat, name in wanted.items():
        if seat not in seats:
            raise BatchError(
                f"{scenario.name} has no seat '{seat}'; name one of {', '.join((*seats, ALL))}."
            )
        if name not in POLICIES:
            raise BatchError(
                f"{seat}: no stand-in is called '{name}'; choose one of {', '.join(POLICIES)}."
            )
