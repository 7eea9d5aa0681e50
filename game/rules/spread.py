"""What follows by itself: at once from an inject, and once everyone's orders are done."""

from dataclasses import dataclass

from game.engine.tiers import Draft
from game.engine.world import World
from game.rules.claims import Grapevine
from game.rules.heat import temper
from game.rules.memory import Memory
from game.rules.opinion import Influence
from game.rules.promises import Promises
from game.rules.scars import keep_down
from game.rules.unrest import Unrest
from game.rules.upkeep import Upkeep


@dataclass(frozen=True, eq=False)
class Spreading:
    """The rules that run between adjudication and scores, in this order.

    Those that `heed` injects run before anyone orders: seats see what came of them.
    """

    memory: Memory
    claims: Grapevine
    opinions: Influence
    upkeep: Upkeep
    unrest: Unrest
    promises: Promises
    heat: float

    def heed(self, draft: Draft, before: World) -> None:
        """Change the draft after injects; `before` is the world without them."""
        self.opinions.persuade(draft, before)
        keep_down(draft, before)
        self.upkeep.read_crisis(draft)

    def spread(self, draft: Draft, before: World) -> None:
        """Change the draft; `before` is the world the seats saw, with the work that now runs on."""
        temper(draft, before, self.heat)
        self.memory.note(draft, before)
        self.claims.hand_on(draft)
        self.memory.fade(draft)
        self.opinions.persuade(draft, before)
        self.opinions.average(draft)
        self.unrest.scatter(draft)
        self.promises.keep(draft, before)
        self.upkeep.wear(draft)
        keep_down(draft, before)
        self.upkeep.recover(draft, before)
        self.upkeep.take_stock(draft, before)
