"""The PINs of seats that share a laptop, and of the facilitator.

They stand beside the journal and not in it: a journal is mailed and kept, and four digits are soon
found from any hash by who has it, though scrypt makes them wait. The file is what a forgotten PIN
costs: without it every seat chooses anew. It keeps honest people from mistakes; whoever may read
the disk can read the journal itself.
"""

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path

from game.engine import FACILITATOR
from game.language import t

DIGITS = 4
TRIES = 3
SUFFIX = ".pins"
WORK = {"n": 2**14, "r": 8, "p": 1, "maxmem": 64 * 2**20}  # about 50 ms a try


class WrongPin(Exception):
    """The door stays shut; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class _Lock:
    salt: str
    hash: str
    tries: int = TRIES  # left before only the facilitator opens


class Pins:
    """Who has chosen a PIN, and whether one is right."""

    def __init__(self, journal: Path | None = None) -> None:
        """The PINs beside a journal; without a path they end with the program."""
        self.path = None if journal is None else journal.with_name(journal.name + SUFFIX)
        self._locks = _read(self.path)

    def chosen(self, who: str) -> bool:
        """Whether this seat (or "facilitator") has a PIN."""
        return who in self._locks

    def left(self, who: str) -> int:
        """How many tries are left."""
        return self._locks[who].tries if who in self._locks else TRIES

    def choose(self, who: str, pin: str) -> None:
        """Take a PIN for who has none yet.

        Raises:
            WrongPin: there is one already, or this is not four digits.
        """
        if self.chosen(who):
            raise WrongPin(t("There is a PIN already."))
        digits = digits_of(pin)
        if len(digits) != DIGITS:
            raise WrongPin(t("A PIN has four digits."))
        salt = secrets.token_hex(16)
        self._put(who, _Lock(salt, _hashed(digits, salt)))

    def open(self, who: str, pin: str) -> bool:
        """Whether the PIN is right; a wrong one costs a try, and without one left none is right.

        The facilitator's tries never end: nobody else could open that door.
        """
        lock = self._locks.get(who)
        if lock is None or (lock.tries <= 0 and who != FACILITATOR):
            return False
        right = hmac.compare_digest(_hashed(digits_of(pin), lock.salt), lock.hash)
        left = TRIES if right else max(lock.tries - 1, 0)
        if left != lock.tries:
            self._put(who, _Lock(lock.salt, lock.hash, left))
        return right

    def refill(self, who: str) -> None:
        """Give a seat its tries back."""
        if (lock := self._locks.get(who)) is not None:
            self._put(who, _Lock(lock.salt, lock.hash))

    def forget(self, who: str) -> None:
        """Let a seat choose anew; for the facilitator to do."""
        if self._locks.pop(who, None) is not None:
            self._save()

    def end(self) -> None:
        """Forget all, when a session is over."""
        self._locks = {}
        if self.path is not None:
            self.path.unlink(missing_ok=True)

    def _put(self, who: str, lock: _Lock) -> None:
        self._locks[who] = lock
        self._save()

    def _save(self) -> None:
        if self.path is None:
            return
        rows = {who: asdict(lock) for who, lock in sorted(self._locks.items())}
        beside = self.path.with_name(self.path.name + ".new")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(rows, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)


def digits_of(text: str) -> str:
    """The decimal digits in a text, of whatever script, as 0 to 9."""
    found = (unicodedata.decimal(sign, None) for sign in text)
    return "".join(str(value) for value in found if value is not None)


def _hashed(digits: str, salt: str) -> str:
    return hashlib.scrypt(digits.encode(), salt=bytes.fromhex(salt), **WORK).hex()


def _read(path: Path | None) -> dict[str, _Lock]:
    """The locks of a file; a file that cannot be read holds none."""
    if path is None or not path.is_file():
        return {}
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {str(who): _Lock(**row) for who, row in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
