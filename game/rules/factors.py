"""Factors: an amount is a product, and its factors are its explanation."""

from game.engine import formula as f
from game.engine.formula import Shape
from game.scenario.words import Apply, Constant, Entity, Meaning, Over, Read, Same

REACH = "reach"  # the weight of a member in the set an effect runs over


def factors_of(
    meaning: Meaning, shape: Shape, weight: Meaning | None
) -> tuple[tuple[str, ...], tuple[Shape, ...]]:
    """Return the words and the shapes of an amount's factors, in order.

    `weight` is the part of the meaning that stands for reach; it is told as one factor.
    """
    if meaning is weight:
        return (REACH,), (shape,)
    if isinstance(meaning, Apply) and meaning.op == "!=":
        return (), ()  # an `if`: where it does not hold there is no change to explain
    match meaning, shape:
        case Apply("*", args), f.Apply("*", shapes):
            pairs = [factors_of(arg, one, weight) for arg, one in zip(args, shapes, strict=True)]
            words = tuple(word for some, _ in pairs for word in some)
            return words, tuple(one for _, some in pairs for one in some)
    return (in_words(meaning),), (shape,)


def in_words(meaning: Meaning) -> str:
    """Return an expression as its author would write it; a number is the word `amount`."""
    match meaning:
        case Constant():
            return "amount"
        case Read(name, args, _):
            return f"{name}({', '.join(_thing(arg) for arg in args)})" if args else name
        case Same(left, right):
            return f"{_thing(left)} is {_thing(right)}"
        case Over(op, _, body):
            return f"{op} of {in_words(body)}"
        case Apply(op, (only,)):
            return f"{op} {in_words(only)}" if op in ("not", "neg") else f"{op}({in_words(only)})"
        case Apply(op, args) if op in ("min", "max"):
            return f"{op}({', '.join(_number(arg) for arg in args)})"
        case Apply(op, args):
            return f" {op} ".join(_number(arg) for arg in args)
    return "amount"


def _number(meaning: Meaning) -> str:
    return f"{meaning.value:g}" if isinstance(meaning, Constant) else in_words(meaning)


def _thing(thing: Entity) -> str:
    return f"{thing.name}({_thing(thing.inner)})" if thing.inner is not None else thing.name
