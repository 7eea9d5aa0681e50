"""The command that makes the review of a played game: a page to read, print and talk over."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import Moved, fail, script_of
from game.cli.speaking import speak

if TYPE_CHECKING:
    from game.report import Review
    from game.views.film import Film

Journal = Annotated[Path, typer.Argument(help="A journal of a played game.")]
Spoken = Annotated[str | None, typer.Option(help="Language of the page; else that of the game.")]


def report(
    journal: Journal,
    *,
    seat: Annotated[str | None, typer.Option(help="Only what this seat may keep.")] = None,
    out: Annotated[Path | None, typer.Option(help="The file; else beside the journal.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="If the file is there, replace it.")
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Name the persons who intervened.")
    ] = False,
    language: Spoken = None,
    scenario: Moved = None,
) -> None:
    """Make the after-action review of a game: one HTML file, to be read, printed and debriefed."""
    from game.report import NoSuchSeat, review, written

    film = film_of(journal, scenario, language)
    file = out or beside(journal, seat)
    if file.exists() and not replace:
        fail(f"{file} is there already: add --replace, or name another file with --out.")
    try:
        made = review(film, seat, names=names)
    except NoSuchSeat as problem:
        fail(f"{journal}: {problem}")
    try:
        file.write_text(written(made), encoding="utf-8")
    except OSError as problem:
        fail(f"{file} cannot be written ({problem.strerror}): name another with --out.")
    typer.echo(_said(made, file))


def beside(journal: Path, seat: str | None) -> Path:
    """Return where a review is put, unless another file is named."""
    return journal.with_name(
        f"{journal.stem}.{seat}.review.html" if seat else f"{journal.stem}.review.html"
    )


def film_of(journal: Path, scenario: str | None, spoken: str | None) -> "Film":
    """Return the film of a journal in a language, or end the command with the reason."""
    from game import language
    from game.session import JournalRefused, read
    from game.session.film import film

    if spoken is not None and spoken not in language.LANGUAGES:
        fail(f"there is no language '{spoken}': choose one of {', '.join(language.LANGUAGES)}")
    try:
        header = read(journal).header
        wanted = speak(spoken or header.language)
        return film(journal, script_of(header, scenario, wanted))
    except JournalRefused as problem:
        fail(str(problem))


def _said(made: "Review", file: Path) -> str:
    """Return what was made, in a line or two."""
    from game.language import t, t_count

    turns = t_count("{count} turn", "{count} turns", made.played)
    whose = (
        t("what {seat} may keep", seat=made.seat_name)
        if made.seat
        else t("everything: keep it in the room")
    )
    line = t("The review is in {file}: {turns}, {whose}.", file=file, turns=turns, whose=whose)
    return f"{line} {made.flaw}" if made.flaw else line
