"""Check 7: false stories travel farther because they are handed on more readily, and only so."""

from dataclasses import dataclass

import numpy as np

from game.batch.validity.arms import SEED, Array, Stage, stage
from game.batch.validity.protocol import FAMILY, equivalent, fits, larger
from game.batch.validity.verdict import Findings, Verdict, number
from game.engine import World, close_turn, no_orders, open_turn, run_seeds, start

STATEMENT = (
    "False stories spread more because they are more infectious, and cascades of equal "
    "size look alike."
)
BASIS = "Vosoughi, Roy and Aral 2018; Juul and Ugander 2021; Kempe, Kleinberg and Tardos 2003"
ARMS = (
    "A: a false story, infectiousness 1.7, starts with one of 400 people",
    "B: a true one, infectiousness 1, starts with the same",
)
PER_PAIR = 10  # cascades of each kind for each pair: 1,000 for 100
GAMES_PER_PAIR = 100  # on the diamond: 20,000 for 200
BLOCK, WIDE_BLOCK = 250, 2000
SIZES = (1 / 4, 1 / 4, 5 / 16, 3 / 16)  # of the diamond's cascades, 1 to 4
DIAMOND = (39 / 16, 287 / 256)  # mean and variance of sizes, p = 1/2, by enumeration


@dataclass(frozen=True, slots=True)
class Cascades:
    """Sizes, depths and structural virality (mean distance of two members), (n,) each."""

    size: Array
    depth: Array
    virality: Array


def check(pairs: int) -> Verdict:
    """Return the verdict over so many pairs."""
    found = Findings()
    crowd = stage("crowd")
    false, true = (
        _cascades(crowd, claim, pairs * PER_PAIR) for claim in ("tall_tale", "plain_truth")
    )
    p = larger(false.size, true.size)
    found.note(
        "cascades of the false story are larger",
        p < FAMILY,
        (
            f"mean size {number(false.size.mean())} against {number(true.size.mean())}; "
            f"Mann-Whitney p = {p:.2g}"
        ),
    )
    pairs_of = _matched(false.size, true.size)
    for name in ("depth", "virality"):
        a, b = getattr(false, name)[pairs_of[0]], getattr(true, name)[pairs_of[1]]
        spread = float(np.std(np.concatenate([a, b]), ddof=1))
        same, low, high = equivalent((a - b) / spread, 0.1)
        found.note(
            f"{name} of cascades matched on size, in sd",
            same,
            f"{len(a)} matched of 2 or more; 90 % interval {low:+.3f} to {high:+.3f} within +-0.1",
        )
    _exact(found, _diamond(pairs * GAMES_PER_PAIR))
    return Verdict(7, STATEMENT, ARMS, found.clauses, BASIS)


def _seed_claim(setting: Stage, world: World, claim: str, node: Array) -> None:
    """Let one node (G,) of every game have heard the claim just now."""
    book = setting.rulebook
    place, games = book.keys["claim"].index(claim), np.arange(world.games)
    for name in ("aware", "fresh"):
        book.layout.view(world.cells, name)[games, node, place] = 1.0


def _arrivals(setting: Stage, claim: str, node: Array, seeds: Array, turns: int) -> Array:
    """Return (G, U) the turn in which the claim came to each node, -1 where it never did."""
    book = setting.rulebook
    world = start(book, seeds)
    _seed_claim(setting, world, claim, node)
    place = book.keys["claim"].index(claim)
    arrived = np.where(book.layout.view(world.cells, "aware")[:, :, place] > 0, 0, -1)
    for turn in range(1, turns + 1):
        world, _ = open_turn(world, book)
        world, _ = close_turn(world, book, no_orders())
        news = book.layout.view(world.cells, "aware")[:, :, place] > 0
        arrived[news & (arrived < 0)] = turn
        if not (book.layout.view(world.cells, "fresh")[:, :, place] > 0).any():
            break
    return arrived


def _exact(found: Findings, sizes: Array) -> None:
    """Compare sizes of cascades on the diamond with the enumeration of all outcomes."""
    gap, bound = abs(sizes.mean() - DIAMOND[0]), 4 * np.sqrt(DIAMOND[1] / len(sizes))
    found.note(
        "the engine's cascade on the fixture's diamond has its exact mean size",
        gap <= bound,
        f"{sizes.mean():.4f} in {len(sizes)} games, 39/16 = {DIAMOND[0]:.4f} +- {bound:.4f} wanted",
    )
    p = fits(np.bincount(sizes, minlength=5)[1:], np.array(SIZES) * len(sizes))
    found.note("and every size as often as enumerated", p > FAMILY, f"chi-square p = {p:.2g}")


def _diamond(games: int) -> Array:
    """Return (games,) the sizes of cascades from the capital on the fixture's four audiences."""
    setting = stage("validity")
    capital = setting.rulebook.keys["audience"].index("capital")
    parts = []
    for first in range(0, games, WIDE_BLOCK):
        seeds = run_seeds(SEED, np.arange(first, min(first + WIDE_BLOCK, games)))
        arrived = _arrivals(setting, "rumor", np.full(len(seeds), capital), seeds, 4)
        parts.append((arrived >= 0).sum(axis=1))
    return np.concatenate(parts)


def _cascades(setting: Stage, claim: str, count: int) -> Cascades:
    """Return so many cascades of a claim, from the same people whatever the claim."""
    nodes = setting.scenario.nodes()
    parts: list[Array] = []
    for first in range(0, count, BLOCK):
        seeds = run_seeds(SEED, np.arange(first, min(first + BLOCK, count)))
        node = (seeds % np.uint64(len(nodes.owner))).astype(np.int64)
        parts.extend(_arrivals(setting, claim, node, seeds, 60))
    near = np.zeros((len(nodes.owner), len(nodes.owner)), dtype=bool)
    near[nodes.source, nodes.target] = True
    shapes = np.array([_shape(arrived, near) for arrived in parts])
    return Cascades(*shapes.T)


def _shape(arrived: Array, near: Array) -> tuple[float, float, float]:
    """Return size, depth and virality of a cascade; a parent is a neighbor reached just before."""
    members = np.flatnonzero(arrived >= 0)
    order = members[np.argsort(arrived[members], kind="stable")]
    below = dict.fromkeys(order.tolist(), 1)
    distances = 0
    for node in order[:0:-1].tolist():
        before = order[(arrived[order] == arrived[node] - 1) & near[order, node]]
        below[int(before[0])] += below[node]
        distances += below[node] * (len(order) - below[node])
    size = len(order)
    return (
        float(size),
        float(arrived[order].max()),
        distances / (size * (size - 1) / 2) if size > 1 else 0.0,
    )


def _matched(first: Array, second: Array) -> tuple[Array, Array]:
    """Return indices of pairs of equal size, from 2 up, each cascade used once, in order."""
    left, right = [], []
    for size in np.unique(first[first > 1]):
        a, b = np.flatnonzero(first == size), np.flatnonzero(second == size)
        count = min(len(a), len(b))
        left.append(a[:count])
        right.append(b[:count])
    return np.concatenate(left), np.concatenate(right)
