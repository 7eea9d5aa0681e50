"""Errands: what takes longer than a frame is asked for here, and its answer comes when it is ready.

One worker does them one after another, so a game is never touched by two at once; the page draws
on meanwhile and picks the answers up at its next tick. Of errands with one name only the newest
waits: an older question nobody asks any more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an errand: a value, or what went wrong."""

    value: Any = None
    error: Exception | None = None

    def get(self) -> Any:
        """The value; what went wrong is raised here, where the page can tell of it."""
        if self.error is not None:
            raise self.error
        return self.value


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to be done: `job` by the worker, then `done` by whoever draws."""

    name: str
    job: Callable[[], Any]
    done: Callable[[Answer], None]


def _run(errand: Errand) -> Answer:
    try:
        return Answer(errand.job())
    except Exception as error:  # noqa: BLE001 - it is raised again where the answer is used
        return Answer(error=error)


@dataclass(slots=True)
class Errands:
    """Done by whoever asks, when it is told to: `urgent` ones at once, the rest by `run`."""

    waiting: deque[Errand] = field(default_factory=deque)

    def ask(self, errand: Errand, *, urgent: bool = False) -> None:
        """Have it done; an older one of that name which has not begun is forgotten."""
        if urgent:
            errand.done(_run(errand))
            return
        self.waiting = deque(e for e in self.waiting if e.name != errand.name)
        self.waiting.append(errand)

    def run(self) -> None:
        """Do all that waits."""
        while self.waiting:
            errand = self.waiting.popleft()
            errand.done(_run(errand))

    def poll(self) -> bool:
        """Hand out the answers that are ready; whether there were any."""
        return False

    def busy(self, name: str) -> bool:
        """Whether an errand of that name is not done yet."""
        return any(errand.name == name for errand in self.waiting)

    def finish(self) -> None:
        """Wait for what has begun; the rest is dropped."""
        self.waiting.clear()


@dataclass(slots=True)
class AtOnce(Errands):
    """Everything is done when it is asked for: for pictures, and where nobody watches."""

    def ask(self, errand: Errand, *, urgent: bool = False) -> None:
        """Do it now."""
        errand.done(_run(errand))


@dataclass(slots=True)
class Aside(Errands):
    """A thread beside the one that draws."""

    ready: deque[tuple[Errand, Answer]] = field(default_factory=deque)
    _at: list[str] = field(default_factory=list)  # the name of what is being done
    _change: Condition = field(default_factory=Condition)
    _thread: Thread | None = None

    def ask(self, errand: Errand, *, urgent: bool = False) -> None:
        """Have it done; urgent ones come before all others."""
        with self._change:
            self.waiting = deque(e for e in self.waiting if e.name != errand.name)
            if urgent:
                self.waiting.appendleft(errand)
            else:
                self.waiting.append(errand)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="errands", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def _work(self) -> None:
        """Do one after another, for as long as the window is there."""
        while True:
            with self._change:
                while not self.waiting:
                    self._change.wait()
                errand = self.waiting.popleft()
                self._at.append(errand.name)
            answer = _run(errand)
            with self._change:
                self._at.clear()
                self.ready.append((errand, answer))
                self._change.notify_all()

    def run(self) -> None:
        """Wait until all is done, and hand out the answers."""
        with self._change:
            while self.waiting or self._at:
                self._change.wait()
        self.poll()

    def poll(self) -> bool:
        """Hand out the answers that are ready; whether there were any."""
        found = False
        while self.ready:
            errand, answer = self.ready.popleft()
            errand.done(answer)
            found = True
        return found

    def busy(self, name: str) -> bool:
        """Whether an errand of that name is not done yet, its answer handed out included."""
        with self._change:
            asked = [errand.name for errand in (*self.waiting, *(e for e, _ in self.ready))]
            return name in asked or name in self._at

    def finish(self) -> None:
        """Wait for what has begun; the rest is dropped."""
        with self._change:
            self.waiting.clear()
            while self._at:
                self._change.wait()
