"""Effects compiled: fragments opened, gates numbered, equal shapes grouped."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key
from game.engine.formula import Apply as Product
from game.engine.formula import Leaf, Shape
from game.engine.ledger import Label
from game.engine.rulebook import ALWAYS, ChanceCard, Chances, Effects, Tier, Voices
from game.rules.binding import Inputs, Place, addresses, bind
from game.rules.board import GIVEN
from game.rules.factors import factors_of
from game.rules.population import over_nodes, over_nodes_place
from game.rules.sets import voice, weight_of
from game.rules.writing import Press, Writer
from game.scenario.expression import parse
from game.scenario.move import Chance, Effect, Expose, Shift
from game.scenario.vocabulary import Scope, resolve, resolve_entity, resolve_group, resolve_place
from game.scenario.words import Apply, Constant, Entity, Group, Meaning, Over, Read

Array = npt.NDArray[Any]

REACHED = Group("audience", "reached")
Gate = tuple[int, int]  # the gate that decides, and how it must have come out


@dataclass(frozen=True, slots=True)
class Asked:
    """One chance with where it belongs, ready to be grouped with its like."""

    stage: int
    gate: Gate
    question: int
    inputs: Inputs
    answers: int
    label: int


@dataclass(frozen=True, slots=True)
class Done:
    """One effect with where it belongs, ready to be grouped with its like."""

    stage: int
    gate: Gate
    question: int
    inputs: Inputs
    most: bool
    place: Place
    group: Place | None
    people: Place | None
    source: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Stager:
    """Collects the effects of every stage of a tier, then groups them by shape."""

    press: Press
    fragments: Mapping[str, list[Effect]]
    cards: list[ChanceCard]
    say: Any
    chances: dict[int, dict[Shape, list[Asked]]] = field(default_factory=dict)
    shifts: dict[tuple[Any, ...], list[Done]] = field(default_factory=lambda: defaultdict(list))
    exposures: dict[tuple[Any, ...], list[Done]] = field(default_factory=lambda: defaultdict(list))
    voiced: list[int] = field(default_factory=list)  # stages with effects weighed by a voice
    gates: int = 1

    def stage(
        self,
        number: int,
        deed: int,
        name: str,
        scope: Scope,
        parts: Sequence[tuple[Sequence[Effect], int]],
    ) -> None:
        """Compile the effects of one stage; each part says which outcome of the row it needs."""
        walk = _Walk(self, number, deed, name, scope)
        for effects, wanted in parts:
            walk.follow(effects, (ALWAYS, wanted), 0)
        self.gates = max(self.gates, walk.next_gate)

    def tier(self) -> Tier:
        """Return the collected effects, grouped."""
        chances = tuple(_chances(self.chances[depth]) for depth in sorted(self.chances))
        voices = self.voices(sorted(set(self.voiced)))
        return Tier(chances, voices, _effects(self.shifts), _effects(self.exposures))

    def voices(self, stages: list[int]) -> Voices:
        """Return how well what is said at some stages is heard: at all by the same formula."""
        writer = Writer(self.press)
        leaf, shape = writer.group(REACHED), writer.shape(voice())
        inputs = Inputs(writer.data())
        weight, same = inputs.shape(shape), [inputs] * len(stages)
        stage, sets = np.array(stages, np.int64), addresses([(leaf, inputs.data)] * len(stages))
        return Voices(stage, sets, bind([same] if same else []), (weight,))


def _chances(by_shape: Mapping[Shape, list[Asked]]) -> Chances:
    groups = list(by_shape.values())
    chances = [one for group in groups for one in group]
    return Chances(
        stage=_column(chances, "stage"),
        gate=_gates(chances, 0),
        want=_gates(chances, 1),
        answers=_column(chances, "answers"),
        question=_questions(chances),
        label=_column(chances, "label"),
        reads=bind([[one.inputs for one in group] for group in groups]),
        odds=tuple(by_shape),
    )


def _effects(by_shape: Mapping[tuple[Any, ...], list[Done]]) -> Effects:
    """Return the effects of each (amount, belief, factors)."""
    groups = list(by_shape.values())
    effects = [one for group in groups for one in group]
    return Effects(
        most=np.array([one.most for one in effects], dtype=bool),
        stage=_column(effects, "stage"),
        gate=_gates(effects, 0),
        want=_gates(effects, 1),
        question=_questions(effects),
        sets=addresses([one.group for one in effects]),
        crowds=addresses([one.people for one in effects]),
        crowded=np.array([one.people is not None for one in effects], dtype=bool),
        place=addresses([one.place for one in effects]),
        reads=bind([[one.inputs for one in group] for group in groups]),
        amount=tuple(amount for amount, _, _ in by_shape),
        belief=tuple(belief for _, belief, _ in by_shape if belief is not None),
        sources=tuple(one.source for one in effects),
        factors=tuple(factors for _, _, factors in by_shape),
        labels=tuple(one.labels for one in effects),
    )


def _column(bound: Sequence[Asked | Done], name: str) -> Array:
    return np.array([getattr(one, name) for one in bound], dtype=np.int64)


def _gates(bound: Sequence[Asked | Done], place: int) -> Array:
    return np.array([one.gate[place] for one in bound], dtype=np.int64)


def _questions(bound: Sequence[Asked | Done]) -> Array:
    return np.array([one.question for one in bound], dtype=np.uint64)


@dataclass(slots=True)
class _Walk:
    """The way through the effects of one stage, chances opening gates as they come."""

    stager: Stager
    number: int
    deed: int
    name: str
    scope: Scope
    next_gate: int = 1
    count: int = 0

    def follow(self, effects: Sequence[Effect], gate: Gate, depth: int) -> None:
        for effect in effects:
            match effect:
                case str():
                    self.follow(self.stager.fragments[effect], gate, depth)
                case Shift():
                    self.shift(effect, gate)
                case Expose():
                    self.expose(effect, gate)
                case Chance():
                    self.chance(effect, gate, depth)

    def question(self, kind: str) -> int:
        """Return the name that chance knows this effect by."""
        self.count += 1
        return int(key(kind, self.name, str(self.count)))

    def words(self, text: float | str, free: Group | None) -> tuple[Meaning, Group | None]:
        if not isinstance(text, str):
            return Constant(float(text)), free
        return resolve(parse(text), self.scope, free)

    def meaning(self, text: float | str, free: Group | None) -> tuple[Meaning, Group | None]:
        meaning, found = self.words(text, free)
        return over_nodes(meaning, found, self.stager.press.board), found

    def when(
        self, meaning: Meaning, condition: str | None, free: Group | None
    ) -> tuple[Meaning, Group | None]:
        """Return an amount that is 0 where its condition does not hold, and the effect's set."""
        if condition is None:
            return meaning, free
        gate, found = self.meaning(condition, free)
        return Apply("*", (meaning, Apply("!=", (gate, Constant(0.0))))), found

    def shift(self, effect: Shift, gate: Gate) -> None:
        place, group = resolve_place(parse(effect.shift), self.scope)
        amount, group = self.words(effect.by, group)
        if effect.when is not None:
            truth, group = self.words(effect.when, group)
            amount = Apply("*", (amount, Apply("!=", (truth, Constant(0.0)))))
        place, people = over_nodes_place(place, self.stager.press.board)
        amount = over_nodes(amount, people or group, self.stager.press.board)
        sets = (group, people)
        source = f"{effect.shift} by {effect.by}"
        how = (gate, source, effect.join == "most")
        self.change(place, amount, sets, how)
        given = GIVEN.format(place.name)
        if self.deed < 0 and given in self.stager.press.board.layout.stretches:
            self.change(Read(given, place.args, fact=False), amount, sets, how)
            self.count -= 1  # chance knows the effects after it by the same number as ever
        if place.name == "opinion":
            lasting = effect.lasting
            share = self.stager.press.board.scenario.parameters["lasting"]
            kept = Apply("*", (amount, Constant(share if lasting is None else lasting)))
            anchor = Read("anchor", place.args, fact=False)
            self.change(anchor, kept, sets, how)

    def change(
        self,
        place: Read,
        amount: Meaning,
        sets: tuple[Group | None, Group | None],
        how: tuple[Gate, str, bool],
    ) -> None:
        """Add one change; `sets` are the set it runs over and the people it happens to, if any."""
        group, (gate, source, most) = sets[0], how
        writer = Writer(self.stager.press)
        leaves = [None if one is None else writer.group(one) for one in sets]
        writer.within = [one.name for one in sets if one is not None]
        where = writer.read(place)
        weight = None if group is None else weight_of(group)
        weighed = amount if weight is None else Apply("*", (amount, weight))
        shape = writer.shape(weighed)
        spoken = group == REACHED and sets[1] is None
        measures = self.stager.press.board.scenario.measures
        words, factors = factors_of(weighed, shape, weight, group, measures)
        inputs = Inputs(writer.data(), self.heard(shape, 1) if spoken else None)
        over, people = (None if leaf is None else (leaf, inputs.data) for leaf in leaves)
        which = (self.number, gate, self.question("effect"), inputs, most)
        done = Done(*which, (where, inputs.data), over, people, source, words)
        key = (inputs.shape(shape), None, tuple(inputs.shape(factor) for factor in factors))
        self.stager.shifts[key].append(done)

    def expose(self, effect: Expose, gate: Gate) -> None:
        claim = resolve_entity(parse(effect.expose), self.scope, "claim")
        found = resolve_group(parse(effect.to), self.scope, "audience")
        group = found if isinstance(found, Group) else Group("audience", "nodes", found)
        member = Entity("audience", group.name, "member")
        odds, _ = self.when(weight_of(group) or Constant(1.0), effect.when, group)
        belief, _ = self.meaning(effect.belief, group)
        writer = Writer(self.stager.press)
        leaf: Leaf = writer.group(group)
        where = writer.read(Read("aware", (member, claim), fact=False))
        shape, gain = writer.shape(odds), writer.shape(belief)
        source = f"{effect.expose} reaches {effect.to}"
        factor = 0 if effect.when else None
        inputs = Inputs(writer.data(), self.heard(shape, factor) if group == REACHED else None)
        which = (self.number, gate, self.question("expose"), inputs, False)
        done = Done(*which, (where, inputs.data), (leaf, inputs.data), None, source, ())
        self.stager.exposures[inputs.shape(shape), inputs.shape(gain), ()].append(done)
        said = self.said(effect.when)
        out = Read("out", (claim,), fact=False)
        self.change(out, said, (None, None), (gate, source, True))

    def heard(self, shape: Shape, factor: int | None) -> Shape:
        """Return the part of an amount that is the voice: one of its factors, None for all."""
        self.stager.voiced.append(self.number)
        return shape.args[factor] if isinstance(shape, Product) and factor is not None else shape

    def said(self, condition: str | None) -> Meaning:
        """Return whether an exposure is made at all; who it then reaches is another question."""
        if condition is None:
            return Constant(1.0)
        truth, free = self.meaning(condition, None)
        if free is not None:  # asked of each audience: said in public if it holds of any
            truth = Over("max", free, Apply("!=", (truth, Constant(0.0))))
        return Apply("!=", (truth, Constant(0.0)))

    def chance(self, effect: Chance, gate: Gate, depth: int) -> None:
        odds, _ = self.meaning(effect.p, None)
        writer = Writer(self.stager.press)
        shape = writer.shape(odds)
        answers, self.next_gate = self.next_gate, self.next_gate + 1
        cards = self.stager.cards
        says = self.stager.say(effect.says)
        cards.append(ChanceCard(effect.chance, says, effect.tells, effect.names, self.deed))
        question = int(key("chance", self.name, effect.chance))
        inputs = Inputs(writer.data())
        asked = Asked(self.number, gate, question, inputs, answers, len(cards) - 1)
        shapes = self.stager.chances.setdefault(depth, defaultdict(list))
        shapes[inputs.shape(shape)].append(asked)
        self.follow(effect.then, (answers, 1), depth + 1)
        self.follow(effect.otherwise, (answers, 0), depth + 1)
