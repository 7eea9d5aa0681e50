"""What an expression comes to: its tree walked word by word, for one order in one game.

No compiling and no addresses. A set such as `reached` stands for one member at a time; where a set
is left open in an effect, the effect happens once for each member.
"""

from dataclasses import dataclass, replace
from math import log1p
from typing import Any

from game.scenario.expression import Call, Name, Number, Operation, parse
from game.scenario.words import AGGREGATES, FACTS, RELATIONS, SETS
from tests.oracle.sets import members, probability


@dataclass(frozen=True)
class Mind:
    """Whoever reads an expression: the numbers of a game, the operands and lets of a deed.

    `roles` is {word: (axis, thing)}; `member` who is meant of the open set, called `group`;
    `person` who is meant of the people of an audience, where an effect names one by `word`.
    """

    scene: Any
    numbers: Any
    roles: Any
    lets: Any
    member: Any = None
    group: Any = None
    person: Any = None
    word: Any = None

    def who(self, role):
        return self.roles[role][1] if role in self.roles else None


def value(text, mind):
    """The number an expression comes to."""
    return float(_value(parse(text), mind)) if isinstance(text, str) else float(text)


def thing_of(text, axis, mind):
    """The thing on an axis that an expression names, None for nobody."""
    return _thing(parse(text), axis, mind)


def named_measure(text):
    """The measure an effect changes, and the trees of the things it is of."""
    tree = parse(text)
    name = "crisis" if tree == Name("tension", tree.at) else getattr(tree, "text", None)
    return (name, ()) if name else (tree.name, tree.args)


def cell_of(text, mind):
    """The cell that an effect changes, None for nobody's."""
    name, args = named_measure(text)
    axes = mind.scene.axes(name)
    things = []
    for arg, axis in zip(args, axes, strict=True):
        whole = mind.word is not None and _audience(arg, axis, mind) == mind.word
        things.append(mind.person if whole else _thing(arg, axis, mind))
    return mind.scene.cell(name, *things)


def audience_in(text, mind):
    """The word by which an effect's place names an audience, None where it names none."""
    name, args = named_measure(text)
    pairs = zip(args, mind.scene.axes(name), strict=True)
    words = [_audience(arg, axis, mind) for arg, axis in pairs]
    return next((word for word in words if word is not None), None)


def each_person(word, mind):
    """The mind once for each of the people of an audience named by a word."""
    if word is None:
        return [mind]
    people = mind.scene.people_of[_thing(parse(word), "audience", mind)]
    return [replace(mind, person=one, word=word) for one in people]


# ---------------------------------------------------------------------------------------- numbers


def _value(tree, mind):
    match tree:
        case Number(number):
            return number
        case Name(word):
            return _word(word, mind)
        case Operation("==" | "!=" as op, (left, right)) if axis := _axis(left, right, mind):
            pair = _thing(left, axis, mind), _thing(right, axis, mind)
            same = pair[0] == pair[1] and pair[0] is not None
            return same if op == "==" else not same
        case Operation(op, args):
            return _apply(op, [_value(arg, mind) for arg in args])
        case Call(name, args) if name in mind.scene.scenario.measures:
            return _read(name, mind.scene.axes(name), args, mind)
        case Call(name, args) if name in FACTS:
            return _read(name, FACTS[name][0], args, mind)
        case Call(name, (body,)) if name in AGGREGATES:
            return _over(name, body, mind)
        case Call(name, args):
            return _apply(name, [_value(arg, mind) for arg in args])
    raise ValueError(tree)


NEAR = 1e-9  # numbers this near are one: a number is kept as a whole multiple of its grain


def _word(word, mind):
    if word in mind.lets:
        return mind.lets[word]
    return mind.numbers["crisis" if word == "tension" else word,]


def _apply(op, args):
    first, *rest = args
    match op:
        case "+":
            return first + rest[0]
        case "-":
            return first - rest[0]
        case "*":
            return first * rest[0]
        case "/":
            return first / rest[0] if rest[0] else 0.0
        case "neg":
            return -first
        case "<":
            return first < rest[0] - NEAR
        case "<=":
            return first <= rest[0] + NEAR
        case ">":
            return first > rest[0] + NEAR
        case ">=":
            return first >= rest[0] - NEAR
        case "==":
            return abs(first - rest[0]) <= NEAR
        case "!=":
            return abs(first - rest[0]) > NEAR
        case "not":
            return not first
        case "and":
            return bool(first) and bool(rest[0])
        case "or":
            return bool(first) or bool(rest[0])
        case "min":
            return min(args)
        case "max":
            return max(args)
        case "abs":
            return abs(first)
        case "log1p":
            return log1p(max(first, 0.0))
        case "prob":
            return probability(first)
    raise ValueError(op)


def _read(name, axes, args, mind):
    """A measure or fact; of an audience of many people, their mean by size."""
    scene = mind.scene
    things = [_thing(arg, axis, mind) for arg, axis in zip(args, axes, strict=True)]
    for place, axis in enumerate(axes):
        word = _audience(args[place], axis, mind)
        if word is not None and word == mind.word and name != "size":
            things[place] = mind.person
        elif word is not None and scene.populated:
            people = scene.people_of[things[place]]
            sizes = [scene.size[one] for one in people]
            if name == "size":
                return sum(sizes)
            sides = [[*things[:place], one, *things[place + 1 :]] for one in people]
            values = [_number(name, side, mind) for side in sides]
            return sum(v * w for v, w in zip(values, sizes, strict=True)) / sum(sizes)
    return _number(name, things, mind)


def _number(name, things, mind):
    if name not in mind.scene.scenario.measures:
        return mind.scene.fact(name, *things)
    cell = mind.scene.cell(name, *things)
    return 0.0 if cell is None else mind.numbers[cell]


def _over(op, body, mind):
    """An aggregate over the set that is open in its body; of nobody it is 0."""
    group = _open_group(body, mind)
    closed = replace(mind, group=group, person=None, word=None)
    minds = [replace(closed, member=one) for one in members(group, mind)]
    values = [_value(body, one) for one in minds]
    if not values:
        return 0.0
    if op != "mean":
        return {"sum": sum, "min": min, "max": max}[op](values)
    weights = [1.0] * len(values)
    if SETS[group[0]][1] == "audience":
        weights = [mind.scene.size[one.member] for one in minds]
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


# ----------------------------------------------------------------------------------------- things


def _thing(tree, axis, mind):
    """The thing on an axis that a tree names: a role, a name, a relation's, or the member meant."""
    if isinstance(tree, Name):
        if tree.text in mind.roles:
            return mind.roles[tree.text][1]
        return tree.text if tree.text in mind.scene.keys.get(axis, ()) else mind.member
    if tree.name in SETS:
        return mind.member
    asked = _axis(tree.args[0], None, mind)
    if asked not in RELATIONS[tree.name]:
        asked = next(iter(RELATIONS[tree.name]))
    return mind.scene.related(tree.name, asked, _thing(tree.args[0], asked, mind))


def _axis(left, right, mind):
    """The axis of whichever tree certainly names a thing, None if neither does."""
    for tree in (left, right):
        match tree:
            case Name(word) if word in mind.roles:
                return mind.roles[word][0]
            case Call(name, args) if name in RELATIONS and name not in mind.scene.scenario.measures:
                answers = RELATIONS[name]
                return answers.get(_axis(args[0], None, mind), next(iter(answers.values())))
    return None


def _audience(tree, axis, mind):
    """The word of a tree that names one audience, None of any other."""
    named = axis == "audience" and isinstance(tree, Name)
    return tree.text if named and _open_set(tree, axis, mind) is None else None


# ------------------------------------------------------------------------------------------- sets


def open_set(place, amount, condition, mind):
    """The set an effect runs over, as (name, what it is asked of), None if it changes one cell."""
    name, args = named_measure(place)
    axes = mind.scene.axes(name)
    for arg, axis in zip(args, axes, strict=True):
        found = _open_set(arg, axis, mind)
        if found is not None:
            return found
    said = [text for text in (amount, condition) if isinstance(text, str)]
    groups = [_open_group(parse(text), mind) for text in said]
    return next((group for group in groups if group is not None), None)


def open_group(text, mind):
    """The set left open in a condition, None if there is none."""
    return _open_group(parse(text), mind)


def set_named(text, mind):
    """The set of audiences an exposure names, None if it names one audience."""
    return _open_set(parse(text), "audience", mind)


def _open_group(tree, mind):
    """The set left open in a tree: the first met that no aggregate closes."""
    match tree:
        case Operation("==" | "!=", (left, right)) if axis := _axis(left, right, mind):
            places = [(left, axis), (right, axis)]
        case Call(name, args) if name in mind.scene.scenario.measures or name in FACTS:
            known = name in mind.scene.scenario.measures
            axes = mind.scene.axes(name) if known else FACTS[name][0]
            places = list(zip(args, axes, strict=True))
        case Call(name, (_,)) if name in AGGREGATES:
            return None
        case Call(_, args) | Operation(_, args):
            found = [_open_group(arg, mind) for arg in args]
            return next((one for one in found if one is not None), None)
        case _:
            return None
    found = [_open_set(arg, axis, mind) for arg, axis in places]
    return next((one for one in found if one is not None), None)


def _open_set(tree, axis, mind):
    """The set that a tree names, or None if it names one thing."""
    if isinstance(tree, Name):
        one = tree.text in mind.roles or tree.text in mind.scene.keys.get(axis, ())
        return (tree.text, None) if not one and tree.text in SETS else None
    if isinstance(tree, Call) and tree.name in SETS:
        return tree.name, _thing(tree.args[0], SETS[tree.name][0], mind)
    return None
