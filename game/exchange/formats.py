"""The formats there are, and how a file of one is written."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from game.exchange import gdelt, stix
from game.exchange.acts import Act, ExchangeError
from game.scenario import Scenario

Format = Callable[[Scenario, Iterable[Act]], Iterator[str]]

FORMATS: dict[str, Format] = {"gdelt": gdelt.lines, "stix": stix.lines}


def export(scenario: Scenario, acts: Iterable[Act], style: str, out: Path) -> int:
    """Write acts to a file in one of FORMATS, complete or not at all; return its lines.

    Raises:
        ExchangeError: no such format, a library is missing, or the file cannot be written.
    """
    if style not in FORMATS:
        raise ExchangeError(f"there is no format '{style}': choose one of {', '.join(FORMATS)}.")
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    count = 0
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            for line in FORMATS[style](scenario, acts):
                file.write(f"{line}\n")
                count += 1
        unfinished.replace(out)
    except OSError as error:
        raise ExchangeError(
            f"{out} cannot be written ({error.strerror}): name another file."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return count
