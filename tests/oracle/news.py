"""What follows by itself: claims are passed on, remembered and believed; opinions draw together."""

from math import log2

from tests.oracle import dice
from tests.oracle.pace import fading, turn_days

UNKNOWN = 50.0
SLACK = 1024  # grains that an opinion may pass a bound of confidence by


def spread(game, before):
    """Everything that claims and opinions do in a turn, in order."""
    temper(game, before)
    note_what_was_heard(game, before)
    hand_on(game)
    forget_and_settle(game)
    heed(game, before)
    average(game)
    scatter(game)


def temper(game, before):
    """Take back a part of what tension rose by where it was high already."""
    heat = game.scene.parameters["heat"]
    for cell in game.scene.cells("tension"):
        rise = game.numbers[cell] - before[cell]
        if rise > 0 and before[cell] > heat:
            kept = (100.0 - before[cell]) / max(100.0 - heat, 1e-9)
            game.add("tension", {cell[1:]: -rise * (1 - kept)})


def connection(game, person):
    """The share of an audience that is reached by its network, or works around a cut."""
    return max(game.numbers["online", person], game.numbers["bypass", person])


# ----------------------------------------------------------------------------------------- claims


def hand_on(game):
    """Every claim takes one step; those it newly reaches are fresh, and believe hearsay."""
    scene, numbers = game.scene, game.numbers
    arrived = {}
    for claim in scene.keys["claim"]:
        if scene.scenario.claims[claim].spread == "threshold":
            reached = [one for one in scene.people if _joins(game, claim, one)]
        else:
            reached = _told(game, claim)
        arrived[claim] = [one for one in reached if numbers["aware", one, claim] < 1]
    for claim, people in arrived.items():
        for one in scene.people:
            come = float(one in people)
            unwarned = 1.0 - numbers["resistance", one, claim]
            believed = come * (scene.parameters["hearsay"] * unwarned)
            aware, fresh = numbers["aware", one, claim], numbers["fresh", one, claim]
            game.add("belief", {(one, claim): believed})
            game.add("fresh", {(one, claim): come - fresh})
            game.add("aware", {(one, claim): come - aware * come})
        if people and numbers["out", claim] < 1:
            game.add("out", {(claim,): 1.0})


def _readiness(game, claim):
    """How readily a claim is handed on."""
    numbers, damping = game.numbers, game.scene.parameters["label_damping"]
    infectious = game.scene.fact("infectiousness", claim)
    return infectious * (1.0 + numbers["boost", claim]) * (1.0 - damping * numbers["label", claim])


def _told(game, claim):
    """Whom a claim comes to from those it reached last: each tie is tried once."""
    scene, numbers = game.scene, game.numbers
    come = set()
    for source, target, _, passes in scene.ties:
        if numbers["fresh", source, claim] > 0:
            odds = min(1.0, passes * _readiness(game, claim))
            odds = odds * (1.0 - numbers["resistance", target, claim])
            odds = odds * min(connection(game, source), connection(game, target))
            who = (scene.dice_name[source], scene.dice_name[target])
            if game.draw(dice.name("cascade"), dice.name("claim", claim), *who) < odds:
                come.add(target)
    return come


def _joins(game, claim, person):
    """Whether the pull of those who joined passes a person's own threshold."""
    scene, numbers = game.scene, game.numbers
    pull = 0.0
    for source, target, _, passes in sorted(scene.ties, key=lambda tie: scene.people.index(tie[0])):
        if target == person:
            link = min(connection(game, source), connection(game, target)) * passes
            pull += link * numbers["aware", source, claim]
    pull = pull * _readiness(game, claim) * (1.0 - numbers["resistance", person, claim])
    lot = dice.mix(game.seed, dice.name("threshold"), dice.name("claim", claim))
    return pull > dice.number(dice.mix(lot, scene.dice_name[person]))


# ----------------------------------------------------------------------------------------- memory


def note_what_was_heard(game, before):
    """Count what was heard this turn, and keep the source's part of what it did to belief."""
    scene, numbers = game.scene, game.numbers
    for person, claim in [cell[1:] for cell in scene.cells("aware")]:
        here = (person, claim)
        was, now = before["belief", *here], numbers["belief", *here]
        heard, vouched, tag = (numbers[name, *here] for name in ("heard", "vouched", "tag"))
        if numbers["aware", *here] > 0 and (heard < 1 or now > was):
            game.add("heard", {here: 1.0})
        part = max(now - was, 0.0) * (1 - UNKNOWN / vouched) if vouched > 0 else 0.0
        fell = min(now - was, 0.0) / (was if was > 0 else 1.0)
        game.add("tag", {here: part + tag * fell})


def forget_and_settle(game):
    """Sources are forgotten, and what has been heard often sits fast."""
    scene, numbers, parameters = game.scene, game.numbers, game.scene.parameters
    days = turn_days(scene.content.turn_length)
    share = fading(days, parameters["source_half_life"])
    for here in [cell[1:] for cell in scene.cells("aware")]:
        lost = -share * numbers["tag", *here]
        game.add("belief", {here: lost})
        game.add("tag", {here: lost})
        half_lives = days * log2(1 + numbers["heard", *here]) / parameters["settling"]
        gain = (1 - 2.0**-half_lives) * (1 - numbers["settled", *here])
        game.add("settled", {here: gain})


# ---------------------------------------------------------------------------------------- opinion


def heed(game, before):
    """Opinion, and the conviction under it, follow what belief in each claim has become."""
    scene, numbers = game.scene, game.numbers
    for claim in scene.keys["claim"]:
        issue = scene.scenario.claims[claim].issue
        pull = scene.parameters["persuasion"] * scene.fact("pushes", claim)
        for person in scene.people if issue is not None else ():
            gained = numbers["belief", person, claim] - before["belief", person, claim]
            game.add("opinion", {(person, issue): pull * gained})
            lasting = scene.parameters["lasting"]
            game.add("anchor", {(person, issue): lasting * (pull * gained)})


def average(game):
    """One step of Friedkin and Johnsen; of Hegselmann and Krause where a bound is given."""
    scene = game.scene
    old = dict(game.numbers)
    for issue in scene.keys["issue"]:
        for person in scene.people:
            heard = [(s, w) for s, t, w, _ in scene.ties if t == person]
            audience = scene.content.audiences[scene.lives_in[person]]
            arriving = _sum(weight for _, weight in heard)
            own, bound = 1.0 - arriving, audience.bounded_confidence
            susceptible = audience.susceptibility
            if susceptible is None:  # whoever hears only those near clings to nothing
                susceptible = 1.0 if bound else arriving
            mine = old["opinion", person, issue]
            pulls = [(w, old["opinion", s, issue] - mine) for s, w in heard]
            if bound:
                pulls = _within(game, pulls, own, bound, (person, issue))
            cell = ("opinion", person, issue)
            drawn = _sum(game.exactly(cell, susceptible * weight * gap) for weight, gap in pulls)
            game.add("opinion", {(person, issue): drawn})
            back = (1.0 - susceptible) * (old["anchor", person, issue] - mine)
            game.add("opinion", {(person, issue): back})


def _within(game, pulls, own, bound, where):
    """The pulls of those near enough, their weights and one's own made whole again."""
    slack = SLACK * game.scene.grain(("opinion", *where))
    near = [(weight if abs(gap) <= bound + slack else 0.0, gap) for weight, gap in pulls]
    total = own
    for weight, _ in near:
        total += weight
    return [(weight / total if total > 0 else 0.0, gap) for weight, gap in near]


def _sum(numbers):
    total = 0.0
    for number in numbers:
        total += number
    return total


# ----------------------------------------------------------------------------------------- unrest


def scatter(game):
    """Where the network of a country is down, its publics near their mean mobilization."""
    scene = game.scene
    old = dict(game.numbers)
    for actor in scene.keys["actor"]:
        publics = [one for one in scene.people if scene.related("of", "audience", one) == actor]
        total = sum(scene.size[one] for one in publics)
        mean = sum(scene.size[one] / total * old["mobilized", one] for one in publics)
        for one in publics:
            gap = mean - old["mobilized", one]
            share = scene.parameters["scattering"] * (1.0 - connection(game, one))
            game.add("mobilized", {(one,): share * gap})
