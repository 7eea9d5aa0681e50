"""Claims and issues: what moves opinion, how far, and whether a story can go round."""

from collections.abc import Iterator

import numpy as np

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.model import Tie
from game.scenario.population import tie_of

ROUNDS = 60  # of the power iteration: two digits are enough
MOST_TIES = 10_000_000  # of all populations together: about 3 GB while they are drawn


def scales(desk: Desk) -> Iterator[Fault]:
    """Scales that begin above their end."""
    for key, issue in desk.content.issues.items():
        low, high = issue.scale
        if low >= high:
            message = f"the scale of '{key}' runs from {low:g} to {high:g}"
            yield desk.error(("issues", key, "scale"), "empty-range", message, "lower end first")


def opinions_off_the_scale(desk: Desk) -> Iterator[Fault]:
    """Opinions that lie outside their issue's scale, and pushes that are longer than it."""
    content = desk.content
    for key, audience in content.audiences.items():
        for issue, value in audience.opinion.items():
            if issue in content.issues and desk.draft.sound("issues", issue):
                yield from _off(desk, ("audiences", key, "opinion", issue), issue, value)
    for key, claim in content.claims.items():
        if claim.issue in content.issues and desk.draft.sound("issues", str(claim.issue)):
            low, high = content.issues[str(claim.issue)].scale
            if low < high and abs(claim.pushes) > high - low:
                message = f"a push of {claim.pushes:g} is longer than the scale of '{claim.issue}'"
                path = ("claims", key, "pushes")
                yield desk.error(
                    path, "out-of-range", message, f"at most {high - low:g} either way"
                )


def populations(desk: Desk) -> Iterator[Fault]:
    """Populations that cannot be drawn, or are too large to be."""
    total = 0
    for key, audience in desk.content.audiences.items():
        population = audience.population
        if population is None:
            continue
        total += population.nodes * population.degree
        path = ("audiences", key, "population")
        if population.degree >= population.nodes:
            message = f"{population.nodes} people cannot have {population.degree} ties each"
            yield desk.error(path, "out-of-range", message, "lower degree: or raise nodes:")
        elif total > 2 * MOST_TIES:
            message = f"the populations have more than {MOST_TIES:,} ties together"
            yield desk.error(path, "too-large", message, "lower nodes: or degree:")
            return


def without_an_issue(desk: Desk) -> Iterator[Fault]:
    """Claims that push, and no issue they push on."""
    for key, claim in desk.content.claims.items():
        if claim.pushes and claim.issue is None:
            message = f"the claim '{key}' pushes {claim.pushes:g}, but on no issue"
            yield desk.warning(("claims", key, "pushes"), "no-issue", message, "give it issue:")


def never_viral(desk: Desk) -> Iterator[Fault]:
    """Scenarios in which some claim is meant to go round (infectiousness above 1) and none can."""
    audiences = desk.content.audiences
    meant = [
        (claim.infectiousness, key)
        for key, claim in desk.content.claims.items()
        if claim.infectiousness > 1 and claim.spread == "cascade"
    ]
    crowded = any(audience.population for audience in audiences.values())
    if crowded or len(audiences) < 2 or not meant:
        return
    strongest, key = max(meant)
    mean = _branching(desk, strongest)
    if mean < 1:
        message = (
            f"'{key}' is the most infectious claim, and whoever hears it hands it on to"
            f" {mean:.2g} audiences on average: every story dies out"
        )
        path = ("claims", key, "infectiousness")
        yield desk.warning(path, "never-viral", message, "raise it, or give ties passes:")


def _branching(desk: Desk, infectiousness: float) -> float:
    """Audiences that one newly reached audience reaches, on average over a long cascade.

    That is the largest eigenvalue of the matrix of chances; a cascade grows where it is above 1.
    """
    keys = sorted(desk.content.audiences)
    place = {key: number for number, key in enumerate(keys)}
    reached = np.full(len(keys), 1.0)
    edges = [
        (place[source], place[target], _chance(tie_of(tie), infectiousness))
        for source, ties in sorted(desk.content.ties.items())
        for target, tie in sorted(ties.items())
        if source in place and target in place
    ]
    if not edges:
        return 0.0
    source, target, chance = (np.array(column) for column in zip(*edges, strict=True))
    growth = 0.0
    for _ in range(ROUNDS):  # power iteration on (matrix + identity), which always settles
        spread = reached + np.bincount(
            target.astype(np.int64), chance * reached[source.astype(np.int64)], len(keys)
        )
        growth = float(spread.sum() / reached.sum()) - 1
        reached = spread / spread.max()
    return growth


def _chance(tie: Tie, infectiousness: float) -> float:
    passes = tie.weight if tie.passes is None else tie.passes
    return min(1.0, passes * infectiousness)


def _off(desk: Desk, path: tuple[str, ...], issue: str, value: float) -> Iterator[Fault]:
    low, high = desk.content.issues[issue].scale
    if low < high and not low <= value <= high:
        message = f"{value:g} lies outside the scale of '{issue}', {low:g} to {high:g}"
        yield desk.error(path, "out-of-range", message, "change it, or the scale")
