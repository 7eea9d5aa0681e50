"""A game that was played, turn by turn, kept to be talked over: worlds, sheets, causes, sights.

Whoever plays a journal again makes one; a report and the debrief read it. It holds everything, so
it is for eyes that may see everything: what one seat may keep is cut from it by that seat's own
observations.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.events import Events
from game.engine.journal import Header, Intervention
from game.engine.ledger import Entry
from game.engine.orders import Order
from game.engine.rulebook import Rulebook
from game.engine.world import World
from game.scenario import Scenario
from game.views.observation import Observation
from game.views.told import Told
from game.views.viewpoint import Viewpoint


@dataclass(frozen=True, eq=False)
class Scene:
    """One turn as it was played.

    before: the world as the turn began, its injects not yet given; opened: as the sheets were
    handed in; closed: at its end. entries: of the ledger, of the whole turn. told: by seat, all
    that it heard in this turn. ordering, after: by seat, what it saw when it ordered, and at the
    end.
    """

    turn: int
    before: World
    opened: World
    closed: World
    injects: tuple[str, ...]
    orders: tuple[Order, ...]
    events: Events
    entries: tuple[Entry, ...]
    told: Mapping[str, tuple[Told, ...]]
    ordering: Mapping[str, Observation]
    after: Mapping[str, Observation]


@dataclass(frozen=True, eq=False)
class Film:
    """A whole game, or as much of it as has been played.

    seal: of the journal's last row; flaw: a sentence, where the journal breaks or its game came out
    differently; ending: the name of the ending, '' while the game goes on; hands: all that was done
    by hand, what the room decided in the debrief too.
    """

    header: Header
    scenario: Scenario
    rulebook: Rulebook
    views: Mapping[str, Viewpoint]
    scenes: tuple[Scene, ...]
    hands: tuple[Intervention, ...]
    ending: str
    seal: str
    flaw: str = ""
