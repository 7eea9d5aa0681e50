"""The feed is filtered, searched and read in threads; what comes new moves nothing being read."""

import pytest

from game.ui.testing import Driver
from game.ui.view_models import feed
from game.ui.view_models.notebook import Notebook
from game.views import Told
from tests.ui.fake_place import FakePlace


def said(turn, text, who=None, **more):
    base = {"to": None, "channel": None, "source": "seen by all", "quote": "", "mine": False}
    return Told(turn, more.pop("kind", "deed"), who, text=text, **{**base, **more})


@pytest.fixture
def book():
    found = Notebook()
    place = FakePlace()
    told = [
        said(1, "Belmora calls the cut a technical fault.", "belmora", about="technical"),
        said(1, "Students doubt it.", "students", about="technical", channel="chirp"),
        said(1, "We need an hour.", "belmora", to="tessaly", source="told to you"),
        said(1, "You have it.", "tessaly", to="belmora", source="known exactly", mine=True),
        said(1, "A parade.", "oriandar"),
    ]
    found.note(place.look(), told)
    return found


def by_text(book, text):
    return next(c for c in feed.cards(book) if c.text.startswith(text))


def test_what_is_about_one_claim_is_a_thread(book):
    card = by_text(book, "Belmora calls")
    assert (card.thread, card.others) == ("claim technical", 1)
    assert [c.text for c in feed.thread(book, card.thread)] == [
        "Belmora calls the cut a technical fault.",
        "Students doubt it.",
    ]


def test_what_two_write_to_each_other_is_a_thread_and_what_stands_alone_is_none(book):
    assert by_text(book, "We need").thread == "belmora tessaly"
    assert by_text(book, "A parade").thread == ""


def test_a_search_looks_at_names_and_words(book):
    assert [c.actor for c in feed.cards(book, find="DOUBT")] == ["students"]
    assert [c.actor for c in feed.cards(book, find="oriandar")] == ["oriandar"]
    assert feed.cards(book, find="no such thing") == ()


def test_how_many_at_home_believe_a_claim_is_told_where_it_is_known(book):
    assert by_text(book, "Belmora calls").believed == ""
    book.now.values["belief/at_home/technical"] = 0.7
    book.note(book.now, [])
    assert by_text(book, "Belmora calls").believed == "believed at home by many"


def test_the_post_of_a_suspended_account_says_so(book):
    book.seen[1].values["suspended/students/chirp"] = 0.0
    assert by_text(book, "Students").removed == ""
    place = FakePlace()
    place.say([])
    book.note(place.look(), [])
    book.now.values["suspended/students/chirp"] = 1.0
    assert by_text(book, "Students").removed == "account suspended on this channel"
    assert by_text(book, "A parade").removed == ""
    book.seen[1].values["suspended/students/chirp"] = 1.0  # it was never let on that channel
    book.note(book.now, [])
    assert by_text(book, "Students").removed == ""


class Chatty(FakePlace):
    """A place where much is heard, and more when it is asked."""

    def __init__(self, count=12):
        super().__init__()
        self.waiting = [said(1, f"Report {n} of the day, in a few words.") for n in range(count)]

    def add(self, *texts):
        self.waiting = [said(1, text) for text in texts]


@pytest.fixture
def desk():
    return Driver(Chatty())


def listed(driver):
    return [row["label"] for row in driver.find("feed/list").tree()["children"]]


def test_a_slash_in_the_feed_finds_and_esc_shows_all_again(desk):
    desk.press("f").type("/")
    assert desk.focus == "feed/find"
    desk.type("Report 7")
    assert len(listed(desk)) == 1
    desk.press("enter")
    assert desk.focus == "feed/list"
    desk.press("shift+tab", "esc")
    assert len(listed(desk)) == 12
    assert desk.stage.top.find("feed/find") is None


def test_nothing_found_says_so_and_offers_a_way_out(desk):
    desk.click("feed/search").type("xyzzy")
    assert "Nothing found for “xyzzy”" in desk.texts()
    desk.click("feed/out")
    assert len(listed(desk)) == 12


def test_an_empty_filter_offers_all_posts(desk):
    desk.go("feed/filter").press("right")
    assert "No state has spoken" in desk.texts()
    desk.click("feed/out")
    assert len(listed(desk)) == 12


def test_new_cards_move_nothing_that_is_being_read(desk):
    desk.press("f", "end")
    seen = [text for text in desk.texts() if text.startswith("Report")]
    desk.app.work.place.add("Something new.", "And another thing.")
    desk.app.work.listen()
    desk.stage.dirty = True
    desk.stage.rebuild()
    assert [text for text in desk.texts() if text.startswith("Report")] == seen
    assert desk.find("feed/newer").label == "2 new ↑"
    desk.click("feed/newer")
    assert "Something new." in desk.texts()
    assert desk.stage.top.find("feed/newer") is None


def test_an_opened_card_is_no_longer_unread(desk):
    assert feed.cards(desk.app.work.book)[0].unread
    desk.press("f", "enter")
    assert desk.find("note/close")
    assert not feed.cards(desk.app.work.book)[0].unread


def test_a_card_opens_with_its_thread():
    place = FakePlace()
    place.waiting = [
        said(1, "The cut is technical.", "belmora", about="technical"),
        said(1, "It is not.", "students", about="technical"),
    ]
    driver = Driver(place).press("f", "enter")
    texts = driver.texts()
    assert "1 more in this thread" in texts
    assert {"The cut is technical.", "It is not."} <= set(texts)
