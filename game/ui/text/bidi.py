"""The direction of text, after the Unicode bidirectional algorithm (UAX #9).

`14:30` inside an Arabic sentence must stay 14:30: SDL would turn the digits of a whole line round,
so lines are cut into stretches of one direction first. The letters' classes come from Python's
`unicodedata`; which brackets pair is worked out from it once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from game.ui.text.brackets import resolve_brackets
from game.ui.text.sequences import Sequence, sequences

SIGN = re.compile(r"(?<![\w)\]])[-+\u2212\u00b1](?=\d)")  # worth a figure
STRONG_RTL = ("R", "AL")
NEUTRAL = {"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"}
ISOLATES = ("LRI", "RLI", "FSI")
REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
DEEPEST = 125
CONTROLS = dict.fromkeys(
    [0xE000, 0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
MIXED = {"R", "AL", "AN", "RLE", "RLO", "RLI"}  # without any of these a text runs left to right


def shown(text: str) -> str:
    """The letters that are drawn: no direction controls, no sign for bold."""
    return text if text.isascii() else text.translate(CONTROLS)


def base_is_rtl(text: str) -> bool:
    """Whether the first strong letter outside isolates is right-to-left (rules P2 and P3)."""
    return not text.isascii() and _first_strong(_classes(text), 0, len(text)) == 1


def has_rtl(text: str) -> bool:
    """Whether any letter is right-to-left."""
    return not text.isascii() and any(kind in STRONG_RTL for kind in _classes(text))


def visual_runs(text: str, rtl: bool, *, signs: bool = False) -> list[tuple[int, int, bool]]:
    """Stretches (start, end, right-to-left) in the order in which they are seen, left first.

    With `signs` a plus or minus before a figure belongs to it, which the algorithm leaves to
    "higher protocols" (HL4): -5 must not turn into 5-.
    """
    if not text:
        return []
    if not rtl and (text.isascii() or not MIXED.intersection(_classes(text))):
        return [(0, len(text), False)]
    if signs:
        text = SIGN.sub("0", text)
    found = levels(text, 1 if rtl else 0)
    runs: list[list[int]] = []
    for at, level in enumerate(found):
        if runs and runs[-1][2] == level:
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1, level])
    _reorder(runs)
    return [(start, end, level % 2 == 1) for start, end, level in runs]


def _reorder(runs: list[list[int]]) -> None:
    """Rule L2: from the highest level down, turn round every row of runs at it or above."""
    highest = max(level for _, _, level in runs)
    lowest_odd = min((level for _, _, level in runs if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        start = None
        for at, run in enumerate([*runs, [0, 0, -1]]):
            if run[2] >= level and start is None:
                start = at
            elif run[2] < level and start is not None:
                runs[start:at] = runs[start:at][::-1]
                start = None


@lru_cache(maxsize=4096)
def levels(text: str, base: int) -> tuple[int, ...]:
    """The level of each letter of one line of one paragraph; odd levels run right to left.

    Letters that the algorithm removes (X9) get the level of what stands before them.
    """
    original = _classes(text)
    kinds = list(original)
    found = _explicit(kinds, base)
    keep = [at for at, kind in enumerate(original) if kind not in REMOVED]
    for sequence in sequences(original, found, keep, base):
        _weak(kinds, sequence)
        resolve_brackets(text, kinds, sequence)
        _neutral(kinds, sequence)
        for at in sequence.places:
            found[at] = _implicit(kinds[at], found[at])
    _line_end(original, found, base)
    before = base
    for at, kind in enumerate(original):
        if kind in REMOVED:
            found[at] = before
        before = found[at]
    return tuple(found)


def _classes(text: str) -> list[str]:
    """The bidirectional class of each letter; unassigned ones count as left-to-right."""
    return [unicodedata.bidirectional(char) or "L" for char in text]


def _first_strong(kinds: list[str], start: int, end: int) -> int:
    """0 or 1 after the first strong letter of a stretch, isolates passed over; 0 without one."""
    depth = 0
    for kind in kinds[start:end]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and start:
                return 0
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
        elif kind == "B" and start:
            return 0
    return 0


def _explicit(kinds: list[str], base: int) -> list[int]:
    """Rules X1 to X8: levels from embeddings, overrides and isolates. Overrides change `kinds`."""
    found = [base] * len(kinds)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    lost_isolates = lost_embeddings = isolates = 0
    for at, kind in enumerate(list(kinds)):
        level, override, _ = stack[-1]
        found[at] = level
        if kind in ("RLE", "LRE", "RLO", "LRO"):
            deeper = _next_level(level, rtl=kind[0] == "R")
            if deeper <= DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append((deeper, kind[0] if kind.endswith("O") else "", False))
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind in ISOLATES:
            kinds[at] = override or kind
            rtl = kind == "RLI" or (kind == "FSI" and _first_strong(kinds, at + 1, len(kinds)) == 1)
            deeper = _next_level(level, rtl=rtl)
            if deeper <= DEEPEST and not lost_isolates and not lost_embeddings:
                isolates += 1
                stack.append((deeper, "", True))
            else:
                lost_isolates += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif isolates:
                lost_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                isolates -= 1
            found[at] = stack[-1][0]
            kinds[at] = stack[-1][1] or kind
        elif kind == "PDF":
            if not lost_isolates and lost_embeddings:
                lost_embeddings -= 1
            elif not lost_isolates and not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            found[at] = base
        elif override and kind != "BN":
            kinds[at] = override
    return found


def _next_level(level: int, *, rtl: bool) -> int:
    """The next odd or even level."""
    return level + 1 + int((level + 1) % 2 != int(rtl))


def _weak(kinds: list[str], sequence: Sequence) -> None:
    """Rules W1 to W7: marks, numbers and what stands beside them."""
    places = sequence.places
    before, strong = sequence.start, sequence.start
    for at in places:
        kind = kinds[at]
        if kind == "NSM":  # W1
            kind = "ON" if before in (*ISOLATES, "PDI") else before
        before = kinds[at] if kinds[at] in (*ISOLATES, "PDI") else kind
        if kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[at] = kind
    for at in places:  # W3
        kinds[at] = "R" if kinds[at] == "AL" else kinds[at]
    for one, at, other in zip(places, places[1:], places[2:], strict=False):  # W4
        around = kinds[one] if kinds[one] == kinds[other] else ""
        if (kinds[at] == "ES" and around == "EN") or (kinds[at] == "CS" and around in ("EN", "AN")):
            kinds[at] = around
    _terminators(kinds, places)
    strong = sequence.start
    for at in places:
        if kinds[at] in ("ES", "ET", "CS"):  # W6
            kinds[at] = "ON"
        elif kinds[at] in ("L", "R"):
            strong = kinds[at]
        elif kinds[at] == "EN" and strong == "L":  # W7
            kinds[at] = "L"


def _terminators(kinds: list[str], places: list[int]) -> None:
    """Rule W5: signs beside a European number belong to it."""
    for row in (places, places[::-1]):
        number = False
        for at in row:
            if kinds[at] == "ET" and number:
                kinds[at] = "EN"
            number = kinds[at] == "EN"


def _neutral(kinds: list[str], sequence: Sequence) -> None:
    """Rules N1 and N2: neutral letters take the direction of both sides, else that of the level."""
    places = sequence.places
    embedding = "R" if sequence.level % 2 else "L"
    at = 0
    before = sequence.start
    while at < len(places):
        if kinds[places[at]] not in NEUTRAL:
            before = _side(kinds[places[at]])
            at += 1
            continue
        end = at
        while end < len(places) and kinds[places[end]] in NEUTRAL:
            end += 1
        after = _side(kinds[places[end]]) if end < len(places) else sequence.end
        for place in places[at:end]:
            kinds[place] = before if before == after else embedding
        at = end


def _side(kind: str) -> str:
    """The direction that a strong letter or a number stands for."""
    return "L" if kind == "L" else "R"


def _implicit(kind: str, level: int) -> int:
    """Rules I1 and I2."""
    if level % 2:
        return level + (kind in ("L", "EN", "AN"))
    return level + (1 if kind == "R" else 2 if kind in ("AN", "EN") else 0)


def _line_end(original: list[str], found: list[int], base: int) -> None:
    """Rule L1: separators, and blanks before them or at the end, go back to the base."""
    blank = True
    for at in range(len(original) - 1, -1, -1):
        kind = original[at]
        if kind in ("B", "S"):
            blank = True
            found[at] = base
        elif kind in ("WS", "PDI", *ISOLATES):
            found[at] = base if blank else found[at]
        elif kind not in REMOVED:
            blank = False
