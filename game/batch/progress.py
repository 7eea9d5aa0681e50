"""How far a batch has come, on a terminal's error stream; elsewhere nothing is said."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]  # games done, games wanted


@contextmanager
def shown(progress: Progress | None) -> Iterator[Progress]:
    """Yield whom to tell: the given listener, else a bar on stderr where that is a terminal."""
    if progress is not None:
        yield progress
    elif not sys.stderr.isatty():
        yield lambda *_: None
    else:
        with _bar() as tell:
            yield tell


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("games"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("games", total=None)
        yield lambda done, wanted: bar.update(task, completed=done, total=wanted)
