"""Notes over the desk: what a figure means, what a card says in full, what a turn brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.screens.note import Act, Note, Words, reading
from game.ui.screens.why_layer import open_why
from game.ui.view_models import feed, recap, words
from game.ui.view_models.desk import over
from game.ui.view_models.dossier import dossier
from game.ui.view_models.forecast import outlook

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.layout import Box
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.desk import Own, Stock
    from game.ui.view_models.figures import Measure
    from game.ui.view_models.notebook import Notebook
    from game.ui.view_models.sheet import MoveRow

FORETOLD = 3  # lines of a forecast in the question before sealing


def measure(book: Notebook, view: Own, key: str) -> Note:
    """An objective or a measure: what it is, where it stands, how well that is known."""
    if key.startswith("goal/"):
        goal = view.goals[int(key.removeprefix("goal/"))]
        said = [
            Words(goal.text),
            Words(": ".join(p for p in (goal.word, goal.reading) if p), t.BODY_BOLD),
        ]
        return reading(goal.name, [w for w in said if w.text], icon="target", aside=goal.weight)
    belief = next(b for b in (*view.beliefs, *view.gauges) if b.key == key)
    name = key.split("/", maxsplit=1)[0]
    about = book.now.booklet.measures[name].text if name in book.now.booklet.measures else ""
    said = [Words(about)] if about else []
    if belief.value is None:
        said.append(
            Words(
                say("Not known. Listening to an audience tells how it stands to you."),
                color="muted",
            )
        )
    else:
        sure = say("known exactly") if belief.exact else say("an estimate")
        known = {"word": belief.word, "value": f"{belief.value:.0f}", "sure": sure}
        figure = (
            say("{word}: {value} of 100, {sure}", **known)
            if "/" in key
            else say("{word}, {sure}", **known)
        )
        said.append(Words(figure, t.BODY_BOLD))
    if belief.change is not None and abs(belief.change) >= 0.05:
        by = f"{abs(belief.change):.1f}"
        way = (
            say("It rose by {by} since the last turn.", by=by)
            if belief.change > 0
            else say("It fell by {by} since the last turn.", by=by)
        )
        said.append(Words(way, color="muted"))
    elif belief.exact and book.before() is not None:
        said.append(Words(say("It has not moved since your last turn."), color="muted"))
    return reading(belief.name, said, icon="target")


def stock(view: Stock) -> Note:
    """What can be spent, where nothing moved it."""
    said = say(
        "{free} of {have} free. It has not moved since your last turn.",
        free=f"{view.free:g}",
        have=f"{view.have:g}",
    )
    return reading(view.name, [Words(said)], icon="target")


def _asks(book: Notebook, measure: Measure) -> Callable[[Stage, Box], None] | None:
    """What opens the card of a figure beside it."""
    if not measure:
        return None

    def opens(stage: Stage, box: Box) -> None:
        open_why(stage, book.now, measure, box)

    return opens


def mark(book: Notebook, atlas: Atlas, key: str) -> Note:
    """What is known of a mark on the map."""
    view = dossier(book, atlas, key)
    said = [Words(view.about)] if view.about else []
    said += [
        Words(line.text, t.BODY_BOLD, air=4, opens=_asks(book, line.measure)) for line in view.lines
    ]
    if view.ties:
        said.append(Words(say("Known ties"), t.SMALL_BOLD, "muted", air=14))
    said += [Words(line, t.BODY, "muted", air=2) for line in view.ties]
    return reading(view.name, said, icon="target", aside=view.kind)


def closed_move(row: MoveRow) -> Note:
    """Why a move cannot be made now."""
    said = [Words(row.text, color="muted"), Words(row.reason, t.BODY_BOLD)]
    return reading(row.name, [w for w in said if w.text], icon="lock", aside=row.price)


def turn(book: Notebook, number: int) -> Note:
    """Everything told of one turn."""
    said = []
    for view in (c for c in feed.cards(book) if c.turn == number):
        said += [Words(f"{view.name}{' · ' + view.tag if view.tag else ''}", t.BODY_BOLD, air=12)]
        said += [Words(view.source, t.SMALL, "muted", air=0)] if view.source else []
        said += [Words(view.text, air=2)]
    if not said:
        said = [
            Words(
                say("Nothing is known of this turn.")
                if number <= book.now.turn
                else say("Not played yet."),
                color="muted",
            )
        ]
    return reading(say("Turn {number}", number=number), said, icon="clock")


def confirm(work: Work, do: Callable[[], None]) -> Note:
    """Sealing a sheet, with what stays unused."""
    count = len(work.kept)
    title = (
        t_count("Seal {count} order?", "Seal {count} orders?", count)
        if count
        else say("Seal an empty sheet?")
    )
    said = [
        Words(f"{n}. {work.index.card(d.deed).name}", t.BODY_BOLD, air=4)
        for n, d in enumerate(work.kept, 1)
    ]
    left = work.now.stocks[0][0] - work.taken()[0][0]
    if not count:
        said.append(Words(say("A turn without orders is allowed. The others will act.")))
    if left > 0:
        said.append(
            Words(
                say("You keep {count} staff unused.", count=words.amount(float(left))),
                color="muted",
            )
        )
    said += _ahead(work)
    acts = [Act("seal", say("Seal and hand in"), do, primary=True), Act("back", say("Back"))]
    return Note(title, said, acts, icon="seal", wide=440)


def _ahead(work: Work) -> list[Words]:
    """What is foretold of the sheet, the heaviest first: consequences before commitment."""
    sight = work.foresight
    if sight.forecast is None or sight.computing or not work.kept:
        return []
    view = outlook(work.now, sight.forecast)
    said = [Words(say("Foretold"), t.SMALL_BOLD, "muted", air=14)]
    said += [
        Words(say("{name}: {words}", name=one.name, words=one.said), air=2)
        for one in view.lines[:FORETOLD]
    ]
    said += [Words(one.said, air=2) for one in view.hazards[:FORETOLD]]
    return said


def leave(do: Callable[[], None]) -> Note:
    """Whether to go; the table keeps the game, not the window."""
    said = say("Orders that are not handed in are lost. The game itself is kept by the table.")
    acts = [Act("stay", say("Stay"), primary=True), Act("go", say("Leave the table"), do)]
    return Note(say("Leave the table?"), [Words(said)], acts, icon="help", wide=440)


def refused(reasons: list[str]) -> Note:
    """What the table did not take."""
    said = [Words(say("The sheet was not taken. Nothing was spent."), color="muted")]
    said += [Words(reason, t.BODY_BOLD) for reason in reasons]
    return reading(say("Not handed in"), said, icon="warn")


def recap_words(book: Notebook) -> list[Words]:
    """What the last turn brought, from the notebook alone."""
    view = recap.recap(book)
    said = [Words(say("Your orders"), t.BODY_BOLD, "accent", air=8)]
    said += [Words(line, air=4) for line in view.ours] or [
        Words(say("You gave no orders."), color="muted", air=4)
    ]
    changes = [c for c in view.changes if not (c.goal and over(book.now))]
    if changes:
        said.append(Words(say("What changed for you"), t.BODY_BOLD, "accent", air=16))
        said += [
            Words(
                c.text,
                color={"good": "positive", "bad": "alert"}.get(c.tone, "text"),
                air=6,
                opens=_asks(book, c.measure),
            )
            for c in changes
        ]
    said.append(Words(say("What others did"), t.BODY_BOLD, "accent", air=16))
    said += [Words(line, air=4) for line in view.others] or [
        Words(say("Nothing was heard of the others."), color="muted", air=4)
    ]
    if view.coming:
        said.append(Words(say("Now on your desk"), t.BODY_BOLD, "accent", air=16))
        said += [Words(line, air=4) for line in view.coming]
    return said
