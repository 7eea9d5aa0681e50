"""The seats of a scenario as everybody may see them, before any is taken."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.ui.view_models import Offer


def offers_of(script: "Scenario") -> "list[Offer]":
    """Return the seats that people are meant to hold, as everybody may see them."""
    from game.ui.view_models import Offer

    offers = []
    for key, part in script.content.seats.items():
        actor = script.content.actors[part.actor]
        if part.policy is None:
            name = script.say(part.name or actor.name)
            offers.append(Offer(key, name, script.say(part.aim), script.say(actor.about)))
    return offers
