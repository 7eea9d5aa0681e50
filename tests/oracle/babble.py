"""Expressions, effects and moves drawn at random, in which every word still means something."""

from game.scenario.rulebook import load_rulebook_source
from game.scenario.words import FACTS, RELATIONS, SETS

LONGEST = 280
OWN = {"mood": ("actor",), "bond": ("actor", "actor")}
LEFT_ALONE = ("done", "fired", "answered", "attained", "score", "staff")  # kept by the rules
ASKED_OF = {"publics": "actor", "abroad": "actor", "suspects": "actor", "named": "secret"}
SAFE = ("market >= 0", "turn >= 1", "political(me) >= 1", "mood(me) < 9")


def measures():
    """The axes of every measure that has a number here, the standard ones and the world's own."""
    book = load_rulebook_source().book
    return {name: tuple(row.axes) for name, row in sorted(book.measures.items())} | OWN


class Babble:
    """The words of a world; `about` gives the speaker of one place in it."""

    def __init__(self, dice, keys, *, crowded):
        self.dice, self.keys, self.crowded = dice, keys, crowded
        self.measures = {
            name: axes
            for name, axes in measures().items()
            if name not in LEFT_ALONE and all(keys.get(axis) for axis in axes)
        }

    def about(self, roles, lets=()):
        return Speaker(self, roles, lets)

    def start(self):
        """One line of `start:`."""
        names = [name for name in self.measures if name not in ("crisis", "aware", "fresh")]
        name = self.dice.choice([*names, "trust", "evidence", "bond"])
        things = [self.dice.choice([*self.keys[axis], "*"]) for axis in self.measures[name]]
        if things[1:] and things[0] == things[1] and things[0] != "*":
            things[1] = "*"
        value = self.dice.choice([0, 1, 0.37])
        return (f"{name}({', '.join(things)})" if things else name), value

    def moves(self):
        """A few moves of the world's own: plain ones, slow ones, joint ones."""
        found = {"act_one": self.move({"target": "actor"})}
        for place in range(self.dice.randint(1, 3)):
            axes = [
                axis
                for axis in ("actor", "audience", "claim", "secret", "issue", "channel")
                if self.keys[axis]
            ]
            operands = {
                role: self.dice.choice(axes)
                for role in ("target", "about")
                if self.dice.random() < 0.7
            }
            found[f"act_{place}"] = self.move(operands)
        about = {"about": self.dice.choice(axes)} if self.dice.random() < 0.7 else {}
        partner = {"who": "target", "move": "act_joint"}
        if about and self.dice.random() < 0.3:
            partner["about"] = "any"
        if about == {"about": "actor"} and self.dice.random() < 0.5:
            partner["about"] = self.dice.choice(["me", "target"])
        found["act_joint"] = self.move({"target": "actor", **about}) | {
            "with": [partner],
            "waits": self.dice.randint(0, 2),
        }
        return found

    def move(self, operands):
        """One move, its operands as {role: axis}."""
        dice = self.dice
        if dice.random() < 0.6:
            operands = {**operands, "via": "channel"}
        words = self.about({"me": "actor", **operands}, ("force",))
        row = {
            "name": "X",
            "by": "any",
            **operands,
            "seen": dice.choice(["public", "parties", "covert", "private"]),
            "tier": dice.choice(["shield", "act", "speak"]),
            "cost": {"staff": dice.randint(0, 2), "political": dice.choice([0, 1])},
            "needs": dice.sample(SAFE, dice.randint(0, 2)),
            "let": {"force": 0.5},
            "effects": words.effects(3),
            "codes": {"rivera": dice.choice(["status_quo", "non_violent_escalation"])},
        }
        if dice.random() < 0.4:
            row["works"] = words.condition()
            row["else"] = words.effects(1)
        if dice.random() < 0.5:
            row["after"] = {turns: words.effects(2) for turns in dice.sample([1, 2, 3], 2)}
            row["while"] = words.condition()
        if dice.random() < 0.3:
            row["variants"] = {
                "mild": {"let": {"force": 0.1}},
                "hard": {"adds": words.effects(1), "cost": {"staff": 1}, "seen": "public"},
            }
        return row


class Speaker:
    """Draws what may be said where some roles stand; `group` is the set left open, if any."""

    def __init__(self, babble, roles, lets, group=None):
        self.babble, self.dice = babble, babble.dice
        self.roles, self.lets, self.group = roles, lets, group

    def of(self, group):
        return Speaker(self.babble, self.roles, self.lets, group)

    # --------------------------------------------------------------------------------- numbers

    def number(self, depth=2):
        said = self._number(depth)
        return said if len(said) < LONGEST // 4 else "0.5"

    def _number(self, depth):
        kinds = ["constant", "read", "read", "fact"] + ["op", "op", "over", "call"] * (depth > 0)
        match self.dice.choice(kinds):
            case "read":
                return self.read(self.babble.measures)
            case "fact":
                facts = {name: axes for name, (axes, _) in FACTS.items()}
                known = {n: a for n, a in facts.items() if all(self.babble.keys[x] for x in a)}
                return self.read(known)
            case "op":
                op = self.dice.choice("+-*/")
                return f"({self.number(depth - 1)} {op} {self.number(depth - 1)})"
            case "call":
                name = self.dice.choice(["min", "max", "log1p", "abs", "prob"])
                numbers = [
                    self.number(depth - 1) for _ in range(2 if name in ("min", "max") else 1)
                ]
                return f"{name}({', '.join(numbers)})"
            case "over":
                return self.over(depth)
        return self.dice.choice(["1", "0.25", "-2", "turn", "market", *self.lets])

    def over(self, depth):
        """An aggregate over a set that its body leaves open."""
        group = self.some_set()
        if group is None:
            return "0.75"
        body = self.of(group).open_read()
        name = self.dice.choice(["min", "max", "mean", "sum"])
        return "0.75" if body is None else f"{name}({body})"

    def read(self, words):
        name = self.dice.choice(sorted(words))
        things = [self.thing(axis) for axis in words[name]]
        return f"{name}({', '.join(things)})" if things else name

    def open_read(self):
        """A measure in which the open set stands."""
        axis = SETS[self.group.split("(")[0]][1]
        fit = {n: a for n, a in self.babble.measures.items() if axis in a}
        if self.babble.crowded and axis != "audience":  # one set an effect, and people are one
            fit = {n: a for n, a in fit.items() if "audience" not in a}
        name = self.dice.choice(sorted(fit))
        at = self.dice.choice([p for p, one in enumerate(fit[name]) if one == axis])
        things = [self.group if p == at else self.thing(one) for p, one in enumerate(fit[name])]
        return f"{name}({', '.join(things)})"

    def condition(self, depth=1):
        left, right = self.number(1), self.number(0)
        said = f"{left} {self.dice.choice(['<', '<=', '>', '>=', '==', '!='])} {right}"
        match self.dice.choice(["plain", "plain", "and", "not", "same"] if depth else ["plain"]):
            case "and":
                said = f"{said} {self.dice.choice(['and', 'or'])} {self.condition(0)}"
            case "not":
                said = f"not ({said})"
            case "same" if "me" in self.roles and "target" in self.roles:
                said = f"{self.thing_of_role()} {self.dice.choice(['==', '!='])} me"
        return said if len(said) < LONGEST // 2 else "turn > 1"

    def thing_of_role(self):
        axis = self.roles["target"]
        leads = [name for name, row in RELATIONS.items() if row.get(axis) == "actor"]
        if axis == "actor":
            return "target"
        return f"{self.dice.choice(leads)}(target)" if leads else "me"

    # ---------------------------------------------------------------------------------- things

    def thing(self, axis, depth=1):
        """A thing on an axis: a name, a role, what a relation leads to, or a member."""
        there = self.group is not None and SETS[self.group.split("(")[0]][1] == axis
        if there and self.dice.random() < 0.6:
            return self.group
        roles = [role for role, of in self.roles.items() if of == axis]
        options = list(self.babble.keys[axis]) + roles * 3
        if depth:
            for name, answers in RELATIONS.items():
                for asked, answer in answers.items():
                    if answer == axis and any(of == asked for of in self.roles.values()):
                        role = next(r for r, of in self.roles.items() if of == asked)
                        options.append(f"{name}({role})")
        return self.dice.choice(options)

    def some_set(self):
        """A set that may stand open here, None if there is none."""
        options = ["states", "issues", "channels", "everyone"]
        if "me" in self.roles:
            options += ["others", "others"]
            options += ["reached"] * 4 if "via" in self.roles else []
        for name, asked in ASKED_OF.items():
            if self.babble.keys[asked]:
                options.append(f"{name}({self.of(None).thing(asked)})")
        fit = [one for one in options if self.babble.keys[SETS[one.split("(")[0]][1]]]
        return self.dice.choice(fit) if fit else None

    # --------------------------------------------------------------------------------- effects

    def effects(self, most, depth=1):
        return [self.effect(depth) for _ in range(self.dice.randint(0, most))]

    def effect(self, depth):
        kinds = ["shift"] * 4 + ["expose"] * bool(self.babble.keys["audience"]) + ["chance"] * depth
        match self.dice.choice(kinds):
            case "expose":
                return self.expose()
            case "chance":
                return {
                    "chance": self.dice.choice(["luck", "bad_luck"])
                    + f"_{self.dice.randint(0, 99)}",
                    "p": self.dice.choice([0.5, 0.9, f"abs({self.number(1)})"]),
                    "then": self.effects(2, depth - 1),
                    "else": self.effects(1, depth - 1),
                }
        return self.shift()

    def shift(self):
        group = self.some_set() if self.dice.random() < 0.5 else None
        words = self.of(group)
        place = None if group is None else words.open_read()
        if place is not None and "audience" not in place and self.dice.random() < 0.2:
            place = "market"  # one cell, and the set stands in the amount
            words = self.of(group)
        place = place or self.of(None).read(self.babble.measures)
        row = {"shift": place}
        most = self.dice.choice([0.2, -0.4, 1, -3, 20])
        row["by"] = f"{most} * max(-1, min(1, {words.number(2)}))"
        if self.dice.random() < 0.3:
            row["if"] = words.condition()
        if self.dice.random() < 0.3:
            row["join"] = "most"
        if place.startswith("opinion") and self.dice.random() < 0.5:
            row["lasting"] = 0.5
        return row

    def expose(self):
        claims = [self.thing("claim")]
        group = self.dice.choice(["everyone", "reached"] if "via" in self.roles else ["everyone"])
        to = self.thing("audience") if self.dice.random() < 0.3 else group
        words = self.of(to if to in SETS else None)
        row = {"expose": claims[0], "to": to, "belief": f"max(0, min(1, {words.number(1)}))"}
        if self.dice.random() < 0.3:
            row["if"] = words.condition()
        return row
