"""What the facilitator sees: seats and sheets, the runbook, and truth beside a seat's view.

For the one pair of eyes at the table that may see everything. Nothing here is handed to a place.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.engine import FACILITATOR, World, attained_now
from game.engine.journal import PERSON, Intervention
from game.rules import cells_of
from game.session.moved import BOOKKEEPING
from game.session.namebook import Namebook
from game.session.running import Running
from game.views import Reading, observe

if TYPE_CHECKING:
    from game.session.table import Table

MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class SeatState:
    """A seat as it stands in this turn.

    state: writing, sealed, policy (a stand-in plays it) or facilitator; vacated: somebody held it
    when the game began, and a stand-in does now; orders: of the sealed sheet.
    """

    seat: str
    name: str
    actor: str
    holder: str
    state: str
    vacated: bool
    orders: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A number or a secret as it is, and as a seat sees it.

    `measure` and its things, or ("secret", key); gap: exact, higher, lower, close, hidden, own
    (its own secret) or secret (another's).
    """

    measure: tuple[str, ...]
    words: str
    truth: float
    seen: float | None
    gap: str
    owner: str = ""  # of a secret
    range: tuple[float, float] = (0.0, 100.0)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What setting a number would do: objectives that turn, and what seats would see of it."""

    objectives: tuple[tuple[str, str, bool], ...]  # seat, name, met then
    seats: tuple[tuple[str, Reading, Reading], ...]  # seat, what it sees now and then


def seat_states(table: "Table") -> list[SeatState]:
    """Every seat as it stands."""
    game, holders = table.game, table.holders
    names = Namebook(game.scenario, game.rulebook)
    rows = []
    for seat, holder in holders.items():
        state = "sealed" if seat in table.sealed else "writing"
        if holder not in (PERSON, FACILITATOR):
            state = "policy"
        elif holder == FACILITATOR and state == "writing":
            state = "facilitator"
        rows.append(
            SeatState(
                seat,
                names.thing("seat", seat),
                game.scenario.content.seats[seat].actor,
                holder,
                state,
                vacated=game.header.seats[seat] == PERSON and state == "policy",
                orders=len(table.sealed.get(seat, ())),
            )
        )
    return rows


def value_of(game: Running, world: World, measure: str, things: tuple[str, ...]) -> float:
    """A number of a world; of an audience of many the mean of its people."""
    cells = cells_of(game.scenario, game.rulebook, measure, things)
    return float(world.cells[0, cells].mean())


def beside(game: Running, seat: str) -> list[Beside]:
    """Truth beside a seat's view: its objectives' numbers, the secrets, then the widest gaps."""
    goals = [reads for reads in game.views[seat].goals.reads if reads]
    first = [_number(game, seat, reads) for reads in dict.fromkeys(goals)]
    rest = [_number(game, seat, reads) for reads in _concerning(game, seat) if reads not in goals]
    kept = [row for row in rest if row.gap != "exact" or _moved(game, row)]
    kept.sort(key=lambda row: (-_width(game, row), row.measure))
    return [*first, *_secrets(game, seat), *kept][:MOST_ROWS]


def numbers(game: Running, seat: str) -> list[Beside]:
    """All numbers about a seat's actor, or about nobody in particular."""
    return [_number(game, seat, reads) for reads in _concerning(game, seat)]


def foresee(game: Running, done: Intervention) -> Foreseen:
    """What an entry that sets a number would do, were it made."""
    then = game.rehearse(done)
    met = [attained_now(world, game.rulebook)[0] for world in (game.world, then)]
    turned = []
    for place in np.flatnonzero(met[0] != met[1]).tolist():
        seat, _, key = game.rulebook.keys["objective"][place].partition(".")
        card = game.scenario.content.objectives[seat][key]
        name = game.scenario.say(card.name) or key.replace("_", " ")
        turned.append((seat, name, bool(met[1][place])))
    measure, things = str(done.data["measure"]), tuple(map(str, done.data["things"]))
    seats = []
    for seat, view in game.views.items():
        now, later = (observe(view, world).value(measure, *things) for world in (game.world, then))
        if now != later:
            seats.append((seat, now, later))
    return Foreseen(tuple(turned), tuple(seats))


def _concerning(game: Running, seat: str) -> list[tuple[str, ...]]:
    """The numbers about a seat's own actor, and those about nobody in particular."""
    me, keys = game.scenario.content.seats[seat].actor, game.rulebook.keys
    found: list[tuple[str, ...]] = []
    for name, gauge in game.scenario.measures.items():
        axes = tuple(gauge.axes)
        if name in BOOKKEEPING or set(axes) - {"actor", "audience", "issue", "channel"}:
            continue
        rows: list[tuple[str, ...]] = [()]
        for axis in axes:
            rows = [(*row, key) for row in rows for key in keys[axis]]
        about = [row for row in rows if "actor" not in axes or me in row]
        found += [(name, *row) for row in about if len(set(row)) == len(row)]
    return found


def _number(game: Running, seat: str, reads: tuple[str, ...]) -> Beside:
    measure, *things = reads
    truth = value_of(game, game.world, measure, tuple(things))
    seen = game.observe(seat).value(measure, *things)
    names = Namebook(game.scenario, game.rulebook)
    cell = int(cells_of(game.scenario, game.rulebook, measure, things)[0])
    if seen.value is None:
        gap = "hidden"
    elif seen.exact:
        gap = "exact"
    elif abs(seen.value - truth) < 1e-9:
        gap = "close"
    else:
        gap = "higher" if seen.value > truth else "lower"
    layout = game.rulebook.layout
    ends = (float(layout.low[cell]), float(layout.high[cell]))
    return Beside(reads, names.cell(cell)[1], truth, seen.value, gap, range=ends)


def _secrets(game: Running, seat: str) -> list[Beside]:
    """Every secret: whose it is, and whether this seat knows it."""
    scenario, me = game.scenario, game.scenario.content.seats[seat].actor
    known = game.observe(seat).secrets()
    names = Namebook(scenario, game.rulebook)
    rows = []
    for key, secret in sorted(scenario.content.secrets.items()):
        gap = "own" if secret.of == me else ("exact" if key in known else "secret")
        seen = 1.0 if key in known else None
        owner = names.thing("actor", secret.of)
        rows.append(Beside(("secret", key), names.thing("secret", key), 1.0, seen, gap, owner))
    return rows


def _moved(game: Running, row: Beside) -> bool:
    """Whether a number has left its start."""
    measure, *things = row.measure
    cell = int(cells_of(game.scenario, game.rulebook, measure, things)[0])
    return abs(row.truth - float(game.rulebook.layout.start[cell])) > 1e-6


def _width(game: Running, row: Beside) -> float:
    """How far apart truth and view are, in shares of the measure's range; what is hidden is 1."""
    measure, *things = row.measure
    if row.seen is None:
        return 1.0 if _moved(game, row) else 0.0
    layout = game.rulebook.layout
    cell = int(cells_of(game.scenario, game.rulebook, measure, things)[0])
    return abs(row.seen - row.truth) / max(float(layout.high[cell] - layout.low[cell]), 1e-9)
