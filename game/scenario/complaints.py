"""What pydantic found wrong, as faults in words of the file: place, thing and next step."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from game.scenario import nodes
from game.scenario.faults import Fault, Place
from game.scenario.nodes import Broken, Listing, Mapping, Node, Path, Scalar
from game.scenario.scalars import advice
from game.scenario.shape import Spot, fields, kinds, trace, words_of

Error = dict[str, Any]

MOST_ERRORS = 500  # told of one file: nobody reads more, and each takes its time
MOST_KNOWN = 100  # names among which a near one is looked for

SAID = {
    "text": "text",
    "number": "a number",
    "integer": "a whole number",
    "truth": "true or false",
    "list": "a list",
    "pair": "two numbers in brackets",
    "mapping": "names with values",
}
BOUNDS = {
    "greater_than_equal": ("ge", "must be at least"),
    "greater_than": ("gt", "must be above"),
    "less_than_equal": ("le", "must be at most"),
    "less_than": ("lt", "must be below"),
}
NAME_RULE = "a name is lower case: a letter, then letters, digits and _; 40 characters at most"


def complaints(error: ValidationError, model: type[BaseModel], tree: Node) -> list[Fault]:
    """The faults of a tree that pydantic refused, root causes only."""
    raws: list[Error] = [dict(raw) for raw in error.errors(include_url=False, include_input=False)]
    raws = raws[:MOST_ERRORS]
    found: list[tuple[Spot, Error]] = [(trace(model, raw["loc"]), raw) for raw in raws]
    deep = {spot.path[:cut] for spot, _ in found for cut in range(len(spot.path))}
    kept = [(spot, raw) for spot, raw in found if not (spot.tagged and spot.path in deep)]
    grouped: dict[tuple[Path, bool], list[tuple[Spot, Error]]] = {}
    for spot, raw in kept:
        if not _is_silent(tree, spot, raw["type"]):
            grouped.setdefault((spot.path, spot.key), []).append((spot, raw))
    misspelled = _misspelled(tree, [spot for spot, raw in kept if raw["type"] == "extra_forbidden"])
    faults: list[Fault] = []
    for group in grouped.values():
        spot, raw = _telling(group)
        if raw["type"] != "missing" or spot.path not in misspelled:
            faults.append(_fault(spot, raw, tree))
    return faults


def near(word: str, known: Iterable[str]) -> str:
    """The known word that is spelled most like this one, or ''."""
    word = word[:60]
    alike = [one for one in known if abs(len(one) - len(word)) <= 1 + len(word) // 2]
    close = get_close_matches(word, alike[:MOST_KNOWN], n=1, cutoff=0.6)
    return close[0] if close else ""


def _is_silent(tree: Node, spot: Spot, kind: str) -> bool:
    """Whether the place has a fault already: it could not even be read."""
    for cut in range(len(spot.path) + 1):
        if isinstance(nodes.find(tree, spot.path[:cut]), Broken):
            return True
    return False


def _misspelled(tree: Node, unknown: list[Spot]) -> set[Path]:
    """The missing keys that an unknown key beside them was probably meant to be."""
    meant: set[Path] = set()
    for spot in unknown:
        above = nodes.find(tree, spot.path[:-1])
        taken = list(above.values) if isinstance(above, Mapping) else []
        free = [key for key in fields(spot.model) if key not in taken] if spot.model else []
        close = near(str(spot.path[-1]), free)
        if close:
            meant.add((*spot.path[:-1], close))
    return meant


def _telling(group: list[tuple[Spot, Error]]) -> tuple[Spot, Error]:
    """The error of a group that says most: a limit says more than a type."""
    for spot, raw in group:
        if raw["type"] in BOUNDS or "length" in raw["type"] or "pattern" in raw["type"]:
            return spot, raw
    return group[0]


def _fault(spot: Spot, raw: Error, tree: Node) -> Fault:
    kind, context = raw["type"], raw.get("ctx", {})
    key = str(spot.path[-1]) if spot.path else "the file"
    if kind == "missing":
        return _missing(spot, tree)
    if spot.key:
        return _bad_key(spot, key, tree, raw)
    if kind == "extra_forbidden":
        return _unknown(spot, key, tree)
    place = nodes.place_of(tree, spot.path)
    if kind in BOUNDS:
        name, words = BOUNDS[kind]
        number = f"{context[name]:g}" if isinstance(context[name], float) else str(context[name])
        return _at(place, "out-of-range", f"{_named(spot)} {words} {number}")
    if kind == "string_pattern_mismatch" or (kind == "string_too_long" and "max_length" in context):
        text = _text(nodes.find(tree, spot.path))
        return _at(place, "bad-name", f"'{text}' is no name: {NAME_RULE}", _name_hint(text))
    if kind in ("too_long", "too_short"):
        return _length(spot, place, context)
    if kind.startswith("union_tag"):
        hint = "write {shift: ..., by: ...}, {expose: ..., to: ...} or {chance: ..., p: ...}"
        return _at(place, "unknown-effect", "an effect is a shift, an expose or a chance", hint)
    return _mistyped(spot, place, nodes.find(tree, spot.path))


def _missing(spot: Spot, tree: Node) -> Fault:
    above = nodes.key_place(tree, spot.path[:-1])
    if isinstance(spot.path[-1], int):
        place = nodes.place_of(tree, spot.path[:-1])
        hint = _pair(spot.path[:-1])
        return _at(place, "wrong-length", "two numbers are wanted here", hint)
    where = _called(spot.path[:-1]) or "the scenario"
    return _at(above, "missing-key", f"{where} needs '{spot.path[-1]}'", f"add {spot.path[-1]}:")


def _bad_key(spot: Spot, key: str, tree: Node, raw: Error) -> Fault:
    place, kind = nodes.key_place(tree, spot.path), raw["type"]
    if kind in ("int_parsing", "int_type"):
        return _at(place, "wrong-type", f"'{key}' must be a number of turns", "write 1, 2, ...")
    if kind == "literal_error":
        return _at(place, "unknown-key", f"'{key}' is not known here", raw["ctx"]["expected"])
    return _at(place, "bad-name", f"'{key}' is no name: {NAME_RULE}", _name_hint(key))


def _unknown(spot: Spot, key: str, tree: Node) -> Fault:
    known = list(fields(spot.model)) if spot.model else []
    close = near(key, known)
    if key == "<<":
        hint = "merge keys are not read here; share a file with include:"
    elif close:
        hint = f"did you mean '{close}'?"
    else:
        shown = ", ".join(known[:8]) + (", ..." if len(known) > 8 else "")
        hint = f"known here: {shown}"
    where = f"in {_called(spot.path[:-1])}" if len(spot.path) > 1 else "at the top of a scenario"
    message = f"'{key}' is not known {where}"
    return _at(nodes.key_place(tree, spot.path), "unknown-key", message, hint)


def _length(spot: Spot, place: Place, context: Error) -> Fault:
    if "pair" in kinds(spot.wanted):
        return _at(place, "wrong-length", "two numbers are wanted here", _pair(spot.path))
    if "min_length" in context:
        message = f"{_named(spot)} must hold at least {context['min_length']}"
    else:
        message = f"{_named(spot)} may hold {context['max_length']} at most"
    return _at(place, "wrong-length", message)


def _pair(path: Path) -> str:
    return "write [0.5, 0.5]" if path[-1] == "at" else "write both ends, such as [-100, 100]"


def _mistyped(spot: Spot, place: Place, node: Node | None) -> Fault:
    wanted = kinds(spot.wanted)
    words = words_of(spot.wanted)
    if words == ["1"]:
        message = "this program reads format 1 only"
        return _at(place, "unknown-format", message, "write format: 1")
    said = [SAID[kind] for kind in wanted if kind in SAID]
    if words:
        said = [*said, words[0] if len(words) == 1 else f"one of {', '.join(words)}"]
    if "text" in wanted and "mapping" in wanted and len(said) == 2:
        said = ["text", "a text for each language"]
    *first, last = " or ".join(said).split(" or ")
    listed = f"{', '.join(first)} or {last}" if first else last
    message = f"{_named(spot)} must be {listed}, not {_seen(node)}"
    code = "unknown-word" if words and _is_text(node) else "wrong-type"
    return _at(place, code, message, _hint(wanted, words, node))


def _hint(wanted: list[str], words: list[str], node: Node | None) -> str:
    if isinstance(node, Scalar):
        if node.value is None:
            return "fill it in, or delete the key"
        if words and _is_text(node):
            close = near(node.text, words)
            if close or "truth" not in wanted:
                return f"did you mean '{close}'?" if close else ""
        if "text" in wanted and not isinstance(node.value, str):
            return f'put it in quotes: "{node.text}"'
        if "truth" in wanted:
            return advice(node.text, "truth")
        if ("number" in wanted or "integer" in wanted) and isinstance(node.value, str):
            return advice(node.text, "number")
        if "list" in wanted:
            return f"put it in brackets: [{node.text}]"
    simple = {"text", "number", "integer", "truth"}
    if isinstance(node, Listing) and simple & set(wanted) and len(node.items) == 1:
        return "take the brackets away"
    return ""


def _seen(node: Node | None) -> str:
    if isinstance(node, Listing):
        return "a list"
    if isinstance(node, Mapping):
        return "names with values"
    if not isinstance(node, Scalar) or node.value is None:
        return "nothing"
    if isinstance(node.value, str):
        return f"the text '{_brief(node.text)}'"
    return node.text if isinstance(node.value, bool) else f"the number {node.text}"


def _named(spot: Spot) -> str:
    return _called(spot.path) or "a scenario"


def _called(path: Path) -> str:
    """What stands at a path, in words: 'staff', or item 2 of 'effects'."""
    if path and isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {_called(path[:-1])}"
    return f"'{path[-1]}'" if path else ""


def _is_text(node: Node | None) -> bool:
    return isinstance(node, Scalar) and isinstance(node.value, str)


def _text(node: Node | None) -> str:
    return _brief(node.text) if isinstance(node, Scalar) else ""


def _brief(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def as_name(text: str) -> str:
    """The name that a text comes nearest to; '' if it has no letter of a name."""
    return re.sub("[^a-z0-9_]+", "_", text.lower()).lstrip("0123456789_")[:40]


def _name_hint(text: str) -> str:
    name = as_name(text).strip("_")
    return f"write {name}" if name and name != text else ""


def _at(place: Place, code: str, message: str, hint: str = "") -> Fault:
    return Fault(place.file, place.line, place.column, code, message, hint)
