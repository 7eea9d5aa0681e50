"""The clipboard of the machine, where there is one."""

from __future__ import annotations

from contextlib import suppress

import pygame


def put(text: str) -> None:
    """Put a text on the clipboard."""
    with suppress(pygame.error):
        pygame.scrap.put_text(text)


def get() -> str:
    """What is on the clipboard, as text of ours: one kind of line break, nothing invisible."""
    try:
        text = pygame.scrap.get_text()
    except pygame.error:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(char for char in text if char == "\n" or char.isprintable())
