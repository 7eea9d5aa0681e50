"""The JSON Schema of a scenario file, so that an editor completes and checks as an author types.

It is made from the models and the standard rulebook: what a scenario may tune is completed by
name. `check` says more than a schema can: which names exist, what contradicts what.
"""

import json
from typing import Any

from game.data import data_path
from game.scenario.checks.names import POLICIES
from game.scenario.deeds import deeds_of
from game.scenario.faults import Place
from game.scenario.model import Content
from game.scenario.move import Move
from game.scenario.nodes import Broken, plain
from game.scenario.rulebook import load_rulebook_source
from game.scenario.source import parse

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HOVERS = "hovers.yaml"
INCLUDE = {
    "description": "files of this folder whose keys are read as if they stood here",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}


def schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, of one file of a scenario."""
    made = Content.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = made.setdefault("$defs", {})
    move = Move.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions.update(move.pop("$defs", {}))
    move.pop("required", None)  # a tuned move says only what differs
    move["description"] = "A standard move tuned, or a new one, which needs name and by."
    definitions["Move"] = move
    book = load_rulebook_source().book
    properties = made["properties"]
    properties["include"] = INCLUDE
    properties["moves"] |= {
        "properties": {
            name: {"$ref": "#/$defs/Move", "description": f"{_one(row.name)}: {_one(row.text)}"}
            for name, row in sorted(book.moves.items())
        },
        "additionalProperties": {"$ref": "#/$defs/Move"},
    }
    properties["parameters"]["properties"] = {
        name: {"type": "number", "default": row.value, "description": _one(row.text)}
        for name, row in sorted(book.parameters.items())
    }
    deeds = [deed.key for name, row in book.moves.items() for deed in deeds_of(name, row)]
    names = sorted({*book.moves, *deeds})
    definitions["Inject"]["properties"]["expects"]["items"] |= _open_list(names)
    definitions["Seat"]["properties"]["doctrine"]["properties"] = {
        name: {"type": "number"} for name in names
    }
    definitions["Seat"]["properties"]["policy"]["anyOf"][0] |= {"enum": list(POLICIES)}
    conditions = [f"{name}({', '.join(row.axes)}) >= 50" for name, row in _measures(book.measures)]
    for model in ("Objective", "Ending"):
        definitions[model]["properties"]["when"]["examples"] = conditions
    _describe(made)
    made.pop("required", None)  # any file of several may leave out what another one says
    return {"$schema": DIALECT, "$id": "scenario.schema.json", **_plain(made)}


def _open_list(names: list[str]) -> dict[str, Any]:
    """Names that an editor offers, where an author may also write one of his own."""
    return {"anyOf": [{"enum": names}, {"type": "string"}]}


def _describe(made: dict[str, Any]) -> None:
    """Say of every key what it is, so that an editor can when the pointer rests on it."""
    path = data_path("scenarios", HOVERS)
    said: Any = plain(parse(path.read_text(encoding="utf-8"), HOVERS).tree or Broken(Place(HOVERS)))
    for name, part in (("Content", made), *made["$defs"].items()):
        for key, rule in part.get("properties", {}).items():
            if text := said.get(name, {}).get(key):
                rule["description"] = text


def schema_text() -> str:
    """The schema as it is written to a file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True)


def _measures(measures: Any) -> list[tuple[str, Any]]:
    return [(name, row) for name, row in sorted(measures.items()) if row.axes]


def _one(text: str | dict[str, str]) -> str:
    return text if isinstance(text, str) else next(iter(text.values()))


def _plain(node: Any) -> Any:
    """The schema without the titles that pydantic makes, which only repeat the names of fields.

    A pattern of names is said as a rule for all names: else a name that breaks it would pass.
    """
    if isinstance(node, dict):
        kept = {
            key: _plain(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str)) and key != "discriminator"
        }
        if kept.get("type") == "array" and "prefixItems" in kept:
            # Some editors' engines do not know prefixItems; both halves of a pair are alike.
            kept["items"] = kept.pop("prefixItems")[0]
        for pattern, below in kept.pop("patternProperties", {}).items():
            kept["propertyNames"] = {"pattern": pattern}
            kept.setdefault("additionalProperties", below)
        return kept
    return [_plain(item) for item in node] if isinstance(node, list) else node
