"""The manifest of a folder of tables: what they are tables of, so that two batches never mix.

Everything a row depends on stands in it, and nothing else: neither the number of games nor that of
workers, because a batch may grow, and go on elsewhere.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from game import __version__
from game.batch.errors import BatchError
from game.batch.parquet import put
from game.rules import VERSION
from game.scenario import Scenario

FORMAT = 2
FILE = "manifest.json"
ELSE = "choose another --out, or remove that folder to begin again"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a batch plays. `part` is how many games stand in one part."""

    scenario: str
    digest: str
    rulebook: str
    rules: str
    program: str
    seed: int
    policies: dict[str, str]
    part: int
    format: int = FORMAT


# What must be equal for tables to go on, in words. A scenario means the same under any file name.
SAME = {
    "format": "tables of format",
    "digest": "the scenario text",
    "rulebook": "the rulebook",
    "rules": "rules of version",
    "program": "the program's version",
    "seed": "the seed",
    "policies": "the stand-ins",
    "part": "parts of",
}


def manifest_of(
    scenario: Scenario, *, seed: int, policies: Mapping[str, str], part: int
) -> Manifest:
    """Return the manifest of a batch."""
    return Manifest(
        scenario=scenario.name,
        digest=scenario.digest,
        rulebook=scenario.rulebook_digest,
        rules=str(VERSION),
        program=__version__,
        seed=seed % 2**64,
        policies=dict(sorted(policies.items())),
        part=part,
    )


def found_in(out: Path) -> Manifest | None:
    """Return the manifest of a folder, None where there is no batch.

    Raises:
        BatchError: there are parts of a batch whose manifest is gone or cannot be read.
    """
    path = out / FILE
    if not path.exists():
        if any((out / "parts").glob("*.parquet")):
            raise BatchError(f"{out} holds parts of a batch without its {FILE}: {ELSE}.")
        return None
    try:
        return Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BatchError(f"{path} is no manifest that this version can read: {ELSE}.") from error


def must_agree(there: Manifest, wanted: Manifest, out: Path) -> None:
    """Refuse to go on with a batch that is another one.

    Raises:
        BatchError: the two differ; says in what.
    """
    old, new = asdict(there), asdict(wanted)
    differing = [
        _difference(words, old[name], new[name])
        for name, words in SAME.items()
        if old[name] != new[name]
    ]
    if differing:
        raise BatchError(f"{out} holds another batch: {'; '.join(differing)}. To go on, {ELSE}.")


def save(manifest: Manifest, out: Path) -> None:
    """Write the manifest of a folder."""
    put(out / FILE, json.dumps(asdict(manifest), indent=2, ensure_ascii=False) + "\n")


def _difference(words: str, old: object, new: object) -> str:
    if isinstance(old, dict) and isinstance(new, dict):
        seats = [seat for seat in sorted({*old, *new}) if old.get(seat) != new.get(seat)]
        pairs = (f"{seat}={old.get(seat)}, not {new.get(seat)}" for seat in seats)
        return f"{words} are {', '.join(pairs)}"
    if isinstance(old, str) and len(old) == 64:  # a digest says nothing to anybody
        return f"{words} was another one"
    return f"{words} {old}, not {new}"
