"""The table: seats held by people or stand-ins, and the journal that keeps their game.

`begin` and `resume` lay a `Table`; a screen gets one of its places and nothing else. What people
and stand-ins hand in is on the disk before a turn is played, so no game is lost and each can be
played again and proved.
"""

from game.engine import InvalidOrder
from game.session.account import account
from game.session.asking import NoSuchNumber, ask_why
from game.session.demonstration import demonstration, watch
from game.session.place import Place
from game.session.reading import JournalRefused, Reading, dump, read
from game.session.retrace import Verdict, verify
from game.session.shelf import default_journal_path
from game.session.stand_ins import seated
from game.session.store import Journal
from game.session.table import Table, begin, resume

__all__ = [
    "InvalidOrder",
    "Journal",
    "JournalRefused",
    "NoSuchNumber",
    "Place",
    "Reading",
    "Table",
    "Verdict",
    "account",
    "ask_why",
    "begin",
    "default_journal_path",
    "demonstration",
    "dump",
    "read",
    "resume",
    "seated",
    "verify",
    "watch",
]
