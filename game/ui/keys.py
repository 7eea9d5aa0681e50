"""The keys of every page, in one table: what `?` shows, and what the tests press.

A page is known by the name of its class. A row is the keys as they are pressed in a test, and what
they do; several keys that belong together share a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.language import t_later


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys, as `Driver.press` names them, and what they do."""

    press: tuple[str, ...]
    does: str


def _row(press: str, does: str) -> Keys:
    return Keys(tuple(press.split()), does)


EVERYWHERE = (
    _row("tab shift+tab", t_later("the next control, the one before")),
    _row("f6 shift+f6", t_later("the next panel, the one before")),
    _row("enter space", t_later("do it, choose it")),
    _row("esc", t_later("close what is open, or go back")),
    _row("ctrl++ ctrl+- ctrl+0", t_later("larger, smaller, as large as fits")),
    _row("?", t_later("these keys")),
    _row("f1", t_later("what the words mean")),
    _row("f2", t_later("leave the guide, or call it")),
    _row("f3", t_later("the guide goes on")),
    _row("ctrl+l f9", t_later("on a shared laptop: drop the curtain, call the facilitator")),
    _row("f10", t_later("settings: colors, size, motion, language")),
    _row("f11", t_later("the whole screen, or a window")),
)
WRITING = (
    _row("ctrl+z ctrl+y", t_later("take back, do again")),
    _row("ctrl+c ctrl+x ctrl+v", t_later("copy, cut, paste")),
    _row("ctrl+a", t_later("choose all of the text")),
)
PAGES: dict[str, tuple[Keys, ...]] = {
    "Launcher": (
        _row("left right up down", t_later("another scenario")),
        _row("enter", t_later("choose seats and begin")),
        _row("c", t_later("go on with the last game")),
        _row("1 2 3 4", t_later("how to play: alone, hot seat, facilitator, watch")),
        _row("/", t_later("find a scenario")),
        _row("o", t_later("open a file")),
        _row("w", t_later("how to write a scenario")),
        _row("s", t_later("settings: colors, size, motion, language")),
    ),
    "Debrief": (
        _row("left right", t_later("the turn before, the next turn")),
        _row("shift+left shift+right", t_later("the marked moment before, the next one")),
        _row("space", t_later("play the turns, or stop")),
        _row("1 2 3 4", t_later("planned, happened, why, keep or change")),
        _row("q", t_later("the next question")),
        _row("s", t_later("another seat")),
        _row("c", t_later("the curve, or its table")),
        _row("w", t_later("all about the order in focus")),
        _row("y n x", t_later("it came true, it did not, it cannot be said")),
        _row("p", t_later("the other colors, for a projector")),
        _row("esc", t_later("leave the debrief")),
    ),
    "Lobby": (
        _row("up down", t_later("another seat")),
        _row("space", t_later("somebody sits here, or nobody")),
        _row("enter", t_later("sit down and begin")),
        _row("esc", t_later("back")),
    ),
    "Briefing": (
        _row("1 2 3 4", t_later("a section of the briefing")),
        _row("pageup pagedown up down", t_later("read on, or back")),
        _row("enter", t_later("take the seat")),
    ),
    "Desk": (
        _row("m", t_later("the map, large")),
        _row("t", t_later("ties as a table instead of the map")),
        _row("f i l", t_later("the feed, the inbox, the turns")),
        _row("y", t_later("your objectives")),
        _row("g", t_later("the ladder of tension, and ways down from it")),
        _row("o", t_later("the sheet of orders")),
        _row("/", t_later("find a move")),
        _row("1 2 3", t_later("the first, second or third order")),
        _row("ctrl+enter", t_later("put the order into the sheet")),
        _row("ctrl+shift+enter", t_later("hand in the sheet")),
        _row("w", t_later("why a figure moved: on the figure, or for a list of all")),
        _row("b", t_later("mark this moment for the debrief")),
        _row("left right up down", t_later("in lists, on the map and in the ladder: the next one")),
    ),
    "Curtain": (
        _row("1 2 3", t_later("digits, of any script: it opens at the fourth")),
        _row("backspace", t_later("take the last digit back")),
        _row("f9", t_later("the facilitator’s door, or back")),
    ),
    "Facilitator": (
        _row("f8", t_later("pause, or go on")),
        _row("+ t", t_later("two minutes more, another clock")),
        _row("ctrl+right", t_later("play the turn without the sheets that are missing")),
        _row("1 2 3 v", t_later("the view of that seat, of the next one")),
        _row("f h e n", t_later("the inject: fire, hold, edit; write a new one")),
        _row("o", t_later("override the number on which the keyboard is")),
        _row("w", t_later("why that number is as it is, in full")),
        _row("b", t_later("mark this moment for the debrief")),
        _row("r", t_later("rewind to a turn as a branch")),
        _row("esc", t_later("back behind the curtain")),
    ),
    "Ask": (
        _row("ctrl+enter", t_later("do it, from any of the fields")),
        _row("esc", t_later("close without doing it")),
    ),
    "TurnPage": (
        _row("enter esc", t_later("go to the desk")),
        _row("w", t_later("why a figure moved")),
        _row("v", t_later("by weight, or by time")),
        _row("b", t_later("mark this moment for the debrief")),
    ),
    "FullMap": (
        _row("left right up down", t_later("the neighbor in that direction")),
        _row("esc", t_later("back")),
    ),
    "Note": (
        _row("up down pageup pagedown", t_later("read on, or back")),
        _row("w", t_later("to a figure that can be asked about")),
        _row("enter esc", t_later("close")),
    ),
}
# How a key is printed where its name is no letter.
PRINTED = {
    "tab": t_later("Tab"),
    "enter": t_later("Enter"),
    "space": t_later("Space"),
    "esc": t_later("Esc"),
    "shift": t_later("Shift"),
    "ctrl": t_later("Ctrl"),
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": t_later("PgUp"),
    "pagedown": t_later("PgDn"),
}
