"""What the curtain shows: whose turn it is and whose sheet is sealed; nothing a seat knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_count
from game.session.pins import DIGITS
from game.ui.view_models import words
from game.ui.view_models.seatmarks import SeatMark, seat_marks

if TYPE_CHECKING:
    from game.session import Chair, HotSeat


@dataclass(frozen=True, slots=True)
class SeatCard:
    """A seat at the foot: its mark, and its state as icon, word and color."""

    seat: str
    name: str
    mark: SeatMark | None
    state: str
    icon: str
    color: str
    now: bool


@dataclass(frozen=True, slots=True)
class CurtainView:
    """The whole page. `asks` is false where there is nothing to open."""

    title: str
    turn: str
    clock: str
    name: str
    mark: SeatMark | None
    says: str
    hint: str
    cards: tuple[SeatCard, ...]
    foot: str
    asks: bool


def curtain(door: HotSeat, seat: str, *, lead: bool, first: str) -> CurtainView:
    """The page for a seat, or for the facilitator; `first` is the PIN chosen a moment ago."""
    turn, turns = door.turn
    marks = seat_marks(*door.cards())
    chairs = door.chairs()
    chair = next((one for one in chairs if one.seat == seat), None)
    cards = tuple(_card(one, marks.get(one.actor), now=one.seat == seat) for one in chairs)
    sealed = sum(one.state != "policy" for one in chairs)
    foot = t_count(
        "One sheet is to come in.", "Sheets stay sealed until all {count} are in.", sealed
    )
    if door.ended:
        foot = t("The game is over.")
    return CurtainView(
        title=words.sentence(door.title),
        turn=t("Turn {turn} of {turns}", turn=turn, turns=turns),
        clock=_clock(door),
        name=t("Facilitator") if lead else _name(door, chair),
        mark=None if lead or chair is None else marks.get(chair.actor),
        says=_says(door, chair, lead=lead),
        hint=_hint(door, seat, lead=lead, first=first),
        cards=cards,
        foot=foot,
        asks=lead or chair is not None,
    )


def button(digits: int) -> str:
    """Why the door cannot be opened yet; "" if it can."""
    if not digits:
        return t("enter four digits")
    missing = DIGITS - digits
    return t_count("{count} more digit", "{count} more digits", missing) if missing else ""


def _clock(door: HotSeat) -> str:
    """Minutes and seconds of a sitting; "" without a limit."""
    left = door.clock.left
    if left is None:
        return ""
    seconds = max(0, round(left))
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def _name(door: HotSeat, chair: Chair | None) -> str:
    if chair is not None:
        return words.sentence(chair.name)
    return t("All have seen the end") if door.ended else t("All sheets are in")


def _says(door: HotSeat, chair: Chair | None, *, lead: bool) -> str:
    if lead:
        return t("Everything is visible behind this door. Keep it off the projector.")
    if chair is None and door.ended:
        return t("Talk it over: the debrief is open to all.")
    if chair is None:
        return t("The facilitator has stopped the game; it goes on from there (F9).")
    if door.ended:
        return t("The game is over: see how it ended for you. Others, please look away.")
    return t("Pass the laptop. Others, please look away.")


def _hint(door: HotSeat, seat: str, *, lead: bool, first: str) -> str:
    chosen = door.led if lead else door.chosen(seat)
    if first:
        return t("Once more, so that no slip shuts you out.")
    if not chosen:
        if lead:
            return t("Choose four digits: whoever knows them sees everything.")
        return t("Choose four digits for your seat, and keep them to yourselves.")
    if lead:
        return t("Four digits of the facilitator.")
    return t("Four digits of your seat. Nothing of your desk is shown until they match.")


def _card(chair: Chair, mark: SeatMark | None, *, now: bool) -> SeatCard:
    looks = {
        "sealed": (t("Sealed"), "seal", "positive"),
        "now": (t("Now"), "next", "accent"),
        "waiting": (t("Waiting"), "clock", "muted"),
        "policy": (t("Played by {policy}", policy=chair.policy), "robot", "muted"),
        "facilitator": (t("Played by the facilitator"), "person", "leak"),
    }
    state, icon, color = looks[chair.state]
    return SeatCard(chair.seat, words.sentence(chair.name), mark, state, icon, color, now)
