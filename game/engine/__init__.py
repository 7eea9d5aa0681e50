"""The clockwork: a world of games, orders, effects, the ledger of causes, chance, and the turn.

It knows what a move is and not which moves exist: it is handed a compiled `Rulebook`. Everything
here takes values and returns values; nothing reads a file, a clock or a generator.
"""

from game.engine.byhand import attained_now, due_at, give_now, set_cells
from game.engine.chance import run_seeds
from game.engine.endings import ending_names
from game.engine.events import Events, Kind, Void, gather, no_events
from game.engine.ledger import FACILITATOR, Cause, Entry, Ledger
from game.engine.orders import Order, Orders, no_orders
from game.engine.reading import InvalidOrder, read_orders, write_orders
from game.engine.rulebook import Rulebook
from game.engine.starting import start
from game.engine.turn import close_turn, open_turn
from game.engine.world import RUNNING, World, state_hash

__all__ = [
    "FACILITATOR",
    "RUNNING",
    "Cause",
    "Entry",
    "Events",
    "InvalidOrder",
    "Kind",
    "Ledger",
    "Order",
    "Orders",
    "Rulebook",
    "Void",
    "World",
    "attained_now",
    "close_turn",
    "due_at",
    "ending_names",
    "gather",
    "give_now",
    "no_events",
    "no_orders",
    "open_turn",
    "read_orders",
    "run_seeds",
    "set_cells",
    "start",
    "state_hash",
    "write_orders",
]
