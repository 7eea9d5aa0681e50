"""What the facilitator asks for, judged before it is written: an entry, or why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from game.engine import FACILITATOR, Order
from game.engine.journal import PERSON, Intervention
from game.language import t
from game.policies import POLICIES
from game.rules import cells_of
from game.scenario import ScenarioError, read_effects
from game.session.harmless import storable
from game.session.overview import value_of
from game.session.runbook import runbook
from game.session.running import Running
from game.session.seating import Sheet, with_struck
from game.session.sheets import judged

WORKED_OUT = ("attained", "score", "crisis", "fired", "answered")  # from others, or a record


class NotDone(ValueError):
    """The facilitator asked for what cannot be done; the message is a sentence for people."""


def setting(
    game: Running, measure: str, things: Sequence[str], to: float, why: str
) -> Intervention:
    """A number made another.

    Raises:
        NotDone: there is no such number, or that is out of its range.
    """
    must_exist(game, measure, things)
    layout = game.rulebook.layout
    cell = int(cells_of(game.scenario, game.rulebook, measure, things)[0])
    low, high = float(layout.low[cell]), float(layout.high[cell])
    if not low <= to <= high:
        raise NotDone(t("This number goes from {low} to {high}.", low=f"{low:g}", high=f"{high:g}"))
    was = value_of(game, game.world, measure, tuple(things))
    data = {"measure": measure, "things": list(things), "to": float(to), "was": was}
    return Intervention(game.turn, "set", FACILITATOR, why, data)


def must_exist(game: Running, measure: str, things: Sequence[str]) -> None:
    """Refuse what is no number that could be set.

    Raises:
        NotDone: says what is missing.
    """
    if measure not in game.scenario.measures or measure in WORKED_OUT:
        raise NotDone(t("There is no number '{name}' to set.", name=measure))
    try:
        cells_of(game.scenario, game.rulebook, measure, things)
    except (KeyError, ValueError):
        axes = ", ".join(game.scenario.measures[measure].axes)
        raise NotDone(t("{name} is a number of: {axes}.", name=measure, axes=axes)) from None


def writing(
    game: Running, text: str, to: Sequence[str], source: str, effects: str
) -> dict[str, object]:
    """What an inject written at the table says and does.

    Raises:
        NotDone: no words, no such seat, or effects that cannot be read, each with its place.
    """
    unknown = [seat for seat in to if seat not in game.seats]
    if unknown:
        raise NotDone(t("There is no seat '{seat}'.", seat=unknown[0]))
    try:
        made = read_effects(game.scenario, effects)
    except ScenarioError as error:
        raise NotDone(str(error)) from error
    number = 1 + sum(done.kind == "write" for done in game.hands)
    return {
        "name": f"by hand {number}",
        "text": words(text),
        "source": storable(source),
        "to": list(to),
        "effects": made,
    }


def striking(
    game: Running, sheet: Sheet, seat: str, number: int, put: Order | None, why: str
) -> tuple[Intervention, Sheet]:
    """An order of a sealed sheet struck, and perhaps another put for it; the sheet then.

    Raises:
        NotDone: there is no such order, or the other may not be given.
    """
    if not 1 <= number <= len(sheet):
        raise NotDone(t("There is no such order on a sealed sheet of this seat."))
    struck = asdict(sheet[number - 1])
    data = {"seat": seat, "number": number, "struck": struck, "put": put and asdict(put)}
    done = Intervention(game.turn, "order", FACILITATOR, reason(why), data)
    changed, refusals = judged(with_struck(sheet, done), game.observe(seat))
    if refusals:
        raise NotDone(refusals[0])
    return done, changed


def seating(now: Mapping[str, str], seat: str, to: str) -> dict[str, object]:
    """A seat in other hands.

    Raises:
        NotDone: there is no such seat or stand-in, or it is so already.
    """
    if seat not in now:
        raise NotDone(t("There is no seat '{seat}'.", seat=seat))
    if to not in (PERSON, FACILITATOR, *POLICIES):
        known = ", ".join((PERSON, FACILITATOR, *POLICIES))
        raise NotDone(t("Nobody is called '{name}': there are {known}.", name=to, known=known))
    if now[seat] == to:
        raise NotDone(t("This seat is held so already."))
    return {"seat": seat, "to": to, "was": now[seat]}


def waiting(game: Running, inject: str) -> str:
    """The name of an inject that has not been given yet.

    Raises:
        NotDone: there is none, or it has been.
    """
    found = next((row for row in runbook(game) if row.name == inject), None)
    if found is None:
        raise NotDone(t("There is no inject '{name}'.", name=inject))
    if found.state == "fired":
        raise NotDone(t("This inject has been given already."))
    return inject


def reason(why: str) -> str:
    """A reason that can be stored.

    Raises:
        NotDone: it is missing.
    """
    if not storable(why):
        raise NotDone(t("Write a reason to go on."))
    return storable(why)


def words(text: str) -> str:
    """A text that can be stored.

    Raises:
        NotDone: it is missing.
    """
    if not storable(text):
        raise NotDone(t("Write some words to go on."))
    return storable(text)
