"""Several people at one keyboard in text: whose turn it is, a PIN for each, and the facilitator.

Between two seats the screen is cleared. A place is given out for its PIN only; what happened since
is then told to that seat alone. `facilitator` at any question for a PIN calls whoever leads.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from game.language import t
from game.session import HotSeat, WrongPin
from game.ui.terminal.conversation import Conversation
from game.ui.terminal.leading import lead
from game.ui.terminal.speech import plain
from game.ui.terminal.voice import Gone, Voice

FACILITATOR = "facilitator"
Hidden = Callable[[str], str]  # asks without showing what is typed


def share(
    door: HotSeat,
    lines_in: Iterable[str],
    out: TextIO,
    *,
    led: bool = False,
    hidden: Hidden | None = None,
) -> None:
    """Play a game at one keyboard to its end; a game that is `led` begins with the facilitator."""
    voice = Voice(lines_in, out)
    people: dict[str, Conversation] = {}
    try:
        if led:
            _lead(door, voice, hidden)
        while seat := _next(door, voice, hidden):
            if not _enter(door, seat, voice, hidden, people):
                continue
            _sit(door, seat, people[seat])
            door.fall()
        voice.curtain()
        voice.say(t("The game is over, and all have seen its end. Now talk it over."))
    except (Gone, KeyboardInterrupt):
        voice.say("", t("You leave the table. Every turn that was played is in the journal."))
    except BrokenPipeError:
        return


def _next(door: HotSeat, voice: Voice, hidden: Hidden | None) -> str:
    """The seat that sits down next; where nobody can, the facilitator has to do something."""
    while not (seat := door.next()):
        if door.ended:
            return ""
        voice.say(t("No seat can go on: the facilitator has to."))
        _lead(door, voice, hidden)
    return seat


def _pin(voice: Voice, hidden: Hidden | None, prompt: str) -> str:
    """A PIN, unseen where the terminal can hide it."""
    if hidden is None:
        return voice.ask(prompt)
    try:
        return hidden(f"{plain(prompt)} ").strip()
    except EOFError as ended:
        raise Gone from ended


def _enter(
    door: HotSeat,
    seat: str,
    voice: Voice,
    hidden: Hidden | None,
    people: dict[str, Conversation],
) -> bool:
    """Let a seat in for its PIN; False where something else was done instead."""
    voice.curtain()
    turn, turns = door.turn
    name = plain(next(chair.name for chair in door.chairs() if chair.seat == seat))
    sealed = sum(chair.state == "sealed" for chair in door.chairs())
    voice.say(
        t("{title}, turn {turn} of {turns}. Sheets sealed: {sealed}.",
          title=door.title, turn=turn, turns=turns, sealed=sealed),
        t("Now {name}. Others, please look away.", name=name),
    )  # fmt: skip
    if door.chosen(seat):
        said = _pin(voice, hidden, t("Your four digits, or the word facilitator:"))
    else:
        said = _choice(voice, hidden)
    if said.lower() == FACILITATOR:
        _lead(door, voice, hidden)
        return False
    try:
        if not door.chosen(seat):
            door.choose(seat, said)
        place = door.open(seat, said)
    except WrongPin as refusal:
        voice.say(str(refusal))
        voice.ask(t("Press Enter."))
        return False
    voice.curtain()
    new = seat not in people
    person = people.setdefault(seat, Conversation(place, voice))
    if new:
        person.greet()
    elif not person.catch_up():
        person.recap()
    if person.seen.ended[0]:
        person.finish()
    return True


def _choice(voice: Voice, hidden: Hidden | None) -> str:
    """A PIN chosen twice, or the word for the facilitator."""
    while True:
        said = _pin(voice, hidden, t("Choose four digits for your seat, or facilitator:"))
        if said.lower() == FACILITATOR:
            return said
        if _pin(voice, hidden, t("Once more, so that no slip shuts you out:")) == said:
            return said
        voice.say(t("Those were not the same digits. Choose again."))


def _sit(door: HotSeat, seat: str, person: Conversation) -> None:
    """Let one person read and order until the sheet is sealed or the time is up."""
    turn = person.seen.turn
    warned = False
    while person.seen.turn == turn and not person.waits and not person.seen.ended[0]:
        over = door.tick()
        if over == "empty":
            person.waits = True
            person.voice.say(t("Your time is up: no order of yours is given in this turn."))
            return
        if over and not warned:
            warned = True
            person.voice.say(t("Your time is up: hand in what you have."))
        person.step()


def _lead(door: HotSeat, voice: Voice, hidden: Hidden | None) -> None:
    """The facilitator's page in text, behind its PIN."""
    door.fall()
    voice.curtain()
    if not door.leadable:
        voice.say(door.why_not_led())
        voice.ask(t("Press Enter."))
        return
    prompt = t("The facilitator’s four digits:")
    if not door.led:
        prompt = t("Choose four digits: whoever knows them sees everything.")
    try:
        facilitation = door.lead(_pin(voice, hidden, prompt))
    except WrongPin as refusal:
        voice.say(str(refusal))
        return
    lead(facilitation, voice, door.free)
    voice.curtain()
