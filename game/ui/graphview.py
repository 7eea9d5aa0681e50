"""The map as a widget: lands, ties and marks drawn once into a layer; picked, walked, zoomed.

The map's world is its panel times the zoom, and the view is a window onto it: panning places
nothing anew. The layer is kept until the atlas, the focus, the view, the size or the theme
changes; names are painted on it each time, like any other text. Geography is never mirrored.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pygame

from game.ui import theme as t
from game.ui.graphlayout import FOCUS, Picture, PlacedMark, nearest, place
from game.ui.graphpen import OVER, Pen
from game.ui.layout import Box
from game.ui.view_models.atlas import Atlas
from game.ui.widgets.base import Look, Ring, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Point

FADED_MARK = 0.28
NOTHING = Atlas((), (), ())
DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
ZOOMS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
PAN_STEP = 60.0  # dp, for the arrows with Shift
CLICK = 4.0  # dp that a pointer may stray and still have clicked
EDGE = 56.0  # dp from the edge at which the focus pulls the view along


@dataclass(frozen=True, slots=True)
class View:
    """The window onto the map: how much larger, and which share of the map is in the middle."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    def kept(self) -> View:
        """Moved so that the window stays on the map."""
        half = 0.5 / self.zoom
        return replace(self, x=min(max(self.x, half), 1 - half), y=min(max(self.y, half), 1 - half))

    def nearer(self, steps: int, about: Point = (0.5, 0.5)) -> View:
        """Zoomed by steps about a point of the window (shares), which stays where it is."""
        at = ZOOMS.index(self.zoom) if self.zoom in ZOOMS else 0
        zoom = ZOOMS[min(max(at + steps, 0), len(ZOOMS) - 1)]
        dx, dy = about[0] - 0.5, about[1] - 0.5
        change = 1 / self.zoom - 1 / zoom
        return View(zoom, self.x + dx * change, self.y + dy * change).kept()


def zoom(stage: Stage, name: str, steps: int) -> None:
    """Zoom the map of that id by steps; 0 shows all of it."""
    key = f"{name}/view"
    view = stage.memory.get(key, View())
    stage.memory[key] = view.nearer(steps) if steps else View()
    stage.dirty = True


@dataclass(slots=True)
class GraphView(Widget):
    """The map. Arrows walk to the neighbor in a direction, Enter does what the page wants."""

    role: str = "map"
    focusable: bool = True
    ring: Ring = "inside"
    clip: bool = True
    mirrors: bool = False  # geography stays as it is
    atlas: Atlas = NOTHING
    focus: str = ""
    move: Callable[[str], None] | None = None
    choose: Callable[[str], None] | None = None

    def picture(self, memory: dict[str, Any], measure: Callable[[str], float]) -> Picture:
        """The placed map in its own world, kept while nothing about it changes."""
        world = self._world(self.view(memory).zoom)
        key = (self.atlas, world, self.focus)
        kept = memory.get(f"{self.id}/picture")
        if kept is None or kept[0] != key:
            kept = (key, place(self.atlas, world, self.focus, measure))
            memory[f"{self.id}/picture"] = kept
        picture: Picture = kept[1]
        return picture

    def _world(self, size: float) -> Box:
        """The whole map at a zoom."""
        return Box(0, 0, (self.box.w - 8) * size, (self.box.h - 4) * size)

    def view(self, memory: dict[str, Any]) -> View:
        """Which part of the map is seen."""
        view = memory.get(f"{self.id}/view")
        return view if isinstance(view, View) else View()

    def corner(self, memory: dict[str, Any]) -> Point:
        """Where the map's world begins, in dp of the window."""
        view = self.view(memory)
        world = self._world(view.zoom)
        middle = self.box.center
        return middle[0] - view.x * world.w, middle[1] - view.y * world.h

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The layer, then words and marks."""
        picture = self.picture(look.memory, lambda text: canvas.type.width(text, t.SMALL_BOLD))
        at = self.corner(look.memory)
        layer = self._layer(canvas, picture, at, look)
        with canvas.clipped(self.box):
            canvas.surface.blit(layer, canvas.rect(self.box).topleft)
            self._titles(canvas, picture, at)
            for row in picture.marks:
                self._mark(canvas, row, at)
            self._labels(canvas, picture, at)

    def _layer(self, canvas: Canvas, picture: Picture, at: Point, look: Look) -> pygame.Surface:
        """Lands and ties; while the map is dragged, without soft edges."""
        over = 1 if look.held and look.memory.get(f"{self.id}/dragged") else OVER
        key = (id(picture), at, self.box, canvas.scale, canvas.theme.name, over)
        kept = look.memory.get(f"{self.id}/layer")
        if kept is None or kept[0] != key:
            kept = (key, Pen(canvas, self.box, at, over).draw(picture, self.atlas), picture)
            look.memory[f"{self.id}/layer"] = kept
        surface: pygame.Surface = kept[1]
        return surface

    def _titles(self, canvas: Canvas, picture: Picture, at: Point) -> None:
        """Names of lands, and the badges of what is cut."""
        theme = canvas.theme
        for number, box in picture.titles:
            name = self.atlas.lands[number].name.upper()
            canvas.text(name, box.moved(*at), t.SMALL_BOLD, theme.muted, align="center")
        for number, place_of in picture.badges:
            box = place_of.moved(*at)
            canvas.box(box, theme.panel, theme.alert, radius=3)
            canvas.icon("netoff", box.x + 5, box.y + 3, 14, theme.alert)
            words = Box(box.x + 24, box.y, box.w - 26, box.h)
            canvas.text(self.atlas.lands[number].note, words, t.SMALL)

    def _mark(self, canvas: Canvas, row: PlacedMark, at: Point) -> None:
        """A mark with its letters; the focus in a square; a count of what is folded into it."""
        theme, mark, size = canvas.theme, row.mark, row.size
        spot = row.spot[0] + at[0], row.spot[1] + at[1]
        bloc = theme.blocs[mark.bloc]
        edge = bloc if row.near else t.mix(bloc, theme.panel, FADED_MARK)
        if mark.key == self.focus:
            frame = Box(spot[0] - FOCUS / 2, spot[1] - FOCUS / 2, FOCUS, FOCUS)
            canvas.box(frame, theme.selection, theme.accent, width=2, radius=5)
        if mark.mine:
            canvas.mark(mark.shape, spot, size + 4, theme.text, width=1.5)
        canvas.mark(mark.shape, spot, size, edge)
        ink = theme.text if row.near else t.mix(theme.text, theme.panel, FADED_MARK)
        letters = Box(spot[0] - size / 2, spot[1] - 8, size, 16)
        canvas.text(mark.code, letters, t.MARK, ink, align="center")
        if mark.folded:
            said = f"+{mark.folded}"
            wide = canvas.type.width(said, t.SMALL_BOLD) + 6
            badge = Box(spot[0] + size / 2 - 10, spot[1] - size / 2 - 4, wide, 16)
            canvas.box(badge, theme.panel, theme.border, radius=7)
            canvas.text(said, badge, t.SMALL_BOLD, align="center")

    def _labels(self, canvas: Canvas, picture: Picture, at: Point) -> None:
        """Names beside marks; words on the ties of the focus."""
        theme = canvas.theme
        for label in picture.labels:
            box = label.box.moved(*at)
            if label.chip:
                canvas.box(box, theme.panel, radius=3)
            kind = t.SMALL_BOLD if label.near else t.SMALL
            color = theme.text if label.near else theme.muted
            canvas.text(label.text, box, kind, color, align="center")
        for tie in picture.ties:
            if tie.box is not None:
                box = tie.box.moved(*at)
                edge = theme.accent if tie.tie.planned else theme.border
                canvas.box(box, theme.tip, edge, radius=3)
                canvas.text(tie.label, box, t.SMALL, align="center")

    def on(self, press: Press, stage: Stage) -> bool:
        """Mouse: a click on a mark, a drag, the wheel. Keys: arrows, Enter, + - 0."""
        if press.kind in ("down", "move", "up"):
            return self._mouse(press, stage)
        if press.kind == "wheel":
            return self._nearer(stage, 1 if press.amount > 0 else -1, self._pointer(stage))
        if press.named(*DIRECTIONS):
            dx, dy = DIRECTIONS[press.key]
            if press.shift:
                return self._pan(stage, -dx * PAN_STEP, -dy * PAN_STEP)
            self._walk(stage, (dx, dy))
            return True
        if press.named("+", "=", "-"):
            return self._nearer(stage, -1 if press.key == "-" else 1, (0.5, 0.5)) or True
        if press.named("0"):
            stage.memory[f"{self.id}/view"] = View()
            return True
        if press.named("enter", "space") and self.focus and self.choose is not None:
            self.choose(self.focus)
            return True
        return False

    def _placed(self, stage: Stage) -> Picture:
        """The picture as it is drawn."""
        return self.picture(stage.memory, lambda text: stage.setter().width(text, t.SMALL_BOLD))

    def _pointer(self, stage: Stage) -> Point:
        """The pointer as shares of the window; on a mirrored page the map keeps its own left."""
        x, y = stage.pointer
        if stage.mirrored:
            x = self.box.x + self.box.right - x
        return (x - self.box.x) / self.box.w, (y - self.box.y) / self.box.h

    def _nearer(self, stage: Stage, steps: int, about: Point) -> bool:
        """Zoom; False at either end."""
        view = self.view(stage.memory)
        stage.memory[f"{self.id}/view"] = found = view.nearer(steps, about)
        return found != view

    def _pan(self, stage: Stage, dx: float, dy: float) -> bool:
        """Move the map by so many dp."""
        view = self.view(stage.memory)
        world = self._world(view.zoom)
        moved = replace(view, x=view.x - dx / world.w, y=view.y - dy / world.h)
        stage.memory[f"{self.id}/view"] = moved.kept()
        return True

    def _mouse(self, press: Press, stage: Stage) -> bool:
        """A click puts the focus on a mark, another one is Enter; a drag moves the map."""
        held, dragged = f"{self.id}/from", f"{self.id}/dragged"
        if press.kind == "down":
            stage.memory[held], stage.memory[dragged] = press.at, False
            return True
        last = stage.memory.get(held)
        if last is None:
            return False
        if press.kind == "move":
            if stage.memory.get(dragged) or math.dist(last, press.at) > CLICK:
                stage.memory[held], stage.memory[dragged] = press.at, True
                self._pan(stage, press.at[0] - last[0], press.at[1] - last[1])
            return True
        stage.memory[held] = None
        if not stage.memory.pop(dragged, False):
            self._click(press.at, stage)
        return True

    def _click(self, at: Point, stage: Stage) -> None:
        """What a click on a mark does."""
        x, y = self.corner(stage.memory)
        hits = (
            row.mark.key
            for row in self._placed(stage).marks
            if math.dist((row.spot[0] + x, row.spot[1] + y), at) <= row.size / 2 + 4
        )
        hit = next(hits, "")
        if hit and hit == self.focus and self.choose is not None:
            self.choose(hit)
        elif hit and self.move is not None:
            self.move(hit)

    def _walk(self, stage: Stage, way: tuple[int, int]) -> None:
        """To the neighbor in a direction; the view follows."""
        spots = {row.mark.key: row.spot for row in self._placed(stage).marks}
        found = nearest(spots, self.focus, way) if self.focus in spots else next(iter(spots), "")
        if not found:
            return
        x, y = self.corner(stage.memory)
        spot = spots[found][0] + x, spots[found][1] + y
        inner = self.box.inset(EDGE, min(EDGE, self.box.h / 4))
        self._pan(
            stage,
            min(max(spot[0], inner.x), inner.right) - spot[0],
            min(max(spot[1], inner.y), inner.bottom) - spot[1],
        )
        if self.move is not None:
            self.move(found)
