"""The order in which a scenario is checked: errors first, then what was probably not meant."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from game.scenario.checks import (
    claims,
    effects,
    glyphs,
    moves,
    names,
    play,
    rules,
    seats,
    secrets,
    texts,
    ties,
    turns,
    undertakings,
    unused,
)
from game.scenario.complaints import MOST_ERRORS
from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.knobs import choices

Check = Callable[[Desk], Iterator[Fault]]

ERRORS: tuple[Check, ...] = (
    names.dangling,
    names.tie_ends,
    names.deeds,
    names.policies,
    names.parameters,
    rules.reserved_names,
    rules.shared_names,
    rules.own_measures,
    rules.starting_values,
    effects.of_scenario,
    moves.own_moves,
    ties.weights_arriving,
    ties.to_itself,
    turns.injects,
    turns.objectives,
    turns.contingencies,
    seats.two_for_one_actor,
    secrets.text_in_a_brief,
    claims.scales,
    claims.opinions_off_the_scale,
    claims.populations,
    undertakings.parties,
    undertakings.commitments,
    choices,
)
# A warning is said only where every section it reads is sound: else it may follow from an error.
WARNINGS: tuple[tuple[Check, tuple[str, ...]], ...] = (
    (seats.nobody_can_play, ("seats",)),
    (seats.without_a_move, ("seats", "actors", "moves")),
    (seats.long_briefs, ("seats",)),
    (
        unused.isolated_actors,
        ("actors", "audiences", "ties", "secrets", "claims", "channels", "seats"),
    ),
    (unused.isolated_audiences, ("actors", "audiences", "ties")),
    (unused.channels, ("audiences", "channels", "seats", "actors")),
    (unused.secrets, ("secrets", "msel", "objectives", "endings", "seats")),
    (unused.claims, ("claims", "secrets", "seats", "actors", "msel", "moves")),
    (unused.issues, ("issues", "claims", "audiences", "objectives", "endings", "msel")),
    (claims.without_an_issue, ("claims",)),
    (claims.never_viral, ("claims", "ties", "audiences")),
    (turns.late_contingencies, ("msel", "turns")),
    (turns.never_given, ("msel",)),
    (play.out_of_range, ("endings", "objectives", "issues", "measures")),
    (play.without_objectives, ("seats", "objectives")),
    (texts.untranslated, ()),
    (glyphs.without_a_picture, ()),
    (texts.off_the_map, ("actors", "audiences")),
)


def all_faults(desk: Desk) -> Iterator[Fault]:
    """Every fault that shows only in the whole scenario, root causes only."""
    errors = chain.from_iterable(check(desk) for check in ERRORS)
    yield from islice(errors, MOST_ERRORS)
    for check, sections in WARNINGS:
        if not desk.unread and all(desk.draft.sound(section) for section in sections):
            yield from check(desk)
