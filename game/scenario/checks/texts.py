"""Texts and places that people will miss."""

from collections.abc import Iterator
from pathlib import Path as FolderPath
from typing import Any

from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.model import Content
from game.scenario.move import Text
from game.scenario.nodes import Mapping, Node, Path, children
from game.scenario.shape import bare, is_union, step

MOST = 20  # missing translations reported; more say nothing new


def untranslated(desk: Desk) -> Iterator[Fault]:
    """Texts without the language the scenario says it is written in."""
    language = desk.content.language
    found = 0
    for path, node in _translated(desk.draft.tree, Content, ()):
        if language in node.values:
            continue
        message = f"this text has no '{language}', the language of the scenario"
        hint = f"add {language}:, or change language: at the top"
        yield desk.warning(path, "no-translation", message, hint)
        found += 1
        if found == MOST:
            return


def off_the_map(desk: Desk) -> Iterator[Fault]:
    """Places that lie outside the map."""
    for section, things in (("actors", desk.content.actors), ("audiences", desk.content.audiences)):
        for key, thing in things.items():
            if thing.at is not None and not all(0 <= part <= 1 for part in thing.at):
                message = f"'{key}' lies off the map, which runs from 0 to 1 both ways"
                hint = "write at: [0.5, 0.5] for its middle"
                yield desk.warning((section, key, "at"), "off-the-map", message, hint)


def missing_picture(desk: Desk, folder: FolderPath) -> Iterator[Fault]:
    """A picture that is not where the scenario is."""
    name = desk.content.picture
    if name and not (folder / name).is_file():
        message = f"there is no picture '{name}' beside the scenario"
        hint = "put it into the scenario's folder; without one a map is shown"
        yield desk.warning(("picture",), "no-picture", message, hint, key=False)


def _translated(node: Node, wanted: Any, path: Path) -> Iterator[tuple[Path, Mapping]]:
    """Every text of the tree that is given in several languages."""
    wanted = bare(wanted)
    if wanted == Text:
        if isinstance(node, Mapping):
            yield path, node
    elif not is_union(wanted):
        for key, below in children(node):
            yield from _translated(below, step(wanted, key), (*path, key))
