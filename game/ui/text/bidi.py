"""The direction of text: which stretches of a line run right to left, and in which order.

The interface is that of the Unicode bidirectional algorithm (UAX #9); see `visual_runs`.
"""

from __future__ import annotations

import unicodedata

STRONG_RTL = ("R", "AL")
CONTROLS = dict.fromkeys(
    [0xE000, 0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


def base_is_rtl(text: str) -> bool:
    """Whether the first strong letter of a paragraph is right-to-left (rules P2 and P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return False
        if kind in STRONG_RTL:
            return True
    return False


def visual_runs(text: str, rtl: bool) -> list[tuple[int, int, bool]]:
    """Stretches (start, end, right-to-left) in the order in which they are seen, left first."""
    if not text:
        return []
    return [(0, len(text), rtl)]


def shown(text: str, rtl: bool) -> str:
    """The letters that are drawn: no direction controls."""
    del rtl
    return text if text.isascii() else text.translate(CONTROLS)
