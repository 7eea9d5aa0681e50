"""What the words of an expression mean: measures, facts, roles, sets and keys, each with its axis.

`resolve` turns the tree of `expression` into a tree of meanings, or says which word names nothing.
The rulebook compiler and the checks of a scenario both start here, so they cannot disagree.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from game.scenario.expression import Call, ExpressionError, Name, Number, Operation, Tree
from game.scenario.move import Gauge
from game.scenario.words import (
    AGGREGATES,
    FACTS,
    FUNCTIONS,
    RELATIONS,
    SETS,
    Apply,
    Constant,
    Entity,
    Group,
    Meaning,
    Over,
    Read,
    Same,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The words an expression may use where it stands.

    `keys` holds the names on each axis; `roles` the axis of me, target, about and via there;
    `lets` the named numbers of the move.
    """

    measures: Mapping[str, Gauge]
    keys: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, str] = field(default_factory=dict)
    lets: Mapping[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class _Sets:
    """The sets met while reading an expression: at most one may stay free."""

    free: Group | None = None


def resolve(tree: Tree, scope: Scope, free: Group | None = None) -> tuple[Meaning, Group | None]:
    """Return the meaning of a number-valued expression and the set left free in it, if any.

    `free` is a set already chosen by the effect around the expression (its target).

    Raises:
        ExpressionError: a word names nothing, has the wrong axis, or a second set is free.

    """
    sets = _Sets(free)
    return _number(tree, scope, sets), sets.free


def resolve_place(tree: Tree, scope: Scope) -> tuple[Read, Group | None]:
    """Return the measure an effect adds to, and the set its members run over, if any."""
    meaning, group = resolve(tree, scope)
    if not isinstance(meaning, Read) or meaning.fact:
        message = "an effect must name a measure, such as credibility(me, reached)"
        raise ExpressionError(message, tree.at, _near(_text(tree), scope.measures))
    return meaning, group


def resolve_entity(tree: Tree, scope: Scope, axis: str) -> Entity:
    """Return the thing on `axis` that an expression such as `story(target)` names."""
    found = _thing(tree, scope, axis)
    if isinstance(found, Group):
        message = f"'{_text(tree)}' is a set, one {axis} is wanted"
        raise ExpressionError(message, tree.at)
    return found


def resolve_group(tree: Tree, scope: Scope, axis: str) -> Group | Entity:
    """Return the set (or the one thing) on `axis` that an expression names."""
    return _thing(tree, scope, axis)


def _number(tree: Tree, scope: Scope, sets: _Sets) -> Meaning:
    match tree:
        case Number(value):
            return Constant(value)
        case Name(text, at):
            return _word(text, at, scope)
        case Operation(op, args, _) if op in ("==", "!="):
            return _equality(op, args, scope, sets)
        case Operation(op, args, _):
            return Apply(op, tuple(_number(arg, scope, sets) for arg in args))
        case Call():
            return _call(tree, scope, sets)


def _word(text: str, at: int, scope: Scope) -> Meaning:
    if text in scope.lets:
        return Constant(scope.lets[text])
    if text == "turn":
        return Read("turn", (), fact=True)
    name = "crisis" if text == "tension" else text
    if name in scope.measures:
        axes = scope.measures[name].axes
        if not axes:
            return Read(name, (), fact=False)
        message = f"'{text}' needs {_wanted(axes)}"
        raise ExpressionError(message, at, f"write {text}({', '.join(axes)})")
    if text in scope.roles or text in SETS or any(text in keys for keys in scope.keys.values()):
        message = f"'{text}' is not a number"
        raise ExpressionError(message, at, "ask a measure of it")
    known = [*scope.measures, *scope.lets, "turn", "tension"]
    raise ExpressionError(f"'{text}' names nothing", at, _near(text, known))


def _equality(op: str, args: tuple[Tree, ...], scope: Scope, sets: _Sets) -> Meaning:
    """`target != me` compares things; everything else compares numbers."""
    left, right = args
    axis = _axis_of(left, scope) or _axis_of(right, scope)
    if axis is None:
        return Apply(op, (_number(left, scope, sets), _number(right, scope, sets)))
    pair = tuple(_claim_set(_thing(arg, scope, axis), arg, sets) for arg in (left, right))
    same = Same(pair[0], pair[1])
    return same if op == "==" else Apply("not", (same,))


def _axis_of(tree: Tree, scope: Scope) -> str | None:
    """Return the axis of a tree that certainly names a thing, else None."""
    match tree:
        case Name(text, _) if text in scope.roles:
            return scope.roles[text]
        case Call(name, args, _) if name in RELATIONS and name not in scope.measures:
            inner = _axis_of(args[0], scope)
            answers = RELATIONS[name]
            return answers.get(inner or "", next(iter(answers.values())))
    return None


def _call(tree: Call, scope: Scope, sets: _Sets) -> Meaning:
    name = "crisis" if tree.name == "tension" and not tree.args else tree.name
    if name in scope.measures:
        axes: tuple[str, ...] = tuple(scope.measures[name].axes)
        return _read(tree, axes, scope, sets, fact=False)
    if name in FACTS:
        return _read(tree, FACTS[name][0], scope, sets, fact=True)
    if name in AGGREGATES and len(tree.args) == 1:
        inside = _Sets()
        body = _number(tree.args[0], scope, inside)
        if inside.free is None:
            message = f"'{name}' of one thing needs a set inside it"
            raise ExpressionError(message, tree.at, f"such as {name}(online(everyone))")
        return Over(name, inside.free, body)
    if name in FUNCTIONS:
        if len(tree.args) < FUNCTIONS[name] or (FUNCTIONS[name] == 1 and len(tree.args) > 1):
            message = f"'{name}' takes {FUNCTIONS[name]} number(s), here are {len(tree.args)}"
            raise ExpressionError(message, tree.at)
        return Apply(name, tuple(_number(arg, scope, sets) for arg in tree.args))
    known = [*scope.measures, *FACTS, *FUNCTIONS]
    raise ExpressionError(f"'{name}' names no measure", tree.at, _near(name, known))


def _read(tree: Call, axes: tuple[str, ...], scope: Scope, sets: _Sets, *, fact: bool) -> Meaning:
    if len(tree.args) != len(axes):
        message = f"'{tree.name}' needs {_wanted(axes)}, here are {len(tree.args)}"
        hint = f"write {tree.name}({', '.join(axes)})" if axes else f"write {tree.name}"
        raise ExpressionError(message, tree.at, hint)
    things = (_thing(arg, scope, axis) for arg, axis in zip(tree.args, axes, strict=True))
    pairs = zip(things, tree.args, strict=True)
    entities = tuple(_claim_set(thing, arg, sets) for thing, arg in pairs)
    return Read(tree.name, entities, fact=fact)


def _claim_set(thing: Entity | Group, tree: Tree, sets: _Sets) -> Entity:
    """Make a set the free one of its expression; only one may be free at a time."""
    if isinstance(thing, Entity):
        return thing
    if sets.free is not None and sets.free != thing:
        message = f"'{_text(tree)}' is a second set; only one may be free"
        raise ExpressionError(message, tree.at, "put one of them into mean(), min() or max()")
    sets.free = thing
    return Entity(thing.axis, thing.name, "member")


def _thing(tree: Tree, scope: Scope, axis: str) -> Entity | Group:
    match tree:
        case Name(text, at):
            return _named(text, at, scope, axis)
        case Call(name, args, at) if name in RELATIONS or name in SETS:
            return _related(name, args, at, scope, axis)
    raise ExpressionError(f"a name of {_article(axis)} is wanted here", tree.at)


def _named(text: str, at: int, scope: Scope, axis: str) -> Entity | Group:
    if text in scope.roles:
        if scope.roles[text] != axis:
            message = f"'{text}' is {_article(scope.roles[text])} here, {_article(axis)} is wanted"
            raise ExpressionError(message, at)
        return Entity(axis, text, "role")
    if text in scope.keys.get(axis, ()):
        return Entity(axis, text, "key")
    if text in SETS and SETS[text][0] is None:
        if text == "others" and "me" not in scope.roles:
            message = "nobody acts here, so there are no 'others'"
            raise ExpressionError(message, at, "name the actor, or write states")
        if text == "reached" and "via" not in scope.roles:
            message = "nobody is 'reached' without a channel"
            raise ExpressionError(message, at, "give the move `via: channel`, or name the audience")
        return _group(text, None, at, axis)
    roles = [role for role, of in scope.roles.items() if of == axis]
    sets = [name for name, (asked, of) in SETS.items() if of == axis and asked is None]
    hint = _near(text, [*scope.keys.get(axis, ()), *roles, *sets])
    raise ExpressionError(f"there is no {axis} '{text}'", at, hint)


def _related(name: str, args: tuple[Tree, ...], at: int, scope: Scope, axis: str) -> Entity | Group:
    if len(args) != 1:
        raise ExpressionError(f"'{name}' is asked of one thing", at)
    if name in SETS:
        asked = SETS[name][0]
        if asked is None:
            raise ExpressionError(f"'{name}' is a set by itself", at, f"write {name}")
        return _group(name, resolve_entity(args[0], scope, asked), at, axis)
    answers = RELATIONS[name]
    inner_axis = _axis_of(args[0], scope)
    if inner_axis not in answers:
        inner_axis = next(iter(answers)) if inner_axis is None else inner_axis
    if inner_axis not in answers or answers[inner_axis] != axis:
        message = f"'{name}' does not give {_article(axis)} here"
        raise ExpressionError(message, at)
    return Entity(axis, name, "relation", resolve_entity(args[0], scope, inner_axis))


def _group(name: str, inner: Entity | None, at: int, axis: str) -> Group:
    if SETS[name][1] != axis:
        message = f"'{name}' is a set of {SETS[name][1]}s, {_article(axis)} is wanted"
        raise ExpressionError(message, at)
    return Group(axis, name, inner)


def _wanted(axes: Sequence[str]) -> str:
    return " and ".join(_article(axis) for axis in axes) if axes else "nothing in ()"


def _article(axis: str) -> str:
    return f"{'an' if axis[0] in 'aio' else 'a'} {axis}"


def _text(tree: Tree) -> str:
    match tree:
        case Name(text, _):
            return text
        case Call(name, _, _):
            return name
    return "this"


def _near(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, sorted(known), n=1)
    return f"did you mean '{close[0]}'?" if close else ""
