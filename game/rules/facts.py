"""Facts and relations: what the scenario fixes once, as arrays over its axes."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.scenario import Nodes, Scenario

Array = npt.NDArray[Any]

OFFLINE = ("broadcaster", "press", "conference", "street")  # kinds a network cut does not touch
CHANNEL_KINDS = ("site", "microblog", "video", "messenger", *OFFLINE)


def channel_kind(scenario: Scenario, channel: str) -> str:
    """Return the kind of a channel: declared, else its own name if that is a kind, else site."""
    declared = scenario.content.channels[channel].kind
    if declared is not None:
        return declared
    return channel if channel in CHANNEL_KINDS else "site"


def relations_of(scenario: Scenario, nodes: Nodes) -> dict[str, dict[str, Array]]:
    """Return {relation: {axis asked: (n,) index of the answer, -1 for none}}.

    Of audiences the nodes are asked.
    """
    content = scenario.content
    actors, issues, claims = (scenario.keys[axis] for axis in ("actor", "issue", "claim"))

    def point(names: list[str | None], axis: tuple[str, ...]) -> Array:
        return np.array([axis.index(n) if n in axis else -1 for n in names], dtype=np.int64)

    secrets = [content.secrets[key] for key in scenario.keys["secret"]]
    stories = [scenario.story(key) for key in scenario.keys["secret"]]
    told = [scenario.claims[key] for key in claims]
    channels = [content.channels[key].owner for key in scenario.keys["channel"]]
    publics = point([content.audiences[key].of for key in scenario.keys["audience"]], actors)
    return {
        "owner": {
            "secret": point([secret.of for secret in secrets], actors),
            "channel": point(list(channels), actors),
        },
        "of": {"audience": publics[nodes.owner]},
        "subject": {"claim": point([claim.subject for claim in told], actors)},
        "issue": {"claim": point([claim.issue for claim in told], issues)},
        "story": {"secret": point(list(stories), claims)},
        "host": {"actor": point([content.actors[key].host for key in actors], actors)},
        "forgery": {"actor": point([scenario.forgeries.get(key) for key in actors], claims)},
        "alarm": {"actor": point([scenario.alarms.get(key) for key in actors], claims)},
    }


def facts_of(
    scenario: Scenario, nodes: Nodes, relations: Mapping[str, Mapping[str, Array]]
) -> dict[str, Array]:
    """Return {fact: array over its axes}; audiences by node."""
    return (
        _of_actors(scenario)
        | _of_undertakings(scenario)
        | _of_claims(scenario)
        | _of_voice(scenario, nodes, relations)
    )


def _of_actors(scenario: Scenario) -> dict[str, Array]:
    actors = [scenario.content.actors[key] for key in scenario.keys["actor"]]
    secrets = [scenario.content.secrets[key] for key in scenario.keys["secret"]]
    names = scenario.keys["actor"]
    return {
        "citizens": np.array([actor.citizens for actor in actors], dtype=np.float64),
        "weight": np.array([actor.weight for actor in actors], dtype=np.float64),
        "providers": np.array([actor.providers for actor in actors], dtype=np.float64),
        "severity": np.array([secret.severity for secret in secrets], dtype=np.float64),
        "names": np.array(
            [[float(actor in secret.names) for actor in names] for secret in secrets]
        ).reshape(len(secrets), len(names)),
    }


def _of_undertakings(scenario: Scenario) -> dict[str, Array]:
    actors, names = scenario.keys["actor"], scenario.keys["undertaking"]
    parties = [scenario.content.undertakings[name].parties for name in names]
    table = np.array([[float(actor in row) for row in parties] for actor in actors])
    return {"party": table.reshape(len(actors), len(names))}


def _of_claims(scenario: Scenario) -> dict[str, Array]:
    keys, actors = scenario.keys["claim"], scenario.keys["actor"]
    claims = [scenario.claims[key] for key in keys]
    pairs = zip(keys, claims, strict=True)
    open_to_all = [not claim.by and key not in scenario.slots for key, claim in pairs]
    listed = np.array([[float(a in claim.by) for claim in claims] for a in actors])
    listed = listed.reshape(len(actors), len(claims))
    false = np.array([claim.truth is False or claim.truth == "forged" for claim in claims])
    return {
        "truth": np.array([float(claim.truth is True) for claim in claims]),
        "falsehood": false.astype(np.float64),
        "infectiousness": np.array([float(claim.infectiousness) for claim in claims]),
        "pushes": np.array([float(claim.pushes) for claim in claims]),
        "author": np.maximum(listed, np.array(open_to_all, dtype=np.float64)),
        "listed": listed,
        "invented": listed * false,
    }


def _of_voice(
    scenario: Scenario, nodes: Nodes, relations: Mapping[str, Mapping[str, Array]]
) -> dict[str, Array]:
    content = scenario.content
    channels, actors = scenario.keys["channel"], scenario.keys["actor"]
    audiences = [content.audiences[key] for key in scenario.keys["audience"]]
    default = scenario.parameters["take"]
    takes = [
        [default if a.channels is None else a.channels.get(key, 0.0) for a in audiences]
        for key in channels
    ]
    taken = np.array(takes, dtype=np.float64).reshape(len(channels), len(audiences))
    own = relations["of"]["audience"][None, :] == np.arange(len(actors))[:, None]
    ties = own.astype(np.float64)
    for actor, (name, row) in enumerate(zip(actors, ties, strict=True)):
        for audience, tie in scenario.ties.get(name, {}).items():
            if audience in scenario.keys["audience"]:
                place = scenario.keys["audience"].index(audience)
                row[nodes.owner == place] = tie.weight
        ties[actor] = row
    kinds = [channel_kind(scenario, key) for key in channels]
    owners = relations["owner"]["channel"]
    return {
        "size": nodes.size.astype(np.float64),
        "takes": taken[:, nodes.owner],
        "tie": ties,
        "owns": (owners[None, :] == np.arange(len(actors))[:, None]).astype(np.float64),
        "digital": np.array([float(kind not in OFFLINE) for kind in kinds]),
        "anonymous": np.array([float(content.channels[key].anonymous) for key in channels]),
    }
