"""A hand-made seat for driving screens without an engine: what a Place would give, and no rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

from game.views import Factor, Fate, Forecast, Odds, Question, Reason, Row, Why


def card(name, kind="", at=None, of=None, bloc=None, about="", size=1.0):
    return SimpleNamespace(name=name, kind=kind, at=at, of=of, bloc=bloc, about=about, size=size)


ACTORS = {
    "belmora": card("Belmora", "state", (0.42, 0.25), bloc="south", about="Governed by decree."),
    "bright_line": card("Bright Line", "ngo", (0.93, 0.12)),
    "chirp": card("Chirp", "platform", (0.08, 0.66)),
    "engineer": card("Northgate engineer", "individual", (0.63, 0.4)),
    "oriandar": card("Oriandar", "state", (0.09, 0.22), bloc="great"),
    "students": card("Students", "collective", (0.5, 0.58)),
    "tessaly": card("Tessaly", "state", (0.83, 0.42), bloc="bay"),
}
AUDIENCES = {
    "at_home": card("Tessaly public", of="tessaly", at=(0.92, 0.72)),
    "diaspora": card("Diaspora", of="tessaly", at=(0.78, 0.84)),
    "provinces": card("Provinces", of="belmora", at=(0.32, 0.52)),
    "urban_youth": card("Urban youth", of="belmora", at=(0.4, 0.82)),
}
CHANNELS = {
    "chirp": card("Chirp"),
    "messenger": card("Kite messenger"),
    "press": card("Wire agencies"),
}
CLAIMS = {"technical": card("The cut is a technical fault"), "chain": card("The exit was chained")}
SEATS = {
    "ministry": SimpleNamespace(
        name="Foreign Ministry",
        actor="tessaly",
        aim="Bring its people through.",
        played_by="person",
    ),
    "palace": SimpleNamespace(
        name="Presidency", actor="belmora", aim="An empty square.", played_by="doctrine"
    ),
}


def deed(name, move, tier, price, seen="public", variant="", text="", **axes):
    return SimpleNamespace(
        name=name,
        text=text or f"{name}: what it does, in one sentence that says enough to choose by.",
        move=move,
        variant=variant,
        price=price,
        target=axes.get("target"),
        about=axes.get("about"),
        via=axes.get("via"),
        seen=seen,
        tier=tier,
        delay=axes.get("delay", 0),
        says=f"{name}.",
    )


DEEDS = {
    "consular_alert": deed("Consular alert", "consular_alert", "act", (1, 0, 0)),
    "private_message": deed(
        "Private message",
        "private_message",
        "speak",
        (1, 0, 0),
        "parties",
        target="actor",
        via="channel",
    ),
    "answer": deed(
        "Answer in public", "answer", "speak", (2, 0, 0), target="audience", via="channel"
    ),
    "statement.plain": deed(
        "Statement: plain",
        "statement",
        "speak",
        (1, 0, 0),
        variant="plain",
        about="claim",
        via="channel",
    ),
    "statement.empathetic": deed(
        "Statement: empathetic",
        "statement",
        "speak",
        (1, 0, 1),
        variant="empathetic",
        about="claim",
        via="channel",
    ),
    "meet": deed("Meet in person", "meet", "act", (2, 1, 0), "parties", target="actor", delay=1),
    "harden": deed("Protect systems", "harden", "shield", (1, 1, 0)),
}
KEYS = {
    "actor": tuple(sorted(ACTORS)),
    "audience": tuple(sorted(AUDIENCES)),
    "channel": tuple(sorted(CHANNELS)),
    "claim": tuple(sorted(CLAIMS)),
    "issue": (),
    "secret": ("registry",),
    "seat": tuple(sorted(SEATS)),
    "move": (),
}
OBJECTIVES = (
    ("locate", "Locate our nationals", "85 % located by the end of turn 8.", 2.0),
    ("believed", "Keep credibility at home", "At least Good when the game ends.", 1.0),
    ("relations", "Relations not broken", "Tension with Belmora stays below rung 10.", 1.0),
)


def measure(axes=(), low=0.0, high=100.0, text=""):
    return SimpleNamespace(axes=axes, low=low, high=high, text=text)


def booklet():
    return SimpleNamespace(
        title="Blackout in Belmora",
        summary="A network is about to be cut.",
        situation="Since Friday the square has been full.\n\nThe country\n\n"
        "Governed by **decree** for years.",
        turns=10,
        turn_length="6 h",
        starts="Tuesday, 12:00",
        seat="ministry",
        me="tessaly",
        seat_name="Foreign Ministry",
        brief="Find your people.\n\nYour task\n\nBe believed at home.",
        short="Find them.",
        aim="Bring its people through.",
        orders_per_turn=3,
        keys=KEYS,
        actors=ACTORS,
        audiences=AUDIENCES,
        channels=CHANNELS,
        issues={},
        claims=CLAIMS,
        secrets={"registry": "Our registry is out of date."},
        ties=(
            ("belmora", "provinces", 0.7),
            ("belmora", "engineer", 0.3),
            ("engineer", "students", 0.6),
            ("students", "urban_youth", 0.8),
            ("chirp", "urban_youth", 0.4),
            ("oriandar", "belmora", 0.3),
            ("bright_line", "tessaly", 0.2),
            ("tessaly", "at_home", 0.6),
            ("at_home", "diaspora", 0.2),
            ("diaspora", "urban_youth", 0.3),
            ("provinces", "urban_youth", 0.1),
        ),
        seats=SEATS,
        moves=DEEDS,
        measures={
            "crisis": measure(text="The tension of the crisis."),
            "tension": measure(("actor", "actor")),
            "credibility": measure(("actor", "audience"), text="How far they believe us."),
            "online": measure(("audience",), 0.0, 1.0),
            "market": measure((), 0.0, 200.0),
        },
        objectives=tuple(
            SimpleNamespace(key=k, name=n, text=t, weight=w, by=None, holds="at_end")
            for k, n, t, w in OBJECTIVES
        ),
    )


@dataclass
class FakeOrder:
    seat: str
    move: str
    target: str | None = None
    about: str | None = None
    via: str | None = None
    text: str = ""
    intent: str = ""
    expects: str = ""
    confidence: float | None = None


class FakeMenu:
    """Every deed with every operand of its axes; what `closed` names is closed."""

    def __init__(self, stocks, closed):
        self.closed, self.stocks = closed, stocks
        self.deeds = tuple(DEEDS)
        rows = []
        for number, name in enumerate(self.deeds):
            axes = [getattr(DEEDS[name], slot) for slot in ("target", "about", "via")]
            spaces = [range(len(KEYS[a])) if a else [-1] for a in axes]
            rows += [(number, t, a, v) for t in spaces[0] for a in spaces[1] for v in spaces[2]]
        self.deed, self.target, self.about, self.via = np.array(rows).T
        self.price = np.array([DEEDS[self.deeds[d]].price for d in self.deed], dtype=float)

    @property
    def plan(self):
        return self

    def open(self):
        return np.array([[self.deeds[d] not in self.closed for d in self.deed]])

    def allowed(self):
        return self.open() & (self.price <= self.stocks).all(axis=1)[None]

    def reason(self, candidate, game=0):
        return self.closed.get(self.deeds[self.deed[candidate]], "")

    def _key(self, candidate, slot):
        axis = getattr(DEEDS[self.deeds[self.deed[candidate]]], slot)
        return KEYS[axis][getattr(self, slot)[candidate]] if axis else None

    def order(self, candidate):
        keys = [self._key(candidate, slot) for slot in ("target", "about", "via")]
        return FakeOrder("ministry", self.deeds[self.deed[candidate]], *keys)


@dataclass
class FakeObservation:
    booklet: Any
    turn: int
    values: dict[str, float]
    over: bool = False
    closed: dict[str, str] = field(
        default_factory=lambda: {"meet": "The airport is closed until turn 8."}
    )
    games: int = 1

    @property
    def ended(self):
        return np.array([self.over])

    @property
    def stocks(self):
        return np.array([[5.0, 4.0, 3.0]])

    @property
    def menu(self):
        return FakeMenu(self.stocks[0], self.closed)

    def value(self, name, *keys):
        number = self.values.get("/".join((name, *keys)))
        return SimpleNamespace(value=number, exact=number is not None)

    def objectives(self, game=0):
        states = ("not met", "not met", "met")
        figures = ((0.61, 0.85, "at least"), (58.0, 60.0, "at least"), (None, None, ""))
        rows = zip(self.booklet.objectives, states, figures, strict=True)
        return [
            SimpleNamespace(card=c, state=s, now=f[0], needed=f[1], sign=f[2], reads=())
            for c, s, f in rows
        ]

    def why(self, name, *keys):
        if self.turn == 1:
            return None
        return self.causes().get("/".join((name, *keys)))

    def causes(self):
        """Made of the longest words that a card may have to hold."""
        asked = self.values["credibility/tessaly/at_home"]
        tense = self.values["crisis"]
        states = ("tension", "belmora", "tessaly")
        pair = Factor("tension between Belmora and Tessaly", tense, states)
        tensest = Reason(8.0, "the tensest pair of states", (pair,))
        long = [
            Factor("fixed amount", -10.0),
            Factor("severity of something Tessaly keeps to itself", 0.7),
            Factor("left open by resistance of Tessaly public to “The exit was chained”", None),
            Factor("how often Tessaly did this", 2.0, ("crisis",)),
        ]
        leak = "Leak a true secret to the press, wire agencies and everybody, by Northgate engineer"
        return {
            "credibility/tessaly/at_home": Why(
                asked + 8.0,
                asked,
                (
                    Reason(-9.5, leak, tuple(long)),
                    Reason(2.25, "Consular alert, by you", (Factor("fixed amount", 2.25),)),
                    Reason(-0.35, "questions left waiting"),
                    Reason(-0.4, "causes you cannot see"),
                ),
            ),
            "crisis": Why(tense - 8.0, tense, (tensest,)),
            "tension/belmora/tessaly": Why(
                tense - 8.0,
                tense,
                tuple(Reason(1.0, f"Cause number {n}, by Belmora") for n in range(8)),
            ),
            "staff/tessaly": Why(3.0, 5.0, (Reason(2.0, "staff back for a new turn"),)),
        }

    def claims(self):
        return {key: c.name for key, c in CLAIMS.items()}

    def secrets(self):
        return dict(self.booklet.secrets)

    def ending(self, game=0):
        if not self.over:
            return None
        return SimpleNamespace(key="time", text="Ten turns have passed.", score=75.0)


def told(turn, kind, text, who=None, **more):
    base = {"to": None, "channel": None, "source": "seen by all", "quote": "", "mine": False}
    return SimpleNamespace(turn=turn, kind=kind, who=who, text=text, **{**base, **more})


class FakePlace:
    """Two turns, then it is over."""

    def __init__(self, turns=3):
        self.turns, self.turn, self.said, self.imagined = turns, 1, [], []
        self.booklet = booklet()
        self.waiting = [
            told(1, "inject", "The lanterns fill the square.", source="told to all"),
            told(
                1,
                "inject",
                "I can turn voice calls into posts. Want it?",
                "engineer",
                to="tessaly",
                source="told to you",
            ),
            told(
                1,
                "deed",
                "Bright Line asks the embassy to answer the families.",
                "bright_line",
                channel="chirp",
                quote="Families ask since Monday.",
            ),
        ]

    def look(self):
        grown = 8.0 * (self.turn - 1)
        values = {
            "crisis": 31.0 + grown,
            "credibility/tessaly/at_home": 58.0 - grown,
            "market": 97.0,
            "credibility/tessaly/diaspora": 63.0,
            "online/urban_youth": 0.1 if grown else 1.0,
            "online/provinces": 1.0,
        }
        return FakeObservation(self.booklet, self.turn, values, over=self.turn > self.turns)

    def hear(self):
        heard, self.waiting = self.waiting, []
        return heard

    clock = None

    def mark(self, text):
        self.said.append(text)

    def say(self, orders):
        self.said.append(list(orders))
        self.waiting = [
            told(
                self.turn,
                "deed",
                f"Your order was done: {o.move}.",
                "tessaly",
                mine=True,
                quote=o.text,
            )
            for o in orders
        ]
        self.turn += 1
        return []

    def imagine(self, orders):
        """What a sheet would do: credibility at home rises a little with every order."""
        self.imagined.append(list(orders))
        gain = 4.0 * len(orders)
        return foretold(self.turn, orders, home=58.0 - 8.0 * (self.turn - 1), gain=gain)


def foretold(turn, orders, *, home, gain):
    """A forecast by hand: one goal with a band, a tension, a chance, and an open question."""
    rows = (
        Row(
            measure=("credibility", "tessaly", "at_home"),
            before=home,
            exact=True,
            low=home + gain - 3,
            middle=home + gain,
            high=home + gain + 6,
            idle=home,
            effect=gain,
            felt=1.0 if gain else 0.0,
            floor=0.0,
            ceiling=100.0,
            goal=0,
            needed=65.0,
            sign="at least",
            met=0.4,
        ),
        Row(("crisis",), 31.0, True, 33.0, 37.0, 44.0, 36.0, 1.0, 0.5, 0.0, 100.0),
        Row(("market",), 97.0, True, 10.0, 90.0, 190.0, 95.0, 0.0, 0.0, 0.0, 200.0),
    )
    return Forecast(
        worlds=200,
        turn=turn,
        orders=len(orders),
        rows=rows,
        goals=(0.4, 1.0, None),
        odds=(Odds("exposed", 0, 0.17),) if orders else (),
        fates=tuple(Fate(0.0, 0.0, 0.0) for _ in orders),
        not_known=Question("orders", ("palace", "harden"), 0.4) if orders else None,
        others=("palace",),
    )
