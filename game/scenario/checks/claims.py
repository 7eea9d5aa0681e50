"""Claims and issues: what moves opinion, how far, and whether a story can go round."""

from collections.abc import Iterator

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.population import tie_of

MOST_TIES = 10_000_000  # of all populations together: about 3 GB while they are drawn


def scales(desk: Desk) -> Iterator[Fault]:
    """Scales that begin above their end."""
    for key, issue in desk.content.issues.items():
        low, high = issue.scale
        if low >= high:
            message = f"the scale of '{key}' runs from {low:g} to {high:g}"
            yield desk.error(("issues", key, "scale"), "empty-range", message, "lower end first")


def opinions_off_the_scale(desk: Desk) -> Iterator[Fault]:
    """Opinions, and pushes of claims, that lie outside their issue's scale."""
    content = desk.content
    for key, audience in content.audiences.items():
        for issue, value in audience.opinion.items():
            if issue in content.issues and desk.draft.sound("issues", issue):
                yield from _off(desk, ("audiences", key, "opinion", issue), issue, value)
    for key, claim in content.claims.items():
        if claim.issue in content.issues and desk.draft.sound("issues", str(claim.issue)):
            yield from _off(desk, ("claims", key, "pushes"), str(claim.issue), claim.pushes)


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
    """Claims that are meant to go round (infectiousness above 1) and cannot."""
    audiences = desk.content.audiences
    if any(audience.population for audience in audiences.values()) or len(audiences) < 2:
        return
    for key, claim in desk.content.claims.items():
        if claim.infectiousness <= 1 or claim.spread != "cascade":
            continue
        mean = _branching(desk, claim.infectiousness)
        if mean < 1:
            message = (
                f"'{key}' is infectious, but whoever hears it hands it on to {mean:.2g} others"
                " on average: it dies out"
            )
            hint = "raise infectiousness, or give ties passes:"
            path = ("claims", key, "infectiousness")
            yield desk.warning(path, "never-viral", message, hint)


def _branching(desk: Desk, infectiousness: float) -> float:
    """Audiences that one newly reached audience reaches on average."""
    audiences = desk.content.audiences
    total = 0.0
    for source, ties in desk.content.ties.items():
        for target, value in ties.items():
            if source in audiences and target in audiences:
                tie = tie_of(value)
                chance = tie.weight if tie.passes is None else tie.passes
                total += min(1.0, chance * infectiousness)
    return total / len(audiences)


def _off(desk: Desk, path: tuple[str, ...], issue: str, value: float) -> Iterator[Fault]:
    low, high = desk.content.issues[issue].scale
    if low < high and not low <= value <= high:
        message = f"{value:g} lies outside the scale of '{issue}', {low:g} to {high:g}"
        yield desk.error(path, "out-of-range", message, "change it, or the scale")
