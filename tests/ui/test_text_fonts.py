"""The shipped fonts: what they hold, and what is shown where they hold nothing."""

import json

import pygame
import pytest

from game.data import data_path
from game.ui import theme as t
from game.ui.text import FontBook, Typesetter
from game.ui.text.fonts import FAMILIES, MISSING

FOLDER = data_path("assets", "fonts")


@pytest.fixture
def setter():
    return Typesetter(FontBook(FOLDER), 1.0)


def said(setter, text):
    return "".join(run.text for run in setter.line(text, t.BODY).runs)


def test_a_letter_that_no_font_holds_is_a_box_of_some_ink(setter):
    line = setter.line("海峡 in fog", t.BODY)
    assert said(setter, "海峡 in fog") == f"{MISSING}{MISSING} in fog"
    assert line.width > setter.line("in fog", t.BODY).width
    box = setter.fonts.render(MISSING, line.runs[0].face, (255, 255, 255))
    assert pygame.mask.from_surface(box).count() > 10


def test_what_changes_a_missing_letter_leaves_no_box_of_its_own(setter):
    assert said(setter, "☀\ufe0f") in ("☀", MISSING)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_the_table_of_coverage_says_what_the_files_hold(family, weight):
    fonts = pytest.importorskip("fontTools.ttLib")
    held = set(fonts.TTFont(FOLDER / f"{family}-{weight}.ttf").getBestCmap())
    table = json.loads((FOLDER / "coverage.json").read_text(encoding="utf-8"))
    listed = {code for a, z in table[family] for code in range(a, z + 1)}
    assert listed == held


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_comes_with_its_license(family):
    text = (FOLDER / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Copyright" in text


def test_figures_are_of_one_width_so_that_columns_stand_still(setter):
    assert len({setter.line(digit * 4, t.BODY).width for digit in "0123456789"}) == 1


@pytest.mark.parametrize("language", ["ñ¿¡áü", "çœŸàéÈ", "أهلًا وسهلًا؟،٪", "Bahasa Indonesia"])
def test_every_language_of_the_interface_is_drawn_without_a_box(setter, language):
    assert MISSING not in said(setter, language)
