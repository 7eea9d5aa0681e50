"""The teacher's sheet: the knobs of a scenario in words, with the command that turns each."""

from collections.abc import Iterator
from shlex import quote

from game.scenario.faults import escape
from game.scenario.scenario import Scenario


def sheet_lines(script: Scenario, asked: str) -> Iterator[str]:
    """The knobs of a scenario, a choice a line; `asked` is how its reader calls it."""
    say = script.say
    yield escape(say(script.content.title))
    if not script.content.knobs:
        yield "This scenario has no knobs: it is played as it is written."
        return
    for key, knob in script.content.knobs.items():
        yield ""
        yield escape(f"{say(knob.name)}. {say(knob.text)}".strip())
        widest = max(len(choice) for choice in knob.choices)
        for choice, said in knob.choices.items():
            mark = "  (as written)" if choice == knob.default else ""
            yield escape(f"  --knob {key}={choice:<{widest}}  {say(said.name or choice)}{mark}")
    yield ""
    yield escape(f"python main.py play {quote(asked)} --knob KNOB=CHOICE")
