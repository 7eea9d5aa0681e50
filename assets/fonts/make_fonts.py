"""Make the font files in this folder: static weights, small subsets, tabular figures.

A one-off developer script; the game never runs it. It needs fontTools and the packages
fontpkg-inter and fontpkg-noto-sans-arabic in the interpreter that runs it. Neither family
has a Reserved Font Name, so a changed file may keep the name (OFL-1.1, clause 3).
"""

import json
import sys
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
WEIGHTS = {"Regular": 400, "SemiBold": 600}
LATIN = [
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x259, 0x259),
    (0x2B0, 0x2FF),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1FFF),
    (0x2010, 0x2027),
    (0x202F, 0x205E),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2116, 0x2122),
    (0x2150, 0x215E),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2318, 0x2318),
    (0x23CE, 0x23CF),
    (0x25A0, 0x25FF),
    (0x2600, 0x2606),
    (0x2713, 0x2717),
]
ARABIC = [
    (0x20, 0x7E),
    (0xA0, 0xBF),
    (0x600, 0x6FF),
    (0x750, 0x77F),
    (0x8A0, 0x8FF),
    (0x200C, 0x200F),
    (0x2010, 0x2027),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def spread(ranges: list[tuple[int, int]]) -> set[int]:
    """Every code point of inclusive ranges."""
    return {code for first, last in ranges for code in range(first, last + 1)}


def tabular(font: TTFont) -> None:
    """Give the digits their tabular forms: SDL_ttf cannot switch OpenType features on."""
    names = set(font.getGlyphOrder())
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in DIGITS and f"{glyph}.tf" in names:
                table.cmap[code] = f"{glyph}.tf"


def make(source: Path, name: str, axes: dict[str, float], wanted: set[int]) -> list[int]:
    """Write both weights of one family; what comes back are the code points it covers."""
    covered: list[int] = []
    for style, weight in WEIGHTS.items():
        font = instantiateVariableFont(
            TTFont(source), {**axes, "wght": weight}, updateFontNames=False
        )
        if name == "Inter":
            tabular(font)
        options = Options()
        options.layout_features = [
            "ccmp",
            "locl",
            "mark",
            "mkmk",
            "kern",
            "calt",
            "liga",
            "rlig",
            "init",
            "medi",
            "fina",
            "isol",
        ]
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
        options.hinting = False
        keep = Subsetter(options)
        keep.populate(unicodes=wanted)
        keep.subset(font)
        font.save(HERE / f"{name}-{style}.ttf")
        covered = sorted(font.getBestCmap())
    return covered


def ranges(codes: list[int]) -> list[list[int]]:
    """Sorted code points as inclusive ranges."""
    found: list[list[int]] = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def main() -> int:
    """Make every file and the table of what each family covers."""
    inter = files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
    arabic = files("fontpkg_noto_sans_arabic") / "files" / "NotoSansArabic[wdth,wght].ttf"
    table = {
        "Inter": ranges(make(Path(str(inter)), "Inter", {"opsz": 14}, spread(LATIN))),
        "NotoSansArabic": ranges(
            make(Path(str(arabic)), "NotoSansArabic", {"wdth": 100}, spread(ARABIC))
        ),
    }
    (HERE / "coverage.json").write_text(
        json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
