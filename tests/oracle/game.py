"""A game by the rules, told plainly: a turn is injects, orders, then what follows by itself."""

from tests.oracle import dice
from tests.oracle.deeds import Row, deeds_of
from tests.oracle.effects import Change, Doing, apply, totals
from tests.oracle.keeping import (
    judge_endings,
    judge_objectives,
    keep_promises,
    keep_trust_down,
    read_crisis,
    tell_breaches,
    upkeep,
)
from tests.oracle.news import heed, spread
from tests.oracle.scene import rounded
from tests.oracle.sheet import refusals
from tests.oracle.words import Mind, thing_of, value

TIERS = ("shield", "act", "speak")


class Game:
    """One game of a scenario from its seed; `numbers` is {cell: value}, `running` its work."""

    def __init__(self, scene, seed):
        self.scene, self.seed = scene, seed
        self.content = scene.content
        self.deeds = deeds_of(scene.scenario)
        self.given = {}
        self.numbers = dict(scene.start)
        self.turn = 0  # turns completed
        self.now = 0  # the turn that is being played
        self.running = []
        self.ending = None
        judge_objectives(self)

    def draw(self, *names):
        """A number in [0, 1) for a question asked in this turn."""
        return dice.number(dice.mix(self.seed, self.now, *names))

    def mind(self):
        """The words of the scenario itself, where nobody acts."""
        return Mind(self.scene, self.numbers, {}, {})

    def value(self, text, mind):
        return value(text, mind)

    def exactly(self, cell, amount):
        """An amount as a whole multiple of its cell's grain."""
        return rounded(amount, self.scene.grain(cell))

    def add(self, measure, amounts):
        """Add {things: amount} to a measure, within its range."""
        for things, amount in amounts.items():
            cell = (measure, *things)
            total = self.numbers[cell] + self.exactly(cell, amount)
            self.numbers[cell] = self.scene.clipped(cell, total)

    # ----------------------------------------------------------------------------------- injects

    def open(self, **by_hand):
        """Give the injects of the next turn, and return them by name."""
        self.now = self.turn + 1
        before = dict(self.numbers)
        self.numbers["turn",] = float(self.now)
        given = [name for name in self.scene.keys["inject"] if self._is_due(name, by_hand)]
        changes = []
        for name in given:
            doing = Doing(self, self.mind(), f"inject {name}", dice.name("inject", name))
            doing.follow(self.content.msel[name].effects, live=True)
            changes += doing.changes
        apply(self.scene, self.numbers, changes)
        self.given = {c: self.scene.at_most(c, t) for c, t in totals(changes).items()}
        for name in given:
            self.numbers["fired", name] = float(self.now)
        heed(self, before)
        keep_trust_down(self, before)
        read_crisis(self)
        return given

    def _is_due(self, name, by_hand):
        if self.numbers["fired", name] > 0:
            return False
        if name in by_hand:
            return by_hand[name]
        inject = self.content.msel[name]
        alone = inject.turn is None and inject.when is None and inject.contingency is None
        if inject.by_hand or (alone and inject.chance == 1):
            return False
        if inject.turn is not None and inject.turn != self.now:
            return False
        if inject.when is not None and not value(inject.when, self.mind()):
            return False
        if inject.contingency is not None:
            given = self.numbers["fired", inject.contingency.of]
            waited = given > 0 and self.now - given >= inject.contingency.after
            if not waited or self.numbers["answered", inject.contingency.of] > 0:
                return False
        lot = dice.mix(self.seed, dice.name("inject"), dice.name("inject", name))
        return dice.number(dice.mix(lot, self.now) if alone else lot) < inject.chance

    # ------------------------------------------------------------------------------------ orders

    def close(self, orders):
        """Play everyone's orders; return [(what became of it, stage or deed, seat, operands)]."""
        rows = [self._row(order) for order in orders]
        reasons = refusals(self.scene, self.numbers, rows, self.content.orders_per_turn)
        before = dict(self.numbers)
        told = [
            ("void", row.deed.key, row.seat, row.operands, reason)
            for row, reason in zip(rows, reasons, strict=True)
            if reason is not None
        ]
        fine = [row for row, reason in zip(rows, reasons, strict=True) if reason is None]
        acting = [row for row in self.running if row.due <= self.now and row.until == 0]
        acting += [row for row in self.running if row.until > 0 and not row.renewed_by(fine)]
        resting = [row for row in self.running if row.due > self.now and row.until == 0]
        told += self._adjudicate(fine + acting, resting)
        spread(self, before)
        keep_promises(self, before)
        upkeep(self, before)
        told += tell_breaches(self, before)
        judge_objectives(self)
        self.turn = self.now
        judge_endings(self)
        return told

    def _row(self, order):
        me = self.content.seats[order.seat].actor
        return Row(order.seat, me, self.deeds[order.move], order.target, order.about, order.via)

    def _adjudicate(self, rows, resting):
        self._pay([row for row in rows if row.fresh])
        fates = self._fates(rows)
        self._fade()
        chances = [one for tier in TIERS for one in self._tier(tier, rows, fates)]
        pairs = zip(rows, fates, strict=True)
        self._count([row for row, fate in pairs if fate == "done" and row.turns == 0])
        broken = [row for row, fate in zip(rows, fates, strict=True) if fate == "broken_off"]
        resting = [row for row in resting if not any(row.belongs_to(one) for one in broken)]
        self.running = resting + self._what_runs_on(rows, fates)
        return [
            (fate, row.stage, row.seat, row.operands, None)
            for row, fate in zip(rows, fates, strict=True)
        ] + chances

    def _fade(self):
        """Passing measures return towards their start by their share of the distance.

        What injects added this turn does not pass yet.
        """
        for name in self.scene.scenario.measures:
            fade = self.scene.fade(name)
            for cell in self.scene.cells(name) if fade else ():
                lasting = self.numbers[cell] - self.given.get(cell, 0.0)
                distance = self.scene.start[cell] - lasting
                self.numbers[cell] += self.exactly(cell, fade * distance)

    def _pay(self, rows):
        prices = [(stock, row.me, -p) for row in rows for stock, p in row.deed.price.items()]
        apply(self.scene, self.numbers, [Change((stock, me), p) for stock, me, p in prices])

    def _fates(self, rows):
        """What becomes of each row: done, failed, standing or broken off."""
        fates = ["done" if self._is_able(row) else "unable" for row in rows]
        for _ in rows:  # whoever counted on one that stays behind stays behind too
            done = [row for row, fate in zip(rows, fates, strict=True) if fate == "done"]
            fates = [
                "alone" if fate == "done" and not self._has_partners(row, done) else fate
                for row, fate in zip(rows, fates, strict=True)
            ]
        return [self._fate(row, fate) for row, fate in zip(rows, fates, strict=True)]

    def _is_able(self, row):
        """Whether the hidden condition of a row holds."""
        hidden = row.deed.works if row.turns == 0 else row.deed.during
        return hidden is None or bool(value(hidden, row.mind(self.scene, self.numbers)))

    def _has_partners(self, row, others):
        """Whether everyone a row needs is among those who do their part."""
        needed = row.deed.partners if row.turns == 0 else ()
        return all(any(self._answers(row, one, other) for other in others) for one in needed)

    def _answers(self, row, partner, other):
        """Whether another row is the order that a partner must give."""
        mind = row.mind(self.scene, self.numbers)
        if other.turns or other.deed not in self._ways(row.deed, partner):
            return False
        role = partner.about or "about"
        axis = "actor" if role == "me" else row.deed.axes.get(role)
        if axis and axis == other.deed.axes.get("about") and other.about != self._topic(row, role):
            return False
        who, on = (thing_of(word, "actor", mind) for word in (partner.who, partner.on))
        return (other.me, other.target) == (who, on)

    def _ways(self, deed, partner):
        """The deeds by which a partner can answer: those about such a thing, if there are any."""
        ways = [one for one in self.deeds.values() if partner.move in (one.key, one.move)]
        ways = [one for one in ways if one.axes.get("target") == "actor"]
        role = partner.about or "about"
        axis = "actor" if role == "me" else deed.axes.get(role)
        alike = [one for one in ways if axis and one.axes.get("about") == axis]
        return alike or ways

    def _topic(self, row, role):
        return row.me if role == "me" else getattr(row, role)

    def _fate(self, row, fate):
        if fate == "unable":
            return "broken_off" if row.turns else "failed"
        if fate == "alone":
            return "standing" if self._until(row) > self.now else "failed"
        return "done"

    def _until(self, row):
        return self.now + row.deed.waits if row.fresh else row.until

    def _tier(self, tier, rows, fates):
        """Play a tier: everything reads the numbers as they stood when it began."""
        changes, told = [], []
        for row, fate in zip(rows, fates, strict=True):
            if row.deed.tier == tier and fate != "standing":
                doing = Doing(self, row.mind(self.scene, self.numbers), row.stage, row.dice_name())
                effects = row.deed.after[row.turns] if row.turns else row.deed.effects
                doing.follow(effects, live=fate == "done")
                if row.turns == 0:
                    doing.follow(row.deed.otherwise, live=fate == "failed")
                changes += doing.changes
                told += [("chance", one, row.seat, row.operands, None) for one in doing.happened]
        apply(self.scene, self.numbers, changes)
        return told

    def _count(self, rows):
        """Count the deeds done: how often, how severe, and openly against whom."""
        changes = []
        for row in rows:
            changes.append(Change(("done", row.deed.move, row.me), 1.0))
            changes.append(Change(("escalation", row.me), row.deed.severity))
            if row.deed.hostile:
                changes.append(Change(("hostile", row.me, row.target), 1.0))
        apply(self.scene, self.numbers, changes)

    def _what_runs_on(self, rows, fates):
        """Joint orders that stand, and the later stages of what has begun."""
        found = []
        for row, fate in zip(rows, fates, strict=True):
            if fate == "standing":
                found.append(row.later(due=self.now + 1, until=self._until(row)))
            elif fate == "done" and row.turns == 0:
                last = max(row.deed.after, default=0)
                for turns in row.deed.after:
                    held = int(row.deed.price["staff"]) if turns == last else 0
                    due = self.now + turns
                    found.append(row.later(turns=turns, due=due, until=0, held=held))
        return found
