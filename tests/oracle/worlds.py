"""Worlds nobody would write: small scenarios drawn at random, with injects and moves of their own.

They are legal (the real loader reads them) and otherwise as odd as the schema allows: publics of
nobody, audiences that nothing reaches, people by the handful, endings that come at once.
"""

import yaml

from tests.oracle.babble import Babble

KINDS = ("state", "international_organization", "ngo", "media", "platform", "collective", "state")
ACTORS = ("ash", "birch", "cedar", "dogwood", "elm")
AUDIENCES = ("aisle", "bank", "coast", "dell")
CLAIMS = ("ax", "bell", "cup", "dice")
CHANNELS = ("microblog", "press", "tube", "street")
LENGTHS = ("", "6 h", "1 day", "2 weeks", "30 min")


def random_world(dice):
    """A scenario as YAML text, drawn with a random.Random."""
    return yaml.safe_dump(_World(dice).whole(), sort_keys=False)


class _World:
    def __init__(self, dice):
        self.dice = dice
        self.actors = list(ACTORS[: dice.randint(2, 5)])
        self.audiences = list(AUDIENCES[: dice.randint(0, 4)])
        self.claims = list(CLAIMS[: dice.randint(1, 4)])
        self.channels = dice.sample(CHANNELS, dice.randint(1, 3))
        self.issues = ["fish", "tax"][: dice.randint(1, 2)]
        self.secrets = ["diary", "map"][: dice.randint(0, 2)]
        self.pacts = ["truce"][: dice.randint(0, 1)]
        self.crowded = self.often(0.2)
        self.seats = [actor for actor in self.actors if self.often(0.9)] or self.actors[:1]
        keys = {
            "actor": self.actors,
            "audience": self.audiences,
            "claim": self.claims,
            "channel": self.channels,
            "issue": self.issues,
            "secret": self.secrets,
            "undertaking": self.pacts,
            "seat": self.seats,
        }
        self.babble = Babble(dice, keys, crowded=self.crowded)

    def often(self, share):
        return self.dice.random() < share

    def some(self, things, most=9):
        return self.dice.sample(things, self.dice.randint(0, min(len(things), most)))

    def share(self):
        return self.dice.choice(
            [0.0, 1.0, round(self.dice.random(), 2), round(self.dice.random(), 2)]
        )

    def whole(self):
        dice = self.dice
        return {
            "format": 1,
            "title": "Nowhere",
            "turns": dice.randint(3, 6),
            "turn_length": dice.choice(LENGTHS),
            "orders_per_turn": dice.randint(1, 4),
            "actors": {name: self.actor() for name in self.actors},
            "audiences": {name: self.audience() for name in self.audiences},
            "ties": self.ties(),
            "issues": {"fish": {"name": "Fish"}, "tax": {"name": "Tax", "scale": [0, 10]}}
            if len(self.issues) > 1
            else {"fish": {"name": "Fish"}},
            "channels": {name: self.channel() for name in self.channels},
            "secrets": {name: self.secret() for name in self.secrets},
            "claims": {name: self.claim() for name in self.claims},
            "undertakings": {name: self.pact() for name in self.pacts},
            "seats": {name: {"actor": name} for name in self.seats},
            "measures": {
                "mood": {
                    "axes": ["actor"],
                    "range": [-5, 7.3],
                    "fade": 0.3,
                    "start": 1,
                    "known": "own",
                },
                "bond": {"axes": ["actor", "actor"], "range": [0, 1], "symmetric": True},
            },
            "parameters": {"lasting": self.share(), "hearsay": self.share(), "scattering": 0.4},
            "start": dict(self.starts()),
            "msel": self.injects(),
            "objectives": self.objectives(),
            "endings": self.endings(),
            "moves": self.babble.moves(),
        }

    def actor(self):
        dice = self.dice
        return {
            "kind": dice.choice(KINDS),
            "name": "X",
            "staff": dice.randint(1, 12),
            "money": dice.choice([0, 2, 9.5]),
            "political": dice.randint(0, 9),
            "income": {"money": 0.7} if self.often(0.5) else {},
            "citizens": dice.choice([0, 40]),
            "host": dice.choice([None, *self.actors]),
            "exploits": dice.randint(0, 3),
            "defense": self.share(),
            "poise": self.share(),
        }

    def audience(self):
        dice = self.dice
        row = {
            "name": "X",
            "of": dice.choice([None, *self.actors, *self.actors]),
            "size": dice.choice([1, 30, 1000.5]),
            "opinion": {"fish": dice.choice([-80, 0.3, 60])},
            "mobilized": self.share(),
        }
        if self.often(0.7):
            row["channels"] = {name: self.share() for name in self.some(self.channels)}
        if self.crowded and self.often(0.5):
            row["population"] = {"nodes": dice.randint(3, 6), "degree": 2, "weight": 0.1}
        if self.often(0.2):
            row["susceptibility"] = self.share()
        if self.often(0.2):
            row["bounded_confidence"] = dice.choice([5, 50.5])
        return row

    def ties(self):
        ties = {}
        for name in [*self.actors, *self.audiences]:
            heard = {}
            for other in self.some([one for one in self.audiences if one != name]):
                most = 1.0 if name in self.actors else 0.3  # what arrives may sum to 1
                heard[other] = round(most * self.share(), 2)
                if name not in self.actors and self.often(0.7):
                    heard[other] = {"weight": heard[other], "passes": self.share()}
            ties[name] = heard
        return ties

    def channel(self):
        owner = self.dice.choice([None, *self.actors])
        return {"owner": owner, "anonymous": self.often(0.5)}

    def secret(self):
        return {
            "of": self.dice.choice(self.actors),
            "holders": self.some(self.actors),
            "names": self.some(self.actors),
            "severity": self.share(),
            "text": "X",
        }

    def claim(self):
        dice = self.dice
        return {
            "text": "X",
            "issue": dice.choice([None, *self.issues]),
            "subject": dice.choice([None, *self.actors]),
            "pushes": dice.choice([0, 5, -9.5]),
            "truth": dice.choice([True, False, "forged", None]),
            "infectiousness": dice.choice([0, 1, 2.5]),
            "spread": dice.choice(["cascade", "cascade", "threshold"]),
            "by": self.some(self.actors, 2),
            "aware": self.some(self.audiences, 2),
        }

    def pact(self):
        one, other = self.dice.sample(self.actors, 2)
        rows = [
            {"who": one, "spares": other},
            {"who": other, "stays_below": 25, "with": one},
        ]
        if self.secrets:
            rows.append({"who": one, "shares": self.secrets[0], "with": other, "by": 2})
        if self.audiences:
            rows.append(
                {"who": other, "lifts": self.channels[0], "for": self.audiences[0], "by": 3}
            )
        return {"name": "X", "parties": [one, other], "commitments": self.some(rows)}

    def starts(self):
        for _ in range(self.dice.randint(0, 8)):
            yield self.babble.start()
        for actor in self.actors if self.pacts and self.often(0.7) else ():
            yield f"bound({actor}, truce)", 1

    def injects(self):
        found, words = {}, self.babble.about({})
        for place in range(self.dice.randint(0, 4)):
            row = {"text": "X", "effects": words.effects(2), "to": self.some(self.seats)}
            row["expects"] = self.some(["post_statement", "act_one", "monitor_mine"])
            row["chance"] = self.dice.choice([1, 1, 0.5])
            match self.dice.choice(["turn", "when", "any", "hand", "after"]):
                case "turn":
                    row["turn"] = self.dice.randint(1, 3)
                case "when":
                    row["when"] = words.condition()
                case "hand":
                    row["by_hand"] = True
                case "after" if place and "expects" in found["news_0"]:
                    found["news_0"]["expects"] = ["post_statement"]
                    row["contingency"] = {"of": "news_0", "after": self.dice.randint(1, 2)}
            found[f"news_{place}"] = row
        return found

    def objectives(self):
        words, holds = self.babble.about({}), ("at_end", "once", "throughout")
        return {
            seat: {
                f"goal_{place}": {
                    "when": words.condition(),
                    "weight": self.dice.choice([1, 2.5]),
                    "holds": self.dice.choice(holds),
                    "by": self.dice.randint(1, 3),
                }
                for place in range(self.dice.randint(0, 2))
            }
            for seat in self.seats
        }

    def endings(self):
        rows = range(self.dice.randint(0, 2))
        words = self.babble.about({})
        return {
            f"end_{n}": {"when": f"turn >= 3 and {words.condition()}", "says": "X"} for n in rows
        }
