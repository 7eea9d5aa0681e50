"""Brackets in mixed text (UAX #9, rule N0): a pair takes one direction, so that it stays a pair."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.text.sequences import Sequence

MOST_OPEN = 63
CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
CROSSED = {"\u298d": "\u2990", "\u298f": "\u298e"}  # pairs that are no neighbors
BLOCKS = ((0x28, 0x7E), (0xF3A, 0xF3E), (0x169B, 0x169D), (0x2045, 0x208F), (0x2308, 0x232B),
          (0x2768, 0x2776), (0x27C5, 0x27F0), (0x2983, 0x29FE), (0x2E22, 0x2E5D), (0x3008, 0x301C),
          (0xFE59, 0xFE5F), (0xFF08, 0xFF64))  # fmt: skip


@lru_cache(maxsize=1)
def pairs() -> dict[str, str]:
    """Each opening bracket with its closing one."""
    found = dict(CROSSED)
    for first, last in BLOCKS:
        waiting = ""
        for code in range(first, last):
            char = chr(code)
            kind = unicodedata.category(char) if unicodedata.mirrored(char) else ""
            if kind == "Ps" and char not in CROSSED:
                waiting = char
            elif kind == "Pe" and waiting and char not in CROSSED.values():
                found[waiting] = char
                waiting = ""
    return found


def resolve_brackets(text: str, kinds: list[str], sequence: Sequence) -> None:
    """Give both brackets of each pair in a sequence their direction."""
    embedding = "R" if sequence.level % 2 else "L"
    for first, last in _found(text, kinds, sequence.places):
        inside = {_strong(kinds[at]) for at in sequence.places if first < at < last}
        if embedding in inside:
            side = embedding
        elif inside & {"L", "R"}:
            side = _before(kinds, sequence, first)
            side = side if side != embedding else embedding
        else:
            continue
        for at in (first, last):
            kinds[at] = side
            _marks_after(text, kinds, sequence, at, side)


def _found(text: str, kinds: list[str], places: list[int]) -> list[tuple[int, int]]:
    """Pairs of places, by the opening one (BD16)."""
    closing = pairs()
    open_ones: list[tuple[str, int]] = []
    found = []
    for at in places:
        char = CANONICAL.get(text[at], text[at])
        if kinds[at] != "ON":
            continue
        if char in closing:
            if len(open_ones) == MOST_OPEN:
                return []
            open_ones.append((CANONICAL.get(closing[char], closing[char]), at))
        else:
            match = next(
                (n for n in range(len(open_ones) - 1, -1, -1) if open_ones[n][0] == char), -1
            )
            if match >= 0:
                found.append((open_ones[match][1], at))
                del open_ones[match:]
    return sorted(found)


def _strong(kind: str) -> str:
    """The direction of a letter; numbers count as right-to-left here."""
    return "R" if kind in ("R", "AL", "EN", "AN") else kind


def _before(kinds: list[str], sequence: Sequence, place: int) -> str:
    """The direction of the last strong letter before a place."""
    for at in reversed([p for p in sequence.places if p < place]):
        if _strong(kinds[at]) in ("L", "R"):
            return _strong(kinds[at])
    return sequence.start


def _marks_after(text: str, kinds: list[str], sequence: Sequence, place: int, side: str) -> None:
    """Marks that follow a bracket go with it."""
    for at in sequence.places:
        if at > place:
            if unicodedata.bidirectional(text[at]) != "NSM":
                return
            kinds[at] = side
