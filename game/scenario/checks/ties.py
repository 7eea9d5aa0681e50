"""Ties: what arrives at an audience is at most the whole of its attention."""

from collections.abc import Iterator

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.population import arriving, tie_of

ROUNDING = 1e-9  # three ties of 0.333... may sum to a hair over 1


def weights_arriving(desk: Desk) -> Iterator[Fault]:
    """Audiences at which weights of more than 1 arrive from audiences."""
    sums = arriving(desk.content)
    for key, audience in desk.content.audiences.items():
        total = sums.get(key, 0.0)
        inner = 0.0
        if audience.population and "weight" in audience.population.model_fields_set:
            inner = audience.population.weight
        if total + inner <= 1 + ROUNDING:
            continue
        sources = _sources(desk, key)
        last = ("ties", sources[-1], key)
        listed = ", ".join(f"{source} {_weight(desk, source, key):g}" for source in sources)
        if inner:
            listed += f", its own people {inner:g}"
        message = f"the weights that arrive at '{key}' sum to {total + inner:g}: {listed}"
        yield desk.error(last, "weights-over-1", message, "let them sum to at most 1")


def to_itself(desk: Desk) -> Iterator[Fault]:
    """Ties of a thing to itself: needless if they say what the others leave, else contradictory."""
    sums = arriving(desk.content)
    for source, targets in desk.content.ties.items():
        if source not in targets:
            continue
        path = ("ties", source, source)
        audience = desk.content.audiences.get(source)
        left = 1 - sums.get(source, 0.0)
        plain = audience is not None and audience.population is None
        if plain and abs(tie_of(targets[source]).weight - left) <= ROUNDING:
            message = f"'{source}' is tied to itself; what others leave is its own weight anyway"
            yield desk.warning(path, "tie-to-itself", message, "leave it out")
        else:
            message = f"'{source}' is tied to itself"
            hint = f"leave it out: its own weight is what others leave, {left:g}"
            yield desk.error(path, "tie-to-itself", message, hint, key=True)


def _sources(desk: Desk, audience: str) -> list[str]:
    content = desk.content
    return [
        key
        for key, ties in content.ties.items()
        if audience in ties and key in content.audiences and key != audience
    ]


def _weight(desk: Desk, source: str, target: str) -> float:
    return tie_of(desk.content.ties[source][target]).weight
