"""Words and cells that several parts of a review's page share."""

from collections.abc import Sequence
from typing import TypeVar

from game.language import t
from game.report.blocks import Cell
from game.report.model import Came, Change, Hand, OrderPart, Review

T = TypeVar("T")


def names_of(review: Review) -> dict[str, str]:
    """What the seats are called."""
    return {seat.key: seat.name for seat in review.seats}


def people_of(review: Review) -> tuple[str, ...]:
    """The seats that people held; all of them where nobody did. A copy is of its own seat."""
    if review.seat:
        return (review.seat,)
    people = tuple(seat.key for seat in review.seats if seat.person)
    return people or tuple(seat.key for seat in review.seats)


def for_reader(review: Review, row: tuple[T, ...], seat: int) -> tuple[T, ...]:
    """A row or heads without the column of the seat, in the copy of one seat."""
    return row[:seat] + row[seat + 1 :] if review.seat else row


def hand_words(hand: Hand) -> str:
    """What was done by hand; what its reader may not know is only said to have been done."""
    if hand.what:
        return hand.what
    return t("A moment was marked") if hand.kind == "mark" else t("Something was done by hand")


def line(who: str, text: str, to: Sequence[str] = ()) -> str:
    """Something told, with its source and to whom, where not to all."""
    said = f"{who}: {text}" if who else text
    return t("{said} (to {seats})", said=said, seats=", ".join(to)) if to else said


def stacked(lines: Sequence[str]) -> Cell:
    """Lines in one cell."""
    return Cell(lines[0], more=tuple(lines[1:])) if lines else Cell("")


def fate_words(fate: str) -> str:
    """What became of an order, in a word."""
    return {
        "done": t("done"),
        "failed": t("failed"),
        "void": t("void"),
        "waits": t("waits for the other side"),
        "broken off": t("broken off"),
    }.get(fate, t("not known"))


def effect_words(order: OrderPart, change: Change) -> str:
    """What an order moved, with its turn where that is a later one."""
    said = f"{change.name} {change.change}"
    if change.turn == order.turn:
        return said
    return t("{effect} in turn {turn}", effect=said, turn=change.turn)


def came_words(came: Came) -> str:
    """What was decided, in a word."""
    return {"yes": t("yes"), "no": t("no"), "cannot": t("cannot be said"), "": t("not decided")}[
        came
    ]
