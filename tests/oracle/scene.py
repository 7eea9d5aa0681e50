"""A scenario as people talk about it: who is who, who hears whom, where every number starts.

Everything is looked up by name. A *cell* is a tuple such as ("tension", "arden", "brenmark"); of a
pair that is one number the names stand in alphabetical order. The people of an audience are those
who hold its opinion: the audience itself, or `name#0`, `name#1`, ... of a population.
"""

from math import ceil, log2

from tests.oracle import dice
from tests.oracle.pace import fading, turn_days

OFFLINE = ("broadcaster", "press", "conference", "street")
KINDS = ("site", "microblog", "video", "messenger", *OFFLINE)
HALF_LIVES = {"resistance": "warning_half_life", "attention": "attention_half_life"}
BOOKKEEPING = {"turn": ()}


def rounded(value, grain):
    """A value as a whole multiple of its grain, halves to the even one."""
    return round(value / grain) * grain


class Scene:
    """What is true of a scenario before and throughout every game."""

    def __init__(self, scenario):
        self.scenario, self.content = scenario, scenario.content
        self.parameters, self.keys = scenario.parameters, scenario.keys
        self._name_people()
        self.start = self._start()

    def _name_people(self):
        nodes = self.scenario.nodes()
        owners = [self.keys["audience"][place] for place in nodes.owner]
        self.people, self.lives_in, self.people_of, self.dice_name = [], {}, {}, {}
        for owner in owners:
            there = self.people_of.setdefault(owner, [])
            person = f"{owner}#{len(there)}" if owners.count(owner) > 1 else owner
            self.dice_name[person] = dice.mix(dice.name("audience", owner), len(there))
            there.append(person)
            self.people.append(person)
            self.lives_in[person] = owner
        self.populated = len(self.people) > len(self.people_of)
        self.size = dict(zip(self.people, nodes.size.tolist(), strict=True))
        columns = (nodes.source, nodes.target, nodes.weight, nodes.passes)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        self.ties = [(self.people[s], self.people[t], w, p) for s, t, w, p in rows]

    # ------------------------------------------------------------------------------------- cells

    def axes(self, measure):
        return BOOKKEEPING.get(measure) or tuple(
            self.scenario.measures[measure].axes if measure in self.scenario.measures else ()
        )

    def things(self, axis):
        """Everything on an axis, in order."""
        return self.people if axis == "audience" else self.keys.get(axis, ())

    def cell(self, measure, *things):
        """The cell of a measure, or None where one of the things is nobody."""
        if None in things:
            return None
        gauge = self.scenario.measures.get(measure)
        if gauge is not None and gauge.symmetric:
            things = tuple(sorted(things))
        return (measure, *things)

    def cells(self, measure):
        """Every cell of a measure."""
        found = [()]
        for axis in self.axes(measure):
            found = [(*one, thing) for one in found for thing in self.things(axis)]
        return sorted({self.cell(measure, *one) for one in found})

    def range_of(self, cell):
        gauge = self.scenario.measures.get(cell[0])
        if gauge is None:
            return 0.0, 10_000.0
        return self.content.issues[cell[-1]].scale if gauge.range == "scale" else gauge.range

    def grain(self, cell):
        """The power of two that every value of a cell is a whole multiple of."""
        low, high = self.range_of(cell)
        return 2.0 ** (ceil(log2(max(abs(low), abs(high), 1e-9))) + 5 - 52)

    def clipped(self, cell, value):
        low, high = (rounded(end, self.grain(cell)) for end in self.range_of(cell))
        return min(max(value, low), high)

    def at_most(self, cell, amount):
        """An amount, up to the widest that the measure's range is away from 0."""
        widest = max(abs(end) for end in self.range_of(cell))
        widest = rounded(widest, self.grain(cell))
        return min(max(amount, -widest), widest)

    def fade(self, measure):
        """The share of its distance to the start that a measure loses in a turn."""
        if measure in HALF_LIVES:
            days = turn_days(self.content.turn_length)
            return fading(days, self.parameters[HALF_LIVES[measure]])
        return self.scenario.measures[measure].fade

    # ------------------------------------------------------------------------------------ starts

    def _start(self):
        values = {}
        for measure, gauge in self.scenario.measures.items():
            for cell in self.cells(measure):
                field = gauge.start
                values[cell] = self._said(field, cell) if isinstance(field, str) else float(field)
        for (measure, things), value in self.scenario.starts.items():
            for cell in self.cells(measure):
                if self._matches(measure, things, cell[1:]):
                    values[cell] = value
        states = [a for a in self.keys["actor"] if self.content.actors[a].kind == "state"]
        for pair in [cell[1:] for cell in self.cells("scar")]:
            values["ceiling", *pair] = min(values["ceiling", *pair], 100 - values["scar", *pair])
            values["trust", *pair] = min(values["trust", *pair], values["ceiling", *pair])
        pairs = [(a, b) for a in states for b in states if a < b]
        values["crisis",] = max((values["tension", a, b] for a, b in pairs), default=0.0)
        for name, goal in self.scenario.objectives.items():
            values["attained", name] = float(goal.holds == "throughout")
        for measure in BOOKKEEPING:
            values |= dict.fromkeys(self.cells(measure), 0.0)
        return {
            cell: self.clipped(cell, rounded(value, self.grain(cell)))
            for cell, value in values.items()
        }

    def _matches(self, measure, said, things):
        """Whether a line of `start:` speaks of these things; of a pair in either order."""
        named = [self.lives_in.get(thing, thing) for thing in things]
        orders = [named, named[::-1]] if self.scenario.measures[measure].symmetric else [named]
        return any(
            all(word in ("*", thing) for word, thing in zip(said, order, strict=True))
            for order in orders
        )

    def _said(self, field, cell):
        """What the scenario says a cell starts at, by the name of the field."""
        content, thing = self.content, cell[1]
        if field == "opinion":
            return content.audiences[self.lives_in[thing]].opinion.get(cell[2], 0.0)
        if field == "mobilized":
            return content.audiences[self.lives_in[thing]].mobilized
        if field == "out":
            return float(bool(self.scenario.claims[thing].aware))
        if field == "aware":
            aware, home = self.scenario.claims[cell[2]].aware, self.lives_in[thing]
            if home not in aware:
                return 0.0
            lot = dice.number(dice.mix(dice.name("aware", cell[2]), self.dice_name[thing]))
            return float(lot < (aware[home] if isinstance(aware, dict) else 1.0))
        if field == "holders":
            secret = content.secrets[cell[2]]
            return float(thing == secret.of or thing in secret.holders)
        return float(getattr(content.actors[thing], field))

    # --------------------------------------------------------------------- facts and relations

    def related(self, relation, axis, thing):
        """Who or what a relation leads to from a thing on an axis, None if nobody."""
        if thing is None:
            return None
        content, claims = self.content, self.scenario.claims
        match relation, axis:
            case "owner", "secret":
                return content.secrets[thing].of
            case "owner", "channel":
                return content.channels[thing].owner
            case "of", _:
                return content.audiences[self.lives_in.get(thing, thing)].of
            case "subject", _:
                return claims[thing].subject
            case "issue", _:
                return claims[thing].issue
            case "story", _:
                return self.scenario.stories[thing]
            case "host", _:
                return content.actors[thing].host
            case "forgery", _:
                return self.scenario.forgeries.get(thing)
            case "alarm", _:
                return self.scenario.alarms.get(thing)
        raise KeyError(relation)

    def fact(self, name, *things):
        """A number that never changes; 0 of nobody. True and false count 1 and 0."""
        return 0.0 if None in things else float(self._fact(name, *things))

    def _fact(self, name, thing, other=None):
        content, scenario = self.content, self.scenario
        match name:
            case "citizens" | "weight" | "providers":
                return getattr(content.actors[thing], name)
            case "severity":
                return content.secrets[thing].severity
            case "names":
                return other in content.secrets[thing].names
            case "truth":
                return scenario.claims[thing].truth is True
            case "falsehood":
                return scenario.claims[thing].truth in (False, "forged")
            case "infectiousness" | "pushes":
                return getattr(scenario.claims[thing], name)
            case "author":
                anyone = not scenario.claims[other].by and other not in scenario.slots
                return anyone or thing in scenario.claims[other].by
            case "listed":
                return thing in scenario.claims[other].by
            case "invented":
                return thing in scenario.claims[other].by and self._fact("falsehood", other)
            case "size":
                return self.size[thing]
            case "takes":
                taken = content.audiences[self.lives_in[other]].channels
                return self.parameters["take"] if taken is None else taken.get(thing, 0.0)
            case "tie":
                return self._tie(thing, self.lives_in[other])
            case "owns":
                return content.channels[other].owner == thing
            case "digital":
                return self._kind(thing) not in OFFLINE
            case "anonymous":
                return content.channels[thing].anonymous
            case "party":
                return thing in content.undertakings[other].parties
        raise KeyError(name)

    def _tie(self, actor, audience):
        tie = self.content.ties.get(actor, {}).get(audience)
        if tie is None:
            return self.content.audiences[audience].of == actor
        return getattr(tie, "weight", tie)

    def _kind(self, channel):
        said = self.content.channels[channel].kind
        return said or (channel if channel in KINDS else "site")
