"""A tree on its way to a model: every mistake told once, what is sound kept.

What a model refuses is taken out, piece by piece, until the rest passes. The checks that need the
whole scenario then run on what is left, so that one pass finds mistakes of both kinds; `damaged`
keeps what was taken out, so that nothing is said that only follows from it.
"""

import json
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from game.scenario import nodes
from game.scenario.complaints import MOST_ERRORS, complaints
from game.scenario.faults import Fault, Place
from game.scenario.nodes import Broken, Listing, Mapping, Node, Path, Scalar
from game.scenario.shape import trace

ROUNDS = 12  # more than the models are deep
Made = TypeVar("Made", bound=BaseModel)


@dataclass(slots=True)
class Draft(Generic[Made]):
    """A model made from as much of a tree as is sound; `made` is None if nothing is."""

    tree: Node
    made: Made | None = None
    faults: list[Fault] = field(default_factory=list)
    damaged: set[Path] = field(default_factory=set)
    touched: set[Path] = field(default_factory=set)  # everything above what is damaged
    origins: dict[Path, list[int]] = field(default_factory=dict)  # a thinned list -> old numbers

    def origin(self, path: Path) -> Path:
        """The path in the tree of what stands at a path in the model."""
        found: Path = ()
        for step in path:
            kept = self.origins.get(found, [])
            thinned = isinstance(step, int) and step < len(kept)
            found = (*found, kept[int(step)] if thinned else step)
        return found

    def place(self, path: Path) -> Place:
        """Where the value at a path of the model stands."""
        return nodes.place_of(self.tree, self.origin(path))

    def key(self, path: Path) -> Place:
        """Where the name at the end of a path of the model stands."""
        return nodes.key_place(self.tree, self.origin(path))

    def inside(self, path: Path, offset: int) -> Place:
        """Where a character of the text at a path of the model stands."""
        return nodes.inside(self.tree, self.origin(path), offset)

    def declared(self, *path: str) -> list[str] | None:
        """The names written under a path, sound or not; None if that cannot be known."""
        if any(path[:cut] in self.damaged for cut in range(1, len(path) + 1)):
            return None
        node = nodes.find(self.tree, path)
        if node is None:
            return []
        return list(node.values) if isinstance(node, Mapping) else None

    def sound(self, *path: str | int) -> bool:
        """Whether nothing at, below or above a path of the tree was taken out."""
        above = any(path[:cut] in self.damaged for cut in range(1, len(path) + 1))
        return not above and path not in self.touched

    def spoil(self, path: Path) -> None:
        """Note that something is wrong at a path, so that nothing is said that follows from it."""
        self.damaged.add(path)
        self.touched.update(path[:cut] for cut in range(len(path)))


def draft(tree: Node, model: type[Made], stubs: dict[str, Any] | None = None) -> Draft[Made]:
    """As much of the tree as the model takes, and a fault for everything else.

    `stubs` stands in for needed keys of the top level that are missing or unsound.
    """
    sketch: Draft[Made] = Draft(tree)
    for path in _broken(tree, ()):
        sketch.spoil(path)
    for turn in range(ROUNDS):
        data = _data(sketch, tree, ())
        if turn and isinstance(data, dict):
            data = {**(stubs or {}), **data}
        try:
            sketch.made = model.model_validate_json(json.dumps(data))
            break
        except ValidationError as error:
            if turn == 0:
                sketch.faults = complaints(error, model, tree)
            if error.error_count() > MOST_ERRORS or not _take_out(sketch, error, model):
                break
    return sketch


def _take_out(sketch: Draft[Made], error: ValidationError, model: type[Made]) -> bool:
    """Take the places of an error out of the draft; whether there was anything to take."""
    before = len(sketch.damaged)
    for raw in error.errors(include_url=False, include_input=False, include_context=False):
        path = sketch.origin(trace(model, raw["loc"]).path)
        if raw["type"] == "missing" and len(path) > 1:
            path = path[:-1]
        if path:
            sketch.spoil(path)
    return len(sketch.damaged) > before


def _broken(node: Node, path: Path) -> list[Path]:
    if isinstance(node, Broken):
        return [path] if path else []
    return [
        found for step, below in nodes.children(node) for found in _broken(below, (*path, step))
    ]


def _data(sketch: Draft[Made], node: Node, path: Path) -> Any:
    """The tree as plain data without what was taken out."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Broken):
        return None
    kept = [(s, b) for s, b in nodes.children(node) if (*path, s) not in sketch.damaged]
    values = [_data(sketch, below, (*path, step)) for step, below in kept]
    if isinstance(node, Listing):
        if len(kept) < len(node.items):
            sketch.origins[path] = [int(step) for step, _ in kept]
        return values
    return {str(step): value for (step, _), value in zip(kept, values, strict=True)}
