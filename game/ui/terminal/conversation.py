"""A whole game in text: turn after turn, a main question with a word for each thing one may do."""

from collections.abc import Callable, Iterable
from typing import TextIO

from game.language import t, t_count, t_now
from game.session.place import Place
from game.ui.terminal import desk_pages, figures, pages, reasons
from game.ui.terminal.composer import compose, menu_lines
from game.ui.terminal.sheet import Sheet
from game.ui.terminal.speech import plain
from game.ui.terminal.verbs import WORDS, WRITING
from game.ui.terminal.voice import BACK, HELP, Gone, Voice, matching
from game.ui.view_models.notebook import Notebook
from game.views import Observation, Told


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
        self.book = Notebook()
        self.waits = False  # the sheet is sealed, and those of others are not in
        self.seen = place.look()
        self.sheet = Sheet(self.seen)
        self.answers: dict[str, Callable[[str], None]] = {
            "news": self.news,
            "changes": self.changes,
            "why": self.why,
            "recap": lambda _: self.say(desk_pages.recap(self.book)),
            "feed": lambda wanted: self.say(desk_pages.feed(self.book, wanted)),
            "history": lambda _: self.say(pages.history(self.seen.booklet, self.feed)),
            "brief": self.brief,
            "objectives": lambda _: self.say(pages.objectives(self.seen)),
            "measures": self.measures,
            "ladder": lambda _: self.say(desk_pages.ladder(self.seen)),
            "people": lambda _: self.say(pages.people(self.seen.booklet)),
            "ties": lambda wanted: self.say(desk_pages.ties(self.book, wanted)),
            "claims": lambda _: self.say(pages.claims_and_secrets(self.seen)),
            "moves": lambda _: self.say(menu_lines(self.sheet)),
            "order": lambda wanted: void(compose(self.voice, self.sheet, wanted=wanted)),
            "sheet": lambda _: self.say(self.sheet.lines()),
            "forecast": self.forecast,
            "remove": self.remove,
            "mark": self.mark,
            "words": lambda wanted: self.say(desk_pages.words(wanted)),
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
        self.voice.say(t("Type help to hear all that you can do."))

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
            return t(
                "Turn {turn}, your sheet is sealed. What do you read meanwhile?",
                turn=self.seen.turn,
            )
        return t(
            "Turn {turn}, orders {count} of {most}. What do you do?",
            turn=self.seen.turn,
            count=len(self.sheet.orders),
            most=self.seen.booklet.orders_per_turn,
        )

    def answer(self, said: str) -> None:
        """Do what a word or a number of the main list asks for."""
        first, _, rest = said.partition(" ")
        if not said:
            return self.voice.say(t("Type help to hear all that you can do."))
        if first.lower() in HELP:
            return self.help()
        found = matching(first, list(WORDS)) if first.isdigit() else beginning(first)
        if len(found) == 1:
            word = list(WORDS)[found[0]]
            if word == "quit":
                raise Gone
            if self.waits and word in WRITING:
                return self.voice.say(t("Your sheet is sealed and waits for those of the others."))
            return self.answers[word](rest.strip())
        return self.voice.say(
            t(
                "'{said}' is nothing you can do here. Type one of these words, or its number: "
                "{words}. Type help to hear what they do.",
                said=plain(said)[:60],
                words=", ".join(WORDS),
            )
        )

    def help(self) -> None:
        """Say what every word does."""
        self.voice.say(t("Type a word, its beginning, or its number:"))
        self.voice.items([f"{word}: {t_now(meaning)}." for word, meaning in WORDS.items()])
        self.voice.say(
            t(
                "At any question, back goes back, ? repeats what is possible, quit leaves the "
                "table."
            ),
            t_now(pages.RULE_OF_THE_GAME),
        )

    def arrive(self) -> None:
        """Take in a new turn: look, hear, and tell what is new."""
        heard = self.place.hear()
        self.feed += heard
        self.book.note(self.seen, heard)
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
            return self.voice.say(t("There is no turn before this one that you sat through."))
        return self.say(figures.changes(self.before, self.seen))

    def brief(self, how: str) -> None:
        """Read the brief, short or long."""
        self.say(pages.brief(self.seen.booklet, whole=how.lower().startswith(("long", "all"))))

    def measures(self, wanted: str) -> None:
        """Read one measure, asked for by name or chosen from the list."""
        names = figures.known_measures(self.seen)
        if not names:
            return self.voice.say(t("You know no figures."))
        found = matching(wanted.replace(" ", "_"), names) if wanted else []
        if wanted and not found:
            return self.voice.say(
                t(
                    "You know no figures called '{said}' now. Type measures to hear those that "
                    "you know.",
                    said=plain(wanted)[:60],
                )
            )
        chosen: int | None = found[0] if found else None
        if chosen is None:
            chosen = self.voice.choose(t("Which measure?"), figures.overview(self.seen))
        return None if chosen is None else self.say(figures.page(self.seen, names[chosen]))

    def why(self, wanted: str) -> None:
        """Tell why a figure moved, asked for by its words or chosen among those that did."""
        found = reasons.meant(self.seen, wanted)
        if not found:
            return self.voice.say(reasons.refused(self.seen, wanted))
        chosen: int | None = 0
        if len(found) > 1:
            names = [reasons.title(self.seen, measure) for measure in found]
            chosen = self.voice.choose(t("Which figure?"), names)
        return None if chosen is None else self.say(reasons.page(self.seen, found[chosen]))

    def forecast(self, _: str) -> None:
        """Tell what the sheet might do; it takes a moment, and nothing is said at the table."""
        self.voice.say(t("Imagining."))
        self.say(desk_pages.forecast(self.place, self.seen, self.sheet.orders))

    def mark(self, words: str) -> None:
        """Mark this moment for the debrief."""
        said = words or self.voice.ask(t("What should be talked about? Back for nothing:"))
        if said and said.lower() not in BACK:
            self.place.mark(said)
            self.voice.say(t("Marked. No other seat hears of it before the debrief."))

    def remove(self, which: str) -> None:
        """Take an order off the sheet."""
        if not self.sheet.orders:
            return self.voice.say(t("Your sheet is empty."))
        number = int(which) if which.isascii() and which.isdigit() and len(which) < 4 else 0
        if not 1 <= number <= len(self.sheet.orders):
            self.say(self.sheet.lines())
            count = len(self.sheet.orders)
            return self.voice.say(
                t("Type remove with the number of the order, 1 to {count}.", count=count)
            )
        del self.sheet.orders[number - 1]
        return self.say([t("The order is off your sheet."), *self.sheet.lines()])

    def hand_in(self, _: str) -> None:
        """Hand in the sheet and, if the turn was played, go on to the next."""
        self.say(self.sheet.lines())
        if not self.voice.agrees(t("Hand it in?")):
            return None
        if refusals := self.place.say(self.sheet.orders):
            return self.voice.say(t("Your sheet was not accepted."), *refusals)
        self.waits = True
        if not self.catch_up():
            self.voice.say(t("Your sheet is sealed. The turn is played when those of all are in."))
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
        self.voice.say("", t("You leave the table. Every turn that was played is in the journal."))
        if lost and not self.seen.ended[0]:
            self.voice.say(
                t_count(
                    "{count} order on your sheet had not been handed in.",
                    "{count} orders on your sheet had not been handed in.",
                    lost,
                )
            )


def beginning(word: str) -> list[int]:
    """Which words of the main list begin like this one."""
    sought = word.casefold()
    return [place for place, known in enumerate(WORDS) if known.startswith(sought)]


def void(_: object) -> None:
    """Nothing: for answers that need no more."""
