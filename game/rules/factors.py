"""Factors: an amount is a product, and its factors are its explanation.

A factor's words say what it is in the language of the phrasebook; what its numbers are read from
is kept beside them, so that a reader behind the curtain is told a value only where it may know it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine import formula as f
from game.engine.formula import Shape
from game.engine.ledger import Label, Thing
from game.language import t_later
from game.rules.phrases import Phrases
from game.scenario.expression import Call, Name, Number, Operation, Tree
from game.scenario.move import Gauge
from game.scenario.words import Apply, Constant, Entity, Group, Meaning, Over, Read, Same

FIXED = Label(t_later("fixed amount"))  # the numbers of the move itself, multiplied
REACH = Label(t_later("share of {0} it reaches"), (Thing("audience", "member", "reached"),))
SURE = Label(t_later("how likely {0} is the culprit"), (Thing("actor", "member", "suspects"),))
WEIGHTS = {"reached": REACH, "suspects": SURE}
CALLS = frozenset({"min", "max", "log1p", "prob", "abs"})

OVER = {"max": "the highest", "min": "the lowest", "mean": "the mean"}

Pair = tuple[Meaning, Shape]


def factors_of(
    meaning: Meaning,
    shape: Shape,
    weight: Meaning | None,
    group: Group | None,
    measures: Mapping[str, Gauge],
) -> tuple[tuple[Label, ...], tuple[Shape, ...]]:
    """Return the labels and the shapes of an amount's factors, its fixed numbers as the first.

    `weight` is the part of the meaning that stands for a member's weight in `group`; it is told as
    one factor. What is not a product is its own one factor.
    """
    fixed: Shape | None = None
    labels: list[Label] = []
    shapes: list[Shape] = []
    for part, one in _parts(meaning, shape, weight):
        if part is weight and group is not None:
            labels.append(WEIGHTS[group.name])
        elif _is_fixed(part):
            fixed = one if fixed is None else f.Apply("*", (fixed, one))
            continue
        else:
            labels.append(_Said(measures).label(part))
        shapes.append(one)
    if fixed is not None:
        return (FIXED, *labels), (fixed, *shapes)
    return tuple(labels), tuple(shapes)


def _parts(meaning: Meaning, shape: Shape, weight: Meaning | None) -> list[Pair]:
    """Return what is multiplied; an `if` is no factor: where it fails nothing changes."""
    match meaning, shape:
        case _ if meaning is weight:
            return [(meaning, shape)]
        case Apply("!="), _:
            return []
        case Apply("*", args), f.Apply("*", shapes):
            pairs = zip(args, shapes, strict=True)
            return [found for arg, one in pairs for found in _parts(arg, one, weight)]
        case Apply("/", (Apply("*") as over, under)), f.Apply("/", (above, below)):
            *parts, (last, one) = _parts(over, above, weight)
            return [*parts, (Apply("/", (last, under)), f.Apply("/", (one, below)))]
    return [(meaning, shape)]


def _is_fixed(meaning: Meaning) -> bool:
    """Return whether an amount reads nothing of the world."""
    match meaning:
        case Constant():
            return True
        case Apply(_, args):
            return all(_is_fixed(arg) for arg in args)
    return False


@dataclass(slots=True)
class _Said:
    """Turns one factor into words, noting the things it names and the numbers it reads."""

    measures: Mapping[str, Gauge]
    things: list[Thing] = field(default_factory=list)
    reads: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    members: list[Tree] = field(default_factory=list)  # of the aggregates around, innermost last

    def label(self, meaning: Meaning) -> Label:
        """Return the label of a factor."""
        rest = _rest(meaning)
        said = Phrases({}, self.measures).say_tree(self.tree(meaning if rest is None else rest))
        if rest is None:
            words = said.replace("1 where ", "whether ")
        elif said.startswith("1 where "):
            words = said.replace("1 where ", "unless ", 1)
        else:
            words = f"left open by {said}"
        return Label(words, tuple(self.things), tuple(self.reads))

    def tree(self, meaning: Meaning) -> Tree:
        """Return a meaning as an author would have written it, its fixed parts worked out."""
        match meaning:
            case Constant(value):
                return Number(value, 0)
            case Read(name, args, _):
                return self.read(name, args)
            case Same(left, right):
                return Operation("==", (self.thing(left), self.thing(right)), 0)
            case Over("sum", Group(_, "nodes", Entity() as crowd), Read("size" as name)):
                return self.read(name, (crowd,))  # an audience has the people of all its nodes
            case Over(op, group, body):
                self.members.append(self.group(group))
                said = self.tree(body)
                self.members.pop()
                return self.over(op, said)
            case Apply("max", (Read("online", args), Read("bypass", others))) if args == others:
                self.read("bypass", args)
                return self.read("online", args)  # whoever goes around a cut is connected too
            case Apply(op, args):
                inner = tuple(self.tree(arg) for arg in args)
                return Call(op, inner, 0) if op in CALLS else _folded(op, inner)

    def over(self, op: str, said: Tree) -> Tree:
        """Return an aggregate: of one number said of many as that number, with a word before it."""
        if not isinstance(said, Call) or said.name in CALLS or op not in OVER:
            return Call(op, (said,), 0)
        return Name(f"{OVER[op]} {Phrases({}, self.measures).say_tree(said)}", 0)

    def read(self, name: str, args: tuple[Entity, ...]) -> Tree:
        """Return a number of the world as a call, and note that it is read."""
        trees = tuple(self.thing(arg) for arg in args)
        direct = all(isinstance(tree, Name) and tree.text.startswith("{") for tree in trees)
        places = tuple(int(tree.text[1:-1]) for tree in trees if isinstance(tree, Name) and direct)
        self.reads.append((name, places if direct else (-1,) * len(trees)))
        return Call(name, trees, 0) if trees else Name(name, 0)

    def thing(self, thing: Entity) -> Tree:
        """Return a thing as a blank to be filled, or what it is to another."""
        if thing.sort == "relation" and thing.inner is not None:
            return Call(thing.name, (self.thing(thing.inner),), 0)
        if thing.sort == "member" and self.members:
            return self.members[-1]
        found = Thing(thing.axis, thing.sort, thing.name)
        if found not in self.things:
            self.things.append(found)
        return Name(f"{{{self.things.index(found)}}}", 0)

    def group(self, group: Group) -> Tree:
        """Return a set as its members are spoken of; the nodes of an audience are that audience."""
        inner = None if group.inner is None else self.thing(group.inner)
        if group.name == "nodes" and inner is not None:
            return inner
        return Name(group.name, 0) if inner is None else Call(group.name, (inner,), 0)


def _rest(meaning: Meaning) -> Meaning | None:
    """Return what a factor such as 1 - trust / 100 is the rest of, None for any other."""
    match meaning:
        case Apply("-", (Constant(1), Read() as read)):
            return read
        case Apply("-", (Constant(1), Apply("/", (Read() as read, Constant(100))))):
            return read
    return None


def _folded(op: str, args: tuple[Tree, ...]) -> Tree:
    """Return an operation with fixed parts worked out, and without those that change nothing."""
    numbers = [arg.value for arg in args if isinstance(arg, Number)]
    if len(numbers) == len(args) and op in ("+", "-", "*", "neg"):
        first = numbers[0]
        for value in numbers[1:]:
            first = {"+": first + value, "-": first - value, "*": first * value}[op]
        return Number(-first if op == "neg" else first, 0)
    if op in ("+", "*"):
        nothing = 0.0 if op == "+" else 1.0
        left = tuple(a for a in args if not (isinstance(a, Number) and a.value == nothing))
        return left[0] if len(left) == 1 else Operation(op, left, 0)
    return Operation(op, args, 0)
