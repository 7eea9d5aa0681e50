"""Whatever is typed in whatever order, the game goes on, and what it offers it accepts."""

import io
import random

import pytest

from game.engine.journal import TurnRecord
from game.scenario import find, load
from game.session import begin
from game.ui.terminal import play

SAID = [
    *("order", "order private", "order publish", "order check", "moves", "measures", "changes"),
    *("sheet", "remove 1", "news", "people", "claims", "objectives", "brief long", "history"),
    *("done", "yes", "yes", "no", "back", "?", "", "zzz", "80", "Some words.", "\x1b[2J"),
    *(str(number) for number in range(1, 12)),
]


SLOW = [pytest.param(seat, marks=pytest.mark.slow) for seat in ("palace", "committee", "checkers")]


@pytest.mark.parametrize("seat", ["ministry", *SLOW])
def test_a_monkey_at_the_keyboard_plays_blackout_without_a_refusal(seat):
    at = begin(load(find("blackout")), 7, {seat: "person"})
    dice = random.Random(seat)
    out = io.StringIO()
    play(at.place(seat), (dice.choice(SAID) + "\n" for _ in range(4_000)), out)

    turns = [row for row in at.journal.reading().records if isinstance(row, TurnRecord)]
    own = [order for turn in turns for order in turn.orders if order.seat == seat]
    told = at.game.told[seat]
    assert "not accepted" not in out.getvalue()
    assert len(own) > 5
    assert not [one for one in told if one.kind == "void"]
    assert len(turns) == at.game.completed > 3
    assert "you do not know of" not in out.getvalue(), "nothing unknown is offered"
