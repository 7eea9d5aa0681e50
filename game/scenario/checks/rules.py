"""Measures, starting values and names that would change what the rulebook means."""

import re
from collections.abc import Iterator

from game.scenario.checks.names import missing
from game.scenario.complaints import near
from game.scenario.desk import Desk
from game.scenario.faults import Fault
from game.scenario.move import Gauge
from game.scenario.nodes import Path
from game.scenario.words import AGGREGATES, FACTS, FUNCTIONS, RELATIONS, SETS

ROLES = ("me", "target", "about", "via", "member")
LANGUAGE = ("and", "or", "not", "turn")
SPOKEN = {"actors": "actor", "audiences": "audience", "issues": "issue", "channels": "channel"}
START = re.compile(r"\s*([^\W\d]\w*)\s*(?:\(\s*([^()]*?)\s*\))?\s*\Z")
# Fields of things that give a measure its start, with the axes such a measure has.
OF_ACTORS = ("staff", "money", "political", "defense", "poise", "exploits", "located")
FIELDS = {
    **{key: ["actor"] for key in OF_ACTORS},
    "mobilized": ["audience"],
    "opinion": ["audience", "issue"],
    "aware": ["audience", "claim"],
    "out": ["claim"],
    "holders": ["actor", "secret"],
}


def reserved_names(desk: Desk) -> Iterator[Fault]:
    """Things named like a word of the expression language."""
    taken = {*ROLES, *LANGUAGE, *SETS}
    for section in (*SPOKEN, "secrets", "claims", "measures"):
        for key in desk.draft.declared(section) or []:
            words = taken | {*FACTS, *FUNCTIONS, *AGGREGATES, *RELATIONS}
            if key in (words if section == "measures" else taken):
                message = f"'{key}' is a word of the rulebook's language"
                path = (section, key)
                yield desk.error(path, "reserved-name", message, "choose another name", key=True)


def shared_names(desk: Desk) -> Iterator[Fault]:
    """Actors and audiences of one name: a tie could mean either."""
    actors = desk.draft.declared("actors") or []
    for key in desk.draft.declared("audiences") or []:
        if key in actors:
            message = f"'{key}' is an actor and an audience; a tie could mean either"
            hint = "give the audience another name, such as that of its people"
            yield desk.error(("audiences", key), "shared-name", message, hint, key=True)


def own_measures(desk: Desk) -> Iterator[Fault]:
    """Measures of the author's own that contradict the standard ones or themselves."""
    for key, gauge in desk.content.measures.items():
        path = ("measures", key)
        if not desk.draft.sound(*path):
            continue
        standard = desk.book.measures.get(key)
        if standard and (standard.axes, standard.symmetric) != (gauge.axes, gauge.symmetric):
            axes = ", ".join(standard.axes) or "none"
            message = f"'{key}' is a standard measure with the axes {axes}, which moves rely on"
            hint = "keep its axes and symmetry, or give yours another name"
            yield desk.error(path, "standard-measure", message, hint, key=True)
        elif gauge.symmetric and (len(gauge.axes) != 2 or gauge.axes[0] != gauge.axes[1]):
            message = f"'{key}' cannot be symmetric: it is not a measure of two alike"
            yield desk.error((*path, "symmetric"), "contradiction", message, "delete symmetric:")
        else:
            yield from _range(desk, path, gauge)


def starting_values(desk: Desk) -> Iterator[Fault]:
    """Lines of start: that name no measure, the wrong things, or a value out of range."""
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    for text, value in desk.content.start.items():
        path = ("start", text)
        line = start_line(text)
        if line is None:
            hint = 'write "trust(arden, *)": 30'
            yield desk.error(path, "bad-start", f"'{text}' names no measure", hint, key=True)
            continue
        name, things = line
        if not desk.draft.sound("measures", name):
            continue
        gauge = desk.measures.get(name)
        if gauge is None:
            close = near(name, list(desk.measures))
            hint = f"did you mean '{close}'?" if close else "`measures.yaml` lists those there are"
            message = f"there is no measure '{name}'"
            yield desk.error(path, "unknown-name", message, hint, key=True)
            continue
        faults = list(_start(desk, path, gauge, (name, things, value)))
        yield from faults
        if not faults and (name, things) in seen:
            message = f"'{text}' is set already as '{seen[name, things]}'"
            yield desk.error(path, "declared-twice", message, "keep one of the two", key=True)
        seen.setdefault((name, things), text)


def start_line(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The measure and the names of a line of start:, as in `trust(arden, *)`."""
    match = START.match(text)
    if match is None:
        return None
    name, inner = match.groups()
    things = tuple(part.strip() for part in inner.split(",")) if inner is not None else ()
    if things == ("",):
        things = ()
    return ("crisis" if name == "tension" and not things else name), things


def _start(
    desk: Desk, path: Path, gauge: Gauge, line: tuple[str, tuple[str, ...], float]
) -> Iterator[Fault]:
    name, things, value = line
    if len(things) != len(gauge.axes):
        wanted = f"{name}({', '.join(gauge.axes)})" if gauge.axes else name
        message = f"'{name}' is asked of {len(gauge.axes)} things, not of {len(things)}"
        yield desk.error(path, "bad-start", message, f"write {wanted}", key=True)
        return
    for thing, axis in zip(things, gauge.axes, strict=True):
        if thing != "*" and not desk.knows(axis, thing):
            yield missing(desk, path, axis, thing, key=True)
    low, high = _bounds(desk, gauge, things)
    if not low <= value <= high:
        message = f"'{name}' lies between {low:g} and {high:g}, not at {value:g}"
        yield desk.error(path, "out-of-range", message, "write a number between them")


def _bounds(desk: Desk, gauge: Gauge, things: tuple[str, ...]) -> tuple[float, float]:
    if gauge.range != "scale":
        return gauge.range
    issue = desk.content.issues.get(things[-1]) if things else None
    return issue.scale if issue else (float("-inf"), float("inf"))


def _range(desk: Desk, path: Path, gauge: Gauge) -> Iterator[Fault]:
    if isinstance(gauge.start, str) and FIELDS.get(gauge.start) != gauge.axes:
        message = f"'{gauge.start}' is no field of a scenario that gives such a measure its start"
        fitting = [name for name, axes in FIELDS.items() if axes == gauge.axes]
        hint = f"write a number, or one of {', '.join(fitting)}" if fitting else "write a number"
        yield desk.error((*path, "start"), "unknown-name", message, hint)
    if gauge.range == "scale":
        if not gauge.axes or gauge.axes[-1] != "issue":
            message = "only a measure of an issue has the range of its scale"
            yield desk.error((*path, "range"), "contradiction", message, "write range: [0, 100]")
        return
    low, high = gauge.range
    if low >= high:
        message = f"the range runs from {low:g} to {high:g}"
        yield desk.error((*path, "range"), "empty-range", message, "lower end first")
    elif isinstance(gauge.start, float | int) and not low <= gauge.start <= high:
        message = f"it starts at {gauge.start:g}, outside its range, {low:g} to {high:g}"
        at = "start" if "start" in gauge.model_fields_set else "range"
        yield desk.error((*path, at), "out-of-range", message, "change the one or the other")
