"""Engine and oracle side by side: the same scenario, seed and orders, every number compared."""

import numpy as np

from game import engine
from tests.oracle.game import Game
from tests.oracle.scene import Scene

KINDS = {
    engine.Kind.DONE: "done",
    engine.Kind.FAILED: "failed",
    engine.Kind.STANDING: "standing",
    engine.Kind.BROKEN_OFF: "broken_off",
}
NEARLY = ("settled",)  # made of a logarithm and a power of two


class Pair:
    """A game played twice: `story` by the engine, `plain` by the oracle."""

    def __init__(self, story):
        self.story, self.rulebook = story, story.rulebook
        self.scene = Scene(story.scenario)
        self.plain = Game(self.scene, int(story.world.seed[0]))
        self.cells = list(self._cells())
        self.check("the start")

    def _cells(self):
        """Every cell of the oracle with its place in the engine's world."""
        layout = self.rulebook.layout
        for measure, stretch in layout.stretches.items():
            if measure.endswith(" given"):  # the engine's own note, kept as a dictionary here
                continue
            for cell in self.scene.cells(measure):
                pairs = zip(stretch.axes, cell[1:], strict=True)
                places = [self.scene.things(axis).index(thing) for axis, thing in pairs]
                yield cell, layout.address(measure, *places)

    def turn(self, rows=None, orders=(), by_hand=()):
        """Play a turn in both; `rows` of the engine's, or orders in words, any of them wrong."""
        by_hand = dict(by_hand)
        self.story.begin(**by_hand)
        given = self.plain.open(**by_hand)
        events = self.story.given
        what = events.what[events.kind == engine.Kind.INJECT]
        names = [self.rulebook.keys["inject"][place] for place in what]
        self.same("injects", names, given)
        self.check("the injects")
        if rows is None:
            rows = self._rows(orders)
        else:
            orders = self._orders(rows)
        self.story.close(rows)
        told = self.plain.close(orders)
        self.same("events", self._events(), sorted(told, key=str))
        self.same("running work", self._pending(), self._running())
        self.check("the turn")
        self.same("ending", [self.ending()], [self.plain.ending])
        return told

    def same(self, what, engine_says, plainly):
        """Two lists are the same; what only one of them holds is shown."""
        ours = [one for one in engine_says if one not in plainly]
        theirs = [one for one in plainly if one not in engine_says]
        message = f"{what} of turn {self.plain.now}: engine {ours}, oracle {theirs}"
        assert engine_says == plainly, message

    def check(self, when):
        """Every measure of the engine is that of the oracle, bit for bit.

        Only powers and logarithms, and the sums over the ties of a population, may end in another
        last bit here than there; the engine's number is then taken over if it is but a few grains
        away.
        """
        values = self.story.world.cells[0].tolist()
        wrong = []
        for cell, place in self.cells:
            ours, theirs = values[place], self.plain.numbers[cell]
            if ours != theirs:
                near = NEARLY + ("opinion",) * self.scene.populated
                if cell[0] in near and abs(ours - theirs) <= 16 * self.scene.grain(cell):
                    self.plain.numbers[cell] = ours
                else:
                    wrong.append((cell, ours, theirs))
        assert not wrong, f"after {when} of turn {self.plain.now}: {wrong[:9]}"

    def ending(self):
        place = int(self.story.world.ended[0])
        return None if place < 0 else engine.ending_names(self.rulebook)[place]

    # --------------------------------------------------------------------------------- in words

    def _orders(self, rows):
        return sorted(engine.write_orders(self.rulebook, rows), key=lambda order: order.seat)

    def _rows(self, orders):
        """Orders in words as the engine's rows; what does not exist is -1."""
        keys = [deed.key for deed in self.rulebook.deeds]
        rows, slots = [], {}
        for order in orders:
            deed = keys.index(order.move)
            axes = self.rulebook.deeds[deed].axes
            words = (order.target, order.about, order.via)
            places = [
                names.index(word) if axis and word in (names := self.rulebook.keys[axis]) else -1
                for axis, word in zip(axes, words, strict=True)
            ]
            seat = self.rulebook.keys["seat"].index(order.seat)
            slots[seat] = slots.get(seat, -1) + 1
            rows.append((0, seat, slots[seat], deed, *places))
        return engine.Orders(*np.array(rows, dtype=np.int64).reshape(-1, 7).T)

    def _stage(self, stage):
        table = self.rulebook.table
        deed = self.rulebook.deeds[table.stage_deed[stage]]
        return f"{deed.key}+{table.stage_delay[stage]}", deed

    def _operands(self, deed, places):
        return tuple(
            self.rulebook.keys[axis][place] if axis and place >= 0 else None
            for axis, place in zip(deed.axes, places, strict=True)
        )

    def _events(self):
        """What the engine says became of everything, as the oracle tells it."""
        events, found = self.story.events, []
        for row in range(len(events)):
            kind, what = engine.Kind(int(events.kind[row])), int(events.what[row])
            places = (events.target[row], events.about[row], events.via[row])
            if kind is engine.Kind.ENDING:
                continue
            if kind is engine.Kind.BREACH:
                pact = self.rulebook.keys["undertaking"][what]
                actor = self.rulebook.keys["actor"][places[0]]
                found.append(("breach", pact, actor, None, None))
                continue
            seat = self.rulebook.keys["seat"][events.seat[row]]
            if kind is engine.Kind.CHANCE:
                card = self.rulebook.chances[what]
                deed = self.rulebook.deeds[card.deed]
                one = ("chance", card.name, seat, self._operands(deed, places), None)
            elif kind is engine.Kind.VOID:
                deed = self.rulebook.deeds[what]
                reason = int(events.reason[row])
                one = ("void", deed.key, seat, self._operands(deed, places), reason)
            else:
                stage, deed = self._stage(what)
                one = (KINDS[kind], stage, seat, self._operands(deed, places), None)
            found.append(one)
        return sorted(found, key=str)

    def _pending(self):
        work, found = self.story.world.pending, []
        for row in range(len(work)):
            stage, deed = self._stage(work.stage[row])
            operands = self._operands(deed, (work.target[row], work.about[row], work.via[row]))
            seat = self.rulebook.keys["seat"][work.seat[row]]
            numbers = (int(work.due[row]), int(work.until[row]), int(work.held[row]))
            found.append((seat, stage, operands, *numbers))
        return sorted(found, key=str)

    def _running(self):
        rows = self.plain.running
        found = [(r.seat, r.stage, r.operands, r.due, r.until, r.held) for r in rows]
        return sorted(found, key=str)
