"""Ties of the map as rows of a table: the map's text equivalent. Pure: values in, words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t
from game.ui.view_models.notebook import value

if TYPE_CHECKING:
    from game.ui.view_models.atlas import Atlas, Tie
    from game.ui.view_models.desk import Tone
    from game.ui.view_models.notebook import Notebook

WARY, TRUSTING = 40.0, 60.0  # the limits of "Fair"


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie: whom it moves, how strongly, how its target stands to its source."""

    source: str  # keys
    target: str
    from_name: str
    to_name: str
    influence: str
    stance: str
    tone: Tone
    how: str
    planned: bool

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        return f"{self.from_name}, {self.to_name}: {self.influence}; {self.stance}; {self.how}"


def ties(book: Notebook, atlas: Atlas, focus: str, *, every: bool) -> tuple[TieRow, ...]:
    """The ties of the focus, planned ones first, or all of them."""
    chosen = atlas.ties if every or not focus else atlas.of(focus)
    order = sorted(chosen, key=lambda tie: (not tie.planned, tie.source != focus, -tie.weight))
    return tuple(_row(book, atlas, tie) for tie in order)


def _row(book: Notebook, atlas: Atlas, tie: Tie) -> TieRow:
    """A tie in words."""
    source, target = atlas.mark(tie.source), atlas.mark(tie.target)
    stance, tone, how = _stance(book, tie.source, tie.target)
    if tie.planned:
        how = t("your sheet, {order}", order=tie.planned)
    return TieRow(
        source=tie.source,
        target=tie.target,
        from_name=source.name if source else "",
        to_name=target.name if target else "",
        influence=t("planned") if tie.planned else tie.word,
        stance=stance,
        tone=tone,
        how=how,
        planned=bool(tie.planned),
    )


def _stance(book: Notebook, source: str, target: str) -> tuple[str, Tone, str]:
    """How the target of a tie stands to its source, and how that is known."""
    now = book.now
    pair = ("credibility", source, target)
    if target in now.booklet.actors:
        pair = ("trust", target, source)
    level = value(now, *pair)
    if level is None:
        return t("not known"), "plain", t("listen to learn")
    how = t("known exactly") if now.value(*pair).exact else t("an estimate")
    if level < WARY:
        return t("wary"), "bad", how
    return (t("trusts"), "good", how) if level >= TRUSTING else (t("in between"), "plain", how)
