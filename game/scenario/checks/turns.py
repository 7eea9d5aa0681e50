"""Injects and objectives against the length of the game."""

from collections.abc import Iterator, Mapping

from game.scenario.desk import Desk
from game.scenario.faults import Fault


def injects(desk: Desk) -> Iterator[Fault]:
    """Injects after the last turn."""
    last = desk.content.turns
    for key, inject in desk.content.msel.items():
        if inject.turn is not None and inject.turn > last and desk.draft.sound("turns"):
            message = f"'{key}' comes in turn {inject.turn}, after the last turn, {last}"
            hint = f"give a turn from 1 to {last}, or raise turns:"
            yield desk.error(("msel", key, "turn"), "after-the-end", message, hint)


def objectives(desk: Desk) -> Iterator[Fault]:
    """Objectives that are counted after the last turn."""
    last = desk.content.turns
    for seat, group in desk.content.objectives.items():
        for key, goal in group.items():
            if goal.by is not None and goal.by > last and desk.draft.sound("turns"):
                message = (
                    f"'{key}' counts at the end of turn {goal.by}, after the last turn, {last}"
                )
                path = ("objectives", seat, key, "by")
                yield desk.error(path, "after-the-end", message, f"write {last}, or leave it out")


def contingencies(desk: Desk) -> Iterator[Fault]:
    """Contingencies that wait for themselves."""
    rows = desk.content.msel.items()
    waits = {key: row.contingency.of for key, row in rows if row.contingency is not None}
    for key in sorted(_circles(waits)):
        message = f"the contingency '{key}' waits for itself"
        path = ("msel", key, "contingency", "of")
        yield desk.error(path, "circle", message, "name the inject that comes first")


def late_contingencies(desk: Desk) -> Iterator[Fault]:
    """Contingencies that would come after the last turn, or where nothing can be missing."""
    for key, inject in desk.content.msel.items():
        if inject.contingency is None or inject.contingency.of not in desk.content.msel:
            continue
        first = desk.content.msel[inject.contingency.of]
        due = (first.turn or 1) + inject.contingency.after
        if due > desk.content.turns:
            message = f"'{key}' would come in turn {due}; the game has {desk.content.turns}"
            path = ("msel", key, "contingency")
            yield desk.warning(path, "never-given", message, "shorten after:")
        if not first.expects:
            message = f"'{inject.contingency.of}' expects nothing, so nothing can be missing"
            yield desk.warning(
                ("msel", inject.contingency.of),
                "expects-nothing",
                message,
                "give it expects: [a move]",
            )


def never_given(desk: Desk) -> Iterator[Fault]:
    """Injects that nothing brings, or that come with a chance of nothing."""
    for key, inject in desk.content.msel.items():
        timed = inject.turn is not None or inject.when is not None
        if not (timed or inject.by_hand or inject.contingency):
            message = f"nothing brings the inject '{key}'"
            hint = "give it turn:, when:, contingency: or by_hand: true"
            yield desk.warning(("msel", key), "never-given", message, hint)
        elif inject.chance == 0:
            message = f"'{key}' has a chance of 0"
            yield desk.warning(("msel", key, "chance"), "never-given", message, "raise it")


def _circles(waits: Mapping[str, str]) -> set[str]:
    """The injects that wait, through others, for themselves."""
    settled: set[str] = set()
    circling: set[str] = set()
    for start in waits:
        way: list[str] = []
        key: str | None = start
        while key is not None and key not in settled:
            settled.add(key)
            way.append(key)
            key = waits.get(key)
        if key is not None and key in way:
            circling.update(way[way.index(key) :])
    return circling
