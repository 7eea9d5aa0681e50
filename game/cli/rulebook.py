"""The command that shows the rulebook: its table, one move, or the reference page of all."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import Language, fail, load_script


def moves(
    name: Annotated[str | None, typer.Argument(help="A move; else the table of all.")] = None,
    *,
    scenario: Annotated[
        str | None, typer.Option(help="A scenario whose own moves are shown as well.")
    ] = None,
    page: Annotated[
        Path | None, typer.Option(help="Print all moves into this Markdown file.")
    ] = None,
    language: Language = "en",
) -> None:
    """Show the moves there are, or everything about one of them."""
    from game.rules import pages
    from game.scenario.rulebook import load_rulebook_source

    book: pages.Book = load_rulebook_source().book
    if scenario is not None:
        book = load_script(scenario, language)
    if page is not None:
        page.write_text(pages.reference(book, language), encoding="utf-8")
        typer.echo(f"{page} is written.")
    elif name is None:
        typer.echo(pages.listing(book, language))
    elif name not in book.moves:
        fail(f"There is no move '{name}'; `python main.py moves` lists those there are.")
    else:
        typer.echo(pages.page(book, name, language))
