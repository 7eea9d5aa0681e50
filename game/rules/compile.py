"""Compiling: a scenario becomes the rulebook that the engine plays by."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.formula import Data, Shape
from game.engine.rulebook import (
    TIERS,
    ChanceCard,
    Conditions,
    Partnership,
    Required,
    Rulebook,
    Tier,
)
from game.rules.binding import Inputs, bind
from game.rules.board import Board, number
from game.rules.claims import grapevine
from game.rules.effects import Stager
from game.rules.injects import schedule
from game.rules.memory import memory
from game.rules.opinion import influence
from game.rules.population import over_nodes
from game.rules.promises import promises
from game.rules.scores import scoring
from game.rules.spread import Spreading
from game.rules.tabling import Stages, deed_card, deed_table, operand_names
from game.rules.unrest import unrest
from game.rules.upkeep import upkeep
from game.rules.writing import COLUMNS, Press, Writer, stack
from game.scenario import Scenario
from game.scenario.deeds import Deed, deeds_of
from game.scenario.expression import parse
from game.scenario.vocabulary import Scope, resolve
from game.scenario.words import Meaning

Array = npt.NDArray[Any]

VERSION = "2"  # goes up when play changes, not when it gets faster
NO_DEED = -1

Line = tuple[int, int, Meaning]  # owner, rank, condition


def compile_rulebook(scenario: Scenario) -> Rulebook:
    """Return the rulebook of a scenario; the scenario must have passed its checks."""
    deeds = [deed for key in sorted(scenario.moves) for deed in deeds_of(key, scenario.moves[key])]
    board = number(scenario)
    press = Press(board)
    cards: list[ChanceCard] = []
    table, stages = deed_table(board, deeds)
    tiers, gates = _tiers(press, deeds, stages, cards)
    inject_tier, inject_gates = _inject_tier(press, cards)
    conditions = _Grouper(press)
    upkeep_rules = upkeep(board)
    claims = Spreading(
        memory(board),
        grapevine(board),
        influence(board),
        upkeep_rules,
        unrest(board),
        promises(board),
        scenario.parameters["heat"],
    )
    lines = _needs(board, deeds)
    needs, judged = conditions.group(lines), conditions.required(lines)
    works = conditions.required(_works(board, deeds, stages))
    endings = conditions.group(_endings(board))
    score = scoring(board, conditions.group(_objectives(board)))
    plan = schedule(board, conditions.group(_triggers(board)))
    return Rulebook(
        digest=sha256(
            f"{VERSION}:{scenario.digest}:{scenario.rulebook_digest}".encode()
        ).hexdigest(),
        keys=board.keys,
        layout=board.layout,
        tables=press.tables(),
        names=operand_names(board)[0],
        actor_names=board.member_names["actor"],
        heard=_heard(board),
        member_names=board.member_names,
        seat_actor=upkeep_rules.seat_actor,
        orders_per_turn=scenario.content.orders_per_turn,
        turns=scenario.content.turns,
        deeds=tuple(deed_card(scenario, deed) for deed in deeds),
        table=table,
        needs=needs,
        judged=judged,
        works=works,
        gates=max(gates, inject_gates),
        partnerships=_partnerships(deeds),
        chances=tuple(cards),
        tiers=tiers,
        endings=endings,
        heed=claims.heed,
        spread=claims.spread,
        score=lambda draft, _: score.count(draft),
        inject=plan.due,
        inject_tier=inject_tier,
        inject_told=_told(board),
        inject_names=board.member_names["inject"],
        parameters=scenario.parameters,
    )


def _heard(board: Board) -> Array:
    """Return (A, H) bool: whether some audience could hear the actor on the channel."""
    takes, ties = board.facts["takes"] > 0, board.facts["tie"] > 0
    return np.array([(takes & row).any(axis=1) for row in ties], dtype=bool)


def _scope(board: Board, deed: Deed | None = None) -> Scope:
    """Return the words an expression of a deed, or of the scenario, may use."""
    roles = deed.roles if deed else {}
    lets = deed.let if deed else {}
    return Scope(board.scenario.measures, board.keys, roles, lets)


def _tiers(
    press: Press, deeds: list[Deed], stages: Stages, cards: list[ChanceCard]
) -> tuple[tuple[Tier, ...], int]:
    """Return the three tiers of adjudication, and how many gates a row needs."""
    scenario = press.board.scenario
    stagers = {tier: Stager(press, scenario.fragments, cards, scenario.say) for tier in TIERS}
    for stage, (place, turns) in enumerate(stages):
        deed = deeds[place]
        scope = _scope(press.board, deed)
        now = [(deed.effects, 1), (deed.adds, 1), (deed.otherwise, 0)]
        parts = now if turns == 0 else [(deed.after[turns], 1)]
        stagers[deed.tier].stage(stage, place, f"{deed.key}+{turns}", scope, parts)
    tiers = tuple(stagers[tier].tier() for tier in TIERS)
    return tiers, max(stager.gates for stager in stagers.values())


def _inject_tier(press: Press, cards: list[ChanceCard]) -> tuple[Tier, int]:
    """Return the effects of injects; an inject is its own stage."""
    scenario = press.board.scenario
    stager = Stager(press, scenario.fragments, cards, scenario.say)
    for place, name in enumerate(press.board.keys["inject"]):
        effects = scenario.content.msel[name].effects
        stager.stage(place, NO_DEED, f"inject {name}", _scope(press.board), [(effects, 1)])
    return stager.tier(), stager.gates


class _Grouper:
    """Groups conditions of one shape, whatever they belong to."""

    def __init__(self, press: Press) -> None:
        self.press = press

    def group(self, lines: Sequence[Line]) -> tuple[Conditions, ...]:
        """Return the conditions by shape, in the order in which shapes were first met."""
        found: dict[Shape, list[tuple[int, int, Data]]] = defaultdict(list)
        for owner, rank, meaning in lines:
            writer = Writer(self.press)
            shape = writer.shape(meaning)
            found[shape].append((owner, rank, writer.data()))
        return tuple(
            Conditions(
                owner=np.array([owner for owner, _, _ in bound], dtype=np.int64),
                rank=np.array([rank for _, rank, _ in bound], dtype=np.int64),
                formula=stack(shape, [data for _, _, data in bound]),
            )
            for shape, bound in found.items()
        )

    def required(self, lines: Sequence[Line]) -> Required:
        """Return the conditions that rows are judged by, bound together."""
        found: dict[Shape, list[tuple[int, int, Inputs]]] = defaultdict(list)
        for owner, rank, meaning in lines:
            writer = Writer(self.press)
            shape = writer.shape(meaning)
            inputs = Inputs(writer.data())
            found[inputs.shape(shape)].append((owner, rank, inputs))
        rows = [row for bound in found.values() for row in bound]
        return Required(
            owner=np.array([owner for owner, _, _ in rows], dtype=np.int64),
            rank=np.array([rank for _, rank, _ in rows], dtype=np.int64),
            reads=bind([[inputs for _, _, inputs in bound] for bound in found.values()]),
            truth=tuple(found),
        )


def _meaning(board: Board, text: str, deed: Deed | None = None) -> Meaning:
    meaning, _ = resolve(parse(text), _scope(board, deed))
    return over_nodes(meaning, None, board)


def _needs(board: Board, deeds: list[Deed]) -> list[Line]:
    return [
        (place, rank, _meaning(board, need.condition, deed))
        for place, deed in enumerate(deeds)
        for rank, need in enumerate(deed.needs)
    ]


def _works(board: Board, deeds: list[Deed], stages: Stages) -> list[Line]:
    """Return the hidden condition of every stage that has one."""
    lines: list[Line] = []
    for stage, (place, turns) in enumerate(stages):
        hidden = deeds[place].works if turns == 0 else deeds[place].during
        if hidden is not None:
            lines.append((stage, 0, _meaning(board, hidden, deeds[place])))
    return lines


def _partnerships(deeds: list[Deed]) -> tuple[Partnership, ...]:
    """Return what every joint order needs of its partners.

    Unless it says otherwise, a partner's order must be about the same thing, where both are about
    one: two who sign different papers have signed nothing.
    """
    found = []
    for place, deed in enumerate(deeds):
        for partner in deed.partners:
            meant = [p for p, one in enumerate(deeds) if partner.move in (one.key, one.move)]
            meant = [p for p in meant if deeds[p].axes[0] == "actor"]
            role = partner.about or "about"
            alike = [p for p in meant if role in deed.roles]
            alike = [p for p in alike if deeds[p].axes[1] == deed.roles[role]]
            answers = np.array(alike or meant, dtype=np.int64)
            about = COLUMNS[role] if alike else None
            who, on = COLUMNS[partner.who], COLUMNS[partner.on]
            found.append(Partnership(place, answers, who, on, about))
    return tuple(found)


def _endings(board: Board) -> list[Line]:
    endings = board.scenario.content.endings
    names = board.keys["ending"]
    return [(place, 0, _meaning(board, endings[name].when)) for place, name in enumerate(names)]


def _objectives(board: Board) -> list[Line]:
    rows = board.scenario.objectives
    names = board.keys["objective"]
    return [(place, 0, _meaning(board, rows[name].when)) for place, name in enumerate(names)]


def _triggers(board: Board) -> list[Line]:
    injects = board.scenario.content.msel
    lines: list[Line] = []
    for place, name in enumerate(board.keys["inject"]):
        when = injects[name].when
        if when is not None:
            lines.append((place, 0, _meaning(board, when)))
    return lines


def _told(board: Board) -> Array:
    """Return (M, S) bool: which seats each inject is given to; an empty list means all."""
    injects = board.scenario.content.msel
    seats = board.keys["seat"]
    rows = [[not injects[n].to or s in injects[n].to for s in seats] for n in board.keys["inject"]]
    return np.array(rows, dtype=bool).reshape(len(rows), len(seats))
