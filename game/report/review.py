"""An after-action review, made of the film of a game: in full, or as one seat may keep it.

The same functions make both; only the eyes differ (`eyes.Eye`). So a seat's copy is what that seat
saw, heard and did, and nothing has to be cut from it afterwards.
"""

from game.engine.endings import TIME
from game.engine.journal import PERSON
from game.language import t
from game.report.eyes import Eye
from game.report.model import STEPS, Review, SeatPart
from game.report.naming import flat
from game.report.ordering import outcomes_of
from game.report.ramps import ramps_of
from game.report.revealing import claims_of, secrets_of
from game.report.seeing import MOST_CURVES, curves_of, numbers_of, views_of
from game.report.timeline import hands_of, turns_of
from game.report.weighing import confidence_of, goals_of
from game.views.film import Film


class NoSuchSeat(ValueError):
    """A review was asked for a seat that the game does not have; the message names those it has."""


def review(film: Film, seat: str | None = None, *, names: bool = False) -> Review:
    """The review of a game as far as it was played; of one seat, what that seat may keep.

    `names` lets persons who intervened be named as the journal names them, else they are numbered.

    Raises:
        NoSuchSeat: the game has no such seat.
    """
    if seat is not None and seat not in film.views:
        raise NoSuchSeat(f"there is no seat '{seat}'; there are {', '.join(film.views)}.")
    eye = Eye(film, seat)
    content = film.scenario.content
    people = tuple(key for key, holder in film.header.seats.items() if holder == PERSON)
    seats = (seat,) if seat is not None else people or tuple(film.views)
    numbers = numbers_of(film, seats)
    curves = curves_of(eye, numbers)
    hands = hands_of(eye, names=names)
    turns = turns_of(eye, hands, outcomes_of(film.hands))
    asked = [order for turn in turns for order in turn.orders]
    return Review(
        title=flat(film.scenario.say(content.title)),
        summary=flat(film.scenario.say(content.summary)),
        starts=flat(film.scenario.say(content.starts)),
        turn_length=content.turn_length,
        seat=seat or "",
        seat_name=eye.names.seat(seat) if seat else "",
        seats=tuple(_seat(eye, key, holder) for key, holder in sorted(film.header.seats.items())),
        played=len(film.scenes),
        planned=content.turns,
        ended=bool(film.ending),
        ending=_ending(film),
        branch=_branch(film),
        flaw=film.flaw,
        seal=film.seal,
        engine=film.header.engine,
        turns=turns,
        hands=hands,
        views=views_of(eye, seats, numbers if seat is None and len(seats) > 1 else ()),
        curves=curves[:MOST_CURVES],
        left_out=tuple(curve.name for curve in curves[MOST_CURVES:]),
        goals=goals_of(eye, seats, content.turns),
        confidence=confidence_of(asked),
        ramps=ramps_of(eye, seats),
        secrets=secrets_of(eye),
        claims=claims_of(eye),
        questions=_questions(film),
    )


def _seat(eye: Eye, key: str, holder: str) -> SeatPart:
    """A place at the table; that a stand-in held it is known to all."""
    person = holder == PERSON
    card = eye.names.booklet.seats[key]
    held_by = t("people") if person else t("the stand-in “{name}”", name=holder)
    return SeatPart(key, flat(card.name), eye.names.thing("actor", card.actor), held_by, person)


def _ending(film: Film) -> str:
    """What is said of the ending; '' while the game goes on."""
    if not film.ending:
        return ""
    if film.ending == TIME:
        return t("The time of this game was over.")
    return flat(film.scenario.say(film.scenario.content.endings[film.ending].says))


def _branch(film: Film) -> str:
    """Of which game this is a branch; '' if it is none."""
    parent = film.header.parent
    if parent is None:
        return ""
    return t(
        "This game is a branch of {journal}, from turn {turn} on.",
        journal=parent.journal,
        turn=parent.turn,
    )


def _questions(film: Film) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The scenario's questions by step; a step without any has the question that always fits."""
    asked: dict[str, list[str]] = {step: [] for step in STEPS}
    for row in film.scenario.content.debrief:
        asked[row.step].append(flat(film.scenario.say(row.ask)))
    always = {
        "planned": t("What did each seat mean to do, and where is that written?"),
        "happened": t("What happened, in the order in which each seat learned of it?"),
        "why": t("Which difference between the two mattered most, and what caused it?"),
        "keep_or_change": t(
            "What will you do again, what will you do otherwise, and who sees to it?"
        ),
    }
    return tuple((step, tuple(asked[step]) or (always[step],)) for step in STEPS)
