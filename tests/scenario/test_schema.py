"""The schema for editors accepts what the loader accepts, and knows the names of the rulebook.

A small validator stands in for an editor: types, keys, enums, patterns, alternatives.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.data import data_path
from game.scenario.nodes import plain
from game.scenario.rulebook import load_rulebook_source
from game.scenario.schema import schema, schema_text
from game.scenario.source import parse

HERE = Path(__file__).parent
SCHEMA = schema()
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def accepts(rule: Any, value: Any) -> bool:
    """Whether a value fits a rule of a JSON Schema (the words that our schema uses)."""
    if isinstance(rule, bool):
        return rule
    if "$ref" in rule and not accepts(SCHEMA["$defs"][rule["$ref"].split("/")[-1]], value):
        return False
    for words, enough in (("anyOf", any), ("oneOf", any), ("allOf", all)):
        if words in rule and not enough(accepts(part, value) for part in rule[words]):
            return False
    if "enum" in rule and value not in rule["enum"]:
        return False
    if "const" in rule and value != rule["const"]:
        return False
    if "type" in rule and not is_a(rule["type"], value):
        return False
    if isinstance(value, dict):
        return fits_mapping(rule, value)
    if isinstance(value, list):
        return fits_list(rule, value)
    if isinstance(value, str):
        return bool(re.search(rule.get("pattern", ""), value))
    return not isinstance(value, int | float) or fits_number(rule, value)


def is_a(name: str, value: Any) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def fits_mapping(rule: dict[str, Any], value: dict[str, Any]) -> bool:
    if not set(rule.get("required", [])) <= value.keys():
        return False
    known, others = rule.get("properties", {}), rule.get("additionalProperties", True)
    names = rule.get("propertyNames", True)
    for key, below in value.items():
        if not accepts(names, key):
            return False
        if not accepts(known.get(key, others), below):
            return False
    return True


def fits_list(rule: dict[str, Any], value: list[Any]) -> bool:
    first = rule.get("prefixItems", [])
    fits = all(accepts(part, item) for part, item in zip(first, value, strict=False))
    rest = all(accepts(rule.get("items", True), item) for item in value[len(first) :])
    return fits and rest and rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", 99)


def fits_number(rule: dict[str, Any], value: float) -> bool:
    return (
        rule.get("minimum", value) <= value <= rule.get("maximum", value)
        and rule.get("exclusiveMinimum", value - 1) < value
        and rule.get("exclusiveMaximum", value + 1) > value
    )


def data(path: Path) -> Any:
    return plain(parse(path.read_text(encoding="utf-8"), path.name).tree)


def test_the_schema_accepts_the_example():
    assert accepts(SCHEMA, data(HERE / "strait.yaml"))


def test_the_schema_accepts_every_file_of_a_shipped_scenario():
    for path in sorted(data_path("scenarios").glob("*/*.yaml")):
        if path.parent.name != "rulebook" and not path.name.endswith(".cases.yaml"):
            assert accepts(SCHEMA, data(path)), path


@pytest.mark.parametrize(
    "text",
    [
        "tiles: {}",
        "turns: many",
        "turns: 0",
        "actors: {arden: {kind: stat, name: Arden}}",
        "actors: {arden: {kind: state}}",
        "actors: {arden: {kind: state, name: Arden, at: [1]}}",
        "actors: {A b: {kind: state, name: Arden}}",
        "claims: {c: {truth: maybe}}",
        "ties: {a: {b: 1.5}}",
        "moves: {leak_authentic: {cost: {stuff: 2}}}",
        "msel: {i: {text: x, effects: [{add: 3}]}}",
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(text):
    assert not accepts(SCHEMA, plain(parse(text, "f.yaml").tree))


def test_standard_moves_and_parameters_are_completed_by_name():
    assert "leak_authentic" in SCHEMA["properties"]["moves"]["properties"]
    assert "erosion" in SCHEMA["properties"]["parameters"]["properties"]


def test_every_key_is_explained_where_the_pointer_rests_on_it():
    parts = {"the top": SCHEMA, **SCHEMA["$defs"]}
    bare = [
        f"{part}.{key}"
        for part, rule in parts.items()
        for key, below in rule.get("properties", {}).items()
        if (part, key) != ("Seat", "doctrine") and not below.get("description")
    ]
    doctrine = SCHEMA["$defs"]["Seat"]["properties"]["doctrine"]
    assert bare == []
    assert doctrine["description"]


def test_every_explanation_is_of_a_key_that_there_is():
    parts = {"Content": SCHEMA, **SCHEMA["$defs"]}
    said = data(data_path("scenarios", "hovers.yaml"))
    known = {(part, key) for part, rule in parts.items() for key in rule.get("properties", {})}
    assert {(part, key) for part, keys in said.items() for key in keys} <= known


def test_every_standard_move_is_offered_and_explained():
    book = load_rulebook_source().book
    offered = SCHEMA["properties"]["moves"]["properties"]
    assert list(offered) == sorted(book.moves)
    assert all(book.moves[name].text in rule["description"] for name, rule in offered.items())
    for part, key in (("Inject", "expects"), ("Seat", "doctrine")):
        rule = SCHEMA["$defs"][part]["properties"][key]
        names = rule["items"]["anyOf"][0]["enum"] if "items" in rule else rule["properties"]
        assert {*book.moves, "private_message.plain"} <= set(names)


def test_it_says_nothing_that_editors_read_differently():
    """yaml-language-server 1 takes `prefixItems` with `items: false` for a ban of every item."""
    assert "prefixItems" not in schema_text()


def test_the_schema_is_plain_json_of_the_newest_draft():
    assert json.loads(schema_text()) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_that_is_shipped_is_the_one_the_models_make():
    """`python main.py schema > scenarios/scenario.schema.json` brings it up to date."""
    shipped = data_path("scenarios", "scenario.schema.json")

    assert shipped.read_text(encoding="utf-8").rstrip("\n") == schema_text()
