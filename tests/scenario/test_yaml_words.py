"""Plain words mean what YAML 1.2 says, and every value knows its place."""

import pytest

from game.scenario.nodes import find, inside, key_place, place_of, plain
from game.scenario.source import parse


def read(text: str):
    return parse(text, "f.yaml").tree


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("", None),
        ("~", None),
        ("null", None),
        ("1:30", "1:30"),
        ("017", 17),
        ("0o17", 15),
        ("0x1F", 31),
        ("+5", 5),
        ("-0", 0),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("6.02E23", 6.02e23),
        ("2024-01-01", "2024-01-01"),
        ("1.2.3", "1.2.3"),
        ("٣", "٣"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("=", "="),
    ],
)
def test_a_plain_word_is_read_as_yaml_1_2_says(word, value):
    found = plain(read(f"key: {word}\n"))

    assert found == {"key": value}
    assert type(found["key"]) is type(value)


def test_every_key_and_value_knows_its_place():
    tree = read("a: 1\nbé: {c: [x, 'y']}\n")

    assert key_place(tree, ("bé",)).line == 2
    assert (place_of(tree, ("bé", "c", 1)).line, place_of(tree, ("bé", "c", 1)).column) == (2, 13)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("k: abcdef", 3, (1, 7)),
        ('k: "abcdef"', 3, (1, 8)),
        ("k: 'it''s x'", 5, (1, 11)),
        ('k: "a\\tb \\u00e9z"', 5, (1, 16)),
        ("k: >\n  abc\n  def", 4, (3, 3)),
        ("k: |\n  abc\n  def", 5, (3, 4)),
        ("k: abc\n  def", 5, (2, 4)),
        ('k: "abc\n  def"', 4, (2, 3)),
    ],
)
def test_a_place_inside_a_text_is_found_again(text, offset, place):
    found = inside(read(text), ("k",), offset)

    assert (found.line, found.column) == place


def test_what_stands_under_the_second_of_two_equal_keys_is_still_read():
    """So that one doubled section is one fault, not one for each name in it."""
    source = parse("a: {x: 1}\na: {y: 2}\n", "f.yaml")

    assert [fault.code for fault in source.faults] == ["duplicate-key"]
    assert find(source.tree, ("a", "y")) is not None
