"""Texts of strangers made harmless before they reach a terminal or a journal.

A terminal obeys control characters, and signs that turn the direction of writing can make a line
read as another; both may stand in a scenario, in a journal, and in what players write.
"""

import re
import unicodedata

TURNERS = "\u202a-\u202e\u2066-\u2069"  # they turn the direction of whatever follows
OBEYED = re.compile(f"[\x7f-\x9f{TURNERS}\u2028\u2029]")  # what JSON leaves as it is


def storable(text: str) -> str:
    """The text without control characters and halves of characters; line ends stay."""
    kept = (sign for sign in text if sign == "\n" or not _is_control(sign))
    return "".join(kept).strip()


def one_line(text: str) -> str:
    """The text as one line that no terminal obeys."""
    turned = re.sub(f"[{TURNERS}]", "", " ".join(text.split()))
    return "".join(sign for sign in turned if not _is_control(sign))


def escaped(json_line: str) -> str:
    """A line of JSON with everything escaped that a terminal might obey; it means the same."""
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", json_line)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"}
