"""The mail room: what was played, in the formats that other programs of the field read.

Acts (orders and what became of them) come from the tables of a batch; each format is one module
that turns them into text and knows nothing of the others.
"""

from game.exchange.acts import Act, ExchangeError, acts_of, scenario_of
from game.exchange.formats import FORMATS, export
from game.exchange.sheets import write_sheets

__all__ = ["FORMATS", "Act", "ExchangeError", "acts_of", "export", "scenario_of", "write_sheets"]
