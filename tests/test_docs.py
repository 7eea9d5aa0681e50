"""What the documentation shows can be loaded, and whatever an author may write is documented."""

import re
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from game.scenario import load, model, move, words
from tests.story import written

DOCS = Path(__file__).resolve().parent.parent / "docs"
FORMAT = (DOCS / "scenario-format.md").read_text(encoding="utf-8")
MOVES = (DOCS / "moves.md").read_text(encoding="utf-8")


def section(page: str, start: str) -> str:
    """The text from the heading or bold word that begins with `start` up to the next one."""
    end = "#" if start.startswith("#") else r"(#|\*\*)"
    found = re.search(rf"^{re.escape(start)}.*?(?=^{end}|\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"the page has no section that begins with {start}"
    return found.group()


def names_in_yaml(part: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in part.model_fields.items()]


WHERE = [
    (model.Content, FORMAT, "## The top level"),
    (model.Actor, FORMAT, "### `actors`"),
    (model.Audience, FORMAT, "### `audiences`"),
    (model.Population, FORMAT, "### `audiences`"),
    (model.Tie, FORMAT, "### `ties`"),
    (model.Issue, FORMAT, "### `issues`"),
    (model.Channel, FORMAT, "### `channels`"),
    (model.Secret, FORMAT, "### `secrets`"),
    (model.Claim, FORMAT, "### `claims`"),
    (model.Seat, FORMAT, "### `seats`"),
    (model.Inject, FORMAT, "### `msel`"),
    (model.Contingency, FORMAT, "### `msel`"),
    (model.Objective, FORMAT, "### `objectives`"),
    (model.Undertaking, FORMAT, "### `undertakings`"),
    (model.Commitment, FORMAT, "### `undertakings`"),
    (model.Ending, FORMAT, "### `endings`"),
    (model.Debrief, FORMAT, "### `debrief`"),
    (model.Knob, FORMAT, "### `knobs`"),
    (model.Choice, FORMAT, "### `knobs`"),
    (move.Move, MOVES, "## A move"),
    (move.Price, MOVES, "## A move"),
    (move.Variant, MOVES, "**`variants`**"),
    (move.Partner, MOVES, "**`with`**"),
    (move.Codes, MOVES, "**`codes`**"),
    (move.Shift, MOVES, "**`shift`**"),
    (move.Expose, MOVES, "**`expose`**"),
    (move.Chance, MOVES, "**`chance`**"),
    (move.Gauge, MOVES, "## Measures"),
]


@pytest.mark.parametrize(
    ("part", "page", "start"), WHERE, ids=[part.__name__ for part, _, _ in WHERE]
)
def test_every_key_an_author_may_write_stands_in_its_section(part, page, start):
    text = section(page, start)

    missing = [key for key in names_in_yaml(part) if not re.search(rf"`(\{{)?{key}\b", text)]

    assert not missing


def test_every_word_of_the_expression_language_is_explained():
    text = section(MOVES, "## Expressions")
    known = [*words.FACTS, *words.RELATIONS, *words.SETS, *words.AGGREGATES, *words.FUNCTIONS]

    assert not [word for word in known if not re.search(rf"`{word}\b", text)]


def blocks(page: str) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def laid_over(below: object, part: object) -> object:
    """One part of a scenario over another, key by key."""
    if not isinstance(below, dict) or not isinstance(part, dict):
        return part
    return {**below, **{k: laid_over(below[k], v) if k in below else v for k, v in part.items()}}


@pytest.mark.parametrize("block", blocks(FORMAT) + blocks(MOVES), ids=lambda block: block[:20])
def test_every_example_is_a_part_of_a_scenario_that_loads(block, tmp_path):
    """Laid over the small whole one that the page begins with."""
    whole = laid_over(yaml.safe_load(blocks(FORMAT)[0]), yaml.safe_load(block))
    path = tmp_path / "strait.yaml"
    path.write_text(written(whole), encoding="utf-8")

    assert load(path).content.turns == 8
