"""What a full review tells of secrets and claims: who held what, and what was true."""

import numpy as np

from game.engine.world import World
from game.language import t
from game.report.eyes import Eye
from game.report.model import Revealed
from game.report.naming import flat
from game.views.film import Film


def secrets_of(eye: Eye) -> tuple[Revealed, ...]:
    """Every secret, who came to hold it and when, and when it was out; none in a seat's copy."""
    film = eye.film
    if eye.seat is not None or not film.scenes:
        return ()
    found = []
    for place, key in enumerate(film.rulebook.keys["secret"]):
        secret = film.scenario.content.secrets[key]
        found.append(
            Revealed(
                name=eye.names.thing("secret", key),
                text=flat(film.scenario.say(secret.text)),
                truth=eye.names.thing("actor", secret.of),
                since=(*_holders(eye, place, secret.of), _out(film, "public", place)),
            )
        )
    return tuple(found)


def claims_of(eye: Eye) -> tuple[Revealed, ...]:
    """Every claim that was made in public, and whether it was true; none in a seat's copy."""
    film = eye.film
    if eye.seat is not None or not film.scenes:
        return ()
    told = {True: t("true"), False: t("false"), "forged": t("forged"), None: t("a position")}
    found = []
    for place, key in enumerate(film.rulebook.keys["claim"]):
        since = _first(film, "out", place)
        if since is not None:
            claim = film.scenario.claims[key]
            when = _out(film, "out", place)
            name = eye.names.thing("claim", key)
            found.append(Revealed(name, "", told[claim.truth], (when,)))
    return tuple(found)


def _holders(eye: Eye, place: int, owner: str) -> list[str]:
    """Who held a secret, and from which turn on where not from the start."""
    found = []
    for row, actor in enumerate(eye.film.rulebook.keys["actor"]):
        since = _first(eye.film, "holds", row, place)
        if since is not None and actor != owner:
            name = eye.names.thing("actor", actor)
            found.append(name if since == 0 else t("{who}, turn {turn}", who=name, turn=since))
    return found


def _out(film: Film, measure: str, place: int) -> str:
    """When something came out, in words."""
    since = _first(film, measure, place)
    if since is None:
        return t("never out")
    return t("out from the start") if since == 0 else t("out in turn {turn}", turn=since)


def _first(film: Film, measure: str, *places: int) -> int | None:
    """The turn at whose end a measure of 0 or 1 was first above 0, 0 for the start."""
    if _value(film, film.scenes[0].before, measure, places) > 0:
        return 0
    turns = (scene.turn for scene in film.scenes if _value(film, scene.closed, measure, places) > 0)
    return next(turns, None)


def _value(film: Film, world: World, measure: str, places: tuple[int, ...]) -> float:
    return float(np.asarray(film.rulebook.layout.view(world.cells, measure))[(0, *places)])
