"""Figures of a batch as its page writes them."""

from game.language import t
from game.report.batch_sums import Share
from game.report.figures import scale_of
from game.scenario import Scenario


def one(value: float) -> str:
    """A figure with one decimal, its minus as long as a plus."""
    return f"{value:.1f}".replace("-", "−")


def signed(value: float) -> str:
    """A difference with its sign."""
    return f"{value:+.1f}".replace("-", "−")


def percent(share: float) -> str:
    """A share as per cent with one decimal."""
    return f"{share * 100:.1f}\u00a0%"


def between(low: str, high: str) -> str:
    """An interval."""
    return t("{low} to {high}", low=low, high=high)


def interval(share: Share) -> str:
    """The interval of a share."""
    return between(f"{share.low * 100:.1f}", percent(share.high))


def games_of(share: Share) -> str:
    """In how many games, as a share of them; none as a dash."""
    return percent(share.share) if share.count else "–"


def measure(scenario: Scenario, column: str, value: float) -> str:
    """The value of a measure's column, in its own scale."""
    name = column.partition("[")[0]
    if name not in scenario.measures:
        return one(value)
    return scale_of(scenario, name).plain(value)


def count(value: float) -> str:
    """A whole number, its thousands parted by a narrow space."""
    return f"{value:,.0f}".replace(",", "\u202f")


def chance(p: float) -> str:
    """A p, or what it became."""
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def ranked(value: float | None) -> str:
    """A correlation."""
    return "–" if value is None else f"{value:+.2f}".replace("-", "−")
