"""What people will read: texts too long for their place, missing translations and descriptions."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from game.batch.deep.findings import Evidence, Finding, Path
from game.scenario.move import Text

# How many letters fit where a text is shown; measured on the window's own layout, in English.
LONGEST = {
    ("title",): 48,
    ("summary",): 400,
    ("actors", "*", "name"): 28,
    ("audiences", "*", "name"): 28,
    ("channels", "*", "name"): 20,
    ("issues", "*", "name"): 40,
    ("seats", "*", "name"): 44,
    ("seats", "*", "aim"): 160,
    ("objectives", "*", "*", "name"): 36,
    ("msel", "*", "source"): 40,
    ("msel", "*", "text"): 700,
    ("claims", "*", "text"): 160,
    ("endings", "*", "says"): 600,
    ("debrief", "*", "ask"): 240,
}
NAMES = ("name", "source")  # Belmora is Belmora everywhere
HALF = 0.5  # of the texts: a language in fewer is a beginning, not a translation


def too_long(evidence: Evidence) -> Iterator[Finding]:
    """Texts that will not fit where they are shown."""
    content = evidence.scenario.content
    for path, text in texts(content):
        limit = LONGEST.get(_pattern(path))
        said = evidence.scenario.say(text)
        if limit is not None and len(said) > limit:
            message = f"this text is too long for its place: {len(said)} letters, {limit} fit"
            yield Finding("text-too-long", path, message, f"it begins '{said[:30]}...'")


def untranslated(evidence: Evidence) -> Iterator[Finding]:
    """Languages that most texts have and some lack; a bare name is one in every language."""
    every = [
        (path, text)
        for path, text in texts(evidence.scenario.content)
        if not (isinstance(text, str) and path[-1] in NAMES)
    ]
    written = evidence.scenario.content.language
    languages = sorted({key for _, text in every for key in _languages(text, written)})
    for language in languages:
        lacking = [path for path, text in every if language not in _languages(text, written)]
        if lacking and len(lacking) < HALF * len(every):
            message = f"this text has no '{language}', which most texts of the scenario have"
            said = f"{len(lacking)} of {len(every)} texts lack it"
            yield Finding("text-untranslated", lacking[0], message, said)


def undescribed(evidence: Evidence) -> Iterator[Finding]:
    """A picture that nobody described for those who cannot see it."""
    content = evidence.scenario.content
    if content.picture and not evidence.scenario.say(content.picture_alt):
        message = "this picture has no words for those who cannot see it: add picture_alt"
        yield Finding("picture-undescribed", ("picture",), message, "picture_alt is empty")


def texts(content: BaseModel) -> Iterator[tuple[Path, Text]]:
    """Every text of a scenario that is not empty, with its path."""
    yield from _below(content, ())


def _below(value: Any, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            part, below = getattr(value, name), (*path, field.alias or name)
            if field.annotation in (Text, Text | None):
                if part:
                    yield below, part
            else:
                yield from _below(part, below)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _below(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _below(part, (*path, place))


def _languages(text: Text, written: str) -> tuple[str, ...]:
    """Return the languages that a text is in; a bare one is in the scenario's own."""
    return (written,) if isinstance(text, str) else tuple(text)


def _pattern(path: Path) -> tuple[str, ...]:
    """Return a path with a star for whatever an author named."""
    steps = [str(step) for step in path]
    named = {"objectives": (1, 2)}.get(steps[0], (1,))
    return tuple("*" if place in named else step for place, step in enumerate(steps))
