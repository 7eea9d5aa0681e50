"""A whole game as text: what came in, what was ordered, what was told, what moved.

The text is the review: when play changes, the files here change, and the difference shows how.
"""

from pathlib import Path

import numpy as np

from game.engine import ending_names, write_orders
from tests.story import Story

HERE = Path(__file__).parent
GAMES = {  # file: scenario, stand-in of all seats, turns, seed
    "blackout-doctrine.txt": ("blackout", "doctrine", 4, 2026),
    "blackout-idle.txt": ("blackout", "idle", 5, 2026),
}
REWRITE = "python -m tests.golden.rewrite"
UNTOLD = {"turn", "done", "fresh", "settled", "vouched", "heard", "tag", "hostile"}


def playthrough(file):
    """The text of one of the golden games."""
    scenario, policy, turns, seed = GAMES[file]
    story = Story(scenario, seed=seed)
    lines = [f"# {scenario}, seed {seed}, {policy} in all seats, {turns} turns", ""]
    for turn in range(1, turns + 1):
        before = figures(story)
        story.begin()
        lines += [f"== Turn {turn}", "", *_injects(story)]
        rows = story.rows(policy)
        lines += _orders(story, rows)
        story.close(rows)
        lines += [*_told(story), *_moved(before, figures(story))]
        if story.world.ended[0] >= 0:
            lines += [f"Ending: {ending_names(story.rulebook)[int(story.world.ended[0])]}", ""]
            break
    scores = [f"{seat} {story.score(seat):.2f}" for seat in story.seats]
    return "\n".join([*lines, f"Scores: {', '.join(scores)}", ""])


def figures(story):
    """Every number of the first game by its name, rounded as people compare them."""
    found = {}
    keys = story.rulebook.keys
    for stretch in story.layout.stretches.values():
        if stretch.name in UNTOLD:
            continue
        values = story.layout.view(story.world.cells, stretch.name)[0]
        for where in np.ndindex(*stretch.shape):
            if stretch.symmetric and where[0] > where[1]:
                continue
            names = (keys[axis][i] for axis, i in zip(stretch.axes, where, strict=True))
            label = f"[{','.join(names)}]" if where else ""
            found[f"{stretch.name}{label}"] = f"{values[where] + 0.0:.2f}"
    return found


def _injects(story):
    return [f"Injects: {', '.join(story.injects()) or 'none'}", ""]


def _orders(story, rows):
    orders = write_orders(story.rulebook, rows)
    said = [
        " ".join([order.seat, order.move, *filter(None, (order.target, order.about, order.via))])
        for order in orders
    ]
    return ["Orders:", *(f"  {line}" for line in said or ["none"]), ""]


def _told(story):
    """What was told, once, with the seats that heard it in these words."""
    heard = {}
    for seat in story.seats:
        for told in story.told(seat):
            heard.setdefault((told.kind, told.text), {})[seat] = None
    lines = []
    for (kind, text), seats in heard.items():
        who = "all" if len(seats) == len(story.seats) else ", ".join(seats)
        lines.append(f"  {kind} ({who}): {text}")
    return ["Told:", *(lines or ["  nothing"]), ""]


def _moved(before, after):
    changes = [
        f"  {name} {before[name]} -> {value}"
        for name, value in after.items()
        if value != before[name]
    ]
    return ["Moved:", *(changes or ["  nothing"]), ""]
