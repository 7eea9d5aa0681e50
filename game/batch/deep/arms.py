"""Arms: which stand-ins play together, in how many games. All arms share their first seeds."""

from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote

from game.batch.seating import ALL, seated
from game.data import data_path
from game.scenario import Scenario

COMPARED = ("idle", "uniform")  # who takes a seat from the doctrine, beside the exploiter


@dataclass(frozen=True, slots=True)
class Size:
    """How many games an examination plays in the arms of each sort."""

    whole: int  # one stand-in on every seat
    idle: int  # nobody does anything: little differs
    alone: int  # another stand-in on one seat
    hunt: int  # the exploiter on one seat: shared by all its moves

    def scaled(self, factor: float) -> "Size":
        """Return so many times as many, at least a handful each."""
        parts = (self.whole, self.idle, self.alone, self.hunt)
        return Size(*(max(8, round(part * factor)) for part in parts))


QUICK = Size(whole=200, idle=24, alone=32, hunt=128)
FULL = Size(whole=2000, idle=100, alone=200, hunt=800)


@dataclass(frozen=True, slots=True)
class Arm:
    """One way of seating stand-ins. `seat` is the one that differs from the doctrine, '' if all."""

    name: str
    games: int
    seat: str
    policy: str
    holders: Mapping[str, str]

    def command(self, scenario: Scenario, seed: int) -> str:
        """Return the command that plays the same games again, into tables."""
        shipped = data_path("scenarios", scenario.name, f"{scenario.name}.yaml") == scenario.path
        script = scenario.name if shipped else quote(str(scenario.path))
        others = {policy for seat, policy in self.holders.items() if seat != self.seat}
        words = [f"{ALL}={policy}" for policy in sorted(others)]
        words += [f"{self.seat}={self.policy}"] if self.seat else []
        policies = " ".join(f"--policy {word}" for word in words)
        return (
            f"python main.py batch {script} --runs {self.games} --seed {seed} {policies} "
            f"--out out/{self.name}"
        )


def arms_of(scenario: Scenario, size: Size) -> list[Arm]:
    """Return the arms of an examination: everyone alike, then each seat played otherwise."""
    seats = scenario.keys["seat"]
    arms = [
        Arm("doctrine", size.whole, "", "doctrine", _all(scenario, "doctrine")),
        Arm("uniform", size.whole, "", "uniform", _all(scenario, "uniform")),
        Arm("idle", size.idle, "", "idle", _all(scenario, "idle")),
    ]
    for seat in seats:
        for policy in (*COMPARED, "exploiter"):
            games = size.hunt if policy == "exploiter" else size.alone
            holders = _all(scenario, "doctrine") | {seat: policy}
            arms.append(Arm(f"{seat}-{policy}", games, seat, policy, holders))
    return arms


def _all(scenario: Scenario, policy: str) -> dict[str, str]:
    return seated(scenario, dict.fromkeys(scenario.keys["seat"], policy))
