"""A file on disk as text, or the sentence that says why it is none.

Everything a stranger might put in place of a text is refused here, before a parser sees it: a
folder, a device, five megabytes, a picture, an unknown encoding.
"""

import re
import stat
from pathlib import Path

from game.scenario.faults import Fault, Place

LARGEST = 2_000_000  # bytes
# What YAML 1.2 lets stand in a text; the rest must be written as an escape in double quotes.
FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # line breaks as the YAML parser counts them
SIGNATURES = (b"\xff\xfe", b"\xfe\xff")
MOST_CHARACTERS = 10  # forbidden characters reported a file; more say nothing new


class Unreadable(Exception):
    """A file is no text; carries its faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def read_text(path: Path, shown: str) -> str:
    """The text of a file, without a byte order mark.

    `shown` is what the file is called in messages.

    Raises:
        Unreadable: it is missing, not a file, too large, binary, or not UTF-8.
    """
    data = _read_bytes(path, shown)
    if data.startswith(SIGNATURES):
        raise _refusal(shown, "not-utf8", "the file is in UTF-16", "save it as UTF-8")
    if b"\x00" in data:
        hint = "name the .yaml file of a scenario"
        raise _refusal(shown, "binary-file", "this is no text file: it holds zero bytes", hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_not_utf8(data, error.start, shown)) from None
    faults = _forbidden(text, shown)
    if faults:
        raise Unreadable(*faults)
    return text


def split_lines(text: str) -> list[str]:
    """The lines of a text, as the YAML parser counts them."""
    return BREAK.split(text)


def _read_bytes(path: Path, shown: str) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _refusal(shown, "is-a-folder", "this is a folder", "name the file in it")
        if not stat.S_ISREG(status.st_mode):
            raise _refusal(shown, "not-a-file", "this is a device, no file", "name a .yaml file")
        if status.st_size > LARGEST:
            raise _too_large(shown, status.st_size)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        hint = "look at the spelling and the folder"
        raise _refusal(shown, "no-such-file", "there is no such file", hint) from None
    except PermissionError:
        hint = "change the file's permissions"
        raise _refusal(shown, "unreadable", "this file may not be read", hint) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _refusal(shown, "unreadable", f"the file cannot be read: {why.lower()}") from None
    if len(data) > LARGEST:
        raise _too_large(shown, len(data))
    return data


def _refusal(shown: str, code: str, message: str, hint: str = "") -> Unreadable:
    return Unreadable(Fault(shown, 1, 1, code, message, hint))


def _too_large(shown: str, size: int) -> Unreadable:
    message = f"the file has {size / 1e6:.1f} MB; {LARGEST / 1e6:.0f} MB are the most"
    return _refusal(shown, "too-large", message, "split it with include:")


def _not_utf8(data: bytes, at: int, shown: str) -> Fault:
    before = data[:at].decode("utf-8-sig", errors="replace")
    lines = split_lines(before)
    rest = data[at : at + 200].decode("utf-8", errors="replace")
    line = lines[-1] + split_lines(rest)[0]
    message = f"byte 0x{data[at]:02x} is not UTF-8"
    hint = "save the file as UTF-8"
    column = len(lines[-1]) + 1
    return Fault(shown, len(lines), column, "not-utf8", message, hint, source_line=line)


def _forbidden(text: str, shown: str) -> list[Fault]:
    faults: list[Fault] = []
    for match in FORBIDDEN.finditer(text):
        place = place_at(text, match.start(), shown)
        message = f"the invisible character U+{ord(match[0]):04X} may not stand in a text"
        line = split_lines(text)[place.line - 1]
        at = (place.line, place.column)
        faults.append(
            Fault(shown, *at, "control-character", message, "delete it", source_line=line)
        )
        if len(faults) == MOST_CHARACTERS:
            break
    return faults


def place_at(text: str, index: int, shown: str) -> Place:
    """The line and column of a character of a text, counted from 0."""
    lines = split_lines(text[:index])
    return Place(shown, len(lines), len(lines[-1]) + 1)
