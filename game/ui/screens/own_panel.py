"""The seat's own panel: objectives first and always in sight, then stocks, then who believes us."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import shapes
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Button, Group, Paint, Panel, Row, RowLook, Rows, Text, Widget, dotted
from game.ui.widgets.gauge import gauge

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.theme import Color
    from game.ui.view_models.atlas import Mark
    from game.ui.view_models.desk import Belief, Goal, Own, Stock
    from game.ui.widgets import Look

GOAL = 39.0
BELIEF, TITLE = 28.0, 26.0
ROUGHLY = 10.0  # of 100: how wide an estimate is drawn to each side (a guess)
LEAST_PIP = 8.5  # from one to the next: smaller ones cannot be counted
LEAST_STOCK = 72.0  # dp: six pips
STILL = 0.5  # a change that rounds to nothing
SHARES = {"open": 0.5, "behind": 0.75, "at risk": 0.5, "not known": 0.0}
SIGNS = {"met": "check", "on course": "check", "lost": "x", "not met": "x"}
COLORS = {
    "met": "positive",
    "on course": "positive",
    "at risk": "alert",
    "lost": "alert",
    "not met": "alert",
}


Opens = Callable[[str, str], None]


def panel(box: Box, view: Own, mark: Mark | None, opens: Opens) -> Widget:
    """The panel; `opens` hears the widget and the row that is opened: `goal/N`, a belief's key."""
    inner = box.inset(t.PANEL_PADDING, 0)
    name = Paint("own/name", Box(inner.x, box.y + 9, inner.w, 38), view.name, view.role)
    name.role, name.paint = "heading", _name(view, mark)
    y = box.y + 70
    spare = box.bottom - y - 66 - 22 - 2 * BELIEF
    high = min(max(1, len(view.goals)) * GOAL, max(GOAL, spare))
    stocks = _stocks(Box(inner.x, y + high + 6, inner.w, 46), view.stocks, opens)
    low = y + high + 58
    rest = Box(box.x + 4, low + 20, box.w - 8, box.bottom - low - 24)
    found: list[Widget] = [
        name,
        _small_title("own/goals/title", Box(inner.x, box.y + 51, inner.w, 18), say("Objectives")),
        _goals(Box(box.x + 4, y, box.w - 8, high), view.goals, opens),
        stocks,
        _small_title("own/beliefs/title", Box(inner.x, low, inner.w, 18), say("Who believes us")),
        _beliefs(rest, view.beliefs, view.gauges, opens),
    ]
    return Panel("own", box, say("Your seat"), head=False, children=found)


def _small_title(name: str, box: Box, said: str) -> Widget:
    """A muted heading inside the panel."""
    return Text(name, box, value=said, kind=t.SMALL_BOLD, color="muted")


def _name(view: Own, mark: Mark | None) -> Callable[[Canvas, Box, Look], None]:
    """Mark, name, whose seat."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        middle = (box.x + 16, box.y + 19)
        if mark is not None:
            canvas.mark(mark.shape, middle, 36, canvas.theme.text, width=1.5)
            canvas.mark(mark.shape, middle, 32, canvas.theme.blocs[mark.bloc])
            canvas.text(mark.code, Box(box.x, box.y + 11, 32, 16), t.MARK, align="center")
        room = box.w - 42
        canvas.text(view.name, Box(box.x + 42, box.y, room, 22), t.TITLE)
        canvas.text(view.role, Box(box.x + 42, box.y + 21, room, 16), t.SMALL, canvas.theme.muted)

    return paint


def _goals(box: Box, goals: tuple[Goal, ...], opens: Opens) -> Widget:
    """One row an objective."""
    if not goals:
        return _none("own/goals", box, say("This seat has no objective of its own."))
    rows = [
        Row(f"goal/{n}", f"{g.name}: {g.word}. {g.reading}", GOAL, _goal(g))
        for n, g in enumerate(goals)
    ]
    return Rows("own/goals", box, say("Objectives"), rows=rows, choose=partial(opens, "own/goals"))


def _goal(goal: Goal) -> Callable[[Canvas, Box, RowLook], None]:
    """A disc that fills, name and word, then the distance."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.hovered:
            canvas.box(box, theme.selection)
        color = getattr(theme, COLORS.get(goal.state, "muted"))
        _disc(canvas, (box.x + 8, box.y + 4), goal.state, color)
        wide = canvas.type.width(goal.word, t.SMALL_BOLD)
        line = Box(box.x + 32, box.y + 2, box.w - 40, 19)
        canvas.text(goal.name, Box(line.x, line.y, line.w - wide - 8, line.h), t.BODY)
        canvas.text(goal.word, line, t.SMALL_BOLD, color, align="right")
        said = Box(line.x, box.y + 21, line.w, 16)
        used = canvas.text(goal.reading or goal.text, said, t.SMALL, theme.muted)
        if goal.asks and goal.reading:
            dotted(canvas, said.x, said.bottom - 1, used)

    return paint


def _disc(canvas: Canvas, at: tuple[float, float], state: str, color: Color) -> None:
    """A disc that fills with how it goes; a check or a cross in it where that is settled."""
    sign = SIGNS.get(state)
    share = 1.0 if sign else SHARES.get(state, 0.5)
    canvas.picture(shapes.pie(canvas.px(14), share, color), *at)
    if sign:
        canvas.icon(sign, at[0] + 2, at[1] + 2, 10, canvas.theme.panel)


def _stocks(box: Box, stocks: tuple[Stock, ...], opens: Opens) -> Widget:
    """One figure a stock, between two rules."""
    letters = [max(6, len(stock.name)) for stock in stocks]
    found: list[Widget] = [Paint("own/stocks/rules", box, role="decoration", paint=_rules)]
    x = box.x
    for stock, long in zip(stocks, letters, strict=True):
        wide = max(LEAST_STOCK, box.w * long / sum(letters))
        wide = min(wide, box.w - LEAST_STOCK * (len(stocks) - 1))
        place = Box(x, box.y + 4, min(wide, box.right - x) - 6, box.h - 8)
        x += wide
        said = say("{free} of {have}", free=f"{stock.free:g}", have=f"{stock.have:g}")
        name = f"own/stocks/{stock.key}"
        button = Button(name, place, stock.name, said, press=partial(opens, name, ""))
        button.paint, button.ring = _stock(stock), "inside"
        found.append(button)
    return Group("own/stocks", box, say("Stocks"), children=found)


def _rules(canvas: Canvas, box: Box, look: Look) -> None:
    """The lines above and below."""
    canvas.rule(box.x, box.y, box.w)
    canvas.rule(box.x, box.bottom, box.w)


def _stock(stock: Stock) -> Callable[[Canvas, Box, Look], None]:
    """Pips: filled is free, ring is what the draft takes, outline is spent in the sheet."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        if look.hovered:
            canvas.box(box.inset(-4, 0), canvas.theme.selection)
        line = Box(box.x, box.y + 1, box.w, 18)
        used = canvas.text(stock.name, line, t.SMALL, canvas.theme.muted)
        if stock.asks:
            dotted(canvas, line.x, line.bottom - 1, used)
        _pips(canvas, Box(box.x, box.y + 22, box.w, 12), stock)

    return paint


def _pips(canvas: Canvas, box: Box, stock: Stock) -> None:
    """Squares while they are large enough to count; more are a figure."""
    theme = canvas.theme
    step = min(13.0, box.w / max(1.0, stock.have))
    if step < LEAST_PIP:
        said = say("{free} of {have}", free=f"{stock.free:g}", have=f"{stock.have:g}")
        canvas.text(said, Box(box.x, box.y - 3, box.w, 18), t.SMALL_BOLD)
        return
    whole = int(stock.have)
    free = int(stock.free + 1e-9)
    for number in range(whole):
        pip = Box(box.x + number * step, box.y, step - (3 if step > 11 else 2), 10)
        if number < free:
            canvas.box(pip, theme.text, radius=2)
        elif number < free + stock.draft:
            canvas.box(pip, theme.tip, theme.accent, width=2.5, radius=2)
        else:
            canvas.box(pip, None, theme.border, radius=2)
    if not whole:
        canvas.text(say("none left"), Box(box.x, box.y - 3, box.w, 18), t.SMALL, theme.muted)


def _beliefs(
    box: Box,
    beliefs: tuple[Belief, ...],
    gauges: tuple[Belief, ...],
    opens: Opens,
) -> Widget:
    """One row an audience; below them the gauges of the whole world."""
    rows = [Row(b.key, f"{b.name}: {b.word}", BELIEF, _belief(b)) for b in beliefs]
    if gauges:
        world = say("The world")
        rows.append(Row("gauges", world, TITLE, _title(world), heading=True))
        rows += [Row(b.key, f"{b.name}: {b.word}", BELIEF, _belief(b)) for b in gauges]
    if not rows:
        return _none("own/beliefs", box, say("Nothing is known of who believes you."))
    choose = partial(opens, "own/beliefs")
    return Rows("own/beliefs", box, say("Who believes us"), rows=rows, choose=choose)


def _none(name: str, box: Box, said: str) -> Widget:
    """What stands in place of an empty list."""
    inner = Box(box.x + 8, box.y, box.w - 16, box.h)
    return Text(name, inner, value=said, kind=t.SMALL, color="muted", wrap=True, most=2)


def _title(said: str) -> Callable[[Canvas, Box, RowLook], None]:
    """A heading inside the list."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        line = Box(box.x + 8, box.y + 6, box.w - 16, 18)
        canvas.text(said, line, t.SMALL_BOLD, canvas.theme.muted)

    return paint


def _belief(belief: Belief) -> Callable[[Canvas, Box, RowLook], None]:
    """Name, meter, word, change."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.hovered or look.focused:
            canvas.box(box, theme.selection)
        line = Box(box.x + 8, box.y + 4, box.w - 16 - 48 - 66 - 40, 20)
        canvas.text(belief.name, line, t.BODY)
        bar = Box(line.right + 6, box.y + 11, 42, 6)
        meter(canvas, bar, belief, look.whole.meter(f"own/{belief.key}", belief.value or 0.0))
        still = belief.exact and (belief.change is None or abs(belief.change) < STILL)
        word = Box(line.right + 55, line.y, 104 if still else 64, 20)
        used = canvas.text(belief.word, word, t.BODY_BOLD if belief.value is not None else t.SMALL)
        if belief.asks:
            dotted(canvas, word.x, word.bottom - 2, used)
        if not still:
            rest = Box(word.right, line.y, box.right - word.right - 8, 20)
            change(canvas, rest, belief)

    return paint


def meter(canvas: Canvas, box: Box, belief: Belief, stands: float) -> None:
    """A bar for what is known exactly, a band for an estimate, dashes for what is not known.

    `stands` is where the bar is on its way to the value.
    """
    if belief.value is None:
        gauge(canvas, box, None)
    elif belief.exact:
        gauge(canvas, box, stands)
    else:
        gauge(canvas, box, band=(stands - ROUGHLY, stands + ROUGHLY))


def change(canvas: Canvas, box: Box, belief: Belief) -> None:
    """An arrow for the direction, a color for good or bad."""
    theme = canvas.theme
    if belief.value is not None and not belief.exact:
        canvas.text(say("estimate"), box, t.SMALL, theme.muted, align="right")
    elif belief.change is not None and abs(belief.change) >= STILL:
        up = belief.change > 0
        said = f"{'▲' if up else '▼'} {abs(belief.change):.0f}"
        canvas.text(said, box, t.SMALL_BOLD, theme.positive if up else theme.alert, align="right")
