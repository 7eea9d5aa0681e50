"""Letters and the marks that stand on them: no caret goes between the two."""

from __future__ import annotations

import unicodedata

JOINERS = "\u200d\ufe0e\ufe0f"  # what joins letters, or chooses how one is drawn


def is_mark(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.category(char) in ("Mn", "Me") or char in JOINERS
