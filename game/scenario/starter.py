"""A scenario to begin with: the starter's files, copied into a folder of the author's own."""

import json
import re
from pathlib import Path

from game.data import data_path
from game.scenario.faults import escape
from game.scenario.load import shipped_names
from game.scenario.schema import schema_text

NAME = "scenario"  # of its files: whatever the folder is called, `check FOLDER` finds them
SCHEMA = "scenario.schema.json"
TITLE = re.compile(r"^title: .*$", re.MULTILINE)
SHIPPED_SCHEMA = f"$schema=../{SCHEMA}"
LONGEST = 80  # characters of a title


class NotStarted(Exception):
    """Nothing was written; the message says why and what to do."""


def start(folder: Path, title: str = "") -> list[Path]:
    """Write a scenario that passes every check into a new or empty folder; return its files.

    Raises:
        NotStarted: the folder is in use or cannot be written, or the title cannot be shown.
    """
    _must_be_plain(folder, title)
    script = _starter(f"{NAME}.yaml").replace(SHIPPED_SCHEMA, f"$schema={SCHEMA}")
    cases = _starter(f"{NAME}.cases.yaml")
    if title:
        script = _titled(script, title)
        cases = _titled(cases, f"{title}, tried out")
    texts = {f"{NAME}.yaml": script, f"{NAME}.cases.yaml": cases, SCHEMA: schema_text() + "\n"}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise NotStarted(f"{folder} is there already and is not empty: name another folder.")
        for name, text in texts.items():
            with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as problem:
        why = problem.strerror or "it cannot be written"
        raise NotStarted(f"{folder}: {why.lower()}. Name another folder.") from None
    return [folder / name for name in texts]


def _must_be_plain(folder: Path, title: str) -> None:
    name = str(folder)
    if escape(name) != name:
        raise NotStarted(f"{escape(name)} holds signs that cannot be shown: name another folder.")
    if name in shipped_names():
        raise NotStarted(f"'{name}' is the name of a shipped scenario: name another folder.")
    if escape(title) != title:
        raise NotStarted(f"The title {escape(title)} holds signs that cannot be shown.")
    if len(title) > LONGEST:
        raise NotStarted(f"A title of {len(title)} characters fits nowhere: {LONGEST} at most.")


def _starter(name: str) -> str:
    return data_path("scenarios", "starter", name).read_text(encoding="utf-8")


def _titled(text: str, title: str) -> str:
    """The text with another title, quoted as YAML reads it: JSON is YAML."""
    line = f"title: {json.dumps(title, ensure_ascii=False)}"
    return TITLE.sub(lambda _: line, text, count=1)
