"""Upkeep: what every turn does by itself, apart from orders, claims and opinion."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.ledger import Label, Thing, change_measure
from game.engine.rulebook import STOCKS
from game.engine.tiers import Draft
from game.engine.world import World
from game.language import t_later
from game.rules.board import Board

Array = npt.NDArray[Any]

POINTS = Label(t_later("points for each"))
WHO = (Thing("actor", "member", ""), Thing("audience", "member", ""))
WAITING = Label(t_later("questions of {1} left waiting"), WHO, (("waiting", (0, 1)),))
TENSEST = t_later("the tensest pair of states")


@dataclass(frozen=True, eq=False)
class Upkeep:
    """What upkeep needs to know. A actors, M injects.

    erosion: points of credibility for a unit of unanswered feedback; income: (A, 2) money and
    political; seat_actor: (seats,); states: pairs of states as two arrays. n injects expect
    something: expecting: (n,) which; answers: the cells of `done` that would answer each, one
    inject's after the other's, those of each from `first` (n,) on.
    """

    erosion: float
    income: Array
    seat_actor: Array
    states: tuple[Array, Array]
    expecting: Array
    answers: Array
    first: Array

    def wear(self, draft: Draft) -> None:
        """Unanswered feedback costs credibility; a scar keeps trust below its cap for good."""
        layout, cells = draft.layout, draft.cells
        waiting = layout.view(cells, "waiting")
        change_measure(
            cells,
            layout,
            "credibility",
            -self.erosion * waiting,
            t_later("unanswered questions"),
            draft.ledger,
            ((POINTS, -self.erosion), (WAITING, waiting)),
        )
        room = 100.0 - layout.view(cells, "scar") - layout.view(cells, "trust")
        change_measure(
            cells, layout, "trust", np.minimum(0.0, room), t_later("an old scar"), draft.ledger
        )

    def recover(self, draft: Draft, world: World) -> None:
        """Make staff whole, less what running work and trouble hold, and add income."""
        layout, cells = draft.layout, draft.cells
        staff = layout.view(cells, "staff")
        held = np.zeros(staff.shape)
        pending = world.pending
        np.add.at(held, (pending.game, self.seat_actor[pending.seat]), pending.held)
        first = layout.stretches["staff"].first
        whole_staff = layout.start[first : first + staff.shape[1]]
        free = np.maximum(0.0, whole_staff - held - layout.view(cells, "busy"))
        change_measure(
            cells, layout, "staff", free - staff, t_later("staff back for a new turn"), draft.ledger
        )
        for place, name in enumerate(STOCKS[1:]):
            gain = np.broadcast_to(self.income[:, place], staff.shape)
            change_measure(cells, layout, name, gain, t_later("income"), draft.ledger)

    def read_crisis(self, draft: Draft) -> None:
        """Read the tension of the crisis off its pairs."""
        layout, cells = draft.layout, draft.cells
        left, right = self.states
        if len(left):
            highest = layout.read(cells, "tension")[:, left, right].max(axis=1)
            gone_up = highest - layout.view(cells, "crisis")
            change_measure(cells, layout, "crisis", gone_up, TENSEST, draft.ledger)

    def take_stock(self, draft: Draft, before: World) -> None:
        """Read the tension of the crisis, and note which injects have been answered."""
        layout, cells = draft.layout, draft.cells
        self.read_crisis(draft)
        if not len(self.expecting):
            return
        fired, answered = (layout.view(cells, name) for name in ("fired", "answered"))
        done = cells.T[self.answers] > before.cells.T[self.answers]
        came = np.logical_or.reduceat(done, self.first, axis=0).T
        news = np.zeros(answered.shape)
        news[:, self.expecting] = came
        news *= (fired > 0) & (answered == 0)
        change_measure(cells, layout, "answered", news, t_later("what it asked for"), draft.ledger)


def upkeep(board: Board) -> Upkeep:
    """Return what upkeep needs to know of a board."""
    content = board.scenario.content
    actors = [content.actors[key] for key in board.keys["actor"]]
    income = [[a.income.get("money", 0.0), a.income.get("political", 0.0)] for a in actors]
    seats = [content.seats[key].actor for key in board.keys["seat"]]
    seat_actor = [board.keys["actor"].index(actor) for actor in seats]
    states = [place for place, actor in enumerate(actors) if actor.kind == "state"]
    pairs = [(a, b) for a in states for b in states if a < b]
    answers = _answers(board)
    return Upkeep(
        erosion=board.scenario.parameters["erosion"],
        income=np.array(income, dtype=np.float64).reshape(len(actors), 2),
        seat_actor=np.array(seat_actor, dtype=np.int64),
        states=(
            np.array([a for a, _ in pairs], dtype=np.int64),
            np.array([b for _, b in pairs], dtype=np.int64),
        ),
        expecting=np.array([inject for inject, _ in answers], dtype=np.int64),
        answers=np.array([cell for _, cells in answers for cell in cells], dtype=np.int64),
        first=np.cumsum([0, *(len(cells) for _, cells in answers)], dtype=np.int64)[:-1],
    )


def _answers(board: Board) -> list[tuple[int, list[int]]]:
    """Return, for each inject that expects moves, the counters of those moves by those told."""
    content, keys = board.scenario.content, board.keys
    found = []
    for place, name in enumerate(keys["inject"]):
        inject = content.msel[name]
        moves = sorted({expected.split(".")[0] for expected in inject.expects})
        told = sorted(inject.to) or keys["seat"]
        cells = [
            board.layout.address(
                "done", keys["move"].index(move), keys["actor"].index(content.seats[seat].actor)
            )
            for move in moves
            for seat in told
        ]
        if cells:
            found.append((place, cells))
    return found
