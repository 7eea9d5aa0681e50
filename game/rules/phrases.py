"""Phrases: expressions of the rulebook as a reader who knows no formulas would say them."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.phrasebook import BETWEEN, FUNCTIONS, NUMBERS, RELATIONS, SETS, SIGNS, TRUTHS
from game.scenario.expression import Call, Name, Number, Operation, Tree, parse
from game.scenario.move import Gauge
from game.scenario.words import FACTS

# How tightly operators bind; what binds less than its surroundings gets brackets.
ORDER = {"or": 1, "and": 2, "not": 3, "==": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4}
ORDER |= {"+": 5, "-": 5, "*": 6, "/": 6, "neg": 7}
COMPARED, TIGHT, TOP = 4, 9, 0
NO = (("==", 0.0), ("<", 1.0), ("<", 0.5), ("<=", 0.0))  # comparisons that deny a yes or no


@dataclass(frozen=True, slots=True)
class Phrases:
    """Says expressions of one deed: `roles` gives the axis of each of its operands."""

    roles: Mapping[str, str]
    measures: Mapping[str, Gauge]

    def say(self, text: float | str) -> str:
        """Return an expression in words."""
        return self._tree(_read(text), TOP)

    def say_tree(self, tree: Tree) -> str:
        """Return an expression that was read already in words."""
        return self._tree(tree, TOP)

    def change(self, place: str, by: float | str) -> str:
        """Return what adding an amount to a measure does, such as `raises market by 2`."""
        where, amount = _read(place), _read(by)
        sign = _sign(amount)
        if isinstance(where, Call) and where.name in TRUTHS and sign:
            truth = self._truth(where)
            return f"from now on {truth}" if sign > 0 else f"no longer is it so that {truth}"
        verb = {1: "raises", -1: "lowers", 0: "changes"}[sign]
        said = self._tree(_flipped(amount) if sign < 0 else amount, TOP)
        return f"{verb} {self._tree(where, TOP)} by {said}"

    def _tree(self, tree: Tree, around: int) -> str:
        match tree:
            case Number(value):
                return f"{value:g}".replace("-", "−")
            case Name(text):
                return self._role(text) if text in self.roles else SETS.get(text, _spaced(text))
            case Call():
                return self._call(tree, around)
            case Operation(op, args):
                return self._operation(op, args, around)

    def _role(self, role: str) -> str:
        """Return what an operand is called: by its axis, the second of one axis `the other`."""
        axis = self.roles[role]
        if role == "me":
            return "the doer"
        if role == "target" and axis == "actor":
            return "the target"
        second = role != "target" and axis == self.roles.get("target")
        return f"the {'other ' if second else ''}{axis}"

    def _call(self, tree: Call, around: int) -> str:
        known = tree.name in self.measures or tree.name in FACTS
        if tree.name in TRUTHS and known:
            said = f"1 where {self._truth(tree)}"
            return f"({said})" if around > TOP else said
        if tree.name in RELATIONS and not known:
            return RELATIONS[tree.name].format(*self._things(tree))
        if tree.name in FUNCTIONS and not known:
            inner = ", ".join(self._tree(arg, TOP) for arg in tree.args)
            loose = len(tree.args) == 1 and isinstance(tree.args[0], Operation)
            return FUNCTIONS[tree.name].format(f"({inner})" if loose else inner)
        return self._number(tree)

    def _things(self, tree: Call) -> list[str]:
        return [self._tree(arg, TIGHT) for arg in tree.args]

    def _truth(self, tree: Call) -> str:
        return TRUTHS[tree.name].format(*self._things(tree))

    def _number(self, tree: Call) -> str:
        """Return a measure or fact that is a number, with what it is asked of."""
        name, things = _spaced(tree.name), self._things(tree)
        if tree.name in NUMBERS:
            return NUMBERS[tree.name].format(*things)
        if len(things) < 2:
            return f"{name} of {things[0]}" if things else name
        gauge = self.measures.get(tree.name)
        if gauge is not None and gauge.symmetric:
            return f"{name} between {things[0]} and {things[1]}"
        axes = gauge.axes if gauge is not None else FACTS[tree.name][0]
        return f"{name} of {things[0]} {BETWEEN.get(axes[1], 'and')} {things[1]}"

    def _operation(self, op: str, args: tuple[Tree, ...], around: int) -> str:
        rank = ORDER[op]
        if op == "neg":
            said = f"−{self._tree(args[0], rank)}"
        elif op == "not":
            said = f"it is not so that {self._tree(args[0], rank)}"
        elif rank == COMPARED:
            said = self._comparison(op, args)
        else:
            later = rank + 1 if op in ("-", "/") else rank
            parts = [self._tree(arg, later if at else rank) for at, arg in enumerate(args)]
            said = f" {SIGNS.get(op, op)} ".join(parts)
        return f"({said})" if rank < around else said

    def _comparison(self, op: str, args: tuple[Tree, ...]) -> str:
        """Return a comparison in words; of what is yes or no, only whether it is so."""
        left, right = args
        if isinstance(left, Call) and left.name in TRUTHS and isinstance(right, Number):
            denied = "it is not so that " if (op, right.value) in NO else ""
            return denied + self._truth(left)
        match left, op, right:
            case Call("max", (Operation("==", (thing, Name(group))),)), ">", Number(0.0):
                members = SETS.get(group, group).replace("every ", "the ")
                return f"{self._tree(thing, COMPARED)} is one of {members}s"
        return f"{self._tree(left, COMPARED)} {SIGNS[op]} {self._tree(right, COMPARED)}"


def _read(text: float | str) -> Tree:
    return parse(text) if isinstance(text, str) else Number(float(text), 0)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _sign(tree: Tree) -> int:
    """Return 1 or -1 where the number that leads a product says which way it goes, else 0."""
    match tree:
        case Number(value):
            return -1 if value < 0 else 1
        case Operation("neg", args):
            return -_sign(args[0])
        case Operation("*" | "/", args):
            return _sign(args[0])
        case Operation():
            return 0
        case _:
            return 1


def _flipped(tree: Tree) -> Tree:
    """Return a product without the minus that leads it; a leading 1 is not said."""
    match tree:
        case Number(value, at):
            return Number(-value, at)
        case Operation("neg", args):
            return args[0]
        case Operation(op, args, at):
            first = _flipped(args[0])
            if op == "*" and isinstance(first, Number) and first.value == 1:
                return args[1] if len(args) == 2 else Operation(op, args[1:], at)
            return Operation(op, (first, *args[1:]), at)
        case _:
            return tree
