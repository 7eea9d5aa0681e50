"""The menu: what a seat may order, at what price, and why the rest is closed.

A seat's possible orders are listed once, for the whole game; each turn only asks which are open.
Orders that share their needs share the answer, so a menu costs little even for a thousand games.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.evaluate import evaluate
from game.engine.formula import Apply, Column, Constant, Leaf, Over, Shape, Store
from game.engine.frame import Frame
from game.engine.orders import Order
from game.engine.rulebook import Conditions, Rulebook
from game.language import t_later, t_now
from game.views.booklet import Booklet
from game.views.sight import Sight

Array = npt.NDArray[Any]

SHORT = (
    t_later("needs {need} staff, {left} left"),
    t_later("needs {need} money, {left} left"),
    t_later("needs {need} political will, {left} left"),
)
OPERANDS = (Column.TARGET, Column.ABOUT, Column.VIA)


@dataclass(frozen=True, slots=True)
class Question:
    """Needs of one shape, each asked once for every combination of operands that matters.

    operands: four arrays (K,); pick: (K,) which of the needs; memo: where their leaves lie.
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
    Q for none; rank: (L, most needs) the place of each need in its deed.
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
    rulebook_reasons: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Menu:
    """What a seat may order now, in each of G games."""

    plan: Plan
    booklet: Booklet
    stocks: Array  # (G, 3) staff, money, political
    truth: Array  # (Q + 1, G) bool, the answers to the plan's questions; the last is True

    @property
    def deed(self) -> Array:
        """(C,) index of each candidate's deed in `deeds`."""
        return self.plan.deed

    @property
    def deeds(self) -> tuple[str, ...]:
        """The keys of all deeds, in the order that `deed` counts them."""
        return self.plan.deeds

    @property
    def price(self) -> Array:
        """(C, 3) staff, money and political will of each candidate."""
        return self.plan.price

    @cached_property
    def ways(self) -> Array:
        """(L, G) bool: which ways are open; candidates of one way are open together."""
        ways = self.truth[self.plan.asked[:, 0]]
        for column in self.plan.asked.T[1:]:
            ways &= self.truth[column]
        return ways

    def open(self) -> Array:
        """Return (G, C) bool: whether the needs of each candidate hold."""
        return np.asarray(self.ways[self.plan.way].T)

    def allowed(self) -> Array:
        """Return (G, C) bool: open, and paid for by what the seat has now."""
        paid = (self.stocks[:, None, :] >= self.plan.price[None, :, :]).all(axis=2)
        return self.open() & paid

    def reason(self, candidate: int, game: int = 0) -> str:
        """Return why a candidate is closed, '' if it is allowed."""
        way = self.plan.way[candidate]
        for answer, rank in zip(self.plan.asked[way], self.plan.rank[way], strict=True):
            if not self.truth[answer, game]:
                reasons = self.plan.rulebook_reasons[int(self.plan.deed[candidate])]
                return t_now(reasons[int(rank)])
        short = np.flatnonzero(self.stocks[game] < self.plan.price[candidate])
        if len(short):
            need, left = self.plan.price[candidate][short[0]], self.stocks[game][short[0]]
            return t_now(SHORT[int(short[0])], need=f"{need:g}", left=f"{left:g}")
        return ""

    def order(self, candidate: int) -> Order:
        """Return a candidate as an order in words."""
        deed = self.deeds[int(self.plan.deed[candidate])]
        card = self.booklet.moves[deed]
        places = (self.plan.target, self.plan.about, self.plan.via)
        words = [
            self.booklet.keys[axis][int(place[candidate])] if axis else None
            for axis, place in zip((card.target, card.about, card.via), places, strict=True)
        ]
        return Order(self.plan.seat, deed, words[0], words[1], words[2])

    def find(self, order: Order) -> int | None:
        """Return the candidate that an order in words means, None if there is none."""
        return self._by_words.get((order.move, order.target, order.about, order.via))

    @cached_property
    def _by_words(self) -> dict[tuple[str, str | None, str | None, str | None], int]:
        found = {}
        for candidate in range(len(self.plan.deed)):
            order = self.order(candidate)
            found[order.move, order.target, order.about, order.via] = candidate
        return found


def plan_menu(rulebook: Rulebook, booklet: Booklet) -> Plan:
    """Return everything a seat could ever order, impossible combinations left out."""
    me = rulebook.keys["actor"].index(booklet.me)
    deed, *operands = _combinations(rulebook, me)
    columns = (np.full(len(deed), me), *operands)
    keep = _possible(rulebook, me, deed, columns)
    deed, columns = deed[keep], tuple(column[keep] for column in columns)
    questions, asked, rank = _questions(rulebook, deed, columns)
    signs = np.concatenate([deed[:, None], asked, rank], axis=1)
    ways, way = np.unique(signs, axis=0, return_inverse=True)
    order = np.argsort(way.reshape(-1), kind="stable")
    deed, way = deed[order], way.reshape(-1)[order]
    columns = tuple(column[order] for column in columns)
    most = asked.shape[1]
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
        asked=ways[:, 1 : most + 1],
        rank=ways[:, most + 1 :],
        questions=questions,
        rulebook_reasons=tuple(one.reasons for one in rulebook.deeds),
    )


def open_menu(plan: Plan, rulebook: Rulebook, sight: Sight, booklet: Booklet, seen: Array) -> Menu:
    """Return the menu of a seat that sees `seen` (G, V + 1)."""
    answers = []
    for question in plan.questions:
        frame = Frame(
            seen,
            rulebook.tables,
            question.operands,
            pick=question.pick,
            column=sight.column,
            memo=question.memo,
        )
        value = evaluate(frame, question.group.formula)
        answers.append(np.broadcast_to(value != 0, (len(question.pick), len(seen))))
    truth = np.concatenate([*answers, np.ones((1, len(seen)), dtype=bool)])
    me = rulebook.keys["actor"].index(booklet.me)
    cells = [rulebook.layout.address(name, me) for name in ("staff", "money", "political")]
    return Menu(plan, booklet, seen.T[sight.column[cells]].T, truth)


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
        if _stores(group.formula.shape) & {Store.CELL}:
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
    needs: list[list[tuple[int, int]]] = [[] for _ in range(len(deed))]
    questions = []
    count = 0
    for group in rulebook.needs:
        if not _stores(group.formula.shape) & {Store.CELL}:
            continue
        row, owner = _rows_of(group, deed)
        used = sorted(_columns(group.formula.shape))
        signs = np.stack([owner, *(columns[column][row] for column in used)], axis=1)
        _, first, back = np.unique(signs, axis=0, return_index=True, return_inverse=True)
        operands = tuple(column[row[first]] for column in columns)
        questions.append(Question(group, owner[first], operands))
        for candidate, answer, need in zip(row, back.reshape(-1) + count, owner, strict=True):
            needs[int(candidate)].append((int(group.rank[need]), int(answer)))
        count += len(first)
    most = max([1, *(len(one) for one in needs)])
    padded = [sorted(one) + [(0, count)] * (most - len(one)) for one in needs]
    table = np.array(padded, dtype=np.int64).reshape(len(deed), most, 2)
    return tuple(questions), table[:, :, 1], table[:, :, 0]


def _stores(shape: Shape) -> set[Store]:
    match shape:
        case Constant():
            return set()
        case Leaf():
            return {shape.store}
        case Apply(_, args):
            return {store for arg in args for store in _stores(arg)}
        case Over():
            weight = set() if shape.weight is None else _stores(shape.weight)
            return _stores(shape.body) | weight
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
