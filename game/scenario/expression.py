"""The expression language of conditions and amounts: text in, tree out.

Scenarios are written by strangers, so nothing here is ever evaluated as Python: a text of at most
300 characters becomes a small tree whose every node knows the column it came from.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 300
DEEPEST = 20

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?P<name>[^\W\d]\w*(?:\.\w+)*)"
    r"|(?P<mark><=|>=|==|!=|[-+*/<>(),]))",
)
COMPARISONS = ("<=", ">=", "==", "!=", "<", ">")


class ExpressionError(ValueError):
    """An expression cannot be read, or names nothing; `offset` counts characters from 0."""

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    """A word standing alone: a role, a set, a key, a named number or a measure without axes."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """A word with arguments: a measure, a fact, a role of something, a set or a function."""

    name: str
    args: "tuple[Tree, ...]"
    at: int


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator (`+ - * / < <= > >= == != and or not neg`) and what it works on."""

    op: str
    args: "tuple[Tree, ...]"
    at: int


Tree = Number | Name | Call | Operation


@lru_cache(maxsize=4096)  # the checks, the compiler and the views ask for the same trees
def parse(text: str) -> Tree:
    """Return the tree of an expression.

    Raises:
        ExpressionError: the text is empty, too long, too deep or not well formed.

    """
    if len(text) > LONGEST:
        message = f"an expression may have {LONGEST} characters, this one has {len(text)}"
        raise ExpressionError(message, LONGEST, "split it into several conditions")
    return _Parser(text).whole()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None:
            place = at + len(text[at:]) - len(text[at:].lstrip())
            hint = "compare with ==" if text[place] == "=" else ""
            raise ExpressionError(f"{text[place]!r} has no meaning here", place, hint)
        kind = str(match.lastgroup)
        found.append(_Token(kind, match[kind], match.start(kind)))
        at = match.end()
    return found


class _Parser:
    """Precedence climbing, loosest first: or, and, not, comparison, sum, product, sign, atom."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.end = len(text)
        self.next = 0
        self.depth = 0

    def whole(self) -> Tree:
        if not self.tokens:
            message = "an expression is missing"
            raise ExpressionError(message, 0)
        tree = self.either()
        if self.next < len(self.tokens):
            rest = self.tokens[self.next]
            raise ExpressionError(f"'{rest.text}' does not belong here", rest.at)
        return tree

    def peek(self) -> str:
        return self.tokens[self.next].text if self.next < len(self.tokens) else ""

    def take(self) -> _Token:
        if self.next >= len(self.tokens):
            message = "the expression ends too early"
            raise ExpressionError(message, max(0, self.end - 1))
        self.next += 1
        return self.tokens[self.next - 1]

    def expect(self, mark: str, opened: _Token) -> None:
        if self.peek() != mark:
            at = self.tokens[self.next].at if self.next < len(self.tokens) else self.end - 1
            message = f"'{mark}' is missing"
            raise ExpressionError(message, at, f"'(' opened at character {opened.at + 1}")
        self.next += 1

    def either(self) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            message = f"an expression may be {DEEPEST} levels deep"
            raise ExpressionError(message, self.tokens[min(self.next, len(self.tokens) - 1)].at)
        tree = self.both()
        while self.peek() == "or":
            at = self.take().at
            tree = Operation("or", (tree, self.both()), at)
        self.depth -= 1
        return tree

    def both(self) -> Tree:
        tree = self.negated()
        while self.peek() == "and":
            at = self.take().at
            tree = Operation("and", (tree, self.negated()), at)
        return tree

    def negated(self) -> Tree:
        flips: list[int] = []
        while self.peek() == "not":
            flips.append(self.take().at)
        if len(flips) > DEEPEST:
            message = f"an expression may be {DEEPEST} levels deep"
            raise ExpressionError(message, flips[DEEPEST])
        tree = self.compared()
        for at in reversed(flips):
            tree = Operation("not", (tree,), at)
        return tree

    def compared(self) -> Tree:
        left = self.summed()
        if self.peek() not in COMPARISONS:
            return left
        mark = self.take()
        tree = Operation(mark.text, (left, self.summed()), mark.at)
        if self.peek() in COMPARISONS:
            rest = self.take()
            message = "comparisons cannot be chained"
            raise ExpressionError(message, rest.at, "join two comparisons with 'and'")
        return tree

    def summed(self) -> Tree:
        tree = self.multiplied()
        while self.peek() in ("+", "-"):
            mark = self.take()
            tree = Operation(mark.text, (tree, self.multiplied()), mark.at)
        return tree

    def multiplied(self) -> Tree:
        tree = self.signed()
        while self.peek() in ("*", "/"):
            mark = self.take()
            tree = Operation(mark.text, (tree, self.signed()), mark.at)
        return tree

    def signed(self) -> Tree:
        signs: list[int] = []
        while self.peek() == "-":
            signs.append(self.take().at)
        tree = self.atom()
        if isinstance(tree, Number) and len(signs) % 2:
            return Number(-tree.value, signs[0])
        return Operation("neg", (tree,), signs[0]) if len(signs) % 2 else tree

    def atom(self) -> Tree:
        token = self.take()
        if token.kind == "number":
            return Number(float(token.text), token.at)
        if token.text == "(":
            tree = self.either()
            self.expect(")", token)
            return tree
        if token.kind != "name" or token.text in ("and", "or", "not"):
            raise ExpressionError(f"'{token.text}' does not belong here", token.at)
        if self.peek() == "(":
            return self.call(token)
        return Name(token.text, token.at)

    def call(self, name: _Token) -> Tree:
        opened = self.take()
        if self.peek() == ")":
            raise ExpressionError(f"'{name.text}()' needs something between ()", opened.at)
        args = [self.either()]
        while self.peek() == ",":
            self.take()
            args.append(self.either())
        self.expect(")", opened)
        return Call(name.text, tuple(args), name.at)


def names_in(tree: Tree) -> list[str]:
    """Return the plain words of an expression, in the order in which they stand."""
    if isinstance(tree, Name):
        return [tree.text]
    args = tree.args if isinstance(tree, Call | Operation) else ()
    return [name for arg in args for name in names_in(arg)]
