"""Effects: what a deed or an inject does to the numbers of a game, from one snapshot."""

from dataclasses import dataclass, replace

from game.scenario.move import Chance, Expose, Shift
from tests.oracle import dice
from tests.oracle.scene import rounded
from tests.oracle.sets import members, weight
from tests.oracle.words import (
    audience_in,
    cell_of,
    each_person,
    open_group,
    open_set,
    set_named,
    thing_of,
    value,
)


@dataclass(frozen=True)
class Change:
    """An amount for a cell; of those that count `most` only the largest rise and fall do."""

    cell: tuple
    amount: float
    most: bool = False


def apply(scene, numbers, changes):
    """Add changes to the numbers, cell by cell, and keep each cell within its range."""
    for cell, total in totals(changes).items():
        numbers[cell] = scene.clipped(cell, numbers[cell] + total)


def totals(changes):
    """What changes come to, cell by cell: their sum, where only the strongest counts, that."""
    cells, found = {}, {}
    for one in changes:
        cells.setdefault(one.cell, []).append(one)
    for cell, some in cells.items():
        total = sum(one.amount for one in some if not one.most)
        total += max([one.amount for one in some if one.most and one.amount > 0], default=0.0)
        total += min([one.amount for one in some if one.most and one.amount <= 0], default=0.0)
        found[cell] = total
    return found


class Doing:
    """One stage of a row (or an inject) at work: `changes` and `happened` are what comes of it.

    Chance knows an effect by its number in the stage, branches that are not taken counted too.
    """

    def __init__(self, game, mind, stage, row_name):
        self.game, self.mind, self.stage, self.row_name = game, mind, stage, row_name
        self.scene, self.count = mind.scene, 0
        self.changes, self.happened = [], []

    def follow(self, effects, *, live):
        """Work out effects; where `live` is false they are only counted."""
        for effect in effects:
            match effect:
                case str():
                    self.follow(self.scene.scenario.fragments[effect], live=live)
                case Shift():
                    self.shift(effect, live=live)
                case Expose():
                    self.expose(effect, live=live)
                case Chance():
                    self.chance(effect, live=live)

    def draw(self, *names):
        return self.game.draw(*names)

    def shift(self, effect, *, live):
        opinion = effect.shift.split("(")[0].strip() == "opinion"
        self.count += 2 if opinion else 1
        if not live:
            return
        group = open_set(effect.shift, effect.by, effect.when, self.mind)
        for mind in self.everyone(group, audience_in(effect.shift, self.mind)):
            cell = cell_of(effect.shift, mind)
            amount = value(effect.by, mind)
            if effect.when is not None:
                amount *= bool(value(effect.when, mind))
            self.change(cell, self.weighed(amount, mind), most=effect.join == "most")
            if opinion and cell is not None:
                lasting = self.scene.parameters["lasting"]
                kept = amount * (lasting if effect.lasting is None else effect.lasting)
                anchor = ("anchor", *cell[1:])
                self.change(anchor, self.weighed(kept, mind), most=effect.join == "most")

    def expose(self, effect, *, live):
        self.count += 1
        question = dice.name("expose", self.stage, str(self.count))
        self.count += 1  # making it public is an effect of its own
        if not live:
            return
        claim = thing_of(effect.expose, "claim", self.mind)
        if claim is None:
            return
        self.change(("out", claim), float(self.is_said(effect.when)), most=True)
        group = set_named(effect.to, self.mind)
        for mind in self.everyone(group, None if group else effect.to):
            odds = self.weighed(1.0, mind)
            if effect.when is not None:
                odds *= bool(value(effect.when, mind))
            person = mind.member or mind.person
            if self.draw(question, self.row_name, self.scene.dice_name[person]) < odds:
                newly = 1.0 - mind.numbers["aware", person, claim]
                self.change(("aware", person, claim), newly, most=True)
                self.change(("fresh", person, claim), newly, most=True)
                self.change(("belief", person, claim), value(effect.belief, mind), most=False)

    def is_said(self, condition):
        """Whether an exposure is made at all: if its condition holds, or does of any it names."""
        group = None if condition is None else open_group(condition, self.mind)
        if condition is None or group is None:
            return condition is None or bool(value(condition, self.mind))
        return any(value(condition, mind) for mind in self.everyone(group))

    def chance(self, effect, *, live):
        true = False
        if live:
            question = dice.name("chance", self.stage, effect.chance)
            true = self.draw(question, self.row_name) < value(effect.p, self.mind)
        if true:
            self.happened.append(effect.chance)
        self.follow(effect.then, live=live and true)
        self.follow(effect.otherwise, live=live and not true)

    def everyone(self, group, audience=None):
        """The mind once for each member of the open set, and of those for each of an audience."""
        minds = [self.mind]
        if group is not None:
            who = members(group, self.mind)
            minds = [replace(self.mind, member=one, group=group) for one in who]
        return [one for mind in minds for one in each_person(audience, mind)]

    def weighed(self, amount, mind):
        heavy = mind.group is not None and mind.group[0] in ("reached", "suspects")
        return amount * weight(mind) if heavy else amount

    def change(self, cell, amount, *, most):
        if cell is not None:
            exact = rounded(amount, self.scene.grain(cell))
            self.changes.append(Change(cell, exact, most))
