"""The command that talks a played game over in the window, and the way there from an ending."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asked import Moved, fail
from game.cli.reporting import Journal, Spoken, film_of
from game.language import t

if TYPE_CHECKING:
    from game.engine.journal import Intervention
    from game.report import Came, OrderPart, Review
    from game.session import Table
    from game.ui.board import Board
    from game.views.film import Film

Append = Callable[["Intervention"], object]
Back = Callable[[], None]
ROOM = "the room"  # who decides in a debrief, in the journal's words


def debrief(
    journal: Journal,
    *,
    seat: Annotated[str | None, typer.Option(help="Only what this seat may keep.")] = None,
    facilitator: Annotated[
        bool, typer.Option("--facilitator", help="Show everything of a game that goes on.")
    ] = False,
    language: Spoken = None,
    scenario: Moved = None,
) -> None:
    """Talk a game over in the window: turn by turn, each seat's view beside the truth."""
    from game.report import NoSuchSeat, review
    from game.ui.window import NoWindow, run

    film = film_of(journal, scenario, language)
    if not film.ending and seat is None and not facilitator:
        fail(
            f"{journal}: this game goes on, and a debrief shows every secret. Add --facilitator "
            "if only you look, or --seat for what one seat may see."
        )
    try:
        review(film, seat)
        run(lambda board: _alone(board, film, journal, seat))
    except (NoSuchSeat, NoWindow) as problem:
        fail(f"{journal}: {problem}")


def _alone(board: "Board", film: "Film", journal: Path, seat: str | None) -> None:
    """A debrief by itself: leaving it closes the window."""
    from game.session.store import Journal as Store

    def append(done: "Intervention") -> None:
        store, _ = Store.open(journal)
        try:
            store.append(done)
        finally:
            store.close()

    def leave() -> None:
        board.stage.done = True

    talk(board, film, journal, append, leave, seat)


def after(table: "Table", journal: Path) -> "Callable[[Board, Back], None]":
    """What an ending's button opens: the debrief of a table that is still laid."""

    def begin(board: "Board", back: Back) -> None:
        from game.session import JournalRefused
        from game.session.film import film
        from game.ui.notices import Notice

        try:
            played = film(journal, table.game.script)
        except JournalRefused as problem:
            board.stage.tell(Notice(str(problem), icon="warn", kind="alert"))
        else:
            talk(board, played, journal, table.journal.append, back)

    return begin


def talk(
    board: "Board",
    film: "Film",
    journal: Path,
    append: Append,
    leave: Back,
    seat: str | None = None,
) -> None:
    """Show the debrief of a film on a board; what the room decides is kept by `append`."""
    from game.report import review
    from game.ui.screens.debrief import Debrief
    from game.ui.screens.debrief_header import Doors

    def write(made: "Review") -> str:
        return _written(made, journal, seat)

    doors = Doors(
        leave=leave,
        theme=lambda: _dress(board),
        decide=None if seat else lambda order, came: _decide(append, order, came),
        write=write,
    )
    board.stage.show(Debrief(review(film, seat), doors))


def _decide(append: Append, order: "OrderPart", came: "Came") -> str:
    """Keep in the journal whether an expectation came true; why not, if it cannot be kept."""
    from game.engine.journal import Intervention
    from game.session import JournalRefused

    data = {"seat": order.seat, "order": order.place, "came": came}
    try:
        append(Intervention(order.turn, "outcome", by=ROOM, why="", data=data))
    except JournalRefused as problem:
        return str(problem)
    return ""


def _dress(board: "Board") -> None:
    """The other set of colors."""
    from game.ui import theme

    at = theme.THEMES.index(board.stage.theme)
    board.stage.dress(theme=theme.THEMES[(at + 1) % len(theme.THEMES)])


def _written(made: "Review", journal: Path, seat: str | None) -> str:
    """Make the page of a review; where it is, or why it could not be made."""
    from game.cli.reporting import beside
    from game.report import written

    file = beside(journal, seat)
    there = file.exists()
    try:
        file.write_text(written(made), encoding="utf-8")
    except OSError as problem:
        return t("{file} cannot be written: {why}.", file=file, why=problem.strerror)
    if there:
        return t("The review is in {file}; it replaces the one that was there.", file=file)
    return t("The review is in {file}.", file=file)
