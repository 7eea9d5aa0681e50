"""What several commands ask for, and how each answers a mistake in what it was given."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from game.engine.journal import Header
    from game.scenario import Scenario

Name = Annotated[str, typer.Argument(help="A shipped scenario's name, or a path.")]
Language = Annotated[str, typer.Option(help="Language of the scenario's texts, such as en or id.")]
Seed = Annotated[int | None, typer.Option(help="Names the game; the same seed, the same chance.")]
Scripts = Annotated[
    list[str] | None,
    typer.Option("--policy", help="SEAT=NAME or all=NAME; may be repeated, later ones count."),
]
Changes = Annotated[
    list[str] | None,
    typer.Option(
        "--set", help="NAME=VALUE: a parameter, or a part such as actors.arden.staff; repeatable."
    ),
]
Knobs = Annotated[
    list[str] | None,
    typer.Option("--knob", help="KNOB=CHOICE, such as pace=calm (`knobs` lists them); repeatable."),
]
Moved = Annotated[str | None, typer.Option(help="Where its scenario is, if it moved.")]


def fail(message: str) -> NoReturn:
    """End the command with a sentence and status 1."""
    typer.echo(message)
    raise SystemExit(1)


def load_script(
    scenario: str,
    language: str,
    changes: list[str] | None = None,
    knobs: Mapping[str, str] | None = None,
) -> "Scenario":
    """Return a scenario, changed as asked, or end the command with every mistake in it."""
    from game.scenario import ScenarioError, load, read_changes, render

    try:
        made = read_changes(changes or [])
        return load(scenario, language=language, changes=made, knobs=knobs or {})
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--set") from None
    except ScenarioError as error:
        for fault in error.faults:
            typer.echo(render(fault))
        raise SystemExit(1) from None


def script_of(header: "Header", moved: str | None, language: str) -> "Scenario":
    """Return the scenario of a journal, its knobs as they stood; it may have moved."""
    where = found(header.scenario, moved)
    return load_script(where, language, knobs=header.knobs)


def found(name: str, moved: str | None) -> str:
    """Return where a scenario is that a file calls by name, or end the command with what to say."""
    from game.scenario import shipped_names
    from game.scenario.faults import escape

    if moved is None and name not in shipped_names():
        fail(
            f"'{escape(name)}' is no scenario that comes with the program: "
            "say where its file or folder is with --scenario PATH."
        )
    return moved or name


def turned(knobs: list[str] | None) -> dict[str, str]:
    """Return what knobs are turned to; words that mean nothing end the command."""
    from game.scenario import read_choices

    try:
        return read_choices(knobs or [])
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--knob") from None


def policies_of(script: "Scenario", policy: list[str] | None) -> dict[str, str]:
    """Return the stand-ins asked for, by seat; words that mean nothing end the command."""
    from game.policies import POLICIES, assign

    try:
        return assign(policy or [], list(script.content.seats), list(POLICIES))
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--policy") from None


def seat_of(script: "Scenario", seat: str | None) -> str:
    """Return the seat asked for, else the first that a person is meant to hold."""
    seats = script.content.seats
    free = [name for name, part in seats.items() if part.policy is None]
    mine = seat or next(iter([*free, *seats]), "")
    if mine not in seats:
        message = f"there is no seat '{mine}': {', '.join(seats)} are"
        raise typer.BadParameter(message, param_hint="--seat")
    return mine


def some_seed(seed: int | None) -> int:
    """Return the seed asked for, else a fresh one."""
    return seed if seed is not None else int.from_bytes(os.urandom(6), "big")
