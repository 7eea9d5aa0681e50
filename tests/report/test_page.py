"""A page of a report: one harmless file, whatever its texts say, and a table for each plot."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest

from game import language
from game.report import plots, write
from game.report.blocks import (
    Cell,
    Fact,
    Head,
    Listing,
    Page,
    Pair,
    Plot,
    Question,
    Section,
    Subhead,
    Table,
    Words,
)

NASTY = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='x'>",
    "</style><b>",
    "{{ 7 * 7 }}",
    "$x_1$ & \\url{x}",
)
TURNED = "\u202eevil\u202c \u2066\x00\x1b[31m\ud800"


VOID = {"meta", "col", "br", "input", "link", "img"}


class Outline(HTMLParser):
    """The tags of a page, checked for their order, and every attribute."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.text = [], [], [], []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@cache
def a_page(text="Plain", key="curve"):
    def paint(axes):
        plots.turns_axis(axes, range(1, 6))
        plots.line(axes, range(1, 6), [1, 3, 2, 5, 4], label=text)
        plots.goal(axes, 4, text)

    table = Table(text, (Head(text), Head("n", figures=True)), ((text, Cell("1", mark="good")),))
    plot = Plot(plots.drawn(key, title=text, description=text, paint=paint), text, table)
    boxes = Table("", (Head("a"),), ((Cell("", boxes=(text,), more=(text,)),),))
    blocks = (plot, Pair((Words(text), boxes)), Listing((text,)), Subhead(text), Question(text))
    return Page(text, text, text, (Fact(text, text, text),), (Section("a", text, blocks),), (text,))


@pytest.mark.parametrize("text", NASTY)
def test_what_people_wrote_is_shown_and_never_obeyed(text):
    tame, wild = Outline(write(a_page())), Outline(write(a_page(text)))

    assert wild.tags == tame.tags
    assert [a[:2] for a in wild.attributes] == [a[:2] for a in tame.attributes]
    assert "".join(wild.text).count(text) >= 10


def test_signs_that_turn_or_stop_the_reader_are_left_out():
    html = write(a_page(TURNED))

    assert "evil" in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]", html)
    html.encode("utf-8")


def test_a_title_cannot_leave_the_string_it_has_in_the_style_sheet():
    page = a_page('"; } body { display: none } /*')

    style = re.search(r"<style>(.*?)</style>", write(page), re.DOTALL)[1]

    assert "display: none }" not in style.replace(".skip { display: none; }", "")


def test_nothing_is_fetched_and_nothing_runs():
    outline = Outline(write(a_page()))
    policy = next(value for tag, name, value in outline.attributes if "default-src" in value)

    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert not {"script", "link", "iframe", "object", "form"} & set(outline.tags)
    for _, name, value in outline.attributes:
        assert not name.startswith("on")
        assert name not in {"href", "src"} or value.startswith("#")
    assert "url(" not in re.sub(r"url\(#", "", write(a_page()))


def test_equal_pages_are_equal_text():
    assert write(a_page()) == write(a_page())


def test_the_ids_of_two_drawings_differ():
    first, second = (a_page(key=key).sections[0].blocks[0] for key in ("one", "two"))

    ids = [set(re.findall(r'\bid="([^"]+)"', plot.svg)) for plot in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]
    for plot, own in zip((first, second), ids, strict=True):
        assert set(re.findall(r"#([\w-]+)\)", plot.svg)) <= own


def test_a_drawing_has_its_name_its_text_as_text_and_a_table_after_it():
    html = write(a_page("Credibility"))

    assert re.search(r'<svg [^>]*role="img" aria-labelledby="curve-title curve-desc">', html)
    assert re.search(r"<text[^>]*>(<tspan[^>]*>)?Credibility", html)
    assert html.index("</figure>") < html.index("<table")


def test_a_page_in_arabic_reads_from_the_right():
    language.use("ar")
    try:
        html = write(a_page())
    finally:
        language.use("en")

    assert '<html lang="ar" dir="rtl">' in html
