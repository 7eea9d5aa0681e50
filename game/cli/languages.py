"""The command that tells what of the program has been translated, and what has not."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import fail


@dataclass(slots=True)
class Message:
    """One message of a catalog: where it stands, what it is in English, its translations."""

    places: list[str] = field(default_factory=list)
    context: str = ""
    english: str = ""
    said: list[str] = field(default_factory=list)

    @property
    def missing(self) -> bool:
        """Whether a form of it is not translated."""
        return not all(self.said)


def languages(
    code: Annotated[str | None, typer.Argument(help="A language, such as fr.")] = None,
) -> None:
    """Say how much of each language is translated; with a language, what is missing of it."""
    from game.data import data_path
    from game.language import ENGLISH, LANGUAGES, UNREVIEWED

    if code is not None and code not in LANGUAGES:
        fail(f"there is no language '{code}': choose one of {', '.join(LANGUAGES)}")
    if code == ENGLISH:
        fail("English is what stands in the code: nothing of it can be missing.")
    for name in [code] if code else LANGUAGES:
        if name == ENGLISH:
            typer.echo(f"{name}  {LANGUAGES[name]}: the language of the code")
            continue
        found = messages(data_path("assets", "languages", f"{name}.po"))
        missing = [message for message in found if message.missing]
        read = "not reviewed by a native speaker" if name in UNREVIEWED else "reviewed"
        done = f"{len(found) - len(missing)} of {len(found)} messages"
        typer.echo(f"{name}  {LANGUAGES[name]}: {done}, {read}")
        for message in missing if code else ():
            meant = f" [{message.context}]" if message.context else ""
            typer.echo(f"{', '.join(message.places)}: {message.english}{meant}")


def messages(file: Path) -> list[Message]:
    """All messages of a .po file; none if there is no such file."""
    if not file.is_file():
        return []
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    found = [_message(block) for block in blocks if block.strip()]
    return [message for message in found if message.english]


def _message(block: str) -> Message:
    """One message, from its lines."""
    message = Message()
    for line in block.splitlines():
        if line.startswith("#: "):
            message.places += line[3:].split()
    for name, text in _fields(block):
        if name == "msgctxt":
            message.context = text
        elif name == "msgid":
            message.english = text
        elif name.startswith("msgstr"):
            message.said.append(text)
    return message


def _fields(block: str) -> Iterator[tuple[str, str]]:
    """The fields of a message; a text may go on over several lines."""
    name, text = "", ""
    for line in block.splitlines():
        if line.startswith('"'):
            text += ast.literal_eval(line)
        elif line and not line.startswith("#"):
            if name:
                yield name, text
            name, _, rest = line.partition(" ")
            text = ast.literal_eval(rest)
    if name:
        yield name, text
