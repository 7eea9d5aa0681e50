"""Where journals are kept, how one begins, and whether it fits the scenario and rules at hand."""

import re
from collections.abc import Mapping
from datetime import datetime
from itertools import count
from pathlib import Path

from game.data import user_data_path
from game.engine.journal import Header
from game.rules import VERSION
from game.scenario import Scenario
from game.session.reading import JournalRefused

SUFFIX = ".journal"


def default_journal_path(scenario_name: str) -> Path:
    """A dated file in the user's folder that is not there yet: `blackout-2026-11-21-1.journal`."""
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", scenario_name).strip("-") or "game"
    today = datetime.now().astimezone().date().isoformat()
    folder = user_data_path()
    paths = (folder / f"{name}-{today}-{number}{SUFFIX}" for number in count(1))
    return next(path for path in paths if not path.exists())


def header_of(scenario: Scenario, seed: int, seats: Mapping[str, str]) -> Header:
    """The header of a new game."""
    return Header(
        scenario=scenario.name,
        digest=scenario.digest,
        rulebook=scenario.rulebook_digest,
        engine=VERSION,
        seed=seed,
        seats=dict(seats),
        language=scenario.language,
        knobs=dict(scenario.knobs),
    )


def must_fit(header: Header, scenario: Scenario, path: Path) -> None:
    """Refuse to play a journal on with other rules or another scenario text than its own.

    Raises:
        JournalRefused: says what differs and what to do.
    """
    if header.engine != VERSION:
        raise JournalRefused(
            f"{path}: this game was played by version {header.engine} of the rules, and this "
            f"Backchannel plays by version {VERSION}: it would be another game. Read it with "
            "`journal dump`, or play it on with the Backchannel that began it."
        )
    if header.knobs != scenario.knobs:
        turned = ", ".join(f"{knob}={choice}" for knob, choice in sorted(header.knobs.items()))
        raise JournalRefused(
            f"{path}: this game was begun with {f'--knob {turned}' if turned else 'no knob turned'}"
            ", and goes on only so."
        )
    for what, then, now in (
        (f"scenario '{header.scenario}'", header.digest, scenario.digest),
        ("standard rulebook", header.rulebook, scenario.rulebook_digest),
    ):
        if then != now:
            raise JournalRefused(
                f"{path}: the text of the {what} is not the one this game was played with "
                f"(then {then[:8]}, now {now[:8]}). Put the old text back, or read the journal "
                "with `journal dump`."
            )
