import pygame
import pytest

from game.data import data_path
from game.ui.board import Board
from game.ui.press import Press
from game.ui.screens import Lobby
from game.ui.view_models import Offer

OFFERS = [
    Offer("ministry", "Foreign Ministry of Tessaly", "Bring its people through.", "A democracy."),
    Offer("palace", "Presidency of Belmora", "An empty square.", "Governed by decree."),
]


@pytest.fixture
def board():
    found = Board((1280, 720), 1.0, assets=data_path("assets"))
    found.stage.show(Lobby("Blackout in Belmora", "A square fills.", OFFERS))
    return found


def draw(board):
    return [note.text for note in board.draw(pygame.Surface((1280, 720))).written]


def test_arrows_look_at_a_seat_and_enter_takes_it(board):
    board.stage.on(Press("key", key="down"))
    assert "Governed by decree." in draw(board)
    board.stage.on(Press("key", key="enter"))
    assert board.stage.top.screen.taken == "palace"
    assert board.stage.done


def test_a_click_only_looks(board):
    seats = board.stage.top.find("lobby/seats").box
    board.stage.on(Press("down", at=(seats.x + 50, seats.y + 90), button=1))
    board.stage.on(Press("up", at=(seats.x + 50, seats.y + 90), button=1))
    assert "An empty square." in draw(board)
    assert not board.stage.done


def test_a_scenario_without_seats_says_so(board):
    board.stage.show(Lobby("Empty", "", []))
    draw(board)
    board.stage.on(Press("key", key="enter"))
    assert not board.stage.done
    assert board.stage.top.find("lobby/take").disabled == "This scenario has no seat"


def test_knobs_are_turned_before_a_seat_is_taken(tmp_path):
    from game.cli.launching import Shelf, lay
    from game.session import read
    from game.ui.front import Front
    from game.ui.view_models.launch import Wish

    board = Board((1280, 720), 1.0, assets=data_path("assets"))
    shelf, sat = Shelf(), []

    def met(wish):
        sat.append(wish)
        return "far enough"

    front = Front(board, shelf, met, file=tmp_path / "settings.json")
    front.begin(Wish("blackout"))
    draw(board)
    board.stage.on(Press("key", key="k"))
    draw(board)
    turned = board.stage.top.find("knobs/seats")
    assert turned.chosen == "five"
    turned.choose("one")
    draw(board)
    assert board.stage.top.find("knobs/seats").chosen == "one"
    board.stage.on(Press("key", key="esc"))
    draw(board)
    page = board.stage.top.screen
    assert [offer.key for offer in page.offers] == ["ministry"]
    board.stage.on(Press("key", key="enter"))
    assert sat[0].seats == ("ministry",)

    from game.cli.launching import Terms

    file = tmp_path / "one.journal"
    sitting = lay(sat[0], shelf, Terms(seed=1, journal=file))
    sitting.close()
    assert read(file).header.knobs == {"seats": "one"}
