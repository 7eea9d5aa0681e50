"""The viewpoint: a seat's fixed place in a scenario, from which every observation is made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.endings import TIME, ending_names
from game.engine.events import Events
from game.engine.ledger import Entry
from game.engine.rulebook import Rulebook
from game.engine.world import RUNNING, World
from game.language import current, t
from game.scenario import Scenario
from game.scenario.words import FACTS
from game.views.bearing import Bearing, bearing_of
from game.views.booklet import Booklet, claim_card, print_booklet
from game.views.goals import Goals, goals_of
from game.views.invited import invited, not_invited
from game.views.menu import open_menu
from game.views.observation import EndingCard, MeasureMap, ObjectiveView, Observation, given
from game.views.plan import Plan, plan_menu
from game.views.sight import Sight, sight_of
from game.views.told import heard_by, nothing_heard
from game.views.why import Eyes, Factor, Why, explain, shown_to
from game.views.wording import Wording

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Viewpoint:
    """Everything about a seat's view that does not change during play.

    at_menu: its sight of what menu and objectives turn on, a small part of all it sees; serves:
    (C, J) the bearing of each candidate on each objective.
    """

    scenario: Scenario
    rulebook: Rulebook
    booklet: Booklet
    seat: int
    sight: Sight
    plan: Plan
    at_menu: Sight
    goals: Goals
    bearing: Bearing
    serves: Array
    maps: dict[str, MeasureMap]
    spoken: str  # the language that the booklet was printed in


def viewpoint(scenario: Scenario, rulebook: Rulebook, seat: str) -> Viewpoint:
    """Return the viewpoint of a seat; raises KeyError if there is no such seat."""
    booklet = print_booklet(scenario, rulebook, seat)
    goals = goals_of(scenario, rulebook, booklet)
    sight = sight_of(scenario, rulebook, seat, goals.cells)
    maps = {name: _map(rulebook, sight, name) for name in scenario.measures}
    owner = scenario.nodes().owner
    maps["audience of node"] = MeasureMap(owner, owner, ("audience",))
    plan = plan_menu(rulebook, booklet)
    at_menu = sight.of(np.concatenate([plan.reads, goals.cells]))
    place = rulebook.keys["seat"].index(seat)
    bearing = bearing_of(scenario, rulebook.keys, booklet)
    me = np.full(len(plan.deed), rulebook.seat_actor[place])
    return Viewpoint(
        scenario=scenario,
        rulebook=rulebook,
        booklet=booklet,
        seat=place,
        sight=sight,
        plan=plan,
        at_menu=at_menu,
        goals=goals,
        bearing=bearing,
        serves=bearing.of(plan.deed, (me, plan.target, plan.about, plan.via)),
        maps=maps,
        spoken=current(),
    )


@lru_cache(maxsize=32)
def _spoken_in(language: str, view: Viewpoint) -> Viewpoint:
    """Return the same viewpoint with its booklet in another language, which was chosen since."""
    booklet = print_booklet(view.scenario, view.rulebook, view.booklet.seat)
    return replace(view, booklet=booklet, spoken=language)


def observe(
    view: Viewpoint,
    world: World,
    events: Events | None = None,
    entries: Sequence[Entry] = (),
) -> Observation:
    """Return what the seat may know now, in every game of the block.

    `events` are those of the last turn: what the seat was told of them is in `heard`. `entries` of
    the ledger since the seat last looked become its `why`, as far as it may know the causes.
    """
    if world.games == 1 and view.spoken != current():
        view = _spoken_in(current(), view)
    nobody = partial(not_invited, len(view.bearing.wants))
    at_menu = view.at_menu.look(world.cells)
    observation = Observation(
        booklet=view.booklet,
        turn=int(world.turn.max(initial=0)) + 1,
        ended=world.ended != RUNNING,
        look=partial(view.sight.look, world.cells),
        menu=open_menu(view.plan, view.rulebook, view.at_menu, view.booklet, at_menu),
        listen=partial(heard_by, view.rulebook, events, view.seat)
        if events is not None
        else nothing_heard,
        ask=partial(invited, view.rulebook, view.plan, view.bearing, events, view.seat)
        if events is not None
        else nobody,
        bearing=view.serves,
        unmet=_unmet(view, at_menu),
        maps=view.maps,
    )
    return observation if world.games > 1 else _in_words(view, world, observation, events, entries)


def _unmet(view: Viewpoint, at_menu: Array) -> Array:
    """Return (G, J) bool: which objectives do not hold now, or are not known to."""
    unmet = np.ones((len(at_menu), len(view.goals.known)), dtype=bool)
    attained = at_menu[:, view.at_menu.column[view.goals.cells]]
    for place, cell in view.goals.cell_of.items():
        unmet[:, place] = attained[:, cell] == 0
    return unmet


def _in_words(
    view: Viewpoint,
    world: World,
    observation: Observation,
    events: Events | None,
    entries: Sequence[Entry],
) -> Observation:
    """Return the observation of one game with what people read of it."""
    seen = observation.seen
    return replace(
        observation,
        look=partial(given, seen),
        listen=partial(given, observation.heard),
        ask=partial(given, observation.invitations),
        endings=(_ending(view, world, 0),),
        known_texts=_texts(view, seen[0]),
        objective_views=tuple(_objectives(view, seen, world.games)),
        reasons=_reasons(view, seen[0], entries, events),
        running=world.pending.take(world.pending.seat == view.seat),
    )


def _reasons(
    view: Viewpoint, seen: Array, entries: Sequence[Entry], events: Events | None
) -> dict[int, Why]:
    """Return why each number that the seat knows exactly has moved."""
    wording = Wording(view.scenario, view.rulebook, view.booklet)
    eyes = eyes_of(view, seen, events)
    by_cell: dict[int, list[Entry]] = {}
    crowd = _of_many(view)
    for entry in entries:
        if entry.cell not in crowd:
            by_cell.setdefault(entry.cell, []).append(entry)
    found = {}
    for cell, some in by_cell.items():
        column = int(view.sight.column[cell])
        known = column < len(view.sight.cells) and view.sight.step[column] == 0
        if known and not np.isnan(seen[column]):
            after = float(seen[column])
            why = explain(some, cell, after, wording, eyes)
            crisis = cell == view.rulebook.layout.stretches["crisis"].first
            found[column] = _with_pair(view, seen, why) if crisis else why
    return found


def _of_many(view: Viewpoint) -> frozenset[int]:
    """Return the cells of audiences of many people: nobody asks why of one person's number."""
    layout, owner = view.rulebook.layout, view.scenario.nodes().owner
    many = np.bincount(owner)[owner] > 1
    found: list[int] = []
    for stretch in layout.stretches.values() if many.any() else ():
        if "audience" in stretch.axes:
            axis = stretch.axes.index("audience")
            shape = [-1 if place == axis else 1 for place in range(len(stretch.shape))]
            mask = np.broadcast_to(many.reshape(shape), stretch.shape)
            found += (stretch.first + np.flatnonzero(mask)).tolist()
    return frozenset(found)


def _with_pair(view: Viewpoint, seen: Array, why: Why) -> Why:
    """Return why the crisis is as tense as it is, with the pair of states that it is read from."""
    actors = view.booklet.actors
    states = [key for key in sorted(actors) if actors[key].kind == "state"]
    pairs = [(a, b) for a in states for b in states if a < b]
    cells = [view.rulebook.cell("tension", *pair) for pair in pairs]
    tense = [
        pair
        for pair, c in zip(pairs, cells, strict=True)
        if seen[view.sight.column[c]] == why.after
    ]
    if not tense:
        return why
    one, other = (actors[key].name for key in tense[0])
    words = t("tension between {one} and {other}", one=one, other=other)
    factor = Factor(words, why.after, ("tension", *tense[0]))
    told = tuple(replace(one, factors=(factor,)) for one in why.reasons)
    return replace(why, reasons=told)


def eyes_of(view: Viewpoint, seen: Array, events: Events | None) -> Eyes:
    """Return what a seat may be told of causes; `seen` (V + 1,) is its view of its one game."""
    keys, layout, booklet = view.rulebook.keys, view.rulebook.layout, view.booklet
    secrets = {key for key in keys["secret"] if key in booklet.secrets}

    def knows(name: str, things: tuple[str, ...]) -> bool:
        if name in FACTS:
            axes, known = FACTS[name]
            held = axes[:1] == ("secret",) and things[0] in secrets
            return known == "all" or held or (known == "own" and things[0] == booklet.me)
        if "audience" in layout.stretches[name].axes and layout.counts["audience"] > len(
            keys["audience"]
        ):
            return view.scenario.measures[name].known == "all"
        axes = layout.stretches[name].axes
        places = (keys[axis].index(thing) for axis, thing in zip(axes, things, strict=True))
        column = int(view.sight.column[layout.address(name, *places)])
        exact = column < len(view.sight.cells) and view.sight.step[column] == 0
        return bool(exact and not np.isnan(seen[column]))

    seat = booklet.seat
    return Eyes(seat, knows, shown_to(view.rulebook, events, seat))


def _map(rulebook: Rulebook, sight: Sight, name: str) -> MeasureMap:
    stretch = rulebook.layout.stretches[name]
    columns = sight.column[stretch.first : stretch.first + stretch.size].reshape(stretch.shape)
    step = np.append(sight.step, 1.0)[columns]
    return MeasureMap(columns, step, stretch.axes)


def _ending(view: Viewpoint, world: World, game: int) -> EndingCard | None:
    """Return how a game ended; the score is shown once it is over."""
    if world.ended[game] == RUNNING:
        return None
    key = ending_names(view.rulebook)[int(world.ended[game])]
    says = view.scenario.content.endings
    over = t("The time of this game is over.")
    text = over if key == TIME else view.scenario.say(says[key].says)
    score = view.rulebook.layout.view(world.cells, "score")[game, view.seat]
    return EndingCard(key, text, float(score))


def _texts(view: Viewpoint, seen: Array) -> dict[str, dict[str, str]]:
    """Return the claims and secrets whose text the seat knows in its one game."""
    keys, booklet = view.booklet.keys, view.booklet
    me = keys["actor"].index(booklet.me)
    out = seen[view.maps["out"].columns]
    claims = {key: card.name for key, card in booklet.claims.items()}
    for place, key in enumerate(keys["claim"]):
        if out[place] > 0:
            claims[key] = claim_card(view.scenario, key).name
    held = seen[view.maps["holds"].columns[me]]
    public = seen[view.maps["public"].columns]
    secrets = {}
    for place, key in enumerate(keys["secret"]):
        if held[place] > 0 or public[place] > 0:
            secrets[key] = view.scenario.say(view.scenario.content.secrets[key].text)
    return {"claim": dict(sorted(claims.items())), "secret": secrets}


def _objectives(view: Viewpoint, seen: Array, games: int) -> list[tuple[ObjectiveView, ...]]:
    """Return each game's objectives, judged only where the seat knows all they read."""
    goals = view.goals
    attained = seen[:, view.sight.column[goals.cells]]
    rows = []
    for game in range(games):
        views = []
        for place, card in enumerate(view.booklet.objectives):
            known = goals.known[place]
            met = bool(attained[game, goals.cell_of[place]]) if known else False
            state = ("met" if met else "not met") if known else "not known"
            now = _now(view, seen[game], place)
            turns_on = (goals.needed[place], goals.sign[place], goals.reads[place])
            views.append(ObjectiveView(card, state, now, *turns_on))
        rows.append(tuple(views))
    return rows


def _now(view: Viewpoint, seen: Array, place: int) -> float | None:
    """Return the number an objective turns on, None where it is not one number or not known."""
    cell = view.goals.number[place]
    value = seen[view.sight.column[cell]] if cell is not None else np.nan
    return None if np.isnan(value) else float(value)
