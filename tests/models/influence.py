"""Worlds of audiences and ties alone, written as YAML texts for the tests of the models."""

import numpy as np

from tests.story import written


def names(count):
    """Names of audiences, in the order in which the engine keeps them."""
    return [f"p{place:02d}" for place in range(count)]


def peers(
    weights, start, *, susceptible=None, scale=(-100, 100), more=(), bound=None, backwards=False
):
    """Audiences that influence each other: `weights[i][j]` is how i weighs j; rows sum to 1.

    `more` are further issues, each with its scale and where the audiences start.
    """
    keys = names(len(start))
    ties, audiences = {}, {}
    starts = {"issue": (scale, start), **{f"issue_{n}": one for n, one in enumerate(more)}}
    issues = {key: {"name": "Issue", "scale": list(one)} for key, (one, _) in starts.items()}
    for place, key in enumerate(keys):
        opinion = {issue: float(values[place]) for issue, (_, values) in starts.items()}
        audiences[key] = {"name": key, "opinion": opinion}
        if susceptible is not None and susceptible[place] is not None:
            audiences[key]["susceptibility"] = float(susceptible[place])
        if bound is not None:
            audiences[key]["bounded_confidence"] = bound
        row = np.asarray(weights, dtype=float)[:, place]
        heard = {keys[i]: float(row[i]) for i in range(len(keys)) if i != place and row[i] > 0}
        if heard:
            ties[key] = heard
    if backwards:
        audiences, ties = (dict(reversed(list(part.items()))) for part in (audiences, ties))
    return text(audiences, ties, issues=issues, turns=10_000)


def network(passes, *, claim=None, threshold=False, claims=None, seed=None, turns=50):
    """A network along which one claim spreads from `seed`: `{from: {to: chance}}`."""
    keys = sorted({*passes, *(to for row in passes.values() for to in row)})
    audiences = {key: {"name": key} for key in keys}
    ties = {
        source: {to: {"weight": 0, "passes": chance} for to, chance in row.items()}
        for source, row in passes.items()
    }
    rumor = {"aware": [seed or keys[0]], **(claim or {})}
    if threshold:
        rumor["spread"] = "threshold"
    return text(audiences, ties, claims=claims or {"rumor": rumor}, turns=turns)


def text(audiences, ties, **sections):
    """The YAML text of a world without seats and moves."""
    world = {
        "format": 1,
        "title": "A model",
        "actors": {"nobody": {"kind": "individual", "name": "Nobody"}},
        "audiences": audiences,
        "ties": ties,
        **sections,
    }
    return written(world)


def opinions(story, issue=0, game=0):
    """The opinions of all audiences of one game, in the order of their names."""
    return story.layout.view(story.world.cells, "opinion")[game, :, issue].copy()


def settle(story, turns=500):
    """Play idle turns; once a turn changes no bit of any opinion, none of the rest would."""
    for _ in range(turns):
        before = opinions(story, slice(None))
        if np.array_equal(opinions(story.idle(), slice(None)), before):
            break
    return story
