"""One layer of the stage: a screen, its widgets now, and where its focus is."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.screen import Screen
from game.ui.widgets.base import Widget


@dataclass(slots=True)
class Layer:
    """A screen with its widgets and its own focus."""

    screen: Screen
    widgets: list[Widget] = field(default_factory=list)
    focus: str = ""
    name: str = ""  # its key among what moves: each layer appears once

    def all(self) -> list[Widget]:
        """Every widget in reading order."""
        return [w for top in self.widgets for w in top.walk()]

    def stops(self) -> list[Widget]:
        """Where Tab stops, in order."""
        return [w for w in self.all() if w.usable]

    def next_stop(self, by: int) -> str:
        """The stop after the focus, or before it, around the end; empty if there is none."""
        names = [w.id for w in self.stops()]
        at = names.index(self.focus) if self.focus in names else -by
        return names[(at + by) % len(names)] if names else ""

    def next_panel(self, by: int) -> str:
        """The first stop of the next panel that has one; empty if none has."""
        firsts = []
        for panel in self.widgets:
            stop = next((w.id for w in panel.walk() if w.usable), None)
            if stop:
                firsts.append((panel, stop))
        here = [i for i, (p, _) in enumerate(firsts) if any(w.id == self.focus for w in p.walk())]
        at = here[0] if here else -by
        return firsts[(at + by) % len(firsts)][1] if firsts else ""

    def find(self, name: str) -> Widget | None:
        """The widget of that id."""
        return next((w for w in self.all() if w.id == name), None)

    def path(self, name: str) -> list[Widget]:
        """The widget of that id with all that hold it, outermost first; empty if there is none."""
        for top in self.widgets:
            found = _path(top, name)
            if found:
                return found
        return []

    def under(self, at: tuple[float, float]) -> list[Widget]:
        """The widgets under a point, innermost first."""
        for widget in reversed(self.widgets):
            found = _under(widget, at)
            if found:
                return found
        return []


def _path(widget: Widget, name: str) -> list[Widget]:
    """The way down to a widget, or nothing."""
    if widget.id == name:
        return [widget]
    for child in widget.children:
        found = _path(child, name)
        if found:
            return [widget, *found]
    return []


def _under(widget: Widget, at: tuple[float, float]) -> list[Widget]:
    """Widgets under a point, innermost first; a clipped child is under nothing outside the clip.

    What only decorates lets the mouse through: a frame around a page would take all of it.
    """
    if widget.role == "decoration":
        return []
    inside = widget.box.holds(at)
    if widget.clip and not inside:
        return []
    for child in reversed(widget.children):
        found = _under(child, at)
        if found:
            return [*found, widget]
    return [widget] if inside else []
