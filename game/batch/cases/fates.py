"""What became of the orders of one game in one turn, in the order of each sheet.

Events name no line of a sheet; seat, deed and operands do, because a sheet holds an order once: a
second one of the same words is void.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine import Events, Kind, Orders, Rulebook, Void
from game.views.wording import VOID_REASONS

IGNORED = "ignored"  # an order of a game that had ended
OUTCOMES = {
    Kind.DONE: "done",
    Kind.FAILED: "failed",
    Kind.VOID: "void",
    Kind.STANDING: "standing",
    Kind.BROKEN_OFF: "broken off",
}
Line = tuple[int, ...]  # seat, deed, target, about, via


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an order or of running work: the outcome, why if it is void, the deed."""

    outcome: str
    reason: str
    deed: str


Fates = Mapping[str, tuple[Became, ...]]  # by seat


def fates(rulebook: Rulebook, orders: Orders, events: Events) -> tuple[Fates, Fates]:
    """Return what became of each order, by seat in the order of its sheet, and of earlier work.

    Both speak of the first game only. Of two equal lines, a new order has its event before one
    that stood, and an order that acted stands before those that are void.
    """
    acted, void, work = _sorted(rulebook, events)
    columns = (orders.seat, orders.deed, orders.target, orders.about, orders.via)
    lines: list[Line] = [
        tuple(int(column[row]) for column in columns) for row in range(len(orders))
    ]
    found: dict[Line, list[Became]] = {}
    for line in dict.fromkeys(lines):
        here, refused = acted.pop(line, []), void.get(line, [])
        new = lines.count(line) - len(refused)
        found[line] = [*here[:new], *refused]
        work += [(line[0], one) for one in here[new:]]
    work += [(line[0], one) for line, rest in acted.items() for one in rest]
    sheets = []
    for line in lines:
        left, nothing = found[line], Became(IGNORED, "", rulebook.deeds[line[1]].key)
        sheets.append((line[0], left.pop(0) if left else nothing))
    return _by_seat(rulebook, sheets), _by_seat(rulebook, work)


Found = dict[Line, list[Became]]


def _sorted(rulebook: Rulebook, events: Events) -> tuple[Found, Found, list[tuple[int, Became]]]:
    """Return the events of orders that acted, of void ones, and of later stages."""
    acted: Found = {}
    void: Found = {}
    later: list[tuple[int, Became]] = []
    for row in range(len(events)):
        kind = Kind(int(events.kind[row]))
        if kind not in OUTCOMES:
            continue
        what, seat = int(events.what[row]), int(events.seat[row])
        deed = what if kind is Kind.VOID else int(rulebook.table.stage_deed[what])
        reason = _reason(rulebook, deed, int(events.reason[row])) if kind is Kind.VOID else ""
        became = Became(OUTCOMES[kind], reason, rulebook.deeds[deed].key)
        if what != deed:
            later.append((seat, became))
            continue
        operands = (events.target, events.about, events.via)
        line = (seat, deed, *(int(column[row]) for column in operands))
        (void if kind is Kind.VOID else acted).setdefault(line, []).append(became)
    return acted, void, later


def _reason(rulebook: Rulebook, deed: int, why: int) -> str:
    if why >= Void.NEED:
        return rulebook.deeds[deed].reasons[why - Void.NEED]
    return VOID_REASONS[Void(why)]


def _by_seat(rulebook: Rulebook, found: list[tuple[int, Became]]) -> Fates:
    seats: dict[str, list[Became]] = {}
    for seat, became in sorted(found, key=lambda pair: pair[0]):
        seats.setdefault(rulebook.keys["seat"][seat], []).append(became)
    return {seat: tuple(all_of) for seat, all_of in seats.items()}
