"""The table: seats held by people or stand-ins, and the journal that keeps their game.

`begin` and `resume` lay a `Table`; a screen gets one of its places and nothing else. What people
and stand-ins hand in is on the disk before a turn is played, so no game is lost and each can be
played again and proved.
"""

from game.engine import InvalidOrder
from game.session.account import account
from game.session.asking import NoSuchNumber, ask_why
from game.session.branch import branch
from game.session.clock import Clock
from game.session.demonstration import demonstration, watch
from game.session.doings import holder_name, tell_intervention
from game.session.facilitation import Facilitation
from game.session.hotseat import Chair, HotSeat
from game.session.overview import Beside, Foreseen, SeatState
from game.session.pins import Pins, WrongPin
from game.session.place import Place
from game.session.proposals import NotDone
from game.session.reading import JournalRefused, Reading, dump, read
from game.session.retrace import Verdict, verify
from game.session.runbook import Planned
from game.session.shelf import default_journal_path
from game.session.stand_ins import seated
from game.session.store import Journal
from game.session.table import Table, begin, resume
from game.session.whitecell import WhiteCell

__all__ = [
    "Beside",
    "Chair",
    "Clock",
    "Facilitation",
    "Foreseen",
    "HotSeat",
    "InvalidOrder",
    "Journal",
    "JournalRefused",
    "NoSuchNumber",
    "NotDone",
    "Pins",
    "Place",
    "Planned",
    "Reading",
    "SeatState",
    "Table",
    "Verdict",
    "WhiteCell",
    "WrongPin",
    "account",
    "ask_why",
    "begin",
    "branch",
    "default_journal_path",
    "demonstration",
    "dump",
    "holder_name",
    "read",
    "resume",
    "seated",
    "tell_intervention",
    "verify",
    "watch",
]
