"""Why a figure moved, in sentences: which figure was meant, then its causes, one a line."""

from game.language import t, t_count, t_in
from game.ui.terminal.figures import readings
from game.ui.terminal.speech import in_row, plain, sentence
from game.ui.view_models import figures, why
from game.ui.view_models.figures import Measure
from game.views import Observation

NOT_ASKED = ("attained", "score", "turn")


def moved(seen: Observation) -> list[Measure]:
    """Every figure that moved for reasons, in the order of the table of measures."""
    return [
        (name, *keys)
        for name in seen.booklet.measures
        if name not in NOT_ASKED
        for keys, _ in readings(seen, name)
        if why.moved(seen, (name, *keys))
    ]


def meant(seen: Observation, wanted: str) -> list[Measure]:
    """The figures that were meant: those of which every word begins a word of theirs.

    Where some are of one's own actor or of no actor at all, only those.
    """
    words = wanted.casefold().replace(",", " ").split()
    found = [m for m in moved(seen) if _says(_words(seen, m), words)]
    exact = [m for m in found if set(_words(seen, m)) == set(words)]
    own = [m for m in found if seen.booklet.me in m[1:] or len(m) == 1]
    return exact or (own if words else found) or found


def title(seen: Observation, measure: Measure) -> str:
    """What a figure is called."""
    return plain(figures.name(seen, measure))


def refused(seen: Observation, wanted: str) -> str:
    """What to answer where no figure that moved was meant."""
    if not moved(seen):
        return t("Nothing that you know exactly has moved since your last turn.")
    said = plain(wanted)[:60]
    return t(
        "No figure that you know exactly and that moved is called '{said}'. Type why for all.",
        said=said,
    )


def page(seen: Observation, measure: Measure) -> list[str]:
    """From where to where, then every cause with what it was made of; the amounts add up."""
    card = why.card(seen, why.Step(measure))
    if card is None:
        return [t("{figure} has not moved since your last turn.", figure=title(seen, measure))]
    lines = [
        t(
            "{figure}, since your last turn: {change}, {total}.",
            figure=plain(card.name),
            change=_spoken(card.change),
            total=_spoken(card.total),
        )
    ]
    for line in card.lines:
        said = (
            f"{_spoken(line.figure)}: {in_row(one for one in (plain(line.title), line.who) if one)}"
        )
        lines.append(sentence(said) + _further(seen, line))
    return lines


def _further(seen: Observation, line: why.Line) -> str:
    """What a cause was made of, or how to ask on where it is a figure with causes of its own."""
    if line.leads is None:
        return ""
    if line.leads.cause < 0:
        words = " ".join(line.leads.measure).replace("_", " ")
        more = t("Type why {words} for its causes.", words=words)
        return f" {sentence(line.note)} {more}"
    numbers = why.card(seen, line.leads)
    told = [f"{one.title}, {_value(one.figure)}" for one in numbers.lines] if numbers else []
    made = t_count("It comes from {count} number", "It is {count} numbers multiplied", len(told))
    return "".join(f" {sentence(_spoken(part))}" for part in (made, *told))


def _value(figure: str) -> str:
    return t("not known to you") if figure == "?" else figure


def _spoken(text: str) -> str:
    signs = (
        ("▲", t_in("a sign, spoken", "up")),
        ("▼", t_in("a sign, spoken", "down")),
        ("– ", ""),
        ("→", t_in("a sign, spoken", "to")),
        ("×", t_in("a sign, spoken", "times")),
    )
    for sign, word in signs:
        text = text.replace(sign, word)
    return plain(text)


def _words(seen: Observation, measure: Measure) -> list[str]:
    """All words that a figure answers to: its name and those of its things, and their keys."""
    kind, *things = measure
    said = [figures.name(seen, measure), kind, *things]
    cards = {**seen.booklet.actors, **seen.booklet.audiences}
    said += [cards[key].name for key in things if key in cards]
    text = " ".join(said).replace("_", " ").casefold()
    return ["".join(c for c in word if c.isalnum() or c in "'’-") for word in text.split()]


def _says(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
