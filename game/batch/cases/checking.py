"""What a file of cases names, looked up in its scenario: every name that names nothing is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.batch.cases.model import Case, Expected, Turn
from game.batch.cases.reading import Page, moments, texts
from game.engine import InvalidOrder, Order, ending_names, read_orders
from game.policies import POLICIES
from game.scenario import Fault
from game.scenario.checks.rules import start_line
from game.scenario.complaints import near
from game.scenario.expression import Call, ExpressionError, Name, Operation, Tree, parse
from game.scenario.nodes import Path
from game.scenario.vocabulary import Scope, resolve
from game.scenario.words import AGGREGATES, Meaning, Read

RUNNING = "none"  # the ending of a game that has none yet
WORDS = ("done", "failed", "standing", "broken off", "void", "ignored")


@dataclass(frozen=True, slots=True)
class Question:
    """A number or a condition that a case asks about, in words and in meaning."""

    path: Path
    text: str
    meaning: Meaning


def scope_of(page: Page) -> Scope:
    """Return the words that conditions of cases may use: those of endings and objectives."""
    return Scope(page.scenario.measures, page.rulebook.keys)


def faults_of(page: Page) -> list[Fault]:
    """Return every name, order and condition of a page that its scenario does not know."""
    found = list(_numbers(page))
    for place, case in enumerate(page.chapter.cases):
        path: Path = ("cases", place)
        found += _of_case(page, case, path)
        for below, moment in moments(case):
            found += _of_moment(page, moment, (*path, *below))
    return sorted(set(found))


def _numbers(page: Page) -> Iterator[Fault]:
    """Cases that share a number, or say they end as a case that is not there."""
    known: dict[str, int] = {}
    for place, case in enumerate(page.chapter.cases):
        if case.number in known:
            message = f"there is another case {case.number} in this file"
            yield page.fault(
                ("cases", place, "number"), "declared-twice", message, "number it anew"
            )
        known.setdefault(case.number, place)
    for place, case in enumerate(page.chapter.cases):
        if case.same_as is not None and (case.same_as not in known or case.same_as == case.number):
            message = f"there is no other case {case.same_as} in this file"
            yield page.fault(("cases", place, "same_as"), "unknown-name", message)


def _of_case(page: Page, case: Case, path: Path) -> Iterator[Fault]:
    letter = case.number.split(".")[1]
    if page.chapter.sections and letter not in page.chapter.sections:
        message = f"section {letter} has no title"
        yield page.fault((*path, "number"), "unknown-name", message, f"add {letter}: to sections:")
    for seat, policy in case.policies.items():
        yield from _unknown(page, (*path, "policies", seat), "seat", seat)
        if policy not in POLICIES:
            yield _missing(page, (*path, "policies", seat), "stand-in", policy, POLICIES)
    for text in case.start:
        yield from _start(page, (*path, "start", text), text)


def _start(page: Page, path: Path, text: str) -> Iterator[Fault]:
    line, measures = start_line(text), page.scenario.measures
    if line is None or line[0] not in measures:
        yield _missing(page, path, "measure", text, measures, key=True)
        return
    axes = page.rulebook.layout.stretches[line[0]].axes
    if len(axes) != len(line[1]):
        message = f"'{line[0]}' is asked of {len(axes)} things, not of {len(line[1])}"
        yield page.key_fault(path, "bad-start", message)
        return
    for axis, thing in zip(axes, line[1], strict=True):
        if thing != "*":
            yield from _unknown(page, path, axis, thing)


def _of_moment(page: Page, moment: Expected, path: Path) -> Iterator[Fault]:
    for kind in ("told", "not_told", "known", "not_known", "outcome", "work", "orders"):
        for seat in getattr(moment, kind, ()):
            yield from _unknown(page, (*path, kind, seat), "seat", seat)
    for kind in ("known", "not_known"):
        for seat, said in getattr(moment, kind).items():
            for place, text in texts(said, (*path, kind, seat)):
                yield from _thing(page, place, text)
    for kind in ("expect", "rises", "falls", "stays"):
        for place, text in texts(getattr(moment, kind), (*path, kind)):
            try:
                question(page, place, text, condition=kind == "expect")
            except ExpressionError as error:
                code = "bad-condition"
                yield page.fault_in(place, error.offset, code, error.message, error.hint)
    endings = (RUNNING, *ending_names(page.rulebook))
    if moment.ending is not None and moment.ending not in endings:
        yield _missing(page, (*path, "ending"), "ending", moment.ending, endings)
    if isinstance(moment, Turn):
        yield from _of_turn(page, moment, path)


def _of_turn(page: Page, turn: Turn, path: Path) -> Iterator[Fault]:
    for inject in turn.by_hand:
        yield from _unknown(page, (*path, "by_hand", inject), "inject", inject)
    for seat, lines in turn.orders.items():
        if seat not in page.rulebook.keys["seat"]:
            continue
        for slot, line in enumerate(lines):
            try:
                read_orders(page.rulebook, [Order(seat, **line.model_dump())])
            except InvalidOrder as error:
                close = near(line.move, [deed.key for deed in page.rulebook.deeds])
                known = close == line.move or not close
                hint = "" if known else f"did you mean '{close}'?"
                where = (*path, "orders", seat, slot)
                yield page.fault(where, "unknown-order", str(error), hint)
    for kind in ("outcome", "work"):
        for seat, said in getattr(turn, kind).items():
            for place, text in texts(said, (*path, kind, seat)):
                if text.split(":")[0].strip() not in WORDS:
                    yield _missing(page, place, "outcome", text, WORDS)
    for seat, said in turn.outcome.items():
        wanted, given = len(texts(said, ())), len(turn.orders.get(seat, ()))
        if given and wanted != given:
            message = f"'{seat}' gives {given} orders, and {wanted} outcomes are told"
            yield page.fault((*path, "outcome", seat), "wrong-length", message, "tell one for each")


def question(page: Page, path: Path, text: str, *, condition: bool) -> Question:
    """Return what a case asks, or raise ExpressionError where it means nothing."""
    parsed = parse(text)
    meaning, free = resolve(parsed, scope_of(page))
    if free is not None:
        message = "this asks about a set, not about one thing"
        raise ExpressionError(message, parsed.at, "put it into min(), max(), mean() or sum()")
    compares = isinstance(parsed, Operation) and parsed.op not in ("+", "-", "*", "/", "neg")
    if condition and not compares:
        message = "this is a number, no condition"
        raise ExpressionError(message, parsed.at, "compare it, such as ... >= 1")
    return Question(path, text, meaning)


def _thing(page: Page, path: Path, text: str) -> Iterator[Fault]:
    """A number, a claim or a secret that a seat may know."""
    keys = page.rulebook.keys
    if text in keys["secret"] or text in keys["claim"]:
        return
    try:
        asked = question(page, path, text, condition=False)
    except ExpressionError as error:
        yield page.fault_in(path, error.offset, "unknown-name", error.message, error.hint)
        return
    if not isinstance(asked.meaning, Read) or asked.meaning.fact:
        message = "only a measure, a claim or a secret can be known"
        yield page.fault(path, "unknown-name", message, "such as trust(arden, brenmark)")


def parts(tree: Tree, measures: Iterable[str]) -> list[Tree]:
    """Return the outermost pieces of an expression that read the world, in order."""
    names = list(measures)
    match tree:
        case Name(text, _):
            return [tree] if text in (*names, "tension") else []
        case Call(name, args, _):
            aggregate = name in AGGREGATES and len(args) == 1
            if aggregate or name in (*names, "tension"):
                return [tree]
            return [part for arg in args for part in parts(arg, names)]
        case Operation(_, args, _):
            return [part for arg in args for part in parts(arg, names)]
    return []


def written(tree: Tree) -> str:
    """Return an expression as its author would write it."""
    match tree:
        case Name(text, _):
            return text
        case Call(name, args, _):
            return f"{name}({', '.join(written(arg) for arg in args)})"
        case Operation(op, args, _):
            return f" {op} ".join(written(arg) for arg in args)
    return f"{tree.value:g}"


def _unknown(page: Page, path: Path, axis: str, name: str) -> Iterator[Fault]:
    if name not in page.rulebook.keys[axis]:
        yield _missing(page, path, axis, name, page.rulebook.keys[axis], key=True)


def _missing(
    page: Page, path: Path, kind: str, name: str, known: Iterable[str], *, key: bool = False
) -> Fault:
    names = list(known)
    close = near(name, names)
    hint = f"did you mean '{close}'?" if close else f"known are: {', '.join(names[:12])}"
    message = f"there is no {kind} '{name}'"
    place = page.key_fault if key else page.fault
    return place(path, "unknown-name", message, hint)
