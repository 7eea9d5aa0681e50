"""Drawings for pages: matplotlib's Figure objects as SVG with their text as text, always the same.

No pyplot, so no state and no window. A drawing has a title and a description for those who listen
to it, ids of its own so that several may stand on one page, and no date.
"""

import io
import warnings
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from game.report.harmless import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TEXT, MUTED, ACCENT, ALERT = "#1B242D", "#55626F", "#00609C", "#B3261E"
HAIR, FIELD, SELECTED = "#CBD2D9", "#F3F5F7", "#D6E7F4"
SERIES = (ACCENT, "#9C4F00", "#00694E", "#6B4C9A", ALERT, MUTED)
DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 2)))
MARKERS = ("o", "s", "^", "D", "v", "x")  # shape beside every color

WHOLE, HALF = (7.1, 2.5), (3.4, 1.9)  # inches: the width of the text on A4, and half of it
STYLE: dict[Any, Any] = {  # matplotlib types each key by its name
    "svg.fonttype": "none",
    "svg.hashsalt": "backchannel",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 8.5,
    "text.parse_math": False,
    "text.color": TEXT,
    "axes.edgecolor": HAIR,
    "axes.labelcolor": MUTED,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": HAIR,
    "grid.linewidth": 0.6,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "lines.linewidth": 1.6,
    "lines.markersize": 4.5,
    "legend.frameon": False,
}
SVG = "{http://www.w3.org/2000/svg}"
WORDED = ("text", "tspan", "style")
XLINK = "{http://www.w3.org/1999/xlink}"

Paint = Callable[["Axes"], None]


def drawn(
    key: str, *, title: str, description: str, paint: Paint, size: tuple[float, float] = WHOLE
) -> str:
    """A drawing as SVG to stand in a page: `paint` is given axes in the style of reports.

    key: letters, figures and hyphens, unique on the page; title: what it shows, in a few words;
    description: a sentence with the main figures, for those who cannot see it; size: inches.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    file = io.StringIO()
    with mpl.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # the browser has its own
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.add_subplot()
        paint(axes)
        _tamed(axes)
        metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
        figure.savefig(file, format="svg", metadata=metadata, transparent=True)
    return _inlined(file.getvalue(), key, (title, description), width=size[0])


def turns_axis(axes: "Axes", turns: Sequence[int]) -> None:
    """Give a drawing over turns its axis: every turn named, or every few where there are many."""
    step = max(1, -(-len(turns) // 20))
    axes.set_xticks(list(turns)[::step], [str(turn) for turn in list(turns)[::step]])
    axes.set_xlim(min(turns) - 0.6, max(turns) + 0.6)


def line(
    axes: "Axes", xs: Sequence[float], ys: Sequence[float], place: int = 0, **more: Any
) -> None:
    """Draw a series with the color, dash and marker of its place, so that none needs its color."""
    color = SERIES[place % len(SERIES)]
    axes.plot(
        xs,
        ys,
        color=color,
        linestyle=DASHES[place % len(DASHES)],
        marker=MARKERS[place % len(MARKERS)],
        markerfacecolor="white",
        clip_on=False,
        **more,
    )


def goal(axes: "Axes", value: float, words: str) -> None:
    """Draw a limit that something was to reach: dashed, named at its left end."""
    axes.axhline(value, color=TEXT, linewidth=0.9, dashes=(5, 3))
    axes.annotate(
        words,
        (0, value),
        xycoords=("axes fraction", "data"),
        xytext=(2, 3),
        textcoords="offset points",
        fontsize=7.5,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
    )


def _tamed(axes: "Axes") -> None:
    """Make harmless whatever text was drawn, tick labels too."""
    from matplotlib.text import Text
    from matplotlib.ticker import FixedFormatter

    for text in axes.findobj(Text):
        assert isinstance(text, Text)  # noqa: S101 - that is what was looked for
        text.set_text(one_line(text.get_text()))
    for axis in (axes.xaxis, axes.yaxis):
        formatter = axis.get_major_formatter()
        if isinstance(formatter, FixedFormatter):
            formatter.seq = [one_line(str(label)) for label in formatter.seq]


def _inlined(svg: str, key: str, said: tuple[str, str], width: float) -> str:
    """The drawing without what only a file of its own needs, with a name, and with its own ids."""
    root = ET.fromstring(svg)  # noqa: S314 - matplotlib wrote it a moment ago
    for unwanted in root.findall(f"{SVG}metadata"):
        root.remove(unwanted)
    text = "".join(_plain(child, key) for child in root)
    view = root.get("viewBox", "")
    title, description = said
    named = (
        f'<title id="{key}-title">{escape(one_line(title))}</title>'
        f'<desc id="{key}-desc">{escape(one_line(description))}</desc>'
    )
    return (
        f'<svg viewBox="{view}" width="100%" style="max-width:{width}in" role="img" '
        f'aria-labelledby="{key}-title {key}-desc">{named}{text}</svg>'
    )


def _plain(part: ET.Element, key: str) -> str:
    """A part of a drawing without its namespace and line breaks, its ids beginning with the key."""
    for one in part.iter():
        one.tag = one.tag.removeprefix(SVG)
        one.tail = None
        if one.tag not in WORDED:
            one.text = None
        for name, value in list(one.attrib.items()):
            _renamed(one, name, value, key)
    return ET.tostring(part, encoding="unicode")


def _renamed(one: ET.Element, name: str, value: str, key: str) -> None:
    """Give an id, or what refers to one, the key of its drawing."""
    if name == "id":
        one.set(name, f"{key}-{value}")
    elif name == f"{XLINK}href":
        del one.attrib[name]
        one.set("href", f"#{key}-{value.removeprefix('#')}")
    elif "url(#" in value:
        one.set(name, value.replace("url(#", f"url(#{key}-"))
