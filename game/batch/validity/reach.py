"""What records say about reach and concentration: the numbers several checks look at."""

from collections.abc import Sequence

import numpy as np

from game.batch.validity.arms import Array, Record


def domestic_reach(record: Record, networks: Sequence[str], places: Sequence[str]) -> Array:
    """Return (T + 1, G) the share of people at some places that networks come to.

    What an audience takes from a network, times its open and connected share or, if that is more,
    the share that gets around. The rule of `game.rules.sets.voice`, without who speaks.
    """
    rows, weights = [], []
    for place in places:
        audience = record.stage.scenario.content.audiences[place]
        for network in networks:
            allowed = record.read("open", network, place) * record.read("lane", network, place)
            heard = np.maximum(allowed * record.read("online", place), record.read("bypass", place))
            rows.append(heard * (audience.channels or {}).get(network, 0.0))
            weights.append(audience.size)
    return np.asarray(np.average(np.stack(rows), axis=0, weights=weights))


def herfindahl(record: Record, places: Sequence[str]) -> Array:
    """Return (T + 1, G) how concentrated those ready to act are: 1 where all are in one place."""
    sizes = [record.stage.scenario.content.audiences[place].size for place in places]
    crowds = np.stack(
        [record.read("mobilized", place) * size for place, size in zip(places, sizes, strict=True)]
    )
    shares = crowds / crowds.sum(axis=0)
    return np.asarray((shares**2).sum(axis=0))
