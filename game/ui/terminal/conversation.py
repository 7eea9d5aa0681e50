"""A whole game in text: turn after turn, a main question with a word for each thing one may do."""

from collections.abc import Callable, Iterable
from typing import TextIO

from game.session.place import Place
from game.ui.terminal import figures, pages, reasons
from game.ui.terminal.composer import compose, menu_lines
from game.ui.terminal.sheet import Sheet
from game.ui.terminal.speech import counted, plain
from game.ui.terminal.voice import HELP, Gone, Voice, matching
from game.views import Observation, Told

WORDS = {
    "news": "what you were told since the turn before",
    "changes": "what moved in what you know since the turn before",
    "why": "why a figure moved; why credibility urban youth, or why alone for all that did",
    "history": "everything you were told so far",
    "brief": "the situation and your brief; brief long for all of it",
    "objectives": "what you are to reach, and how it stands",
    "measures": "the figures you know; measures trust for those of one measure",
    "people": "who sits at the table; actors, audiences, channels and issues",
    "ties": "who influences whom, as a table",
    "claims": "the claims and secrets you know",
    "moves": "all your moves by tier, with price, and why some are closed",
    "order": "compose an order; order leak for moves with leak in their name",
    "sheet": "review the orders you are about to hand in",
    "remove": "take an order off the sheet; remove 2 for the second",
    "done": "hand in the sheet; the turn is played when all sheets are in",
    "quit": "leave the table; what was handed in stays in the journal",
}
WRITING = ("order", "remove", "done")


def play(place: Place, lines_in: Iterable[str], out: TextIO) -> None:
    """Play the game of this place to its end, or until the person leaves or the input ends."""
    conversation = Conversation(place, Voice(lines_in, out))
    try:
        conversation.run()
    except (Gone, KeyboardInterrupt):
        conversation.farewell()
    except BrokenPipeError:
        return  # nobody listens any more; the journal is kept


class Conversation:
    """One person's way through a game."""

    def __init__(self, place: Place, voice: Voice) -> None:
        self.place = place
        self.voice = voice
        self.feed: list[Told] = []
        self.fresh: list[Told] = []
        self.before: Observation | None = None
        self.waits = False  # the sheet is sealed, and those of others are not in
        self.seen = place.look()
        self.sheet = Sheet(self.seen)
        self.answers: dict[str, Callable[[str], None]] = {
            "news": self.news,
            "changes": self.changes,
            "why": self.why,
            "history": lambda _: self.say(pages.history(self.seen.booklet, self.feed)),
            "brief": self.brief,
            "objectives": lambda _: self.say(pages.objectives(self.seen)),
            "measures": self.measures,
            "people": lambda _: self.say(pages.people(self.seen.booklet)),
            "ties": lambda _: self.say(pages.ties(self.seen.booklet)),
            "claims": lambda _: self.say(pages.claims_and_secrets(self.seen)),
            "moves": lambda _: self.say(menu_lines(self.sheet)),
            "order": lambda wanted: void(compose(self.voice, self.sheet, wanted=wanted)),
            "sheet": lambda _: self.say(self.sheet.lines()),
            "remove": self.remove,
            "done": self.hand_in,
        }

    def run(self) -> None:
        """Greet, play every turn, tell the ending."""
        self.greet()
        while not self.seen.ended[0]:
            self.step()
            self.catch_up()
        self.finish()

    def greet(self) -> None:
        """Say what the game is, who one is, and what is new."""
        self.say([*pages.welcome(self.seen), ""])
        self.say(pages.brief(self.seen.booklet, whole=False))
        self.arrive()
        self.voice.say("Type help to hear all that you can do.")

    def step(self) -> None:
        """Ask the main question once and do what is answered."""
        self.answer(self.voice.ask(self.question()))

    def finish(self) -> None:
        """Tell the ending."""
        self.say(["", *pages.ending(self.seen)])

    def say(self, lines: list[str]) -> None:
        """Tell a page."""
        self.voice.say(*lines)

    def question(self) -> str:
        """The main question, short: it is heard very often."""
        if self.waits:
            return f"Turn {self.seen.turn}, your sheet is sealed. What do you read meanwhile?"
        count = f"{len(self.sheet.orders)} of {self.seen.booklet.orders_per_turn}"
        return f"Turn {self.seen.turn}, orders {count}. What do you do?"

    def answer(self, said: str) -> None:
        """Do what a word or a number of the main list asks for."""
        first, _, rest = said.partition(" ")
        if not said:
            return self.voice.say("Type help to hear all that you can do.")
        if first.lower() in HELP:
            return self.help()
        found = matching(first, list(WORDS)) if first.isdigit() else beginning(first)
        if len(found) == 1:
            word = list(WORDS)[found[0]]
            if word == "quit":
                raise Gone
            if self.waits and word in WRITING:
                return self.voice.say("Your sheet is sealed and waits for those of the others.")
            return self.answers[word](rest.strip())
        return self.voice.say(
            f"'{plain(said)[:60]}' is nothing you can do here. Type one of these words, or its "
            f"number: {', '.join(WORDS)}. Type help to hear what they do."
        )

    def help(self) -> None:
        """Say what every word does."""
        self.voice.say("Type a word, its beginning, or its number:")
        self.voice.items([f"{word}: {meaning}." for word, meaning in WORDS.items()])
        self.voice.say(
            "At any question, back goes back, ? repeats what is possible, quit leaves the table.",
            pages.RULE_OF_THE_GAME,
        )

    def arrive(self) -> None:
        """Take in a new turn: look, hear, and tell what is new."""
        heard = self.place.hear()
        self.feed += heard
        # Who sits down to a game saved earlier hears the last turn; `history` has the rest.
        self.fresh = [told for told in heard if told.turn >= self.seen.turn - 1]
        self.sheet = Sheet(self.seen)
        self.recap()

    def recap(self) -> None:
        """Tell where the game stands and the latest news."""
        standing = [] if self.seen.ended[0] else pages.standing(self.seen)
        self.say(["", *standing, *pages.news(self.seen.booklet, self.fresh)])

    def news(self, _: str) -> None:
        """Tell the latest news again."""
        self.say(pages.news(self.seen.booklet, self.fresh))

    def changes(self, _: str) -> None:
        """Tell what moved since the turn before."""
        if self.before is None:
            return self.voice.say("There is no turn before this one that you sat through.")
        return self.say(figures.changes(self.before, self.seen))

    def brief(self, how: str) -> None:
        """Read the brief, short or long."""
        self.say(pages.brief(self.seen.booklet, whole=how.lower().startswith(("long", "all"))))

    def measures(self, wanted: str) -> None:
        """Read one measure, asked for by name or chosen from the list."""
        names = figures.known_measures(self.seen)
        if not names:
            return self.voice.say("You know no figures.")
        found = matching(wanted.replace(" ", "_"), names) if wanted else []
        if wanted and not found:
            return self.voice.say(
                f"You know no figures called '{plain(wanted)[:60]}' now. "
                "Type measures to hear those that you know."
            )
        chosen: int | None = found[0] if found else None
        if chosen is None:
            chosen = self.voice.choose("Which measure?", figures.overview(self.seen))
        return None if chosen is None else self.say(figures.page(self.seen, names[chosen]))

    def why(self, wanted: str) -> None:
        """Tell why a figure moved, asked for by its words or chosen among those that did."""
        found = reasons.meant(self.seen, wanted)
        if not found:
            return self.voice.say(reasons.refused(self.seen, wanted))
        chosen: int | None = 0
        if len(found) > 1:
            names = [reasons.title(self.seen, measure) for measure in found]
            chosen = self.voice.choose("Which figure?", names)
        return None if chosen is None else self.say(reasons.page(self.seen, found[chosen]))

    def remove(self, which: str) -> None:
        """Take an order off the sheet."""
        if not self.sheet.orders:
            return self.voice.say("Your sheet is empty.")
        number = int(which) if which.isascii() and which.isdigit() and len(which) < 4 else 0
        if not 1 <= number <= len(self.sheet.orders):
            self.say(self.sheet.lines())
            count = len(self.sheet.orders)
            return self.voice.say(f"Type remove with the number of the order, 1 to {count}.")
        del self.sheet.orders[number - 1]
        return self.say(["The order is off your sheet.", *self.sheet.lines()])

    def hand_in(self, _: str) -> None:
        """Hand in the sheet and, if the turn was played, go on to the next."""
        self.say(self.sheet.lines())
        if not self.voice.agrees("Hand it in?"):
            return None
        if refusals := self.place.say(self.sheet.orders):
            return self.voice.say("Your sheet was not accepted.", *refusals)
        self.waits = True
        if not self.catch_up():
            self.voice.say("Your sheet is sealed. The turn is played when those of all are in.")
        return None

    def catch_up(self) -> bool:
        """Go on to the next turn if the one that was waited for has been played."""
        if not self.waits:
            return False
        seen = self.place.look()
        if seen.turn == self.seen.turn and not seen.ended[0]:
            return False
        self.waits = False
        self.before, self.seen = self.seen, seen
        self.arrive()
        return True

    def farewell(self) -> None:
        """Part politely, and say what is kept and what is not."""
        lost = len(self.sheet.orders)
        self.voice.say("", "You leave the table. Every turn that was played is in the journal.")
        if lost and not self.seen.ended[0]:
            self.voice.say(f"{counted(lost, 'order')} on your sheet had not been handed in.")


def beginning(word: str) -> list[int]:
    """Which words of the main list begin like this one."""
    sought = word.casefold()
    return [place for place, known in enumerate(WORDS) if known.startswith(sought)]


def void(_: object) -> None:
    """Nothing: for answers that need no more."""
