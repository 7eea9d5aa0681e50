"""The page of results: what the checks found, as Markdown below the page's own words."""

from collections.abc import Sequence
from pathlib import Path

from game.batch.validity.verdict import Verdict

MARK = "<!-- Below this line the page is written by `validate --page`. -->"


def write_page(page: Path, verdicts: Sequence[Verdict], pairs: int) -> None:
    """Replace what stands below the mark of a page by these verdicts.

    Raises:
        ValueError: the page cannot be read or has no mark.

    """
    try:
        text = page.read_text(encoding="utf-8")
    except OSError as problem:
        message = f"{page} cannot be read ({problem.strerror}): name the page to be written into"
        raise ValueError(message) from None
    if MARK not in text:
        message = f"{page} has no line that says {MARK}"
        raise ValueError(message)
    own = text[: text.index(MARK) + len(MARK)]
    parts = ["\n".join(_section(verdict)) for verdict in verdicts]
    measured = f"Measured with {pairs} pairs."
    page.write_text("\n\n".join([own, measured, *parts]) + "\n", encoding="utf-8")


def _section(verdict: Verdict) -> list[str]:
    """Return one verdict as a section."""
    word = "Holds." if verdict.holds else "**Does not hold.**"
    rows = [
        f"| {_cell(clause.says)} | {_cell(clause.found)} | {'yes' if clause.holds else '**no**'} |"
        for clause in verdict.clauses
    ]
    return [
        f"## {verdict.number}. {verdict.statement}",
        "",
        *(f"- {arm}" for arm in verdict.arms),
        "",
        "| it demands | found | holds |",
        "|---|---|---|",
        *rows,
        "",
        f"{word} Basis: {verdict.basis}.",
    ]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
