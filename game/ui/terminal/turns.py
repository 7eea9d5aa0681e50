"""Several people at one keyboard, one after the other, each behind a curtain.

Between two seats the screen is cleared and the next person says that the others look away; what
happened since is then told to that seat alone.
"""

from collections.abc import Iterable, Sequence
from typing import TextIO

from game.language import t
from game.session.place import Place
from game.ui.terminal.conversation import Conversation
from game.ui.terminal.speech import plain
from game.ui.terminal.voice import Gone, Voice


def play_in_turns(places: Sequence[Place], lines_in: Iterable[str], out: TextIO) -> None:
    """Play a game in which these places share a keyboard, to its end or until the input ends."""
    voice = Voice(lines_in, out)
    people = [Conversation(place, voice) for place in places]
    try:
        first = True
        while not places[0].look().ended[0]:
            for person in people:
                _sit_down(person, new=first)
            first = False
        for person in people:
            _hand_over(person)
            person.catch_up()
            person.finish()
    except (Gone, KeyboardInterrupt):
        voice.say("", t("You leave the table. Every turn that was played is in the journal."))
    except BrokenPipeError:
        return


def _sit_down(person: Conversation, *, new: bool) -> None:
    """Let one person read and order until the sheet is sealed or the turn is over."""
    _hand_over(person)
    if new:
        person.greet()
    elif not person.catch_up():
        person.recap()
    turn = person.seen.turn
    while person.seen.turn == turn and not person.waits and not person.seen.ended[0]:
        person.step()


def _hand_over(person: Conversation) -> None:
    person.voice.curtain()
    name = plain(person.seen.booklet.seat_name)
    person.voice.ask(t("Now {name}. When the others look away, press Enter.", name=name))
    person.voice.curtain()
