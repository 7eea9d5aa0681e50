"""A debrief to take pictures of: a game that plays itself, with expectations on one seat's sheets.

Stand-ins expect nothing. So that the pictures show what a debrief shows, one seat's orders are
given the conditions of its own objectives as expectations, and a guess of how sure it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from game.language import current, t

if TYPE_CHECKING:
    from game.report import Review
    from game.scenario import Scenario
    from game.ui.board import Board

SURE = (0.5, 0.65, 0.75, 0.9)
MARKED = (3, 6)  # turns


def rehearsed(
    script: "Scenario", seed: int, seat: str, policies: Mapping[str, str]
) -> "Callable[[], Review]":
    """What gives the full review of a demonstration, in the language that is then spoken."""
    from game.session import begin, read, seated
    from game.session.stand_ins import StandIn

    player = StandIn(seated(script, policies)[seat], seat, seed)
    goals = [goal.when for goal in script.content.objectives.get(seat, {}).values()]
    said = cycle(zip(goals or [""], cycle(SURE), strict=False))
    with TemporaryDirectory(prefix="backchannel-") as folder:
        store = Path(folder, "rehearsal.journal")
        table = begin(script, seed, {**policies, seat: "person"}, store)
        while not table.game.ended:
            if table.game.turn in MARKED:
                table.place(seat).mark(t("Worth talking about"))
            sheet = player.sheet(table.game.observe(seat))
            pairs = zip(sheet, said, strict=False)
            orders = [replace(one, expects=goal, confidence=sure) for one, (goal, sure) in pairs]
            if table.hand_in(seat, orders):
                table.hand_in(seat, [])
        table.close()
        journal = read(store)

    @cache
    def reviewed(language: str) -> "Review":
        from game.report import review
        from game.session.film import film_of

        return review(film_of(journal, script))

    return lambda: reviewed(current())


def talked_over(made: "Review", board: "Board") -> None:
    """Show a debrief that leads nowhere."""
    from game.ui.screens.debrief import Debrief
    from game.ui.screens.debrief_header import Doors

    def nowhere() -> None:
        return None

    board.stage.show(Debrief(made, Doors(nowhere, nowhere, None, lambda _: "")))
