"""What one seat may keep of a review: its own part, and no secret, number or word of another's."""

from dataclasses import replace
from html import unescape

import numpy as np
import pytest

from game.engine import World
from game.engine.journal import Intervention
from game.report import review, written
from game.scenario import find, load
from game.session import begin, read
from game.session.film import film_of
from game.session.stand_ins import StandIn

TURNS = 3
SEED = 5


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """Blackout with a marked word in every text that people write, and in what is done by hand."""
    blackout = load(find("blackout"))
    store = tmp_path_factory.mktemp("kept") / "game.journal"
    names = list(blackout.content.seats)
    table = begin(blackout, SEED, dict.fromkeys(names, "person"), store)
    players = {seat: StandIn("doctrine", seat, SEED) for seat in names}
    for turn in range(1, TURNS + 1):
        for seat, player in players.items():
            sheet = [
                replace(
                    order, intent=f"INTENT_{seat}_{n}", expects=f"EXPECTS_{seat}", confidence=0.7
                )
                for n, order in enumerate(player.sheet(table.game.observe(seat)))
            ]
            assert not table.hand_in(seat, sheet)
        note = Intervention(turn, "mark", by="B", why=f"MARK_BY_HAND_{turn}", data={})
        table.journal.append(note)
    told = {"seat": "witness", "text": "MARK_OF_WITNESS"}
    table.journal.append(Intervention(2, "mark", by="witness", why="", data=told))
    table.close()
    return film_of(read(store), blackout)


SEATS = ("ministry", "engineer", "witness")


@pytest.fixture(scope="module")
def copies(film):
    return {seat: unescape(written(review(film, seat))) for seat in SEATS}


@pytest.mark.parametrize("seat", SEATS)
def test_a_copy_holds_no_secret_that_its_seat_does_not_know(film, copies, seat):
    known = film.scenes[-1].after[seat].secrets()
    hidden = [key for key in film.rulebook.keys["secret"] if key not in known]
    say = film.scenario.say

    assert hidden
    for key in hidden:
        secret = film.scenario.content.secrets[key]
        assert " ".join(say(secret.text).split()) not in copies[seat]
        assert secret.title is None or say(secret.title) not in copies[seat]


@pytest.mark.parametrize("seat", SEATS)
def test_a_copy_holds_no_word_that_another_wrote_for_itself(film, copies, seat):
    others = [key for key in film.views if key != seat]

    assert f"INTENT_{seat}_0" in copies[seat]
    for other in others:
        assert f"INTENT_{other}" not in copies[seat]
        assert f"EXPECTS_{other}" not in copies[seat]
    assert "MARK_BY_HAND" not in copies[seat]
    assert ("MARK_OF_WITNESS" in copies[seat]) == (seat == "witness")


@pytest.mark.parametrize("seat", SEATS)
def test_a_copy_holds_no_inject_that_its_seat_was_not_told(film, copies, seat):
    say = film.scenario.say
    given = {key for scene in film.scenes for key in scene.injects}
    secret = [key for key in given if seat not in (film.scenario.content.msel[key].to or [seat])]

    assert secret
    for key in secret:
        row = film.scenario.content.msel[key]
        assert " ".join(say(row.text).split())[:60] not in copies[seat]
        assert not row.synopsis or " ".join(say(row.synopsis).split()) not in copies[seat]


@pytest.mark.parametrize("seat", SEATS)
def test_a_copy_is_the_same_whatever_stands_behind_the_curtain(film, copies, seat):
    """Every number that its seat does not see is made another: nothing of the copy changes."""
    view = film.views[seat]
    hidden = np.setdiff1d(np.arange(film.rulebook.layout.size), view.sight.cells)

    def disguised(world: World) -> World:
        cells = world.cells.copy(order="K")
        cells[:, hidden] = 77.0
        return replace(world, cells=cells)

    scenes = tuple(
        replace(
            scene,
            before=disguised(scene.before),
            opened=disguised(scene.opened),
            closed=disguised(scene.closed),
        )
        for scene in film.scenes
    )

    assert unescape(written(review(replace(film, scenes=scenes), seat))) == copies[seat]


def test_what_a_copy_keeps_back_stands_in_the_full_review(film):
    html = unescape(written(review(film)))

    for word in ("INTENT_palace_0", "EXPECTS_engineer", "MARK_BY_HAND_2", "MARK_OF_WITNESS"):
        assert word in html
    for key in film.rulebook.keys["secret"]:
        secret = film.scenario.content.secrets[key]
        assert " ".join(film.scenario.say(secret.text).split()) in html


def test_a_copy_has_no_column_of_truth(copies):
    for html in copies.values():
        assert "and how it was" not in html
        assert "Claims made in public" not in html
