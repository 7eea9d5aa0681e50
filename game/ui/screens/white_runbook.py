"""The right column of the facilitator's page: every inject, and what can be done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import white_actions
from game.ui.view_models import whitecell
from game.ui.widgets import Button, Panel, Row, RowLook, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.facilitator import Facilitator
    from game.ui.stage import Stage
    from game.ui.view_models.whitecell import Line

HIGH, OPEN = 46.0, 176.0


def panel(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """The list, and the inject under the keyboard with its text and buttons."""
    lines = page.kept.of(page.lead, "runbook")
    whole = Panel("white/runbook-panel", box, say("Runbook"), icon="flag")
    whole.badge = t_count("{count} inject", "{count} injects", len(lines))
    wide = stage.setter().width(say("Write"), t.SMALL) + 48
    write = Button("white/write", Box(box.right - wide - 10, box.y + 6, wide, 28), say("Write"))
    write.icon, write.press = "plus", lambda: white_actions.write(page, stage)
    if not lines:
        said = say("This scenario has no runbook. Write (N).")
        place = box.below(t.PANEL_HEAD).inset(12)
        whole.children = [write, Text("white/no-runbook", place, value=said, wrap=True)]
        return whole
    place = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - OPEN - 2)
    rows = [Row(line.key, f"{line.name}: {line.state}", HIGH, _line(line)) for line in lines]
    shown = Rows("white/runbook", place, say("Runbook"), rows=rows)
    if "white/runbook" not in stage.memory:
        first = white_actions.chosen(page, stage)
        shown.state(stage.memory).current = first.name if first else ""
        shown.state(stage.memory).offset = HIGH * max(
            0, _place(lines, first.name if first else "") - 2
        )
    shown.move = lambda _: None
    shown.choose = lambda _: None
    low = Box(box.x, box.bottom - OPEN, box.w, OPEN)
    whole.children = [write, shown, *_open(page, stage, low)]
    return whole


def _place(lines: list[Line], name: str) -> int:
    return next((place for place, line in enumerate(lines) if line.key == name), 0)


def _open(page: Facilitator, stage: Stage, box: Box) -> list[Widget]:
    """The chosen inject: its text, and fire, hold, edit."""
    inject = white_actions.chosen(page, stage)
    if inject is None:
        return []
    name = Text("white/inject", Box(box.x + 14, box.y + 10, box.w - 28, 20))
    name.value, name.kind = whitecell.inject_name(inject), t.BODY_BOLD
    text = Text("white/inject/text", Box(box.x + 14, box.y + 32, box.w - 28, 64))
    text.value, text.kind, text.color = " ".join(inject.text.split()), t.SMALL, "muted"
    text.wrap, text.most = True, 4
    detail = Text("white/inject/detail", Box(box.x + 14, box.y + 100, box.w - 28, 18))
    detail.value, detail.kind, detail.color = whitecell.detail(inject), t.SMALL, "muted"
    given = say("It has been given.") if inject.state == "fired" else ""
    if page.lead.see.ended:
        given = say("The game has ended.")
    held = inject.state == "held"
    acts = (
        ("fire", say("Fire now"), "play", white_actions.fire),
        ("hold", say("Release") if held else say("Hold"), "pause", white_actions.hold),
        ("edit", say("Edit"), "edit", white_actions.edit),
    )
    found: list[Widget] = [name, text, detail]
    x, setter = box.x + 14, stage.setter()
    for key, label, icon, act in acts:
        wide = setter.width(label, t.BODY) + 44
        button = Button(f"white/{key}", Box(x, box.bottom - 48, wide, t.CONTROL), label, icon=icon)
        button.press, button.disabled = _press(act, page, stage), given
        button.hint = key[0].upper()
        found.append(button)
        x += wide + 8
    return found


def _press(
    act: Callable[[Facilitator, Stage], None], page: Facilitator, stage: Stage
) -> Callable[[], None]:
    return lambda: act(page, stage)


def _line(line: Line) -> Callable[[Canvas, Box, RowLook], None]:
    """Turn, name over detail, state at the end."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.current or look.hovered:
            canvas.fill(box, theme.selection)
        if look.current:
            canvas.fill(Box(box.x, box.y, 3, box.h), theme.accent)
        canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)
        color = getattr(theme, line.color)
        wide = canvas.type.width(line.state, t.SMALL_BOLD) + 22
        turn = line.mark.code if line.mark is not None else ""
        canvas.text(turn, Box(box.x + 12, box.y + 4, 22, 20), t.BODY_BOLD, theme.muted)
        ink = theme.muted if line.quiet else theme.text
        kind = t.BODY_BOLD if look.current else t.BODY
        name = Box(box.x + 40, box.y + 4, box.w - 40 - wide - 20, 20)
        canvas.text(line.name, name, kind, ink)
        state = Box(box.right - wide - 10, box.y + 4, wide, 20)
        canvas.icon(line.icon, state.x, state.y + 3, 14, color)
        canvas.text(line.state, Box(state.x + 20, state.y, wide - 18, 20), t.SMALL_BOLD, color)
        detail = Box(box.x + 40, box.y + 24, box.w - 54, 18)
        canvas.text(line.detail, detail, t.SMALL, theme.muted)

    return paint
