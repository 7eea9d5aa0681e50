"""Pages that say what panels of the window show: feed, recap, ladder, ties, forecast, words.

They read the window's own view-models, so that both say the same and hide the same.
"""

from collections.abc import Sequence

from game.language import t, t_count
from game.session import InvalidOrder
from game.session.place import Place
from game.ui.terminal.pages import source_of
from game.ui.terminal.speech import in_row, plain, sentence
from game.ui.view_models import atlas
from game.ui.view_models import feed as cards
from game.ui.view_models import forecast as foretold
from game.ui.view_models import help as glossary
from game.ui.view_models import ladder as rungs
from game.ui.view_models import ties as table
from game.ui.view_models import words as wording
from game.ui.view_models.index import Index
from game.ui.view_models.notebook import Notebook
from game.views import Observation, Order

FIND = "find"


def feed(book: Notebook, wanted: str) -> list[str]:
    """The feed under a filter, newest first, or what holds some words."""
    labels = cards.labels()
    first, _, rest = wanted.partition(" ")
    chosen, find = "all", wanted
    if first.casefold() == FIND:
        find = rest
    else:
        names = {key: {key, label.casefold()} for key, label in labels.items()}
        for key, said in names.items():
            if wanted and any(name.startswith(wanted.casefold()) for name in said):
                chosen, find = key, ""
    found = cards.cards(book, chosen, find)
    lines = [t("Filters: {names}. Type feed and one of them.", names=in_row(labels))]
    if not found:
        return [*lines, *(sentence(said) for said in cards.emptiness(chosen) if said)]
    for card in found:
        parts = [t("Turn {turn}.", turn=card.turn), f"{plain(card.name)}:", sentence(card.text)]
        if card.quote:
            parts.append(t("In their words: “{words}”.", words=plain(card.quote)))
        if card.source:
            parts.append(sentence(card.source))
        lines.append(" ".join(parts))
    return lines


def recap(book: Notebook) -> list[str]:
    """What the last turn was: your own orders first, then what others did, then what is new."""
    turn = book.now.turn - 1
    past = [told for told in book.told if told.turn == turn and told.kind != "inject"]
    if turn < 1:
        return [t("No turn has been played yet.")]
    lines = [t("Your orders of turn {turn}:", turn=turn)]
    ours = [told for told in past if told.mine]
    lines += [sentence(told.text) for told in ours] or [t("You gave no orders.")]
    lines.append(t("What others did, as far as you were told:"))
    others = [f"{sentence(told.text)} ({source_of(told)})" for told in past if not told.mine]
    lines += others or [t("You heard of nothing.")]
    lines.append(t("For what moved, type changes; for reasons, type why."))
    return lines


def ladder(seen: Observation) -> list[str]:
    """Each pair of states with its rung, the worst first, and the ways down from there."""
    pairs = rungs.dyads(seen)
    if not pairs:
        return [t("You know of no tension between states.")]
    index = Index.of(seen)
    lines = []
    for pair in pairs:
        name = wording.rung_name(pair.rung)
        lines.append(
            t(
                "{pair}: rung {number} of 10, {name}.",
                pair=plain(pair.name),
                number=pair.rung,
                name=name,
            )
        )
        for ramp in rungs.ramps(index, pair):
            said = {"move": plain(ramp.name), "who": plain(ramp.who), "price": ramp.price}
            if ramp.closed:
                closed = sentence(ramp.closed)
                lines.append(t("Way down: {move}; {who}. Closed: {why}", **said, why=closed))
            else:
                lines.append(t("Way down: {move}; {who}; {price}.", **said))
    return lines


def ties(book: Notebook, wanted: str) -> list[str]:
    """The ties as a table read row by row, all of them or those of one actor or audience."""
    shown = atlas.atlas(book)
    sought = wanted.casefold()
    focus = ""
    if sought:
        found = [m.key for m in shown.marks if sought in (m.key, m.name.casefold())]
        found += [m.key for m in shown.marks if m.name.casefold().startswith(sought)]
        if not found:
            return [t("There is nobody called '{said}'. Type people for all.", said=wanted[:60])]
        focus = found[0]
    rows = table.ties(book, shown, focus, every=not focus)
    if not rows:
        return [t("No ties are known to you.")]
    lines = [
        t_count("{count} tie.", "{count} ties.", len(rows)),
        t("Each line: who influences, whom; how strongly; how they stand; how you know."),
    ]
    return [*lines, *(sentence(row.spoken) for row in rows)]


def forecast(place: Place, seen: Observation, orders: Sequence[Order]) -> list[str]:
    """What the sheet might do, in words and in figures; or why that cannot be told."""
    try:
        view = foretold.outlook(seen, place.imagine(orders))
    except InvalidOrder as problem:
        return [sentence(str(problem))]
    if view.why:
        return [sentence(view.why)]
    lines = [t("In {worlds} made up from what you know. It is no promise.", worlds=view.worlds)]
    lines += [sentence(view.note)] if view.note else []
    for line in view.lines:
        said = {"name": plain(line.name), "said": plain(line.said), "exact": plain(line.exact)}
        lines.append(t("{name}: {said}. In figures: {exact}.", **said))
    lines += [sentence(hazard.said) for hazard in view.hazards]
    if view.not_known:
        lines.append(t("What you do not know most: {question}", question=sentence(view.not_known)))
    return lines


def words(wanted: str) -> list[str]:
    """The glossary, all of it or the words that hold what is looked for."""
    found = glossary.glossary(wanted)
    if not found:
        return [t("No word of the glossary holds '{said}'.", said=plain(wanted)[:60])]
    return [f"{word.word}: {word.means}" for word in found]
