"""Plans: everything a seat could ever order, and the few questions on which it is open.

Listed once, for the whole game; orders that share their needs share the answer, so a menu costs
little even for a thousand games.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.evaluate import evaluate
from game.engine.formula import Apply, Column, Constant, Leaf, Over, Shape, Store
from game.engine.frame import Frame, spans
from game.engine.rulebook import Conditions, Rulebook
from game.views.booklet import Booklet

Array = npt.NDArray[Any]

OPERANDS = (Column.TARGET, Column.ABOUT, Column.VIA)


@dataclass(frozen=True, slots=True)
class Question:
    """Needs of one shape, each asked once for every combination of operands that matters.

    operands: four arrays (K,), K >= 1; pick: (K,) which of the needs; memo: where their leaves lie.
    """

    group: Conditions
    pick: Array
    operands: tuple[Array, ...]
    memo: dict[int, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything a seat could ever order. C candidates, Q answers, L ways of being open.

    deed, target, about, via: (C,) indices, -1 none; price: (C, 3); way: (C,) how it is open.
    Candidates stand in the order of their ways, ways in the order of their deeds: way_deed: (L,);
    way_first: (L,) the first candidate of a way; asked: (L, most needs) which answers a way takes,
    Q for none; rank: (L, most needs) the place of each need in its deed. reads: the cells that
    answers and prices turn on.
    """

    seat: str
    deeds: tuple[str, ...]
    deed: Array
    target: Array
    about: Array
    via: Array
    price: Array
    way: Array
    way_deed: Array
    way_first: Array
    asked: Array
    rank: Array
    questions: tuple[Question, ...]
    stocks: Array
    reads: Array
    rulebook_reasons: tuple[tuple[str, ...], ...]


def plan_menu(rulebook: Rulebook, booklet: Booklet) -> Plan:
    """Return everything a seat could ever order, impossible combinations left out."""
    me = rulebook.keys["actor"].index(booklet.me)
    deed, *operands = _combinations(rulebook, me)
    columns = (np.full(len(deed), me), *operands)
    keep = _possible(rulebook, me, deed, columns)
    deed, columns = deed[keep], tuple(column[keep] for column in columns)
    questions, asked, rank = _questions(rulebook, deed, columns)
    questions, same = _distinct(rulebook, questions)
    signs = np.concatenate([deed[:, None], asked, rank], axis=1)
    ways, way = np.unique(signs, axis=0, return_inverse=True)
    order = np.argsort(way.reshape(-1), kind="stable")
    deed, way = deed[order], way.reshape(-1)[order]
    columns = tuple(column[order] for column in columns)
    most = asked.shape[1]
    stocks = [rulebook.layout.address(name, me) for name in ("staff", "money", "political")]
    return Plan(
        seat=booklet.seat,
        deeds=tuple(one.key for one in rulebook.deeds),
        deed=deed,
        target=columns[Column.TARGET],
        about=columns[Column.ABOUT],
        via=columns[Column.VIA],
        price=rulebook.table.price[deed],
        way=way,
        way_deed=ways[:, 0],
        way_first=np.searchsorted(way, np.arange(len(ways))),
        asked=same[ways[:, 1 : most + 1]],
        rank=ways[:, most + 1 :],
        questions=questions,
        stocks=np.array(stocks),
        reads=np.unique(np.concatenate([stocks, *(_cells(rulebook, one) for one in questions)])),
        rulebook_reasons=tuple(one.reasons for one in rulebook.deeds),
    )


def _cells(rulebook: Rulebook, question: Question) -> Array:
    """Return the cells that the answers to a question turn on."""
    nothing = np.zeros((1, rulebook.layout.size + 1))
    frame = Frame(
        nothing, rulebook.tables, question.operands, pick=question.pick, memo=question.memo
    )
    evaluate(frame, question.group.formula)  # which leaves behind where each leaf lies
    slots = sorted(_slots(question.group.formula.shape, Store.CELL))
    return np.concatenate([np.ravel(question.memo[slot]) for slot in slots])


def _combinations(rulebook: Rulebook, me: int) -> tuple[Array, Array, Array, Array]:
    """Return (deed, target, about, via) of all combinations of what this actor may do."""
    rows = []
    for place, deed in enumerate(rulebook.deeds):
        if not rulebook.table.by[place, me]:
            continue
        ranges = [
            np.arange(len(rulebook.keys[axis])) if axis else np.array([-1]) for axis in deed.axes
        ]
        grid = np.stack(np.meshgrid(*ranges, indexing="ij"), axis=-1).reshape(-1, 3)
        rows.append(np.concatenate([np.full((len(grid), 1), place), grid], axis=1))
    table = np.concatenate([*rows, np.zeros((0, 4), dtype=np.int64)]).astype(np.int64)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


def _possible(rulebook: Rulebook, me: int, deed: Array, columns: tuple[Array, ...]) -> Array:
    """Return (C,) bool: no need that never changes stands against it, and its channel is heard."""
    keep = np.ones(len(deed), dtype=bool)
    nothing = np.zeros((1, rulebook.layout.size + 1))
    for group in rulebook.needs:
        if _slots(group.formula.shape, Store.CELL):
            continue
        row, owner = _rows_of(group, deed)
        operands = tuple(column[row] for column in columns)
        games = np.zeros(len(row), dtype=np.int64)
        frame = Frame(nothing, rulebook.tables, operands, pick=owner, games=games)
        keep[row[~np.broadcast_to(evaluate(frame, group.formula) != 0, row.shape)]] = False
    heard = np.append(rulebook.heard[me], True)  # what names no channel takes the last, -1
    return np.asarray(keep & heard[columns[Column.VIA]])


def _rows_of(group: Conditions, deed: Array) -> tuple[Array, Array]:
    """Return (row, owner): the candidates that each need of a group belongs to."""
    row, owner = np.nonzero(deed[:, None] == group.owner[None, :])
    return row, owner


def _questions(
    rulebook: Rulebook, deed: Array, columns: tuple[Array, ...]
) -> tuple[tuple[Question, ...], Array, Array]:
    """Return the questions, and for each candidate the answers it needs and their ranks."""
    found = [np.zeros((0, 3), dtype=np.int64)]
    questions = []
    count = 0
    for group in rulebook.needs:
        if not _slots(group.formula.shape, Store.CELL):
            continue
        row, owner = _rows_of(group, deed)
        used = sorted(_columns(group.formula.shape))
        if not len(row):
            continue
        signs = np.stack([owner, *(columns[column][row] for column in used)], axis=1)
        _, first, back = np.unique(signs, axis=0, return_index=True, return_inverse=True)
        operands = tuple(column[row[first]] for column in columns)
        questions.append(Question(group, owner[first], operands))
        found.append(np.stack([row, group.rank[owner], back.reshape(-1) + count], axis=1))
        count += len(first)
    needs = np.concatenate(found)
    needs = needs[np.lexsort(needs.T[::-1])]  # by candidate, then rank
    counts = np.bincount(needs[:, 0], minlength=len(deed))
    table = np.tile(np.array([0, count]), (len(deed), int(counts.max(initial=1)), 1))
    table[needs[:, 0], spans(0 * counts, counts)] = needs[:, 1:]
    return tuple(questions), table[:, :, 1], table[:, :, 0]


def _distinct(
    rulebook: Rulebook, questions: tuple[Question, ...]
) -> tuple[tuple[Question, ...], Array]:
    """Return the questions without those that read and compare the same as one before.

    Also returns the new place of each answer, and of the one beside them that is always True.
    """
    kept, same, count = [], [], 0
    for one in questions:
        _, first, back = np.unique(
            _read(rulebook, one), axis=0, return_index=True, return_inverse=True
        )
        operands = tuple(column[first] for column in one.operands)
        kept.append(Question(one.group, one.pick[first], operands))
        same.append(back.reshape(-1) + count)
        count += len(first)
    return tuple(kept), np.concatenate([*same, [count]])


def _read(rulebook: Rulebook, question: Question) -> Array:
    """Return (K, n) what the answers to a question are worked out from: addresses and numbers."""
    shape, data = question.group.formula.shape, question.group.formula.data
    if _aggregates(shape):
        return np.arange(len(question.pick))[:, None]
    nothing = np.zeros((1, rulebook.layout.size + 1))
    memo: dict[int, Any] = {}
    evaluate(
        Frame(nothing, rulebook.tables, question.operands, pick=question.pick, memo=memo),
        question.group.formula,
    )
    columns = [memo[slot] for slot in sorted(memo)]
    columns += [numbers[question.pick] for numbers in data.numbers]
    return np.stack([np.broadcast_to(column, question.pick.shape) for column in columns], axis=1)


def _aggregates(shape: Shape) -> bool:
    """Return whether a formula reads sets of its own."""
    inner = shape.args if isinstance(shape, Apply) else ()
    return isinstance(shape, Over) or any(_aggregates(one) for one in inner)


def _slots(shape: Shape, store: Store) -> set[int]:
    """Return the leaves of a formula that point into a store, by their slots."""
    match shape:
        case Constant():
            return set()
        case Leaf():
            return {shape.slot} if shape.store is store else set()
        case Apply(_, args):
            return {slot for arg in args for slot in _slots(arg, store)}
        case Over():
            weight = set() if shape.weight is None else _slots(shape.weight, store)
            return _slots(shape.body, store) | weight
    return set()


def _columns(shape: Shape) -> set[Column]:
    match shape:
        case Constant():
            return set()
        case Leaf():
            return set(shape.columns) & set(OPERANDS)
        case Apply(_, args):
            return {column for arg in args for column in _columns(arg)}
        case Over():
            return _columns(shape.group) | _columns(shape.body)
    return set()
