"""What a person did, in words of our own: one place knows pygame's events.

A `Press` is a key, typed text, or the mouse, with its place in dp.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import pygame

Kind = Literal["key", "text", "compose", "down", "up", "move", "wheel"]

LETTERS = 26
OTHER_WAY = {"left": "right", "right": "left"}
NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "esc",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_PLUS: "+",
    pygame.K_KP_PLUS: "+",
    pygame.K_EQUALS: "=",
    pygame.K_MINUS: "-",
    pygame.K_KP_MINUS: "-",
    pygame.K_KP0: "0",
}


STEPS = frozenset(
    {
        *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB),
        *(pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_PAGEUP, pygame.K_PAGEDOWN),
    }
)  # keys that are held down on purpose


@dataclass(frozen=True, slots=True)
class Press:
    """One thing done with keyboard or mouse."""

    kind: Kind
    key: str = ""  # a key's name: "enter", "a", "f6"
    text: str = ""  # what was typed, or is being composed by an input method
    at: tuple[float, float] = (0.0, 0.0)  # in dp
    button: int = 0  # 1 left, 3 right
    amount: float = 0.0  # of the wheel; above 0 is up
    shift: bool = False
    ctrl: bool = False
    alt: bool = False

    @property
    def plain(self) -> bool:
        """No modifier that would make a letter a shortcut of another kind."""
        return not self.ctrl and not self.alt

    def as_key(self, key: str) -> Press:
        """The same done with another key."""
        return replace(self, key=key)

    def turned(self, edges: float) -> Press:
        """The same as seen in a mirror; `edges` is the sum of the left and the right edge.

        Left and Right follow the eye: on a mirrored page Left is the way to what comes next.
        """
        key = OTHER_WAY.get(self.key, self.key) if self.kind == "key" else self.key
        return replace(self, key=key, at=(edges - self.at[0], self.at[1]))

    def named(self, *keys: str) -> bool:
        """Whether it is one of these keys, without Ctrl or Alt."""
        return self.kind == "key" and self.plain and self.key in keys


class Held:
    """Which keys are down, so that a key held too long does its deed once.

    Pygame repeats a key until it has seen it released, and sees nothing while a page is being
    made: one Enter would take a seat, and press whatever stands on the desk.
    """

    def __init__(self) -> None:
        self._down: set[int] = set()

    def repeats(self, event: pygame.event.Event) -> bool:
        """Whether the event is a repeated key that nobody holds down on purpose."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.KEYDOWN:
            if event.key in self._down:
                return event.key not in STEPS
            self._down.add(event.key)
        return False


def translate(event: pygame.event.Event, scale: float) -> Press | None:
    """A pygame event as a Press; None for an event that says nothing to a widget."""
    if event.type == pygame.KEYDOWN:
        mods = event.mod
        return Press(
            "key",
            key=NAMES.get(event.key) or _letter(event),
            shift=bool(mods & pygame.KMOD_SHIFT),
            ctrl=bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META)),
            alt=bool(mods & pygame.KMOD_ALT),
        )
    if event.type == pygame.TEXTINPUT:
        return Press("text", text=event.text)
    if event.type == pygame.TEXTEDITING:
        return Press("compose", text=event.text)
    if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        if event.button not in (1, 3):  # the wheel speaks through MOUSEWHEEL
            return None
        kind: Kind = "down" if event.type == pygame.MOUSEBUTTONDOWN else "up"
        return Press(kind, at=_dp(event.pos, scale), button=event.button)
    if event.type == pygame.MOUSEMOTION:
        return Press("move", at=_dp(event.pos, scale))
    if event.type == pygame.MOUSEWHEEL:
        return Press("wheel", amount=float(event.y))
    return None


def _letter(event: pygame.event.Event) -> str:
    """The name of a key; on a keyboard of another script, of the Latin key in its place."""
    name = pygame.key.name(event.key).lower()
    place = getattr(event, "scancode", 0) - pygame.KSCAN_A
    latin = name.isascii() and name
    return name if latin or not 0 <= place < LETTERS else chr(ord("a") + place)


def _dp(pos: tuple[int, int], scale: float) -> tuple[float, float]:
    """A place in pixels as a place in dp."""
    return pos[0] / scale, pos[1] / scale
