"""A lock on a folder of tables, so that two batches never write into one at the same time.

The system holds it, and lets go of it when a process ends, however it ends: a batch that was
killed locks nobody out.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from game.batch.errors import BatchError

FILE = ".lock"


@contextmanager
def alone_in(out: Path) -> Iterator[None]:
    """Hold a folder for oneself.

    Raises:
        BatchError: another batch is at work there.
    """
    with (out / FILE).open("a+b") as file:
        if not _taken(file):
            raise BatchError(
                f"Another batch is writing into {out}: wait until it is done, "
                "or choose another --out."
            )
        yield


def _taken(file: IO[bytes]) -> bool:
    """Whether the lock could be had; it goes when the file is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
