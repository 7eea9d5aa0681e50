"""Which orders of a sheet are void, and why: each reason asked of all before the next is asked."""

from tests.oracle.words import value

NOT_YOURS, TOO_MANY, TWICE, UNPAID, NEED = 1, 2, 3, 4, 5  # as in game.engine.events.Void


def refusals(scene, numbers, rows, allowed):
    """The reason why each order is void, None where it stands; the numbers are what seats saw."""
    reasons = [None if _possible(scene, row) else NOT_YOURS for row in rows]
    for place, row in enumerate(rows):
        before = [one for one, why in zip(rows, reasons, strict=True) if why is None]
        if reasons[place] is None and any(row.same_as(one) for one in _until(before, row)):
            reasons[place] = TWICE
    for sheet in _sheets(rows, reasons):
        for place in sheet[allowed:]:
            reasons[place] = TOO_MANY
    for place, row in enumerate(rows):
        if reasons[place] is None:
            reasons[place] = _need(scene, numbers, row)
    for sheet in _sheets(rows, reasons):
        me = rows[sheet[0]].me
        purse = {stock: numbers[stock, me] for stock in ("staff", "money", "political")}
        for place in sheet:
            price = rows[place].deed.price
            if any(purse[stock] < price[stock] for stock in purse):
                reasons[place] = UNPAID
            else:
                purse = {stock: purse[stock] - price[stock] for stock in purse}
    return reasons


def _possible(scene, row):
    """Whether this kind of actor may do it, with operands that exist."""
    kind = scene.content.actors[row.me].kind
    for role, operand in zip(("target", "about", "via"), row.operands, strict=True):
        axis = row.deed.axes.get(role)
        if (operand is not None) if axis is None else (operand not in scene.keys[axis]):
            return False
    return not row.deed.by or kind in row.deed.by


def _until(rows, row):
    """The rows that stand before this one."""
    for one in rows:
        if one is row:
            return
        yield one


def _sheets(rows, reasons):
    """The places of each seat's orders that stand so far."""
    seats = dict.fromkeys(row.seat for row in rows)
    for seat in seats:
        places = [p for p, row in enumerate(rows) if row.seat == seat and reasons[p] is None]
        if places:
            yield places


def _need(scene, numbers, row):
    """The number of the first need that does not hold."""
    mind = row.mind(scene, numbers)
    for rank, need in enumerate(row.deed.needs):
        if not value(need, mind):
            return NEED + rank
    return None
