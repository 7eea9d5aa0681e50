"""Whatever stands in a file: a scenario or faults, never a crash, never more than two seconds."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import Scenario, ScenarioError, check, load, render

HERE = Path(__file__).parent
STRAIT = (HERE / "strait.yaml").read_text(encoding="utf-8")
SIGNS = " \n\t:{}[],&*!|>'\"%@`#?-<~.0123456789eE_+aé日🙂\x85\u2028\ufeff"
WORDS = st.sampled_from(
    [
        "actors",
        "seats",
        "arden",
        "turns",
        "null",
        "true",
        "-5",
        "1e999",
        "[]",
        "{}",
        "''",
        "<<",
        "no",
    ]
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("any") / "any.yaml"


def survives(file: Path, data: bytes) -> None:
    """Load the data; what comes back is a scenario, or faults that can be shown."""
    file.write_bytes(data)
    began = time.process_time()
    faults = check(file)
    assert time.process_time() - began < 2
    refused = None
    try:
        assert isinstance(load(file), Scenario)
        assert not [fault for fault in faults if fault.is_error]
    except ScenarioError as error:
        refused = error
    if refused is not None:
        assert list(refused.faults) == faults
        assert any(fault.is_error for fault in faults)
    lines = data.decode("utf-8-sig", errors="replace")
    for fault in faults:
        assert "\x1b" not in render(fault)
        assert 1 <= fault.line <= len(lines) + 1
        assert fault.message


@given(st.binary(max_size=300))
@settings(max_examples=60)
def test_random_bytes(file, data):
    survives(file, data)


@given(st.text(st.sampled_from(SIGNS), max_size=120))
@settings(max_examples=100)
def test_random_signs_of_yaml(file, text):
    survives(file, text.encode())


@given(st.integers(0, 10**9))
@settings(max_examples=66)
def test_the_example_with_words_cut_doubled_or_put_elsewhere(file, seed):
    """Mutations keep most of the structure, so they reach the checks behind the parser."""
    dice = random.Random(seed)
    words = STRAIT.replace("{", "{ ").replace("}", " }").split(" ")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(words))
        other = words[dice.randrange(len(words))]
        words[at : at + 1] = dice.choice([[], [words[at], words[at]], [other], [other, words[at]]])
    survives(file, " ".join(words).encode())


@given(
    st.integers(0, len(STRAIT) - 1), st.text(st.sampled_from(SIGNS), max_size=4), st.integers(0, 9)
)
@settings(max_examples=66)
def test_the_example_with_a_few_signs_replaced(file, at, signs, gone):
    survives(file, (STRAIT[:at] + signs + STRAIT[at + gone :]).encode())


VALUES = st.recursive(
    WORDS | st.integers(-5, 10**42).map(str) | st.floats().map(repr),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(WORDS, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=6,
)
SPOTS = [
    (n, line.index(":"))
    for n, line in enumerate(STRAIT.split("\n"))
    if line.strip() and ":" in line
]


@given(st.sampled_from(SPOTS), VALUES)
@settings(max_examples=100)
def test_the_example_with_anything_in_place_of_a_value(file, spot, value):
    number, colon = spot
    lines = STRAIT.split("\n")
    lines[number] = f"{lines[number][:colon]}: {value}"
    survives(file, "\n".join(lines).encode())


@given(st.text(st.sampled_from("()+-*/<>=!., andortie1_9'\"%"), max_size=80))
@settings(max_examples=66)
def test_any_text_in_place_of_a_condition(file, text):
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    changed = STRAIT.replace('"tension(arden, brenmark) >= 95"', f'"{quoted}"')
    survives(file, changed.encode())


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\ntitle: x\nturns: 1\nactors: {"
        + ",".join(f"a{n}: {{kind: state, name: A}}" for n in range(10_000))
        + "}\n",
        "format: 1\ntitle: x\nturns: 1\nactors: {"
        + ",".join(f"a{n}: {{knd: state}}" for n in range(10_000))
        + "}\n",
        STRAIT + "parameters: {" + ",".join(f"erosion{n}: 1" for n in range(5_000)) + "}\n",
        STRAIT.replace(
            "brief: Keep the fishing accord alive.", "brief: " + "the survey ship " * 100_000
        ),
        STRAIT.replace('"tension(arden, brenmark) >= 95"', "(" * 1_000_000),
        STRAIT + "x: " + "a" * 1_900_000 + "\n",
        "a" * 1_000_000 + ": 1\n",
    ],
    ids=[
        "crowd",
        "crowd of mistakes",
        "unknown names",
        "long brief",
        "brackets",
        "long value",
        "long key",
    ],
)
def test_large_files_are_told_about_within_two_seconds(file, text):
    survives(file, text.encode())
