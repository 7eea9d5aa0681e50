"""The facilitator in text: the same verbs as on the facilitator's page, a word for each."""

from collections.abc import Callable

from game.language import t, t_later, t_now
from game.session import Facilitation, JournalRefused, NotDone
from game.ui.terminal.voice import Voice
from game.ui.view_models import whitecell

WORDS = {
    "seats": t_later("every seat and its sheet"),
    "sheet": t_later("the sealed sheet of a seat; sheet ministry"),
    "truth": t_later("truth beside what a seat sees; truth ministry"),
    "runbook": t_later("every inject and how it stands"),
    "fire": t_later("give an inject now; fire tanker"),
    "hold": t_later("keep an inject back; hold tanker"),
    "release": t_later("let an inject come again; release tanker"),
    "edit": t_later("other words for an inject; edit tanker"),
    "write": t_later("a new inject"),
    "set": t_later("set a number; set 60 tension belmora tessaly"),
    "strike": t_later("take an order off a sealed sheet; strike ministry 1"),
    "give": t_later(
        "give a seat to a stand-in or back; give ministry doctrine, give ministry person"
    ),
    "pin": t_later("let a seat choose its PIN anew; pin ministry"),
    "mark": t_later("mark this moment; mark and your words"),
    "log": t_later("all that was done by hand"),
    "undo": t_later("take an entry back; undo and its row"),
    "pause": t_later("stop the game"),
    "resume": t_later("let the game go on"),
    "clock": t_later("minutes of a sitting; clock 10, or clock 0 for no limit"),
    "more": t_later("two minutes more"),
    "skip": t_later("play the turn without the sheets that are missing"),
    "rewind": t_later("play a turn anew in a journal of its own; rewind 3"),
    "back": t_later("back to the seats"),
}


def lead(facilitation: Facilitation, voice: Voice, free: Callable[[str], None]) -> None:
    """Ask what is to be done until the answer is `back`; `free` lets a seat choose a new PIN."""
    cell = _Cell(facilitation, voice, free)
    voice.say(whitecell.turn(facilitation), t("Type help for what you can do."))
    while True:
        first, _, rest = voice.ask(t("Facilitator. What do you do?")).partition(" ")
        word = next((known for known in WORDS if first and known.startswith(first.lower())), "")
        if word == "back":
            return
        if not word:
            voice.items([f"{known}: {t_now(means)}." for known, means in WORDS.items()])
            continue
        try:
            said = getattr(cell, word)(*rest.split())
        except (NotDone, JournalRefused) as refusal:
            said = str(refusal)
        except (TypeError, ValueError, KeyError):
            said = t("That is not clear: {word}: {means}.", word=word, means=t_now(WORDS[word]))
        if said:
            voice.say(*said.split("\n"))


class _Cell:
    """A word, and what it does; what comes back is said."""

    def __init__(
        self, facilitation: Facilitation, voice: Voice, free: Callable[[str], None]
    ) -> None:
        self._lead, self._voice, self._free = facilitation, voice, free

    def _row(self, row: int) -> str:
        return t("Done; it is row {row} of the journal.", row=row)

    def _why(self) -> str:
        return self._voice.ask(t("Why? All will read it in the debrief."))

    def seats(self) -> str:
        lines = (f"{s.key}: {s.name}, {s.state}, {s.detail}" for s in whitecell.seats(self._lead))
        return "\n".join(lines)

    def sheet(self, seat: str) -> str:
        orders = enumerate(self._lead.see.orders(seat), start=1)
        return "\n".join(f"{n}. {order}" for n, order in orders) or t("No order is sealed.")

    def truth(self, seat: str) -> str:
        rows = whitecell.truth(self._lead.see.beside(seat))
        return "\n".join(f"{row.words}: {row.truth}; {row.seen}; {row.gap}" for row in rows)

    def runbook(self) -> str:
        rows = whitecell.runbook(self._lead)
        return "\n".join(f"{row.key}: {row.state}; {row.detail}" for row in rows)

    def fire(self, name: str) -> str:
        return self._row(self._lead.fire(name))

    def hold(self, name: str) -> str:
        return self._row(self._lead.hold(name, self._why()))

    def release(self, name: str) -> str:
        return self._row(self._lead.release(name))

    def edit(self, name: str) -> str:
        return self._row(self._lead.edit(name, self._voice.ask(t("Its new words:"))))

    def write(self) -> str:
        text = self._voice.ask(t("Its words:"))
        source = self._voice.ask(t("From whom? May be empty."))
        to = self._voice.ask(t("To which seats? Empty: to all.")).replace(",", " ").split()
        effects = self._voice.ask(t("Effects, as in a scenario file, or empty:"))
        return self._row(self._lead.write(text, to, source, effects))

    def set(self, value: str, measure: str, *things: str) -> str:
        seen = self._lead.see.foresee(measure, things, float(value.replace(",", ".")))
        self._voice.say(*whitecell.foreseen(self._lead, seen))
        return self._row(
            self._lead.set(measure, things, float(value.replace(",", ".")), self._why())
        )

    def strike(self, seat: str, number: str) -> str:
        return self._row(self._lead.strike(seat, int(number), self._why()))

    def give(self, seat: str, to: str) -> str:
        return self._row(self._lead.give_seat(seat, to))

    def pin(self, seat: str) -> str:
        self._free(seat)
        return t("This seat chooses a new PIN when it sits down.")

    def mark(self, *words: str) -> str:
        self._lead.mark(" ".join(words))
        return t("Marked for the debrief")

    def log(self) -> str:
        lines = (self._lead.see.told(done) for done in self._lead.see.log())
        return "\n".join(lines) or t("Nothing was done by hand.")

    def undo(self, row: str) -> str:
        return self._row(self._lead.undo(int(row)))

    def pause(self) -> str:
        self._lead.pause()
        return t("The game is paused")

    def resume(self) -> str:
        self._lead.resume()
        return t("The game goes on")

    def clock(self, minutes: str) -> str:
        seconds = 60 * float(minutes.replace(",", "."))
        self._lead.set_clock(seconds or None, self._lead.clock.when_over)
        return t("The clock is set.")

    def more(self) -> str:
        self._lead.extend(120)
        return t("Two minutes more.")

    def skip(self) -> str:
        self._lead.skip(self._why())
        return t("The turn is played")

    def rewind(self, turn: str) -> str:
        path = self._lead.rewind(int(turn))
        return t("The branch is kept: {name}. Go on with it from the launcher.", name=path.name)
