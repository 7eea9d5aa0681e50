"""How the window looks and speaks: what a person has set, kept as JSON in the user's own folder.

A file that cannot be read is put aside with a sentence, never with a crash: a projector in a
training room matters more than a preference.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import language
from game.data import user_data_path
from game.language import t
from game.ui import theme as themes

if TYPE_CHECKING:
    from game.ui.stage import Stage

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """theme: a name; size: the scale, 0 fits the window; motion; letters; language: a code."""

    theme: str = themes.DARK.name
    size: float = 0.0
    motion: bool = True
    letters: bool = True  # whether single letters are shortcuts, outside text
    language: str = language.ENGLISH
    guide: bool = True  # whether the next new game begins with the guide


def path() -> Path:
    """The file of whoever is logged in."""
    return user_data_path() / FILE


def load(file: Path) -> tuple[Settings, str]:
    """What is set, and a sentence if the file could not be used; no file means nothing set."""
    if not file.is_file():
        return Settings(), ""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(said, dict):
            raise TypeError(said)  # noqa: TRY301 - told below like the rest
        known = {row.name: said[row.name] for row in fields(Settings) if row.name in said}
        return _checked(Settings(**known)), ""
    except (OSError, ValueError, TypeError, KeyError):
        return Settings(), t(
            "Your settings in {file} could not be read; these are the first ones.", file=file
        )


def _checked(found: Settings) -> Settings:
    """The settings, if each of them means something.

    Raises:
        ValueError: one of them does not.
    """
    names = [theme.name for theme in themes.THEMES]
    size = float(found.size)
    good = (
        found.theme in names
        and (size == 0 or themes.SCALE_MIN <= size <= themes.SCALE_MAX)
        and isinstance(found.motion, bool)
        and isinstance(found.letters, bool)
        and isinstance(found.guide, bool)
        and found.language in language.LANGUAGES
    )
    if not good:
        raise ValueError(found)
    return replace(found, size=size)


def save(settings: Settings, file: Path) -> str:
    """Write the file, all of it or nothing; a sentence if that could not be done."""
    beside = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        os.replace(beside, file)  # noqa: PTH105 - the one call that replaces in a single step
    except OSError as error:
        return t("Your settings could not be saved ({why}).", why=error.strerror or error)
    return ""


def apply(settings: Settings, stage: Stage) -> None:
    """Dress the stage as it is set."""
    theme = next(one for one in themes.THEMES if one.name == settings.theme)
    stage.dress(
        theme=theme,
        scale=settings.size,
        motion=settings.motion,
        letters=settings.letters,
        speaks=settings.language,
    )


def seen(stage: Stage, before: Settings) -> Settings:
    """The settings as the stage now stands: somebody may have pressed Ctrl + or chosen a theme."""
    values: dict[str, Any] = {
        "theme": stage.theme.name,
        "size": 0.0 if stage.fitted else stage.scale,
        "motion": stage.motion.on,
        "letters": stage.letters,
        "language": language.current(),
    }
    return replace(before, **values)
