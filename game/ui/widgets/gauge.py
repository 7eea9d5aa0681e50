"""A gauge: how much of something there is, as a bar. Gray, for color says good or bad.

A value known exactly is a bar from the start; an estimate is a band; what is not known is a dashed
outline. A word stands beside it: a gauge alone tells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.layout import Box

if TYPE_CHECKING:
    from game.ui.canvas import Canvas

WHOLE = 100.0
LEAST = 2.0  # dp of a bar that can still be seen


def gauge(
    canvas: Canvas,
    box: Box,
    value: float | None = None,
    *,
    band: tuple[float, float] | None = None,
) -> None:
    """A bar filled to `value` of 100, or the stretch `band` of it; dashed when both are None."""
    theme, radius = canvas.theme, box.h / 2
    if value is None and band is None:
        canvas.dashed(box, theme.border, dash=3)
        return
    canvas.box(box, theme.hairline, radius=radius)
    low, high = band if band is not None else (0.0, value or 0.0)
    start, end = _share(low) * box.w, _share(high) * box.w
    if end - start >= LEAST:
        filled = Box(box.x + start, box.y, end - start, box.h)
        canvas.box(filled, theme.meter, radius=min(radius, filled.w / 2))


def _share(value: float) -> float:
    """A value of 100 as a share of the bar."""
    return min(max(value, 0.0), WHOLE) / WHOLE
