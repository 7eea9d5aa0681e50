"""Why: a number's change taken apart into its causes, which add up to it exactly.

A seat is told only causes it may know: rules, its own deeds, what it was openly shown. The rest is
one sum without a name, so that nothing is hidden about the number and nothing told about others.
The numbers behind a cause are told on the same terms: one that the seat does not know has none.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.events import Events, Kind
from game.engine.ledger import Cause, Entry, Label, Thing
from game.engine.rulebook import Rulebook
from game.language import t, t_later, t_now
from game.scenario import Scenario
from game.scenario.words import FACTS
from game.views.wording import Wording

UNSEEN = t_later("causes you cannot see")
FIXED = t_later("fixed amount")
NO_CLAIM = t_later("a claim you do not know of")
ANY = {"actor": t_later("the other side"), "audience": t_later("that audience"), "claim": NO_CLAIM}
ANY |= {"channel": t_later("that channel"), "issue": t_later("that issue")}
MOVED = {
    0: t_later("It stayed at {now}."),
    1: t_later("It rose to {now} from {before} ({change})."),
    -1: t_later("It fell to {now} from {before} ({change})."),
}
OWN_DEEDS = "done"  # who did something knows how often it did, whatever the table of measures says

Done = tuple[str, str, str, str, str]
"""A deed as it was done: seat, deed, target, about and via, '' for what it did not name."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who asks: a seat, or None for eyes that may see everything.

    `knows` says whether a number, by its name and its things, is known exactly to the seat; `shown`
    are the deeds of the turn in question whose doer it was shown.
    """

    seat: str | None = None
    knows: Callable[[str, tuple[str, ...]], bool] = lambda *_: True
    shown: frozenset[Done] = frozenset()


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the numbers whose product an amount was; value None where the seat may not know it.

    `measure` is the one measure it was worked out from, with its things, if there is one alone.
    """

    words: str
    value: float | None
    measure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause of a change, and the factors whose product the amount was, if it is one alone."""

    amount: float
    words: str
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """A change and its causes, largest first: before + the sum of the amounts is after, exactly.

    What the seat cannot see stands last, as one sum.
    """

    before: float
    after: float
    reasons: tuple[Reason, ...]


def explain(entries: Iterable[Entry], cell: int, after: float, wording: Wording, eyes: Eyes) -> Why:
    """Return why a cell came to `after`, from the entries of the time in question."""
    known: dict[tuple[str, ...], list[Entry]] = {}
    unseen = 0.0
    total = 0.0
    for entry in entries:
        if entry.cell != cell:
            continue
        total += entry.amount
        cause = entry.cause
        if may_know(cause, eyes, wording.scenario):
            known.setdefault((wording.cause(cause, eyes.seat), *_claims(cause)), []).append(entry)
        else:
            unseen += entry.amount
    words = _Words(wording, eyes, things_of(wording.scenario, wording.rulebook, cell))
    reasons = [words.reason(key[0], some) for key, some in known.items()]
    reasons.sort(key=lambda reason: -abs(reason.amount))
    if unseen:
        reasons.append(Reason(unseen, t_now(UNSEEN)))
    return Why(after - total, after, tuple(reasons))


def _claims(cause: Cause) -> list[str]:
    """Return the claims that a rule's cause is about: each is a cause of its own."""
    things = [thing for label, _ in cause.factors for thing in label.things]
    claims = [thing.name for thing in things if (thing.axis, thing.sort) == ("claim", "key")]
    return [] if cause.rule == "deed" else claims


def things_of(scenario: Scenario, rulebook: Rulebook, cell: int) -> Mapping[str, Sequence[str]]:
    """Return by axis the things that a cell is a number of; of a population its audience."""
    stretches = rulebook.layout.stretches.values()
    stretch = next(one for one in stretches if one.first <= cell < one.first + one.size)
    places = np.unravel_index(cell - stretch.first, stretch.shape) if stretch.shape else ()
    found: dict[str, list[str]] = {}
    for axis, place in zip(stretch.axes, places, strict=True):
        index = int(scenario.nodes().owner[place]) if axis == "audience" else int(place)
        found.setdefault(axis, []).append(rulebook.keys[axis][index])
    return found


def may_know(cause: Cause, eyes: Eyes, scenario: Scenario) -> bool:
    """Return whether whoever asks may be told this cause: a rule, its own deed, one it was shown.

    What a deed is usually seen by does not decide: one that failed is seen by nobody.
    """
    if eyes.seat is None:
        return True
    if cause.rule == "inject" and cause.deed:
        told = scenario.content.msel[cause.deed].to
        return not told or eyes.seat in told
    done = (cause.seat, cause.deed, cause.target, cause.about, cause.via)
    return cause.rule != "deed" or cause.seat == eyes.seat or done in eyes.shown


def shown_to(
    rulebook: Rulebook, events: Events | None, seat: str, game: int = 0
) -> frozenset[Done]:
    """Return the deeds of a turn whose doer a seat was shown, as its events say."""
    if events is None:
        return frozenset()
    keys = rulebook.keys
    named = events.named[:, keys["seat"].index(seat)] & (events.game == game)
    found = []
    for row in np.flatnonzero(named & np.isin(events.kind, (Kind.DONE, Kind.STANDING))):
        deed = rulebook.deeds[int(rulebook.table.stage_deed[events.what[row]])]
        operands = (int(events.target[row]), int(events.about[row]), int(events.via[row]))
        named_keys = (
            keys[axis][place] if axis else ""
            for axis, place in zip(deed.axes, operands, strict=True)
        )
        target, about, via = named_keys
        found.append((keys["seat"][int(events.seat[row])], deed.key, target, about, via))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Words:
    """Says causes and factors to one seat; `cell` are the things the number is of, by axis."""

    wording: Wording
    eyes: Eyes
    cell: Mapping[str, Sequence[str]]

    def reason(self, words: str, entries: Sequence[Entry]) -> Reason:
        """Sum the entries of one cause; the factors are told where there is one entry to tell."""
        amount = sum(entry.amount for entry in entries)
        cause = entries[0].cause
        open_to = self.eyes.seat is None or cause.rule != "deed" or cause.seat == self.eyes.seat
        if len(entries) > 1 or not open_to:
            return Reason(amount, words)
        told = tuple(self.factor(label, value, cause) for label, value in cause.factors)
        alone = len(told) == 1 and told[0].words == t_now(FIXED)
        return Reason(amount, words, () if alone else told)

    def factor(self, label: Label, value: float, cause: Cause) -> Factor:
        """Return a factor with its things named, and its value if the seat may know it."""
        things = [self.thing(thing, cause) for thing in label.things]
        words = t_now(label.words).format(*map(self.name, label.things, things))
        open_to = all(self.may_read(name, places, things) for name, places in label.reads)
        if not open_to:
            return Factor(words, None)
        measured = [one for one in label.reads if one[0] not in FACTS]
        if len(measured) != 1 or -1 in measured[0][1]:
            return Factor(words, value)
        [(name, places)] = measured
        return Factor(words, value, (name, *(things[place] or "" for place in places)))

    def may_read(self, name: str, places: Sequence[int], things: Sequence[str | None]) -> bool:
        """Return whether the seat knows a number that an amount was worked out from."""
        if self.eyes.seat is None:
            return True
        found = [things[place] if place >= 0 else None for place in places]
        if None in found:  # of what is something to another: only where all know it
            scenario = self.wording.scenario
            gauge = scenario.measures.get(name)
            return (FACTS[name][1] if gauge is None else gauge.known) == "all"
        mine = self.wording.booklet.me in found
        if name == OWN_DEEDS and mine:
            return True
        return self.eyes.knows(name, tuple(str(thing) for thing in found))

    def thing(self, thing: Thing, cause: Cause) -> str | None:
        """Return the key of a thing that a label speaks of; None if it is not to be found."""
        if thing.sort == "key":
            return thing.name
        actors = self.wording.scenario.content.seats
        me = actors[cause.seat].actor if cause.seat else None
        if thing.sort == "member":
            others = [key for key in self.cell.get(thing.axis, ()) if key != me]
            return others[0] if others else None
        roles = {"me": me, "target": cause.target, "about": cause.about, "via": cause.via}
        return roles.get(thing.name) or None

    def name(self, thing: Thing, key: str | None) -> str:
        """Return what a thing is called, nothing that the seat does not know of."""
        if key is None:
            return t_now(ANY.get(thing.axis, f"that {thing.axis}"))
        if thing.axis == "claim" and self.eyes.seat is not None:
            known = key in self.wording.booklet.claims or self.eyes.knows("out", (key,))
            return f"“{self.wording.name('claim', key)}”" if known else t_now(NO_CLAIM)
        if thing.axis == "move":
            return self.wording.move(key)
        return self.wording.name(thing.axis, key)


def in_lines(why: Why) -> list[str]:
    """Return an explanation as lines of text: the change, then a cause a line."""
    change = why.after - why.before
    said = MOVED[(change > 0) - (change < 0)]
    now, before, by = f"{why.after:.6g}", f"{why.before:.6g}", f"{change:+.6g}"
    lines = [t_now(said, now=now, before=before, change=by)]
    for reason in why.reasons:
        product = " × ".join(in_words(factor) for factor in reason.factors)
        said = f"{reason.words} = {product}" if product else reason.words
        lines.append(f"{reason.amount:+.6g}  {said}")
    return lines


def in_words(factor: Factor) -> str:
    """Return a factor with its value."""
    value = t("not known to you") if factor.value is None else f"{factor.value:.4g}"
    return f"{factor.words} {value}"
