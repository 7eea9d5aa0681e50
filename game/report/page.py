"""A page written as HTML: one file of its own, no script, nothing fetched, good on paper and aloud.

The style sheet and the templates lie beside this file. Everything that is not a drawing of ours is
escaped; the policy in the head forbids whatever an escape could have missed.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from game import language
from game.report.blocks import Page
from game.report.harmless import css_string, harmless

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write(page: Page) -> str:
    """The page as HTML, in the language now spoken; equal pages are equal text."""
    environment = _environment()
    template = environment.get_template("page.html.j2")
    return template.render(
        page=page,
        policy=POLICY,
        code=language.current(),
        way="rtl" if language.mirrored() else "ltr",
        running=css_string(page.running or page.title),
        skip=language.t("Skip to the content"),
        contents=language.t("Contents"),
    )


@cache
def _environment() -> "Environment":
    import jinja2

    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.PackageLoader("game.report"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    environment.filters["drawing"] = _drawing
    return environment


def _finalized(value: Any) -> Any:
    """What may stand on a page: plain text made harmless, our own markup as it is."""
    return harmless(value) if type(value) is str else value


def _drawing(svg: str) -> Any:
    """A drawing made by `plots.drawn`, which escaped its texts itself."""
    from markupsafe import Markup

    return Markup(svg)  # noqa: S704 - only `plots.drawn` makes these
