"""The chain of hashes through a journal: each row seals itself and all rows before it.

It shows accidents and careless edits, and where they begin. It is no signature: whoever may write
the whole file can also forge the whole chain.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

SEED = "0" * 64  # what the first row follows


class Row(NamedTuple):
    """One row of a journal, as it stands in the file."""

    number: int  # 1, 2, 3, ...
    kind: str
    body: str  # one line of JSON
    previous: str  # the seal of the row before
    hash: str  # its own seal


class BrokenChain(ValueError):
    """A row is not as it was written; the message says which."""


def sealed(number: int, kind: str, body: str, previous: str) -> Row:
    """The row with its hash: SHA-256 over the seal before it and all it says."""
    said = "\n".join((previous, str(number), kind, body))
    return Row(number, kind, body, previous, hashlib.sha256(said.encode()).hexdigest())


def followed(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, as long as each follows from the one before.

    Raises:
        BrokenChain: at the first row that does not; all rows before it have been given by then.
    """
    number, last = 1, SEED
    for row in rows:
        if any(not isinstance(part, str) for part in row[1:]) or row.number != number:
            raise BrokenChain(f"row {number} is missing or is not as it was written")
        if row != sealed(number, row.kind, row.body, last):
            raise BrokenChain(f"row {number} is not as it was written")
        yield row
        number, last = number + 1, row.hash
