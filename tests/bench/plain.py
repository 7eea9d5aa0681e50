"""A crisis in plain Python, one game after another: the loop anybody would write first.

It has the size of Blackout and does the same kinds of work (menus, orders, effects, opinions,
claims, objectives), with a small part of its rules, no curtain and no tables: with those it would
be slower still. The engine is measured against it, in the same run on the same machine.
"""

import random

SEATS, AUDIENCES, ISSUES, CLAIMS = 8, 6, 4, 12
TURNS, SLOTS = 10, 3
DEEDS, EFFECTS = 50, 6
RANGE = (0.0, 100.0)


class Crisis:
    """One game: measures in dictionaries by name, as the rules speak of them."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        seats, publics = range(SEATS), range(AUDIENCES)
        self.credibility = {(a, u): 50.0 for a in seats for u in publics}
        self.trust = {(a, b): 50.0 for a in seats for b in seats}
        self.tension = {(a, b): 20.0 for a in seats for b in seats if a < b}
        self.waiting = {(a, u): 0.0 for a in seats for u in publics}
        self.opinion = {(u, i): 10.0 * u - 20 for u in publics for i in range(ISSUES)}
        self.anchor = dict(self.opinion)
        self.aware = {(u, c): 0.0 for u in publics for c in range(CLAIMS)}
        self.belief = {(u, c): 0.0 for u in publics for c in range(CLAIMS)}
        self.stocks = {a: [5.0, 5.0, 5.0] for a in seats}
        self.scores = dict.fromkeys(seats, 0.0)

    def menu(self, me):
        """Every deed with every target and some publics, as far as it is allowed."""
        return [
            (deed, target, public)
            for deed in range(DEEDS)
            for target in range(SEATS)
            for public in range(0, AUDIENCES, 2)
            if self.allowed(me, deed, target, public)
        ]

    def allowed(self, me, deed, target, public):
        """Three conditions, as a deed has, and its price."""
        return (
            me != target
            and self.stocks[me][deed % 3] >= 1
            and self.credibility[me, public] > deed % 20
            and self.trust[me, target] >= deed % 30
        )

    def uniform(self, me):
        """Up to three orders: a deed, then what it is aimed at, all equally likely."""
        by_deed = {}
        for order in self.menu(me):
            by_deed.setdefault(order[0], []).append(order)
        some = min(self.dice.randrange(SLOTS + 1), len(by_deed))
        return [self.dice.choice(by_deed[deed]) for deed in self.dice.sample(list(by_deed), some)]

    def doctrine(self, me):
        """Up to three orders, drawn by worth."""
        menu = self.menu(me)
        worth = [1 + (deed * 7 + me) % 5 + (self.trust[me, to] < 40) for deed, to, _ in menu]
        return self.dice.choices(menu, worth, k=SLOTS) if menu else []

    def play(self, policy):
        """Play to the end and return the scores."""
        for turn in range(TURNS):
            sheets = [(me, order) for me in range(SEATS) for order in getattr(self, policy)(me)]
            self.fade()
            for me, order in sheets:
                self.adjudicate(me, *order)
            self.spread(turn)
            self.judge()
            if max(self.tension.values()) >= RANGE[1]:
                break
        return self.scores

    def shift(self, measure, key, amount):
        measure[key] = min(max(measure[key] + amount, RANGE[0]), RANGE[1])

    def adjudicate(self, me, deed, target, public):
        """Pay, and six effects: products of factors, over publics or on one pair."""
        self.stocks[me][deed % 3] -= 1
        pair = (min(me, target), max(me, target))
        for effect in range(EFFECTS):
            by = ((deed * 31 + effect * 17) % 9 - 4) * 0.5
            if effect % 3 == 0 and me != target:
                self.shift(self.tension, pair, by * (1 - self.trust[me, target] / 200))
            elif effect % 3 == 1:
                for u in range(AUDIENCES):
                    self.shift(self.credibility, (me, u), by * self.credibility[me, u] / 100)
            else:
                self.shift(self.trust, (target, me), by)
        if self.dice.random() < 0.2:
            self.aware[public, deed % CLAIMS] = 1.0

    def fade(self):
        for measure in (self.waiting, self.credibility):
            for key in measure:
                measure[key] *= 0.98
        for stock in self.stocks.values():
            stock[0] = 5.0

    def spread(self, turn):
        """Friedkin-Johnsen, a cascade of every claim, and what waiting costs."""
        before = dict(self.opinion)
        for u in range(AUDIENCES):
            for i in range(ISSUES):
                peers = sum(before[v, i] for v in range(AUDIENCES) if v != u) / (AUDIENCES - 1)
                self.opinion[u, i] = 0.4 * peers + 0.6 * self.anchor[u, i]
        for u in range(AUDIENCES):
            for c in range(CLAIMS):
                told = any(self.aware[v, c] for v in range(AUDIENCES) if v != u)
                if told and not self.aware[u, c] and self.dice.random() < 0.3:
                    self.aware[u, c] = 1.0
                if self.aware[u, c]:
                    self.belief[u, c] += 0.1 * (1 - self.belief[u, c])
        for a in range(SEATS):
            for u in range(AUDIENCES):
                self.waiting[a, u] += 0.5
                self.shift(self.credibility, (a, u), -0.1 * self.waiting[a, u])

    def judge(self):
        for seat in self.scores:
            kept = (
                max(self.tension.values()) < 60,
                sum(self.credibility[seat, u] for u in range(AUDIENCES)) > 200,
                self.belief[seat % AUDIENCES, seat % CLAIMS] < 0.5,
            )
            self.scores[seat] = 100 * sum(kept) / len(kept)


def averaged(opinion, anchor, ties, susceptible):
    """One Friedkin-Johnsen step over ties (source, target, weight), in a plain loop."""
    heard = [0.0] * len(opinion)
    for source, target, weight in ties:
        heard[target] += weight * (opinion[source] - opinion[target])
    return [
        x + s * h + (1 - s) * (a - x)
        for x, a, s, h in zip(opinion, anchor, susceptible, heard, strict=True)
    ]
