"""What a seat hears when the facilitator struck an order from its sealed sheet.

It knows what it ordered, so it may know that this was not done; why is for the debrief.
"""

from game.engine.orders import Order
from game.engine.reading import read_orders
from game.engine.rulebook import Rulebook
from game.language import t, t_later
from game.scenario import Scenario
from game.views.booklet import Booklet
from game.views.told import Told
from game.views.wording import Wording


def tell_struck(
    scenario: Scenario, rulebook: Rulebook, booklet: Booklet, order: Order, turn: int
) -> Told:
    """Return what the seat of a struck order is told of it."""
    rows = read_orders(rulebook, [order])
    operands = (int(rows.target[0]), int(rows.about[0]), int(rows.via[0]))
    said = Wording(scenario, rulebook, booklet).deed(int(rows.deed[0]), operands)
    text = t("Struck by the facilitator, at no cost: {deed}.", deed=said)
    source = t_later("known exactly")
    who = (booklet.me, order.target, order.via)
    return Told(turn, "void", *who, text, source, "", mine=True, deed=order.move)
