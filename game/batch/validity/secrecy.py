"""Check 9: secrecy protects until it leaks; hybrid meetings are the efficient mode."""

import numpy as np

from game.batch.validity.arms import Arm, Array, Begin, Record, always, at, never, play
from game.batch.validity.protocol import FAMILY, more_often
from game.batch.validity.verdict import Findings, Verdict

STATEMENT = (
    "Secrecy protects until it leaks: encryption lowers eavesdropping, meeting builds "
    "more trust than writing, and hybrid is the efficient mode."
)
BASIS = "Catalogue of themes (hybrid diplomacy, encryption); all sizes are guesses"
ARMS = (
    "A, B: Avenia writes to Cressa every turn, plainly or encrypted",
    "C, D, E: both write, confer or meet in turn 1",
    "F, G: both sign a treaty in a room or partly on screens",
)
MEANS: Begin = {
    ("line", "avenia", "cressa"): 0.5,
    ("staff", "cressa"): 5.0,
    ("money", "cressa"): 20.0,
    ("political", "cressa"): 10.0,
}


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    found = Findings()
    plain, coded = (_writing(kind, pairs) for kind in ("plain", "encrypted"))
    heard = [one.happened("overheard", "avenia") for one in (plain, coded)]
    p = more_often(heard[0] > 0, heard[1] > 0)
    found.note(
        "games in which a message is overheard, plain over encrypted",
        p < FAMILY,
        f"{(heard[0] > 0).mean():.0%} against {(heard[1] > 0).mean():.0%}; Fisher p = {p:.2g}",
    )
    ways = ("private_message.plain", "hybrid_conference.talk", "meet_in_person.talk")
    talks = [_meeting(way, pairs) for way in ways]
    gains = [
        one.last("trust", "cressa", "avenia") - one.read("trust", "cressa", "avenia")[0]
        for one in talks
    ]
    found.rising("trust gained: text < hybrid < in person", gains)
    room, screen = (
        _worth(_meeting(way, pairs, " about treaty"))
        for way in ("meet_in_person.sign", "hybrid_conference.sign")
    )
    found.more("agreements for their price, hybrid over in person", screen, room)
    quiet, open_talk = (
        plain.last("trust", "borland", "avenia"),
        _meeting("hybrid_conference.talk", pairs).last("trust", "borland", "avenia"),
    )
    known = heard[0] > 0
    found.more(
        "where it came out: trust of the excluded, open talks over secret ones",
        open_talk[known],
        quiet[known],
    )
    return Verdict(9, STATEMENT, ARMS, found.clauses, BASIS)


def _writing(kind: str, pairs: int) -> Record:
    sheets = {
        "avenia": always(f"private_message.{kind} cressa"),
        "cressa": never(),
        "borland": never(),
    }
    return play(Arm(kind, sheets, begin=MEANS), pairs)


def _meeting(way: str, pairs: int, rest: str = "") -> Record:
    sheets = {
        one: at({1: [f"{way} {other}{rest}"]})
        for one, other in (("avenia", "cressa"), ("cressa", "avenia"))
    }
    return play(Arm(way, {**sheets, "borland": never()}, begin=MEANS), pairs, turns=5)


def _worth(record: Record) -> Array:
    """Return (G,) treaties signed by both for each unit of staff, money and political will."""
    price = np.sum(
        [record.spent(seat, stock) for seat in ("avenia", "cressa") for stock in range(3)], axis=0
    )
    signed = np.minimum(*(record.last("bound", seat, "treaty") for seat in ("avenia", "cressa")))
    return np.asarray(signed / np.where(price > 0, price, 1.0))
