"""The launcher: what it shows of scenarios and saved games, and where each key leads."""

import gettext
import json

import pygame
import pytest

from game import language
from game.data import data_path
from game.ui import settings
from game.ui import theme as themes
from game.ui.board import Board
from game.ui.front import Front, Sitting
from game.ui.screens.help import Help
from game.ui.screens.launcher import Launcher
from game.ui.screens.lobby import Lobby
from game.ui.testing import Driver
from game.ui.view_models import launch
from game.ui.view_models.launch import Filter, Poster, Saved, Wish
from game.ui.view_models.lobby import Offer
from tests.ui.fake_place import FakePlace

OFFERS = (Offer("ministry", "Ministry", "Bring them home."), Offer("palace", "Palace", "Silence."))
LONG = Poster(
    "blackout", "Blackout", "A square fills.", "Consular work", ("L4", "L9"), 10, 90, 60, OFFERS
)
BRIEF = Poster("minutes", "Four Minutes", "Hold back.", "", ("L12",), 6, 45, 45, OFFERS)
BROKEN = Poster("broken", "Broken", mistakes=3)


class FakeShelf:
    def __init__(self, saves=()):
        self.saved = list(saves)

    def posters(self):
        return [LONG, BRIEF, BROKEN]

    def saves(self):
        return self.saved

    def named(self, text):
        return Wish(journal=text) if text.endswith(".journal") else f"There is no {text}."


class Visitor(Driver):
    """Somebody in front of the launcher."""

    def __init__(self, folder, saves=(), speaks=None, size=(1280, 720), scale=1.0):
        self.surface = pygame.Surface(size)
        self.board = Board(size, scale, assets=data_path("assets"))
        self.stage = self.board.stage
        self.wishes, self.closed = [], 0
        self.file = folder / "settings.json"
        self.front = Front(self.board, FakeShelf(saves), self.lay, file=self.file, speaks=speaks)
        self.stage.motion.on = False
        self.stage.scale = scale
        self.stage.dirty = True
        self.draw()

    def lay(self, wish):
        self.wishes.append(wish)
        if wish.scenario == "minutes":
            return "The disk is full."
        if wish.way == "watch":
            return Sitting({}, account=("It began.", "It ended."))
        return Sitting({"ministry": FakePlace()}, close=self.close)

    def close(self):
        self.closed += 1

    @property
    def page(self):
        return self.stage.top.screen


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    language.use("en")


@pytest.fixture
def visitor(tmp_path):
    return Visitor(tmp_path)


def saved(state, **more):
    return Saved(path=more.pop("path", "a.journal"), title="Blackout", state=state, **more)


def test_a_filter_lets_pass_what_is_short_or_trains_a_skill_or_holds_the_words():
    posters = [LONG, BRIEF, BROKEN]

    assert launch.shown(posters, Filter("short")) == [BRIEF]
    assert launch.shown(posters, Filter("solo")) == [LONG, BRIEF]
    assert launch.shown(posters, Filter(skill="L9")) == [LONG]
    assert launch.shown(posters, Filter(words="SQUARE")) == [LONG]
    assert launch.skills_of(posters) == ["L4", "L9", "L12"]


def test_a_card_tells_length_with_the_debrief_and_for_how_many_it_is():
    assert launch.tags_of(LONG) == ["10 turns", "90 min + debrief 60"]
    assert launch.seats_of(LONG) == "1 to 2 seats"
    assert launch.length_of(Poster("x", "X", turns=8)) == "8 turns"


def test_a_saved_game_says_how_far_it_is_or_what_is_wrong():
    going = saved("going", turn=5, turns=10, people=4, sealed=2)

    assert launch.progress_of(going) == "Turn 5 of 10, 2 of 4 sheets in"
    assert launch.progress_of(saved("damaged", turn=6)) == "Damaged after turn 6: read only."
    assert [launch.opens(saved(s)) for s in ("going", "ended", "damaged", "foreign")] == [
        True,
        True,
        False,
        False,
    ]


def test_arrows_look_at_scenarios_and_the_right_column_follows(visitor):
    visitor.press("right")

    assert visitor.page.chosen == "minutes"
    assert "Hold back." in visitor.texts()


def test_a_scenario_with_mistakes_says_so_and_cannot_be_chosen(visitor):
    visitor.press("down")

    assert visitor.page.chosen == "broken"
    assert "3 mistakes: see check" in visitor.texts()
    visitor.press("enter")
    assert isinstance(visitor.page, Launcher)
    assert visitor.find("launcher/go").disabled


def test_alone_leads_over_the_seats_to_the_briefing_and_home_again(visitor):
    visitor.press("enter")
    assert isinstance(visitor.page, Lobby)
    visitor.press("down", "enter")

    assert visitor.wishes == [Wish("blackout", "alone", ("palace",), guide=True)]
    assert visitor.stage.beside is not None
    visitor.front.playing.go("quit")
    assert isinstance(visitor.page, Launcher)
    assert visitor.closed == 1
    assert visitor.stage.beside is None


def test_a_hot_seat_needs_two_people(visitor):
    visitor.press("2", "enter", "space", "enter")
    assert isinstance(visitor.page, Lobby), "one is not enough"
    visitor.press("down", "space", "enter")

    assert visitor.wishes[0].seats == ("ministry", "palace")
    assert visitor.wishes[0].way == "hot_seat"


def test_watching_needs_no_seat(visitor):
    visitor.press("4", "enter")

    assert "It ended." in visitor.texts()
    visitor.press("esc")
    assert isinstance(visitor.page, Launcher)


def test_what_cannot_be_laid_is_said(visitor):
    visitor.press("right", "enter", "enter")

    assert "The disk is full." in visitor.texts()


def test_c_goes_on_with_the_last_game(tmp_path):
    visitor = Visitor(tmp_path, [saved("going", turn=3, turns=10, path="b.journal")])
    visitor.press("c")

    assert visitor.wishes == [Wish(journal="b.journal")]


def test_a_damaged_game_is_a_row_that_does_not_open(tmp_path):
    visitor = Visitor(tmp_path, [saved("damaged", turn=6)])
    assert "Damaged after turn 6: read only." in visitor.texts()
    visitor.go("launcher/saves").press("enter")
    visitor.press("c")

    assert visitor.wishes == []


def test_a_path_opens_a_game_or_says_what_is_wrong_with_it(visitor):
    visitor.press("o").type("nothing").press("enter")
    assert "There is no nothing." in visitor.texts()
    visitor.press("ctrl+a").type("x.journal").press("enter")

    assert visitor.wishes == [Wish(journal="x.journal")]


def test_settings_hold_at_once_and_the_next_time(visitor, tmp_path):
    visitor.press("s").press("right")
    assert visitor.stage.theme is themes.PROJECTOR
    visitor.go("settings/motion").press("left")
    assert visitor.stage.motion.on
    visitor.go("settings/size").press("right")
    assert visitor.stage.scale == 1.0
    visitor.press("esc")

    again = Visitor(tmp_path)
    assert again.stage.theme is themes.PROJECTOR
    assert not again.stage.fitted


def test_a_language_chosen_is_spoken_at_once_and_kept(visitor, tmp_path):
    visitor.go("launcher/language").press("right")

    assert language.current() == "id"
    assert json.loads(visitor.file.read_text())["language"] == "id"
    language.use("en")
    Visitor(tmp_path)
    assert language.current() == "id"


def test_the_command_line_wins_over_the_settings_and_does_not_change_them(tmp_path):
    visitor = Visitor(tmp_path, speaks="fr")
    assert language.current() == "fr"
    visitor.press("s", "right")

    assert json.loads(visitor.file.read_text())["language"] == "en"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        '{"theme": "pink"}',
        '{"size": "big"}',
        '{"language": "xx"}',
        '{"size": 99}',
        '{"motion": 3}',
    ],
)
def test_a_damaged_settings_file_gives_way_to_the_first_settings(tmp_path, said):
    file = tmp_path / "settings.json"
    file.write_text(said)
    found, trouble = settings.load(file)

    assert found == settings.Settings()
    assert str(file) in trouble


def test_what_cannot_be_saved_is_said(tmp_path):
    wall = tmp_path / "wall"
    wall.write_text("")

    assert "could not be saved" in settings.save(settings.Settings(), wall / "settings.json")


def test_the_question_mark_opens_keys_and_f1_the_words(visitor):
    visitor.press("?")
    assert isinstance(visitor.page, Help)
    assert "another scenario" in visitor.texts()
    visitor.press("esc", "f1")

    assert visitor.page.tab == "words"
    assert any("here it never is" in text for text in visitor.texts())


@pytest.mark.parametrize(
    "size", [((1280, 720), 1.0), ((1280, 720), 2.0), ((1920, 1080), 1.5)], ids=str
)
@pytest.mark.parametrize(
    "keys", [(), ("s",), ("?",), ("f1",), ("o",), ("w",), ("2", "enter")], ids=str
)
def test_nothing_is_cut_or_overlaps(tmp_path, size, keys):
    saves = [saved("going", turn=5, turns=10, people=4, sealed=2), saved("damaged", turn=6)]
    visitor = Visitor(tmp_path, saves, size=size[0], scale=size[1])
    tabs = ["scenarios", "saves", "play"] if visitor.stage.top.find("launcher/tabs") else [""]
    for tab in tabs:
        if tab:
            visitor.page.tab = tab
            visitor.stage.dirty = True
            visitor.draw()
        for widget in visitor.stage.top.widgets:
            assert widget.box.right <= visitor.stage.area.right + 0.5, widget.id
    visitor.press(*keys)
    notes = visitor.draw().written
    assert notes
    for note in notes:
        assert note.used.right <= note.box.right + 1.5 or note.cut, note.text
    tops = [w for w in visitor.stage.top.widgets if w.role not in ("decoration", "banner")]
    for number, one in enumerate(tops):
        for other in tops[number + 1 :]:
            assert not one.box.overlaps(other.box, slack=0.5), (one.id, other.id)


def test_the_first_picture_does_not_wait_for_the_saved_games(visitor):
    read = []
    visitor.front.shelf.saves = lambda: read.append(1) or [saved("ended", turn=10, turns=10)]
    visitor.front.launcher(quick=True)
    visitor.draw()
    assert not read
    for now in (1.0, 2.0, 3.0):
        visitor.board.tick(now)

    assert len(read) == 1
    assert "Look back at it" in visitor.texts()


def test_longer_languages_fit_or_are_cut_with_an_ellipsis(tmp_path, monkeypatch):
    """Half as long again: no text passes its box, no frame the window."""

    class Longer(gettext.NullTranslations):
        def gettext(self, message):
            return f"{message} {'è' * (len(message) // 2)}"

        def pgettext(self, context, message):
            return self.gettext(message)

        def ngettext(self, one, many, count):
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(language, "_catalog", lambda code: Longer())
    visitor = Visitor(tmp_path, [saved("going", turn=5, turns=10, people=4, sealed=2)])
    for keys in ((), ("s",), ("esc", "?"), ("esc", "f1"), ("esc", "o"), ("esc", "2", "enter")):
        for note in visitor.press(*keys).draw().written:
            assert note.used.right <= note.box.right + 1.5 or note.cut, note.text
            assert note.box.right <= visitor.stage.area.right + 0.5, note.text
