"""What things are called in the report of a batch: by the scenario, else by their keys."""

from collections.abc import Mapping

from game.engine.endings import TIME
from game.language import t
from game.report.naming import clipped, flat, number_words
from game.scenario import Scenario
from game.scenario.deeds import deeds_of
from game.scenario.move import Move
from game.views.booklet import claim_card, deed_name, secret_card

SHORT = 64  # signs of an inject in a table


class Titles:
    """Names for a batch; what a scenario does not know is called by its key."""

    def __init__(self, scenario: Scenario) -> None:
        """Read them from a scenario, in its language."""
        self.scenario = scenario
        self._deeds: dict[str, tuple[Move, str]] = {
            deed.key: (move, deed.variant)
            for key, move in sorted(scenario.moves.items())
            for deed in deeds_of(key, move)
        }

    def seat(self, key: str) -> str:
        """What a place at the table is called."""
        content = self.scenario.content
        if key not in content.seats:
            return key
        seat = content.seats[key]
        return flat(self.scenario.say(seat.name or content.actors[seat.actor].name))

    def deed(self, key: str) -> str:
        """What a deed is called."""
        if key not in self._deeds:
            return key
        move, variant = self._deeds[key]
        return flat(deed_name(move, variant, self.scenario))

    def ending(self, key: str) -> str:
        """What an ending is called."""
        if key == TIME:
            return t("The time was over")
        row = self.scenario.content.endings.get(key)
        return flat(self.scenario.say(row.name)) if row and row.name else _plain(key)

    def short_inject(self, key: str) -> str:
        """An inject by its name alone."""
        return _plain(key)

    def inject(self, key: str) -> str:
        """An inject by its name, and how it begins."""
        row = self.scenario.content.msel.get(key)
        if row is None:
            return _plain(key)
        said = clipped(flat(self.scenario.say(row.synopsis or row.text)), SHORT)
        return t("{name}: {words}", name=_plain(key), words=said)

    def objective(self, key: str) -> str:
        """What an objective, `seat.name`, is called."""
        row = self.scenario.objectives.get(key)
        if row is not None and row.name:
            return flat(self.scenario.say(row.name))
        return _plain(key.partition(".")[2])

    def channel(self, key: str) -> str:
        """What a channel is called."""
        return self._of(self.scenario.content.channels, key)

    def thing(self, axis: str, key: str) -> str:
        """What a thing on an axis is called."""
        content, known = self.scenario.content, key in self.scenario.keys.get(axis, ())
        if not known:
            return key
        if axis == "claim":
            return f"“{flat(claim_card(self.scenario, key).name).rstrip('.')}”"
        if axis == "secret":
            return flat(secret_card(self.scenario, key).name)
        if axis == "seat":
            return self.seat(key)
        if axis == "objective":
            return f"{self.seat(key.partition('.')[0])}: {self.objective(key)}"
        rows: Mapping[str, Mapping[str, object]] = {
            "actor": content.actors,
            "audience": content.audiences,
            "channel": content.channels,
            "issue": content.issues,
        }
        return self._of(rows.get(axis, {}), key)

    def column(self, name: str) -> str:
        """What a column of a measure is called."""
        measure, _, rest = name.partition("[")
        keys = tuple(rest.removesuffix("]").split(",")) if rest else ()
        gauge = self.scenario.measures.get(measure)
        if gauge is None or len(gauge.axes) != len(keys):
            return name
        return number_words(self.scenario, (measure, *keys), self.thing)

    def _of(self, rows: Mapping[str, object], key: str) -> str:
        name = getattr(rows.get(key), "name", None)
        return flat(self.scenario.say(name)) if name else _plain(key)


def _plain(key: str) -> str:
    return key.replace("_", " ")
