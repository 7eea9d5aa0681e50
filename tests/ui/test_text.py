import pytest

from game.data import data_path
from game.ui import theme as t
from game.ui.text import FontBook, Typesetter
from game.ui.view_models import words

LONG = "Find out what an audience thinks and hears; what you collect about people you owe them."


@pytest.fixture(scope="module")
def setter():
    return Typesetter(FontBook(data_path("assets", "fonts")), 1.0)


def test_wrapped_lines_fit_and_lose_no_word(setter):
    lines = setter.wrap(LONG, t.BODY, 160)
    assert len(lines) > 2
    assert all(line.width <= 160 for line in lines)
    assert " ".join(line.text for line in lines) == LONG


def test_a_word_longer_than_the_line_is_broken_rather_than_cut(setter):
    word = "Donaudampfschifffahrtsgesellschaft" * 3
    lines = setter.wrap(word, t.BODY, 100)
    assert all(line.width <= 100 for line in lines)
    assert "".join(line.text for line in lines) == word


def test_a_line_that_does_not_fit_ends_in_an_ellipsis_and_fits_then(setter):
    line = setter.fit(LONG, t.BODY, 120)
    assert line.cut
    assert line.text.endswith("…")
    assert line.width <= 120


def test_a_line_that_fits_is_left_alone(setter):
    line = setter.fit("Short", t.BODY, 120)
    assert (line.text, line.cut) == ("Short", False)


def test_the_last_allowed_line_says_that_there_is_more(setter):
    lines = setter.wrap(LONG, t.BODY, 160, most=2)
    assert [line.cut for line in lines] == [False, True]
    assert all(line.width <= 160 for line in lines)


def test_stars_make_bold_and_are_not_seen(setter):
    plain = setter.line("decree", t.BODY)
    bold = setter.line(words.rich("**decree**"), t.BODY)
    assert "".join(run.text for run in bold.runs) == "decree"
    assert bold.width == setter.line("decree", t.BODY_BOLD).width > plain.width


def test_bold_goes_on_over_the_end_of_a_line(setter):
    lines = setter.wrap(words.rich(f"**{LONG}** and on"), t.BODY, 160)
    assert all(run.face.bold for line in lines[:-1] for run in line.runs)
    assert not lines[-1].runs[-1].face.bold


def test_digits_have_one_width_so_that_clocks_stand_still(setter):
    assert len({setter.width(digit, t.CLOCK) for digit in "0123456789"}) == 1


def test_letters_that_inter_lacks_come_from_the_arabic_font(setter):
    line = setter.line("Belmora حكومة", t.BODY)
    assert {run.face.family for run in line.runs} == {"Inter", "NotoSansArabic"}


@pytest.mark.parametrize("text", ["plain text", "two  spaces", "ends with space "])
def test_a_click_on_a_caret_finds_the_caret(setter, text):
    line = setter.line(text, t.BODY)
    for index in range(len(text) + 1):
        assert setter.index_at(line, setter.caret(line, index)) == index


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_a_text_has_the_same_lines_at_every_scale_or_nearly(scale):
    setter = Typesetter(FontBook(data_path("assets", "fonts")), scale)
    assert abs(len(setter.wrap(LONG, t.BODY, 160)) - 5) <= 1
