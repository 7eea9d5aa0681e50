"""What an order's needs may read: only what its seat knows exactly.

A menu is made from needs. If a need could read a number that is hidden from the seat, the menu
would tell it; so such a need is a mistake of the rulebook, found before anyone plays.
"""

from collections.abc import Mapping

from game.scenario.move import Gauge
from game.scenario.words import FACTS, Apply, Constant, Entity, Meaning, Over, Read, Same


def hidden_reads(meaning: Meaning, measures: Mapping[str, Gauge]) -> list[str]:
    """Return the names of measures and facts in a need that its seat may not know exactly."""
    match meaning:
        case Constant() | Same():
            return []
        case Read(name, args, fact):
            known = _fact_known(name) if fact else measures[name].known
            return [] if _knows(known, args) else [name]
        case Apply(_, args):
            return [name for arg in args for name in hidden_reads(arg, measures)]
        case Over(_, group, body):
            weighed = ["evidence"] if group.name == "suspects" and not _own(group.inner) else []
            return weighed + hidden_reads(body, measures)


def _fact_known(name: str) -> str:
    return "all" if name == "turn" else FACTS[name][1]


def _own(thing: Entity | None) -> bool:
    return thing is not None and thing.sort == "role" and thing.name == "me"


def _knows(known: str, args: tuple[Entity, ...]) -> bool:
    if known == "all":
        return True
    if known == "own":
        return bool(args) and _own(args[0])
    return known == "parties" and any(_own(arg) for arg in args)
