"""Assignments: which stand-in plays which seat, as people write it on a command line."""

from collections.abc import Sequence

ALL = "all"


def assign(words: Sequence[str], seats: Sequence[str], policies: Sequence[str]) -> dict[str, str]:
    """Return {seat: policy} of words such as `all=idle` and `ministry=doctrine`; later ones count.

    Raises:
        ValueError: a word has no `=`, or names a seat or a policy that does not exist.

    """
    chosen: dict[str, str] = {}
    for word in words:
        seat, equals, policy = word.partition("=")
        if not equals:
            message = f"'{word}' is not SEAT=POLICY, such as all=idle"
            raise ValueError(message)
        if policy not in policies:
            message = f"there is no policy '{policy}'; choose one of {', '.join(policies)}"
            raise ValueError(message)
        if seat != ALL and seat not in seats:
            message = f"there is no seat '{seat}'; choose one of {', '.join(seats)}, or {ALL}"
            raise ValueError(message)
        chosen.update(dict.fromkeys(seats if seat == ALL else [seat], policy))
    return chosen
