"""The map of a seat's work: beside the other panels, or over the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.screens import accounts, influence
from game.ui.screens.fullmap import FullMap
from game.ui.view_models import atlas, sheet

if TYPE_CHECKING:
    from game.ui.layout import Box
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.widgets import Widget


def shown(work: Work) -> Atlas:
    """The map as it is known now, with what the sheet plans."""
    return atlas.atlas(work.book, work.planned())


def panel(stage: Stage, box: Box, work: Work) -> Widget:
    """The map or its table."""

    def look_at(key: str) -> None:
        work.focus = key

    def table(kind: str) -> None:
        work.table = kind == "table"

    acts = influence.Acts(
        focus=look_at,
        choose=lambda key: address(stage, work, key),
        table=table,
        full=lambda: open_full(stage, work),
    )
    return influence.panel(
        stage, box, work.book, shown(work), work.focus, table=work.table, acts=acts
    )


def open_full(stage: Stage, work: Work) -> None:
    """The map over the whole window."""
    stage.open(FullMap(work, lambda: shown(work), lambda key: address(stage, work, key)))


def address(stage: Stage, work: Work, key: str) -> None:
    """Make a mark the target of the open draft where its move allows that, else tell of it."""
    writing = work.draft.deed and not work.draft.kept
    for slot in ("target", "about") if writing else ():
        if key in work.index.options(work.draft, slot, work.index.rows[work.draft.deed]):
            work.draft = sheet.choose(work.index, work.draft, slot, key)
            return
    stage.open(accounts.mark(work.book, shown(work), key))
