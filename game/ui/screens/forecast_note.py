"""How a forecast was imagined, and everything it foretells in figures: what "200 worlds" opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.screens.note import Note, Words, reading
from game.ui.view_models import forecast as foretold
from game.ui.view_models.words import percent

if TYPE_CHECKING:
    from game.views import Forecast, Observation


def how_imagined(now: Observation, forecast: Forecast) -> Note:
    """A note to read: how, then every line, then what may come of it, then what is not known."""
    view = foretold.outlook(now, forecast)
    said = [
        Words(foretold.how(forecast), color="muted"),
        Words(
            say("A band holds 80 of 100 worlds. The same worlds are played without the sheet too."),
            color="muted",
        ),
    ]
    for line in view.lines:
        said.append(Words(f"{line.name}: {line.said}", t.BODY_BOLD, air=12))
        said.append(Words(line.exact, t.BODY, "muted", air=0))
    if view.hazards:
        said.append(Words(say("What may come of it"), t.BODY_BOLD, "accent", air=16))
        said += [Words(hazard.said, air=4) for hazard in view.hazards]
    said += _goals(now, forecast)
    if view.not_known:
        said.append(Words(view.not_known, t.BODY_BOLD, air=16))
    return reading(say("How this was imagined"), said, icon="eye", aside=view.worlds)


def _goals(now: Observation, forecast: Forecast) -> list[Words]:
    """In what share of the worlds each objective stands met after this turn."""
    rows = [
        (card.name, share)
        for card, share in zip(now.booklet.objectives, forecast.goals, strict=False)
        if share is not None
    ]
    if not rows:
        return []
    head = Words(say("Objectives met after this turn"), t.BODY_BOLD, "accent", air=16)
    return [
        head,
        *(
            Words(
                say("{objective}: in {share} of the worlds", objective=name, share=percent(share)),
                air=4,
            )
            for name, share in rows
        ),
    ]
