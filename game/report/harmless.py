"""Texts of strangers made harmless for a page: names and notes come from scenarios and players.

Markup is escaped where a page is written; what is left are signs that no markup holds: control
characters, halves of characters, and signs that turn the direction of all that follows.
"""

import unicodedata

TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
KEPT = "\n\t"


def harmless(text: str) -> str:
    """The text without control characters, halves of characters and turners of direction."""
    return "".join(sign for sign in text if sign in KEPT or not _is_unwanted(sign))


def one_line(text: str) -> str:
    """The text as one harmless line."""
    return " ".join(harmless(text).split())


def css_string(text: str) -> str:
    """The text as a string of a style sheet: every sign but letters and figures is a number."""
    safe = (c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in one_line(text))
    return f'"{"".join(safe)}"'


def _is_unwanted(sign: str) -> bool:
    return sign in TURNERS or unicodedata.category(sign) in {"Cc", "Cs", "Cn"}
