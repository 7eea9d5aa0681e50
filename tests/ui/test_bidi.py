"""Mixed text: a time inside an Arabic sentence is what a diplomat would act on."""

from pathlib import Path

import pytest

from game.data import data_path
from game.ui import theme as t
from game.ui.text import FontBook, Typesetter, bidi

CASES = Path(__file__).with_name("bidi_cases.txt")
NOTICE = "الانقطاع فني، وتعود الخدمة قبل 14:30 يوم 23/11."


# Debian's package unicode-data brings the whole file; bidi_cases.txt is a sample of it.
WHOLE = Path("/usr/share/unicode/BidiCharacterTest.txt")

files = pytest.mark.parametrize(
    "file",
    [
        pytest.param(CASES, id="sample"),
        pytest.param(
            WHOLE,
            id="whole",
            marks=[
                pytest.mark.slow,
                pytest.mark.skipif(not WHOLE.is_file(), reason="unicode-data is not installed"),
            ],
        ),
    ],
)


def cases(file):
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                points, direction, level, levels, order = line.split(";")
                text = "".join(chr(int(point, 16)) for point in points.split())
                places = [int(n) for n in order.split()]
                yield text, int(direction), int(level), levels.split(), places


def seen(text, rtl):
    """The text as it is read from left to right, letter by letter."""
    return "".join(
        text[start:end][::-1] if turned else text[start:end]
        for start, end, turned in bidi.visual_runs(text, rtl)
    )


@files
def test_the_levels_are_those_of_the_unicode_standard(file):
    wrong = []
    for text, direction, level, levels, _ in cases(file):
        base = (1 if bidi.base_is_rtl(text) else 0) if direction == 2 else direction
        found = bidi.levels(text, base)
        agrees = all(w == "x" or int(w) == f for w, f in zip(levels, found, strict=True))
        if base != level or not agrees:
            wrong.append(text)
    assert not wrong


@files
def test_letters_are_seen_in_the_order_of_the_unicode_standard(file):
    wrong = []
    for text, _, level, levels, order in cases(file):
        places = []
        for start, end, turned in bidi.visual_runs(text, level == 1):
            places += list(range(start, end))[:: -1 if turned else 1]
        if [at for at in places if levels[at] != "x"] != order:
            wrong.append(text)
    assert not wrong


def test_14_30_stays_14_30_inside_arabic():
    assert "14:30" in seen(NOTICE, rtl=True)
    assert "03:41" not in seen(NOTICE, rtl=True)


@pytest.mark.parametrize("figures", ["14:30", "23/11"])
def test_times_and_dates_keep_their_figures_inside_arabic(figures):
    assert figures in seen(NOTICE, rtl=True)


def test_a_time_is_drawn_as_a_run_from_left_to_right():
    setter = Typesetter(FontBook(data_path("assets", "fonts")), 1.0)
    line = setter.line(NOTICE, t.BODY)
    assert line.rtl
    assert [run.face.rtl for run in line.runs if "14:30" in run.text] == [False]


def test_an_arabic_line_that_is_cut_fits_and_keeps_its_direction():
    setter = Typesetter(FontBook(data_path("assets", "fonts")), 1.0)
    line = setter.fit(NOTICE, t.BODY, 120)
    assert (line.rtl, line.cut) == (True, True)
    assert line.width <= 120


def test_a_latin_name_in_isolates_leaves_the_sentence_as_it_is():
    text = "كتبت \u2068Bright Line (BL)\u2069 اليوم"
    assert "Bright Line (BL)" in seen(text, rtl=True)
    setter = Typesetter(FontBook(data_path("assets", "fonts")), 1.0)
    assert not any("\u2068" in run.text for run in setter.line(text, t.BODY).runs)


def test_plain_english_is_one_run():
    assert bidi.visual_runs("Nothing political.", rtl=False) == [(0, 18, False)]
