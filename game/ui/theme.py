"""Every color, size, font and duration of the window, named by its role.

All measures are in dp: 1 dp is 1 pixel at scale 1. Colors follow one rule: blue can be acted
on, is chosen or is planned by you; orange-red is alert; amber is a leak, a secret or the
facilitator's power; green is good. Each comes with a shape or a word, never alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from game import language

Color = tuple[int, int, int]


def _hex(text: str) -> Color:
    """A color from `#RRGGBB`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colors; the layout is the same in all of them."""

    name: str
    bg: Color
    panel: Color
    field: Color
    text: Color
    muted: Color
    accent: Color
    ink: Color  # text on the accent color
    leak: Color
    alert: Color
    positive: Color
    selection: Color
    hairline: Color  # decoration only
    border: Color  # the edge of a control: at least 3:1
    land: Color
    land2: Color
    hatch: Color
    tip: Color
    mark: Color  # the fill of a mark on the map
    meter: Color
    blocs: tuple[Color, ...]  # the last one: no bloc


DARK = Theme(
    name="dark",
    bg=_hex("#0F141A"),
    panel=_hex("#171E26"),
    field=_hex("#1E2731"),
    text=_hex("#E8ECF1"),
    muted=_hex("#A3B0BE"),
    accent=_hex("#56B4E9"),
    ink=_hex("#0F141A"),
    leak=_hex("#E69F00"),
    alert=_hex("#FF8A5B"),
    positive=_hex("#4CC3A0"),
    selection=_hex("#1F3B50"),
    hairline=_hex("#2F3B48"),
    border=_hex("#7B8C9E"),
    land=_hex("#1C2630"),
    land2=_hex("#202B36"),
    hatch=_hex("#2C3945"),
    tip=_hex("#0B1016"),
    mark=_hex("#0F141A"),
    meter=_hex("#A3B0BE"),
    blocs=tuple(_hex(c) for c in ("#3C78E2", "#E55814", "#AA3F8F", "#FDCE24", "#D6DBE0")),
)

PROJECTOR = Theme(
    name="projector",
    bg=_hex("#E9ECEF"),
    panel=_hex("#FFFFFF"),
    field=_hex("#F3F5F7"),
    text=_hex("#1B242D"),
    muted=_hex("#55626F"),
    accent=_hex("#00609C"),
    ink=_hex("#FFFFFF"),
    leak=_hex("#9C4F00"),
    alert=_hex("#B3261E"),
    positive=_hex("#00694E"),
    selection=_hex("#D6E7F4"),
    hairline=_hex("#CBD2D9"),
    border=_hex("#737F8C"),
    land=_hex("#F0F3F5"),
    land2=_hex("#E6ECF0"),
    hatch=_hex("#D3DBE1"),
    tip=_hex("#FFFFFF"),
    mark=_hex("#FFFFFF"),
    meter=_hex("#55626F"),
    blocs=tuple(_hex(c) for c in ("#085AD4", "#693709", "#D3268B", "#7C8916", "#313941")),
)

THEMES = (DARK, PROJECTOR)


@dataclass(frozen=True, slots=True)
class Type:
    """A size and weight of text, in dp."""

    size: int
    leading: int  # the height of a line of Latin letters
    bold: bool = False

    @property
    def line(self) -> int:
        """The height of a line in the language of this moment."""
        return self.leading + (ARABIC_LEADING if language.mirrored() else 0)


CURTAIN = Type(32, 40, bold=True)  # the name on the curtain: read from across the room
CLOCK = Type(24, 32, bold=True)
FIGURE = Type(24, 32, bold=True)
PAGE = Type(24, 32, bold=True)
TITLE = Type(16, 22, bold=True)
READING = Type(16, 24)
READING_BOLD = Type(16, 24, bold=True)
BODY = Type(14, 19)
BODY_BOLD = Type(14, 19, bold=True)
SMALL = Type(12, 16)
SMALL_BOLD = Type(12, 16, bold=True)
MARK = Type(11, 14, bold=True)  # letters inside marks: the only sizes under 12
MARK_SMALL = Type(9, 12, bold=True)

BOLD = "\ue000"  # in a text: bold from here, or no longer; never drawn

ARABIC_LEADING = 2  # without it the dots of letters are cut

UNIT = 8
HALF = 4
GUTTER = 8
HEADER = 64
PANEL_HEAD = 40
PANEL_RADIUS = 6
PANEL_PADDING = 12
READING_PADDING = 28
CONTROL = 32
CONTROL_SMALL = 28

SCALE_MIN, SCALE_MAX, SCALE_STEP = 1.0, 3.0, 0.25

HOVER_SECONDS = 0.4  # before a tooltip opens
BLINK_SECONDS = 0.53
FADE_SECONDS = 0.12  # colors under the pointer
SLIDE_SECONDS = 0.16  # layers and drawers: they slide in by SLIDE dp and appear
METER_SECONDS = 0.18  # bars and cells, one STAGGER_SECONDS after the other
STAGGER_SECONDS = 0.04
SLIDE = 8.0


def contrast(one: Color, other: Color) -> float:
    """The WCAG 2 contrast ratio of two colors, 1 to 21."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: Color) -> float:
    """Relative luminance after WCAG 2."""
    parts = [c / 255 for c in color]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def mix(one: Color, other: Color, share: float) -> Color:
    """`one` with `share` (0..1) of `other` in it: how a color at half strength is drawn."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b


def auto_scale(width: int, height: int) -> float:
    """The scale at which 1280x720 dp fill a window of so many pixels, in steps, within limits."""
    fit = min(width / 1280, height / 720)
    return clamp_scale(int(fit / SCALE_STEP) * SCALE_STEP)


def clamp_scale(scale: float) -> float:
    """The nearest scale that is allowed."""
    return min(max(scale, SCALE_MIN), SCALE_MAX)
