"""The clipboard of the machine, where there is one."""

from __future__ import annotations

from contextlib import suppress

import pygame

_ours: list[str] = []  # what was put last


def put(text: str) -> None:
    """Put a text on the clipboard."""
    _ours[:] = [text]
    with suppress(pygame.error):
        pygame.scrap.put_text(text)


def forget() -> None:
    """Take our own text off the clipboard; what comes from another program stays."""
    if _ours and get() == _plain(_ours[0]):
        put("")
    _ours.clear()


def get() -> str:
    """What is on the clipboard, as text of ours: one kind of line break, nothing invisible."""
    try:
        text = pygame.scrap.get_text()
    except pygame.error:
        return ""
    return _plain(text)


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(char for char in text if char == "\n" or char.isprintable())
