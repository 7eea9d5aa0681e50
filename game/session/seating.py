"""Who holds each seat, and which sheets wait: read from the journal, which is the only memory."""

from collections.abc import Iterable
from dataclasses import replace

from game.engine import Order
from game.engine.journal import Header, Intervention, Record, SheetRecord, TurnRecord

Sheet = tuple[Order, ...]


def holders(header: Header, hands: Iterable[Intervention]) -> dict[str, str]:
    """Who holds each seat after all that was done by hand."""
    found = dict(header.seats)
    for done in hands:
        if done.kind == "seat" and done.data.get("seat") in found:
            found[str(done.data["seat"])] = str(done.data["to"])
    return found


def waiting_sheets(records: Iterable[Record], turn: int) -> dict[str, Sheet]:
    """The sheets that were in for a turn that was not played, as the facilitator left them."""
    found: dict[str, Sheet] = {}
    for row in records:
        match row:
            case SheetRecord(turn=number, seat=seat, orders=orders) if number == turn:
                found[seat] = orders
            case Intervention(turn=number, kind="order") if number == turn:
                seat = str(row.data["seat"])
                found[seat] = with_struck(found.get(seat, ()), row)
            case TurnRecord():
                found = {}
    return found


def with_struck(sheet: Sheet, done: Intervention) -> Sheet:
    """A sheet after one of its orders was struck, or another put in its place."""
    struck = int(done.data["number"])
    put = done.data.get("put")
    kept = [order for place, order in enumerate(sheet, start=1) if place != struck]
    if put is not None:
        kept.insert(struck - 1, Order(**put))
    return tuple(replace(order) for order in kept)
