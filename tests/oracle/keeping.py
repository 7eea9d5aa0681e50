"""The end of a turn: promises judged, staff whole again, the crisis read, goals and endings."""

LIFTED = 0.99  # open share from which a channel counts as lifted


def keep_promises(game, before):
    """Judge every commitment in force, and charge who broke one."""
    scene, numbers, cost = game.scene, game.numbers, game.scene.parameters
    broken, injured = [], {}
    for name in scene.keys["undertaking"]:
        pact = scene.content.undertakings[name]
        if all(before["bound", party, name] for party in pact.parties):
            for promise in pact.commitments:
                key = (promise.who, name)
                if _breaks(game, promise, before) and not numbers["broken", *key]:
                    broken += [key] if key not in broken else []
    for who, name in broken:
        game.add("broken", {(who, name): 1.0})
        for party in scene.content.undertakings[name].parties:
            if party != who:
                injured[party, who] = True
    for pair in injured:
        game.add("trust", {pair: -cost["breach_trust"]})
        game.add("scar", {pair: cost["breach_scar"]})
    for who in sorted({who for who, _ in broken}):
        for person in scene.people:
            game.add("credibility", {(who, person): -cost["breach_credibility"]})


def tell_breaches(game, before):
    """Every breach that now shows and did not: [("breach", what, who)]."""
    cells = game.scene.cells("broken")
    newly = [cell for cell in cells if game.numbers[cell] > before[cell]]
    return [("breach", name, who, None, None) for _, who, name in newly]


def _breaks(game, promise, before):
    numbers, who, other = game.numbers, promise.who, promise.with_whom or promise.who
    if promise.spares is not None:
        cell = game.scene.cell("hostile", who, promise.spares)
        return numbers[cell] > before[cell]
    if promise.stays_below is not None:
        return numbers[game.scene.cell("tension", who, other)] > promise.stays_below
    if game.now != (promise.by or game.content.turns):
        return False
    if promise.shares is not None:
        return numbers["holds", other, promise.shares] < 1
    people = game.scene.people_of[promise.audience]
    return any(numbers["open", promise.lifts, one] < LIFTED for one in people)


def upkeep(game, before):
    """What every turn does by itself."""
    scene, numbers = game.scene, game.numbers
    for cell in scene.cells("waiting"):
        game.add("credibility", {cell[1:]: -scene.parameters["erosion"] * numbers[cell]})
    for pair in [cell[1:] for cell in scene.cells("trust")]:
        room = 100.0 - numbers["scar", *pair] - numbers["trust", *pair]
        game.add("trust", {pair: min(0.0, room)})
    keep_trust_down(game, before)
    for actor in scene.keys["actor"]:
        _new_turn(game, actor)
    read_crisis(game)
    for name in scene.keys["inject"]:
        if _answered(game, name, before):
            game.add("answered", {(name,): 1.0 - numbers["answered", name]})


def read_crisis(game):
    """The tension of the crisis is that of its tensest pair of states."""
    scene, numbers = game.scene, game.numbers
    states = [a for a in scene.keys["actor"] if scene.content.actors[a].kind == "state"]
    pairs = [(a, b) for a in states for b in states if a < b]
    if pairs:
        highest = max(numbers["tension", a, b] for a, b in pairs)
        game.add("crisis", {(): highest - numbers["crisis",]})


def keep_trust_down(game, before):
    """Where a new scar was left, trust can never again be what it was before, less the scar."""
    numbers = game.numbers
    for pair in [cell[1:] for cell in game.scene.cells("ceiling")]:
        fresh = numbers["scar", *pair] - before["scar", *pair]
        if fresh > 0:
            lower = before["trust", *pair] * (1 - fresh / 100)
            game.add("ceiling", {pair: min(0.0, lower - numbers["ceiling", *pair])})
        over = numbers["ceiling", *pair] - numbers["trust", *pair]
        game.add("trust", {pair: min(0.0, over)})


def _new_turn(game, actor):
    """Make an actor's staff whole, less what running work and trouble hold, and pay its income."""
    scene, numbers = game.scene, game.numbers
    held = sum(row.held for row in game.running if row.me == actor)
    free = max(0.0, scene.start["staff", actor] - held - numbers["busy", actor])
    game.add("staff", {(actor,): free - numbers["staff", actor]})
    for stock in ("money", "political"):
        game.add(stock, {(actor,): scene.content.actors[actor].income.get(stock, 0.0)})


def _answered(game, name, before):
    """Whether somebody the inject was told to has just done what it should prompt."""
    inject, keys = game.content.msel[name], game.scene.keys
    told = inject.to or keys["seat"]
    moves = [expected.split(".")[0] for expected in inject.expects]
    cells = [("done", move, game.content.seats[seat].actor) for move in moves for seat in told]
    done = any(game.numbers[cell] > before[cell] for cell in cells)
    return done and game.numbers["fired", name] > 0


def judge_objectives(game):
    """Judge every objective that is still open, and add up each seat's score."""
    scenario, numbers = game.scene.scenario, game.numbers
    now, mind = {}, game.mind()
    for name in game.scene.keys["objective"]:
        goal, attained = scenario.objectives[name], numbers["attained", name]
        true = float(bool(game.value(goal.when, mind)))
        kept = {"once": max(attained, true), "throughout": min(attained, true)}
        open_ = game.now <= (goal.by or game.content.turns)
        now[name] = kept.get(goal.holds, true) if open_ else attained
    for name, value in now.items():
        game.add("attained", {(name,): value - numbers["attained", name]})
    for seat in game.scene.keys["seat"]:
        weights = {n: scenario.objectives[n].weight for n in now if n.split(".")[0] == seat}
        score = 0.0
        for name, weight in weights.items():
            score += now[name] * (100.0 * weight / sum(weights.values()))
        game.add("score", {(seat,): score - numbers["score", seat]})


def judge_endings(game):
    """The first ending by name that holds, else the clock."""
    for name in sorted(game.content.endings):
        if game.value(game.content.endings[name].when, game.mind()):
            game.ending = name
            return
    game.ending = "time" if game.turn >= game.content.turns else None
