"""Asking and telling, line by line: the terminal's only door to the person.

Everything is lines of plain text in reading order, without color, boxes or moving parts, so that
a screen reader, a braille line, a pipe and a log all get the same. A question can always be left:
`back` goes back, `quit` leaves the table, `?` says what is possible.
"""

import os
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO

from game.language import t, t_in
from game.ui.terminal.speech import listed, plain

LONGEST = 4_000  # characters of one answer; a paste beyond that is cut and said to be
BACK = ("back", "b")
HELP = ("help", "?", "h")
QUIT = ("quit", "exit", "q")


class Gone(Exception):
    """The person has left: the input ended, or they said so."""


class Voice:
    """One person's terminal."""

    def __init__(self, lines_in: Iterable[str], out: TextIO) -> None:
        self._lines: Iterator[str] = iter(lines_in)
        self._out = out
        self._talks = bool(getattr(out, "isatty", bool)())

    def say(self, *lines: str) -> None:
        """Tell these lines; an empty one is a pause."""
        for line in lines:
            for part in self._wrapped(plain(line)):
                self._write(part + "\n")
        self._out.flush()

    def items(self, lines: Sequence[str], *, first: int = 1) -> None:
        """Tell these lines with numbers before them."""
        self.say(*(f"{place}. {line}" for place, line in enumerate(lines, start=first)))

    def ask(self, prompt: str) -> str:
        """What the person answers, without the spaces around it.

        Raises:
            Gone: there is nobody to answer any more, or the answer was `quit`.
        """
        self._write(plain(prompt) + (" " if self._talks else "\n"))
        self._out.flush()
        try:
            line = next(self._lines)
        except (StopIteration, ValueError, OSError) as ended:  # the end, or what is no text
            raise Gone from ended
        answer = line.strip()
        if len(answer) > LONGEST:
            answer = answer[:LONGEST]
            self.say(
                t("That was longer than {most} characters; the rest is left out.", most=LONGEST)
            )
        if answer.lower() in QUIT:
            raise Gone
        return answer

    def choose(
        self,
        question: str,
        options: Sequence[str],
        *,
        explain: Callable[[], None] | None = None,
        show: bool = True,
    ) -> int | None:
        """Which of the options is chosen, by number or by its first words; None for `back`."""
        if show:
            self.say(question)
            self.items(options)
        while True:
            answer = self.ask(t("Choose 1 to {count}, or back:", count=len(options)))
            if answer.lower() in BACK:
                return None
            if answer.lower() in HELP or not answer:
                if explain is not None:
                    explain()
                self.say(question)
                self.items(options)
                continue
            found = matching(answer, options)
            if len(found) == 1:
                return found[0]
            self.say(_not_clear(answer, [options[place] for place in found], len(options)))

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes; anything but yes and no is asked again."""
        while True:
            answer = self.ask(t("{question} Yes or no:", question=question)).lower()
            if answer in {"yes", "y", t_in("an answer", "yes")}:
                return True
            if answer in {"no", "n", t_in("an answer", "no"), *BACK}:
                return False
            self.say(t("Please type yes or no."))

    def curtain(self) -> None:
        """Take away what stands on the screen, so that the next person does not read it."""
        if self._talks:
            dumb = os.environ.get("TERM", "") == "dumb"
            self._write("\n" * 100 if dumb else "\x1b[H\x1b[2J\x1b[3J")
            self._out.flush()

    def _wrapped(self, line: str) -> list[str]:
        if not self._talks or not line:
            return [line]
        try:
            width = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            width = 80
        return textwrap.wrap(line, max(width - 1, 20), break_on_hyphens=False)

    def _write(self, text: str) -> None:
        """Print, with a question mark for each sign that the terminal cannot show."""
        encoding = getattr(self._out, "encoding", None) or "utf-8"
        self._out.write(text.encode(encoding, "replace").decode(encoding))


def matching(answer: str, options: Sequence[str]) -> list[int]:
    """Which options an answer may mean: the one with that number, or those that begin so.

    Failing both, those with a word that begins so: "yes" is no choice of "under four eyes".
    """
    if answer.isascii() and answer.isdigit():
        return [int(answer) - 1] if 1 <= int(answer[:9]) <= len(options) else []
    wanted = answer.casefold()
    exact = [place for place, option in enumerate(options) if option.casefold() == wanted]
    begins = [place for place, option in enumerate(options) if option.casefold().startswith(wanted)]
    inside = re.compile(rf"\b{re.escape(wanted)}", re.IGNORECASE)
    return exact or begins or [p for p, option in enumerate(options) if inside.search(option)]


def _not_clear(answer: str, found: Sequence[str], count: int) -> str:
    said = plain(answer)[:60]
    if found:
        few = [option.split(".")[0] for option in found[:4]]
        choices = listed(few, either=True)
        return t("'{said}' may mean {choices}. Type its number.", said=said, choices=choices)
    return t(
        "'{said}' is not among the choices. Type a number from 1 to {count}, the first words of "
        "a choice, back to go back, or ? to hear the choices again.",
        said=said,
        count=count,
    )
