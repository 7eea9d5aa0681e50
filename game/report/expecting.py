"""Whether an expectation came true: worked out where it is a condition, and nowhere else.

"They will calm down" is for people to decide. "tension(belmora, tessaly) <= 40" is a condition in
the language of scenarios: it is held against the world at the end of the turn of its order.
"""

from game.engine.orders import Order
from game.engine.world import World
from game.report.eyes import seen_by, truth
from game.report.model import Came
from game.scenario.expression import ExpressionError, parse
from game.scenario.vocabulary import Scope, resolve
from game.scenario.words import Apply, Constant, Meaning, Read
from game.views.film import Film, Scene

SIGNS = {
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    "<": lambda left, right: left < right,
    "==": lambda left, right: left == right,
}


def came_true(film: Film, scene: Scene, order: Order, seat: str | None) -> Came:
    """Whether what an order expected held at the end of its turn; '' where people must decide.

    A seat's copy tells only what that seat saw exactly.
    """
    parts = conditions(film, order.expects)
    if not parts:
        return ""
    held = []
    for number, sign, limit in parts:
        value = _value(film, scene.closed, number)
        if seat is not None:
            seen = seen_by(scene.after[seat], number)
            if not seen.exact or seen.value is None:
                return ""
        held.append(SIGNS[sign](value, limit))
    return "yes" if all(held) else "no"


def conditions(film: Film, text: str) -> list[tuple[tuple[str, ...], str, float]]:
    """The comparisons that a text is made of, joined by `and`; none if it is anything else."""
    scope = Scope(film.scenario.measures, film.rulebook.keys)
    try:
        meaning, free = resolve(parse(text), scope)
    except ExpressionError:
        return []
    return [] if free is not None else comparisons(meaning)


def comparisons(meaning: Meaning) -> list[tuple[tuple[str, ...], str, float]]:
    """The comparisons of one number with a limit that a condition consists of, if only of those."""
    match meaning:
        case Apply("and", args):
            parts = [comparisons(arg) for arg in args]
            return [one for part in parts for one in part] if all(parts) else []
        case Apply(sign, (Read() as read, Constant(limit))) if sign in SIGNS and not read.fact:
            if all(arg.sort == "key" for arg in read.args):
                return [((read.name, *(arg.name for arg in read.args)), sign, limit)]
    return []


def _value(film: Film, world: World, number: tuple[str, ...]) -> float:
    return truth(film, world, number)
