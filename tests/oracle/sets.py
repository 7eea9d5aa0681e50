"""Who belongs to a set, and how much each weighs in it."""

from math import exp

from game.scenario.words import SETS


def probability(odds):
    """The probability of log-odds."""
    return 1.0 / (1.0 + exp(-min(max(odds, -40.0), 40.0)))


def members(group, mind):
    """Everyone in a set, in order."""
    name, asked = group
    scene, me, via = mind.scene, mind.who("me"), mind.who("via")
    people, actors = scene.people, scene.keys["actor"]
    home = {one: scene.related("of", "audience", one) for one in people}
    if SETS.get(name, (None,))[0] is not None and asked is None:
        return []  # nobody's publics are no one
    match name:
        case "reached":
            ear = [one for one in people if scene.fact("takes", via, one) > 0]
            return [one for one in ear if scene.fact("tie", me, one) > 0]
        case "everyone":
            return people
        case "publics":
            return [one for one in people if home[one] == asked]
        case "abroad":
            return [one for one in people if home[one] != asked]
        case "others":
            return [one for one in actors if one != me]
        case "suspects":
            return [one for one in actors if one != asked]
        case "named":
            return [one for one in actors if scene.fact("names", asked, one) > 0]
        case "states":
            return [one for one in actors if scene.content.actors[one].kind == "state"]
        case "channels" | "issues":
            return list(scene.keys[name.removesuffix("s")])
    raise ValueError(name)


def weight(mind):
    """How much the member meant weighs in its set: how well it hears, how likely it did it."""
    name, asked = mind.group
    if name == "suspects":
        return probability(mind.numbers["evidence", asked, mind.member])
    return voice(mind) if name == "reached" else None


def voice(mind):
    """How well the member meant hears me over the channel, 0 to 1."""
    scene, numbers, person = mind.scene, mind.numbers, mind.member
    me, via = mind.who("me"), mind.who("via")
    connected = 1.0 - scene.fact("digital", via) * (1.0 - numbers["online", person])
    lane = numbers["open", via, person]
    if "lane" in scene.scenario.measures:
        lane *= numbers["lane", via, person]
    heard = max(lane * connected, numbers["bypass", person])
    drawn = scene.fact("takes", via, person) * scene.fact("tie", me, person)
    return drawn * (heard * (1.0 - numbers["suspended", me, via]))
