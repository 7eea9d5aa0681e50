"""The table: seats held by people or stand-ins, and the journal that keeps their game."""

from game.session.reading import JournalRefused, Reading, dump, read
from game.session.store import Journal

__all__ = ["Journal", "JournalRefused", "Reading", "dump", "read"]
