"""What the launcher is told of real files: scenarios that can be played, and saved games."""

import pytest

from game import language
from game.cli.launching import Shelf, Terms, lay
from game.scenario import load
from game.session import begin, read
from game.ui.view_models.launch import Poster, Wish


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    monkeypatch.setenv("BACKCHANNEL_SAVES", str(tmp_path))
    yield tmp_path
    language.use("en")


@pytest.fixture(scope="module")
def shelf():
    return Shelf()


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    file = tmp_path_factory.mktemp("played") / "a.journal"
    table = begin(load("blackout"), 5, {"ministry": "person"}, file)
    table.place("ministry").say([])
    table.close()
    return file.read_bytes()


@pytest.fixture
def going(saves, played):
    (saves / "a.journal").write_bytes(played)
    return saves / "a.journal"


def test_scenarios_without_a_seat_for_a_person_are_not_offered(shelf):
    keys = [poster.key for poster in shelf.posters()]

    assert "blackout" in keys
    assert "validity" not in keys, "the fixture of the checks is no game for people"


def test_a_poster_tells_what_the_author_wrote(shelf):
    [poster] = [poster for poster in shelf.posters() if poster.key == "blackout"]

    assert poster.title == "Blackout in Belmora"
    assert (poster.minutes, poster.debrief, poster.turns) == (90, 60, 10)
    assert poster.picture.is_file()
    assert poster.offers[0].key == "ministry"
    assert "3,200" not in " ".join(offer.aim for offer in poster.offers), "aims are public"


def test_a_saved_game_is_told_with_its_turn_and_taken_up_again(shelf, going):
    [saved] = shelf.saves()
    assert (saved.state, saved.turn, saved.turns, saved.people) == ("going", 2, 10, 1)

    sitting = lay(Wish(journal=going), shelf)
    assert sitting.places["ministry"].look().turn == 2
    assert not sitting.new
    sitting.close()


def test_a_damaged_a_foreign_and_an_unreadable_file_are_told_apart(shelf, going, saves):
    whole = going.read_bytes()
    (saves / "b.journal").write_bytes(b"not a journal")
    cut = bytearray(whole)
    at = whole.rindex(b'"turn"')
    cut[at + 1 : at + 5] = b"trun"
    (saves / "c.journal").write_bytes(bytes(cut))

    states = {saved.path.name: saved.state for saved in shelf.saves()}
    assert states == {"a.journal": "going", "b.journal": "unreadable", "c.journal": "damaged"}


def test_a_game_of_another_text_is_read_only(saves, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    source = load("blackout").path.parent
    for file in source.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    own = Shelf()
    own.open(str(folder / "blackout.yaml"))
    mine = load(str(folder / "blackout.yaml"))
    begin(mine, 1, {"ministry": "person"}, saves / "a.journal").close()
    assert [saved.state for saved in own.saves()] == ["going"]
    main = folder / "blackout.yaml"
    text = main.read_text(encoding="utf-8").replace("A square fills", "A square filled")
    main.write_text(text, encoding="utf-8")
    again = Shelf()
    again.open(str(folder / "blackout.yaml"))

    assert [saved.state for saved in again.saves()] == ["foreign"]


def test_a_path_is_a_game_a_scenario_or_a_sentence(shelf, going, tmp_path):
    assert shelf.named(str(going)) == Wish(journal=going)
    assert "no file or folder" in shelf.named(str(tmp_path / "nothing"))
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\n")
    assert "It has mistakes" in shelf.named(str(bad))
    assert isinstance(shelf.named(str(load("blackout").path)), Poster)


def test_the_command_line_names_seed_file_and_stand_ins(shelf, saves):
    terms = Terms(seed=42, policies={"palace": "idle"}, journal=saves / "mine.journal")
    sitting = lay(Wish("blackout", seats=("ministry",)), shelf, terms)
    sitting.close()
    header = read(saves / "mine.journal").header

    assert header.seed == 42
    assert (header.seats["ministry"], header.seats["palace"]) == ("person", "idle")


def test_watching_tells_a_whole_game(shelf):
    sitting = lay(Wish("blackout", "watch"), shelf, Terms(seed=1))

    assert len(sitting.account) > 20
    assert "A demonstration with seed 1" in " ".join(sitting.account)


def test_cards_speak_the_language_that_is_spoken(shelf):
    language.use("id")
    [poster] = [poster for poster in shelf.posters() if poster.key == "blackout"]

    assert poster.title, "in Indonesian where the scenario has it, else in English"
