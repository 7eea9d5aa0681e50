"""The moves a scenario tunes or writes, each laid over the standard one of its name."""

from game.scenario.complaints import near
from game.scenario.draft import Draft, draft
from game.scenario.faults import Fault
from game.scenario.move import Rulebook
from game.scenario.nodes import Mapping
from game.scenario.rulebook import RulebookSource, moves_tree

NEEDED = ("name", "by")


def draft_moves(own: Mapping, rulebook: RulebookSource) -> Draft[Rulebook]:
    """The scenario's own moves, each whole; a new one that lacks something is one fault."""
    unknown: list[Fault] = []
    whole = Mapping(own.place)
    for key, value in own.values.items():
        known = key in rulebook.book.moves
        said = value.values if isinstance(value, Mapping) else {}
        missing = [part for part in NEEDED if part not in said]
        if known or not isinstance(value, Mapping) or not missing:
            whole.values[key], whole.keys[key] = value, own.keys[key]
            continue
        place = own.keys[key]
        close = near(key, list(rulebook.book.moves))
        message = f"there is no standard move '{key}', and a new one needs {' and '.join(missing)}"
        hint = f"did you mean '{close}'?" if close else f"add {missing[0]}:"
        unknown.append(Fault(place.file, place.line, place.column, "unknown-move", message, hint))
    sketch = draft(moves_tree(rulebook, whole), Rulebook)
    sketch.faults += unknown
    return sketch
