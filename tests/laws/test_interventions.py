"""Laws of what is done by hand: it never looks behind the curtain for a seat, and adds up."""

import numpy as np
import pytest

from game.scenario import find, load
from game.session import Facilitation, begin

SEATS = ("ministry", "palace", "committee")


@pytest.fixture(scope="module")
def blackout():
    return load(find("blackout"))


def laid(blackout):
    table = begin(blackout, 5, dict.fromkeys(SEATS, "person"))
    for _ in range(2):
        for seat in SEATS:
            table.place(seat).say([])
    return table


def seen(place):
    look = place.look()
    causes = {column: [r.words for r in why.reasons] for column, why in look.reasons.items()}
    allowed = look.menu.allowed().tolist()
    return np.nan_to_num(look.seen, nan=-1e9).tolist(), allowed, causes, place.hear()


def test_what_a_seat_may_not_know_is_set_without_its_noticing_anything(blackout):
    """Trust between two others, and what is done to them, are no business of the third."""
    plain, touched = laid(blackout), laid(blackout)
    lead = Facilitation(touched)
    lead.set("scar", ["oriandar", "belmora"], 30, "A secret reason.")
    lead.set("fresh", ["urban_youth", next(iter(blackout.claims))], 1, "A secret reason.")
    lead.write("Only for the palace.", ["palace"], "A courier")
    lead.hold(lead.see.runbook()[-1].name, "A secret reason.")
    lead.mark("A secret remark.")

    for seat in ("ministry", "committee"):
        assert seen(plain.place(seat)) == seen(touched.place(seat))


def test_the_causes_of_a_number_still_add_up_to_it_exactly(blackout):
    table = laid(blackout)
    lead = Facilitation(table)
    start = table.game.rulebook.layout.start
    lead.set("tension", ["belmora", "tessaly"], 61.3, "Played by the room.")
    lead.write(
        "Ships.", effects="- {shift: market, by: -7}\n- {shift: 'tension(belmora, tessaly)', by: 2}"
    )
    for seat in SEATS:
        table.place(seat).say([])

    sums = np.zeros(len(start))
    for entry in table.game.ledger.entries:
        sums[entry.cell] += entry.amount
    for name, things in (("tension", ("belmora", "tessaly")), ("market", ())):
        cell = table.game.rulebook.cell(name, *things)
        assert start[cell] + sums[cell] == table.game.world.cells[0, cell]
