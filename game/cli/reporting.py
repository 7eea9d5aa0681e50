"""The command that makes a page of what was played: a review of one game, a report of a batch."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import Moved, fail, found, load_script, script_of
from game.cli.speaking import speak

if TYPE_CHECKING:
    from game.report import Review
    from game.views.film import Film

Journal = Annotated[Path, typer.Argument(help="A journal of a played game.")]
Played = Annotated[Path, typer.Argument(help="A journal, or the folder that `batch` wrote.")]
BATCH_PAGE = "report.html"
Spoken = Annotated[str | None, typer.Option(help="Language of the page; else that of the game.")]


def report(
    journal: Played,
    *,
    seat: Annotated[str | None, typer.Option(help="Only what this seat may keep.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file; else beside the journal, or in the folder.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="If the file is there, replace it.")
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Name the persons who intervened.")
    ] = False,
    language: Spoken = None,
    scenario: Moved = None,
) -> None:
    """Make the after-action review of a game, or the report of a batch: one HTML file."""
    from game.report import NoSuchSeat, review, written

    if journal.is_dir():
        if seat is not None or names:
            fail(f"{journal} is the folder of a batch: --seat and --names are for one game.")
        return _of_batch(journal, out or journal / BATCH_PAGE, replace, (scenario, language))
    film = film_of(journal, scenario, language)
    file = out or beside(journal, seat)
    _must_be_free(file, replace)
    try:
        made = review(film, seat, names=names)
    except NoSuchSeat as problem:
        fail(f"{journal}: {problem}")
    _put(file, written(made))
    return typer.echo(_said(made, file))


def _of_batch(folder: Path, file: Path, replace: bool, named: tuple[str | None, ...]) -> None:
    """Make the report of a batch; `named`: the scenario and the language, if they were."""
    from game.language import t, t_count
    from game.report import NoBatch, batch_review, batch_written, open_folder

    _must_be_free(file, replace)
    scenario, wanted = named
    try:
        where = found(open_folder(folder).played.scenario, scenario)
        script = load_script(where, _spoken(wanted or "en"))
        made = batch_review(folder, script)
        _put(file, batch_written(made, script))
    except NoBatch as problem:
        fail(str(problem))
    games = t_count("{count} game", "{count} games", made.games)
    typer.echo(t("The report is in {file}: {games}.", file=file, games=games))


def _must_be_free(file: Path, replace: bool) -> None:
    """Never write over what is there, unless asked to."""
    if file.exists() and not replace:
        fail(f"{file} is there already: add --replace, or name another file with --out.")


def _put(file: Path, page: str) -> None:
    """Write a page, or end the command with the reason."""
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as problem:
        fail(f"{file} cannot be written ({problem.strerror}): name another with --out.")


def _spoken(wanted: str) -> str:
    """Return a language that the program speaks, and speak it."""
    from game import language

    if wanted not in language.LANGUAGES:
        fail(f"there is no language '{wanted}': choose one of {', '.join(language.LANGUAGES)}")
    return speak(wanted)


def beside(journal: Path, seat: str | None) -> Path:
    """Return where a review is put, unless another file is named."""
    return journal.with_name(
        f"{journal.stem}.{seat}.review.html" if seat else f"{journal.stem}.review.html"
    )


def film_of(journal: Path, scenario: str | None, spoken: str | None) -> "Film":
    """Return the film of a journal in a language, or end the command with the reason."""
    from game.session import JournalRefused, read
    from game.session.film import film

    try:
        header = read(journal).header
        wanted = _spoken(spoken) if spoken is not None else speak(header.language)
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
