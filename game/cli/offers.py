"""The seats and the knobs of a scenario as everybody may see them, before any seat is taken."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.ui.view_models import Offer
    from game.ui.view_models.lobby import Dial


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


def dials_of(script: "Scenario") -> "list[Dial]":
    """Return the knobs of a scenario, as they stand."""
    from game.ui.view_models.lobby import Dial

    say = script.say
    return [
        Dial(
            key,
            say(knob.name),
            say(knob.text),
            tuple((choice, say(said.name) or choice) for choice, said in knob.choices.items()),
            script.knobs.get(key, knob.default),
        )
        for key, knob in script.content.knobs.items()
    ]
