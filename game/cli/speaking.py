"""Which language the program speaks: the one asked for, else the one that is set, else English."""

from typing import Annotated

import typer

Spoken = Annotated[
    str | None, typer.Option("--language", help="Language to play in, such as en, id or ar.")
]


def speak(asked: str | None) -> str:
    """Speak a language from now on; its code comes back, for the scenario's own texts.

    A scenario may be written in a language that the program does not speak: then the program
    speaks English about it.
    """
    from game import language
    from game.ui import settings

    code = asked or settings.load(settings.path())[0].language
    if code in language.LANGUAGES:
        language.use(code)
    return code
